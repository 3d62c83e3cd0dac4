// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "All.h"
#include "Areas.h"
#include "MakeFinding.h"

#include "risk/Draft.h"
#include "risk/Pattern.h"

#include "core/Joined.h"
#include "core/SafeText.h"

#include <algorithm>
#include <vector>

namespace countersign::risk
{

namespace
{

constexpr std::size_t fewestAreas = 3;
constexpr std::size_t shownFiles = 3; ///< of an area

struct Place {
    const FileChange *file = nullptr;
    AreaPlace at;
};

std::string placesText(const std::vector<Place> &places)
{
    const std::string out =
        joined(places | std::views::take(shownFiles), [](const Place &place) { return safeText(place.file->path(), 100); });
    return places.size() > shownFiles ? out + ", …" : out;
}

/// Says of itself that it goes across everything.
bool isSweep(const Change &change)
{
    static const RE2 sweep(
        R"((?i)\b(?:bump|upgrade|update\s+dependenc|migrate\s+to|rename|reformat|format(?:ting)?|lint|licen[cs]e|copyright|)"
        R"(merge|backport|revert|release|initial\s+(?:commit|import)|vendor)\b)",
        patternOptions());
    return RE2::PartialMatch(change.title, sweep);
}

/// SCP-03: parts of the system that nobody reviews together change together.
class WideChange final : public Detector
{
public:
    [[nodiscard]] std::string_view rule() const override { return "SCP-03"; }
    [[nodiscard]] std::vector<Finding> inspectChange(const ChangeContext &context) const override
    {
        std::map<Area, std::vector<Place>> areas;
        const auto &all = context.facts<AreasOfChange>().byFile;
        for (std::size_t i = 0; i < all.size(); ++i) {
            for (const auto &[area, at] : all[i])
                areas[area].push_back({&context.files[i], at});
        }
        // One file may speak of several areas; the change spans them only when different files do.
        std::vector<const FileChange *> files;
        for (const auto &[area, places] : areas) {
            for (const Place &place : places) {
                if (!std::ranges::contains(files, place.file))
                    files.push_back(place.file);
            }
        }
        if (areas.size() < fewestAreas || files.size() < fewestAreas)
            return {};
        return {say(context, areas)};
    }

private:
    [[nodiscard]] Finding say(const ChangeContext &context, const std::map<Area, std::vector<Place>> &areas) const
    {
        // The line of the area with the fewest files: the one that is least expected here.
        const auto rarest = std::ranges::min_element(areas, {}, [](const auto &area) { return area.second.size(); });
        const Place &place = rarest->second.front();
        Finding finding;
        finding.rule = rule();
        finding.severity = Severity::High;
        finding.side = place.at.isOld ? Side::Old : Side::New;
        finding.file = (place.at.isOld ? place.file->delta.oldSide : place.file->delta.newSide).path;
        finding.startLine = finding.endLine = place.at.line;
        const std::string names = joined(areas | std::views::keys, [](Area area) { return label(area).english(); });
        finding.title = Message(QT_TRANSLATE_NOOP("app", "One change spans %1 areas: %2"), {std::to_string(areas.size()), names});
        finding.why = Message(QT_TRANSLATE_NOOP(
            "app", "When it fails, several safeguards may fail at once, and rolling back one part breaks another."));
        finding.check =
            Message(QT_TRANSLATE_NOOP("app", "Can it be split, so that each part is reviewed and rolled out by itself?"));
        for (const auto &[area, places] : areas)
            finding.evidence.emplace_back(QT_TRANSLATE_NOOP("app", "%1: %2"),
                                          std::vector{label(area).english(), placesText(places)});
        if (isSweep(context.change))
            lowerTo(finding, Severity::Medium,
                    Message(QT_TRANSLATE_NOOP("app", "The title speaks of a change that goes across everything.")));
        return finding;
    }
};

} // namespace

std::unique_ptr<Detector> makeWideChange()
{
    return std::make_unique<WideChange>();
}

} // namespace countersign::risk
