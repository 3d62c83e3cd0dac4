// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Change.h"
#include "core/Oid.h"
#include "records/Verifier.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace countersign::workbench
{

/// What one reviewer answered to one question, as their signed record says.
struct ReviewerAnswer {
    std::string person; ///< whose key signed
    std::string answer; ///< "yes", "no", "na", "override"; text from outside
    std::string evidence; ///< text from outside
    std::int64_t time = 0; ///< that the record claims, seconds since 1970
    Oid head; ///< that it is about
    bool isCurrent = false; ///< the head is the change's head now
    friend bool operator==(const ReviewerAnswer &, const ReviewerAnswer &) = default;
};

/// The answers in all valid records about a change, whatever they decide, by question; of each person the last ones only, in the
/// order of the log. Withdrawals bring none.
[[nodiscard]] std::map<std::string, std::vector<ReviewerAnswer>> answersOfReviewers(const records::LedgerVerdict &ledger,
                                                                                    const Change &change);

} // namespace countersign::workbench
