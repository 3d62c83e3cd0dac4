// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "TrustRoot.h"

#include "core/Sha256.h"

#include <algorithm>

namespace countersign::records
{

namespace
{

std::string versionOf(const SignedRoster &roster)
{
    return std::to_string(roster.roster.version);
}

/// True when @p after is @p before, or takes something from it: an earlier end, a revocation. Nothing is ever given back.
bool isTighter(const RosterKey &before, const RosterKey &after)
{
    const bool keepsStart = before.validAfter == after.validAfter;
    const bool keepsEnd = !before.validBefore || (after.validBefore && *after.validBefore <= *before.validBefore);
    const bool keepsRevocation = !before.revokedAt || (after.revokedAt && *after.revokedAt <= *before.revokedAt);
    return keepsStart && keepsEnd && keepsRevocation;
}

bool forgets(const Roster &last, const Roster &next)
{
    return std::ranges::any_of(last.people, [&next](const RosterPerson &before) {
        const auto *after = next.person(before.id);
        return !after || std::ranges::any_of(before.keys, [after](const RosterKey &key) {
            const auto kept = std::ranges::find(after->keys, key.key, &RosterKey::key);
            return kept == after->keys.end() || !isTighter(key, *kept);
        });
    });
}

std::uint64_t lacking(const Roster &roster, const SignedRoster &next)
{
    const std::uint64_t have = maintainersWhoSigned(roster, next).size();
    return have < roster.threshold ? roster.threshold - have : 0;
}

Checked<Policy> readPolicy(const Ledger &ledger, const std::string &digest)
{
    const auto found = ledger.policies.find(digest);
    if (found == ledger.policies.end())
        return refuse(Failure::PolicyMissing,
                      Message(QT_TRANSLATE_NOOP("app", "The policy that the roster names is not in the ledger (%1)."), {digest}));
    if (sha256Hex(found->second) != digest)
        return refuse(Failure::PolicyInvalid,
                      Message(QT_TRANSLATE_NOOP("app", "The policy in the ledger is not the one that the roster names.")));
    auto policy = parsePolicy(found->second, "policy/" + digest + ".toml");
    if (!policy)
        return refuse(Failure::PolicyInvalid,
                      Message(QT_TRANSLATE_NOOP("app", "The policy in force cannot be read: %1"),
                              {policy.error().what.english() + ' ' + policy.error().where}));
    return std::move(*policy);
}

/// The person, when the key counts at all @p times.
Checked<std::string> ownerInTime(const RosterPerson &person, const RosterKey &key, std::span<const std::int64_t> times)
{
    const auto isBefore = [&key](std::int64_t time) { return key.validAfter && time < *key.validAfter; };
    const auto isBehind = [&key](std::int64_t time) { return key.validBefore && time >= *key.validBefore; };
    if (std::ranges::any_of(times, isBefore))
        return refuse(Failure::KeyNotYetValid,
                      Message(QT_TRANSLATE_NOOP("app", "The key %1 of %2 was not valid yet at the time of the record."),
                              {key.key.fingerprint(), person.id}));
    if (std::ranges::any_of(times, isBehind))
        return refuse(Failure::KeyExpired,
                      Message(QT_TRANSLATE_NOOP("app", "The key %1 of %2 has expired."), {key.key.fingerprint(), person.id}));
    return person.id;
}

Checked<void> checkPin(const TrustRoot &root, std::string_view pin)
{
    if (!pin.empty() && root.fingerprint() != pin)
        return refuse(Failure::PinMismatch,
                      Message(QT_TRANSLATE_NOOP("app",
                                                "The first roster has the fingerprint %1, but %2 was pinned: the ledger is "
                                                "another one, or somebody replaced it."),
                              {root.fingerprint(), std::string(pin)}));
    return {};
}

} // namespace

MissingSignatures missingSignatures(const Roster *last, const SignedRoster &next)
{
    MissingSignatures missing;
    missing.ofNext = lacking(next.roster, next);
    missing.ofLast = last ? lacking(*last, next) : 0;
    const auto signedNext = maintainersWhoSigned(next.roster, next);
    const auto signedLast = last ? maintainersWhoSigned(*last, next) : std::set<std::string>();
    std::set<std::string> candidates;
    const auto add = [&candidates](const Roster &roster, const std::set<std::string> &have) {
        for (const auto &person : roster.people) {
            if (person.has(maintainerRole) && !have.contains(person.id))
                candidates.insert(person.id);
        }
    };
    if (missing.ofNext > 0)
        add(next.roster, signedNext);
    if (missing.ofLast > 0)
        add(*last, signedLast);
    missing.candidates.assign(candidates.begin(), candidates.end());
    return missing;
}

Checked<void> checkSuccession(const SignedRoster *last, const SignedRoster &next)
{
    const std::uint64_t expected = last ? last->roster.version + 1 : 1;
    if (next.roster.version != expected)
        return refuse(Failure::RosterVersion,
                      Message(QT_TRANSLATE_NOOP("app", "Roster version %1 stands where %2 has to."),
                              {versionOf(next), std::to_string(expected)}));
    if (last
        && (next.roster.previous != last->id || next.roster.repositoryId != last->roster.repositoryId
            || next.roster.issuedAt < last->roster.issuedAt))
        return refuse(
            Failure::RosterLink,
            Message(QT_TRANSLATE_NOOP("app", "Roster version %1 does not follow the version before it."), {versionOf(next)}));
    if (last && forgets(last->roster, next.roster))
        return refuse(Failure::RosterForgets,
                      Message(QT_TRANSLATE_NOOP("app",
                                                "Roster version %1 drops a person or key of the version before, or takes back "
                                                "an end or a revocation."),
                              {versionOf(next)}));
    if (const auto missing = missingSignatures(last ? &last->roster : nullptr, next); !missing.isNone())
        return refuse(
            Failure::RosterThreshold,
            Message(QT_TRANSLATE_NOOP("app", "Roster version %1 lacks signatures: %2 of the version before, %3 of its own."),
                    {versionOf(next), std::to_string(missing.ofLast), std::to_string(missing.ofNext)}));
    return {};
}

Checked<std::optional<TrustRoot>> readTrustRoot(const Ledger &ledger, std::string_view pin)
{
    if (ledger.rosters.empty()) {
        if (pin.empty())
            return std::nullopt;
        return refuse(Failure::RosterMissing,
                      Message(QT_TRANSLATE_NOOP("app",
                                                "A roster was pinned, but the ledger has none: it was taken away, or fetched "
                                                "from the wrong place.")));
    }
    TrustRoot root;
    for (const auto &stored : ledger.rosters) {
        auto opened = openRoster(stored.envelope);
        if (!opened)
            return refuse(opened.error().failure,
                          Message(QT_TRANSLATE_NOOP("app", "Roster version %1 does not count: %2"),
                                  {std::to_string(stored.version), opened.error().what.english()}));
        if (opened->id != stored.leaf.recordId || opened->signaturesSha256 != stored.leaf.signatureSha256)
            return refuse(Failure::RecordIdMismatch,
                          Message(QT_TRANSLATE_NOOP(
                              "app", "The file holds another record than the log says: it was replaced or changed.")));
        if (const auto follows = checkSuccession(root.rosters.empty() ? nullptr : &root.rosters.back(), *opened); !follows)
            return std::unexpected(follows.error());
        root.rosters.push_back(std::move(*opened));
        root.places.push_back(stored.place);
    }
    if (const auto pinned = checkPin(root, pin); !pinned)
        return std::unexpected(pinned.error());
    auto policy = readPolicy(ledger, root.roster().policySha256);
    if (!policy)
        return std::unexpected(policy.error());
    root.policy = std::move(*policy);
    root.signers = AllowedSigners::parse(allowedSignersText(root.roster()));
    return root;
}

Checked<std::string> TrustRoot::ownerOf(const PublicKey &key, std::span<const std::int64_t> times) const
{
    const auto *person = roster().ownerOf(key);
    const auto known = person ? std::optional(*std::ranges::find(person->keys, key, &RosterKey::key)) : std::nullopt;
    const auto revoked = known ? known->revokedAt : std::nullopt;
    if (revoked && std::ranges::any_of(times, [&revoked](std::int64_t time) { return time >= *revoked; }))
        return refuse(Failure::KeyRevoked,
                      Message(QT_TRANSLATE_NOOP("app", "The key %1 of %2 was revoked."), {key.fingerprint(), person->id}));
    // allowed_signers holds SSH keys only.
    return known && key.isOpenPgp() ? ownerInTime(*person, *known, times) : signers.ownerOf(key, times);
}

bool TrustRoot::holdsRole(std::string_view person, std::string_view role, std::int64_t time) const
{
    const auto *found = roster().person(person);
    return found && found->has(role)
        && std::ranges::any_of(found->keys, [time](const RosterKey &key) { return key.isValidAt(time); });
}

} // namespace countersign::records
