// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Policy.h"

#include "core/Sha256.h"
#include "core/TomlFields.h"

#include <algorithm>
#include <array>

namespace countersign::records
{

namespace
{

constexpr std::size_t mostBytes = 256UL * 1024;
constexpr std::int64_t mostPeople = 100;
constexpr std::int64_t mostDays = 3650;
constexpr std::int64_t secondsOfADay = 24L * 60 * 60;

bool isId(std::string_view text)
{
    return !text.empty() && text.size() <= 64
        && std::ranges::all_of(text, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

Message unknownWord(std::string_view field, const std::string &word)
{
    return Message(QT_TRANSLATE_NOOP("app", "%1 cannot be “%2”."), {std::string(field), word});
}

/// A whole number of a field that need not be there.
std::optional<std::int64_t> number(TomlFields &fields, const char *field, std::int64_t least, std::int64_t most)
{
    if (!fields.has(field))
        return std::nullopt;
    const auto value = fields.number(field);
    if (value < least || value > most)
        fields.wrong(field, unknownWord(field, std::to_string(value)));
    return value;
}

/// One word of a list of known ones.
template<class Value, std::size_t count>
std::optional<Value> word(TomlFields &fields, const char *field,
                          const std::array<std::pair<std::string_view, Value>, count> &known)
{
    if (!fields.has(field))
        return std::nullopt;
    const auto text = fields.text(field);
    const auto found = std::ranges::find(known, text, &std::pair<std::string_view, Value>::first);
    if (found != known.end())
        return found->second;
    fields.wrong(field, unknownWord(field, text));
    return std::nullopt;
}

std::optional<Band> band(TomlFields &fields, const char *field)
{
    if (!fields.has(field))
        return std::nullopt;
    const auto text = fields.text(field);
    const auto found = bandFromName(text);
    if (!found)
        fields.wrong(field, unknownWord(field, text));
    return found;
}

Result<std::vector<RoleCount>> readRequire(TomlFields &fields, const std::string &file)
{
    std::vector<RoleCount> out;
    for (const auto *table : fields.tables("require")) {
        TomlFields one(*table, file);
        RoleCount need{one.text("role"), 1};
        if (!isId(need.role))
            one.wrong("role", unknownWord("role", need.role));
        need.count = static_cast<std::uint64_t>(number(one, "count", 1, mostPeople).value_or(1));
        if (auto error = one.finish())
            return std::unexpected(*error);
        out.push_back(std::move(need));
    }
    return out;
}

Result<PolicyCondition> readCondition(const toml::table &table, const std::string &file)
{
    constexpr std::array provenances{std::pair(std::string_view("ai"), PolicyCondition::Provenance::Ai),
                                     std::pair(std::string_view("ai-or-unknown"), PolicyCondition::Provenance::AiOrUnknown)};
    TomlFields fields(table, file);
    PolicyCondition when;
    when.provenance = word(fields, "provenance", provenances).value_or(PolicyCondition::Provenance::Any);
    when.aiMinLines = static_cast<std::uint64_t>(number(fields, "ai_min_lines", 1, 1'000'000'000).value_or(1));
    if (fields.has("ai_min_lines") && when.provenance == PolicyCondition::Provenance::Any)
        fields.wrong("ai_min_lines", Message(QT_TRANSLATE_NOOP("app", "ai_min_lines needs provenance beside it.")));
    when.paths = fields.texts("paths");
    when.targets = fields.texts("targets");
    when.band = band(fields, "band");
    when.blastRadius = band(fields, "blast_radius");
    when.consequence = band(fields, "consequence");
    when.likelihood = band(fields, "likelihood");
    if (const auto least = number(fields, "reversibility", 0, 3))
        when.reversibility = static_cast<std::uint64_t>(*least);
    if (auto error = fields.finish())
        return std::unexpected(*error);
    return when;
}

std::vector<std::string> readIds(TomlFields &fields, const char *field)
{
    auto ids = fields.texts(field);
    for (const auto &id : ids) {
        if (!isId(id))
            fields.wrong(field, unknownWord(field, id));
    }
    return ids;
}

Result<PolicyRule> readRule(const toml::table &table, const std::string &file)
{
    constexpr std::array coverages{std::pair(std::string_view("every-ai-line"), CoverageRule::EveryAiLine),
                                   std::pair(std::string_view("every-risky-hunk"), CoverageRule::EveryRiskyHunk),
                                   std::pair(std::string_view("all"), CoverageRule::All)};
    constexpr std::array rollouts{std::pair(std::string_view("staged"), true)};
    TomlFields fields(table, file);
    PolicyRule rule;
    rule.id = fields.text("id");
    if (!isId(rule.id))
        fields.wrong("id", unknownWord("id", rule.id));
    const auto *when = fields.table("when");
    if (auto require = readRequire(fields, file))
        rule.require = std::move(*require);
    else
        return std::unexpected(require.error());
    rule.coverage = word(fields, "coverage", coverages).value_or(CoverageRule::None);
    rule.checklist = readIds(fields, "checklist");
    rule.isRolloutStaged = word(fields, "rollout", rollouts).value_or(false);
    if (rule.require.empty() && rule.coverage == CoverageRule::None && rule.checklist.empty() && !rule.isRolloutStaged)
        fields.wrong("id", Message(QT_TRANSLATE_NOOP("app", "The rule %1 asks for nothing."), {rule.id}));
    if (auto error = fields.finish())
        return std::unexpected(*error);
    if (when) {
        auto condition = readCondition(*when, file);
        if (!condition)
            return std::unexpected(condition.error());
        rule.when = std::move(*condition);
    }
    return rule;
}

Result<void> readDefaults(const toml::table &table, const std::string &file, Policy &policy)
{
    constexpr std::array involvements{std::pair(std::string_view("author"), Involvement::Author),
                                      std::pair(std::string_view("committer"), Involvement::Committer),
                                      std::pair(std::string_view("coauthor"), Involvement::CoAuthor),
                                      std::pair(std::string_view("pusher"), Involvement::Pusher)};
    constexpr std::array stales{std::pair(std::string_view("exact"), StaleRule::Exact),
                                std::pair(std::string_view("same-manifest"), StaleRule::SameManifest)};
    TomlFields fields(table, file);
    if (auto require = readRequire(fields, file))
        policy.require = std::move(*require);
    else
        return std::unexpected(require.error());
    if (policy.require.empty())
        fields.wrong("require", Message(QT_TRANSLATE_NOOP("app", "The field %1 is missing."), {"require"}));
    for (const auto &text : fields.texts("distinct_from")) {
        const auto found = std::ranges::find(involvements, text, &std::pair<std::string_view, Involvement>::first);
        if (found == involvements.end())
            fields.wrong("distinct_from", unknownWord("distinct_from", text));
        else
            policy.distinctFrom.insert(found->second);
    }
    if (!fields.has("distinct_from"))
        policy.distinctFrom = {Involvement::Author, Involvement::Committer, Involvement::CoAuthor};
    policy.stale = word(fields, "stale", stales).value_or(StaleRule::Exact);
    policy.maxAge = number(fields, "max_age_days", 1, mostDays).value_or(14) * secondsOfADay;
    policy.overrideRoles = readIds(fields, "override");
    if (auto error = fields.finish())
        return std::unexpected(*error);
    return {};
}

} // namespace

Result<Policy> parsePolicy(std::string_view text, const std::string &file)
{
    if (text.size() > mostBytes)
        return fail(ErrorKind::Input, Message(QT_TRANSLATE_NOOP("app", "The policy is larger than 256 KiB.")), file);
    const auto root = parseToml(text, file);
    if (!root)
        return std::unexpected(root.error());
    TomlFields fields(*root, file);
    Policy policy;
    policy.text = text;
    policy.sha256 = sha256Hex(text);
    policy.version = static_cast<std::uint64_t>(std::max<std::int64_t>(fields.number("version"), 0));
    const auto *defaults = fields.table("defaults");
    const auto rules = fields.tables("rule");
    if (!defaults)
        fields.wrong("defaults", Message(QT_TRANSLATE_NOOP("app", "The field %1 is missing."), {"defaults"}));
    if (auto error = fields.finish())
        return std::unexpected(*error);
    if (auto read = readDefaults(*defaults, file, policy); !read)
        return std::unexpected(read.error());
    std::set<std::string> ids{"every-change", "no-rejection"};
    for (const auto *table : rules) {
        auto rule = readRule(*table, file);
        if (!rule)
            return std::unexpected(rule.error());
        if (!ids.insert(rule->id).second)
            return fail(ErrorKind::Input, Message(QT_TRANSLATE_NOOP("app", "The rule %1 is there twice."), {rule->id}),
                        file + ":" + std::to_string(table->source().begin.line));
        policy.rules.push_back(std::move(*rule));
    }
    return policy;
}

} // namespace countersign::records
