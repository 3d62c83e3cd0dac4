// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "InterDiff.h"

#include <stop_token>
#include <vector>

namespace countersign::workbench
{

/// One file of either patch set, judged.
struct PushedFile {
    FourSides sides;
    Reapplied reapplied;
};

/// What two patch sets and the move of their base touch.
struct PushedFiles {
    std::vector<PushedFile> files;
    std::vector<FileDelta> patchA; ///< with renames
    std::vector<FileDelta> patchB;
    std::vector<std::string> broughtByBase; ///< paths of neither patch
};

/// Finds the files of both patch sets and tells the author's from the rebase's: path by path at first, then, where that leaves
/// something for the author, with renames followed. Errors: an object is missing; cancelled.
[[nodiscard]] Result<PushedFiles> pushedFiles(const git::Repository &repository, const PatchSetTrees &a, const PatchSetTrees &b,
                                              const std::stop_token &stop);

} // namespace countersign::workbench
