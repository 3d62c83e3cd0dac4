// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "SafeText.h"

#include "Utf8.h"

#include <array>
#include <cstdint>
#include <format>

namespace countersign {

namespace {

void appendEscape(std::string &out, char32_t c)
{
    const auto value = static_cast<std::uint32_t>(c);
    out += c < 0x100 ? std::format("\\x{:02X}", value) : c < 0x10000 ? std::format("\\u{:04X}", value) : std::format("\\u{{{:X}}}", value);
}

} // namespace

char32_t nextCodePoint(std::string_view bytes, std::size_t &offset)
{
    constexpr char32_t invalid = 0xFFFD;
    const auto at = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
    const unsigned char first = at(offset);
    if (first < 0x80) {
        ++offset;
        return first;
    }
    std::size_t length = 0;
    char32_t value = 0;
    char32_t least = 0;
    if (first >= 0xC2 && first <= 0xDF) {
        length = 2;
        value = first & 0x1FU;
        least = 0x80;
    } else if (first >= 0xE0 && first <= 0xEF) {
        length = 3;
        value = first & 0x0FU;
        least = 0x800;
    } else if (first >= 0xF0 && first <= 0xF4) {
        length = 4;
        value = first & 0x07U;
        least = 0x10000;
    } else {
        ++offset;
        return invalid;
    }
    if (offset + length > bytes.size()) {
        ++offset;
        return invalid;
    }
    for (std::size_t i = 1; i < length; ++i) {
        const unsigned char next = at(offset + i);
        if ((next & 0xC0U) != 0x80U) {
            ++offset;
            return invalid;
        }
        value = (value << 6U) | (next & 0x3FU);
    }
    if (value < least || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) {
        ++offset;
        return invalid;
    }
    offset += length;
    return value;
}

bool isDeceptive(char32_t c)
{
    struct Range {
        char32_t first;
        char32_t last;
    };
    // Unicode 16: Cc, bidirectional controls (UAX 9), default-ignorable format characters, fillers, tags.
    static constexpr std::array<Range, 20> ranges{{
        {0x0000, 0x0008}, {0x000B, 0x000C}, {0x000E, 0x001F}, {0x007F, 0x009F}, {0x00AD, 0x00AD}, {0x034F, 0x034F},
        {0x061C, 0x061C}, {0x115F, 0x1160}, {0x17B4, 0x17B5}, {0x180B, 0x180F}, {0x200B, 0x200F}, {0x2028, 0x202E},
        {0x2060, 0x206F}, {0x3164, 0x3164}, {0xFEFF, 0xFEFF}, {0xFFA0, 0xFFA0}, {0xFFF0, 0xFFFB}, {0x1D173, 0x1D17A},
        {0xE0000, 0xE01EF}, {0xF0000, 0x10FFFF},
    }};
    for (const auto &range : ranges) {
        if (c >= range.first && c <= range.last)
            return true;
    }
    return false;
}

std::string safeText(std::string_view bytes, std::size_t maxCharacters)
{
    std::string out;
    out.reserve(bytes.size());
    std::size_t count = 0;
    for (std::size_t offset = 0; offset < bytes.size(); ++count) {
        if (maxCharacters != 0 && count == maxCharacters) {
            out += "…";
            break;
        }
        const char32_t c = nextCodePoint(bytes, offset);
        if (c == '\n')
            out += "⏎";
        else if (c == '\t')
            out += ' ';
        else if (c == '\r' || isDeceptive(c))
            appendEscape(out, c);
        else
            appendUtf8(out, c);
    }
    return out;
}

} // namespace countersign
