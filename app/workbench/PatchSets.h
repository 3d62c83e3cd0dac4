// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "InterDiff.h"

#include "core/Change.h"
#include "core/Error.h"
#include "git/Repository.h"
#include "review/Store.h"

#include <cstddef>
#include <stop_token>
#include <vector>

namespace countersign::workbench
{

/// One version of a change that was opened on this machine.
struct KnownPatchSet {
    std::size_t number = 0; ///< from 1, in the order they were seen
    review::PatchSet set;
    bool isHere = true; ///< its commits are still in the repository
    bool isCurrent = false; ///< it is the version that was opened now
};

/// Remembers the version of a change that is opened now, then gives every one that was ever seen, oldest first. Reads and writes
/// the store: not for the GUI thread. Errors: see review::Store::open().
[[nodiscard]] Result<std::vector<KnownPatchSet>> knownPatchSets(const git::Repository &repository, const Change &change,
                                                                const std::stop_token &stop = {});

/// The trees of a patch set. Where its base was not recorded (an earlier version of this program saw it) the merge base of its
/// head and @p change's target stands for it. Errors (input): "Patch set 2 is no longer in this repository."
[[nodiscard]] Result<PatchSetTrees> treesOf(const git::Repository &repository, const Change &change, const KnownPatchSet &known);

} // namespace countersign::workbench
