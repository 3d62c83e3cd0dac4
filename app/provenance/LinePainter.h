// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Provenance.h"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <vector>

namespace countersign::provenance
{

/// Paints ranges of lines with numbers; the first colour stays. Any number of overlapping ranges costs no more than the ranges
/// and the lines together (a note from outside may hold a million ranges over the same lines).
class LinePainter
{
public:
    static constexpr std::uint32_t none = UINT32_MAX;

    explicit LinePainter(LineNumber lineCount)
        : m_colours(lineCount, none)
        , m_next(lineCount + std::size_t{1})
    {
        std::iota(m_next.begin(), m_next.end(), 0U);
    }

    /// Lines beyond the last one are left out.
    void paint(LineRange lines, std::uint32_t colour)
    {
        const std::size_t end = std::min<std::size_t>(lines.last, m_colours.size());
        for (std::size_t at = firstBlank(lines.first - 1); at < end; at = firstBlank(at)) {
            m_colours[at] = colour;
            m_next[at] = static_cast<std::uint32_t>(at + 1);
        }
    }

    [[nodiscard]] std::uint32_t colour(LineNumber line) const { return m_colours[line - 1]; }

private:
    /// The first line from @p at on that has no colour; halves the path to it for the next time.
    std::size_t firstBlank(std::size_t at)
    {
        if (at >= m_colours.size())
            return m_colours.size();
        while (m_next[at] != at) {
            m_next[at] = m_next[m_next[at]];
            at = m_next[at];
        }
        return at;
    }

    std::vector<std::uint32_t> m_colours;
    std::vector<std::uint32_t> m_next; ///< the line itself while it has no colour; the last entry stands for the end
};

} // namespace countersign::provenance
