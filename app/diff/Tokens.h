// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace countersign::diff
{

enum class TokenKind : std::uint8_t { Word, Space, Other };

/// Half-open range of bytes of a line: a word (letters, digits, underscore), a run of white space, or one other character with
/// the marks that belong to it. Borders never fall inside a code point or a grapheme cluster.
struct Token {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    TokenKind kind = TokenKind::Other;

    [[nodiscard]] std::string_view of(std::string_view line) const { return line.substr(begin, end - begin); }
};

/// Cuts @p line, or its first @p maxBytes bytes, into tokens without gaps.
void tokenize(std::string_view line, std::vector<Token> &tokens, std::size_t maxBytes = SIZE_MAX);

} // namespace countersign::diff
