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
    const int wanted = std::max(m_key, m_value) + 1;
    if (!m_expression->Match(pieceOf(line), from, line.size(), RE2::UNANCHORED, groups.data(), wanted))
        return std::nullopt;
    const auto group = [&groups](int number) {
        const re2::StringPiece found = groups[static_cast<std::size_t>(number)];
        return std::string_view(found.data(), found.size());
    };
    const std::string_view whole = group(0);
    Occurrence occurrence;
    occurrence.text = trimmed(whole);
    const std::string_view key = m_key > 0 ? group(m_key) : std::string_view();
    occurrence.key = key.empty() ? occurrence.text : key;
    if (m_value > 0)
        occurrence.value = group(m_value);
    occurrence.column = static_cast<std::size_t>(occurrence.key.data() - line.data());
    const auto end = static_cast<std::size_t>(whole.data() + whole.size() - line.data());
    occurrence.next = std::max(end, from + 1);
    return occurrence;
}

} // namespace countersign::risk
