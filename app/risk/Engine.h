// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "FilePasts.h"
#include "HeadFiles.h"
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
/// first. Deterministic. @p head: the files at the change's head; without it, rules that ask for them are silent.
/// @p pasts: the same for the history of files. Errors: cancelled.
[[nodiscard]] Result<std::vector<Finding>> findRisks(const RuleSet &rules, const Change &change,
                                                     std::span<const FileChange> files, std::stop_token stop = {},
                                                     const ProgressCallback &progress = {}, const FindingsCallback &found = {},
                                                     unsigned threads = 1, const HeadFiles *head = nullptr,
                                                     const FilePasts *pasts = nullptr);

/// What every file amounts to, riskiest first: the worst finding, then the most findings, then the most lines.
[[nodiscard]] std::vector<FileSummary> summarizeFiles(std::span<const FileChange> files, const std::vector<Finding> &findings);

/// Sorts worst first, then by path and line, and puts look-alikes into groups. Ids must be set.
void orderFindings(std::vector<Finding> &findings);

/// Fills consequence and reversibility, band, bandReason, ungraded, files (summaries, riskiest first), engineVersion and
/// rulesSha256.
[[nodiscard]] Analysis grade(const RuleSet &rules, Change change, std::span<const FileChange> files, Provenance provenance,
                             std::vector<Finding> findings);
/// Once more after findings came in or changed: order, groups, summaries, axes and band. Everything else stays.
void gradeAgain(Analysis &analysis, std::span<const std::shared_ptr<const FileChange>> files);

/// What is known about the two axes that need more than the change itself; nothing: ungraded.
struct SurroundingAxes {
    std::optional<Likelihood> likelihood;
    std::optional<Band> likelihoodBand;
    std::optional<BlastRadius> blastRadius;
};

/// Fills in the axes that grade() leaves ungraded, and finds the band and its reason anew.
void addAxes(Analysis &analysis, SurroundingAxes axes);

} // namespace countersign::risk
