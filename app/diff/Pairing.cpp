// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Pairing.h"

#include "Alignment.h"
#include "Interner.h"

#include <QHashFunctions>

#include <algorithm>
#include <string>
#include <utility>

namespace countersign::diff
{

namespace
{

constexpr std::uint64_t largestTable = 40'000; ///< cells for one block
constexpr std::size_t longestLook = 2'000; ///< bytes of a line that decide what it is like

bool isBlank(std::string_view line)
{
    return line.find_first_not_of(" \t\r\v\f") == std::string_view::npos;
}

/// The line without any white space: equal for lines that differ in nothing else.
std::string withoutSpace(std::string_view line)
{
    std::string kept;
    std::ranges::copy_if(line, std::back_inserter(kept),
                         [](char c) { return std::string_view(" \t\r\v\f").find(c) == std::string_view::npos; });
    return kept;
}

} // namespace

Pairing::Pairing(const Text &a, const Text &b, std::stop_token stop)
    : m_a(a)
    , m_b(b)
    , m_stop(std::move(stop))
{
}

const std::vector<LinePair> &Pairing::pair(std::span<const LineNumber> aLines, std::span<const LineNumber> bLines)
{
    m_pairs.clear();
    m_allPairs.clear();
    if (aLines.empty() || bLines.empty())
        return m_allPairs;
    if (aLines.size() * bLines.size() > largestTable)
        pairByContent(aLines, bLines);
    else if (aLines.size() + bLines.size() > 2)
        pairBySimilarity(aLines, bLines,
                         {0, static_cast<std::uint32_t>(aLines.size()), 0, static_cast<std::uint32_t>(bLines.size())});
    pairLoneLines(aLines, bLines);
    return m_allPairs;
}

/// Copies the pairs and adds those of lone lines between them.
void Pairing::pairLoneLines(std::span<const LineNumber> aLines, std::span<const LineNumber> bLines)
{
    std::uint32_t a = 0;
    std::uint32_t b = 0;
    const auto closeGap = [&](std::uint32_t aEnd, std::uint32_t bEnd) {
        if (aEnd - a == 1 && bEnd - b == 1 && isBlank(m_a.line(aLines[a])) == isBlank(m_b.line(bLines[b])))
            m_allPairs.push_back({a, b});
    };
    for (const LinePair &pair : m_pairs) {
        closeGap(pair.a, pair.b);
        m_allPairs.push_back(pair);
        a = pair.a + 1;
        b = pair.b + 1;
    }
    closeGap(static_cast<std::uint32_t>(aLines.size()), static_cast<std::uint32_t>(bLines.size()));
}

/// For large blocks: first the lines that differ in white space alone (a file with new line ends or a new indentation),
/// then what lies between them.
void Pairing::pairByContent(std::span<const LineNumber> aLines, std::span<const LineNumber> bLines)
{
    std::vector<std::string> contents;
    contents.reserve(aLines.size() + bLines.size());
    Interner interner(aLines.size() + bLines.size());
    const auto intern = [&](const Text &text, std::span<const LineNumber> lines) {
        std::vector<std::uint32_t> ids;
        for (const LineNumber line : lines)
            ids.push_back(interner.id(contents.emplace_back(withoutSpace(text.line(line)))));
        return ids;
    };
    const std::vector<std::uint32_t> aIds = intern(m_a, aLines);
    const std::vector<std::uint32_t> bIds = intern(m_b, bLines);
    Budget budget{.left = 5'000'000};
    std::uint32_t a = 0;
    std::uint32_t b = 0;
    const auto addEqual = [&](std::uint32_t aEnd) {
        for (; a < aEnd; ++a, ++b)
            m_pairs.push_back({a, b});
    };
    for (const Block &block : align(aIds, bIds, interner.count(), budget, m_stop)) {
        addEqual(block.aBegin);
        if (std::uint64_t{block.aCount()} * block.bCount() <= largestTable)
            pairBySimilarity(aLines, bLines, {block.aBegin, block.aEnd, block.bBegin, block.bEnd});
        a = block.aEnd;
        b = block.bEnd;
    }
    addEqual(static_cast<std::uint32_t>(aLines.size()));
}

/// The monotone pairing with the largest common weight, by a table over all combinations.
void Pairing::pairBySimilarity(std::span<const LineNumber> aLines, std::span<const LineNumber> bLines, const Ends &ends)
{
    const std::size_t aCount = ends.aEnd - ends.aBegin;
    const std::size_t bCount = ends.bEnd - ends.bBegin;
    if (aCount == 0 || bCount == 0 || aCount * bCount > m_cellsLeft)
        return;
    m_cellsLeft -= aCount * bCount;
    m_aBags.resize(std::max(m_aBags.size(), aCount));
    m_bBags.resize(std::max(m_bBags.size(), bCount));
    for (std::size_t i = 0; i < aCount; ++i)
        fill(m_a.line(aLines[ends.aBegin + i]), m_aBags[i]);
    for (std::size_t j = 0; j < bCount; ++j)
        fill(m_b.line(bLines[ends.bBegin + j]), m_bBags[j]);

    const std::size_t width = bCount + 1;
    m_gains.assign(aCount * width, 0);
    m_best.assign((aCount + 1) * width, 0);
    for (std::size_t i = aCount; i-- > 0;) {
        for (std::size_t j = bCount; j-- > 0;) {
            const Bag &a = m_aBags[i];
            const Bag &b = m_bBags[j];
            std::uint32_t gain = 0;
            if (a.weight == 0 && b.weight == 0) {
                gain = 1;
            } else if (4 * std::min(a.weight, b.weight) >= a.weight + b.weight) {
                const std::uint32_t common = commonWeight(a, b);
                gain = 4 * common >= a.weight + b.weight ? common + 1 : 0;
            }
            m_gains[i * width + j] = gain;
            std::uint32_t best = std::max(m_best[(i + 1) * width + j], m_best[i * width + j + 1]);
            if (gain > 0)
                best = std::max(best, gain + m_best[(i + 1) * width + j + 1]);
            m_best[i * width + j] = best;
        }
    }
    for (std::size_t i = 0, j = 0; i < aCount && j < bCount;) {
        const std::uint32_t gain = m_gains[i * width + j];
        const std::uint32_t best = m_best[i * width + j];
        if (gain > 0 && best == gain + m_best[(i + 1) * width + j + 1]) {
            m_pairs.push_back({ends.aBegin + static_cast<std::uint32_t>(i), ends.bBegin + static_cast<std::uint32_t>(j)});
            ++i;
            ++j;
        } else if (best == m_best[(i + 1) * width + j]) {
            ++i;
        } else {
            ++j;
        }
    }
}

void Pairing::fill(std::string_view line, Bag &bag)
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

std::uint32_t Pairing::commonWeight(const Bag &a, const Bag &b)
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
