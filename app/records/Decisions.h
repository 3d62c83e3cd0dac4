// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Gate.h"

#include <cstdint>
#include <string>
#include <vector>

namespace countersign::records
{

/// One approval that counts.
struct Approval {
    std::string person;
    const Record *record = nullptr; ///< in the ledger's verdict
};

/// What the people of a ledger have decided about one change, each person counted once.
struct Decisions {
    std::vector<Approval> approvals; ///< exact, valid, by people who did not write the change
    std::vector<std::string> rejectedBy;
    std::vector<Message> stale; ///< of something else, or under another policy
    std::vector<Message> expired;
    std::vector<Message> notIndependent;
    std::vector<Message> notes; ///< records about this change that do not count at all
};

[[nodiscard]] Decisions decide(const GateQuestion &question, const LedgerVerdict &ledger, std::int64_t now);

} // namespace countersign::records
