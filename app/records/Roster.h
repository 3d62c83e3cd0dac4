// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Problem.h"
#include "SshKey.h"

#include "core/Error.h"

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace countersign::records
{

/// The SSHSIG namespace of rosters: a signature made for a record never makes a roster.
inline constexpr std::string_view rosterNamespace = "roster@countersign.dev";
/// DSSE payload type of a roster.
inline constexpr std::string_view rosterPayloadType = "application/vnd.countersign.roster+json";
inline constexpr std::string_view rosterType = "https://countersign.dev/roster/v1";
/// Who has this role signs rosters.
inline constexpr std::string_view maintainerRole = "maintainer";

/// One key of a person. Keys are never taken off a roster: they expire or are revoked, so that old records stay readable.
struct RosterKey {
    PublicKey key;
    std::optional<std::int64_t> validAfter; ///< seconds since 1970; nothing: from the beginning
    std::optional<std::int64_t> validBefore; ///< nothing: without end
    std::optional<std::int64_t> revokedAt; ///< from then on it was not theirs alone
    std::string reason; ///< of the revocation, text of a person

    [[nodiscard]] bool isValidAt(std::int64_t time) const;
    friend bool operator==(const RosterKey &, const RosterKey &) = default;
};

struct RosterPerson {
    std::string id; ///< principal: [a-z0-9._+@-]{1,64}
    std::vector<std::string> roles; ///< sorted: "maintainer", "reviewer", "senior", …
    std::vector<std::string> addresses; ///< further addresses that they commit with, lower case, sorted
    std::vector<RosterKey> keys;

    [[nodiscard]] bool has(std::string_view role) const;
    friend bool operator==(const RosterPerson &, const RosterPerson &) = default;
};

/// Who may do what. A version follows the one before it and is signed by the threshold of both (as TUF's root metadata).
struct Roster {
    std::uint64_t version = 1;
    std::string repositoryId; ///< 32 hexadecimal digits
    std::string previous = std::string(64, '0'); ///< id of the version before
    std::int64_t issuedAt = 0; ///< seconds since 1970
    std::int64_t expiresAt = 0;
    std::uint64_t threshold = 1; ///< so many different maintainers sign the next version
    std::vector<RosterPerson> people; ///< sorted by id
    std::string policySha256; ///< of the policy in force

    [[nodiscard]] const RosterPerson *person(std::string_view id) const;
    /// The person of a key; null: nobody's.
    [[nodiscard]] const RosterPerson *ownerOf(const PublicKey &key) const;
    friend bool operator==(const Roster &, const Roster &) = default;
};

/// Deterministic JSON. Errors: a value that no roster may hold (readRoster() would refuse it), in words.
[[nodiscard]] Result<std::string> writeRoster(const Roster &roster);
/// Strict as records are: every field there, none unknown; principals and roles exact; a key belongs to one person; no more
/// signatures asked for than there are maintainers.
[[nodiscard]] Checked<Roster> readRoster(std::string_view bytes);

/// A roster whose signatures were all verified. Whether they suffice is checked with the version before: TrustRoot.
struct SignedRoster {
    std::string id; ///< hexadecimal SHA-256 of pae: the fingerprint that people compare
    std::string envelope; ///< bytes of its file
    std::string pae; ///< the signed bytes
    std::vector<std::string> armors;
    std::vector<PublicKey> signers; ///< in the order of the signatures
    std::string signaturesSha256; ///< hexadecimal SHA-256 over all binary signatures, one after the other
    Roster roster;
};

/// Opens an envelope; every signature must be good and of another key. @p mostJsonBytes as for records.
[[nodiscard]] Checked<SignedRoster> openRoster(std::string_view envelope);
/// The bytes that maintainers sign.
[[nodiscard]] std::string rosterPae(std::string_view payload);

/// The different maintainers of @p roster who signed @p candidate with a key that was valid when the candidate was issued.
[[nodiscard]] std::set<std::string> maintainersWhoSigned(const Roster &roster, const SignedRoster &candidate);

/// allowed_signers(5) lines for all three namespaces, with the times of each key; a revoked key ends when it was revoked.
[[nodiscard]] std::string allowedSignersText(const Roster &roster);
/// For `ssh-keygen -Y verify -r`: one line for each revoked key.
[[nodiscard]] std::string revokedKeysText(const Roster &roster);

} // namespace countersign::records
