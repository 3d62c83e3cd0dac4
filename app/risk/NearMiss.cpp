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

/// One of the expressions, with the key put in, occurs in some line.
bool fileSays(const std::vector<std::string> &expressions, const Text &text, std::string_view key)
{
    for (std::string expression : expressions) {
        const std::size_t place = expression.find("{key}");
        if (place != std::string::npos)
            expression.replace(place, 5, RE2::QuoteMeta(pieceOf(key)));
        const auto pattern = Pattern::compile("(?m)" + expression);
        if (pattern && pattern->occursIn(text.bytes()))
            return true;
    }
    return false;
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
