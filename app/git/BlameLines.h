// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Repository.h"

#include "core/Text.h"

#include <memory>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

class QTemporaryDir;

namespace countersign::git
{

/// Tells which commits brought lines, by git's own blame. The child process sees the objects of the repository and nothing else
/// of it: no configuration, no attributes, no refs. Any thread.
class LineBlame
{
public:
    /// Errors: no temporary folder.
    [[nodiscard]] static Result<LineBlame> open(const Repository &repository);
    LineBlame(LineBlame &&) noexcept;
    ~LineBlame();

    /// The commits that brought some lines of a file of @p commit, each once, sorted; lines that were there at @p oldest already
    /// are left out, and the walk ends there. White space does not count; renames are followed. A few milliseconds to a second.
    /// @param lines ascending; at most 1,000. Errors: no such commit, file or line; those of runGit().
    [[nodiscard]] Result<std::vector<Oid>> commitsOf(const Oid &commit, const std::string &path,
                                                     std::span<const LineNumber> lines, const Oid &oldest,
                                                     const std::stop_token &stop = {}) const;

private:
    explicit LineBlame(std::unique_ptr<QTemporaryDir> folder);
    std::unique_ptr<QTemporaryDir> m_folder; ///< an empty repository that borrows the objects
};

} // namespace countersign::git
