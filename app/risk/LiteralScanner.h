// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace countersign::risk
{

/// Finds many literals in one pass over a text (the automaton of Aho and Corasick, CACM 18(6), 1975). ASCII letters match in
/// either case. Where no literal is shorter than three bytes, the automaton runs only from places whose next three bytes may
/// begin one: a table of bits that stays in the processor's nearest cache knows. Time is linear in the text. Immutable; any
/// thread.
class LiteralScanner
{
public:
    /// @param literals lower case, none empty.
    explicit LiteralScanner(std::span<const std::string> literals);
    LiteralScanner(std::initializer_list<std::string> literals)
        : LiteralScanner(std::span(literals.begin(), literals.size()))
    {
    }

    /// Puts the index of every literal that occurs in @p text into @p found (cleared first; ascending, none twice).
    void scan(std::string_view text, std::vector<int> &found) const;
    /// Calls take(indexes, offset) wherever literals end in @p text: which ones (a span of int), and the offset of their last
    /// byte. Offsets ascend.
    template<class Take>
    void eachEnd(std::string_view text, Take take) const
    {
        if (m_knowsBeginnings)
            eachEndFromBeginnings(text, take);
        else
            eachEndByAll(text, take);
    }
    /// One of them occurs in @p text: much cheaper than an expression where nearly no text has any.
    [[nodiscard]] bool findsAny(std::string_view text) const;

private:
    using State = std::uint32_t;
    static constexpr State endsLiteral = 1U << 31; ///< in a cell: literals end in the state that it leads to
    static constexpr State isShallow = 1U << 30; ///< in a cell: fewer than beginning bytes of a literal have been seen there
    static constexpr std::size_t beginning = 3; ///< bytes of a literal that the table of bits knows
    static constexpr std::uint32_t keyBits = 15;

    void buildAutomaton(std::span<const std::string> literals);
    void noteBeginnings(std::span<const std::string> literals);
    [[nodiscard]] std::uint32_t nextKey(std::uint32_t key, char c) const
    {
        return ((key << (keyBits / beginning)) ^ m_column[static_cast<std::uint8_t>(c)]) & ((1U << keyBits) - 1);
    }
    [[nodiscard]] bool mayBegin(std::uint32_t key) const { return (m_beginnings[key / 64] >> (key % 64) & 1) != 0; }
    [[nodiscard]] State next(State cell, char c) const
    {
        return m_cells[(cell & ~(endsLiteral | isShallow)) + m_column[static_cast<std::uint8_t>(c)]];
    }
    [[nodiscard]] std::size_t stateOf(State cell) const { return (cell & ~(endsLiteral | isShallow)) / m_columns; }
    [[nodiscard]] std::span<const int> endingIn(State cell) const
    {
        const std::size_t state = stateOf(cell);
        return std::span(m_outputs).subspan(m_firstOutput[state], m_firstOutput[state + 1] - m_firstOutput[state]);
    }

    template<class Take>
    void eachEndByAll(std::string_view text, Take &take) const
    {
        State cell = 0;
        for (std::size_t at = 0; at < text.size(); ++at) {
            cell = next(cell, text[at]);
            if ((cell & endsLiteral) != 0 && !take(endingIn(cell), at))
                return;
        }
    }

    /// Runs the automaton from where a literal may begin until it has seen too little of any to go on.
    template<class Take>
    void eachEndFromBeginnings(std::string_view text, Take &take) const
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
            State cell = 0;
            at = end - beginning;
            do {
                cell = next(cell, text[at++]);
                if ((cell & endsLiteral) != 0 && !take(endingIn(cell), at - 1))
                    return;
            } while (at < end || ((cell & isShallow) == 0 && at < text.size()));
            if ((cell & isShallow) == 0)
                return; // the text is at its end
            at -= m_depth[stateOf(cell)]; // what may still become a literal begins as far back as the state is deep
        }
    }

    std::array<std::uint8_t, 256> m_column{}; ///< of a byte in the table; 0: in no literal
    std::size_t m_columns = 1;
    std::vector<State> m_cells; ///< at state * m_columns + column: the next state times m_columns, and endsLiteral
    std::vector<std::uint32_t> m_firstOutput; ///< per state, index into m_outputs; one more at the end
    std::vector<int> m_outputs; ///< literals that end in a state
    std::vector<std::uint8_t> m_depth; ///< per state: bytes of a literal that have been seen there, at most beginning
    bool m_knowsBeginnings = false; ///< false: some literal is shorter
    std::array<std::uint64_t, (1U << keyBits) / 64> m_beginnings{}; ///< bits, by nextKey() of three bytes
};

} // namespace countersign::risk
