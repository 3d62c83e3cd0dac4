// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

namespace countersign::diff
{

/// Work that one diff may do, in steps of about one line comparison. Shared by all its parts.
struct Budget {
    std::uint64_t left = 0;
    bool isSpent = false; ///< some part had to do with less

    /// Takes up to @p steps.
    void take(std::uint64_t steps) { left -= steps < left ? steps : left; }
};

/// Longest common subsequence after E. W. Myers, "An O(ND) Difference Algorithm and Its Variations" (1986), section 4b
/// (linear space). Where the budget runs out the result is a common subsequence, but not the longest.
class MyersDiff
{
public:
    MyersDiff(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b, Budget &budget, std::stop_token stop);

    /// Calls @p match (i, j, length) for every common run a[i…] = b[j…], in no particular order.
    template<class Match>
    void run(Match match)
    {
        m_boxes.push_back({0, static_cast<std::int64_t>(m_a.size()), 0, static_cast<std::int64_t>(m_b.size())});
        while (!m_boxes.empty() && !m_stop.stop_requested()) {
            Box box = m_boxes.back();
            m_boxes.pop_back();
            const Box whole = box;
            trim(box);
            report(match, whole.aBegin, whole.bBegin, box.aBegin - whole.aBegin);
            report(match, box.aEnd, box.bEnd, whole.aEnd - box.aEnd);
            if (box.aBegin == box.aEnd || box.bBegin == box.bEnd)
                continue;
            divide(box);
        }
    }

private:
    struct Box {
        std::int64_t aBegin, aEnd, bBegin, bEnd;
    };
    struct Point {
        std::int64_t x, y;
    };
    struct Range {
        std::int64_t least, most;
    };
    /// What one search knows of the diagonals k = x - y of its box: the furthest x on each.
    struct Diagonals {
        std::int64_t *values;
        std::int64_t first; ///< the diagonal that values[0] is for
        std::int64_t &operator[](std::int64_t k) const { return values[k - first]; }
    };
    template<class Match>
    static void report(Match &match, std::int64_t a, std::int64_t b, std::int64_t length)
    {
        if (length > 0)
            match(static_cast<std::uint32_t>(a), static_cast<std::uint32_t>(b), static_cast<std::uint32_t>(length));
    }
    [[nodiscard]] bool same(std::int64_t a, std::int64_t b) const
    {
        return m_a[static_cast<std::size_t>(a)] == m_b[static_cast<std::size_t>(b)];
    }
    void trim(Box &box) const;
    void divide(const Box &box);
    [[nodiscard]] Point middle(const Box &box);
    [[nodiscard]] Point furthest(const Box &box, Range forward, Range backward);

    std::span<const std::uint32_t> m_a;
    std::span<const std::uint32_t> m_b;
    Budget &m_budget;
    std::stop_token m_stop;
    std::vector<std::int64_t> m_forward; ///< Diagonals of the search from the start
    std::vector<std::int64_t> m_backward; ///< and of the one from the end
    std::vector<Box> m_boxes; ///< still to do, the first one last
};

} // namespace countersign::diff
