// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Contributors.h"
#include "Policy.h"
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
    Stale, ///< approved, but not what is there now
    Expired, ///< approved, but too long ago
    Overridden, ///< not satisfied, but somebody who may has lifted it, with a signed reason
    Error, ///< the ledger cannot be relied on, which means no
};
[[nodiscard]] std::string_view name(RequirementStatus status);
[[nodiscard]] Message label(RequirementStatus status);

struct Requirement {
    std::string id; ///< "every-change", "no-rejection", the id of a rule, "<rule>/coverage", "<rule>/checklist", "<rule>/rollout"
    Message title; ///< what it asks for
    RequirementStatus status = RequirementStatus::Unsatisfied;
    std::vector<std::string> people; ///< whose approvals count for it
    std::vector<Message> reasons; ///< why it is not satisfied, or who lifted it
    std::vector<Message> because = {}; ///< why the rule applies to this change
    std::vector<Message> remedies = {}; ///< what would satisfy it
    std::vector<std::string> candidates = {}; ///< who can; empty where the people are not known (no roster)
};

struct GateReport {
    std::vector<Requirement> requirements; ///< all that apply
    std::vector<Message> notes; ///< records that do not count and why, approvals that survived and why; what cannot be checked
    std::string policySha256;

    /// Every requirement is satisfied or overridden.
    [[nodiscard]] bool isOpen() const;
};

/// What is known about the risk of the change now. Nothing known counts as the worst case.
struct GateRisk {
    std::optional<std::uint64_t> aiLines; ///< added lines that an AI wrote or may have written (provenance AI or unknown)
    std::optional<Band> band;
    std::optional<std::uint64_t> recordedAiLines = {}; ///< added lines that an AI wrote as far as is recorded
    std::optional<Band> consequence = {};
    std::optional<Band> blastRadius = {};
    std::optional<Band> likelihood = {};
    std::optional<std::uint64_t> reversibility = {}; ///< class, 0 to 3
    std::optional<std::uint64_t> riskyHunks = {}; ///< at least so many have a finding of medium severity or worse
    std::optional<std::vector<std::string>> paths = {}; ///< old and new names of all changed files
};

struct GateQuestion {
    RepositoryIdentity repository;
    BoundChange change;
    Contributors contributors; ///< cannot approve, as the policy says
    GateRisk risk;
};

/// The policy that a ledger's changes are judged by: the one that the roster in force names, else rosterlessPolicy().
[[nodiscard]] const Policy &policyInForce(const LedgerVerdict &ledger);

/// Judges a verified ledger by its policy. An approval counts when its record has no problem, it is bound to the change (exactly,
/// or as the policy's staleness says) and to the policy as they are now, its person has the role and a key that is valid now and
/// wrote none of it, it was not withdrawn or followed by another decision of the same person, and it has not expired. A rejection
/// stands while its person has not decided anew on the same head or the same contents. A roster that is not pinned means no.
[[nodiscard]] GateReport evaluateGate(const GateQuestion &question, const LedgerVerdict &ledger, std::int64_t now);

} // namespace countersign::records
