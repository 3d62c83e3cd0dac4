// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "LineTracer.h"

#include <memory>
#include <optional>
#include <unordered_map>
#include <utility>

namespace countersign::provenance
{

namespace
{

/// Shared between the states of neighbouring commits: most commits touch few files.
struct FileState {
    std::shared_ptr<const std::vector<VerdictId>> lines;
    VerdictId movedBy = stoodBefore;
};
using State = std::map<std::string, FileState>; ///< a path that is not there has only lines from before the change

class Walk
{
public:
    Walk(const git::Repository &repository, const Change &change, std::span<const FileChange> files,
         std::span<const VerdictId> commitVerdicts, const LineJudge &judge, std::vector<Message> &problems)
        : m_change(change)
        , m_commitVerdicts(commitVerdicts)
        , m_judge(judge)
        , m_problems(problems)
        , m_lines(repository, change, files)
        , m_states(change.commits.size())
        , m_children(change.commits.size())
    {
        for (std::size_t i = 0; i < change.commits.size(); ++i)
            m_index.emplace(change.commits[i].id, i);
        for (const Commit &commit : change.commits) {
            for (const Oid &parent : commit.parents) {
                if (const auto known = m_index.find(parent); known != m_index.end())
                    ++m_children[known->second];
            }
        }
    }

    Result<void> step(std::size_t index, std::stop_token stop)
    {
        const Commit &commit = m_change.commits[index];
        State state = firstParentState(commit);
        const auto deltas = m_lines.deltas(commit, stop);
        if (!deltas && deltas.error().kind == ErrorKind::Cancelled)
            return std::unexpected(deltas.error());
        if (!deltas)
            complain(commit, deltas.error());
        else if (auto applied = apply(index, *deltas, state, stop); !applied)
            return applied;
        m_states[index] = std::move(state);
        release(commit);
        return {};
    }

    State head() const
    {
        const auto found = m_index.find(m_change.head);
        return found == m_index.end() ? State() : m_states[found->second];
    }

private:
    State firstParentState(const Commit &commit)
    {
        const auto parent = commit.parents.empty() ? m_index.end() : m_index.find(commit.parents.front());
        if (parent == m_index.end())
            return {};
        if (m_children[parent->second] == 1 && parent->first != m_change.head)
            return std::exchange(m_states[parent->second], {});
        return m_states[parent->second];
    }

    /// Forgets the states that no later commit needs.
    void release(const Commit &commit)
    {
        for (const Oid &id : commit.parents) {
            const auto parent = m_index.find(id);
            if (parent != m_index.end() && --m_children[parent->second] == 0 && id != m_change.head)
                m_states[parent->second].clear();
        }
    }

    Result<void> apply(std::size_t index, const std::vector<FileDelta> &deltas, State &state, std::stop_token stop)
    {
        std::vector<std::pair<std::string, FileState>> updates; // first all reads, then all writes: two files may swap names
        for (const FileDelta &delta : deltas) {
            if (!delta.newSide.exists())
                continue;
            auto file = m_lines.file(m_change.commits[index], delta, stop);
            if (!file && file.error().kind == ErrorKind::Cancelled)
                return std::unexpected(file.error());
            if (!file)
                complain(m_change.commits[index], file.error());
            updates.emplace_back(delta.newSide.path, file ? follow(index, *file, state) : untraced());
        }
        for (const FileDelta &delta : deltas) {
            if (delta.status == DeltaStatus::Deleted || delta.status == DeltaStatus::Renamed)
                state.erase(delta.oldSide.path);
        }
        for (auto &[path, update] : updates)
            state[path] = std::move(update);
        return {};
    }

    FileState follow(std::size_t index, const CommitFile &file, const State &firstParent) const
    {
        const Commit &commit = m_change.commits[index];
        std::vector<const FileState *> before(commit.parents.size());
        for (std::size_t parent = 0; parent < before.size(); ++parent)
            before[parent] = stateOf(commit, parent, file.parentPaths[parent], firstParent);

        std::vector<VerdictId> lines(file.sources.size(), stoodBefore);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const LineSource &source = file.sources[i];
            if (source.parent == LineSource::own)
                continue;
            const FileState *state = before[source.parent];
            if (state && source.line <= state->lines->size())
                lines[i] = (*state->lines)[source.line - 1];
        }
        const auto own = file.ownLines();
        const auto verdicts = m_judge(index, file, own);
        for (std::size_t i = 0; i < own.size(); ++i)
            lines[own[i] - 1] = verdicts[i];

        VerdictId movedBy = !before.empty() && before.front() ? before.front()->movedBy : stoodBefore;
        if (file.delta.status == DeltaStatus::Renamed || file.delta.status == DeltaStatus::Copied)
            movedBy = m_commitVerdicts[index];
        return {std::make_shared<const std::vector<VerdictId>>(std::move(lines)), movedBy};
    }

    const FileState *stateOf(const Commit &commit, std::size_t parent, const std::string &path, const State &firstParent) const
    {
        const State *state = &firstParent;
        if (parent > 0) {
            const auto known = m_index.find(commit.parents[parent]);
            if (known == m_index.end())
                return nullptr;
            state = &m_states[known->second];
        }
        const auto found = state->find(path);
        return found == state->end() ? nullptr : &found->second;
    }

    static FileState untraced() { return {std::make_shared<const std::vector<VerdictId>>(), stoodBefore}; }

    void complain(const Commit &commit, const Error &error)
    {
        m_problems.push_back(Message(QT_TRANSLATE_NOOP("app", "Which lines commit %1 brought could not be found out: %2"),
                                     {commit.id.shortHex(), error.what.english()}));
    }

    const Change &m_change;
    std::span<const VerdictId> m_commitVerdicts;
    const LineJudge &m_judge;
    std::vector<Message> &m_problems;
    CommitLines m_lines;
    std::vector<State> m_states;
    std::vector<std::size_t> m_children;
    std::unordered_map<Oid, std::size_t> m_index;
};

} // namespace

Result<std::map<std::string, TracedFile>> traceLines(const git::Repository &repository, const Change &change,
                                                     std::span<const FileChange> files, std::span<const VerdictId> commitVerdicts,
                                                     const LineJudge &judge, std::vector<Message> &problems, std::stop_token stop,
                                                     const ProgressCallback &progress)
{
    Walk walk(repository, change, files, commitVerdicts, judge, problems);
    for (std::size_t i = 0; i < change.commits.size(); ++i) {
        if (stop.stop_requested())
            return cancelled();
        if (progress)
            progress({i, change.commits.size(), Message(QT_TRANSLATE_NOOP("app", "Tracing lines to their commits"))});
        if (auto stepped = walk.step(i, stop); !stepped)
            return std::unexpected(stepped.error());
    }
    std::map<std::string, TracedFile> traced;
    for (auto &[path, state] : walk.head())
        traced.emplace(path, TracedFile{*state.lines, state.movedBy});
    return traced;
}

} // namespace countersign::provenance
