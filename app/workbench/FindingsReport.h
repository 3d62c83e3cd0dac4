// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Analysis.h"
#include "review/Store.h"

#include <cstdint>
#include <map>
#include <string>

namespace countersign::workbench
{

/// What was decided about findings, by their id.
using FindingDecisions = std::map<std::string, review::FindingState>;

/// The findings of a change for a terminal, look-alikes together, each with what was decided about it. @param now seconds since
/// 1970: a waiver may have run out.
[[nodiscard]] std::string findingsText(const Analysis &analysis, const FindingDecisions &decisions, std::int64_t now);
/// The same as JSON, schema countersign.findings/1, one entry a finding.
[[nodiscard]] std::string findingsJson(const Analysis &analysis, const FindingDecisions &decisions, std::int64_t now);

} // namespace countersign::workbench
