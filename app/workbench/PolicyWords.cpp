// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "PolicyWords.h"

#include "core/Joined.h"
#include "core/SafeText.h"

#include <algorithm>
#include <map>

namespace countersign::workbench
{

namespace
{

constexpr std::int64_t secondsOfADay = 24L * 60 * 60;

std::string list(const std::vector<std::string> &texts)
{
    return joined(texts, [](const auto &text) { return safeText(text, 200); });
}

std::string wordOf(const char *english)
{
    return Message(english).translated();
}

std::string wordOf(records::Involvement involvement)
{
    switch (involvement) {
    case records::Involvement::Author:
        return wordOf(QT_TRANSLATE_NOOP("app", "author"));
    case records::Involvement::Committer:
        return wordOf(QT_TRANSLATE_NOOP("app", "committer"));
    case records::Involvement::CoAuthor:
        return wordOf(QT_TRANSLATE_NOOP("app", "co-author"));
    case records::Involvement::Pusher:
        return wordOf(QT_TRANSLATE_NOOP("app", "pusher"));
    }
    return {};
}

Message approvals(const records::RoleCount &need)
{
    return need.count == 1
        ? Message(QT_TRANSLATE_NOOP("app", "Approved by somebody with the role %1 who did not write it"), {need.role})
        : Message(QT_TRANSLATE_NOOP("app", "Approved by %1 people with the role %2 who did not write it"),
                  {std::to_string(need.count), need.role});
}

std::vector<Message> conditions(const records::PolicyCondition &when)
{
    using Provenance = records::PolicyCondition::Provenance;
    std::vector<Message> out;
    const std::vector lines{std::to_string(when.aiMinLines)};
    if (when.provenance == Provenance::Ai)
        out.emplace_back(QT_TRANSLATE_NOOP("app", "An AI wrote at least %1 of its added lines"), lines);
    if (when.provenance == Provenance::AiOrUnknown)
        out.emplace_back(QT_TRANSLATE_NOOP("app", "An AI wrote, or may have written, at least %1 of its added lines"), lines);
    if (!when.paths.empty())
        out.emplace_back(QT_TRANSLATE_NOOP("app", "It changes a file of: %1"), std::vector{list(when.paths)});
    if (!when.targets.empty())
        out.emplace_back(QT_TRANSLATE_NOOP("app", "It is meant for a branch of: %1"), std::vector{list(when.targets)});
    const auto atLeast = [&out](const std::optional<Band> &band, const char *text) {
        if (band)
            out.emplace_back(text, std::vector{label(*band).translated()});
    };
    atLeast(when.band, QT_TRANSLATE_NOOP("app", "Its band is %1 or worse"));
    atLeast(when.blastRadius, QT_TRANSLATE_NOOP("app", "Its blast radius is %1 or worse"));
    atLeast(when.consequence, QT_TRANSLATE_NOOP("app", "Its consequence is %1 or worse"));
    atLeast(when.likelihood, QT_TRANSLATE_NOOP("app", "Its likelihood of trouble is %1 or worse"));
    if (when.reversibility)
        out.emplace_back(QT_TRANSLATE_NOOP("app", "Its reversibility is R%1 or worse"),
                         std::vector{std::to_string(*when.reversibility)});
    return out;
}

void addCoverage(std::vector<Message> &asks, records::CoverageRule coverage)
{
    switch (coverage) {
    case records::CoverageRule::None:
        break;
    case records::CoverageRule::EveryAiLine:
        asks.emplace_back(QT_TRANSLATE_NOOP("app", "Every line that an AI wrote or may have written was read by an approver"));
        break;
    case records::CoverageRule::EveryRiskyHunk:
        asks.emplace_back(QT_TRANSLATE_NOOP("app", "Every hunk with a finding was read by an approver"));
        break;
    case records::CoverageRule::All:
        asks.emplace_back(QT_TRANSLATE_NOOP("app", "Every changed line was read by an approver"));
        break;
    }
}

PolicyClause clauseOf(const records::PolicyRule &rule)
{
    PolicyClause clause{rule.id, conditions(rule.when), {}};
    for (const auto &need : rule.require)
        clause.asks.push_back(approvals(need));
    addCoverage(clause.asks, rule.coverage);
    if (!rule.checklist.empty())
        clause.asks.emplace_back(QT_TRANSLATE_NOOP("app", "These questions are answered with yes, with evidence: %1"),
                                 std::vector{list(rule.checklist)});
    if (rule.isRolloutStaged)
        clause.asks.emplace_back(QT_TRANSLATE_NOOP("app", "The rollout has stages, and it is settled what turns it back"));
    return clause;
}

PolicyClause defaultsOf(const records::Policy &policy)
{
    PolicyClause clause{"every-change", {}, {}};
    for (const auto &need : policy.require)
        clause.asks.push_back(approvals(need));
    clause.asks.emplace_back(QT_TRANSLATE_NOOP("app", "No rejection stands"));
    std::vector<std::string> involved;
    for (const auto one : policy.distinctFrom)
        involved.push_back(wordOf(one));
    if (!involved.empty())
        clause.asks.emplace_back(QT_TRANSLATE_NOOP("app", "Approvals of these people do not count: %1"),
                                 std::vector{list(involved)});
    clause.asks.emplace_back(
        policy.stale == records::StaleRule::Exact
            ? QT_TRANSLATE_NOOP("app", "An approval counts for exactly the commits that were reviewed")
            : QT_TRANSLATE_NOOP("app", "An approval survives a rebase that leaves every changed file as it was"));
    clause.asks.emplace_back(QT_TRANSLATE_NOOP("app", "An approval counts for %1 days"),
                             std::vector{std::to_string(policy.maxAge / secondsOfADay)});
    if (policy.overrideRoles.empty())
        clause.asks.emplace_back(QT_TRANSLATE_NOOP("app", "Nobody may override a requirement"));
    else
        clause.asks.emplace_back(QT_TRANSLATE_NOOP("app", "With a signed reason, these roles may override a requirement: %1"),
                                 std::vector{list(policy.overrideRoles)});
    return clause;
}

/// Puts @p number where @p key has its number behind @p start. The default text is part of the program: a test sees that each is
/// there.
void setNumber(std::string &text, std::string_view start, std::string_view key, std::uint64_t number)
{
    const auto from = text.find(key, text.find(start));
    if (from == std::string::npos)
        return;
    const auto first = from + key.size();
    text.replace(first, text.find_first_not_of("0123456789", first) - first, std::to_string(number));
}

} // namespace

std::vector<PolicyClause> policyClauses(const records::Policy &policy)
{
    std::vector<PolicyClause> clauses{defaultsOf(policy)};
    std::ranges::transform(policy.rules, std::back_inserter(clauses), clauseOf);
    return clauses;
}

std::string defaultPolicyWith(const PolicyNumbers &numbers)
{
    std::string text = records::defaultPolicy().text;
    setNumber(text, "[defaults]", "count = ", numbers.reviewers);
    setNumber(text, "[defaults]", "max_age_days = ", numbers.days);
    setNumber(text, "id = \"ai-assisted\"", "count = ", numbers.seniorsForAi);
    setNumber(text, "id = \"high-blast-radius\"", "count = ", numbers.seniorsForReach);
    return text;
}

std::vector<Message> missingRoles(const records::Policy &policy, const std::vector<std::vector<std::string>> &roles)
{
    std::map<std::string, std::uint64_t> most;
    const auto need = [&most](const std::vector<records::RoleCount> &counts) {
        for (const auto &one : counts)
            most[one.role] = std::max(most[one.role], one.count);
    };
    need(policy.require);
    for (const auto &rule : policy.rules)
        need(rule.require);
    std::vector<Message> missing;
    for (const auto &[role, count] : most) {
        const auto there = static_cast<std::uint64_t>(
            std::ranges::count_if(roles, [&role](const auto &ofOne) { return std::ranges::contains(ofOne, role); }));
        if (there < count)
            missing.emplace_back(
                QT_TRANSLATE_NOOP("app", "The policy may ask for %1 people with the role %2; the roster has %3 so far."),
                std::vector{std::to_string(count), role, std::to_string(there)});
    }
    return missing;
}

} // namespace countersign::workbench
