// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Text.h"
#include "TextEncoding.h"

#include <cstdint>

namespace countersign
{

enum class LineEndStyle : std::uint8_t {
    None, ///< at most one line, and that without an end
    Lf,
    CrLf,
    Cr,
    Mixed,
};

/// What a reader cannot see in the lines themselves.
struct ContentFacts {
    TextEncoding encoding = TextEncoding::Ascii;
    bool hasByteOrderMark = false;
    bool lacksFinalNewline = false; ///< there is text after the last line end; false for empty bytes
    std::uint32_t lfEnds = 0; ///< lines that end with LF alone
    std::uint32_t crLfEnds = 0;
    std::uint32_t crEnds = 0; ///< CR without LF; it does not end a line of Text
    std::uint32_t longestLine = 0; ///< bytes of the longest line of Text, without its end
    std::size_t invalidBytes = 0; ///< bytes that mean nothing in the encoding, shown as escapes

    [[nodiscard]] LineEndStyle lineEnds() const;
    friend bool operator==(const ContentFacts &, const ContentFacts &) = default;
};

/// Facts of a text whose encoding is known (texts of wide encodings hold UTF-8). Linear, at the speed of memory. Any thread.
[[nodiscard]] ContentFacts contentFacts(const Text &text, TextEncoding encoding);

} // namespace countersign
