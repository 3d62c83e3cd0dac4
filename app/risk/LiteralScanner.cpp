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
    std::vector<State> next(m_columns, none);
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

    for (const State state : next)
        m_cells.push_back(static_cast<State>(state * m_columns) | (outputs[state].empty() ? 0 : endsLiteral)
                          | (m_depth[state] < beginning ? isShallow : 0));
    for (const std::vector<int> &ends : outputs) {
        m_firstOutput.push_back(static_cast<std::uint32_t>(m_outputs.size()));
        m_outputs.insert(m_outputs.end(), ends.begin(), ends.end());
    }
    m_firstOutput.push_back(static_cast<std::uint32_t>(m_outputs.size()));
}

/// @return the cell of the next state; @p cell: of the state before.
LiteralScanner::State LiteralScanner::step(State cell, char c, std::vector<int> &found) const
{
    cell = m_cells[(cell & ~(endsLiteral | isShallow)) + m_column[static_cast<std::uint8_t>(c)]];
    if ((cell & endsLiteral) == 0)
        return cell;
    const std::size_t state = (cell & ~(endsLiteral | isShallow)) / m_columns;
    found.insert(found.end(), m_outputs.begin() + m_firstOutput[state], m_outputs.begin() + m_firstOutput[state + 1]);
    // A hostile line repeats a literal a million times.
    if (found.size() > m_outputs.size() + 1000) {
        std::ranges::sort(found);
        found.erase(std::ranges::unique(found).begin(), found.end());
    }
    return cell;
}

void LiteralScanner::scanAll(std::string_view text, std::vector<int> &found) const
{
    State cell = 0;
    for (const char c : text)
        cell = step(cell, c, found);
}

/// Runs the automaton from where a literal may begin until it has seen too little of any to go on.
void LiteralScanner::scanFromBeginnings(std::string_view text, std::vector<int> &found) const
{
    std::size_t at = 0;
    while (at + beginning <= text.size()) {
        std::uint32_t key = nextKey(nextKey(0, text[at]), text[at + 1]);
        std::size_t end = at + beginning - 1;
        do
            key = nextKey(key, text[end++]);
        while (!mayBegin(key) && end < text.size());
        if (!mayBegin(key))
            return;
        State cell = isShallow;
        for (const char c : text.substr(end - beginning, beginning))
            cell = step(cell, c, found);
        while ((cell & isShallow) == 0 && end < text.size())
            cell = step(cell, text[end++], found);
        // What may still become a literal begins as far back as the state is deep.
        at = end - m_depth[(cell & ~(endsLiteral | isShallow)) / m_columns];
        if ((cell & isShallow) == 0)
            return; // the text is at its end
    }
}

void LiteralScanner::scan(std::string_view text, std::vector<int> &found) const
{
    found.clear();
    if (m_knowsBeginnings)
        scanFromBeginnings(text, found);
    else
        scanAll(text, found);
    std::ranges::sort(found);
    found.erase(std::ranges::unique(found).begin(), found.end());
}

bool LiteralScanner::findsAny(std::string_view text) const
{
    thread_local std::vector<int> found;
    scan(text, found);
    return !found.empty();
}

} // namespace countersign::risk
