// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "RosterEdit.h"

#include "AllowedSigners.h"
#include "Policy.h"
#include "TrustRoot.h"

#include "core/SafeText.h"

#include <algorithm>
#include <chrono>
#include <format>
#include <thread>

namespace countersign::records
{

namespace
{

std::unexpected<Error> unfit(const char *text, std::string_view what)
{
    return fail(ErrorKind::Usage, Message(text, {safeText(what, 120)}), {},
                Message(QT_TRANSLATE_NOOP("app", "“countersign roster show” lists people and keys.")));
}

RosterPerson *find(Roster &roster, std::string_view person)
{
    const auto found = std::ranges::find(roster.people, person, &RosterPerson::id);
    return found == roster.people.end() ? nullptr : &*found;
}

void addSorted(std::vector<std::string> &list, const std::vector<std::string> &more)
{
    list.insert(list.end(), more.begin(), more.end());
    std::ranges::sort(list);
    const auto rest = std::ranges::unique(list);
    list.erase(rest.begin(), rest.end());
}

/// The keys that a person or a fingerprint names.
std::vector<RosterKey *> keysOf(Roster &roster, std::string_view what)
{
    std::vector<RosterKey *> keys;
    for (auto &person : roster.people) {
        for (auto &key : person.keys) {
            if (person.id == what || key.key.fingerprint() == what)
                keys.push_back(&key);
        }
    }
    return keys;
}

std::optional<std::int64_t> earlier(const std::optional<std::int64_t> &a, const std::optional<std::int64_t> &b)
{
    return a && b ? std::min(*a, *b) : a ? a : b;
}

Result<void> checkNew(const Roster &roster, const PublicKey &key)
{
    if (const auto *owner = roster.ownerOf(key))
        return unfit(QT_TRANSLATE_NOOP("app", "This key is on the roster already: it is a key of %1."), owner->id);
    return {};
}

} // namespace

Roster successor(const SignedRoster &last, std::int64_t now, std::int64_t lifetime)
{
    Roster next = last.roster;
    ++next.version;
    next.previous = last.id;
    next.issuedAt = std::max(now, last.roster.issuedAt);
    next.expiresAt = next.issuedAt + lifetime;
    return next;
}

Result<void> enrol(Roster &roster, const std::string &person, const PublicKey &key, const std::vector<std::string> &roles,
                   const std::vector<std::string> &addresses, std::optional<std::int64_t> validBefore)
{
    if (!isPrincipal(person))
        return unfit(QT_TRANSLATE_NOOP("app", "“%1” is no name for a person: 1 to 64 of a-z 0-9 . _ + @ -"), person);
    if (const auto fresh = checkNew(roster, key); !fresh)
        return fresh;
    auto *found = find(roster, person);
    if (!found) {
        const auto place = std::ranges::lower_bound(roster.people, person, {}, &RosterPerson::id);
        found = &*roster.people.insert(place, {person, {}, {}, {}});
        if (roles.empty())
            found->roles = {"reviewer"};
    }
    addSorted(found->roles, roles);
    addSorted(found->addresses, addresses);
    const bool isFirst = roster.version == 1;
    found->keys.push_back(
        {key, isFirst ? std::nullopt : std::optional(roster.issuedAt), earlier(validBefore, key.ownEnd()), std::nullopt, {}});
    return {};
}

Result<void> rotate(Roster &roster, const std::string &person, const PublicKey &key)
{
    auto *found = find(roster, person);
    if (!found)
        return unfit(QT_TRANSLATE_NOOP("app", "Nobody on the roster is called “%1”."), person);
    if (const auto fresh = checkNew(roster, key); !fresh)
        return fresh;
    // The old key still signs this very version.
    const auto end = roster.issuedAt + 1;
    for (auto &old : found->keys) {
        if (!old.validBefore || *old.validBefore > end)
            old.validBefore = end;
    }
    found->keys.push_back({key, roster.issuedAt, key.ownEnd(), std::nullopt, {}});
    return {};
}

Result<void> revoke(Roster &roster, std::string_view what, std::int64_t at, const std::string &reason)
{
    const auto keys = keysOf(roster, what);
    if (keys.empty())
        return unfit(QT_TRANSLATE_NOOP("app", "No person and no key of the roster is “%1”."), what);
    for (auto *key : keys) {
        key->revokedAt = key->revokedAt ? std::min(*key->revokedAt, at) : at;
        key->reason = reason;
    }
    return {};
}

Result<void> expire(Roster &roster, std::string_view what, std::int64_t at)
{
    const auto keys = keysOf(roster, what);
    if (keys.empty())
        return unfit(QT_TRANSLATE_NOOP("app", "No person and no key of the roster is “%1”."), what);
    for (auto *key : keys)
        key->validBefore = key->validBefore ? std::min(*key->validBefore, at) : at;
    return {};
}

Result<void> setRoles(Roster &roster, const std::string &person, std::vector<std::string> roles)
{
    auto *found = find(roster, person);
    if (!found)
        return unfit(QT_TRANSLATE_NOOP("app", "Nobody on the roster is called “%1”."), person);
    found->roles.clear();
    addSorted(found->roles, roles);
    return {};
}

Result<LogLeaf> appendRoster(git::Repository &repository, const SignedRoster &roster, std::string_view policyText,
                             const Clock &clock, const std::stop_token &stop)
{
    constexpr int mostAttempts = 20;
    const auto policy = parsePolicy(policyText, "policy.toml");
    if (!policy)
        return std::unexpected(policy.error());
    if (policy->sha256 != roster.roster.policySha256)
        return fail(ErrorKind::Usage, Message(QT_TRANSLATE_NOOP("app", "The policy is not the one that the roster names.")));
    Result<void> moved;
    for (int attempt = 0; attempt < mostAttempts && !stop.stop_requested(); ++attempt) {
        const auto ledger = readLedger(repository, stop, LedgerDepth::Names);
        if (!ledger)
            return std::unexpected(ledger.error());
        if (!ledger->problems.empty())
            return fail(ErrorKind::Input, ledger->problems.front().what, std::string(ledgerRef));
        const auto trust = readTrustRoot(*ledger, {});
        if (!trust)
            return std::unexpected(toError(trust.error(), std::string(ledgerRef)));
        if (const auto follows = checkSuccession(*trust ? &(*trust)->rosters.back() : nullptr, roster); !follows)
            return std::unexpected(toError(follows.error()));
        const LogLeaf leaf{ledger->lines.size(), RecordKind::Roster, roster.id, roster.signaturesSha256};
        const auto number = std::format("{:06}", roster.roster.version);
        const auto commit = writeLedgerCommit(repository, *ledger,
                                              {{{"roster/" + number + ".dsse.json", roster.envelope},
                                                {"policy/" + policy->sha256 + ".toml", std::string(policyText)}},
                                               {leaf},
                                               "roster",
                                               "Roster " + number + ": " + roster.id},
                                              clock);
        if (!commit)
            return std::unexpected(commit.error());
        moved = repository.updateReference(ledgerRef, *commit, ledger->tip, "countersign: roster");
        if (moved)
            return leaf;
        std::this_thread::sleep_for(std::chrono::milliseconds(5 * (attempt + 1)));
    }
    return stop.stop_requested() ? Result<LogLeaf>(cancelled()) : std::unexpected(moved.error());
}

} // namespace countersign::records
