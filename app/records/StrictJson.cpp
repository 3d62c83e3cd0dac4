// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "StrictJson.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace countersign::records
{

namespace
{

constexpr std::size_t mostLevels = 32;
constexpr std::int64_t integerLimit = std::int64_t{1} << 53;

/// Looks at the events of one document and stops at the first that no record may hold. The names of the functions are those that
/// the parser calls.
class Inspector
{
public:
    using json = nlohmann::json;

    std::optional<Problem> problem;

    bool null() { return true; }
    bool boolean(bool /*value*/) { return true; }
    bool number_integer(json::number_integer_t value)
    {
        // Numbers without a sign come as unsigned, so a zero here was written -0.
        if (value == 0)
            return stop(Failure::JsonNotAnInteger, Message(QT_TRANSLATE_NOOP("app", "The JSON holds the number -0.")));
        return value > -integerLimit || outOfRange();
    }
    bool number_unsigned(json::number_unsigned_t value)
    {
        return value < static_cast<json::number_unsigned_t>(integerLimit) || outOfRange();
    }
    bool number_float(json::number_float_t /*value*/, const std::string &text)
    {
        if (text.find_first_of(".eE") == std::string::npos)
            return outOfRange();
        return stop(
            Failure::JsonNotAnInteger,
            Message(QT_TRANSLATE_NOOP("app", "The JSON holds %1; only whole numbers are allowed."), {text.substr(0, 40)}));
    }
    bool string(const std::string &value) { return withoutNul(value); }
    bool binary(const json::binary_t & /*value*/) { return true; }
    bool start_object(std::size_t /*size*/)
    {
        m_keys.emplace_back();
        return enter();
    }
    bool key(const std::string &value)
    {
        if (std::ranges::any_of(value, [](char c) { return static_cast<unsigned char>(c) >= 0x80; }))
            return stop(Failure::JsonNonAsciiKey, Message(QT_TRANSLATE_NOOP("app", "A key of the JSON is not plain ASCII.")));
        if (!m_keys.back().insert(value).second)
            return stop(Failure::JsonDuplicateKey,
                        Message(QT_TRANSLATE_NOOP("app", "The JSON has the key “%1” twice."), {value.substr(0, 80)}));
        return withoutNul(value);
    }
    bool end_object()
    {
        m_keys.pop_back();
        --m_level;
        return true;
    }
    bool start_array(std::size_t /*size*/) { return enter(); }
    bool end_array()
    {
        --m_level;
        return true;
    }
    bool parse_error(std::size_t position, const std::string & /*token*/, const json::exception & /*error*/)
    {
        return stop(Failure::JsonSyntax,
                    Message(QT_TRANSLATE_NOOP("app", "This is not valid JSON (at byte %1)."), {std::to_string(position)}));
    }

private:
    bool enter()
    {
        if (++m_level <= mostLevels)
            return true;
        return stop(Failure::JsonTooDeep, Message(QT_TRANSLATE_NOOP("app", "The JSON is nested deeper than 32 levels.")));
    }
    bool withoutNul(const std::string &value)
    {
        if (!value.contains('\0'))
            return true;
        return stop(Failure::JsonNulCharacter, Message(QT_TRANSLATE_NOOP("app", "A text of the JSON holds a NUL character.")));
    }
    bool outOfRange()
    {
        return stop(Failure::JsonIntegerRange,
                    Message(QT_TRANSLATE_NOOP("app", "A number of the JSON is too large: 2^53 or more.")));
    }
    bool stop(Failure failure, Message what)
    {
        problem = Problem{failure, std::move(what)};
        return false;
    }

    std::vector<std::set<std::string>> m_keys;
    std::size_t m_level = 0;
};

} // namespace

Checked<nlohmann::json> parseStrictJson(std::string_view text)
{
    if (text.size() > mostJsonBytes)
        return refuse(Failure::JsonTooLarge, Message(QT_TRANSLATE_NOOP("app", "The JSON is larger than 1 MiB.")));
    if (text.starts_with("\xEF\xBB\xBF"))
        return refuse(Failure::JsonByteOrderMark, Message(QT_TRANSLATE_NOOP("app", "The JSON starts with a byte order mark.")));
    // The parser takes a NUL for the end of the text and would let anything follow it.
    if (text.contains('\0'))
        return refuse(Failure::JsonSyntax, Message(QT_TRANSLATE_NOOP("app", "This is not valid JSON.")));
    Inspector inspector;
    if (!nlohmann::json::sax_parse(text.begin(), text.end(), &inspector))
        return std::unexpected(inspector.problem.value_or(
            Problem{Failure::JsonSyntax, Message(QT_TRANSLATE_NOOP("app", "This is not valid JSON."))}));
    return nlohmann::json::parse(text.begin(), text.end(), nullptr, false);
}

} // namespace countersign::records
