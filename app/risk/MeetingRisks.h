// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/FileChange.h"
#include "core/Finding.h"
#include "core/Interaction.h"

#include <span>
#include <vector>

namespace countersign::risk
{

/// SCP-07: a finding for every place of a change at which open changes meet it, the other changes in its evidence. Ids set;
/// worst first, at most 20. Meetings at lines that are in none of @p files are left out.
[[nodiscard]] std::vector<Finding> meetingRisks(std::span<const Interaction> meetings, std::span<const FileChange *const> files);

} // namespace countersign::risk
