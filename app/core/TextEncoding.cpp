// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "TextEncoding.h"

#include "SafeText.h"
#include "Utf8.h"

#include <algorithm>
#include <array>
#include <utility>

namespace countersign
{

namespace
{

/// Windows-1252 at 0x80 to 0x9F, as the WHATWG Encoding Standard has it; 0 for the five bytes that mean nothing.
constexpr std::array<char16_t, 32> windows1252{
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
};

Character from8Bit(unsigned char byte, TextEncoding encoding)
{
    if (encoding == TextEncoding::Ascii)
        return {byte, byte < 0x80};
    if (encoding == TextEncoding::Latin1 || byte < 0x80 || byte > 0x9F)
        return {byte, true};
    const char16_t mapped = windows1252[byte - 0x80U];
    return mapped != 0 ? Character{mapped, true} : Character{byte, false};
}

} // namespace

Character nextCharacter(std::string_view bytes, std::size_t &offset, TextEncoding encoding)
{
    switch (encoding) {
    case TextEncoding::Utf8:
    case TextEncoding::Utf16Le:
    case TextEncoding::Utf16Be:
    case TextEncoding::Utf32Le:
    case TextEncoding::Utf32Be: {
        const std::size_t start = offset;
        const char32_t c = nextCodePoint(bytes, offset);
        if (c == 0xFFFD && offset - start == 1)
            return {static_cast<unsigned char>(bytes[start]), false};
        return {c, true};
    }
    case TextEncoding::Ascii:
    case TextEncoding::Latin1:
    case TextEncoding::Windows1252:
        return from8Bit(static_cast<unsigned char>(bytes[offset++]), encoding);
    }
    std::unreachable();
}

QString decode(std::string_view bytes, TextEncoding encoding)
{
    QString out;
    out.reserve(static_cast<qsizetype>(bytes.size()));
    for (std::size_t offset = 0; offset < bytes.size();) {
        const Character one = nextCharacter(bytes, offset, encoding);
        if (one.isValid)
            out += QString::fromUcs4(&one.codePoint, 1);
        else
            out += QStringLiteral("\\x%1").arg(QString::number(static_cast<unsigned>(one.codePoint), 16).toUpper(), 2, u'0');
    }
    return out;
}

bool isWide(TextEncoding encoding)
{
    switch (encoding) {
    case TextEncoding::Utf16Le:
    case TextEncoding::Utf16Be:
    case TextEncoding::Utf32Le:
    case TextEncoding::Utf32Be:
        return true;
    case TextEncoding::Ascii:
    case TextEncoding::Utf8:
    case TextEncoding::Latin1:
    case TextEncoding::Windows1252:
        return false;
    }
    std::unreachable();
}

std::span<const TextEncoding> offeredEncodings()
{
    static constexpr std::array offered{TextEncoding::Utf8,    TextEncoding::Windows1252, TextEncoding::Latin1,
                                        TextEncoding::Utf16Le, TextEncoding::Utf16Be,     TextEncoding::Utf32Le,
                                        TextEncoding::Utf32Be};
    return offered;
}

std::string_view name(TextEncoding encoding)
{
    switch (encoding) {
    case TextEncoding::Ascii:
        return "ASCII";
    case TextEncoding::Utf8:
        return "UTF-8";
    case TextEncoding::Utf16Le:
        return "UTF-16LE";
    case TextEncoding::Utf16Be:
        return "UTF-16BE";
    case TextEncoding::Utf32Le:
        return "UTF-32LE";
    case TextEncoding::Utf32Be:
        return "UTF-32BE";
    case TextEncoding::Latin1:
        return "ISO-8859-1";
    case TextEncoding::Windows1252:
        return "Windows-1252";
    }
    std::unreachable();
}

} // namespace countersign
