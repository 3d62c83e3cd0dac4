// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Tokens.h"

#include "core/Text.h"

#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

namespace countersign::diff
{

/// Two lines, by their place in the lists that were given, of which one became the other.
struct LinePair {
    std::uint32_t a = 0;
    std::uint32_t b = 0;
    friend bool operator==(const LinePair &, const LinePair &) = default;
};

/// Finds which removed line became which added line. Keeps its buffers and its budget from block to block.
class Pairing
{
public:
    Pairing(const Text &a, const Text &b, std::stop_token stop);

    /// Pairs that rise on both sides and have the most text in common; only lines at least half of which agrees. Where a lone
    /// line between two pairs was replaced by a lone line, they are a pair whatever they say. Valid until the next call.
    const std::vector<LinePair> &pair(std::span<const LineNumber> aLines, std::span<const LineNumber> bLines);

private:
    /// Words and signs of a line, sorted: hash in the high bits, weight in the low byte.
    struct Bag {
        std::vector<std::uint64_t> items;
        std::uint32_t weight = 0;
    };
    struct Ends {
        std::uint32_t aBegin, aEnd, bBegin, bEnd;
    };
    void pairLoneLines(std::span<const LineNumber> aLines, std::span<const LineNumber> bLines);
    void pairByContent(std::span<const LineNumber> aLines, std::span<const LineNumber> bLines);
    void pairBySimilarity(std::span<const LineNumber> aLines, std::span<const LineNumber> bLines, const Ends &ends);
    void fill(std::string_view line, Bag &bag);
    static std::uint32_t commonWeight(const Bag &a, const Bag &b);

    const Text &m_a;
    const Text &m_b;
    std::stop_token m_stop;
    std::vector<Token> m_tokens;
    std::vector<Bag> m_aBags;
    std::vector<Bag> m_bBags;
    std::vector<std::uint32_t> m_gains;
    std::vector<std::uint32_t> m_best;
    std::vector<LinePair> m_pairs;
    std::vector<LinePair> m_allPairs;
    std::uint64_t m_cellsLeft = 4'000'000;
};

} // namespace countersign::diff
