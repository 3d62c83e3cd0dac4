// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "SarifExport.h"

#include <nlohmann/json.hpp>

#include <map>
#include <string_view>
#include <utility>

namespace countersign::reports
{

namespace
{

using Json = nlohmann::ordered_json;

const char *levelOf(Severity severity)
{
    switch (severity) {
    case Severity::Critical:
    case Severity::High:
        return "error";
    case Severity::Medium:
        return "warning";
    case Severity::Low:
    case Severity::Info:
        return "note";
    }
    std::unreachable();
}

/// A path as a relative reference of RFC 3986: every byte that is not unreserved or '/' with a percent sign.
std::string uriOf(std::string_view path)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string uri;
    for (const char c : path) {
        const auto byte = static_cast<unsigned char>(c);
        const bool isPlain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
            || std::string_view("-._~/").find(c) != std::string_view::npos;
        if (isPlain)
            uri += c;
        else
            uri.append(1, '%').append(1, digits[byte >> 4U]).append(1, digits[byte & 15U]);
    }
    return uri;
}

Json texts(const std::vector<Message> &messages)
{
    Json out = Json::array();
    for (const Message &message : messages)
        out.push_back(message.english());
    return out;
}

/// Each rule once, in the order of its first finding, which lends it its words.
class Rules
{
public:
    std::size_t indexOf(const Finding &finding)
    {
        const auto [entry, isNew] = m_indexes.try_emplace(finding.rule, m_rules.size());
        if (isNew)
            m_rules.push_back({{"id", finding.rule},
                               {"shortDescription", {{"text", finding.why.english()}}},
                               {"help", {{"text", finding.check.english()}}},
                               {"defaultConfiguration", {{"level", levelOf(finding.severity)}}}});
        return entry->second;
    }
    Json take() { return std::move(m_rules); }

private:
    std::map<std::string, std::size_t> m_indexes;
    Json m_rules = Json::array();
};

Json resultOf(const Finding &finding, std::size_t rule)
{
    return {{"ruleId", finding.rule},
            {"ruleIndex", rule},
            {"level", levelOf(finding.severity)},
            {"message", {{"text", finding.title.english() + ". " + finding.why.english() + " " + finding.check.english()}}},
            {"locations",
             Json::array({{{"physicalLocation",
                            {{"artifactLocation", {{"uri", uriOf(finding.file)}, {"uriBaseId", "SRCROOT"}}},
                             {"region", {{"startLine", finding.startLine}, {"endLine", finding.endLine}}}}}}})},
            {"partialFingerprints", {{"countersignFinding/v1", finding.id}, {"countersignContent/v1", finding.content}}},
            {"properties",
             {{"severity", name(finding.severity)},
              {"axis", name(finding.axis)},
              {"side", name(finding.side)},
              {"group", finding.group},
              {"evidence", texts(finding.evidence)},
              {"counterEvidence", texts(finding.counterEvidence)}}}};
}

Json notifications(const Analysis &analysis)
{
    Json out = Json::array();
    for (const auto *problems : {&analysis.problems, &analysis.provenance.problems}) {
        for (const Message &problem : *problems)
            out.push_back({{"level", "warning"}, {"message", {{"text", problem.english()}}}});
    }
    return out;
}

} // namespace

std::string sarifLog(const Analysis &analysis)
{
    Rules rules;
    Json results = Json::array();
    for (const Finding &finding : analysis.findings)
        results.push_back(resultOf(finding, rules.indexOf(finding)));
    const Json driver{{"name", "Countersign"}, {"version", analysis.engineVersion}, {"rules", rules.take()}};
    Json run{
        {"tool", {{"driver", driver}}},
        {"invocations", Json::array({{{"executionSuccessful", true}, {"toolExecutionNotifications", notifications(analysis)}}})},
        {"columnKind", "unicodeCodePoints"},
        {"originalUriBaseIds", {{"SRCROOT", {{"description", {{"text", "The root of the repository"}}}}}}},
        {"results", std::move(results)},
        {"properties",
         {{"base", analysis.change.mergeBase.hex()},
          {"head", analysis.change.head.hex()},
          {"band", name(analysis.band)},
          {"rulesSha256", analysis.rulesSha256}}}};
    const Json log{{"$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"},
                   {"version", "2.1.0"},
                   {"runs", Json::array({std::move(run)})}};
    return log.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace countersign::reports
