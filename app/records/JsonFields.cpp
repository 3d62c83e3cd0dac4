// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "JsonFields.h"

#include "Encoding.h"

#include "core/Clock.h"
#include "core/SafeText.h"

#include <algorithm>

namespace countersign::records
{

namespace
{

const nlohmann::json nothing;

std::optional<Oid> readOid(const nlohmann::json &value)
{
    if (!value.is_string() || !isLowerHex(value.get_ref<const std::string &>(), 2 * Oid::size))
        return std::nullopt;
    return Oid::fromHex(value.get_ref<const std::string &>());
}

bool isPlain(std::string_view text, bool isLong)
{
    return std::ranges::none_of(text, [isLong](char c) {
        const bool isLayout = c == '\n' || c == '\t';
        return (static_cast<unsigned char>(c) < 0x20 && !(isLayout && isLong)) || c == '\x7F';
    });
}

} // namespace

JsonFields::JsonFields(const nlohmann::json &object, std::string where, std::optional<Problem> &problem)
    : m_object(object)
    , m_where(std::move(where))
    , m_problem(problem)
{
    if (!m_object.is_object())
        wrong("", Failure::StatementShape);
}

bool JsonFields::has(const char *name) const
{
    return m_object.is_object() && m_object.contains(name);
}

std::string JsonFields::path(const char *name) const
{
    return m_where.empty() ? name : *name == '\0' ? m_where : m_where + '.' + name;
}

void JsonFields::wrong(const char *name, Failure failure)
{
    if (!m_problem)
        m_problem = Problem{
            failure,
            failure == Failure::StatementShape
                ? Message(QT_TRANSLATE_NOOP("app", "The field %1 of the record is missing or of the wrong type."), {path(name)})
                : Message(QT_TRANSLATE_NOOP("app", "The field %1 of the record has a value that is not allowed."), {path(name)})};
}

const nlohmann::json &JsonFields::take(const char *name)
{
    m_known.emplace(name);
    return has(name) ? m_object.at(name) : nothing;
}

const nlohmann::json &JsonFields::list(const char *name)
{
    const auto &value = take(name);
    if (!value.is_array()) {
        wrong(name, Failure::StatementShape);
        return nothing;
    }
    return value;
}

std::string JsonFields::text(const char *name, std::size_t mostBytes, bool isLong)
{
    const auto &value = take(name);
    if (!value.is_string()) {
        wrong(name, Failure::StatementShape);
        return {};
    }
    const auto &text = value.get_ref<const std::string &>();
    if (text.size() > mostBytes || !isPlain(text, isLong))
        wrong(name);
    return text;
}

std::string JsonFields::fixed(const char *name, std::string_view only)
{
    auto value = text(name);
    if (value != only)
        wrong(name);
    return value;
}

std::string JsonFields::hex(const char *name, std::size_t digits)
{
    auto value = text(name);
    if (!isLowerHex(value, digits))
        wrong(name);
    return value;
}

std::uint64_t JsonFields::number(const char *name, std::uint64_t most)
{
    const auto &value = take(name);
    if (!value.is_number_integer()) {
        wrong(name, Failure::StatementShape);
        return 0;
    }
    if (!value.is_number_unsigned() || value.get<std::uint64_t>() > most) {
        wrong(name);
        return 0;
    }
    return value.get<std::uint64_t>();
}

std::int64_t JsonFields::time(const char *name)
{
    const auto seconds = parseUtc(text(name));
    if (!seconds)
        wrong(name);
    return seconds.value_or(0);
}

Oid JsonFields::oid(const char *name)
{
    const auto id = readOid(take(name));
    if (!id)
        wrong(name, has(name) ? Failure::StatementValue : Failure::StatementShape);
    return id.value_or(Oid());
}

std::vector<Oid> JsonFields::oids(const char *name)
{
    std::vector<Oid> out;
    for (const auto &value : list(name)) {
        const auto id = readOid(value);
        if (!id)
            wrong(name);
        out.push_back(id.value_or(Oid()));
    }
    return out;
}

std::vector<std::string> JsonFields::texts(const char *name)
{
    std::vector<std::string> out;
    for (const auto &value : list(name)) {
        if (value.is_string() && isPlain(value.get_ref<const std::string &>(), false))
            out.push_back(value.get<std::string>());
        else
            wrong(name);
    }
    return out;
}

JsonFields JsonFields::object(const char *name)
{
    return {take(name), path(name), m_problem};
}

std::vector<JsonFields> JsonFields::objects(const char *name)
{
    std::vector<JsonFields> out;
    for (const auto &value : list(name))
        out.emplace_back(value, path(name), m_problem);
    return out;
}

void JsonFields::finish()
{
    if (m_problem || !m_object.is_object())
        return;
    for (const auto &[key, value] : m_object.items()) {
        if (!m_known.contains(key)) {
            m_problem = Problem{
                Failure::StatementShape,
                Message(QT_TRANSLATE_NOOP("app", "The record has an unknown field: %1"), {safeText(path(key.c_str()), 200)})};
            return;
        }
    }
}

} // namespace countersign::records
