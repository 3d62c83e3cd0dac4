// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Version.h"

#include "risk/Pattern.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace countersign::risk
{

namespace
{

constexpr std::size_t longestRequirement = 400;

struct Version {
    std::vector<std::uint64_t> numbers; ///< without zeros at the end
    std::string tail; ///< "-rc.1", "b2"; build numbers ("+incompatible") are none
};

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Nothing: it does not begin with a number.
std::optional<Version> versionOf(std::string_view text)
{
    Version version;
    if (text.starts_with('v'))
        text.remove_prefix(1);
    while (!text.empty() && isDigit(text.front())) {
        std::uint64_t number = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
        if (error != std::errc())
            return std::nullopt;
        version.numbers.push_back(number);
        text.remove_prefix(static_cast<std::size_t>(end - text.data()));
        if (text.size() < 2 || text.front() != '.' || !isDigit(text[1]))
            break;
        text.remove_prefix(1);
    }
    if (version.numbers.empty())
        return std::nullopt;
    while (!version.numbers.empty() && version.numbers.back() == 0)
        version.numbers.pop_back();
    version.tail = text.substr(0, text.find('+'));
    if (version.tail == "." || version.tail == ".*" || version.tail == ".x") // any from there on
        version.tail.clear();
    return version;
}

/// "-20210328193216-ff5ff6dc229b" of Go: the time of a commit.
bool isTimed(std::string_view tail)
{
    const std::size_t digits = tail.find_first_of("0123456789");
    return digits != std::string_view::npos && tail.size() >= digits + 14
        && std::ranges::all_of(tail.substr(digits, 14), isDigit);
}

/// Something that came before the version itself: "-rc.1", "b2", ".dev0"; others ("-jre", ".Final", ".post1") did not.
bool isPreRelease(std::string_view tail)
{
    static constexpr std::string_view words[] = {"alpha", "beta",     "rc",     "RC",   "dev",
                                                 "pre",   "SNAPSHOT", "canary", "next", "nightly"};
    const std::size_t first = tail.find_first_not_of(".-_");
    const bool isLetter = first != std::string_view::npos && first + 1 < tail.size()
        && std::string_view("abcM").contains(tail[first]) && isDigit(tail[first + 1]);
    return isLetter || isTimed(tail) || std::ranges::any_of(words, [tail](std::string_view word) { return tail.contains(word); });
}

bool isBelow(const Version &version, const Version &than)
{
    if (version.numbers != than.numbers)
        return version.numbers < than.numbers;
    if (isPreRelease(version.tail) != isPreRelease(than.tail))
        return isPreRelease(version.tail);
    return isTimed(version.tail) && isTimed(than.tail) && version.tail < than.tail;
}

/// What the parts of a requirement say together.
struct Range {
    std::optional<Version> lowest;
    std::vector<Version> excluded;
    bool isExact = false;
    bool isOpen = false; ///< alternatives, or parts of another kind: nothing is known
};

Range rangeOf(std::string_view requirement)
{
    static const RE2 part(R"(([<>=!~^]*)\s*v?(\d[\w.+*-]*))", patternOptions());
    Range range;
    range.isOpen = requirement.size() > longestRequirement || requirement.contains('|') || requirement.contains('$')
        || requirement.contains(" - ") || requirement.starts_with('[') || requirement.starts_with('(');
    re2::StringPiece rest = pieceOf(requirement);
    re2::StringPiece sign;
    re2::StringPiece number;
    while (!range.isOpen && RE2::FindAndConsume(&rest, part, &sign, &number)) {
        const auto version = versionOf({number.data(), number.size()});
        if (!version)
            continue;
        const std::string_view relation(sign.data(), sign.size());
        if (relation.starts_with('!'))
            range.excluded.push_back(*version);
        else if (!relation.starts_with('<') && (!range.lowest || isBelow(*range.lowest, *version)))
            range.lowest = version;
        range.isExact |= relation.empty() || relation.starts_with("==") || relation == "=";
    }
    return range;
}

} // namespace

bool isLower(std::string_view version, std::string_view than)
{
    const auto one = versionOf(version);
    const auto other = versionOf(than);
    return one && other && isBelow(*one, *other);
}

bool letsOlderIn(std::string_view before, std::string_view now)
{
    const Range was = rangeOf(before);
    const Range is = rangeOf(now);
    if (was.isOpen || is.isOpen || !was.lowest || !is.lowest || (was.isExact && !is.isExact))
        return false;
    if (isBelow(*is.lowest, *was.lowest))
        return true;
    return !is.isExact && std::ranges::any_of(was.excluded, [&is](const Version &one) {
        const auto isSame = [&one](const Version &other) { return other.numbers == one.numbers && other.tail == one.tail; };
        return !isBelow(one, *is.lowest) && std::ranges::none_of(is.excluded, isSame);
    });
}

} // namespace countersign::risk
