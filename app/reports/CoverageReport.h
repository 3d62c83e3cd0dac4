// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "LineCoverage.h"

#include "core/Analysis.h"
#include "core/FileChange.h"

#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace countersign::reports
{

/// Covered share of the added lines of each file that the reports speak of, and of the change.
[[nodiscard]] TestCoverage shareOf(const LineCoverage &coverage, const Analysis &analysis,
                                   std::span<const std::shared_ptr<const FileChange>> files);

inline constexpr std::string_view uncoveredRule = "COV-01";

/// A finding (uncoveredRule) for each run of added lines that some evidence assigns to an AI and no test ran: low, but medium in
/// a file with a critical finding. Ids set.
[[nodiscard]] std::vector<Finding> uncoveredAiLines(const LineCoverage &coverage, const Analysis &analysis,
                                                    std::span<const std::shared_ptr<const FileChange>> files);

} // namespace countersign::reports
