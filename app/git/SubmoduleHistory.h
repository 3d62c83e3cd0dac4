// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Repository.h"

#include <cstddef>
#include <stop_token>
#include <string>
#include <vector>

namespace countersign::git
{

/// What a change of a submodule's commit brings with it.
struct SubmoduleHistory {
    enum class State {
        Here,
        NotHere, ///< the submodule was never cloned into this repository
        CommitMissing, ///< it was, but lacks one of the two commits
    };
    State state = State::NotHere;
    std::string name; ///< in .gitmodules; empty: not listed there
    std::string url; ///< in .gitmodules, for display
    std::vector<Commit> added; ///< in the new commit's history and not in the old one's, newest first
    std::vector<Commit> removed; ///< the other way round: the submodule went back or to another branch
    bool isCut = false; ///< there are more commits than these
};

/// Reads the commits between both sides of @p delta (kind Submodule) in the submodule's own repository, if it is here: in
/// modules/NAME of the git directory, NAME from .gitmodules of the change's trees, or in the work tree. At most @p most of each
/// list. Of a submodule that is new, or not one any more, the newest commits of the only side. Fetches nothing, runs nothing, and
/// reads no repository outside of this one's folders. Errors: Cancelled; an object of this repository is missing.
[[nodiscard]] Result<SubmoduleHistory> submoduleHistory(const Repository &repository, const Oid &oldTree, const Oid &newTree,
                                                        const FileDelta &delta, std::size_t most = 200,
                                                        std::stop_token stop = {});

} // namespace countersign::git
