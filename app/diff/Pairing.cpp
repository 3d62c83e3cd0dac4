// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Pairing.h"

#include "Alignment.h"
#include "Interner.h"

#include <algorithm>
#include <string>
#include <utility>

namespace countersign::diff
{

namespace
{

constexpr std::uint64_t largestTable = 40'000; ///< cells for one block

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

/// Lets LikeLines see the lines between @p ends.
void Pairing::pairBySimilarity(std::span<const LineNumber> aLines, std::span<const LineNumber> bLines, const Ends &ends)
{
    const auto look = [](const Text &text, std::span<const LineNumber> lines, std::vector<std::string_view> &contents) {
        contents.clear();
        for (const LineNumber line : lines)
            contents.push_back(text.line(line));
    };
    look(m_a, aLines.subspan(ends.aBegin, ends.aEnd - ends.aBegin), m_aContents);
    look(m_b, bLines.subspan(ends.bBegin, ends.bEnd - ends.bBegin), m_bContents);
    for (const LinePair &pair : m_likeLines.pair(m_aContents, m_bContents))
        m_pairs.push_back({ends.aBegin + pair.a, ends.bBegin + pair.b});
}

} // namespace countersign::diff
