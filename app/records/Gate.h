// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Statement.h"
#include "Verifier.h"

#include "core/Band.h"
#include "core/Error.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace countersign::records
{

/// Answer to one requirement of the policy.
enum class RequirementStatus : std::uint8_t {
    Satisfied,
    Unsatisfied,
    Stale, ///< approved, but not exactly what is there now
    Expired, ///< approved, but too long ago
    Error, ///< the ledger cannot be relied on, which means no
};
[[nodiscard]] std::string_view name(RequirementStatus status);
[[nodiscard]] Message label(RequirementStatus status);

struct Requirement {
    std::string id; ///< "every-change", "no-rejection", "ai-assisted", "high-band"
    Message title; ///< what it asks for
    RequirementStatus status = RequirementStatus::Unsatisfied;
    std::vector<std::string> people; ///< whose approvals count for it
    std::vector<Message> reasons; ///< why it is not satisfied
};

struct GateReport {
    std::vector<Requirement> requirements; ///< all that apply
    std::vector<Message> notes; ///< records that do not count and why; what cannot be checked
    std::string policySha256;

    /// Every requirement is satisfied.
    [[nodiscard]] bool isOpen() const;
};

/// What is known about the risk of the change now. Nothing known counts as the worst case.
struct GateRisk {
    std::optional<std::uint64_t> aiLines; ///< added lines that an AI wrote or may have written (provenance AI or unknown)
    std::optional<Band> band;
};

struct GateQuestion {
    RepositoryIdentity repository;
    BoundChange change;
    std::vector<std::string> contributors; ///< addresses that cannot approve: contributors()
    GateRisk risk;
};

/// Judges a verified ledger by the built-in policy. An approval counts when its record has no problem, it is bound exactly to the
/// change and the policy as they are now, its person wrote none of it, it was not withdrawn or followed by another decision of
/// the same person, and it has not expired. A rejection stands while its person has not decided anew on the same head or the
/// same contents.
[[nodiscard]] GateReport evaluateGate(const GateQuestion &question, const LedgerVerdict &ledger, std::int64_t now);

} // namespace countersign::records
