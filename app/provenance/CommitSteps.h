// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Change.h"
#include "core/Error.h"
#include "core/FileDelta.h"
#include "git/Repository.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace countersign::provenance
{

/// What one commit did to one path.
struct CommitStep {
    FileDelta delta; ///< against the first parent, renames found
    std::optional<std::size_t> takenFrom; ///< of a merge: the other parent whose file it took as it is
};

/// What one commit did to its files, or why that cannot be read.
using CommitSteps = Result<std::vector<CommitStep>>;

/// The steps of one commit, names and ids only: no content is read unless a rename has to be found.
/// Errors: missing objects; cancelled.
[[nodiscard]] CommitSteps stepsOf(const git::Repository &repository, const Commit &commit, std::stop_token stop);

/// The steps of all commits, in their order, read by one thread per repository handle. Errors: none as a whole.
/// @param read called after each commit, from any of the threads.
[[nodiscard]] std::vector<CommitSteps> stepsOf(std::span<const git::Repository *const> handles, std::span<const Commit> commits,
                                               const std::stop_token &stop, const std::function<void()> &read);

} // namespace countersign::provenance
