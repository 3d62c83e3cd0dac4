// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "LikeLines.h"

#include "core/Text.h"

#include <cstdint>
#include <span>
#include <stop_token>
#include <string_view>
#include <vector>

namespace countersign::diff
{

/// Finds which removed line became which added line. Keeps its buffers and its budget from block to block.
class Pairing
{
public:
    Pairing(const Text &a, const Text &b, std::stop_token stop);

    /// Pairs that rise on both sides and have the most text in common; only lines at least half of which agrees. Where a lone
    /// line between two pairs was replaced by a lone line, they are a pair whatever they say. Valid until the next call.
    const std::vector<LinePair> &pair(std::span<const LineNumber> aLines, std::span<const LineNumber> bLines);

private:
    struct Ends {
        std::uint32_t aBegin, aEnd, bBegin, bEnd;
    };
    void pairLoneLines(std::span<const LineNumber> aLines, std::span<const LineNumber> bLines);
    void pairByContent(std::span<const LineNumber> aLines, std::span<const LineNumber> bLines);
    void pairBySimilarity(std::span<const LineNumber> aLines, std::span<const LineNumber> bLines, const Ends &ends);

    const Text &m_a;
    const Text &m_b;
    std::stop_token m_stop;
    std::vector<std::string_view> m_aContents;
    std::vector<std::string_view> m_bContents;
    std::vector<LinePair> m_pairs;
    std::vector<LinePair> m_allPairs;
    LikeLines m_likeLines{4'000'000};
};

} // namespace countersign::diff
