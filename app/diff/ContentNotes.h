// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/FileChange.h"
#include "core/Message.h"

#include <cstdint>
#include <vector>

namespace countersign::diff
{

/// What a note is about; the window may give each its picture, or act on it (a submodule's commits, an image).
enum class NoteKind : std::uint8_t {
    Name, ///< renamed or copied
    Type, ///< a file became a link, a submodule, …
    Mode,
    Encoding,
    ByteOrderMark,
    LineEnds,
    FinalNewline,
    InvalidBytes,
    LongLine,
    Symlink,
    Submodule,
    LfsPointer,
    Binary,
    Image,
    Empty,
    Degradation, ///< something that the comparison went without
    NothingDiffers,
};

struct ContentNote {
    NoteKind kind = NoteKind::NothingDiffers;
    Message text; ///< one sentence without a full stop; arguments come from outside
    bool isChange = false; ///< it differs between the sides, so it is part of what is reviewed
    friend bool operator==(const ContentNote &, const ContentNote &) = default;
};

/// All that the rows of a file do not show by themselves, the changes first among their kind, in the order of NoteKind. A file
/// without any row that differs has at least one note, so that no diff is ever empty. Linear in the texts (at the speed of
/// memory); pure; any thread.
[[nodiscard]] std::vector<ContentNote> contentNotes(const FileChange &file);

} // namespace countersign::diff
