// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "MovedEdits.h"

#include "LikeLines.h"

#include <algorithm>

namespace countersign::diff
{

namespace
{

using Index = std::uint32_t;
using Lines = std::span<const LooseLine>;
constexpr Index longestGap = 100; ///< lines of one side between two stretches
constexpr Index longestEnd = 10; ///< lines of one side before the first stretch or after the last

/// Lines aBegin to aEnd and bBegin to bEnd (half-open), of which some were edited.
struct Gap {
    Index aBegin, aEnd, bBegin, bEnd;
};

std::uint64_t textOf(const LooseLine &line)
{
    return std::uint64_t{line.alphanumerics} + 1;
}

class MoveMarker
{
public:
    MoveMarker(Lines a, Lines b, Moves &moves)
        : m_a(a)
        , m_b(b)
        , m_moves(moves)
    {
        moves.a.assign(a.size(), {});
        moves.b.assign(b.size(), {});
    }

    void run(std::span<const Stretch> stretches, const std::stop_token &stop)
    {
        // All stretches first: no gap may reach over one.
        for (const Stretch &stretch : stretches)
            mark(stretch, 1);
        for (std::size_t first = 0; first < stretches.size();) {
            ++m_moves.count;
            mark(stretches[first], m_moves.count);
            m_spare = weightOf(stretches[first]);
            std::size_t last = first;
            while (last + 1 < stretches.size() && !stop.stop_requested() && join(stretches[last], stretches[last + 1]))
                ++last;
            if (!stop.stop_requested()) {
                widenUp(stretches[first]);
                widenDown(stretches[last]);
            }
            first = last + 1;
        }
    }

private:
    void mark(const Stretch &stretch, Index number)
    {
        std::fill_n(m_moves.a.begin() + stretch.aFirst, stretch.count, MoveMark{.number = number});
        std::fill_n(m_moves.b.begin() + stretch.bFirst, stretch.count, MoveMark{.number = number});
    }

    [[nodiscard]] std::uint64_t weightOf(const Stretch &stretch) const
    {
        std::uint64_t weight = 0;
        for (const LooseLine &line : m_a.subspan(stretch.aFirst, stretch.count))
            weight += textOf(line);
        return weight;
    }

    /// Lines begin to end are free, and they and the line after them follow each other.
    [[nodiscard]] static bool isFreeRun(Lines lines, const std::vector<MoveMark> &marks, Index begin, Index end)
    {
        for (Index i = begin; i <= end; ++i) {
            if (!isNextLine(lines, i) || (i < end && marks[i].number != 0))
                return false;
        }
        return true;
    }

    /// Makes @p next a part of the block that @p stretch ends, if little enough was edited between them.
    bool join(const Stretch &stretch, const Stretch &next)
    {
        const Gap gap{stretch.aFirst + stretch.count, next.aFirst, stretch.bFirst + stretch.count, next.bFirst};
        if (gap.bEnd < gap.bBegin || gap.aEnd - gap.aBegin > longestGap || gap.bEnd - gap.bBegin > longestGap
            || !isFreeRun(m_a, m_moves.a, gap.aBegin, gap.aEnd) || !isFreeRun(m_b, m_moves.b, gap.bBegin, gap.bEnd))
            return false;
        // Half of a stretch for the gap on either side of it: in all no more is edited than moved.
        findPairs(gap);
        const std::uint64_t edited = editedWeight(gap);
        if (2 * edited > weightOf(stretch) + weightOf(next))
            return false;
        m_spare += weightOf(next);
        m_spare -= edited;
        markGap(gap);
        mark(next, m_moves.count);
        return true;
    }

    /// Pairs of like lines in the gap, by their index in all lines, into m_pairs.
    void findPairs(const Gap &gap)
    {
        const auto look = [](Lines lines, std::vector<std::string_view> &contents) {
            contents.clear();
            for (const LooseLine &line : lines)
                contents.push_back(line.shown);
        };
        look(m_a.subspan(gap.aBegin, gap.aEnd - gap.aBegin), m_aContents);
        look(m_b.subspan(gap.bBegin, gap.bEnd - gap.bBegin), m_bContents);
        m_pairs.clear();
        for (const LinePair &pair : m_likeLines.pair(m_aContents, m_bContents))
            m_pairs.push_back({gap.aBegin + pair.a, gap.bBegin + pair.b});
    }

    [[nodiscard]] bool isSame(const LinePair &pair) const { return m_a[pair.a].content == m_b[pair.b].content; }

    /// Text of the side with more of it that has no equal line on the other one.
    [[nodiscard]] std::uint64_t editedWeight(const Gap &gap) const
    {
        std::uint64_t aWeight = 0;
        std::uint64_t bWeight = 0;
        for (Index i = gap.aBegin; i < gap.aEnd; ++i)
            aWeight += textOf(m_a[i]);
        for (Index j = gap.bBegin; j < gap.bEnd; ++j)
            bWeight += textOf(m_b[j]);
        for (const LinePair &pair : m_pairs) {
            const bool isInside = pair.a >= gap.aBegin && pair.a < gap.aEnd && pair.b >= gap.bBegin && pair.b < gap.bEnd;
            if (isInside && isSame(pair)) {
                aWeight -= textOf(m_a[pair.a]);
                bWeight -= textOf(m_b[pair.b]);
            }
        }
        return std::max(aWeight, bWeight);
    }

    /// Marks the lines of the gap as edited, but for those that are the same on both sides.
    void markGap(const Gap &gap)
    {
        const MoveMark edited{.number = m_moves.count, .isEdited = true};
        std::fill(m_moves.a.begin() + gap.aBegin, m_moves.a.begin() + gap.aEnd, edited);
        std::fill(m_moves.b.begin() + gap.bBegin, m_moves.b.begin() + gap.bEnd, edited);
        for (const LinePair &pair : m_pairs) {
            const bool isInside = pair.a >= gap.aBegin && pair.a < gap.aEnd && pair.b >= gap.bBegin && pair.b < gap.bEnd;
            if (isInside && isSame(pair))
                mark({pair.a, pair.b, 1}, m_moves.count);
        }
    }

    void widenUp(const Stretch &stretch)
    {
        Gap whole{stretch.aFirst, stretch.aFirst, stretch.bFirst, stretch.bFirst};
        const auto reach = [](Lines lines, const std::vector<MoveMark> &marks, Index from) {
            Index begin = from;
            while (begin > 0 && from - begin < longestEnd && isNextLine(lines, begin) && marks[begin - 1].number == 0)
                --begin;
            return begin;
        };
        whole.aBegin = reach(m_a, m_moves.a, whole.aEnd);
        whole.bBegin = reach(m_b, m_moves.b, whole.bEnd);
        findPairs(whole);
        Gap best{whole.aEnd, whole.aEnd, whole.bEnd, whole.bEnd};
        for (auto pair = m_pairs.rbegin(); pair != m_pairs.rend(); ++pair) {
            const bool isAdjacent = pair->a + 1 == best.aBegin && pair->b + 1 == best.bBegin;
            if (!widen(best, {pair->a, whole.aEnd, pair->b, whole.bEnd}, *pair, isAdjacent))
                break;
        }
        m_spare -= editedWeight(best);
        markGap(best);
    }

    void widenDown(const Stretch &stretch)
    {
        const Index a = stretch.aFirst + stretch.count;
        const Index b = stretch.bFirst + stretch.count;
        const auto reach = [](Lines lines, const std::vector<MoveMark> &marks, Index from) {
            Index end = from;
            while (end < lines.size() && end - from < longestEnd && isNextLine(lines, end) && marks[end].number == 0)
                ++end;
            return end;
        };
        findPairs({a, reach(m_a, m_moves.a, a), b, reach(m_b, m_moves.b, b)});
        Gap best{a, a, b, b};
        for (const LinePair &pair : m_pairs) {
            const bool isAdjacent = pair.a == best.aEnd && pair.b == best.bEnd;
            if (!widen(best, {a, pair.a + 1, b, pair.b + 1}, pair, isAdjacent))
                break;
        }
        m_spare -= editedWeight(best);
        markGap(best);
    }

    /// Lets the end of a block reach to @p wider, up to a pair of like lines; false when that is too far. A pair that says
    /// nothing (a brace, a blank line) counts only beside what already belongs to the block.
    bool widen(Gap &best, const Gap &wider, const LinePair &pair, bool isAdjacent) const
    {
        if (editedWeight(wider) > m_spare)
            return false;
        const bool saysMuch = m_a[pair.a].alphanumerics > 0 && m_b[pair.b].alphanumerics > 0;
        const bool isBlank = m_a[pair.a].isBlank || m_b[pair.b].isBlank;
        if (saysMuch || (isAdjacent && !isBlank))
            best = wider;
        return true;
    }

    Lines m_a;
    Lines m_b;
    Moves &m_moves;
    std::uint64_t m_spare = 0; ///< how much more text moved than was edited, in the block at hand
    LikeLines m_likeLines{1'000'000};
    std::vector<std::string_view> m_aContents;
    std::vector<std::string_view> m_bContents;
    std::vector<LinePair> m_pairs;
};

} // namespace

void markMoves(std::span<const Stretch> stretches, std::span<const LooseLine> a, std::span<const LooseLine> b, Moves &moves,
               const std::stop_token &stop)
{
    MoveMarker(a, b, moves).run(stretches, stop);
}

} // namespace countersign::diff
