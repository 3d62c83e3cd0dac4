// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "MyersDiff.h"

#include <algorithm>
#include <utility>

namespace countersign::diff
{

namespace
{
constexpr std::uint64_t smallestAllowance = 1024;
}

MyersDiff::MyersDiff(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b, Budget &budget, std::stop_token stop)
    : m_a(a)
    , m_b(b)
    , m_budget(budget)
    , m_stop(std::move(stop))
    , m_forward(a.size() + b.size() + 3)
    , m_backward(a.size() + b.size() + 3)
{
}

void MyersDiff::trim(Box &box) const
{
    while (box.aBegin < box.aEnd && box.bBegin < box.bEnd && same(box.aBegin, box.bBegin)) {
        ++box.aBegin;
        ++box.bBegin;
    }
    while (box.aBegin < box.aEnd && box.bBegin < box.bEnd && same(box.aEnd - 1, box.bEnd - 1)) {
        --box.aEnd;
        --box.bEnd;
    }
}

void MyersDiff::divide(const Box &box)
{
    if (m_budget.left == 0) {
        m_budget.isSpent = true;
        return;
    }
    const Point at = middle(box);
    m_boxes.push_back({at.x, box.aEnd, at.y, box.bEnd});
    m_boxes.push_back({box.aBegin, at.x, box.bBegin, at.y});
}

/// A point on a shortest path through the box, found from both ends at once.
MyersDiff::Point MyersDiff::middle(const Box &box)
{
    const std::int64_t lowest = box.aBegin - box.bEnd;
    const std::int64_t highest = box.aEnd - box.bBegin;
    const Diagonals forward{m_forward.data(), lowest - 1};
    const Diagonals backward{m_backward.data(), lowest - 1};
    const std::int64_t start = box.aBegin - box.bBegin;
    const std::int64_t end = box.aEnd - box.bEnd;
    const bool meetsForward = ((start - end) & 1) != 0;
    const std::uint64_t allowance = std::max(smallestAllowance, m_budget.left / 4);

    // One edit more on each side; a diagonal that left the box is dropped, a new one gets a guard beside it.
    const auto widen = [&](Range &range, const Diagonals &diagonals, std::int64_t guard) {
        if (range.least > lowest)
            diagonals[--range.least - 1] = guard;
        else
            ++range.least;
        if (range.most < highest)
            diagonals[++range.most + 1] = guard;
        else
            --range.most;
    };

    Range ahead{start, start};
    Range behind{end, end};
    forward[start] = box.aBegin;
    backward[end] = box.aEnd;
    for (std::uint64_t spent = 0;;) {
        widen(ahead, forward, -1);
        for (std::int64_t k = ahead.most; k >= ahead.least; k -= 2) {
            const std::int64_t from = std::max(forward[k - 1] + 1, forward[k + 1]);
            std::int64_t x = from;
            while (x < box.aEnd && x - k < box.bEnd && same(x, x - k))
                ++x;
            forward[k] = x;
            spent += static_cast<std::uint64_t>(x - from) + 1;
            if (meetsForward && k >= behind.least && k <= behind.most && backward[k] <= x) {
                m_budget.take(spent);
                return {x, x - k};
            }
        }

        widen(behind, backward, INT64_MAX);
        for (std::int64_t k = behind.most; k >= behind.least; k -= 2) {
            const std::int64_t from = std::min(backward[k - 1], backward[k + 1] - 1);
            std::int64_t x = from;
            while (x > box.aBegin && x - k > box.bBegin && same(x - 1, x - k - 1))
                --x;
            backward[k] = x;
            spent += static_cast<std::uint64_t>(from - x) + 1;
            if (!meetsForward && k >= ahead.least && k <= ahead.most && x <= forward[k]) {
                m_budget.take(spent);
                return {x, x - k};
            }
        }

        if (spent > allowance || m_stop.stop_requested()) {
            m_budget.take(spent);
            m_budget.isSpent = true;
            return furthest(box, ahead, behind);
        }
    }
}

/// The point inside the box that either search came to with the most lines behind it.
MyersDiff::Point MyersDiff::furthest(const Box &box, Range ahead, Range behind)
{
    const std::int64_t lowest = box.aBegin - box.bEnd;
    const Diagonals forward{m_forward.data(), lowest - 1};
    const Diagonals backward{m_backward.data(), lowest - 1};
    const std::int64_t all = (box.aEnd - box.aBegin) + (box.bEnd - box.bBegin);
    Point best{box.aBegin, box.bEnd};
    std::int64_t mostDone = 0;
    for (std::int64_t k = ahead.most; k >= ahead.least; k -= 2) {
        const std::int64_t x = std::min({forward[k], box.aEnd, box.bEnd + k});
        const std::int64_t done = (x - box.aBegin) + (x - k - box.bBegin);
        if (x >= box.aBegin && x - k >= box.bBegin && done > mostDone && done < all) {
            mostDone = done;
            best = {x, x - k};
        }
    }
    for (std::int64_t k = behind.most; k >= behind.least; k -= 2) {
        const std::int64_t x = std::max({backward[k], box.aBegin, box.bBegin + k});
        const std::int64_t done = (box.aEnd - x) + (box.bEnd - x + k);
        if (x <= box.aEnd && x - k <= box.bEnd && done > mostDone && done < all) {
            mostDone = done;
            best = {x, x - k};
        }
    }
    return best;
}

} // namespace countersign::diff
