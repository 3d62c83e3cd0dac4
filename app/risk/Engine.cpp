// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Engine.h"

#include "Detector.h"
#include "InOrder.h"
#include "Numbering.h"
#include "RulePass.h"
#include "detectors/Standing.h"

#include "core/SafeText.h"
#include "core/Workers.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <numeric>
#include <thread>
#include <tuple>

namespace countersign::risk
{

namespace
{

/// How early a file of this class is looked at: smaller is earlier.
int urgency(FileClass fileClass)
{
    switch (fileClass) {
    case FileClass::Infrastructure:
    case FileClass::Migration:
        return 0;
    case FileClass::Pipeline:
    case FileClass::AgentInstructions:
        return 1;
    case FileClass::Configuration:
        return 2;
    case FileClass::Code:
        return 3;
    case FileClass::LockFile: // few, and long to read: nobody should wait for them in the end
    case FileClass::Other:
        return 4;
    case FileClass::Test:
        return 5;
    case FileClass::Documentation:
    case FileClass::Translation:
    case FileClass::Generated:
    case FileClass::Vendored:
        return 6;
    }
    return 6;
}

/// Words in a path that ask for a look before its neighbours.
bool soundsSensitive(std::string_view path)
{
    constexpr std::string_view words[] = {"auth",   "secur", "permission", "payment", "billing",
                                          "secret", "crypt", "prod",       "migrat"};
    return std::ranges::any_of(words, [path](std::string_view word) { return path.find(word) != std::string_view::npos; });
}

/// Indexes of @p files, those that look riskiest by class and path first.
std::vector<std::size_t> workOrder(std::span<const FileChange> files)
{
    std::vector<std::size_t> order(files.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::stable_sort(order, {}, [files](std::size_t index) {
        const FileChange &file = files[index];
        return std::tuple(urgency(file.fileClass), !soundsSensitive(file.path()));
    });
    return order;
}

/// Counts the steps of the work, whichever thread takes them.
class Steps
{
public:
    Steps(std::uint64_t total, const ProgressCallback &progress)
        : m_total(total)
        , m_progress(progress)
    {
    }

    void add(const char *stage)
    {
        if (!m_progress)
            return;
        const std::scoped_lock lock(m_mutex);
        m_progress({++m_done, m_total, Message(stage)});
    }

private:
    const std::uint64_t m_total;
    const ProgressCallback &m_progress;
    std::mutex m_mutex;
    std::uint64_t m_done = 0;
};

bool worseFirst(const Finding &a, const Finding &b)
{
    return std::tuple(b.severity, std::string_view(a.file), a.startLine, a.endLine, std::string_view(a.rule), a.side)
        < std::tuple(a.severity, std::string_view(b.file), b.startLine, b.endLine, std::string_view(b.rule), b.side);
}

/// One rule says one thing about a span: of two findings with the same rule and lines the worse one stays.
void dropRepeats(std::vector<Finding> &found)
{
    const auto place = [](const Finding &f) { return std::tie(f.rule, f.file, f.side, f.startLine, f.endLine); };
    std::ranges::stable_sort(found, [&place](const Finding &a, const Finding &b) {
        return place(a) != place(b) ? place(a) < place(b) : a.severity > b.severity;
    });
    const auto repeats = std::ranges::unique(found, {}, place);
    found.erase(repeats.begin(), repeats.end());
}

/// Look-alikes: of findings of one rule that say the same about ever more files, the first three keep their severity. The others
/// stay where they are, a step lower, and name the first. What is critical is never lowered.
void groupLookAlikes(std::vector<Finding> &found)
{
    constexpr std::size_t most = 3;
    struct Group {
        std::string first;
        std::size_t count = 0;
    };
    std::map<std::pair<std::string_view, std::string_view>, Group> groups;
    for (Finding &finding : found) {
        if (finding.severity != Severity::High)
            continue;
        Group &group = groups[{finding.rule, finding.title.text()}];
        if (group.count == 0)
            group.first = finding.file + ":" + std::to_string(finding.startLine);
        if (++group.count <= most)
            continue;
        finding.severity = Severity::Medium;
        finding.counterEvidence.emplace_back(QT_TRANSLATE_NOOP("app", "One of many like the one at %1"),
                                             std::vector{safeText(group.first, 120)});
    }
}

} // namespace

void orderFindings(std::vector<Finding> &findings)
{
    std::ranges::stable_sort(findings, worseFirst);
    std::map<std::tuple<std::string_view, Side, Severity, std::string>, std::string_view> groups;
    for (Finding &finding : findings) {
        const auto [first, isNew] =
            groups.try_emplace({finding.rule, finding.side, finding.severity, finding.title.english()}, finding.id);
        finding.group = first->second;
    }
}

Result<std::vector<Finding>> findRisks(const RuleSet &rules, const Change &change, std::span<const FileChange> files,
                                       std::stop_token stop, const ProgressCallback &progress, const FindingsCallback &found,
                                       unsigned threads, const HeadFiles *head, const FilePasts *pasts)
{
    constexpr std::size_t worthAThread = 32; // files
    const std::size_t workers = std::min<std::size_t>(threads, files.size() / worthAThread);
    const ChangeContext context(change, files, head, pasts);
    Steps steps(2 * files.size(), progress);
    RulePass pass(rules, files, context.facts<Standing>().survival, workers);
    onThreads(files.size(), workers, [&](std::size_t index) {
        if (stop.stop_requested())
            return;
        pass.scan(index, stop);
        steps.add(QT_TRANSLATE_NOOP("app", "Reading changed lines"));
    });
    if (stop.stop_requested())
        return cancelled();
    pass.pairUp();

    std::vector<Finding> all;
    Numbering numbering;
    const std::vector<std::size_t> order = workOrder(files);
    InOrder<std::vector<Finding>> collected(files.size(), [&](std::size_t place, std::vector<Finding> here) {
        for (Finding &finding : here)
            numbering.number(finding, spanText(files[order[place]], finding));
        if (found && !here.empty())
            found(here);
        std::ranges::move(here, std::back_inserter(all));
        steps.add(QT_TRANSLATE_NOOP("app", "Looking for risks"));
    });
    // What stands around the change takes long to look through; nobody needs to wait for it in the end.
    std::jthread ahead;
    if (workers > 1 && head)
        ahead = std::jthread([&context] { lookAround(context); });
    const auto inspectFile = [&](std::size_t place) {
        const std::size_t index = order[place];
        std::vector<Finding> here = pass.findingsIn(index, stop);
        for (const auto &detector : detectors())
            std::ranges::move(detector->inspectFile(pass.context(index), context), std::back_inserter(here));
        pass.release(index);
        dropRepeats(here);
        if (!stop.stop_requested())
            collected.put(place, std::move(here));
    };
    // First the files; who finds none left goes on with the change as a whole.
    std::vector<std::vector<Finding>> byDetector(detectors().size());
    onThreads(files.size() + byDetector.size(), workers, [&](std::size_t number) {
        if (stop.stop_requested())
            return;
        if (number < files.size())
            inspectFile(number);
        else
            byDetector[number - files.size()] = detectors()[number - files.size()]->inspectChange(context);
    });
    for (std::size_t i = 0; i < byDetector.size() && !stop.stop_requested(); ++i)
        std::ranges::move(detectors()[i]->inspectFindings(context, all), std::back_inserter(byDetector[i]));
    if (stop.stop_requested())
        return cancelled();
    std::vector<Finding> whole;
    for (std::vector<Finding> &some : byDetector)
        std::ranges::move(some, std::back_inserter(whole));
    for (Finding &finding : whole) {
        const auto file = std::ranges::find_if(files, [&finding](const FileChange &candidate) {
            return finding.file == (finding.side == Side::Old ? candidate.delta.oldSide : candidate.delta.newSide).path;
        });
        numbering.number(finding, file == files.end() ? std::string_view() : spanText(*file, finding));
    }
    if (found && !whole.empty())
        found(whole);
    std::ranges::move(whole, std::back_inserter(all));
    std::ranges::stable_sort(all, worseFirst);
    groupLookAlikes(all);
    orderFindings(all);
    return all;
}

} // namespace countersign::risk
