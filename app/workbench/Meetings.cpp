// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Meetings.h"

#include "OtherChanges.h"

#include "risk/MeetingRisks.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <tuple>

namespace countersign::workbench
{

namespace
{

/// The other open changes of the same target, the newest first, at most mostOtherChanges.
Result<std::vector<git::ChangeRef>> others(const git::Repository &repository, const git::Reference &target, Analysis &analysis,
                                           const std::stop_token &stop)
{
    const Change &change = analysis.change;
    auto refs = git::openChanges(repository, target, stop);
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
    const Change &change = report.analysis.change;
    const auto target = repository.targetBranch(change.targetRef);
    if (!target)
        return std::unexpected(target.error());
    const auto refs = others(repository, *target, report.analysis, stop);
    if (!refs)
        return std::unexpected(refs.error());
    std::vector<Oid> heads{target->target, change.head};
    for (const git::ChangeRef &ref : *refs)
        heads.push_back(ref.head);
    const auto bases = git::MergeBases::of(repository, heads, stop);
    if (!bases)
        return std::unexpected(bases.error());
    std::vector<OtherChange> changes;
    for (const git::ChangeRef &ref : *refs) {
        const auto base = bases->between(target->target, ref.head);
        if (base || !repository.isShallow()) // where it starts may have been cut off
            changes.push_back({ref.id, base.value_or(Oid()), ref.head});
    }
    std::set<std::string> paths;
    for (const auto &file : report.files)
        paths.insert(file->path());
    const auto footprints = readFootprints(repository, changes, paths, threads, stop, progress);
    if (!footprints)
        return std::unexpected(footprints.error());
    if (std::ranges::none_of(*footprints, [](const auto &one) { return one.has_value(); }))
        return {};
    const impact::Footprint own = footprintOf(report);
    std::vector<const impact::Footprint *> all{&own};
    for (const auto &one : *footprints) {
        if (one)
            all.push_back(&*one);
    }
    auto interactions = impact::findInteractions(repository, *bases, all, 0, stop);
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
