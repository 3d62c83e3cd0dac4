// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ChainWalk.h"

namespace countersign::provenance
{

Result<std::map<std::string, FileState>> ChainWalk::walk(std::span<const PathChains::Link> links, const std::stop_token &stop)
{
    const auto before = std::make_shared<const State>();
    m_states.assign(m_change.commits.size(), nullptr);
    for (std::size_t commit = 0; commit < m_states.size(); ++commit) {
        const std::size_t parent = m_graph.firstParent(commit);
        m_states[commit] = parent == CommitGraph::none ? before : m_states[parent];
        std::size_t here = 0;
        while (here < links.size() && links[here].commit == commit)
            ++here;
        if (here > 0) {
            auto state = apply(*m_states[commit], links.first(here), stop);
            if (!state)
                return std::unexpected(state.error());
            m_states[commit] = std::make_shared<const State>(std::move(*state));
            links = links.subspan(here);
        }
        for (const std::size_t done : m_graph.parents(commit)) {
            if (done != CommitGraph::none && done != m_graph.head() && m_graph.lastChild(done) == commit)
                m_states[done].reset();
        }
    }
    return m_graph.head() == CommitGraph::none ? State() : *m_states[m_graph.head()];
}

Result<ChainWalk::State> ChainWalk::apply(const State &before, std::span<const PathChains::Link> links,
                                          const std::stop_token &stop)
{
    State after = before; // what is read is the state before: two files may swap names
    for (const auto &link : links) {
        const FileDelta &delta = link.step->delta;
        if (delta.status == DeltaStatus::Deleted || delta.status == DeltaStatus::Renamed)
            after.erase(delta.oldSide.path);
    }
    for (const auto &link : links) {
        const FileDelta &delta = link.step->delta;
        if (!delta.newSide.exists())
            continue;
        auto followed = follow(before, link, stop);
        if (followed) {
            after[delta.newSide.path] = std::move(*followed);
        } else if (followed.error().kind == ErrorKind::Cancelled) {
            return std::unexpected(followed.error());
        } else {
            m_problems.emplace_back(link.commit, followed.error());
            after[delta.newSide.path] = {std::make_shared<const std::vector<VerdictId>>(), stoodBefore};
        }
        if (const auto state = after.find(delta.newSide.path); !state->second.lines)
            after.erase(state);
    }
    return after;
}

Result<FileState> ChainWalk::follow(const State &before, const PathChains::Link &link, const std::stop_token &stop)
{
    const Commit &commit = m_change.commits[link.commit];
    const FileDelta &delta = link.step->delta;
    if (link.step->takenFrom) {
        const FileState *taken = stateOf(link.commit, *link.step->takenFrom, delta.newSide.path, before);
        return taken ? *taken : FileState();
    }
    const auto file = m_reader.file(commit, delta, stop);
    if (!file)
        return std::unexpected(file.error());
    return judged(link, *file, before);
}

FileState ChainWalk::judged(const PathChains::Link &link, const CommitFile &file, const State &before)
{
    std::vector<const FileState *> parents(m_graph.parents(link.commit).size());
    for (std::size_t parent = 0; parent < parents.size(); ++parent)
        parents[parent] = stateOf(link.commit, parent, file.parentPaths[parent], before);

    const VerdictId verdict = m_judge.verdict(link.commit);
    std::vector<VerdictId> lines(file.sources.size(), stoodBefore);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const LineSource &source = file.sources[i];
        if (source.parent == LineSource::own) {
            lines[i] = verdict;
        } else if (const FileState *state = parents[source.parent]; state && source.line <= state->lines->size()) {
            lines[i] = (*state->lines)[source.line - 1];
        }
    }
    if (m_judge.speaksOf(link.commit, file.delta.newSide.path)) {
        const auto own = file.ownLines();
        const auto verdicts = m_judge.judge(link.commit, file, own);
        for (std::size_t i = 0; i < own.size(); ++i)
            lines[own[i] - 1] = verdicts[i];
    }
    VerdictId movedBy = !parents.empty() && parents.front() ? parents.front()->movedBy : stoodBefore;
    if (file.delta.status == DeltaStatus::Renamed || file.delta.status == DeltaStatus::Copied)
        movedBy = verdict;
    return {std::make_shared<const std::vector<VerdictId>>(std::move(lines)), movedBy};
}

const FileState *ChainWalk::stateOf(std::size_t commit, std::size_t parent, const std::string &path,
                                    const State &firstParent) const
{
    const State *state = &firstParent;
    if (parent > 0) {
        const std::size_t place = m_graph.parents(commit)[parent];
        if (place == CommitGraph::none)
            return nullptr;
        state = m_states[place].get();
    }
    const auto found = state->find(path);
    return found == state->end() ? nullptr : &found->second;
}

} // namespace countersign::provenance
