// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "FindingsReport.h"

#include "core/Clock.h"
#include "core/SafeText.h"

#include <nlohmann/json.hpp>

#include <vector>

namespace countersign::workbench
{

namespace
{

std::string placeOf(const Finding &finding)
{
    std::string place = safeText(finding.file) + ":" + std::to_string(finding.startLine);
    if (finding.endLine != finding.startLine)
        place += "-" + std::to_string(finding.endLine);
    return finding.side == Side::Old ? Message(QT_TRANSLATE_NOOP("app", "%1 (before the change)"), {place}).translated() : place;
}

Message decisionText(const review::FindingState &state, std::int64_t now)
{
    switch (state.decision) {
    case review::FindingDecision::Acknowledged:
        return Message(QT_TRANSLATE_NOOP("app", "acknowledged by %1"), {state.reviewer});
    case review::FindingDecision::Disputed:
        return Message(QT_TRANSLATE_NOOP("app", "disputed by %1: %2"), {state.reviewer, state.reason});
    case review::FindingDecision::Waived:
        break;
    }
    if (!state.expires)
        return Message(QT_TRANSLATE_NOOP("app", "waived by %1: %2"), {state.reviewer, state.reason});
    const std::string end = formatUtc(*state.expires);
    return state.isInForce(now)
        ? Message(QT_TRANSLATE_NOOP("app", "waived until %3 by %1: %2"), {state.reviewer, state.reason, end})
        : Message(QT_TRANSLATE_NOOP("app", "open again: the waiver of %1 ran out on %2"), {state.reviewer, end});
}

std::string entryText(const Finding &finding, const FindingDecisions &decisions, std::int64_t now)
{
    std::string text = "  " + finding.id + "  " + placeOf(finding);
    if (const auto decided = decisions.find(finding.id); decided != decisions.end())
        text += "  [" + safeText(decisionText(decided->second, now).translated(), 300) + "]";
    return text + "\n";
}

} // namespace

std::string findingsText(const Analysis &analysis, const FindingDecisions &decisions, std::int64_t now)
{
    // Look-alikes stand where the first of them stands.
    std::map<std::string_view, std::vector<const Finding *>> groups;
    for (const Finding &finding : analysis.findings)
        groups[finding.group].push_back(&finding);
    std::string text;
    for (const Finding &finding : analysis.findings) {
        if (finding.group != finding.id)
            continue;
        text += label(finding.severity).translated() + "  " + finding.rule + "  " + safeText(finding.title.translated()) + "\n";
        for (const Finding *alike : groups[finding.group])
            text += entryText(*alike, decisions, now);
    }
    return text.empty() ? Message(QT_TRANSLATE_NOOP("app", "Nothing found")).translated() + "\n" : text;
}

std::string findingsJson(const Analysis &analysis, const FindingDecisions &decisions, std::int64_t now)
{
    using Json = nlohmann::ordered_json;
    Json findings = Json::array();
    for (const Finding &finding : analysis.findings) {
        Json decision = nullptr;
        if (const auto found = decisions.find(finding.id); found != decisions.end()) {
            const review::FindingState &state = found->second;
            decision = {{"state", review::name(state.decision)},
                        {"reason", state.reason},
                        {"reviewer", state.reviewer},
                        {"time", formatUtc(state.time)},
                        {"expires", state.expires ? Json(formatUtc(*state.expires)) : Json(nullptr)},
                        {"inForce", state.isInForce(now)}};
        }
        findings.push_back({{"id", finding.id},
                            {"group", finding.group},
                            {"rule", finding.rule},
                            {"severity", name(finding.severity)},
                            {"file", finding.file},
                            {"side", name(finding.side)},
                            {"startLine", finding.startLine},
                            {"endLine", finding.endLine},
                            {"title", finding.title.english()},
                            {"decision", std::move(decision)}});
    }
    const Json json{{"schema", "countersign.findings/1"}, {"findings", std::move(findings)}};
    return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace countersign::workbench
