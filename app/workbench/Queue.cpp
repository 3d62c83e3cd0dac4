// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Queue.h"

#include "Meetings.h"

#include "core/Clock.h"

#include <sys/resource.h>

#include <algorithm>
#include <atomic>
#include <mutex>
#include <thread>
#include <tuple>

namespace countersign::workbench
{

namespace
{

/// What all threads of one run share.
struct Run {
    const git::Reference &target;
    const Engine &engine;
    const Result<Gatekeeper> &gatekeeper;
};

/// @param graded see openChange().
QueueEntry analyzed(git::Repository &repository, const Run &run, QueueEntry entry, const std::stop_token &stop,
                    const GradedCallback &graded)
{
    git::ResolveOptions options;
    options.target = run.target.name;
    auto report = openChange(repository, run.engine, entry.id, options, stop, {}, {}, 1, graded);
    if (!report) {
        entry.error = std::move(report.error());
        return entry;
    }
    entry.footprint = std::make_shared<const impact::Footprint>(footprintOf(*report));
    entry.analysis = std::move(report->analysis);
    entry.gate = run.gatekeeper ? run.gatekeeper->stateOf(repository, *entry.analysis, stop) : GateState::Error;
    return entry;
}

/// Those whose interactions are looked for: all that could be read, or the newest of them.
std::vector<std::size_t> comparedOf(std::vector<QueueEntry> &entries)
{
    std::vector<std::size_t> compared;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (entries[i].footprint)
            compared.push_back(i);
    }
    if (compared.size() <= mostOtherChanges)
        return compared;
    std::ranges::sort(compared, {}, [&entries](std::size_t i) { return std::tuple(-entries[i].analysis->change.updated, i); });
    const Message problem(QT_TRANSLATE_NOOP("app", "Only the %1 newest of %2 open changes are compared with each other here."),
                          {std::to_string(mostOtherChanges), std::to_string(compared.size())});
    for (const std::size_t i : compared)
        entries[i].analysis->problems.push_back(problem);
    compared.resize(mostOtherChanges);
    std::ranges::sort(compared);
    return compared;
}

/// Interactions need all changes: entries that have some are reported once more.
Result<void> findMeetings(const git::Repository &repository, std::vector<QueueEntry> &entries, const std::stop_token &stop,
                          const EntryCallback &analysed)
{
    const std::vector<std::size_t> indexes = comparedOf(entries);
    std::vector<const impact::Footprint *> footprints;
    for (const std::size_t i : indexes)
        footprints.push_back(entries[i].footprint.get());
    auto found = impact::findInteractions(repository, footprints, stop);
    if (!found)
        return std::unexpected(found.error());
    for (std::size_t i = 0; i < indexes.size(); ++i) {
        QueueEntry &entry = entries[indexes[i]];
        const bool isNews = !(*found)[i].empty();
        entry.analysis->interactions = std::move((*found)[i]);
        if (isNews && analysed)
            analysed(indexes[i], entry);
    }
    return {};
}

/// The calling thread gives way to those that paint and answer. (On Linux a priority belongs to a thread.)
void giveWay()
{
    constexpr int nice = 10;
    (void)::setpriority(PRIO_PROCESS, 0, nice);
}

/// Calls @p work with one of @p handles and every number below @p count, on a thread for each handle.
template<class Work>
void inBackground(std::vector<git::Repository> &handles, std::size_t count, const Work &work)
{
    std::atomic<std::size_t> next = 0;
    std::vector<std::jthread> workers;
    for (auto &handle : handles)
        workers.emplace_back([&work, &handle, &next, count] {
            giveWay();
            for (std::size_t i = next++; i < count; i = next++)
                work(handle, i);
        });
}

/// Order of one entry; smaller stands first.
auto rank(const QueueEntry &entry)
{
    if (!entry.analysis)
        return std::tuple(-static_cast<int>(Band::High), 0L, std::int64_t{0}, entry.id);
    const Analysis &analysis = *entry.analysis;
    const auto deciding = std::ranges::count_if(
        analysis.findings, [&analysis](const Finding &finding) { return bandOf(finding.severity) == analysis.band; });
    return std::tuple(-static_cast<int>(analysis.band), -static_cast<long>(deciding), analysis.change.updated, entry.id);
}

} // namespace

Result<std::vector<QueueEntry>> listQueue(const git::Repository &repository, const git::Reference &target, std::stop_token stop)
{
    auto refs = git::openChanges(repository, target, stop);
    if (!refs)
        return std::unexpected(refs.error());
    std::vector<QueueEntry> entries;
    entries.reserve(refs->size());
    for (auto &ref : *refs)
        entries.push_back({std::move(ref.id), std::move(ref.ref), ref.head, {}, {}, {}, {}});
    return entries;
}

Result<void> analyzeQueue(const git::Repository &repository, const git::Reference &target, const Engine &engine,
                          std::vector<QueueEntry> &entries, unsigned threads, std::stop_token stop,
                          const ProgressCallback &progress, const EntryCallback &analysed)
{
    if (threads == 0)
        threads = std::max(1U, std::thread::hardware_concurrency());
    threads = static_cast<unsigned>(std::clamp<std::size_t>(entries.size(), 1, threads));
    std::vector<git::Repository> handles;
    for (unsigned i = 0; i < threads; ++i) {
        auto handle = repository.handle();
        if (!handle)
            return std::unexpected(handle.error());
        handles.push_back(std::move(*handle));
    }
    const auto gatekeeper = Gatekeeper::open(repository, {}, SystemClock().now(), stop);
    const Run run{target, engine, gatekeeper};
    std::vector<std::size_t> later; // their findings were known before the history was
    std::size_t done = 0;
    std::mutex reporting;
    const auto work = [&](git::Repository &handle, std::size_t index, bool isSecond) {
        if (stop.stop_requested())
            return;
        bool isWhole = true;
        auto entry = analyzed(handle, run, entries[index], stop, [&](const ChangeReport &) {
            isWhole = isSecond || engine.surroundings->isWarm(handle);
            return isWhole;
        });
        const std::scoped_lock lock(reporting);
        if (stop.stop_requested())
            return;
        entries[index] = std::move(entry);
        if (!isWhole)
            later.push_back(index);
        done += isWhole ? 1 : 0;
        if (analysed)
            analysed(index, entries[index]);
        if (progress)
            progress({done, entries.size(), Message(QT_TRANSLATE_NOOP("app", "Analysing changes"))});
    };
    {
        // One thread reads the history; until it has, the others go on with what does not need it.
        auto handle = repository.handle();
        if (!handle)
            return std::unexpected(handle.error());
        std::jthread reader;
        if (!entries.empty() && !engine.surroundings->isWarm(repository))
            reader = std::jthread([&] {
                giveWay();
                (void)engine.surroundings->warmUp(*handle, target.target, 1, stop); // what fails is said by each change
            });
        inBackground(handles, entries.size(), [&work](git::Repository &mine, std::size_t i) { work(mine, i, false); });
    }
    const std::vector<std::size_t> unfinished = std::move(later);
    inBackground(handles, unfinished.size(), [&](git::Repository &mine, std::size_t i) { work(mine, unfinished[i], true); });
    if (stop.stop_requested())
        return cancelled();
    return findMeetings(repository, entries, stop, analysed);
}

bool isRiskier(const QueueEntry &a, const QueueEntry &b)
{
    return rank(a) < rank(b);
}

} // namespace countersign::workbench
