// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Text.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

/// Cheap looks at single lines, without a highlighter. Lines beyond longestCodeLine are read up to there.
namespace countersign::risk
{

inline constexpr std::size_t longestCodeLine = 2000; ///< bytes

/// Letters, digits, '_' and every byte beyond ASCII.
[[nodiscard]] constexpr bool isWordByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'
        || static_cast<unsigned char>(c) >= 0x80;
}
/// Calls @p visit with the maximal runs of word bytes that do not start with a digit, in order. Reads all of @p text.
template<class Visit>
void eachIdentifier(std::string_view text, Visit visit)
{
    for (auto begin = text.begin(); begin != text.end();) {
        begin = std::find_if(begin, text.end(), isWordByte);
        const auto end = std::find_if_not(begin, text.end(), isWordByte);
        if (begin != end && (*begin < '0' || *begin > '9'))
            visit(std::string_view(begin, end));
        begin = end;
    }
}
/// The same as a list.
[[nodiscard]] std::vector<std::string_view> identifiersIn(std::string_view line);
/// @p word stands in the line, not as a part of a longer one.
[[nodiscard]] bool holdsWord(std::string_view line, std::string_view word);
/// The same for a whole text, where the C library's search pays.
[[nodiscard]] bool holdsWord(const Text &text, std::string_view word);

/// The line without comments and without what stands between quotes (the quotes stay). Knows //, /* */ inside the line,
/// -- and # as comments by the ending of @p path.
[[nodiscard]] std::string bareCode(std::string_view line, std::string_view path);
/// Nothing but a comment, or blank.
[[nodiscard]] bool isBare(std::string_view line, std::string_view path);

/// Last line of the block that @p header heads: lines indented deeper, and the closing brace. @p most lines are looked at.
[[nodiscard]] LineNumber blockEnd(const Text &text, LineNumber header, LineNumber most);
/// What is left of the line without spaces, tabs and CR.
[[nodiscard]] std::string withoutBlanks(std::string_view line);
/// Bytes of white space at the start; npos for a blank line.
[[nodiscard]] std::size_t indentOf(std::string_view line);

} // namespace countersign::risk
