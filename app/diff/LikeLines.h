// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Tokens.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace countersign::diff
{

/// Two lines, by their place in the lists that were given, of which one became the other.
struct LinePair {
    std::uint32_t a = 0;
    std::uint32_t b = 0;
    friend bool operator==(const LinePair &, const LinePair &) = default;
};

/// Finds lines that have most of their words and signs in common. Keeps its buffers and its budget from call to call.
class LikeLines
{
public:
    /// @param cells how many pairs of lines it may compare in all; a call that would need more finds nothing.
    explicit LikeLines(std::uint64_t cells)
        : m_cellsLeft(cells)
    {
    }

    /// Pairs that rise on both sides and together have the most text in common; only lines at least half of which agrees.
    /// Valid until the next call.
    const std::vector<LinePair> &pair(std::span<const std::string_view> a, std::span<const std::string_view> b);

private:
    /// Words and signs of a line, sorted: hash in the high bits, weight in the low byte.
    struct Bag {
        std::vector<std::uint64_t> items;
        std::uint32_t weight = 0;
    };
    void fill(std::string_view line, Bag &bag);
    void fillTable(std::size_t aCount, std::size_t bCount);
    static std::uint32_t gainOf(const Bag &a, const Bag &b);
    static std::uint32_t commonWeight(const Bag &a, const Bag &b);

    std::uint64_t m_cellsLeft;
    std::vector<Token> m_tokens;
    std::vector<Bag> m_aBags;
    std::vector<Bag> m_bBags;
    std::vector<std::uint32_t> m_gains;
    std::vector<std::uint32_t> m_best;
    std::vector<LinePair> m_pairs;
};

} // namespace countersign::diff
