// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Repository.h"

#include "core/Change.h"
#include "core/Error.h"

#include <functional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace countersign::git
{

struct ResolveOptions {
    std::string target; ///< branch the change is meant for; empty: Repository::targetBranch()
    std::string standardInput; ///< what "-" stands for: a patch, mailbox or bundle
};

/// Turns what a person types into a Change: "BASE..HEAD" (diff from their merge base; "BASE...HEAD" is the same), a branch or
/// commit (base: merge base with the target branch; a commit already on the target: its first parent), "#12"
/// (refs/pull/12/head, also under refs/remotes/*/), "!12" (refs/merge-requests/12/head), "I…"/number refs/changes/*/N/PS,
/// a .patch/.diff/.mbox/.bundle file, "-". Objects of patches and bundles go to a temporary store of this handle.
/// Errors (each says what to do): unknown revision, unborn branch, no merge base, missing objects of a shallow or partial clone,
/// corrupt patch, patch that does not apply (names file and line), bundle whose prerequisites are missing.
[[nodiscard]] Result<Change> resolveChange(Repository &repository, std::string_view spec, const ResolveOptions &options = {},
                                           std::stop_token stop = {});

/// What the queue lists: a name and where it points, before anything is computed.
struct ChangeRef {
    std::string id; ///< give it to resolveChange(): "#12", "!7", "feature-x", "origin/feature-y"
    std::string ref; ///< full ref name
    Oid head;
    friend bool operator==(const ChangeRef &, const ChangeRef &) = default;
};

/// Every open change: local branches, remote branches, pull, merge-request and Gerrit refs whose head is not yet on the
/// target; the same head is listed once (pull request before branch, local before remote).
[[nodiscard]] Result<std::vector<ChangeRef>> openChanges(const Repository &repository, const Reference &target,
                                                         std::stop_token stop = {});

} // namespace countersign::git
