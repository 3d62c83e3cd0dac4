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

Result<Pattern> Pattern::compile(const std::string &expression)
{
    Pattern pattern;
    auto compiled = std::make_unique<const RE2>(expression, patternOptions());
    if (!compiled->ok()) {
        return fail(ErrorKind::Input, Message(QT_TRANSLATE_NOOP("app", "Not a regular expression: %1"), {compiled->error()}),
                    expression);
    }
    for (const auto &[name, number] : compiled->NamedCapturingGroups()) {
        if (name == "key" && number < maxGroups)
            pattern.m_key = number;
        else if (name == "value" && number < maxGroups)
            pattern.m_value = number;
        else
            return fail(ErrorKind::Input, Message(QT_TRANSLATE_NOOP("app", "Unknown group in a pattern: %1"), {name}),
                        expression);
    }
    pattern.m_expression = std::move(compiled);
    return pattern;
}

std::optional<Occurrence> Pattern::find(std::string_view line, std::size_t from) const
{
    std::array<re2::StringPiece, maxGroups> groups;
    // Where a match lies is found by automata; which group is where costs much more, so only for matches of sane length.
    if (!m_expression->Match(pieceOf(line), from, line.size(), RE2::UNANCHORED, groups.data(), 1))
        return std::nullopt;
    const std::string_view whole(groups[0].data(), groups[0].size());
    const auto begin = static_cast<std::size_t>(whole.data() - line.data());
    const std::size_t end = begin + whole.size();
    const int wanted = std::max(m_key, m_value) + 1;
    if (wanted > 1 && whole.size() <= longestMatch)
        m_expression->Match(pieceOf(line), begin, end, RE2::ANCHOR_START, groups.data(), wanted);
    const auto group = [&groups](int number) {
        const re2::StringPiece found = groups[static_cast<std::size_t>(number)];
        return number > 0 ? std::string_view(found.data(), found.size()) : std::string_view();
    };
    Occurrence occurrence;
    occurrence.text = trimmed(whole);
    occurrence.key = group(m_key).empty() ? occurrence.text : group(m_key);
    occurrence.value = group(m_value);
    occurrence.column = static_cast<std::size_t>(occurrence.key.data() - line.data());
    occurrence.next = std::max(end, from + 1);
    return occurrence;
}

} // namespace countersign::risk
