// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "NearMiss.h"

#include "Structure.h"

#include <algorithm>
#include <cctype>

namespace countersign::risk
{

namespace
{

constexpr LineNumber nearby = 8;
constexpr LineNumber sectionReach = 2000; ///< lines looked at upwards; keeps hostile files cheap

bool anyOccurs(const std::vector<Pattern> &patterns, std::string_view text)
{
    return std::ranges::any_of(patterns, [text](const Pattern &pattern) { return pattern.occursIn(text); });
}

bool anyOccurs(const std::vector<Pattern> &patterns, const Text &text, LineNumber line)
{
    return line != noLine && anyOccurs(patterns, text.line(line));
}

std::string lowerCase(std::string_view text)
{
    std::string out(text);
    std::ranges::transform(out, out.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return out;
}

/// The expression, with the key put in, occurs in some line of the bytes.
bool occursWithKey(std::string expression, std::string_view bytes, std::string_view key)
{
    constexpr std::string_view mark = "{key}";
    for (std::size_t at = expression.find(mark); at != std::string::npos; at = expression.find(mark))
        expression.replace(at, mark.size(), RE2::QuoteMeta(pieceOf(key)));
    const auto pattern = Pattern::compile("(?m)" + expression);
    return pattern && pattern->occursIn(bytes);
}

/// One of the expressions, with the key put in, occurs in some line.
bool fileSays(const std::vector<std::string> &expressions, const Text &text, std::string_view key)
{
    return std::ranges::any_of(expressions,
                               [&](const std::string &expression) { return occursWithKey(expression, text.bytes(), key); });
}

bool isInExceptedSection(const DeclarativeRule &rule, const Text &text, LineNumber line)
{
    const LineNumber last = line > sectionReach ? line - sectionReach : 1;
    for (LineNumber above = line; above >= last && !rule.sections.empty(); --above) {
        for (const Pattern &section : rule.sections) {
            if (const auto found = section.find(text.line(above)))
                return std::ranges::contains(rule.exceptSections, lowerCase(found->key));
        }
    }
    return false;
}

} // namespace

bool isNearMiss(const DeclarativeRule &rule, const Text &text, LineNumber line)
{
    if (anyOccurs(rule.except, text, line))
        return true;
    if (rule.lastLine && !endsBlock(text, line))
        return true;
    if (!rule.exceptParent.empty() && anyOccurs(rule.exceptParent, text, enclosingHeader(text, line)))
        return true;
    if (!rule.exceptSubject.empty() && anyOccurs(rule.exceptSubject, text, followingDefinition(text, line)))
        return true;
    return isInExceptedSection(rule, text, line);
}

bool isNearMiss(const DeclarativeRule &rule, const Text &text, const Occurrence &occurrence)
{
    return anyOccurs(rule.exceptMatch, occurrence.key) || fileSays(rule.exceptFile, text, occurrence.key);
}

bool isToldAbove(const Counter &counter, const Text &text, LineNumber line)
{
    constexpr LineNumber reach = 300;
    const LineNumber header = enclosingDefinition(text, line);
    if (counter.named.empty() || header == noLine || line - header > reach)
        return false;
    const std::size_t begin = text.lineStart(header);
    const std::string_view above = text.bytes().substr(begin, text.lineStart(line) - begin);
    return std::ranges::any_of(counter.named, [&](const Pattern &named) {
        const auto found = named.find(text.line(line));
        const auto stands = [&](const std::string &expression) { return occursWithKey(expression, above, found->key); };
        return found && std::ranges::all_of(counter.above, stands) && std::ranges::none_of(counter.notAbove, stands);
    });
}

bool occursNear(const std::vector<Pattern> &patterns, const Text &text, LineNumber line)
{
    const LineNumber last = std::min(text.lineCount(), line + nearby);
    for (LineNumber near = line > nearby ? line - nearby : 1; near <= last; ++near) {
        if (anyOccurs(patterns, text, near))
            return true;
    }
    return false;
}

} // namespace countersign::risk
