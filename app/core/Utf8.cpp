// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Utf8.h"

#include "SafeText.h"

#include <cstdint>
#include <cstring>

namespace countersign
{

void appendUtf8(std::string &out, char32_t c)
{
    const auto byte = [&out](std::uint32_t value) { out += static_cast<char>(static_cast<unsigned char>(value)); };
    if (c < 0x80) {
        byte(c);
    } else if (c < 0x800) {
        byte(0xC0U | (c >> 6U));
        byte(0x80U | (c & 0x3FU));
    } else if (c < 0x10000) {
        byte(0xE0U | (c >> 12U));
        byte(0x80U | ((c >> 6U) & 0x3FU));
        byte(0x80U | (c & 0x3FU));
    } else {
        byte(0xF0U | (c >> 18U));
        byte(0x80U | ((c >> 12U) & 0x3FU));
        byte(0x80U | ((c >> 6U) & 0x3FU));
        byte(0x80U | (c & 0x3FU));
    }
}

std::size_t firstNonAscii(std::string_view bytes, std::size_t offset)
{
    constexpr std::uint64_t highBits = 0x8080'8080'8080'8080U;
    constexpr std::size_t stride = 4 * sizeof(std::uint64_t);
    for (std::uint64_t words[4]; offset + stride <= bytes.size(); offset += stride) {
        std::memcpy(words, bytes.data() + offset, stride);
        if (((words[0] | words[1] | words[2] | words[3]) & highBits) != 0)
            break;
    }
    while (offset < bytes.size() && static_cast<unsigned char>(bytes[offset]) < 0x80)
        ++offset;
    return offset;
}

Utf8Count countUtf8(std::string_view bytes)
{
    Utf8Count count;
    for (std::size_t offset = firstNonAscii(bytes); offset < bytes.size();) {
        const std::size_t start = offset;
        (void)nextCodePoint(bytes, offset);
        ++(offset - start > 1 ? count.sequences : count.invalid);
        if (offset < bytes.size() && static_cast<unsigned char>(bytes[offset]) < 0x80)
            offset = firstNonAscii(bytes, offset);
    }
    return count;
}

} // namespace countersign
