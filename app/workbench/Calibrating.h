// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "FaultyChanges.h"

#include "impact/Calibration.h"

#include <optional>
#include <string>
#include <vector>

namespace countersign::workbench
{

/// How many of the newest changes a calibration looks at: the lines of each are counted.
inline constexpr std::size_t calibratedChanges = 5000;

/// What refitting the likelihood on a repository's own history came to.
struct CalibrationResult {
    Oid tip; ///< of the target branch
    std::string targetRef;
    std::size_t looked = 0; ///< changes that were looked at
    std::size_t newest = 0; ///< of those, left out because their bugs may not be known yet
    std::int64_t medianDelay = 0; ///< seconds from a change to its first repair; half take longer
    FaultyChanges faulty;
    risk::LikelihoodModel shipped;
    std::optional<impact::Calibration> calibration; ///< nothing: refused
    Message refusal; ///< why there is none, or why its weights are not worth keeping; empty: they are
    std::vector<Message> limits; ///< what these labels cannot know
};

/// Labels the newest changes of a branch, refits the shipped weights on them and judges the outcome on the newest fifth. Nothing
/// is kept. Deterministic: a repository and a tip give the same weights. Takes seconds to a few minutes.
/// Errors: a shallow clone; no target branch; those of git::logHistory(); cancelled.
[[nodiscard]] Result<CalibrationResult> calibrateRepository(const git::Repository &repository, std::string_view target,
                                                            unsigned threads, std::stop_token stop = {},
                                                            const ProgressCallback &progress = {});

/// @param isKept the weights are in use from now on.
[[nodiscard]] std::string calibrationJson(const CalibrationResult &result, bool isKept);

} // namespace countersign::workbench
