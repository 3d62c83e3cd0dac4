// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/Policy.h"

#include <cstdint>
#include <string>
#include <vector>

namespace countersign::workbench
{

/// One rule of a policy in sentences.
struct PolicyClause {
    std::string id; ///< of the rule; "every-change" for the defaults
    std::vector<Message> when; ///< all must hold; empty: always
    std::vector<Message> asks; ///< what it then asks for
};

/// The whole policy, the defaults first, in its own order.
[[nodiscard]] std::vector<PolicyClause> policyClauses(const records::Policy &policy);

/// The numbers of the default policy that a team may want otherwise. Each 1 to 9, days 1 to 365.
struct PolicyNumbers {
    std::uint64_t reviewers = 1; ///< of every change
    std::uint64_t seniorsForAi = 1; ///< of a change with lines that an AI wrote or may have written
    std::uint64_t seniorsForReach = 2; ///< of a change with a high blast radius
    std::uint64_t days = 14; ///< that an approval counts
    friend bool operator==(const PolicyNumbers &, const PolicyNumbers &) = default;
};
/// Text of the default policy with these numbers in the place of its own; all else stays, comments too.
[[nodiscard]] std::string defaultPolicyWith(const PolicyNumbers &numbers);

/// A sentence for each role of which the roster has fewer people than the policy may ask for at once.
[[nodiscard]] std::vector<Message> missingRoles(const records::Policy &policy,
                                                const std::vector<std::vector<std::string>> &roles);

} // namespace countersign::workbench
