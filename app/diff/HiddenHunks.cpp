// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "HiddenHunks.h"

#include <algorithm>
#include <vector>

namespace countersign::diff
{

namespace
{

/// Marks the exact hunks that share a line with a shown one on the side that @p start and @p count are of.
void markShown(std::span<const Hunk> exact, std::span<const Hunk> shown, LineNumber Hunk::*start, std::uint32_t Hunk::*count,
               std::vector<bool> &isShown)
{
    std::size_t at = 0;
    for (std::size_t i = 0; i < exact.size(); ++i) {
        const Hunk &hunk = exact[i];
        while (at < shown.size() && (shown[at].*count == 0 || shown[at].*start + shown[at].*count <= hunk.*start))
            ++at;
        if (hunk.*count > 0 && at < shown.size() && shown[at].*start < hunk.*start + hunk.*count)
            isShown[i] = true;
    }
}

} // namespace

std::uint32_t countHidden(std::span<const Hunk> exact, std::span<const Hunk> shown)
{
    std::vector<bool> isShown(exact.size());
    markShown(exact, shown, &Hunk::oldStart, &Hunk::oldCount, isShown);
    markShown(exact, shown, &Hunk::newStart, &Hunk::newCount, isShown);
    return static_cast<std::uint32_t>(std::ranges::count(isShown, false));
}

} // namespace countersign::diff
