// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/FileChange.h"

#include <string>
#include <vector>

namespace countersign::diff
{

/// Name of a hunk by its content: 64 hexadecimal digits of SHA-256 over its removed and added lines (raw bytes), the path,
/// and the number of earlier hunks of this file with the same content. A rebase keeps it, an edit inside the hunk changes it.
[[nodiscard]] std::string hunkKey(const FileChange &file, std::size_t hunkIndex);

/// The keys of all hunks of a file, in order; much faster than one by one where there are thousands.
[[nodiscard]] std::vector<std::string> hunkKeys(const FileChange &file);

} // namespace countersign::diff
