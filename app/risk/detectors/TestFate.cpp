// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "TestFate.h"

#include "Assertions.h"
#include "Words.h"

#include "risk/Pattern.h"
#include "risk/Structure.h"

#include <algorithm>

namespace countersign::risk
{

namespace
{

constexpr LineNumber longestTest = 400;
constexpr LineNumber longestStatement = 12;

/// What an assertion says is empty or not there, without blanks; empty: it says something else.
std::string saidEmpty(std::string_view assertion)
{
    static const RE2 forms[] = {
        {R"(^\s*assert\s+not\s+([\w.\[\]"']+)\s*(?:#.*)?$)", patternOptions()},
        {R"(^\s*assert\s+([\w.\[\]"']+)\s*(?:==\s*(?:\[\]|\{\}|\(\)|None|""|'')|is\s+None)\s*(?:#.*)?$)", patternOptions()},
        {R"(^\s*assert\s+len\(\s*([\w.\[\]"']+)\s*\)\s*==\s*0\s*(?:#.*)?$)", patternOptions()},
        {R"(\b(?:assertFalse|assertEmpty|assertNull|assertIsNone|[aA]ssert\.(?:Empty|Nil|Null|IsNull|IsEmpty))\(\s*(?:t,\s*)?([\w.\[\]"'()$>-]+?)\s*\)\s*;?\s*$)",
         patternOptions()},
        {R"((?:assertThat|expect)\(\s*([\w.\[\]"'()$]+?)\s*\)\.(?:isEmpty|isNull|toBeNull|toBeUndefined|toBeFalsy|toBeEmpty|toHaveLength|toEqual|toStrictEqual|hasSize)\(\s*(?:\[\]|\{\}|0)?\s*\))",
         patternOptions()},
    };
    std::string subject;
    for (const RE2 &form : forms) {
        if (assertion.size() <= longestCodeLine && RE2::PartialMatch(pieceOf(assertion), form, &subject))
            return withoutBlanks(subject);
    }
    return {};
}

/// The assertion asks for the value, or for what is in it.
bool looksInto(const std::string &statement, const std::string &value)
{
    for (std::size_t at = statement.find(value); at != std::string::npos; at = statement.find(value, at + 1)) {
        const std::size_t end = at + value.size();
        const bool begins = at == 0 || !isWordByte(statement[at - 1]) || statement.substr(0, at) == "assert";
        if (begins && (end == statement.size() || !isWordByte(statement[end])))
            return true;
    }
    return false;
}

} // namespace

std::string turnedRound(const FileContext &file, const Span &span)
{
    const Text &before = file.text(Side::Old);
    const Text &after = file.text(Side::New);
    const LineNumber header = enclosingDefinition(before, span.first);
    const LineNumber now = header == noLine ? noLine : file.rowOf(Side::Old, header).right;
    if (now == noLine)
        return {};
    std::string value;
    const LineNumber end = std::min(blockEnd(after, now, longestTest), after.lineCount());
    for (LineNumber line = now; line <= end && value.empty(); ++line) {
        if (file.isChanged(Side::New, line) && isAssertion(after.line(line)))
            value = saidEmpty(after.line(line));
    }
    const LineNumber last = std::min(blockEnd(before, header, longestTest), before.lineCount());
    for (LineNumber line = header; line <= last && !value.empty(); ++line) {
        if (!file.isChanged(Side::Old, line) || !isAssertion(before.line(line)))
            continue;
        std::string statement;
        for (LineNumber part = line; part <= std::min(blockEnd(before, line, longestStatement), last); ++part)
            statement += withoutBlanks(before.line(part));
        if (!looksInto(statement, value))
            value.clear();
    }
    return value;
}

bool isDeprecatedTest(const Text &text, LineNumber header)
{
    static const RE2 mark(R"(^\s*(?:@(?:\w+\.)*[dD]eprecated\b|\[Obsolete\b|#\[deprecated\b))", patternOptions());
    constexpr LineNumber marksAbove = 6;
    for (LineNumber above = header - 1; above > 0 && above + marksAbove >= header; --above) {
        const std::string_view line = text.line(above).substr(0, longestCodeLine);
        const std::size_t first = line.find_first_not_of(" \t");
        if (first == std::string_view::npos || (line[first] != '@' && line[first] != '[' && line[first] != '#'))
            return false;
        if (RE2::PartialMatch(pieceOf(line), mark))
            return true;
    }
    return false;
}

} // namespace countersign::risk
