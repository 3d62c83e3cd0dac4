// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Language.h"

#include "core/Text.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace countersign::impact
{

/// A word, a string or one sign of a source text; comments are left out.
struct Token {
    enum class Kind : std::uint8_t {
        Word, ///< identifier or keyword; a number too
        String, ///< content of a literal, without quotes; of an #include its target
        Sign, ///< one byte
    };
    Kind kind = Kind::Sign;
    bool startsLine = false; ///< first of a logical line (a line that was not continued with a backslash)
    bool isAngled = false; ///< an #include in <>
    LineNumber line = noLine;
    std::string_view text; ///< points into the source

    [[nodiscard]] bool isWord(std::string_view word) const { return kind == Kind::Word && text == word; }
    [[nodiscard]] bool isSign(char sign) const { return kind == Kind::Sign && text.front() == sign; }
};

/// Splits a source text into tokens; tolerant: any bytes give some tokens, in linear time.
/// @param tokens cleared first; keeps its capacity from call to call.
void lex(std::string_view source, Language language, std::vector<Token> &tokens);

} // namespace countersign::impact
