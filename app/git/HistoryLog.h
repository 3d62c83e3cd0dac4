// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Repository.h"

#include <cstdint>
#include <functional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace countersign::git
{

/// One commit of the history with the paths that it changes; a merge has none.
struct LoggedCommit {
    Oid id;
    std::vector<Oid> parents;
    std::int64_t authorTime = 0; ///< seconds since 1970
    std::int64_t commitTime = 0;
    std::string author; ///< address in lower case
    std::string subject;
    std::vector<std::string> paths;
};

/// Lines that a commit changes in one file; of a binary file 0.
struct LoggedSize {
    std::uint64_t added = 0;
    std::uint64_t removed = 0;
    std::string path;
};

/// Every commit reachable from @p tip and from none of @p known, newest first, from a child git process: libgit2 takes 5 to 14
/// times as long (it compares whole trees). The child gets a cleared environment, and no setting of the repository makes it run a
/// program or fetch: no replace refs, no signatures, no external diff, no textconv, no pager, no lazy fetch. Names only, no
/// renames. Errors: git is not installed or says no (a shallow or broken repository); cancelled.
[[nodiscard]] Result<void> logHistory(const Repository &repository, const Oid &tip, std::span<const Oid> known,
                                      const std::function<void(LoggedCommit)> &commit, std::stop_token stop = {});

/// The same child, for the sizes of given commits in their order. It reads every blob, so some thousands take many seconds.
[[nodiscard]] Result<void> logSizes(const Repository &repository, std::span<const Oid> commits,
                                    const std::function<void(const Oid &, std::vector<LoggedSize>)> &sizes,
                                    std::stop_token stop = {});

/// The whole message of every commit reachable from @p tip, newest first.
[[nodiscard]] Result<void> logMessages(const Repository &repository, const Oid &tip,
                                       const std::function<void(const Oid &, std::string_view)> &message,
                                       std::stop_token stop = {});

} // namespace countersign::git
