// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Alignment.h"

#include "Anchors.h"

#include <algorithm>

namespace countersign::diff
{

namespace
{

using Index = std::uint32_t;
constexpr int deepestAnchors = 64;
constexpr int deepestRunAnchors = 8;
constexpr std::uint64_t shortestTrial = 2'000'000; ///< steps for looking whether anchors cost too much

struct Match {
    Index a = 0;
    Index b = 0;
    Index length = 0;

    [[nodiscard]] bool isFollowedBy(Index nextA, Index nextB) const { return a + length == nextA && b + length == nextB; }
};

/// The part of both sequences that is still to be aligned.
struct Region {
    Block block;
    int depth = 0;
};

class Aligner
{
public:
    Aligner(std::span<const Index> a, std::span<const Index> b, Index idCount, Budget &budget, const std::stop_token &stop)
        : m_a(a)
        , m_b(b)
        , m_budget(budget)
        , m_stop(stop)
        , m_seen(idCount)
    {
    }

    std::vector<Block> run()
    {
        std::vector<Block> anchored = alignByAnchors();
        if (!canBeMuchShorter(anchored))
            return anchored;
        // Anchors that crossed each other cost too much here: what is shortest may be what happened.
        m_matches.clear();
        const Block whole{0, size(m_a), 0, size(m_b)};
        Budget trial{.left = std::min(m_budget.left, shortestTrial)};
        count(whole);
        alignWithoutAnchors(whole, trial);
        std::vector<Block> shortest = blocks();
        return !trial.isSpent && isMuchLess(changedLines(shortest), changedLines(anchored)) ? shortest : anchored;
    }

private:
    /// How often an element occurs in the region, and where in b it does.
    struct Seen {
        Index inA = 0;
        Index inB = 0;
        Index positionInB = 0;
    };

    std::vector<Block> alignByAnchors()
    {
        std::vector<Region> regions{{.block = {0, size(m_a), 0, size(m_b)}, .depth = 0}};
        while (!regions.empty() && !m_stop.stop_requested()) {
            Region region = regions.back();
            regions.pop_back();
            trim(region.block);
            if (region.block.aCount() == 0 || region.block.bCount() == 0)
                continue;
            count(region.block);
            std::vector<Anchor> anchors;
            if (region.depth < deepestAnchors)
                anchors = findAnchors(region.block);
            if (anchors.empty())
                anchors = alignRepetitive(region);
            forget(region.block);
            divide(region, anchors, regions);
        }
        return blocks();
    }

    static std::size_t changedLines(const std::vector<Block> &blocks)
    {
        std::size_t lines = 0;
        for (const Block &block : blocks)
            lines += std::size_t{block.aCount()} + block.bCount();
        return lines;
    }

    static bool isMuchLess(std::size_t lines, std::size_t than) { return lines * 10 < than * 9; }

    /// Whether enough elements stand unmatched on both sides for a much shorter result to exist.
    [[nodiscard]] bool canBeMuchShorter(const std::vector<Block> &blocks)
    {
        for (const Block &block : blocks)
            count(block);
        std::size_t crossing = 0;
        for (const Block &block : blocks) {
            for (Index i = block.aBegin; i < block.aEnd; ++i) {
                Seen &seen = m_seen[m_a[i]];
                if (seen.inB > 0) {
                    --seen.inB;
                    ++crossing;
                }
            }
        }
        for (const Block &block : blocks)
            forget(block);
        const std::size_t changed = changedLines(blocks);
        return isMuchLess(changed - 2 * crossing, changed);
    }

    static Index size(std::span<const Index> sequence) { return static_cast<Index>(sequence.size()); }

    void addMatch(Index a, Index b, Index length)
    {
        // Matches come mostly one after the other; what they leave between them is what counts.
        if (!m_matches.empty() && m_matches.back().isFollowedBy(a, b))
            m_matches.back().length += length;
        else
            m_matches.push_back({a, b, length});
    }

    void trim(Block &block)
    {
        const Block whole = block;
        while (block.aCount() > 0 && block.bCount() > 0 && m_a[block.aBegin] == m_b[block.bBegin]) {
            ++block.aBegin;
            ++block.bBegin;
        }
        while (block.aCount() > 0 && block.bCount() > 0 && m_a[block.aEnd - 1] == m_b[block.bEnd - 1]) {
            --block.aEnd;
            --block.bEnd;
        }
        if (block.aBegin > whole.aBegin)
            addMatch(whole.aBegin, whole.bBegin, block.aBegin - whole.aBegin);
        if (block.aEnd < whole.aEnd)
            addMatch(block.aEnd, block.bEnd, whole.aEnd - block.aEnd);
    }

    void count(const Block &block)
    {
        for (Index i = block.aBegin; i < block.aEnd; ++i)
            ++m_seen[m_a[i]].inA;
        for (Index j = block.bBegin; j < block.bEnd; ++j) {
            ++m_seen[m_b[j]].inB;
            m_seen[m_b[j]].positionInB = j;
        }
    }

    void forget(const Block &block)
    {
        for (Index i = block.aBegin; i < block.aEnd; ++i)
            m_seen[m_a[i]] = {};
        for (Index j = block.bBegin; j < block.bEnd; ++j)
            m_seen[m_b[j]] = {};
    }

    /// The longest chain, rising on both sides, of elements that occur once on each.
    [[nodiscard]] std::vector<Anchor> findAnchors(const Block &block) const
    {
        std::vector<Anchor> unique;
        for (Index i = block.aBegin; i < block.aEnd; ++i) {
            const Seen &seen = m_seen[m_a[i]];
            if (seen.inA == 1 && seen.inB == 1)
                unique.push_back({i, seen.positionInB});
        }
        return longestChain(unique);
    }

    /// Aligns a region in which no element is unique; where that takes too long, runs of elements serve as anchors instead.
    [[nodiscard]] std::vector<Anchor> alignRepetitive(const Region &region)
    {
        const Block &block = region.block;
        const std::size_t before = m_matches.size();
        const Match last = before > 0 ? m_matches.back() : Match(); // the next match may become part of it
        Budget trial{.left = m_budget.left};
        alignWithoutAnchors(block, trial);
        std::vector<Anchor> anchors;
        if (trial.isSpent && region.depth < deepestRunAnchors)
            anchors = findRunAnchors(m_a.subspan(block.aBegin, block.aCount()), m_b.subspan(block.bBegin, block.bCount()));
        if (anchors.empty()) {
            m_budget.left = trial.left;
            m_budget.isSpent = m_budget.isSpent || trial.isSpent;
            return {};
        }
        m_matches.resize(before);
        if (before > 0)
            m_matches.back() = last;
        m_budget.left /= 2;
        for (Anchor &anchor : anchors) {
            anchor.a += block.aBegin;
            anchor.b += block.bBegin;
        }
        return anchors;
    }

    void alignWithoutAnchors(const Block &block, Budget &budget)
    {
        // What the other side lacks cannot be part of a common subsequence.
        std::vector<Index> aKept;
        std::vector<Index> bKept;
        std::vector<Index> aLines;
        std::vector<Index> bLines;
        for (Index i = block.aBegin; i < block.aEnd; ++i) {
            if (m_seen[m_a[i]].inB > 0) {
                aKept.push_back(i);
                aLines.push_back(m_a[i]);
            }
        }
        for (Index j = block.bBegin; j < block.bEnd; ++j) {
            if (m_seen[m_b[j]].inA > 0) {
                bKept.push_back(j);
                bLines.push_back(m_b[j]);
            }
        }
        MyersDiff(aLines, bLines, budget, m_stop).run([&](Index i, Index j, Index length) {
            for (Index n = 0; n < length; ++n)
                addMatch(aKept[i + n], bKept[j + n], 1);
        });
    }

    void divide(const Region &region, const std::vector<Anchor> &anchors, std::vector<Region> &regions)
    {
        if (anchors.empty())
            return;
        Block gap = region.block;
        const auto add = [&](Index aEnd, Index bEnd) {
            gap.aEnd = aEnd;
            gap.bEnd = bEnd;
            if (gap.aCount() > 0 && gap.bCount() > 0)
                regions.push_back({gap, region.depth + 1});
        };
        for (const Anchor &anchor : anchors) {
            addMatch(anchor.a, anchor.b, 1);
            add(anchor.a, anchor.b);
            gap.aBegin = anchor.a + 1;
            gap.bBegin = anchor.b + 1;
        }
        add(region.block.aEnd, region.block.bEnd);
    }

    [[nodiscard]] std::vector<Block> blocks()
    {
        std::ranges::sort(m_matches, {}, &Match::a);
        std::vector<Block> result;
        Index a = 0;
        Index b = 0;
        for (const Match &match : m_matches) {
            if (match.a > a || match.b > b)
                result.push_back({a, match.a, b, match.b});
            a = match.a + match.length;
            b = match.b + match.length;
        }
        if (a < size(m_a) || b < size(m_b))
            result.push_back({a, size(m_a), b, size(m_b)});
        return result;
    }

    std::span<const Index> m_a;
    std::span<const Index> m_b;
    Budget &m_budget;
    const std::stop_token &m_stop;
    std::vector<Seen> m_seen; ///< by element; all zero between two regions
    std::vector<Match> m_matches;
};

} // namespace

std::vector<Block> align(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b, std::uint32_t idCount,
                         Budget &budget, const std::stop_token &stop)
{
    return Aligner(a, b, idCount, budget, stop).run();
}

} // namespace countersign::diff
