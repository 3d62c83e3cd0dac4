// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Error.h"

#include <toml++/toml.hpp>

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace countersign
{

/// Reads the fields of one TOML table that a person wrote and keeps the first thing that is wrong with it. Fields that nobody
/// asked for are an error too, so that a typing mistake never goes unnoticed. Header only: rooms that read TOML link toml++
/// themselves.
class TomlFields
{
public:
    /// @param file name for messages; @param table must outlive the object.
    TomlFields(const toml::table &table, std::string file)
        : m_table(table)
        , m_file(std::move(file))
    {
    }

    [[nodiscard]] bool has(std::string_view name) const { return m_table.contains(name); }

    std::string text(std::string_view name, bool required = true)
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
            if (const auto *value = (*array)[i].as_string(); value && !value->get().empty())
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

    std::int64_t number(std::string_view name)
    {
        const toml::node *node = take(name, true);
        if (node && !node->is_integer())
            wrong(*node, Message(QT_TRANSLATE_NOOP("app", "%1 must be a whole number."), {std::string(name)}));
        return node ? node->value_or(std::int64_t{0}) : 0;
    }

    const toml::table *table(std::string_view name)
    {
        const toml::node *node = take(name, false);
        if (node && !node->is_table())
            wrong(*node, Message(QT_TRANSLATE_NOOP("app", "%1 must be a table."), {std::string(name)}));
        return node ? node->as_table() : nullptr;
    }

    std::vector<const toml::table *> tables(std::string_view name)
    {
        std::vector<const toml::table *> found;
        const toml::node *node = take(name, false);
        if (!node)
            return found;
        const toml::array *array = node->as_array();
        for (std::size_t i = 0; array && i < array->size(); ++i) {
            if (const toml::table *entry = (*array)[i].as_table())
                found.push_back(entry);
        }
        if (!array || found.size() != array->size())
            wrong(*node, Message(QT_TRANSLATE_NOOP("app", "%1 must be a list of tables."), {std::string(name)}));
        return found;
    }

    /// Notes that a field's value is wrong; only the first one is kept.
    void wrong(std::string_view name, Message what)
    {
        wrong(m_table.contains(name) ? *m_table.get(name) : m_table, std::move(what));
    }

    /// The first error. Call it after every field has been asked for.
    std::optional<Error> finish()
    {
        for (const auto &[key, node] : m_table) {
            if (!m_known.contains(std::string(key.str())))
                wrong(node, Message(QT_TRANSLATE_NOOP("app", "Unknown field: %1"), {std::string(key.str())}));
        }
        return m_error;
    }

private:
    const toml::node *take(std::string_view name, bool required)
    {
        m_known.emplace(name);
        const toml::node *node = m_table.get(name);
        if (!node && required)
            wrong(m_table, Message(QT_TRANSLATE_NOOP("app", "The field %1 is missing."), {std::string(name)}));
        return node;
    }

    void wrong(const toml::node &node, Message what)
    {
        if (!m_error)
            m_error = Error{ErrorKind::Input, std::move(what), m_file + ":" + std::to_string(node.source().begin.line), {}};
    }

    const toml::table &m_table;
    std::string m_file;
    std::set<std::string> m_known;
    std::optional<Error> m_error;
};

/// Parses a whole file. Errors: not TOML (where is "file:line").
[[nodiscard]] inline Result<toml::table> parseToml(std::string_view content, const std::string &file)
{
    try {
        return toml::parse(content, file);
    } catch (const toml::parse_error &error) {
        return fail(ErrorKind::Input,
                    Message(QT_TRANSLATE_NOOP("app", "This is not valid TOML: %1"), {std::string(error.description())}),
                    file + ":" + std::to_string(error.source().begin.line));
    }
}

} // namespace countersign
