// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Error.h"
#include "core/Oid.h"
#include "core/Progress.h"
#include "core/Text.h"
#include "git/Repository.h"

#include <stop_token>
#include <string>

namespace countersign::workbench
{

/// Where a line comes from.
struct Blame {
    Commit commit; ///< that brought it
    std::string path; ///< of the file there
    LineNumber line = noLine; ///< there
    bool isCutShort = false; ///< the search ended after mostCommits, or where a shallow history ends: it may be older
    static constexpr std::uint64_t mostCommits = 200'000;
};

/// Follows one line from @p commit back to the commit that brought it: through merges to the parent that has it, and through
/// renames. Equal lines are those of our own diff. Takes a tree look-up a commit, so milliseconds to seconds.
/// Errors: no such commit or line; objects are missing; cancelled.
[[nodiscard]] Result<Blame> blameLine(const git::Repository &repository, const Oid &commit, const std::string &path,
                                      LineNumber line, std::stop_token stop = {}, const ProgressCallback &progress = {});

} // namespace countersign::workbench
