// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "FileClass.h"
#include "FileDelta.h"
#include "Row.h"
#include "Text.h"
#include "TextEncoding.h"

namespace countersign {

/// One changed file with both texts and its rows: what provenance, risk and the view read.
/// Rows are empty for binary files and images, and so are texts, but for a side that is a Git LFS pointer. A symlink's text is its target, a submodule's
/// text is "Subproject commit <oid>\n". The texts of UTF-16 and UTF-32 files are UTF-8; all others are the blob's bytes.
struct FileChange {
    FileDelta delta;
    Text oldText;
    Text newText;
    TextEncoding oldEncoding = TextEncoding::Ascii; ///< of the old blob; texts of 8-bit encodings are decoded for display only
    TextEncoding newEncoding = TextEncoding::Ascii;
    FileRows rows;
    FileClass fileClass = FileClass::Other;

    [[nodiscard]] const std::string &path() const { return delta.path(); }
};

} // namespace countersign
