// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "StepRuns.h"

#include <unordered_map>

namespace countersign::provenance
{

namespace
{

bool keepsItsName(const FileDelta &delta)
{
    return delta.newSide.exists() && delta.status != DeltaStatus::Renamed && delta.status != DeltaStatus::Copied;
}

} // namespace

StepRuns::StepRuns(const Change &change, const LineJudge &judge)
    : m_change(change)
    , m_judge(judge)
    , m_lines(change.commits.size())
{
    std::unordered_map<Oid, std::size_t> children; // how many each commit has
    for (const Commit &commit : change.commits) {
        for (const Oid &parent : commit.parents)
            ++children[parent];
    }
    for (std::size_t i = 1; i < m_lines.size(); ++i) {
        const auto &parents = change.commits[i].parents;
        const Oid &before = change.commits[i - 1].id;
        const bool goesOn = parents.size() == 1 && parents.front() == before && children[before] == 1;
        m_lines[i] = m_lines[i - 1] + (goesOn ? 0 : 1);
    }
}

bool StepRuns::continues(const PathChains::Link &first, const PathChains::Link &next) const
{
    const FileDelta &before = first.step->delta;
    const FileDelta &after = next.step->delta;
    // A merge that ends a side branch stands at the head of its line, and has more than one file to compare with.
    return m_lines[first.commit] == m_lines[next.commit] && m_change.commits[first.commit].parents.size() < 2
        && keepsItsName(before) && keepsItsName(after) && before.path() == after.path() && before.kind == after.kind
        && before.newSide.blob == after.oldSide.blob && m_judge.verdict(first.commit) == m_judge.verdict(next.commit)
        && !m_judge.speaksOf(first.commit, before.path()) && !m_judge.speaksOf(next.commit, after.path());
}

std::vector<PathChains::Link> StepRuns::joined(std::span<const PathChains::Link> links)
{
    std::vector<PathChains::Link> result;
    result.reserve(links.size());
    for (std::size_t i = 0; i < links.size(); ++i) {
        std::size_t last = i;
        while (last + 1 < links.size() && continues(links[last], links[last + 1]))
            ++last;
        if (last == i) {
            result.push_back(links[i]);
            continue;
        }
        CommitStep whole = *links[i].step;
        whole.delta.newSide = links[last].step->delta.newSide;
        result.push_back({links[last].commit, &m_steps.emplace_back(std::move(whole))});
        i = last;
    }
    return result;
}

} // namespace countersign::provenance
