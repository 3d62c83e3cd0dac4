// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/FileChange.h"

#include <string>
#include <vector>

namespace countersign::workbench
{

/// Name of what a patch does to one file: 64 hexadecimal digits of SHA-256 over paths, modes, and the removed and the added lines
/// in order, each as it is in the file. Line numbers and the lines around are not in it, so that a rebase keeps it, as with
/// `git patch-id`; blanks are, and where a file has no lines its blobs stand for them.
[[nodiscard]] std::string patchDigest(const FileChange &file);

/// The same for a whole patch, over its files' digests in any order; of no file at all as well.
[[nodiscard]] std::string patchDigest(std::vector<std::string> fileDigests);

} // namespace countersign::workbench
