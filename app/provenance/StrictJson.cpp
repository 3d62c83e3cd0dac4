// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "StrictJson.h"

#include <cstddef>
#include <set>
#include <utility>
#include <vector>

namespace countersign::provenance
{

namespace
{

using nlohmann::json;

constexpr std::size_t mostLevels = 32;

/// Builds the document event by event, in linear time: the parser's own filter looks through a whole list after each of its
/// objects.
class Builder final : public nlohmann::json_sax<json>
{
public:
    [[nodiscard]] json take() { return std::move(m_root); }

    bool null() override { return add(nullptr); }
    bool boolean(bool value) override { return add(value); }
    bool number_integer(number_integer_t value) override { return add(value); }
    bool number_unsigned(number_unsigned_t value) override { return add(value); }
    bool number_float(number_float_t value, const string_t &) override { return add(value); }
    bool string(string_t &value) override { return add(std::move(value)); }
    bool binary(binary_t &) override { return false; }
    bool start_object(std::size_t) override { return open(json::object()); }
    bool start_array(std::size_t) override { return open(json::array()); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }
    bool parse_error(std::size_t, const std::string &, const json::exception &) override { return false; }

    bool key(string_t &name) override
    {
        Level &level = m_levels.back();
        level.isDropped = level.isInDropped || name == "messages";
        level.key = name;
        return level.names.insert(std::move(name)).second;
    }

private:
    struct Level {
        json *value = nullptr; ///< null: dropped
        bool isInDropped = false;
        bool isDropped = false; ///< the value of the current key
        std::string key;
        std::set<std::string> names;
    };

    /// Where the next value goes; null: nowhere.
    json *place()
    {
        if (m_levels.empty())
            return &m_root;
        Level &level = m_levels.back();
        if (level.isInDropped || level.isDropped)
            return nullptr;
        if (level.value->is_array())
            return &level.value->emplace_back();
        return &(*level.value)[level.key];
    }

    bool add(json value)
    {
        if (json *const at = place())
            *at = std::move(value);
        return true;
    }

    bool open(json value)
    {
        if (m_levels.size() == mostLevels)
            return false;
        json *const at = place();
        if (at)
            *at = std::move(value);
        m_levels.push_back({.value = at, .isInDropped = !at, .isDropped = false, .key = {}, .names = {}});
        return true;
    }

    bool close()
    {
        m_levels.pop_back();
        return true;
    }

    json m_root;
    std::vector<Level> m_levels;
};

} // namespace

std::optional<nlohmann::json> parseStrictJson(std::string_view text)
{
    if (text.starts_with("\xEF\xBB\xBF"))
        return std::nullopt;
    Builder builder;
    if (!json::sax_parse(text.begin(), text.end(), &builder))
        return std::nullopt;
    return builder.take();
}

std::string textAt(const nlohmann::json &object, const char *key)
{
    if (!object.is_object())
        return {};
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

} // namespace countersign::provenance
