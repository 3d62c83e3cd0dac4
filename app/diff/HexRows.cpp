// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "HexRows.h"

#include <algorithm>
#include <cstring>
#include <format>
#include <tuple>
#include <utility>

namespace countersign::diff
{

namespace
{

constexpr std::uint64_t rowsAround = 4;

/// Bytes that differ in the part that both sides have, and where the first one stands.
std::pair<std::uint64_t, std::optional<std::uint64_t>> compare(std::string_view before, std::string_view after)
{
    constexpr std::size_t block = 4096;
    const std::size_t common = std::min(before.size(), after.size());
    std::uint64_t differing = 0;
    std::optional<std::uint64_t> first;
    for (std::size_t begin = 0; begin < common; begin += block) {
        const std::size_t count = std::min(block, common - begin);
        if (std::memcmp(before.data() + begin, after.data() + begin, count) == 0)
            continue;
        for (std::size_t i = begin; i < begin + count; ++i) {
            if (before[i] == after[i])
                continue;
            first = first.value_or(i);
            ++differing;
        }
    }
    if (!first && before.size() != after.size())
        first = common;
    return {differing + std::max(before.size(), after.size()) - common, first};
}

HexRow rowAt(std::string_view before, std::string_view after, std::uint64_t offset)
{
    const auto part = [offset](std::string_view bytes) {
        return std::string(bytes.substr(std::min<std::uint64_t>(offset, bytes.size()), hexRowBytes));
    };
    HexRow row{.offset = offset, .oldBytes = part(before), .newBytes = part(after)};
    unsigned bits = 0;
    for (std::size_t i = 0; i < std::max(row.oldBytes.size(), row.newBytes.size()); ++i) {
        const bool isSame = i < row.oldBytes.size() && i < row.newBytes.size() && row.oldBytes[i] == row.newBytes[i];
        bits |= isSame ? 0U : 1U << i;
    }
    row.differing = static_cast<std::uint16_t>(bits);
    return row;
}

} // namespace

HexSummary hexSummary(std::string_view oldBytes, std::string_view newBytes, std::size_t head)
{
    HexSummary summary;
    summary.bytes = std::max(oldBytes.size(), newBytes.size());
    std::tie(summary.differingBytes, summary.firstDifference) = compare(oldBytes, newBytes);
    const std::uint64_t rowCount = (summary.bytes + hexRowBytes - 1) / hexRowBytes;
    const std::uint64_t headRows = std::min<std::uint64_t>(rowCount, (head + hexRowBytes - 1) / hexRowBytes);
    const auto add = [&](std::uint64_t from, std::uint64_t to) {
        for (std::uint64_t i = from; i < to; ++i)
            summary.rows.push_back(rowAt(oldBytes, newBytes, i * hexRowBytes));
    };
    add(0, headRows);
    if (summary.firstDifference) {
        const std::uint64_t at = *summary.firstDifference / hexRowBytes;
        const std::uint64_t from = std::max(headRows, at - std::min(at, rowsAround));
        add(from, std::min(rowCount, at + rowsAround + 1));
        if (from > headRows && summary.rows.size() > headRows)
            summary.rows[headRows].followsGap = true;
    }
    return summary;
}

std::string hexOffset(const HexRow &row)
{
    return std::format("{:08x}", row.offset);
}

std::string hexDigits(std::string_view bytes)
{
    std::string out;
    for (std::size_t i = 0; i < hexRowBytes; ++i) {
        if (i != 0)
            out += i == hexRowBytes / 2 ? "  " : " ";
        out += i < bytes.size() ? std::format("{:02x}", static_cast<unsigned char>(bytes[i])) : "  ";
    }
    return out;
}

std::string hexCharacters(std::string_view bytes)
{
    std::string out(bytes);
    std::ranges::replace_if(out, [](char c) { return c < 0x20 || c > 0x7E; }, '.');
    return out;
}

} // namespace countersign::diff
