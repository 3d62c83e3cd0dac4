// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Calibrating.h"

#include <nlohmann/json.hpp>

#include <cmath>

/// Calibrations as JSON.
namespace countersign::workbench
{

namespace
{

using Json = nlohmann::ordered_json;

/// Numbers of three digits: the same on every machine.
double rounded(double value)
{
    constexpr double digits = 1000;
    const double out = std::round(value * digits) / digits;
    return out == 0 ? 0 : out; // no negative zero
}

Json marksJson(const risk::Marks &marks)
{
    return {{"auc", rounded(marks.auc)},
            {"top5", rounded(marks.capture5)},
            {"top10", rounded(marks.capture10)},
            {"top30", rounded(marks.capture30)},
            {"densityRecall20", rounded(marks.densityRecall20)},
            {"initialFalseAlarms", marks.initialFalseAlarms}};
}

Json labelsJson(const FaultyChanges &faulty)
{
    return {{"faultyChanges", faulty.brought.size()},
            {"trailers", faulty.trailers},
            {"reverts", faulty.reverts},
            {"fixes", faulty.fixes},
            {"withIssue", faulty.withIssue},
            {"traced", faulty.traced},
            {"tooLarge", faulty.tooLarge},
            {"onlyAdding", faulty.onlyAdding},
            {"notLookedAt", faulty.notLookedAt}};
}

} // namespace

std::string calibrationJson(const CalibrationResult &result, bool isKept)
{
    Json limits = Json::array();
    for (const Message &limit : result.limits)
        limits.push_back(limit.english());
    Json out = {{"schema", "countersign.calibration/1"},
                {"target", result.targetRef},
                {"tip", result.tip.hex()},
                {"kept", isKept},
                {"refusal", result.refusal.isEmpty() ? Json(nullptr) : Json(result.refusal.english())},
                {"looked", result.looked},
                {"leftOutNewest", result.newest},
                {"medianDelaySeconds", result.medianDelay},
                {"labels", labelsJson(result.faulty)},
                {"limits", std::move(limits)},
                {"shrinkage", impact::shrinkage},
                {"result", nullptr}};
    if (result.calibration) {
        const impact::Calibration &one = *result.calibration;
        Json weights = Json::array();
        for (std::size_t i = 0; i < risk::factorCount; ++i)
            weights.push_back({{"factor", name(static_cast<risk::Factor>(i))},
                               {"shipped", rounded(result.shipped.terms.at(i).weight)},
                               {"refitted", rounded(one.model.terms.at(i).weight)}});
        out["result"] = {{"origin", one.model.origin},
                         {"changes", one.changes},
                         {"faulty", one.bad},
                         {"trained", one.trained},
                         {"judged", one.judged},
                         {"judgedFaulty", one.judgedBad},
                         {"marks",
                          {{"refitted", marksJson(one.refitted)},
                           {"shipped", marksJson(one.shipped)},
                           {"linesAdded", marksJson(one.linesAdded)}}},
                         {"weights", std::move(weights)}};
    }
    return out.dump(1) + "\n";
}

} // namespace countersign::workbench
