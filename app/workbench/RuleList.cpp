// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "RuleList.h"

#include "TrustRoot.h"

#include "risk/DeclarativeRule.h"
#include "risk/Detector.h"
#include "risk/RuleCatalogue.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>

namespace countersign::workbench
{

std::vector<ListedRule> listRules(const risk::RuleSet &rules)
{
    std::map<std::string, ListedRule> byId;
    for (const auto &rule : rules.rules()) {
        const auto [entry, isNew] = byId.try_emplace(rule->id);
        ListedRule &listed = entry->second;
        if (isNew)
            listed = {rule->id, std::nullopt, rule->source, risk::purposeOf(rule->id).value_or(Message(rule->title, {"…", "…"})),
                      rule->source.starts_with(teamRulesFolder)};
        listed.severity = std::max(listed.severity, std::optional(rule->severity));
    }
    for (const auto &detector : risk::detectors()) {
        const std::string id(detector->rule());
        byId.try_emplace(id, ListedRule{id, std::nullopt, {}, risk::purposeOf(id).value_or(Message()), false});
    }
    std::vector<ListedRule> list;
    for (auto &[id, rule] : byId)
        list.push_back(std::move(rule));
    return list;
}

std::string rulesJson(const risk::RuleSet &rules)
{
    using Json = nlohmann::ordered_json;
    Json list = Json::array();
    for (const ListedRule &rule : listRules(rules))
        list.push_back({{"id", rule.id},
                        {"severity", rule.severity ? Json(name(*rule.severity)) : Json(nullptr)},
                        {"source", rule.source.empty() ? Json(nullptr) : Json(rule.source)},
                        {"purpose", rule.purpose.english()}});
    const Json json{{"schema", "countersign.rules/1"}, {"rulesSha256", rules.digest()}, {"rules", std::move(list)}};
    return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace countersign::workbench
