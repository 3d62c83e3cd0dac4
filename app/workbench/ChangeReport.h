// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Engine.h"

#include "core/Analysis.h"
#include "core/FileChange.h"
#include "core/Progress.h"
#include "git/ChangeResolver.h"
#include "git/Repository.h"
#include "review/Coverage.h"
#include "review/Templates.h"
#include "risk/Engine.h"

#include <functional>
#include <memory>
#include <span>
#include <stop_token>
#include <vector>

namespace countersign::workbench
{

/// A change with everything that was found out about it. Files stand in the order of analysis.files: riskiest first.
struct ChangeReport {
    Analysis analysis;
    std::vector<std::shared_ptr<const FileChange>> files;
    std::shared_ptr<const FileChange> messages; ///< of the commits, to be read like a file; null: there are none
    review::CoverageMap coverage; ///< what there is to read, and the keys of its hunks
    std::shared_ptr<const review::Templates> templates; ///< the questions, with those of the change's base; null: linesOf()
};

/// Once more after findings came in or changed: risk::gradeAgain(), and the files in the order of the analysis again.
void gradeAgain(ChangeReport &report);

/// Files of a change with their rows, moves across files marked.
struct LoadedFiles {
    std::vector<FileChange> files; ///< in the order of the deltas
    std::vector<Message> problems; ///< which could not be read, and why; those have a delta only
};

/// One thread a core.
[[nodiscard]] unsigned allCores();

/// Reads and diffs every file, on @p threads threads with a handle of their own each. Errors: cancelled; no handle.
[[nodiscard]] Result<LoadedFiles> loadFiles(const git::Repository &repository, std::span<const FileDelta> deltas,
                                            unsigned threads, std::stop_token stop = {}, const ProgressCallback &progress = {});

/// A change whose files are read and compared; nothing is known about their risks yet.
struct ComparedChange {
    Change change;
    std::shared_ptr<const std::vector<FileChange>> files; ///< in the order of the deltas
    std::vector<Message> problems; ///< which could not be read, and why; those have a delta only
};

/// Loads and diffs the files of a resolved change on @p threads threads; the repository handle must be this thread's own.
/// Errors: the trees cannot be compared; cancelled.
[[nodiscard]] Result<ComparedChange> compareChange(const git::Repository &repository, Change change, std::stop_token stop = {},
                                                   const ProgressCallback &progress = {}, unsigned threads = 1);

/// What can be shown at once: a report without provenance, findings, axes and coverage. Its files are the very objects that
/// the final report has, too.
[[nodiscard]] ChangeReport linesOf(const ComparedChange &compared);

/// What the engine's rules find in a compared change, with the files of its head and their history at hand; see
/// risk::findRisks(). Errors: cancelled.
[[nodiscard]] Result<std::vector<Finding>> findRisks(const git::Repository &repository, const Engine &engine,
                                                     const ComparedChange &compared, std::stop_token stop = {},
                                                     const ProgressCallback &progress = {},
                                                     const risk::FindingsCallback &found = {}, unsigned threads = 1);
/// Called from the working thread with the report as it is once provenance and findings are known: consequence, reversibility and
/// what to read are there, likelihood and blast radius are ungraded. They come with the final report; where the history of a
/// large repository is read for the first time, seconds later. @return false: they are not wanted; this report is the final one,
/// and is not kept for the next time. Reports from engine.reports come without this call.
using GradedCallback = std::function<bool(const ChangeReport &report)>;

/// Looks for all that there is to know about a compared change: provenance, findings, axes, band. The engine's
/// rules and markers are those of the change's base as well, and what reviewers dispute in this repository is taken into account.
/// A file that cannot be read is an entry of analysis.problems and the rest stands. Errors: cancelled.
[[nodiscard]] Result<ChangeReport> analyzeCompared(const git::Repository &repository, const Engine &engine,
                                                   ComparedChange compared, std::stop_token stop = {},
                                                   const ProgressCallback &progress = {},
                                                   const risk::FindingsCallback &found = {}, unsigned threads = 1,
                                                   const GradedCallback &graded = {});

/// compareChange() and analyzeCompared() in one go. What was analysed before in this session, with the same objects, rules and
/// evidence, is answered from engine.reports.
[[nodiscard]] Result<ChangeReport> analyzeChange(const git::Repository &repository, const Engine &engine, Change change,
                                                 std::stop_token stop = {}, const ProgressCallback &progress = {},
                                                 const risk::FindingsCallback &found = {}, unsigned threads = 1,
                                                 const GradedCallback &graded = {});

/// resolveChange() and analyzeChange() in one go, with what reviewers dispute in this repository taken into account.
[[nodiscard]] Result<ChangeReport> openChange(git::Repository &repository, const Engine &engine, std::string_view spec,
                                              const git::ResolveOptions &options = {}, std::stop_token stop = {},
                                              const ProgressCallback &progress = {}, const risk::FindingsCallback &found = {},
                                              unsigned threads = 1, const GradedCallback &graded = {});

} // namespace countersign::workbench
