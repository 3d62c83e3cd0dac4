// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Decisions.h"

#include <cstdint>
#include <vector>

namespace countersign::records
{

/// Every requirement that the policy has for a change, judged by what people decided: the defaults, that no rejection stands, and
/// then each rule that applies, in the order of the policy. Overrides are taken in.
[[nodiscard]] std::vector<Requirement> judgeRequirements(const GateQuestion &question, const Decisions &decisions,
                                                         const Policy &policy, const TrustRoot *trust, std::int64_t now);

} // namespace countersign::records
