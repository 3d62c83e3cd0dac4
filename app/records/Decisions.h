// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Gate.h"

#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace countersign::records
{

/// One approval that counts.
struct Approval {
    std::string person;
    std::set<std::string> roles; ///< of the roster in force; without a roster everybody is a reviewer
    const Record *record = nullptr; ///< in the ledger's verdict
};

/// What the people of a ledger have decided about one change, each person counted once.
struct Decisions {
    std::vector<Approval> approvals; ///< bound to the change as it is, valid, by people who did not write it
    std::vector<Approval> overrides; ///< by people who may
    std::vector<std::string> rejectedBy;
    std::vector<Message> stale; ///< of something else, or under another policy
    std::vector<Message> expired; ///< too old, with a waiver that is over, or by a key that has ended since
    std::vector<Message> notIndependent;
    std::vector<Message> notes; ///< records about this change that do not count at all; approvals that survived
};

[[nodiscard]] Decisions decide(const GateQuestion &question, const LedgerVerdict &ledger, std::int64_t now);

/// True when the policy says that this person wrote or brought the change. @p trust may be null: addresses beyond the id are
/// not known then.
[[nodiscard]] bool isInvolved(const std::string &person, const Contributors &contributors, const Policy &policy,
                              const TrustRoot *trust);

/// Why an approval of @p signedChange still speaks of @p current under StaleRule::SameManifest; empty: it does not.
[[nodiscard]] Message whySurvives(const BoundChange &signedChange, const BoundChange &current);

} // namespace countersign::records
