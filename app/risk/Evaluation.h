// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>

namespace countersign::risk
{

/// A scored change whose outcome is known.
struct Scored {
    double score = 0;
    double effort = 0; ///< lines to read
    bool isBad = false;
};

/// Marks of a ranking of the changes of one project, as published work gives them.
struct Marks {
    double auc = 0; ///< chance that a bad change is ranked above a good one; ties count half
    double capture5 = 0; ///< share of the bad changes among the highest 5 % of changes
    double capture10 = 0;
    double capture30 = 0;
    double densityRecall20 = 0; ///< share of the bad changes met when 20 % of all lines are read, highest score per line first
    std::size_t initialFalseAlarms = 0; ///< good changes ranked above the first bad one
};

/// Marks of one project; all zero when it has no bad or no good change. Ties keep the order of the list.
[[nodiscard]] Marks evaluate(std::span<const Scored> changes);

} // namespace countersign::risk
