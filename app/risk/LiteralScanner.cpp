// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "LiteralScanner.h"

#include <algorithm>
#include <cctype>
#include <limits>

namespace countersign::risk
{

LiteralScanner::LiteralScanner(std::span<const std::string> literals)
{
    for (const std::string &literal : literals) {
        for (const char c : literal) {
            std::uint8_t &column = m_column[static_cast<std::uint8_t>(c)];
            if (column == 0)
                column = static_cast<std::uint8_t>(m_columns++);
        }
    }
    for (int c = 'A'; c <= 'Z'; ++c)
        m_column[static_cast<std::size_t>(c)] = m_column[static_cast<std::size_t>(std::tolower(c))];

    // The trie of all literals; state 0 is its root.
    constexpr State none = std::numeric_limits<State>::max();
    std::vector<std::vector<int>> outputs(1);
    std::vector<State> next(m_columns, none);
    for (std::size_t i = 0; i < literals.size(); ++i) {
        State state = 0;
        for (const char c : literals[i]) {
            const std::size_t cell = state * m_columns + m_column[static_cast<std::uint8_t>(c)];
            if (next[cell] == none) {
                next[cell] = static_cast<State>(outputs.size());
                outputs.emplace_back();
                next.resize(outputs.size() * m_columns, none);
            }
            state = next[cell];
        }
        outputs[state].push_back(static_cast<int>(i));
    }

    // Breadth first: a missing step is the step of the longest proper suffix that is in the trie.
    std::vector<State> suffix(outputs.size(), 0);
    std::vector<State> queue{0};
    for (std::size_t at = 0; at < queue.size(); ++at) {
        const State state = queue[at];
        for (std::size_t column = 0; column < m_columns; ++column) {
            State &step = next[state * m_columns + column];
            const State fallback = state == 0 ? 0 : next[suffix[state] * m_columns + column];
            if (step == none) {
                step = fallback;
                continue;
            }
            suffix[step] = fallback;
            std::ranges::copy(outputs[fallback], std::back_inserter(outputs[step]));
            queue.push_back(step);
        }
    }

    for (const State state : next)
        m_cells.push_back(static_cast<State>(state * m_columns) | (outputs[state].empty() ? 0 : endsLiteral));
    for (const std::vector<int> &ends : outputs) {
        m_firstOutput.push_back(static_cast<std::uint32_t>(m_outputs.size()));
        m_outputs.insert(m_outputs.end(), ends.begin(), ends.end());
    }
    m_firstOutput.push_back(static_cast<std::uint32_t>(m_outputs.size()));
}

void LiteralScanner::scan(std::string_view text, std::vector<int> &found) const
{
    found.clear();
    State row = 0;
    for (const char c : text) {
        const State cell = m_cells[row + m_column[static_cast<std::uint8_t>(c)]];
        row = cell & ~endsLiteral;
        if ((cell & endsLiteral) == 0)
            continue;
        const std::size_t state = row / m_columns;
        for (std::uint32_t i = m_firstOutput[state]; i < m_firstOutput[state + 1]; ++i)
            found.push_back(m_outputs[i]);
        // A hostile line repeats a literal a million times.
        if (found.size() > m_outputs.size() + 1000) {
            std::ranges::sort(found);
            found.erase(std::ranges::unique(found).begin(), found.end());
        }
    }
    std::ranges::sort(found);
    found.erase(std::ranges::unique(found).begin(), found.end());
}

} // namespace countersign::risk
