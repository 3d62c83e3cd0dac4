// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "LikeLines.h"

#include <QHashFunctions>

#include <algorithm>

namespace countersign::diff
{

namespace
{
constexpr std::size_t longestLook = 2'000; ///< bytes of a line that decide what it is like
}

const std::vector<LinePair> &LikeLines::pair(std::span<const std::string_view> a, std::span<const std::string_view> b)
{
    m_pairs.clear();
    if (a.empty() || b.empty() || a.size() * b.size() > m_cellsLeft)
        return m_pairs;
    m_cellsLeft -= a.size() * b.size();
    m_aBags.resize(std::max(m_aBags.size(), a.size()));
    m_bBags.resize(std::max(m_bBags.size(), b.size()));
    for (std::size_t i = 0; i < a.size(); ++i)
        fill(a[i], m_aBags[i]);
    for (std::size_t j = 0; j < b.size(); ++j)
        fill(b[j], m_bBags[j]);
    fillTable(a.size(), b.size());

    const std::size_t width = b.size() + 1;
    for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
        const std::uint32_t gain = m_gains[i * width + j];
        const std::uint32_t best = m_best[i * width + j];
        if (gain > 0 && best == gain + m_best[(i + 1) * width + j + 1]) {
            m_pairs.push_back({static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(j)});
            ++i;
            ++j;
        } else if (best == m_best[(i + 1) * width + j]) {
            ++i;
        } else {
            ++j;
        }
    }
    return m_pairs;
}

/// m_best[i, j]: the most that lines from i and j on can have in common.
void LikeLines::fillTable(std::size_t aCount, std::size_t bCount)
{
    const std::size_t width = bCount + 1;
    m_gains.assign(aCount * width, 0);
    m_best.assign((aCount + 1) * width, 0);
    for (std::size_t i = aCount; i-- > 0;) {
        for (std::size_t j = bCount; j-- > 0;) {
            const std::uint32_t gain = gainOf(m_aBags[i], m_bBags[j]);
            m_gains[i * width + j] = gain;
            std::uint32_t best = std::max(m_best[(i + 1) * width + j], m_best[i * width + j + 1]);
            if (gain > 0)
                best = std::max(best, gain + m_best[(i + 1) * width + j + 1]);
            m_best[i * width + j] = best;
        }
    }
}

std::uint32_t LikeLines::gainOf(const Bag &a, const Bag &b)
{
    if (a.weight == 0 && b.weight == 0)
        return 1;
    if (4 * std::min(a.weight, b.weight) < a.weight + b.weight)
        return 0;
    const std::uint32_t common = commonWeight(a, b);
    return 4 * common >= a.weight + b.weight ? common + 1 : 0;
}

void LikeLines::fill(std::string_view line, Bag &bag)
{
    bag.items.clear();
    bag.weight = 0;
    tokenize(line, m_tokens, longestLook);
    for (const Token &token : m_tokens) {
        if (token.kind == TokenKind::Space)
            continue;
        const std::string_view bytes = token.of(line);
        const auto weight = static_cast<std::uint32_t>(std::min<std::size_t>(bytes.size(), 255));
        // A fixed seed: here two tokens that collide only look alike, and the result must not change from run to run.
        bag.items.push_back((std::uint64_t{qHashBits(bytes.data(), bytes.size(), 0)} & ~std::uint64_t{0xFF}) | weight);
        bag.weight += weight;
    }
    std::ranges::sort(bag.items);
}

std::uint32_t LikeLines::commonWeight(const Bag &a, const Bag &b)
{
    std::uint32_t common = 0;
    for (auto x = a.items.begin(), y = b.items.begin(); x != a.items.end() && y != b.items.end();) {
        if (*x == *y) {
            common += static_cast<std::uint32_t>(*x & 0xFFU);
            ++x;
            ++y;
        } else if (*x < *y) {
            ++x;
        } else {
            ++y;
        }
    }
    return common;
}

} // namespace countersign::diff
