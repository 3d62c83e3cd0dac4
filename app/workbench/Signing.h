// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ReviewDesk.h"

#include "records/Gate.h"
#include "records/Prepare.h"

namespace countersign::workbench {

/// What a review puts into the record of a change: coverage, answers, waivers in force.
/// @param now seconds since 1970; a waiver that has run out is left out.
[[nodiscard]] records::ReviewFacts reviewFacts(const Analysis &analysis, const ReviewState &state, const review::Templates &templates,
                                               std::int64_t now);

/// What the gate needs to know of the risk as it is now. A line of unknown origin counts as an AI's.
[[nodiscard]] records::GateRisk gateRisk(const Analysis &analysis);

} // namespace countersign::workbench
