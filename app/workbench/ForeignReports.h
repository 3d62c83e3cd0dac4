// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ChangeReport.h"

#include <filesystem>
#include <span>

namespace countersign::workbench
{

/// Adds what scanners and AI reviewers wrote down about the change (SARIF 2.1.0) to analysis.annotations: shown with their
/// source, each once, grading nothing. What is left out is counted in analysis.problems. Errors: a file cannot be read;
/// reports::readSarif().
[[nodiscard]] Result<void> addSarif(ChangeReport &report, std::span<const std::filesystem::path> files);

/// Adds what coverage reports say (lcov, Cobertura, JaCoCo): analysis.testCoverage, and findings about AI lines that no test ran,
/// with the change graded once more. Errors: a file cannot be read; reports::readCoverage().
[[nodiscard]] Result<void> addCoverage(ChangeReport &report, std::span<const std::filesystem::path> files);

/// Adds reports of either kind, told apart by their beginning. Coverage takes the place of what was added before.
[[nodiscard]] Result<void> addReports(ChangeReport &report, std::span<const std::filesystem::path> files);

} // namespace countersign::workbench
