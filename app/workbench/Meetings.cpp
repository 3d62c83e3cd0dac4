// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Meetings.h"

#include "core/Workers.h"
#include "risk/MeetingRisks.h"

#include <algorithm>
#include <atomic>
#include <iterator>
#include <mutex>
#include <tuple>

namespace countersign::workbench
{

namespace
{

/// The other open changes of the same target, the newest first, at most mostOtherChanges.
Result<std::vector<git::ChangeRef>> others(const git::Repository &repository, Analysis &analysis, const std::stop_token &stop)
{
    const Change &change = analysis.change;
    auto target = repository.targetBranch(change.targetRef);
    if (!target)
        return std::unexpected(target.error());
    auto refs = git::openChanges(repository, *target, stop);
    if (!refs)
        return refs;
    std::erase_if(*refs, [&change](const git::ChangeRef &ref) { return ref.head == change.head; });
    if (refs->size() <= mostOtherChanges)
        return refs;
    std::vector<std::tuple<std::int64_t, std::size_t>> order;
    for (std::size_t i = 0; i < refs->size(); ++i) {
        const auto commit = repository.commit((*refs)[i].head);
        order.emplace_back(commit ? -commit->committer.time : 0, i);
    }
    std::ranges::sort(order);
    std::vector<git::ChangeRef> newest;
    for (std::size_t i = 0; i < mostOtherChanges; ++i)
        newest.push_back(std::move((*refs)[std::get<1>(order[i])]));
    analysis.problems.emplace_back(QT_TRANSLATE_NOOP("app", "Compared with the %1 newest of %2 other open changes only."),
                                   std::vector{std::to_string(mostOtherChanges), std::to_string(refs->size())});
    return newest;
}

std::optional<impact::Footprint> footprintAt(git::Repository &repository, const std::string &id,
                                             const git::ResolveOptions &options, const std::stop_token &stop)
{
    constexpr std::size_t mostFiles = 1000; // of a change; a wider one meets everything
    const auto change = git::resolveChange(repository, id, options, stop);
    if (!change)
        return std::nullopt;
    const auto deltas = repository.diffTrees(change->baseTree, change->headTree, git::Repository::Renames::Find, stop);
    if (!deltas || deltas->size() > mostFiles)
        return std::nullopt;
    const auto loaded = loadFiles(repository, *deltas, 1, stop);
    if (!loaded)
        return std::nullopt;
    std::vector<const FileChange *> files;
    for (const FileChange &file : loaded->files)
        files.push_back(&file);
    return impact::footprintOf(*change, files);
}

std::vector<const FileChange *> filesOf(const ChangeReport &report)
{
    std::vector<const FileChange *> files;
    for (const auto &file : report.files)
        files.push_back(file.get());
    return files;
}

} // namespace

impact::Footprint footprintOf(const ChangeReport &report)
{
    return impact::footprintOf(report.analysis.change, filesOf(report));
}

Result<void> findMeetings(const git::Repository &repository, ChangeReport &report, unsigned threads, std::stop_token stop,
                          const ProgressCallback &progress)
{
    const auto refs = others(repository, report.analysis, stop);
    if (!refs)
        return std::unexpected(refs.error());
    std::vector<git::Repository> handles;
    for (std::size_t i = 0; i < std::clamp<std::size_t>(refs->size(), 1, std::max(1U, threads)); ++i) {
        auto handle = repository.handle();
        if (!handle)
            return std::unexpected(handle.error());
        handles.push_back(std::move(*handle));
    }
    git::ResolveOptions options;
    options.target = report.analysis.change.targetRef;
    std::vector<std::optional<impact::Footprint>> found(refs->size());
    std::atomic<std::size_t> next = 0;
    std::mutex reporting;
    std::size_t done = 0;
    onThreads(handles.size(), handles.size(), [&](std::size_t number) {
        for (std::size_t i = next++; i < refs->size() && !stop.stop_requested(); i = next++) {
            found[i] = footprintAt(handles[number], (*refs)[i].id, options, stop);
            const std::scoped_lock lock(reporting);
            if (progress)
                progress({++done, refs->size(), Message(QT_TRANSLATE_NOOP("app", "Comparing with other open changes"))});
        }
    });
    const impact::Footprint own = footprintOf(report);
    std::vector<const impact::Footprint *> all{&own};
    for (const auto &one : found) {
        if (one)
            all.push_back(&*one);
    }
    auto interactions = impact::findInteractions(repository, all, stop);
    if (!interactions)
        return std::unexpected(interactions.error());
    auto risks = risk::meetingRisks(interactions->front(), filesOf(report));
    report.analysis.interactions = std::move(interactions->front());
    if (!risks.empty()) {
        std::ranges::move(risks, std::back_inserter(report.analysis.findings));
        gradeAgain(report);
    }
    return {};
}

} // namespace countersign::workbench
