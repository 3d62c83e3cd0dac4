// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "TraceJson.h"

#include <limits>

namespace countersign::provenance
{

using nlohmann::json;

namespace
{

std::optional<LineNumber> lineAt(const json &object, const char *key)
{
    const auto found = object.find(key);
    if (found == object.end() || !found->is_number_unsigned())
        return std::nullopt;
    const auto value = found->get<std::uint64_t>();
    if (value == 0 || value > std::numeric_limits<LineNumber>::max())
        return std::nullopt;
    return static_cast<LineNumber>(value);
}

} // namespace

const json &listAt(const json &object, const char *key)
{
    static const json none = json::array();
    const auto found = object.is_object() ? object.find(key) : object.end();
    return found != object.end() && found->is_array() ? *found : none;
}

const json &objectAt(const json &object, const char *key)
{
    static const json none = json::object();
    const auto found = object.is_object() ? object.find(key) : object.end();
    return found != object.end() && found->is_object() ? *found : none;
}

std::optional<LineRange> linesOf(const json &range)
{
    if (!range.is_object())
        return std::nullopt;
    const auto first = lineAt(range, "start_line");
    const auto last = lineAt(range, "end_line");
    return first && last && *first <= *last ? std::optional(LineRange{*first, *last}) : std::nullopt;
}

std::optional<Contribution> contributionOf(const std::string &type)
{
    using enum ProvenanceLevel;
    if (type == "ai")
        return Contribution{Asserted, true};
    if (type == "human")
        return Contribution{Asserted, false};
    if (type == "mixed")
        return Contribution{Mixed, false};
    if (type == "unknown")
        return Contribution{Unknown, false};
    return std::nullopt;
}

} // namespace countersign::provenance
