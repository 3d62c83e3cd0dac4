// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Ledger.h"
#include "Roster.h"

#include "core/Clock.h"
#include "core/Error.h"
#include "git/Repository.h"

#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace countersign::records
{

/// A roster is good for so long when nobody says otherwise, in seconds: a year.
inline constexpr std::int64_t rosterLifetime = 365L * 24 * 60 * 60;

/// The version after @p last with nothing changed but its number, its time and its end. @param now seconds since 1970.
[[nodiscard]] Roster successor(const SignedRoster &last, std::int64_t now, std::int64_t lifetime = rosterLifetime);

// Edits of a version that is not signed yet. Errors (usage): they name the person or key that does not fit.

/// Adds a person, or a key, roles and addresses to one who is there. @p roles empty: a new person is a reviewer.
[[nodiscard]] Result<void> enrol(Roster &roster, const std::string &person, const PublicKey &key,
                                 const std::vector<std::string> &roles, const std::vector<std::string> &addresses,
                                 std::optional<std::int64_t> validBefore = {});
/// Adds @p key; the person's other keys end at the version's time.
[[nodiscard]] Result<void> rotate(Roster &roster, const std::string &person, const PublicKey &key);
/// @param what a person (all keys) or a fingerprint "SHA256:…". @param at from then on nothing that it signed counts.
[[nodiscard]] Result<void> revoke(Roster &roster, std::string_view what, std::int64_t at, const std::string &reason);
/// Keys of a person, or the key of a fingerprint, end at @p at.
[[nodiscard]] Result<void> expire(Roster &roster, std::string_view what, std::int64_t at);
[[nodiscard]] Result<void> setRoles(Roster &roster, const std::string &person, std::vector<std::string> roles);

/// Appends a roster that has all its signatures, with the policy that it names. Errors: it does not follow the last one
/// (checkSuccession()); the policy is not the named one or cannot be read; as append().
[[nodiscard]] Result<LogLeaf> appendRoster(git::Repository &repository, const SignedRoster &roster, std::string_view policyText,
                                           const Clock &clock, const std::stop_token &stop = {});

} // namespace countersign::records
