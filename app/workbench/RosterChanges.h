// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/Roster.h"

#include "core/Message.h"

#include <vector>

namespace countersign::workbench
{

/// What @p next does to @p last, a sentence for each change, in the order of the roster; who signs it reads this first. Nothing
/// is left out but number, time and the version before. @p last null: @p next is the first version, and all of it is new.
[[nodiscard]] std::vector<Message> rosterChanges(const records::Roster *last, const records::Roster &next);

} // namespace countersign::workbench
