// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "LineTracer.h"

#include "ChainWalk.h"
#include "CommitSteps.h"
#include "PathChains.h"
#include "StepRuns.h"

#include "core/Workers.h"

#include <algorithm>
#include <functional>
#include <memory>
#include <mutex>
#include <set>

namespace countersign::provenance
{

namespace
{

/// What was found out about one chain.
struct TracedChain {
    std::map<std::string, FileState> files; ///< at the head
    std::vector<std::pair<std::size_t, Error>> problems;
};

class Tracing
{
public:
    Tracing(const Change &change, std::span<const FileChange> files, LineJudge &judge, std::vector<Message> &problems,
            const std::stop_token &stop, const ProgressCallback &progress)
        : m_change(change)
        , m_files(files)
        , m_judge(judge)
        , m_problems(problems)
        , m_stop(stop)
        , m_progress(progress)
        , m_graph(change.commits, change.head)
    {
    }

    Result<std::map<std::string, TracedFile>> run(std::span<const git::Repository *const> handles)
    {
        const std::vector<CommitSteps> steps = stepsOf(handles, m_change.commits, m_stop, [this] {
            report(m_change.commits.size(), Message(QT_TRANSLATE_NOOP("app", "Reading the commits of the change")));
        });
        m_done = 0;
        if (m_stop.stop_requested())
            return cancelled();
        for (std::size_t i = 0; i < steps.size(); ++i) {
            if (!steps[i])
                complain(i, steps[i].error());
        }
        const PathChains chains(steps);
        takeUniformChains(chains);
        if (auto walked = walkOthers(handles, chains); !walked)
            return std::unexpected(walked.error());
        return std::move(m_traced);
    }

private:
    /// The verdict that all commits share that brought lines to a chain; nothing when its lines have to be told apart.
    [[nodiscard]] std::optional<VerdictId> sharedVerdict(std::span<const PathChains::Link> links) const
    {
        std::optional<VerdictId> shared;
        for (const auto &link : links) {
            if (!link.step->delta.newSide.exists() || link.step->takenFrom)
                continue;
            const VerdictId verdict = m_judge.verdict(link.commit);
            if (m_judge.speaksOf(link.commit, link.step->delta.newSide.path) || shared.value_or(verdict) != verdict)
                return std::nullopt;
            shared = verdict;
        }
        return shared.value_or(stoodBefore);
    }

    void takeUniformChains(const PathChains &chains)
    {
        std::vector<char> isWanted(chains.count());
        std::vector<std::optional<VerdictId>> shared(chains.count());
        for (std::size_t chain = 0; chain < chains.count(); ++chain) {
            shared[chain] = sharedVerdict(chains.links(chain));
            // What a note says is counted wherever its commit added lines, at the head or not.
            isWanted[chain] = std::ranges::any_of(chains.links(chain), [&](const PathChains::Link &link) {
                return link.step->delta.newSide.exists() && m_judge.speaksOf(link.commit, link.step->delta.newSide.path);
            });
        }
        for (const FileChange &file : m_files) {
            const std::size_t chain = chains.chainOf(file.path());
            if (chain == chains.count() || file.rows.added == 0)
                continue;
            if (shared[chain])
                m_traced[file.path()].whole = shared[chain];
            else
                isWanted[chain] = true;
        }
        for (std::size_t chain = 0; chain < chains.count(); ++chain) {
            if (isWanted[chain])
                m_open.push_back(chain);
        }
    }

    Result<void> walkOthers(std::span<const git::Repository *const> handles, const PathChains &chains)
    {
        std::vector<std::unique_ptr<CommitLines>> readers;
        for (const git::Repository *handle : handles)
            readers.push_back(std::make_unique<CommitLines>(*handle, m_change, m_files));
        StepRuns runs(m_change, m_judge);
        std::vector<std::vector<PathChains::Link>> steps;
        for (const std::size_t chain : m_open)
            steps.push_back(runs.joined(chains.links(chain)));
        // The longest first, so that none of them is waited for in the end.
        std::ranges::stable_sort(steps, std::greater(), &std::vector<PathChains::Link>::size);
        std::vector<TracedChain> traced(m_open.size());
        onThreads(readers, m_open.size(), [&](const std::unique_ptr<CommitLines> &reader, std::size_t number) {
            if (m_stop.stop_requested())
                return;
            ChainWalk walk(m_change, m_graph, *reader, m_judge);
            auto files = walk.walk(steps[number], m_stop);
            if (files)
                traced[number] = {std::move(*files), walk.problems()};
            report(m_open.size(), Message(QT_TRANSLATE_NOOP("app", "Tracing lines to their commits")));
        });
        if (m_stop.stop_requested())
            return cancelled();
        std::map<std::size_t, Error> unread; // the first reason for each commit, whichever thread met it
        for (TracedChain &chain : traced) {
            for (auto &[path, state] : chain.files)
                m_traced.try_emplace(path, TracedFile{std::nullopt, *state.lines, state.movedBy});
            for (auto &[commit, error] : chain.problems)
                unread.try_emplace(commit, std::move(error));
        }
        for (const auto &[commit, error] : unread)
            complain(commit, error);
        return {};
    }

    void report(std::size_t total, Message stage)
    {
        if (!m_progress)
            return;
        const std::scoped_lock lock(m_reporting);
        m_progress({++m_done, total, std::move(stage)});
    }

    void complain(std::size_t commit, const Error &error)
    {
        m_problems.push_back(Message(QT_TRANSLATE_NOOP("app", "Which lines commit %1 brought could not be found out: %2"),
                                     {m_change.commits[commit].id.shortHex(), error.what.english()}));
    }

    const Change &m_change;
    std::span<const FileChange> m_files;
    LineJudge &m_judge;
    std::vector<Message> &m_problems;
    const std::stop_token &m_stop;
    const ProgressCallback &m_progress;
    const CommitGraph m_graph;
    std::vector<std::size_t> m_open; ///< chains whose content has to be looked at
    std::map<std::string, TracedFile> m_traced;
    std::mutex m_reporting;
    std::size_t m_done = 0;
};

} // namespace

Result<std::map<std::string, TracedFile>> traceLines(const git::Repository &repository, const Change &change,
                                                     std::span<const FileChange> files, LineJudge &judge,
                                                     std::vector<Message> &problems, std::stop_token stop,
                                                     const ProgressCallback &progress, unsigned threads)
{
    constexpr std::size_t worthAThread = 8; // commits; opening a handle takes about as long
    std::vector<git::Repository> others;
    for (std::size_t i = 1; i < std::min<std::size_t>(threads, change.commits.size() / worthAThread); ++i) {
        auto handle = repository.handle();
        if (!handle)
            return std::unexpected(handle.error());
        others.push_back(std::move(*handle));
    }
    std::vector<const git::Repository *> handles{&repository};
    for (const git::Repository &other : others)
        handles.push_back(&other);
    return Tracing(change, files, judge, problems, stop, progress).run(handles);
}

} // namespace countersign::provenance
