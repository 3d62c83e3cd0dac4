// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "LiteralScanner.h"

#include <algorithm>
#include <cctype>
#include <limits>
#include <utility>

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
    buildAutomaton(literals);
    noteBeginnings(literals);
}

void LiteralScanner::noteBeginnings(std::span<const std::string> literals)
{
    m_knowsBeginnings = std::ranges::all_of(literals, [](const std::string &literal) { return literal.size() >= beginning; });
    if (!m_knowsBeginnings)
        return;
    for (const std::string &literal : literals) {
        std::uint32_t key = 0;
        for (const char c : std::string_view(literal).substr(0, beginning))
            key = nextKey(key, c);
        m_beginnings[key / 64] |= std::uint64_t{1} << (key % 64);
    }
}

void LiteralScanner::buildAutomaton(std::span<const std::string> literals)
{
    // The trie of all literals; state 0 is its root.
    constexpr State none = std::numeric_limits<State>::max();
    std::vector<std::vector<int>> outputs(1);
    std::size_t most = 1; // states
    for (const std::string &literal : literals)
        most += literal.size();
    std::vector<State> next;
    next.reserve(most * m_columns);
    next.resize(m_columns, none);
    m_depth.assign(1, 0);
    for (std::size_t i = 0; i < literals.size(); ++i) {
        State state = 0;
        for (const char c : literals[i]) {
            const std::size_t cell = state * m_columns + m_column[static_cast<std::uint8_t>(c)];
            if (next[cell] == none) {
                next[cell] = static_cast<State>(outputs.size());
                outputs.emplace_back();
                m_depth.push_back(static_cast<std::uint8_t>(std::min<std::size_t>(m_depth[state] + 1U, beginning)));
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

    for (State &state : next)
        state = static_cast<State>(state * m_columns) | (outputs[state].empty() ? 0 : endsLiteral)
            | (m_depth[state] < beginning ? isShallow : 0);
    m_cells = std::move(next);
    m_cells.shrink_to_fit();
    for (const std::vector<int> &ends : outputs) {
        m_firstOutput.push_back(static_cast<std::uint32_t>(m_outputs.size()));
        m_outputs.insert(m_outputs.end(), ends.begin(), ends.end());
    }
    m_firstOutput.push_back(static_cast<std::uint32_t>(m_outputs.size()));
}

void LiteralScanner::scan(std::string_view text, std::vector<int> &found) const
{
    const auto dropRepeats = [&found] {
        std::ranges::sort(found);
        found.erase(std::ranges::unique(found).begin(), found.end());
    };
    found.clear();
    eachEnd(text, [&](std::span<const int> literals, std::size_t) {
        found.insert(found.end(), literals.begin(), literals.end());
        if (found.size() > m_outputs.size() + 1000) // a hostile line repeats a literal a million times
            dropRepeats();
        return true;
    });
    dropRepeats();
}

bool LiteralScanner::findsAny(std::string_view text) const
{
    bool isFound = false;
    eachEnd(text, [&isFound](std::span<const int>, std::size_t) {
        isFound = true;
        return false;
    });
    return isFound;
}

} // namespace countersign::risk
