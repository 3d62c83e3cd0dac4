// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "RuleLoader.h"

#include <toml++/toml.hpp>

#include <array>
#include <set>
#include <string>
#include <utility>

namespace countersign::risk
{

namespace
{

template<class Enum, std::size_t N>
using Names = std::array<std::pair<std::string_view, Enum>, N>;

constexpr Names<Direction, 4> directions{
    {{"added", Direction::Added}, {"removed", Direction::Removed}, {"changed", Direction::Changed}, {"any", Direction::Any}}};
constexpr Names<Survivor, 6> survivors{{{"none", Survivor::None},
                                        {"file", Survivor::File},
                                        {"line", Survivor::Line},
                                        {"next", Survivor::Next},
                                        {"definition", Survivor::Definition},
                                        {"section", Survivor::Section}}};
constexpr Names<Compare, 4> comparisons{
    {{"lowered", Compare::Lowered}, {"raised", Compare::Raised}, {"differs", Compare::Differs}, {"flipped", Compare::Flipped}}};
constexpr Names<syntax::Scope, 3> scopeNames{
    {{"code", syntax::Scope::Code}, {"comment", syntax::Scope::Comment}, {"string", syntax::Scope::String}}};

template<class Table>
std::optional<typename Table::value_type::second_type> fromName(const Table &table, std::string_view text)
{
    for (const auto &[word, value] : table) {
        if (word == text)
            return value;
    }
    return std::nullopt;
}

/// "destroy.toml:12:5"
std::string placeOf(const std::string &file, const toml::source_position &at)
{
    return file + ":" + std::to_string(at.line) + ":" + std::to_string(at.column);
}

/// Reads the fields of one table and keeps the first thing that is wrong with it.
class Fields
{
public:
    Fields(const toml::table &table, const RuleFile &file)
        : m_table(table)
        , m_file(file)
    {
    }

    std::string text(std::string_view name, bool required)
    {
        const toml::node *node = take(name, required);
        if (!node)
            return {};
        if (const auto *value = node->as_string(); value && !value->get().empty())
            return value->get();
        wrong(*node, Message(QT_TRANSLATE_NOOP("app", "%1 must be a text that is not empty."), {std::string(name)}));
        return {};
    }

    std::vector<std::string> texts(std::string_view name)
    {
        std::vector<std::string> values;
        const toml::node *node = take(name, false);
        if (!node)
            return values;
        const toml::array *array = node->as_array();
        for (std::size_t i = 0; array && i < array->size(); ++i) {
            if (const auto *value = (*array)[i].as_string())
                values.push_back(value->get());
        }
        if (!array || array->empty() || values.size() != array->size())
            wrong(*node, Message(QT_TRANSLATE_NOOP("app", "%1 must be a list of texts."), {std::string(name)}));
        return values;
    }

    bool flag(std::string_view name)
    {
        const toml::node *node = take(name, false);
        if (node && !node->is_boolean())
            wrong(*node, Message(QT_TRANSLATE_NOOP("app", "%1 must be true or false."), {std::string(name)}));
        return node && node->value_or(false);
    }

    std::optional<double> number(std::string_view name)
    {
        const toml::node *node = take(name, false);
        if (!node)
            return std::nullopt;
        const auto value = node->value<double>();
        if (!value || *value < 1)
            wrong(*node, Message(QT_TRANSLATE_NOOP("app", "%1 must be a number of at least 1."), {std::string(name)}));
        return value;
    }

    template<class Convert>
    auto word(std::string_view name, bool required, Convert convert) -> decltype(convert(std::string_view()))
    {
        const std::string value = text(name, required);
        if (value.empty())
            return std::nullopt;
        const auto converted = convert(value);
        if (!converted)
            wrong(*m_table.get(name), Message(QT_TRANSLATE_NOOP("app", "%1 cannot be “%2”."), {std::string(name), value}));
        return converted;
    }

    std::vector<Pattern> patterns(std::string_view name)
    {
        std::vector<Pattern> compiled;
        for (const std::string &expression : texts(name)) {
            if (m_file.isPartOfProgram) {
                compiled.push_back(Pattern::compiledLater(expression));
                continue;
            }
            auto pattern = Pattern::compile(expression);
            if (pattern)
                compiled.push_back(std::move(*pattern));
            else
                wrong(*m_table.get(name), pattern.error().what);
        }
        return compiled;
    }

    FileFilter files(std::string_view name)
    {
        auto filter = FileFilter::compile(texts(name));
        if (filter)
            return std::move(*filter);
        wrong(*m_table.get(name), filter.error().what);
        return {};
    }

    const toml::array *tables(std::string_view name)
    {
        const toml::node *node = take(name, false);
        if (!node)
            return nullptr;
        const toml::array *array = node->as_array();
        if (array && array->is_homogeneous(toml::node_type::table))
            return array;
        wrong(*node, Message(QT_TRANSLATE_NOOP("app", "%1 must be a list of tables."), {std::string(name)}));
        return nullptr;
    }

    /// The first error; fields that nobody asked for are one.
    std::optional<Error> finish()
    {
        for (const auto &[key, node] : m_table) {
            if (!m_known.contains(std::string(key.str())))
                wrong(node, Message(QT_TRANSLATE_NOOP("app", "Unknown field: %1"), {std::string(key.str())}));
        }
        return m_error;
    }

    void wrong(const toml::node &node, Message what)
    {
        if (!m_error)
            m_error = Error{ErrorKind::Input, std::move(what), placeOf(m_file.name, node.source().begin), {}};
    }

    void wrong(Error error)
    {
        if (!m_error)
            m_error = std::move(error);
    }

private:
    const toml::node *take(std::string_view name, bool required)
    {
        m_known.insert(std::string(name));
        const toml::node *node = m_table.get(name);
        if (!node && required)
            wrong(m_table, Message(QT_TRANSLATE_NOOP("app", "%1 is missing."), {std::string(name)}));
        return node;
    }

    const toml::table &m_table;
    const RuleFile &m_file;
    std::set<std::string> m_known;
    std::optional<Error> m_error;
};

std::uint8_t readScopes(Fields &fields, const toml::table &table)
{
    std::uint8_t scopes = 0;
    for (const std::string &word : fields.texts("scope")) {
        const auto scope = fromName(scopeNames, word);
        if (scope)
            scopes = static_cast<std::uint8_t>(scopes | 1U << std::to_underlying(*scope));
        else if (word == "any")
            scopes = 0b111;
        else
            fields.wrong(*table.get("scope"), Message(QT_TRANSLATE_NOOP("app", "Unknown scope: %1"), {word}));
    }
    return scopes != 0 ? scopes : std::uint8_t{1U << std::to_underlying(syntax::Scope::Code)};
}

std::vector<Counter> readCounters(Fields &fields, const RuleFile &file)
{
    std::vector<Counter> counters;
    const toml::array *tables = fields.tables("counter");
    for (std::size_t i = 0; tables && i < tables->size(); ++i) {
        Fields entry(*(*tables)[i].as_table(), file);
        counters.push_back({.files = entry.files("files"),
                            .patterns = entry.patterns("patterns"),
                            .parents = entry.patterns("parents"),
                            .unlessNear = entry.patterns("unless_near"),
                            .near = entry.patterns("near"),
                            .unlessAdded = entry.patterns("unless_added"),
                            .unlessRemoved = entry.patterns("unless_removed"),
                            .imports = entry.patterns("imports"),
                            .named = entry.patterns("named"),
                            .above = entry.texts("above"),
                            .notAbove = entry.texts("not_above"),
                            .atMost = entry.word("at_most", false, severityFromName),
                            .text = entry.text("text", true)});
        if (auto error = entry.finish())
            fields.wrong(std::move(*error));
    }
    return counters;
}

std::vector<RuleExample> readExamples(Fields &fields, const RuleFile &file)
{
    std::vector<RuleExample> examples;
    const toml::array *tables = fields.tables("example");
    for (std::size_t i = 0; tables && i < tables->size(); ++i) {
        const toml::table &table = *(*tables)[i].as_table();
        Fields entry(table, file);
        examples.push_back({.name = entry.text("name", false),
                            .file = entry.text("file", true),
                            .change = entry.text("change", true),
                            .finds = entry.flag("finds")});
        if (!table.contains("finds"))
            entry.wrong(table, Message(QT_TRANSLATE_NOOP("app", "%1 is missing."), {"finds"}));
        if (auto error = entry.finish())
            fields.wrong(std::move(*error));
    }
    return examples;
}

/// Fields that contradict each other.
void checkShape(Fields &fields, const toml::table &table, const DeclarativeRule &rule)
{
    const bool any = rule.direction == Direction::Any;
    const bool changed = rule.direction == Direction::Changed;
    if (any == !rule.patterns.empty())
        fields.wrong(table, Message(QT_TRANSLATE_NOOP("app", "Exactly the rules of direction “any” have no patterns.")));
    if (changed != (!rule.to.empty() || rule.compare != Compare::None))
        fields.wrong(table,
                     Message(QT_TRANSLATE_NOOP("app", "Exactly the rules of direction “changed” have “to” or “compare”.")));
    if (rule.factor > 1 && rule.compare != Compare::Raised && rule.compare != Compare::Lowered)
        fields.wrong(table, Message(QT_TRANSLATE_NOOP("app", "“factor” needs “compare = raised” or “lowered”.")));
    if (!rule.survivorHas.empty() && rule.survivor != Survivor::Definition)
        fields.wrong(table, Message(QT_TRANSLATE_NOOP("app", "“survivor_has” needs “survivor = definition”.")));
    for (const Pattern &pattern : rule.patterns) {
        if (pattern.hasValue() != (rule.compare != Compare::None))
            fields.wrong(table, Message(QT_TRANSLATE_NOOP("app", "“compare” and the group “value” need each other.")));
    }
}

Result<std::unique_ptr<DeclarativeRule>> readRule(const toml::table &table, const RuleFile &file)
{
    Fields fields(table, file);
    auto rule = std::make_unique<DeclarativeRule>();
    rule->id = fields.text("id", true);
    rule->title = fields.text("title", true);
    rule->why = fields.text("why", true);
    rule->check = fields.text("check", true);
    rule->severity = fields.word("severity", true, severityFromName).value_or(Severity::Medium);
    rule->axis = fields.word("axis", false, axisFromName).value_or(Axis::Consequence);
    const auto named = [](const auto &names) { return [&names](std::string_view text) { return fromName(names, text); }; };
    rule->direction = fields.word("direction", true, named(directions)).value_or(Direction::Added);
    rule->survivor = fields.word("survivor", false, named(survivors)).value_or(Survivor::None);
    rule->compare = fields.word("compare", false, named(comparisons)).value_or(Compare::None);
    rule->factor = fields.number("factor").value_or(1);
    rule->files = fields.files("files");
    rule->notFiles = fields.files("not_files");
    rule->everyClass = fields.flag("every_class");
    rule->survivorHas = fields.patterns("survivor_has");
    rule->remains = fields.flag("remains");
    rule->scopes = readScopes(fields, table);
    rule->patterns = fields.patterns("patterns");
    rule->to = fields.patterns("to");
    rule->except = fields.patterns("except");
    rule->exceptMatch = fields.patterns("except_match");
    rule->exceptParent = fields.patterns("except_parent");
    rule->exceptSubject = fields.patterns("except_subject");
    rule->exceptFile = fields.texts("except_file");
    rule->sections = fields.patterns("sections");
    rule->exceptSections = fields.texts("except_sections");
    rule->lastLine = fields.flag("last_line");
    rule->newSubjectLowers = fields.flag("new_subject_lowers");
    rule->substitutes = fields.patterns("substitutes");
    rule->counters = readCounters(fields, file);
    rule->examples = readExamples(fields, file);
    rule->source = file.name;
    rule->line = static_cast<std::uint32_t>(table.source().begin.line);
    checkShape(fields, table, *rule);
    if (auto error = fields.finish())
        return std::unexpected(std::move(*error));
    return rule;
}

} // namespace

Result<std::vector<std::unique_ptr<DeclarativeRule>>> readRules(const RuleFile &file)
try {
    const toml::table document = toml::parse(file.content, file.name);
    Fields top(document, file);
    const toml::array *tables = top.tables("rule");
    std::vector<std::unique_ptr<DeclarativeRule>> rules;
    for (std::size_t i = 0; tables && i < tables->size(); ++i) {
        auto rule = readRule(*(*tables)[i].as_table(), file);
        if (!rule)
            return std::unexpected(std::move(rule.error()));
        rules.push_back(std::move(*rule));
    }
    if (auto error = top.finish())
        return std::unexpected(std::move(*error));
    return rules;
} catch (const toml::parse_error &error) {
    return fail(ErrorKind::Input, Message(QT_TRANSLATE_NOOP("app", "Not a TOML file: %1"), {std::string(error.description())}),
                placeOf(file.name, error.source().begin));
}

} // namespace countersign::risk
