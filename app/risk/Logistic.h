// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace countersign::risk
{

/// One labelled change: its factors, standardized, and whether it brought a bug.
struct Sample {
    std::vector<double> x;
    bool isBad = false;
    std::uint32_t group = 0; ///< project: each has an intercept of its own, so that no base rate leaks into the weights
};

struct LogisticFit {
    std::vector<double> weights; ///< log-odds per standard deviation
    std::vector<double> intercepts; ///< one a group
};

/// Logistic regression by Newton's method, with the penalty strength/2 * |weights - prior|² (ridge; strength in samples).
/// @param prior as many as factors: where the weights are drawn to. Groups count the same whatever their size.
[[nodiscard]] LogisticFit fitLogistic(std::span<const Sample> samples, std::span<const double> prior, double strength);

/// 1 / (1 + e^-logOdds).
[[nodiscard]] double probability(double logOdds);

} // namespace countersign::risk
