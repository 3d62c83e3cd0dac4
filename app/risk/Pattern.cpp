// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Pattern.h"

#include <algorithm>
#include <array>

namespace countersign::risk
{

namespace
{

constexpr int maxGroups = 8; ///< groups looked at, the whole match included
constexpr std::size_t longestMatch = 4096; ///< bytes; the groups of a longer one are not told apart

std::string_view trimmed(std::string_view text)
{
    const std::size_t begin = text.find_first_not_of(" \t");
    if (begin == std::string_view::npos)
        return text.substr(0, 0);
    return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

} // namespace

RE2::Options patternOptions()
{
    RE2::Options options;
    options.set_encoding(RE2::Options::EncodingLatin1);
    options.set_log_errors(false);
    return options;
}

Pattern::Compiled::Compiled(const std::string &text)
    : expression(text, patternOptions())
{
    for (const auto &[name, number] : expression.NamedCapturingGroups()) {
        if (name == "key" && number < maxGroups)
            key = number;
        else if (name == "value" && number < maxGroups)
            value = number;
        else
            unknownGroup = name;
    }
}

Pattern::Pattern(std::string expression)
    : m_later(std::make_unique<Later>())
{
    m_later->text = std::move(expression);
}

const Pattern::Compiled &Pattern::compiled() const
{
    std::call_once(m_later->once, [this] { m_later->compiled.emplace(m_later->text); });
    return *m_later->compiled;
}

Pattern Pattern::compiledLater(std::string expression)
{
    return Pattern(std::move(expression));
}

Result<Pattern> Pattern::compile(const std::string &expression)
{
    Pattern pattern(expression);
    const Compiled &compiled = pattern.compiled();
    if (!compiled.expression.ok()) {
        return fail(ErrorKind::Input,
                    Message(QT_TRANSLATE_NOOP("app", "Not a regular expression: %1"), {compiled.expression.error()}), expression);
    }
    if (!compiled.unknownGroup.empty())
        return fail(ErrorKind::Input,
                    Message(QT_TRANSLATE_NOOP("app", "Unknown group in a pattern: %1"), {compiled.unknownGroup}), expression);
    return pattern;
}

std::optional<Occurrence> Pattern::find(std::string_view line, std::size_t from) const
{
    const auto &[expression, key, value, unknownGroup] = compiled();
    std::array<re2::StringPiece, maxGroups> groups;
    // Where a match lies is found by automata; which group is where costs much more, so only for matches of sane length.
    if (!expression.Match(pieceOf(line), from, line.size(), RE2::UNANCHORED, groups.data(), 1))
        return std::nullopt;
    const std::string_view whole(groups[0].data(), groups[0].size());
    const auto begin = static_cast<std::size_t>(whole.data() - line.data());
    const std::size_t end = begin + whole.size();
    const int wanted = std::max(key, value) + 1;
    if (wanted > 1 && whole.size() <= longestMatch)
        expression.Match(pieceOf(line), begin, end, RE2::ANCHOR_START, groups.data(), wanted);
    const auto group = [&groups](int number) {
        const re2::StringPiece found = groups[static_cast<std::size_t>(number)];
        return number > 0 ? std::string_view(found.data(), found.size()) : std::string_view();
    };
    Occurrence occurrence;
    occurrence.text = trimmed(whole);
    occurrence.key = group(key).empty() ? occurrence.text : group(key);
    occurrence.value = group(value);
    occurrence.column = static_cast<std::size_t>(occurrence.key.data() - line.data());
    occurrence.next = std::max(end, from + 1);
    return occurrence;
}

} // namespace countersign::risk
