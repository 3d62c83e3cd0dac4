// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "MeetingRisks.h"

#include "Draft.h"
#include "Numbering.h"
#include "detectors/MakeFinding.h"

#include "core/SafeText.h"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>

namespace countersign::risk
{

namespace
{

constexpr std::size_t mostFindings = 20;
constexpr std::size_t shownMeetings = 5; ///< of one place

/// Everything that meets the change in one line: path, line, old side.
using Place = std::tuple<std::string, LineNumber, bool>;
using Places = std::map<Place, std::vector<const Interaction *>>;

Severity severityOf(InteractionKind kind)
{
    switch (kind) {
    case InteractionKind::ConfigKey:
    case InteractionKind::Table:
    case InteractionKind::Route:
    case InteractionKind::Lock:
    case InteractionKind::Contract:
    case InteractionKind::SemanticConflict:
        return Severity::High;
    case InteractionKind::SameSymbol:
    case InteractionKind::TextConflict: // whoever merges second is told
        return Severity::Medium;
    }
    return Severity::Medium;
}

Finding say(const FileContext &file, const Place &place, const std::vector<const Interaction *> &meetings)
{
    const auto &[path, line, isOld] = place;
    const Interaction &worst =
        **std::ranges::max_element(meetings, {}, [](const Interaction *one) { return severityOf(one->kind); });
    Finding finding = makeFinding(
        {"SCP-07", severityOf(worst.kind),
         Message(QT_TRANSLATE_NOOP("app", "Another open change meets this one: %1"), {safeText(worst.what, 80)}),
         Message(
             QT_TRANSLATE_NOOP("app", "Each of the two is right by itself; what comes of both together was reviewed by nobody.")),
         Message(QT_TRANSLATE_NOOP("app", "Which one is merged first, and who looks at the other one again after that?"))},
        file, {isOld ? Side::Old : Side::New, line, line});
    for (const Interaction *one : meetings) {
        if (finding.evidence.size() < shownMeetings)
            finding.evidence.emplace_back(
                QT_TRANSLATE_NOOP("app", "Meets %1 at %2"),
                std::vector{safeText(one->with, 60), safeText(one->there.file, 120) + ":" + std::to_string(one->there.line)});
    }
    lowerByPath(finding, file);
    return finding;
}

} // namespace

std::vector<Finding> meetingRisks(std::span<const Interaction> meetings, std::span<const FileChange *const> files)
{
    Places places;
    for (const Interaction &one : meetings)
        places[{one.here.file, one.here.line, one.here.isOld}].push_back(&one);
    std::vector<Finding> found;
    Numbering numbering;
    for (const auto &[place, here] : places) {
        const auto &[path, line, isOld] = place;
        const auto file = std::ranges::find_if(files, [&](const FileChange *one) {
            const FileSide &side = isOld ? one->delta.oldSide : one->delta.newSide;
            const Text &text = isOld ? one->oldText : one->newText;
            return side.exists() && side.path == path && line != noLine && line <= text.lineCount();
        });
        if (file == files.end())
            continue;
        Finding finding = say(FileContext(**file), place, here);
        numbering.number(finding, spanText(**file, finding));
        found.push_back(std::move(finding));
    }
    std::ranges::stable_sort(found, [](const Finding &a, const Finding &b) { return a.severity > b.severity; });
    found.resize(std::min(found.size(), mostFindings));
    return found;
}

} // namespace countersign::risk
