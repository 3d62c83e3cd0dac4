// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Moves.h"

#include "Interner.h"
#include "MovedEdits.h"

#include <algorithm>

namespace countersign::diff
{

namespace
{

using Index = std::uint32_t;
constexpr std::uint32_t leastAlphanumerics = 20;
constexpr std::size_t mostCandidates = 64; ///< a line that stands in more places starts no block
constexpr std::uint64_t mostComparisons = 20'000'000;
constexpr Index none = UINT32_MAX;

bool isAlphanumeric(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

class MoveFinder
{
public:
    MoveFinder(const std::vector<LooseLine> &a, const std::vector<LooseLine> &b, MoveScope scope, const std::stop_token &stop)
        : m_a(a)
        , m_b(b)
        , m_scope(scope)
        , m_stop(stop)
        , m_isTaken(b.size())
    {
        Interner interner(a.size() + b.size());
        for (const LooseLine &line : a)
            m_aIds.push_back(interner.id(line.content));
        for (const LooseLine &line : b)
            m_bIds.push_back(interner.id(line.content));
        m_first.assign(interner.count(), none);
        m_next.assign(b.size(), none);
        for (Index j = static_cast<Index>(b.size()); j-- > 0;) {
            m_next[j] = m_first[m_bIds[j]];
            m_first[m_bIds[j]] = j;
        }
    }

    Moves run()
    {
        for (Index i = 0; i < m_a.size();) {
            if (m_comparisons > mostComparisons || m_stop.stop_requested()) {
                m_moves.isCutShort = true;
                break;
            }
            const Stretch best = longestFrom(i);
            if (best.count == 0) {
                ++i;
                continue;
            }
            std::fill_n(m_isTaken.begin() + best.bFirst, best.count, true);
            m_stretches.push_back(best);
            i += best.count;
        }
        markMoves(m_stretches, m_a, m_b, m_moves, m_stop);
        return std::move(m_moves);
    }

private:
    [[nodiscard]] Stretch longestFrom(Index i)
    {
        Stretch best;
        if (m_a[i].isBlank)
            return best;
        std::size_t candidates = 0;
        for (Index j = m_first[m_aIds[i]]; j != none && candidates < mostCandidates; j = m_next[j], ++candidates) {
            const Index count = length(i, j);
            if (count > best.count)
                best = {i, j, count};
        }
        return best;
    }

    /// How many lines agree from here on; 0 when they are too little to be a moved block.
    [[nodiscard]] Index length(Index i, Index j)
    {
        const std::int64_t shift = std::int64_t{m_b[j].indent} - m_a[i].indent;
        if (!isAllowed(m_a[i], m_b[j], shift))
            return 0;
        std::uint32_t alphanumerics = 0;
        Index count = 0;
        while (true) {
            ++m_comparisons;
            if (!agree(i + count, j + count, shift))
                break;
            alphanumerics += m_a[i + count].alphanumerics;
            ++count;
            if (!isNextLine(m_a, i + count) || !isNextLine(m_b, j + count))
                break;
        }
        return alphanumerics >= leastAlphanumerics ? count : 0;
    }

    [[nodiscard]] bool isAllowed(const LooseLine &a, const LooseLine &b, std::int64_t shift) const
    {
        if (m_scope == MoveScope::AcrossFiles)
            return a.file != b.file;
        return a.file == b.file && (a.block != b.block || shift == 0);
    }

    [[nodiscard]] bool agree(Index i, Index j, std::int64_t shift) const
    {
        if (m_isTaken[j] || m_aIds[i] != m_bIds[j])
            return false;
        return m_a[i].isBlank || std::int64_t{m_b[j].indent} - m_a[i].indent == shift;
    }

    const std::vector<LooseLine> &m_a;
    const std::vector<LooseLine> &m_b;
    MoveScope m_scope;
    const std::stop_token &m_stop;
    std::vector<Index> m_aIds;
    std::vector<Index> m_bIds;
    std::vector<Index> m_first; ///< by id: first line of b with it
    std::vector<Index> m_next; ///< by line of b: the next one with the same id
    std::vector<bool> m_isTaken; ///< by line of b
    std::uint64_t m_comparisons = 0;
    std::vector<Stretch> m_stretches;
    Moves m_moves;
};

} // namespace

std::string_view withoutIndent(std::string_view line)
{
    return line.substr(std::min(line.find_first_not_of(" \t"), line.size()));
}

bool isNextLine(std::span<const LooseLine> lines, std::size_t i)
{
    return i < lines.size() && lines[i].file == lines[i - 1].file && lines[i].block == lines[i - 1].block
        && lines[i].line == lines[i - 1].line + 1;
}

LooseLine looseLine(const Text &text, LineNumber line, std::uint32_t file, std::uint32_t block)
{
    LooseLine loose;
    loose.line = line;
    loose.file = file;
    loose.block = block;
    const std::string_view bytes = text.rawLine(line);
    loose.shown = text.line(line);
    loose.content = withoutIndent(bytes);
    for (const char c : bytes.substr(0, bytes.size() - loose.content.size()))
        loose.indent += c == '\t' ? 8 - loose.indent % 8 : 1;
    loose.alphanumerics = static_cast<std::uint32_t>(std::ranges::count_if(loose.content, isAlphanumeric));
    loose.isBlank = loose.content.find_first_not_of(" \t\r\n") == std::string_view::npos;
    return loose;
}

Moves findMoves(const std::vector<LooseLine> &a, const std::vector<LooseLine> &b, MoveScope scope, const std::stop_token &stop)
{
    return MoveFinder(a, b, scope, stop).run();
}

} // namespace countersign::diff
