// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "RuleSet.h"

#include "core/Analysis.h"
#include "core/Change.h"
#include "core/FileChange.h"
#include "core/Progress.h"
#include "core/Provenance.h"

#include <functional>
#include <memory>
#include <span>
#include <stop_token>
#include <vector>

namespace countersign::risk
{

/// Called with the findings of one file as soon as they and those of all files before it are known, from a working thread,
/// one call at a time.
using FindingsCallback = std::function<void(const std::vector<Finding> &)>;

/// All findings of a change: declarative rules and detectors over every file (files that look riskiest by path and class
/// first), then detectors over the change. Many files are shared out among up to @p threads threads. Ids set, sorted worst
/// first. Deterministic. Errors: cancelled.
[[nodiscard]] Result<std::vector<Finding>> findRisks(const RuleSet &rules, const Change &change,
                                                     std::span<const FileChange> files, std::stop_token stop = {},
                                                     const ProgressCallback &progress = {}, const FindingsCallback &found = {},
                                                     unsigned threads = 1);

/// Sorts worst first, then by path and line, and puts look-alikes into groups. Ids must be set.
void orderFindings(std::vector<Finding> &findings);

/// Fills axes, band, bandReason, ungraded, files (summaries, riskiest first), engineVersion and rulesSha256.
[[nodiscard]] Analysis grade(const RuleSet &rules, Change change, std::span<const FileChange> files, Provenance provenance,
                             std::vector<Finding> findings);
/// Once more after findings came in or changed: order, groups, summaries, axes and band. Everything else stays.
void gradeAgain(Analysis &analysis, std::span<const std::shared_ptr<const FileChange>> files);

} // namespace countersign::risk
