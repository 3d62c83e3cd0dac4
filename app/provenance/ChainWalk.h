// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CommitGraph.h"
#include "CommitLines.h"
#include "LineTracer.h"
#include "PathChains.h"

#include "core/Message.h"

#include <map>
#include <memory>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace countersign::provenance
{

/// What is known about the lines of one file after some commit.
struct FileState {
    std::shared_ptr<const std::vector<VerdictId>> lines;
    VerdictId movedBy = stoodBefore;
};

/// Follows the lines of one chain of paths through the commits of a change.
class ChainWalk
{
public:
    /// All must outlive the object.
    ChainWalk(const Change &change, const CommitGraph &graph, CommitLines &reader, LineJudge &judge)
        : m_change(change)
        , m_graph(graph)
        , m_reader(reader)
        , m_judge(judge)
    {
    }

    /// The files of the chain at the head. Errors: cancelled.
    [[nodiscard]] Result<std::map<std::string, FileState>> walk(std::span<const PathChains::Link> links,
                                                                const std::stop_token &stop);
    /// Which commits could not be read, and why.
    [[nodiscard]] const std::vector<std::pair<std::size_t, Error>> &problems() const { return m_problems; }

private:
    /// A path that is not there has only lines from before the change.
    using State = std::map<std::string, FileState>;

    [[nodiscard]] Result<State> apply(const State &before, std::span<const PathChains::Link> links, const std::stop_token &stop);
    [[nodiscard]] Result<FileState> follow(const State &before, const PathChains::Link &link, const std::stop_token &stop);
    [[nodiscard]] FileState judged(const PathChains::Link &link, const CommitFile &file, const State &before);
    [[nodiscard]] const FileState *stateOf(std::size_t commit, std::size_t parent, const std::string &path,
                                           const State &firstParent) const;

    const Change &m_change;
    const CommitGraph &m_graph;
    CommitLines &m_reader;
    LineJudge &m_judge;
    /// Per commit, as long as one to come stands on it; shared by neighbours that leave the chain alone.
    std::vector<std::shared_ptr<const State>> m_states;
    std::vector<std::pair<std::size_t, Error>> m_problems;
};

} // namespace countersign::provenance
