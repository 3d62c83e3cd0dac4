// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Anchors.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace countersign::diff
{

namespace
{

using Index = std::uint32_t;

/// Elements of a run: short ones are found between edits that stand close, long ones in what repeats more.
constexpr std::array<std::size_t, 3> runLengths{6, 24, 96};

struct Run {
    std::uint64_t hash = 0;
    Index begin = 0;
    friend auto operator<=>(const Run &, const Run &) = default;
};

/// Every run of a length, by a polynomial hash that rolls along.
std::vector<Run> runsOf(std::span<const Index> sequence, std::size_t length)
{
    constexpr std::uint64_t factor = 0x9E3779B97F4A7C15U; // odd: no hash is lost
    std::vector<Run> runs;
    if (sequence.size() < length)
        return runs;
    runs.reserve(sequence.size() - length + 1);
    std::uint64_t leaving = 1; // factor to the power of length
    std::uint64_t hash = 0;
    for (std::size_t i = 0; i < length; ++i) {
        leaving *= factor;
        hash = (hash + sequence[i] + 1) * factor;
    }
    for (std::size_t begin = 0;; ++begin) {
        runs.push_back({hash, static_cast<Index>(begin)});
        const std::size_t next = begin + length;
        if (next == sequence.size())
            break;
        hash = (hash - (sequence[begin] + std::uint64_t{1}) * leaving + sequence[next] + 1) * factor;
    }
    std::ranges::sort(runs);
    return runs;
}

std::size_t countSame(std::span<const Run> runs)
{
    const auto other = std::ranges::find_if(runs, [&](const Run &run) { return run.hash != runs.front().hash; });
    return static_cast<std::size_t>(other - runs.begin());
}

std::vector<Anchor> uniqueRuns(std::span<const Index> a, std::span<const Index> b, std::size_t length)
{
    const std::vector<Run> aRuns = runsOf(a, length);
    const std::vector<Run> bRuns = runsOf(b, length);
    std::vector<Anchor> unique;
    std::span<const Run> aLeft = aRuns;
    std::span<const Run> bLeft = bRuns;
    while (!aLeft.empty() && !bLeft.empty()) {
        const Run &inA = aLeft.front();
        const Run &inB = bLeft.front();
        if (inA.hash != inB.hash) {
            auto &lower = inA.hash < inB.hash ? aLeft : bLeft;
            lower = lower.subspan(1);
            continue;
        }
        const std::size_t aCount = countSame(aLeft);
        const std::size_t bCount = countSame(bLeft);
        if (aCount == 1 && bCount == 1 && std::ranges::equal(a.subspan(inA.begin, length), b.subspan(inB.begin, length)))
            unique.push_back({inA.begin, inB.begin});
        aLeft = aLeft.subspan(aCount);
        bLeft = bLeft.subspan(bCount);
    }
    std::ranges::sort(unique, {}, &Anchor::a);
    return unique;
}

} // namespace

std::vector<Anchor> longestChain(const std::vector<Anchor> &candidates)
{
    constexpr Index none = UINT32_MAX;
    std::vector<Index> previous; // of candidates[i]: the link before it in the best chain that ends there
    std::vector<Index> tails; // [n]: end of the chain of n + 1 links that ends lowest in b
    previous.reserve(candidates.size());
    for (Index i = 0; i < candidates.size(); ++i) {
        if (tails.empty() || candidates[tails.back()].b < candidates[i].b) { // as nearly always
            previous.push_back(tails.empty() ? none : tails.back());
            tails.push_back(i);
            continue;
        }
        const auto at = std::ranges::lower_bound(tails, candidates[i].b, {}, [&](Index tail) { return candidates[tail].b; });
        previous.push_back(at == tails.begin() ? none : *(at - 1));
        *at = i;
    }
    std::vector<Anchor> chain;
    for (Index i = tails.empty() ? none : tails.back(); i != none; i = previous[i])
        chain.push_back(candidates[i]);
    std::ranges::reverse(chain);
    return chain;
}

std::vector<Anchor> findRunAnchors(std::span<const Index> a, std::span<const Index> b)
{
    for (const std::size_t length : runLengths) {
        if (std::vector<Anchor> chain = longestChain(uniqueRuns(a, b, length)); !chain.empty())
            return chain;
    }
    return {};
}

} // namespace countersign::diff
