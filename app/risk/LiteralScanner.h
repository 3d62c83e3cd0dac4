// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace countersign::risk
{

/// Finds many literals in one pass over a text (the automaton of Aho and Corasick, CACM 18(6), 1975). ASCII letters match in
/// either case. Immutable; any thread.
class LiteralScanner
{
public:
    /// @param literals lower case, none empty.
    explicit LiteralScanner(std::span<const std::string> literals);

    /// Puts the index of every literal that occurs in @p text into @p found (cleared first; ascending, none twice).
    void scan(std::string_view text, std::vector<int> &found) const;

private:
    using State = std::uint32_t;
    static constexpr State endsLiteral = 1U << 31; ///< in a cell: literals end in the state that it leads to

    std::array<std::uint8_t, 256> m_column{}; ///< of a byte in the table; 0: in no literal
    std::size_t m_columns = 1;
    std::vector<State> m_cells; ///< at state * m_columns + column: the next state times m_columns, and endsLiteral
    std::vector<std::uint32_t> m_firstOutput; ///< per state, index into m_outputs; one more at the end
    std::vector<int> m_outputs; ///< literals that end in a state
};

} // namespace countersign::risk
