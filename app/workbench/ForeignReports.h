// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ChangeReport.h"

#include "reports/LineCoverage.h"

#include <filesystem>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace countersign::workbench
{

/// What other programs wrote down about the lines of a change, as read from their files. Speaks of the new side of the change
/// that it was read for, and can be carried on to the next version of it.
struct ForeignReports {
    std::vector<Annotation> annotations; ///< of scanners and AI reviewers (SARIF 2.1.0)
    std::optional<reports::LineCoverage> coverage; ///< of tests (lcov, Cobertura, JaCoCo); nothing: no such report was read
    std::vector<Message> problems; ///< what of it cannot be shown, and why

    [[nodiscard]] bool isEmpty() const { return annotations.empty() && !coverage && problems.empty(); }
    /// Takes over what others say as well. Coverage takes the place of what was there before.
    void merge(ForeignReports more);
};

/// Reads reports of either kind, told apart by their beginning. Errors: a file cannot be read; reports::readSarif();
/// reports::readCoverage().
[[nodiscard]] Result<ForeignReports> readReports(const ChangeReport &report, std::span<const std::filesystem::path> files);

/// The reports about @p then, carried on to @p now, a later version of the same change. What is said of lines that still stand
/// there unedited goes with them; what no longer fits is left out and counted in the problems. Takes as long as a diff of each
/// file that was spoken of and has changed; when stopped, what was not compared counts as not fitting.
[[nodiscard]] ForeignReports carryOn(ForeignReports reports, const ChangeReport &then, const ChangeReport &now,
                                     const std::stop_token &stop = {});

/// Adds what they say to the analysis: annotations, shown with their source, each once, grading nothing; covered shares, and
/// findings about AI lines that no test ran, with the change graded once more; problems.
void addReports(ChangeReport &report, const ForeignReports &reports);

/// Reads scanners' and AI reviewers' files and adds what they say. Errors: as readReports().
[[nodiscard]] Result<void> addSarif(ChangeReport &report, std::span<const std::filesystem::path> files);

/// Reads coverage reports and adds what they say. Errors: as readReports().
[[nodiscard]] Result<void> addCoverage(ChangeReport &report, std::span<const std::filesystem::path> files);

} // namespace countersign::workbench
