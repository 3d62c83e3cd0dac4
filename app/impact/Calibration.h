// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Message.h"
#include "risk/Evaluation.h"
#include "risk/Likelihood.h"

#include <cstddef>
#include <optional>
#include <span>

namespace countersign::impact
{

/// A change of the past, and whether it brought a bug.
struct LabelledChange {
    risk::Features features; ///< as they stood before it
    bool isBad = false;
};

/// How strongly own weights are drawn to the shipped ones, in changes (ridge). Chosen with the shipped weights, see
/// resources/likelihood/report.md.
inline constexpr double shrinkage = 50;
/// Fewer bad changes say more about chance than about a repository: five for each weight, the shrinkage does the rest.
inline constexpr std::size_t fewestBad = 50;

/// Weights of one repository, and how good they would have been.
struct Calibration {
    risk::LikelihoodModel model; ///< refitted on the newer half of all changes; origin is left to the caller
    std::size_t changes = 0;
    std::size_t bad = 0;
    std::size_t trained = 0; ///< changes that the judged weights were fitted on
    std::size_t judged = 0; ///< the newest fifth, which these had not seen
    std::size_t judgedBad = 0;
    risk::Marks refitted; ///< of the judged changes
    risk::Marks shipped; ///< the same with the shipped weights
    risk::Marks linesAdded; ///< the same ranked by lines added alone
    [[nodiscard]] bool isBetter() const { return refitted.auc > shipped.auc; }
};

/// Why these changes cannot be learned from; nothing: they can.
[[nodiscard]] std::optional<Message> tooLittle(std::span<const LabelledChange> changes);

/// Fits and judges. Pure and deterministic. @param changes oldest first; tooLittle() of them is nothing.
/// @param strength see shrinkage.
[[nodiscard]] Calibration calibrate(std::span<const LabelledChange> changes, const risk::LikelihoodModel &shipped,
                                    double strength = shrinkage);

} // namespace countersign::impact
