// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Statement.h"

#include "core/Change.h"
#include "core/Error.h"
#include "git/Repository.h"

#include <stop_token>
#include <string_view>
#include <vector>

namespace countersign::records
{

/// Identity of the repository in which @p change is: the first 32 digits of SHA-256 over "countersign repository\n" and the
/// sorted root commits reachable from its base (its head where it has no base), a line each.
/// @param rosterId id from the roster of the ledger; not empty: used instead of the digest.
/// Errors: a shallow clone does not know its roots; missing objects.
[[nodiscard]] Result<RepositoryIdentity> identify(const git::Repository &repository, const BoundChange &change,
                                                  std::stop_token stop = {}, std::string_view rosterId = {});

/// Everything that ties a record to exactly this change; commits, trees and changed blobs are hashed anew.
/// Errors: the change is not stored in the repository (patch, bundle); missing or damaged objects.
[[nodiscard]] Result<BoundChange> bindChange(const git::Repository &repository, const Change &change, std::stop_token stop = {});

/// "refs/remotes/origin/main" is "refs/heads/main" where it comes from: a record, and a policy's targets, mean the same branch in
/// every clone.
[[nodiscard]] std::string branchOnItsHost(const std::string &ref);

/// What differs between what was signed and what is there now, in words; empty: nothing.
[[nodiscard]] std::vector<Message> differences(const BoundChange &signedChange, const BoundChange &current);

/// The named failures of a record's claims about the repository: other repository, missing objects, tree, merge base, commits,
/// manifest. Errors: only Cancelled.
[[nodiscard]] Result<std::vector<Problem>> checkBinding(const git::Repository &repository, const Statement &statement,
                                                        std::stop_token stop = {}, std::string_view rosterId = {});

} // namespace countersign::records
