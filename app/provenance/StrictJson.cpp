// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "StrictJson.h"

#include <set>
#include <vector>

namespace countersign::provenance
{

namespace
{

constexpr int mostLevels = 32;

} // namespace

std::optional<nlohmann::json> parseStrictJson(std::string_view text)
{
    using Event = nlohmann::json::parse_event_t;
    if (text.starts_with("\xEF\xBB\xBF"))
        return std::nullopt;
    bool honest = true;
    std::vector<std::set<std::string>> keys;
    const auto look = [&](int depth, Event event, nlohmann::json &value) {
        if (depth > mostLevels)
            honest = false;
        if (event == Event::object_start) {
            keys.emplace_back();
        } else if (event == Event::object_end) {
            if (!keys.empty())
                keys.pop_back();
        } else if (event == Event::key) {
            const auto &key = value.get_ref<const std::string &>();
            if (keys.empty() || !keys.back().insert(key).second)
                honest = false;
            return key != "messages";
        }
        return true;
    };
    nlohmann::json parsed = nlohmann::json::parse(text.begin(), text.end(), look, false);
    if (parsed.is_discarded() || !honest)
        return std::nullopt;
    return parsed;
}

std::string textAt(const nlohmann::json &object, const char *key)
{
    if (!object.is_object())
        return {};
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

} // namespace countersign::provenance
