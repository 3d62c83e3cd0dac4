// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "LfsPointer.h"

#include <algorithm>
#include <charconv>

namespace countersign::diff
{

namespace
{

constexpr std::size_t pointerBytes = 1024;

bool isSha256(std::string_view hex)
{
    return hex.size() == 64 && std::ranges::all_of(hex, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

std::optional<std::uint64_t> number(std::string_view digits)
{
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return error == std::errc() && end == digits.data() + digits.size() ? std::optional(value) : std::nullopt;
}

} // namespace

std::optional<LfsPointer> parseLfsPointer(std::string_view bytes)
{
    constexpr std::string_view versions[] = {"https://git-lfs.github.com/spec/v1", "https://hawser.github.com/spec/v1"};
    if (bytes.size() >= pointerBytes)
        return std::nullopt;
    LfsPointer pointer;
    std::optional<std::uint64_t> size;
    std::string_view previous;
    for (bool isFirst = true; !bytes.empty(); isFirst = false) {
        const auto end = bytes.find('\n');
        const auto blank = bytes.find(' ');
        if (end == std::string_view::npos || blank == std::string_view::npos || blank > end)
            return std::nullopt;
        const auto key = bytes.substr(0, blank);
        const auto value = bytes.substr(blank + 1, end - blank - 1);
        bytes.remove_prefix(end + 1);
        if (isFirst) {
            if (key != "version" || std::ranges::find(versions, value) == std::end(versions))
                return std::nullopt;
            continue;
        }
        if (key <= previous)
            return std::nullopt;
        previous = key;
        if (key == "oid" && value.starts_with("sha256:") && isSha256(value.substr(7)))
            pointer.oid = value.substr(7);
        else if (key == "size")
            size = number(value);
    }
    if (pointer.oid.empty() || !size)
        return std::nullopt;
    pointer.size = *size;
    return pointer;
}

} // namespace countersign::diff
