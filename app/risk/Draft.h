// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "DeclarativeRule.h"
#include "FileContext.h"

#include "core/Finding.h"

#include <span>
#include <string>
#include <vector>

namespace countersign::risk
{

/// A finding before look-alikes are joined.
struct Draft {
    Finding finding;
    LineNumber becameFrom = noLine; ///< old line of what changed
};

/// The parts of a finding that rule and span tell; texts filled with @p args.
[[nodiscard]] Finding findingOf(const DeclarativeRule &rule, const FileContext &file, Side side, LineNumber first,
                                LineNumber last, const std::vector<std::string> &args);

/// Bytes of a match fit for a title, and of a line fit for evidence: safe and bounded.
[[nodiscard]] std::string shownMatch(std::string_view text);
[[nodiscard]] std::string shownLine(std::string_view line);

/// Lowers the finding by what the rule's counters say about its file, line and surroundings.
/// @param files of the whole change
void applyCounters(const DeclarativeRule &rule, const FileChange &file, Finding &finding, std::span<const FileChange> files);

/// @p steps less, but not below low (nor raised).
[[nodiscard]] Severity lowered(Severity severity, int steps);

/// One rule says one thing about a line (its worst, and "became" rather than "went away"); look-alikes that touch become
/// one finding.
[[nodiscard]] std::vector<Finding> findingsOf(std::vector<Draft> drafts, const FileContext &file);

} // namespace countersign::risk
