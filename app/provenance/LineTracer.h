// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CommitLines.h"
#include "Verdict.h"

#include "core/Progress.h"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace countersign::provenance
{

/// What the head's version of a file is made of.
struct TracedFile {
    std::optional<VerdictId> whole; ///< every line that the change brought has this verdict; there are no lines then
    std::vector<VerdictId> lines; ///< one for each line; stoodBefore for lines from before the change
    VerdictId movedBy = stoodBefore; ///< verdict of the commit that last renamed or copied the file
};

/// What is known about the commits of a change before its lines are traced. Called from several threads at once.
class LineJudge
{
public:
    virtual ~LineJudge() = default;
    /// Verdict of commit number @p commit on lines that no note speaks of.
    [[nodiscard]] virtual VerdictId verdict(std::size_t commit) const = 0;
    /// A note of the commit speaks of lines of this file, so that judge() has to be asked.
    [[nodiscard]] virtual bool speaksOf(std::size_t commit, const std::string &path) const = 0;
    /// Verdicts for the own lines of a file, in their order.
    [[nodiscard]] virtual std::vector<VerdictId> judge(std::size_t commit, const CommitFile &file,
                                                       std::span<const LineNumber> ownLines) = 0;
};

/// Carries, for each file, the verdict on each line through the commits of a change, oldest to newest: lines keep it while they
/// stay, through renames and merges. Only files that some commit of the change touched are in the result, by path at the head.
///
/// Files under names that a rename joins make a chain. A chain all of whose commits say the same needs no look at its content,
/// which is most of them; the others are shared out among @p threads threads. Deterministic whatever their number.
/// Objects that cannot be read go to @p problems; their lines count as not traced. Errors: cancelled; no repository handle.
[[nodiscard]] Result<std::map<std::string, TracedFile>> traceLines(const git::Repository &repository, const Change &change,
                                                                   std::span<const FileChange> files, LineJudge &judge,
                                                                   std::vector<Message> &problems, std::stop_token stop,
                                                                   const ProgressCallback &progress, unsigned threads);

} // namespace countersign::provenance
