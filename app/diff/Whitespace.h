// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Text.h"

#include <cstdint>

namespace countersign::diff
{

/// Which white space two lines may differ in and still count as equal: git's rules, each of which allows what the one before
/// allows. White space is what git takes for it: space, tab, CR and the line's LF, so a missing newline at the end counts too.
enum class Whitespace : std::uint8_t {
    None, ///< lines are equal byte by byte
    AtEndOfLine, ///< --ignore-space-at-eol
    Amount, ///< -b: also how much there is where there is some
    All, ///< -w: also whether there is any
};

/// A text and what a rule compares of it: line n of the key stands for line n of the text.
struct RuledText {
    Text text;
    Text key;

    /// What the rule leaves of line @p number (1 to lineCount()); equal for lines that are equal under it.
    [[nodiscard]] std::string_view compared(LineNumber number) const { return key.rawLine(number); }
    /// The line counts as blank, as for git's --ignore-blank-lines: under Whitespace::None only where nothing precedes its LF.
    [[nodiscard]] bool isBlank(LineNumber number) const { return compared(number) == "\n"; }
};

/// Linear in the bytes; copies nothing under Whitespace::None.
[[nodiscard]] RuledText underRule(const Text &text, Whitespace rule);

} // namespace countersign::diff
