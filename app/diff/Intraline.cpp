// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Intraline.h"

#include "Interner.h"
#include "MyersDiff.h"

#include <algorithm>
#include <limits>

namespace countersign::diff
{

namespace
{

constexpr std::size_t longLine = 20'000; ///< bytes; longer ones are budgeted
constexpr std::uint64_t mostSteps = 2'000'000; ///< for one pair of lines
constexpr std::size_t largestTable = 250'000; ///< cells for one pair of lines
constexpr std::size_t mostSpans = std::numeric_limits<std::uint16_t>::max();

/// Tokens that two lines have in common.
struct Match {
    std::uint32_t a;
    std::uint32_t b;
    std::uint32_t length;
};

bool hasCommonText(const std::vector<Token> &tokens, const std::vector<bool> &isChanged)
{
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (!isChanged[i] && tokens[i].kind != TokenKind::Space)
            return true;
    }
    return false;
}

bool hasText(const std::vector<Token> &tokens)
{
    return std::ranges::any_of(tokens, [](const Token &token) { return token.kind != TokenKind::Space; });
}

void collect(const std::vector<Token> &tokens, const std::vector<bool> &isChanged, std::vector<ByteSpan> &spans)
{
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (!isChanged[i])
            continue;
        const bool joins = i > 0 && !spans.empty()
            && (spans.back().end == tokens[i].begin
                || (tokens[i - 1].kind == TokenKind::Space && spans.back().end == tokens[i - 1].begin));
        if (joins)
            spans.back().end = tokens[i].end;
        else
            spans.push_back({tokens[i].begin, tokens[i].end});
    }
}

} // namespace

const LineSpans &Intraline::compare(std::string_view a, std::string_view b)
{
    m_spans.a.clear();
    m_spans.b.clear();
    m_spans.isSkipped = false;
    if (a == b)
        return m_spans;
    if (const std::size_t bytes = a.size() + b.size(); bytes > longLine) {
        m_spans.isSkipped = bytes > m_bytesLeft;
        if (m_spans.isSkipped)
            return m_spans;
        m_bytesLeft -= bytes;
    }

    tokenize(a, m_a.tokens);
    tokenize(b, m_b.tokens);
    markChanges(a, b);
    if (!hasCommonText(m_a.tokens, m_a.isChanged) && hasText(m_a.tokens) && hasText(m_b.tokens))
        return m_spans;
    collect(m_a.tokens, m_a.isChanged, m_spans.a);
    collect(m_b.tokens, m_b.isChanged, m_spans.b);
    if (std::max(m_spans.a.size(), m_spans.b.size()) > mostSpans) {
        m_spans = {};
        m_spans.isSkipped = true;
    }
    return m_spans;
}

void Intraline::markChanges(std::string_view a, std::string_view b)
{
    const auto &left = m_a.tokens;
    const auto &right = m_b.tokens;
    std::size_t begin = 0;
    std::size_t aEnd = left.size();
    std::size_t bEnd = right.size();
    while (begin < aEnd && begin < bEnd && left[begin].of(a) == right[begin].of(b))
        ++begin;
    while (aEnd > begin && bEnd > begin && left[aEnd - 1].of(a) == right[bEnd - 1].of(b)) {
        --aEnd;
        --bEnd;
    }
    m_a.isChanged.assign(left.size(), false);
    m_b.isChanged.assign(right.size(), false);
    std::fill(m_a.isChanged.begin() + static_cast<std::ptrdiff_t>(begin),
              m_a.isChanged.begin() + static_cast<std::ptrdiff_t>(aEnd), true);
    std::fill(m_b.isChanged.begin() + static_cast<std::ptrdiff_t>(begin),
              m_b.isChanged.begin() + static_cast<std::ptrdiff_t>(bEnd), true);

    const std::size_t aCount = aEnd - begin;
    const std::size_t bCount = bEnd - begin;
    const std::size_t cells = aCount * bCount;
    // Without budget the whole middle stays marked: coarser, never wrong.
    if (cells > 1 && cells <= largestTable && cells <= m_cellsLeft) {
        m_cellsLeft -= cells;
        markByTable(a, b, begin, aCount, bCount);
    } else if (cells > 1) {
        markByFewestEdits(a, b, begin, aCount, bCount);
    }
}

/// For what is too long for a table: a minified file differs in a few places that are far apart.
void Intraline::markByFewestEdits(std::string_view a, std::string_view b, std::size_t begin, std::size_t aCount,
                                  std::size_t bCount)
{
    Budget budget{.left = std::min(m_stepsLeft, mostSteps)};
    const std::uint64_t before = budget.left;
    Interner interner(aCount + bCount);
    const auto intern = [&](std::string_view line, const std::vector<Token> &tokens, std::size_t count) {
        std::vector<std::uint32_t> ids;
        ids.reserve(count);
        for (std::size_t i = begin; i < begin + count; ++i)
            ids.push_back(interner.id(tokens[i].of(line)));
        return ids;
    };
    const auto left = intern(a, m_a.tokens, aCount);
    const auto right = intern(b, m_b.tokens, bCount);
    std::vector<Match> matches;
    std::size_t common = 0;
    MyersDiff(left, right, budget, {}).run([&](std::uint32_t i, std::uint32_t j, std::uint32_t length) {
        matches.push_back({i, j, length});
        common += length;
    });
    m_stepsLeft -= before - budget.left;
    // Lines that have little in common would be marked in splinters.
    if (budget.isSpent || 2 * common < std::min(aCount, bCount))
        return;
    for (const Match &match : matches) {
        for (std::size_t n = 0; n < match.length; ++n) {
            m_a.isChanged[begin + match.a + n] = false;
            m_b.isChanged[begin + match.b + n] = false;
        }
    }
}

/// Longest common subsequence by the textbook table, weighted so that words count more than signs and spaces.
void Intraline::markByTable(std::string_view a, std::string_view b, std::size_t begin, std::size_t aCount, std::size_t bCount)
{
    const auto weight = [](const Token &token) -> std::uint16_t {
        return token.kind == TokenKind::Word ? 8 : token.kind == TokenKind::Other ? 3 : 1;
    };
    const auto same = [&](std::size_t i, std::size_t j) { return m_a.tokens[begin + i].of(a) == m_b.tokens[begin + j].of(b); };
    const std::size_t width = bCount + 1;
    m_table.assign((aCount + 1) * width, 0);
    const auto best = [&](std::size_t i, std::size_t j) -> std::uint16_t & { return m_table[i * width + j]; };
    const auto withPair = [&](std::size_t i, std::size_t j) {
        return static_cast<std::uint16_t>(best(i + 1, j + 1) + weight(m_a.tokens[begin + i]));
    };
    for (std::size_t i = aCount; i-- > 0;) {
        for (std::size_t j = bCount; j-- > 0;) {
            best(i, j) = std::max(best(i + 1, j), best(i, j + 1));
            if (same(i, j))
                best(i, j) = std::max(best(i, j), withPair(i, j));
        }
    }
    for (std::size_t i = 0, j = 0; i < aCount && j < bCount;) {
        if (same(i, j) && best(i, j) == withPair(i, j)) {
            m_a.isChanged[begin + i] = false;
            m_b.isChanged[begin + j] = false;
            ++i;
            ++j;
        } else if (best(i, j) == best(i + 1, j)) {
            ++i;
        } else {
            ++j;
        }
    }
}

} // namespace countersign::diff
