// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "AllowedSigners.h"
#include "Ledger.h"
#include "Policy.h"
#include "Roster.h"

#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace countersign::records
{

/// The rosters of a ledger, checked one after the other from the first, and the policy that the last one names.
struct TrustRoot {
    std::vector<SignedRoster> rosters; ///< versions 1 to the one in force
    std::vector<std::uint64_t> places; ///< of each in the log
    Policy policy;
    AllowedSigners signers; ///< generated from the roster in force: who owned which key when

    [[nodiscard]] const Roster &roster() const { return rosters.back().roster; }
    /// What people compare: id of the first roster.
    [[nodiscard]] const std::string &fingerprint() const { return rosters.front().id; }

    /// The person whose key this is, valid at every one of @p times; a revocation is told apart from an end.
    [[nodiscard]] Checked<std::string> ownerOf(const PublicKey &key, std::span<const std::int64_t> times) const;
    /// True when the person has a key that is valid then, and the role.
    [[nodiscard]] bool holdsRole(std::string_view person, std::string_view role, std::int64_t time) const;
};

/// The first failure of the ledger's rosters; nothing when it has none and @p pin is empty.
/// Checked: versions 1, 2, 3, … in the order of the log; each names the one before; the first is signed by its own threshold,
/// each other one by the threshold of the version before and by its own, people counted; the repository stays; people and keys
/// are never dropped and revocations never taken back; the policy named by the last one is there, fits its digest and can be
/// read.
/// @param pin id of the first roster as this machine or its user knows it; empty: not known.
[[nodiscard]] Checked<std::optional<TrustRoot>> readTrustRoot(const Ledger &ledger, std::string_view pin);

/// That @p next may follow @p last: as above. @p last null: it is the first.
[[nodiscard]] Checked<void> checkSuccession(const SignedRoster *last, const SignedRoster &next);

/// How many signatures of maintainers @p next still lacks after what it has: of the version before, and of its own.
struct MissingSignatures {
    std::uint64_t ofLast = 0;
    std::uint64_t ofNext = 0;
    std::vector<std::string> candidates; ///< who may still sign, sorted
    [[nodiscard]] bool isNone() const { return ofLast == 0 && ofNext == 0; }
};
[[nodiscard]] MissingSignatures missingSignatures(const Roster *last, const SignedRoster &next);

} // namespace countersign::records
