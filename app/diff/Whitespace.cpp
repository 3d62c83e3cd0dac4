// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Whitespace.h"

#include <string>
#include <utility>

namespace countersign::diff
{

namespace
{

constexpr std::string_view space = " \t\r\n";

/// Appends what @p rule leaves of a line without white space at its end.
void appendInside(std::string_view line, Whitespace rule, std::string &key)
{
    if (rule == Whitespace::AtEndOfLine) {
        key += line;
        return;
    }
    bool isInSpace = false;
    for (const char c : line) {
        const bool isSpace = space.contains(c);
        if (!isSpace)
            key += c;
        else if (rule == Whitespace::Amount && !isInSpace)
            key += ' ';
        isInSpace = isSpace;
    }
}

} // namespace

RuledText underRule(const Text &text, Whitespace rule)
{
    if (rule == Whitespace::None)
        return {.text = text, .key = text};
    std::string key;
    key.reserve(text.bytes().size() + 1);
    for (LineNumber number = 1; number <= text.lineCount(); ++number) {
        const std::string_view line = text.rawLine(number);
        appendInside(line.substr(0, line.find_last_not_of(space) + 1), rule, key);
        key += '\n';
    }
    return {.text = text, .key = Text(std::move(key))};
}

} // namespace countersign::diff
