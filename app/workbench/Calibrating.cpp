// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Calibrating.h"

#include "KeptFiles.h"

#include <algorithm>
#include <format>

namespace countersign::workbench
{

namespace
{

using impact::History;
using risk::Factor;

constexpr std::int64_t secondsPerDay = 86400;

std::string number(std::size_t value)
{
    return std::to_string(value);
}

std::int64_t medianDelay(const FaultyChanges &faulty)
{
    std::vector<std::int64_t> delays;
    for (const auto &[id, delay] : faulty.brought)
        delays.push_back(delay);
    if (delays.empty())
        return 0;
    const auto middle = delays.begin() + static_cast<std::ptrdiff_t>(delays.size() / 2);
    std::ranges::nth_element(delays, middle);
    return *middle;
}

std::vector<Message> limitsOf(const CalibrationResult &result)
{
    const FaultyChanges &faulty = result.faulty;
    std::vector<Message> out;
    out.emplace_back(QT_TRANSLATE_NOOP(
        "app",
        "A bug that nobody repaired, or whose repair does not say that it is one, is not known: its change counts as good."));
    out.emplace_back(QT_TRANSLATE_NOOP("app", "A fix that only adds lines blames nobody: %1 of %2 fixes."),
                     std::vector{number(faulty.onlyAdding), number(faulty.fixes)});
    out.emplace_back(
        QT_TRANSLATE_NOOP("app",
                          "Not blamed: comments, blank lines, lone brackets, tests, white space, and lines that only "
                          "moved inside a file. A line that came from another file is blamed on its move."));
    out.emplace_back(QT_TRANSLATE_NOOP("app", "Left out for their size (more than %1 files or %2 deleted lines): %3 fixes."),
                     std::vector{number(mostFilesOfFix), number(mostLinesOfFix), number(faulty.tooLarge)});
    out.emplace_back(
        QT_TRANSLATE_NOOP("app", "Half of the bugs took %1 days and more to be repaired; the %2 newer changes were left out."),
        std::vector{std::to_string(result.medianDelay / secondsPerDay), number(result.newest)});
    if (faulty.notLookedAt > 0)
        out.emplace_back(QT_TRANSLATE_NOOP("app", "Only the newest %1 fixes were followed; %2 older ones were not."),
                         std::vector{number(mostTracedFixes), number(faulty.notLookedAt)});
    return out;
}

/// Changes of the program whose bugs had time to show.
std::vector<impact::LabelledChange> labelled(const History &history, std::span<const History::Index> changes, std::size_t first,
                                             CalibrationResult &result)
{
    const auto features = history.featuresOf(changes, first);
    const std::int64_t latest = history.timeOf(changes.back()) - result.medianDelay;
    std::vector<impact::LabelledChange> out;
    for (std::size_t i = first; i < changes.size(); ++i) {
        const auto &one = features[i - first];
        const bool isProgramChange = one.at(static_cast<std::size_t>(Factor::LinesAdded)).has_value()
            && one.at(static_cast<std::size_t>(Factor::Files)).value_or(0) > 0;
        const bool isRipe = history.timeOf(changes[i]) <= latest;
        result.newest += isRipe ? 0 : 1;
        if (isProgramChange && isRipe)
            out.push_back({one, result.faulty.brought.contains(history.idOf(changes[i]))});
    }
    return out;
}

} // namespace

Result<CalibrationResult> calibrateRepository(const git::Repository &repository, std::string_view target, unsigned threads,
                                              std::stop_token stop, const ProgressCallback &progress)
{
    if (repository.isShallow())
        return fail(ErrorKind::Input,
                    Message(QT_TRANSLATE_NOOP("app", "This clone is shallow: likelihood needs the whole history.")), {},
                    Message(QT_TRANSLATE_NOOP("app", "“git fetch --unshallow” brings the rest.")));
    const auto branch = repository.targetBranch(target);
    if (!branch)
        return std::unexpected(branch.error());
    auto shipped = risk::LikelihoodModel::builtIn();
    if (!shipped)
        return std::unexpected(shipped.error());
    CalibrationResult result;
    result.shipped = std::move(*shipped);
    result.targetRef = branch->name;
    result.tip = branch->target;
    History history(historyFile(cacheFolder(), repository));
    if (auto read = history.readUpTo(repository, result.tip, stop, progress); !read)
        return std::unexpected(read.error());
    if (auto read = history.readSizes(repository, result.tip, calibratedChanges, stop, progress); !read)
        return std::unexpected(read.error());
    const auto changes = history.changesUpTo(result.tip);
    result.looked = std::min(changes.size(), calibratedChanges);
    const std::size_t first = changes.size() - result.looked;
    auto faulty = findFaultyChanges(repository, history, std::span(changes).subspan(first), threads, stop, progress);
    if (!faulty)
        return std::unexpected(faulty.error());
    result.faulty = std::move(*faulty);
    result.medianDelay = medianDelay(result.faulty);
    const auto samples = changes.empty() ? std::vector<impact::LabelledChange>() : labelled(history, changes, first, result);
    result.limits = limitsOf(result);
    if (auto reason = impact::tooLittle(samples)) {
        result.refusal = std::move(*reason);
        return result;
    }
    result.calibration = impact::calibrate(samples, result.shipped);
    result.calibration->model.origin = std::format(
        "Refitted on {} changes of this repository up to {}, of which {} brought a bug; drawn to the shipped weights.",
        result.calibration->changes, result.tip.shortHex(), result.calibration->bad);
    if (!result.calibration->isBetter())
        result.refusal =
            Message(QT_TRANSLATE_NOOP("app", "The shipped weights rank these changes as well or better, and stay in use."));
    return result;
}

} // namespace countersign::workbench
