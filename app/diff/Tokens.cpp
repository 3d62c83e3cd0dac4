// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Tokens.h"

#include "core/SafeText.h"

#include <QChar>

#include <algorithm>
#include <array>

namespace countersign::diff
{

namespace
{

constexpr char32_t zeroWidthJoiner = 0x200D;

constexpr std::array<TokenKind, 128> asciiKinds = [] {
    std::array<TokenKind, 128> kinds{};
    for (unsigned c = 0; c < kinds.size(); ++c) {
        const bool isWord = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
        const bool isSpace = c == ' ' || c == '\t' || c == '\r' || c == '\v' || c == '\f';
        kinds[c] = isWord ? TokenKind::Word : isSpace ? TokenKind::Space : TokenKind::Other;
    }
    return kinds;
}();

TokenKind kindOf(char32_t c)
{
    if (c < 0x80)
        return asciiKinds[c];
    if (QChar::isLetterOrNumber(c))
        return TokenKind::Word;
    return QChar::isSpace(c) ? TokenKind::Space : TokenKind::Other;
}

bool isRegionalIndicator(char32_t c)
{
    return c >= 0x1F1E6 && c <= 0x1F1FF;
}

/// True for a code point that a reader sees as part of the character before it (near to Extend of UAX 29).
bool extends(char32_t c)
{
    if (c < 0x300)
        return false;
    return c == zeroWidthJoiner || QChar::isMark(c) || (c >= 0x1F3FB && c <= 0x1F3FF);
}

} // namespace

void tokenize(std::string_view line, std::vector<Token> &tokens, std::size_t maxBytes)
{
    tokens.clear();
    const std::size_t limit = std::min(line.size(), maxBytes);
    char32_t previous = 0;
    for (std::size_t offset = 0; offset < limit;) {
        const auto begin = static_cast<std::uint32_t>(offset);
        const char32_t c = nextCodePoint(line, offset);
        const auto end = static_cast<std::uint32_t>(offset);
        const TokenKind kind = kindOf(c);
        const bool isSameCharacter = !tokens.empty()
            && (extends(c) || previous == zeroWidthJoiner || (isRegionalIndicator(c) && isRegionalIndicator(previous)));
        if (isSameCharacter || (!tokens.empty() && kind != TokenKind::Other && tokens.back().kind == kind))
            tokens.back().end = end;
        else
            tokens.push_back({begin, end, kind});
        previous = c;
    }
}

} // namespace countersign::diff
