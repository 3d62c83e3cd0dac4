// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Gate.h"

#include <optional>
#include <string>
#include <vector>

namespace countersign::records
{

/// Why a rule applies to a change, a sentence for each part of its condition; nothing when it does not.
/// A condition without parts always applies.
[[nodiscard]] std::optional<std::vector<Message>> whyApplies(const PolicyCondition &when, const GateRisk &risk,
                                                             const std::string &targetRef);

} // namespace countersign::records
