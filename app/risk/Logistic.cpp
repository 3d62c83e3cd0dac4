// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Logistic.h"

#include <algorithm>
#include <cmath>

namespace countersign::risk
{

namespace
{

/// Solves a x = b for a symmetric positive definite a (row-major), by Cholesky's method. @p b becomes x.
void solve(std::vector<double> a, std::vector<double> &b)
{
    constexpr double smallest = 1e-12;
    const std::size_t n = b.size();
    const auto at = [&a, n](std::size_t row, std::size_t column) -> double & { return a[row * n + column]; };
    for (std::size_t j = 0; j < n; ++j) {
        for (std::size_t k = 0; k < j; ++k)
            at(j, j) -= at(j, k) * at(j, k);
        at(j, j) = std::sqrt(std::max(at(j, j), smallest));
        for (std::size_t i = j + 1; i < n; ++i) {
            for (std::size_t k = 0; k < j; ++k)
                at(i, j) -= at(i, k) * at(j, k);
            at(i, j) /= at(j, j);
        }
    }
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t k = 0; k < i; ++k)
            b[i] -= at(i, k) * b[k];
        b[i] /= at(i, i);
    }
    for (std::size_t i = n; i-- > 0;) {
        for (std::size_t k = i + 1; k < n; ++k)
            b[i] -= at(k, i) * b[k];
        b[i] /= at(i, i);
    }
}

/// How much one sample of each group counts.
std::vector<double> groupWeights(std::span<const Sample> samples)
{
    std::vector<double> counts;
    for (const Sample &sample : samples) {
        if (sample.group >= counts.size())
            counts.resize(sample.group + 1, 0);
        ++counts[sample.group];
    }
    const auto filled = static_cast<double>(std::ranges::count_if(counts, [](double count) { return count > 0; }));
    for (double &count : counts)
        count = count > 0 ? static_cast<double>(samples.size()) / (filled * count) : 0;
    return counts;
}

} // namespace

double probability(double logOdds)
{
    return 1 / (1 + std::exp(-logOdds));
}

LogisticFit fitLogistic(std::span<const Sample> samples, std::span<const double> prior, double strength)
{
    constexpr int mostSteps = 50;
    constexpr double settled = 1e-8;
    constexpr double interceptStrength = 1e-6; // only so that a group without a label of one kind stays finite
    const std::vector<double> importance = groupWeights(samples);
    const std::size_t factors = prior.size();
    const std::size_t size = factors + importance.size();
    std::vector<double> parameters(size, 0);
    std::ranges::copy(prior, parameters.begin());
    for (int step = 0; step < mostSteps; ++step) {
        std::vector<double> gradient(size, 0);
        std::vector<double> curvature(size * size, 0);
        for (std::size_t i = 0; i < size; ++i) {
            const double pull = i < factors ? strength : interceptStrength;
            gradient[i] = -pull * (parameters[i] - (i < factors ? prior[i] : 0));
            curvature[i * size + i] = pull;
        }
        for (const Sample &sample : samples) {
            const std::size_t own = factors + sample.group;
            double logOdds = parameters[own];
            for (std::size_t i = 0; i < factors; ++i)
                logOdds += parameters[i] * sample.x[i];
            const double p = probability(logOdds);
            const double error = importance[sample.group] * ((sample.isBad ? 1 : 0) - p);
            const double slope = importance[sample.group] * p * (1 - p);
            for (std::size_t i = 0; i < factors; ++i) {
                gradient[i] += error * sample.x[i];
                for (std::size_t j = 0; j <= i; ++j)
                    curvature[i * size + j] += slope * sample.x[i] * sample.x[j];
                curvature[own * size + i] += slope * sample.x[i];
            }
            gradient[own] += error;
            curvature[own * size + own] += slope;
        }
        solve(std::move(curvature), gradient);
        double largest = 0;
        for (std::size_t i = 0; i < size; ++i) {
            parameters[i] += gradient[i];
            largest = std::max(largest, std::abs(gradient[i]));
        }
        if (largest < settled)
            break;
    }
    const auto split = parameters.begin() + static_cast<std::ptrdiff_t>(factors);
    return {{parameters.begin(), split}, {split, parameters.end()}};
}

} // namespace countersign::risk
