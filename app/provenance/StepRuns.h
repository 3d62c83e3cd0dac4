// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CommitSteps.h"
#include "LineTracer.h"
#include "PathChains.h"

#include "core/Change.h"

#include <deque>
#include <span>
#include <vector>

namespace countersign::provenance
{

/// Takes neighbouring steps of a file together that would say the same of the lines they bring: a file that is touched by many
/// commits is then read once a run, not once a commit. Only commits that follow each other without a branch or a merge between
/// them count as neighbours, and only steps that keep the file's name.
class StepRuns
{
public:
    /// Both must outlive the object.
    StepRuns(const Change &change, const LineJudge &judge);

    /// The links of a chain, runs taken together: a run stands where its last commit stood. Valid as long as the object.
    [[nodiscard]] std::vector<PathChains::Link> joined(std::span<const PathChains::Link> links);

private:
    [[nodiscard]] bool continues(const PathChains::Link &first, const PathChains::Link &next) const;

    const Change &m_change;
    const LineJudge &m_judge;
    std::vector<std::size_t> m_lines; ///< per commit: number of the unbranched line of commits that it belongs to
    std::deque<CommitStep> m_steps; ///< what the runs do as a whole
};

} // namespace countersign::provenance
