// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "LiteralScanner.h"

#include <algorithm>
#include <cctype>
#include <utility>

namespace countersign::risk
{

LiteralScanner::LiteralScanner(std::span<const std::string> literals)
    : m_literals(literals.begin(), literals.end())
{
    std::uint8_t columns = 0;
    for (const std::string &literal : m_literals) {
        m_beginning = std::min(m_beginning, literal.size());
        for (const char c : literal) {
            std::uint8_t &column = m_column[static_cast<std::uint8_t>(c)];
            if (column == 0)
                column = ++columns;
        }
    }
    for (int c = 'A'; c <= 'Z'; ++c)
        m_column[static_cast<std::size_t>(c)] = m_column[static_cast<std::size_t>(std::tolower(c))];
    m_keyMask = (1U << (bitsOfByte * static_cast<std::uint32_t>(m_beginning))) - 1;

    std::vector<std::pair<std::uint32_t, Candidate>> byKey;
    for (std::size_t i = 0; i < m_literals.size(); ++i) {
        const std::string &literal = m_literals[i];
        std::uint32_t key = 0;
        for (const char c : std::string_view(literal).substr(0, m_beginning))
            key = nextKey(key, c);
        const std::string ones(std::min(literal.size(), sizeof(std::uint64_t)), '\xFF');
        byKey.push_back({key, {eightBytes(literal, 0), eightBytes(ones, 0), static_cast<int>(i)}});
        m_beginnings[key / 64] |= std::uint64_t{1} << (key % 64);
    }
    std::ranges::stable_sort(byKey, {}, [](const auto &entry) { return entry.first; });
    for (const auto &[key, candidate] : byKey) {
        if (m_candidates.empty() || key != byKey[m_candidates.size() - 1].first)
            m_firstOf.push_back(static_cast<std::uint32_t>(m_candidates.size()));
        m_candidates.push_back(candidate);
    }
    m_firstOf.push_back(static_cast<std::uint32_t>(m_candidates.size()));
    std::uint32_t groups = 0;
    for (std::size_t i = 0; i < m_beginnings.size(); ++i) {
        m_groupsBefore[i] = groups;
        groups += static_cast<std::uint32_t>(std::popcount(m_beginnings[i]));
    }
}

bool LiteralScanner::goesOn(const Candidate &candidate, std::string_view text) const
{
    const std::string_view literal = m_literals[static_cast<std::size_t>(candidate.literal)];
    if (literal.size() > text.size())
        return false;
    for (std::size_t at = sizeof(std::uint64_t); at < literal.size(); at += sizeof(std::uint64_t)) {
        if (lowered(eightBytes(text.substr(0, literal.size()), at)) != eightBytes(literal, at))
            return false;
    }
    return true;
}

void LiteralScanner::scan(std::string_view text, std::vector<int> &found) const
{
    std::vector<bool> isFound(m_literals.size());
    each(text, [&isFound](int literal, std::size_t) {
        isFound[static_cast<std::size_t>(literal)] = true;
        return true;
    });
    found.clear();
    for (std::size_t i = 0; i < isFound.size(); ++i) {
        if (isFound[i])
            found.push_back(static_cast<int>(i));
    }
}

bool LiteralScanner::findsAny(std::string_view text) const
{
    bool isFound = false;
    each(text, [&isFound](int, std::size_t) {
        isFound = true;
        return false;
    });
    return isFound;
}

} // namespace countersign::risk
