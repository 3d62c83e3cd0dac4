// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "SafeText.h"
#include "TextEncoding.h"
#include "Utf8.h"

#include <algorithm>

namespace countersign
{

namespace
{

using namespace std::string_view_literals;

constexpr std::size_t sampledUnits = 4096;

unsigned byteAt(std::string_view bytes, std::size_t i)
{
    return static_cast<unsigned char>(bytes[i]);
}

char32_t unit16(std::string_view bytes, std::size_t i, bool isLittle)
{
    return isLittle ? byteAt(bytes, i) | byteAt(bytes, i + 1) << 8U : byteAt(bytes, i) << 8U | byteAt(bytes, i + 1);
}

char32_t unit32(std::string_view bytes, std::size_t i, bool isLittle)
{
    return isLittle ? unit16(bytes, i, true) | unit16(bytes, i + 2, true) << 16U
                    : unit16(bytes, i, false) << 16U | unit16(bytes, i + 2, false);
}

bool isHighSurrogate(char32_t c)
{
    return c >= 0xD800 && c < 0xDC00;
}
bool isLowSurrogate(char32_t c)
{
    return c >= 0xDC00 && c < 0xE000;
}

std::optional<std::string> fromUtf16(std::string_view bytes, bool isLittle)
{
    if (bytes.size() % 2 != 0)
        return std::nullopt;
    std::string out;
    out.reserve(bytes.size() / 2 + bytes.size() / 8);
    for (std::size_t i = 0; i < bytes.size(); i += 2) {
        char32_t c = unit16(bytes, i, isLittle);
        if (isHighSurrogate(c) && i + 2 < bytes.size()) {
            const char32_t low = unit16(bytes, i + 2, isLittle);
            if (isLowSurrogate(low)) {
                c = 0x10000 + ((c - 0xD800) << 10U) + (low - 0xDC00);
                i += 2;
            }
        }
        appendUtf8(out, c);
    }
    return out;
}

std::optional<std::string> fromUtf32(std::string_view bytes, bool isLittle)
{
    if (bytes.size() % 4 != 0)
        return std::nullopt;
    std::string out;
    out.reserve(bytes.size() / 4 + bytes.size() / 16);
    for (std::size_t i = 0; i < bytes.size(); i += 4) {
        const char32_t c = unit32(bytes, i, isLittle);
        if (c > 0x10FFFF || isHighSurrogate(c) || isLowSurrogate(c)) // two of these would read as one character
            return std::nullopt;
        appendUtf8(out, c);
    }
    return out;
}

/// No unit of the sample is 0: with zeros in it, it is data that happens to begin like a mark.
bool looksLikeUtf16(std::string_view bytes, bool isLittle)
{
    const std::size_t end = std::min(bytes.size(), 2 * sampledUnits);
    for (std::size_t i = 0; i + 1 < end; i += 2) {
        if (unit16(bytes, i, isLittle) == 0)
            return false;
    }
    return bytes.size() % 2 == 0;
}

bool looksLikeUtf32(std::string_view bytes, bool isLittle)
{
    const std::size_t end = std::min(bytes.size(), 4 * sampledUnits);
    for (std::size_t i = 0; i + 3 < end; i += 4) {
        const char32_t c = unit32(bytes, i, isLittle);
        if (c == 0 || c > 0x10FFFF || isHighSurrogate(c) || isLowSurrogate(c))
            return false;
    }
    return bytes.size() % 4 == 0;
}

/// UTF-16 beyond doubt although nothing says so: all the sample is printable, and nine of ten characters are Latin.
bool isPlainlyUtf16(std::string_view bytes, bool isLittle)
{
    constexpr std::size_t leastUnits = 8;
    if (bytes.size() % 2 != 0 || bytes.size() < 2 * leastUnits)
        return false;
    const std::size_t end = std::min(bytes.size(), 2 * sampledUnits);
    std::size_t latin = 0;
    bool isAfterHigh = false;
    for (std::size_t i = 0; i < end; i += 2) {
        const char32_t c = unit16(bytes, i, isLittle);
        const bool isBlank = c == '\t' || c == '\n' || c == '\r' || c == '\f';
        if ((c < 0x20 && !isBlank) || (c >= 0x7F && c < 0xA0) || c >= 0xFFF0 || isLowSurrogate(c) != isAfterHigh)
            return false;
        isAfterHigh = isHighSurrogate(c);
        latin += c < 0x250 ? 1U : 0U;
    }
    return latin * 10 >= end / 2 * 9;
}

std::optional<TextEncoding> wideByMark(std::string_view bytes)
{
    if (bytes.starts_with("\xFF\xFE\0\0"sv) && looksLikeUtf32(bytes, true))
        return TextEncoding::Utf32Le;
    if (bytes.starts_with("\0\0\xFE\xFF"sv) && looksLikeUtf32(bytes, false))
        return TextEncoding::Utf32Be;
    if (bytes.starts_with("\xFF\xFE"sv) && looksLikeUtf16(bytes, true))
        return TextEncoding::Utf16Le;
    if (bytes.starts_with("\xFE\xFF"sv) && looksLikeUtf16(bytes, false))
        return TextEncoding::Utf16Be;
    return std::nullopt;
}

/// Bytes 0x80 to 0x9F are control characters in ISO-8859-1, which no text has.
TextEncoding legacyEncoding(std::string_view bytes)
{
    const bool hasC1 = std::ranges::any_of(bytes, [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte >= 0x80 && byte < 0xA0;
    });
    return hasC1 ? TextEncoding::Windows1252 : TextEncoding::Latin1;
}

} // namespace

std::optional<TextEncoding> detectWideEncoding(std::string_view bytes)
{
    if (const auto marked = wideByMark(bytes))
        return marked;
    if (!bytes.substr(0, 2 * sampledUnits).contains('\0'))
        return std::nullopt;
    return isPlainlyUtf16(bytes, true) ? std::optional(TextEncoding::Utf16Le)
        : isPlainlyUtf16(bytes, false) ? std::optional(TextEncoding::Utf16Be)
                                       : std::nullopt;
}

TextEncoding detectEncoding(std::string_view bytes)
{
    if (const auto wide = detectWideEncoding(bytes))
        return *wide;
    const Utf8Count count = countUtf8(bytes);
    if (count.sequences == 0 && count.invalid == 0)
        return TextEncoding::Ascii;
    return count.invalid == 0 || count.sequences > count.invalid ? TextEncoding::Utf8 : legacyEncoding(bytes);
}

std::optional<std::string> toUtf8(std::string_view bytes, TextEncoding encoding)
{
    switch (encoding) {
    case TextEncoding::Utf16Le:
    case TextEncoding::Utf16Be:
        return fromUtf16(bytes, encoding == TextEncoding::Utf16Le);
    case TextEncoding::Utf32Le:
    case TextEncoding::Utf32Be:
        return fromUtf32(bytes, encoding == TextEncoding::Utf32Le);
    case TextEncoding::Ascii:
    case TextEncoding::Utf8:
    case TextEncoding::Latin1:
    case TextEncoding::Windows1252:
        break;
    }
    return std::string(bytes);
}

} // namespace countersign
