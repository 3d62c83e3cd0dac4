// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Arguments.h"

#include "Words.h"

#include <algorithm>

namespace countersign::risk
{

namespace
{

constexpr std::size_t longestArgument = 80; // bytes, with its comma

std::string_view trimmed(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(" \t\r");
    return first == std::string_view::npos ? std::string_view() : text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

/// One argument and its comma, if it has one: brackets, quotes and other commas make it more than that.
std::string_view plainArgument(std::string_view omitted, char before, char after)
{
    std::string_view argument = trimmed(omitted);
    const bool leads = argument.starts_with(',');
    const bool trails = argument.ends_with(',');
    if (leads && trails)
        return {};
    const bool isWhole = leads ? after == ')' || after == ','
        : trails               ? before == '(' || before == ' ' || before == ','
                               : before == '(' && after == ')';
    if (!isWhole)
        return {};
    if (leads)
        argument.remove_prefix(1);
    if (trails)
        argument.remove_suffix(1);
    argument = trimmed(argument);
    return argument.find_first_of(",()[]{}\"'`;") == std::string_view::npos ? argument : std::string_view();
}

/// What is called with the argument at byte @p at.
std::string_view calleeOf(std::string_view line, std::size_t at)
{
    int depth = 0;
    for (std::size_t i = at; i-- > 0;) {
        depth += line[i] == ')' ? 1 : line[i] == '(' ? -1 : 0;
        if (depth >= 0)
            continue;
        std::size_t end = i;
        if (end > 0 && line[end - 1] == '>') // GetItem<Season>(
            end = line.rfind('<', end - 1) == std::string_view::npos ? end : line.rfind('<', end - 1);
        std::size_t begin = end;
        while (begin > 0 && isWordByte(line[begin - 1]))
            --begin;
        return line.substr(begin, end - begin);
    }
    return {};
}

} // namespace

std::optional<OmittedArgument> omittedArgument(std::string_view before, std::string_view now)
{
    before = trimmed(before);
    now = trimmed(now);
    if (before.size() <= now.size() || before.size() - now.size() > longestArgument || before.size() > longestCodeLine)
        return std::nullopt;
    const std::size_t length = before.size() - now.size();
    std::size_t start = static_cast<std::size_t>(std::ranges::mismatch(before, now).in2 - now.begin());
    if (before.substr(start + length) != now.substr(start))
        return std::nullopt;
    // Which of equal bytes went is open: "(user, uid)" lost "user, " or "ser, u".
    for (;; --start) {
        const char left = start > 0 ? before[start - 1] : '\0';
        const char right = start + length < before.size() ? before[start + length] : '\0';
        const std::string_view argument = plainArgument(before.substr(start, length), left, right);
        if (!argument.empty() && !(isWordByte(left) && isWordByte(before[start]))
            && !(isWordByte(right) && isWordByte(before[start + length - 1])))
            return OmittedArgument{argument, calleeOf(before, start)};
        if (start == 0 || left != before[start + length - 1])
            return std::nullopt;
    }
}

} // namespace countersign::risk
