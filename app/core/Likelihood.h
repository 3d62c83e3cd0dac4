// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Message.h"

#include <optional>
#include <string>
#include <vector>

namespace countersign
{

/// What one factor adds to the log-odds that a change brings a bug, against the average change.
struct Contribution {
    std::string factor; ///< stable name: "lines-added", "past-fixes", …
    Message label; ///< for people, with its value
    double logOdds = 0; ///< negative: it lowers them
    friend bool operator==(const Contribution &, const Contribution &) = default;
};

/// How probable trouble is, from size, history and content; never from who or what wrote it.
struct Likelihood {
    /// Probability at the base rate of what the weights were fitted on (0 to 1). For comparing changes; no forecast.
    double value = 0;
    std::optional<int> percentile; ///< share of the repository's recent changes that score lower by size and history, 0 to 100
    std::vector<Contribution> contributions; ///< strongest first
    bool isCalibrated = false; ///< the weights were refitted on this repository
    std::string origin; ///< where the weights come from, one sentence
    friend bool operator==(const Likelihood &, const Likelihood &) = default;
};

} // namespace countersign
