// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Quantity.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <limits>
#include <optional>
#include <string>
#include <utility>

namespace countersign::risk
{

namespace
{

constexpr std::size_t longestNumber = 40; ///< characters; more is none that people write

struct Quantity {
    double number = 0;
    std::string unit; ///< lower case
};

std::optional<Quantity> read(std::string_view text)
{
    std::string digits;
    std::size_t i = 0;
    for (; i < text.size() && i < longestNumber; ++i) {
        const char c = text[i];
        if (c == '_')
            continue;
        if (std::isdigit(static_cast<unsigned char>(c)) == 0 && c != '.' && (c != '-' || i > 0))
            break;
        digits += c;
    }
    Quantity quantity;
    if (std::from_chars(digits.data(), digits.data() + digits.size(), quantity.number).ec != std::errc())
        return std::nullopt;
    for (; i < text.size() && quantity.unit.size() < longestNumber; ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (std::isalpha(c) != 0)
            quantity.unit += static_cast<char>(std::tolower(c));
    }
    return quantity;
}

using Scale = std::pair<std::string_view, double>;

/// Seconds.
constexpr std::array<Scale, 9> times{
    {{"ms", .001}, {"s", 1}, {"sec", 1}, {"secs", 1}, {"m", 60}, {"min", 60}, {"h", 3600}, {"d", 86400}, {"us", .000001}}};

/// Bytes or pieces.
constexpr std::array<Scale, 14> sizes{{{"", 1},
                                       {"m", .001},
                                       {"k", 1e3},
                                       {"kb", 1e3},
                                       {"ki", 1024},
                                       {"kib", 1024},
                                       {"mb", 1e6},
                                       {"mi", 1048576},
                                       {"mib", 1048576},
                                       {"g", 1e9},
                                       {"gb", 1e9},
                                       {"gi", 1073741824},
                                       {"gib", 1073741824},
                                       {"t", 1e12}}};

template<std::size_t N>
std::optional<double> scaleOf(const std::array<Scale, N> &scales, const std::string &unit)
{
    const auto found = std::ranges::find(scales, unit, &Scale::first);
    return found == scales.end() ? std::nullopt : std::optional(found->second);
}

/// What one unit of @p after is in units of @p before; 1 where the two have nothing in common.
double unitRatio(const std::string &before, const std::string &after)
{
    if (before == after)
        return 1;
    const auto oldTime = scaleOf(times, before);
    const auto newTime = scaleOf(times, after);
    if (oldTime && newTime)
        return *newTime / *oldTime;
    // "512m" and "2g" of a Java heap: a thousandth of a byte is none.
    const bool isHeap = (before == "m" && (after == "g" || after == "k")) || (after == "m" && (before == "g" || before == "k"));
    const auto sizeOf = [isHeap](const std::string &unit) {
        return isHeap && unit == "m" ? std::optional(1e6) : scaleOf(sizes, unit);
    };
    const auto oldSize = sizeOf(before);
    const auto newSize = sizeOf(after);
    return oldSize && newSize ? *newSize / *oldSize : 1;
}

} // namespace

double compareQuantities(std::string_view before, std::string_view after)
{
    const auto old = read(before);
    const auto now = read(after);
    if (!old || !now)
        return 1;
    const double value = now->number * unitRatio(old->unit, now->unit);
    if (value == old->number)
        return 1;
    if (old->number == 0)
        return value > 0 ? std::numeric_limits<double>::infinity() : 0;
    return old->number > 0 ? value / old->number : old->number / value;
}

} // namespace countersign::risk
