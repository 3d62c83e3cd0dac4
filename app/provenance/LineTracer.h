// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CommitLines.h"
#include "Verdict.h"

#include "core/Progress.h"

#include <functional>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace countersign::provenance
{

/// What the head's version of a file is made of.
struct TracedFile {
    std::vector<VerdictId> lines; ///< one for each line; stoodBefore for lines from before the change
    VerdictId movedBy = stoodBefore; ///< verdict of the commit that last renamed or copied the file
};

/// Verdicts for the own lines of a file, in their order. @param commit index into Change::commits.
using LineJudge =
    std::function<std::vector<VerdictId>(std::size_t commit, const CommitFile &file, std::span<const LineNumber> ownLines)>;

/// Walks the commits of a change, oldest to newest, and carries along, for each file, the verdict on each line: lines keep it
/// while they stay, through renames and merges. Only files that some commit of the change touched are in the result, by path
/// at the head. Objects that cannot be read go to @p problems; their lines count as not traced. Errors: cancelled.
/// @param commitVerdicts one for each commit.
[[nodiscard]] Result<std::map<std::string, TracedFile>> traceLines(const git::Repository &repository, const Change &change,
                                                                   std::span<const FileChange> files,
                                                                   std::span<const VerdictId> commitVerdicts,
                                                                   const LineJudge &judge, std::vector<Message> &problems,
                                                                   std::stop_token stop, const ProgressCallback &progress);

} // namespace countersign::provenance
