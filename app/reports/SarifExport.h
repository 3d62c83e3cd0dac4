// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Analysis.h"

#include <string>

namespace countersign::reports
{

/// The findings of an analysis as a log of SARIF 2.1.0, one run. Severities critical and high become the level error, medium
/// warning, low and info note; what SARIF has no word for (severity, axis, side, check, counter-evidence) stands in property
/// bags. A finding on the old side names the file as it was. What other tools said is not passed on. Deterministic.
[[nodiscard]] std::string sarifLog(const Analysis &analysis);

} // namespace countersign::reports
