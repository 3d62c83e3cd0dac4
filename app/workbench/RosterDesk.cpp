// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "RosterDesk.h"

#include "KnownLedger.h"

#include "core/Hex.h"
#include "records/Dsse.h"

#include <algorithm>

namespace countersign::workbench
{

namespace
{

constexpr std::size_t idBytes = 16;

/// The id that records of the ledger give to this repository; empty: there are none.
Result<std::string> idInUse(const git::Repository &repository, const std::stop_token &stop)
{
    const auto ledger = records::readLedger(repository, stop);
    if (!ledger)
        return std::unexpected(ledger.error());
    if (!ledger->rosters.empty())
        return fail(ErrorKind::Usage, Message(QT_TRANSLATE_NOOP("app", "The repository has a roster already.")), {},
                    Message(QT_TRANSLATE_NOOP("app", "“countersign roster” changes it.")));
    for (const auto &entry : ledger->entries) {
        const auto record =
            entry.envelope ? records::openRecord(*entry.envelope) : records::refuse(records::Failure::RecordMissing, Message());
        if (record)
            return record->statement.repository.id;
    }
    return std::string();
}

/// The policy text of a proposal: given, or in the ledger.
Result<std::string> policyFor(const git::Repository &repository, const std::string &digest, const std::string &given,
                              const std::stop_token &stop)
{
    if (!given.empty())
        return given;
    const auto ledger = records::readLedger(repository, stop, records::LedgerDepth::Names);
    if (!ledger)
        return std::unexpected(ledger.error());
    const auto found = ledger->policies.find(digest);
    if (found == ledger->policies.end())
        return fail(ErrorKind::Usage,
                    Message(QT_TRANSLATE_NOOP("app", "The roster names a policy that is not in the ledger yet.")), {},
                    Message(QT_TRANSLATE_NOOP("app", "Give it with --policy FILE.")));
    return found->second;
}

/// A version that waits for a signature.
struct Unsigned {
    records::Roster roster;
    records::SignedEnvelope envelope; ///< its bytes, with the signatures that it has
    std::vector<records::PublicKey> signers; ///< of those
};

/// A signature that would not count is not made.
Result<void> checkSigner(const records::Roster *last, const Unsigned &next, const records::PublicKey &key)
{
    const auto counts = [&](const records::Roster &roster) {
        const auto *person = roster.ownerOf(key);
        return person && person->has(records::maintainerRole)
            && std::ranges::find(person->keys, key, &records::RosterKey::key)->isValidAt(next.roster.issuedAt);
    };
    if (!counts(next.roster) && !(last && counts(*last)))
        return fail(ErrorKind::Usage,
                    Message(QT_TRANSLATE_NOOP("app", "This is no valid key of a maintainer, so it signs no roster.")),
                    key.fingerprint(), Message(QT_TRANSLATE_NOOP("app", "Choose the key of a maintainer.")));
    if (std::ranges::contains(next.signers, key))
        return fail(ErrorKind::Usage, Message(QT_TRANSLATE_NOOP("app", "This key has signed the version already.")),
                    key.fingerprint());
    return {};
}

RosterProposal proposalOf(records::SignedRoster roster, const std::optional<records::TrustRoot> &trust)
{
    const auto *last = trust ? &trust->roster() : nullptr;
    RosterProposal out;
    out.missing = records::missingSignatures(last, roster);
    out.changes = rosterChanges(last, roster.roster);
    out.roster = std::move(roster);
    return out;
}

Result<RosterProposal> finish(git::Repository &repository, Unsigned next, const std::string &policyText,
                              const records::SigningKey &key, const records::ProcessRunner &runner,
                              const records::SignOptions &options, const std::stop_token &stop)
{
    const auto trust = readTrust(repository, stop);
    if (!trust)
        return std::unexpected(trust.error());
    if (const auto may = checkSigner(*trust ? &(*trust)->roster() : nullptr, next, key.key); !may)
        return std::unexpected(may.error());
    auto armor =
        records::signBytes(records::rosterPae(next.envelope.payload), records::rosterNamespace, key, runner, options, stop);
    if (!armor)
        return std::unexpected(armor.error());
    next.envelope.signatures.push_back({key.key.fingerprint(), std::move(*armor)});
    auto opened = records::openRoster(records::writeSignedEnvelope(next.envelope, records::rosterPayloadType));
    if (!opened)
        return std::unexpected(records::toError(opened.error()));
    auto out = proposalOf(std::move(*opened), *trust);
    if (!out.missing.isNone())
        return out;
    auto leaf = records::appendRoster(repository, out.roster, policyText, SystemClock(), stop);
    if (!leaf)
        return std::unexpected(leaf.error());
    out.leaf = *leaf;
    if (out.roster.roster.version == 1) {
        if (auto pinned = pinRoster(repository, out.roster.id, stop); !pinned)
            return std::unexpected(pinned.error());
    }
    return out;
}

} // namespace

Result<records::Roster> draftFirstRoster(const git::Repository &repository, const InitChoice &choice,
                                         const records::PublicKey &key, const Clock &clock, records::Random &random,
                                         const std::stop_token &stop)
{
    auto id = idInUse(repository, stop);
    if (!id)
        return std::unexpected(id.error());
    if (id->empty()) {
        const auto bytes = random.bytes(idBytes);
        if (!bytes)
            return std::unexpected(bytes.error());
        *id = toHex(*bytes);
    }
    const auto policy = choice.policyText.empty() ? Result<records::Policy>(records::defaultPolicy())
                                                  : records::parsePolicy(choice.policyText, "policy.toml");
    if (!policy)
        return std::unexpected(policy.error());
    records::Roster roster;
    roster.repositoryId = std::move(*id);
    roster.issuedAt = clock.now();
    roster.expiresAt = roster.issuedAt + choice.lifetime;
    roster.policySha256 = policy->sha256;
    auto roles = choice.roles;
    if (roles.empty())
        roles = {"reviewer", "senior"};
    roles.emplace_back(records::maintainerRole);
    if (auto enrolled = records::enrol(roster, choice.person, key, roles, choice.addresses); !enrolled)
        return std::unexpected(enrolled.error());
    for (const auto &other : choice.others) {
        if (auto enrolled = records::enrol(roster, other.id, other.key, other.roles, {}); !enrolled)
            return std::unexpected(enrolled.error());
    }
    roster.threshold = choice.threshold;
    return roster;
}

Result<RosterStanding> readStanding(const git::Repository &repository, const std::stop_token &stop)
{
    auto trust = readTrust(repository, stop);
    if (!trust)
        return std::unexpected(trust.error());
    const auto memory = records::LedgerMemory::open(repository, records::defaultMemoryFolder());
    if (!memory)
        return std::unexpected(memory.error());
    const bool isPinned = *trust && (*trust)->fingerprint() == memory->pin();
    return RosterStanding{std::move(*trust), isPinned};
}

Result<RosterDraft> draftNextRoster(const git::Repository &repository, const Clock &clock, const std::stop_token &stop)
{
    auto trust = readTrust(repository, stop);
    if (!trust)
        return std::unexpected(trust.error());
    if (!*trust)
        return fail(ErrorKind::Usage, Message(QT_TRANSLATE_NOOP("app", "The repository has no roster yet.")), {},
                    Message(QT_TRANSLATE_NOOP("app", "Make it with “countersign init”.")));
    auto &last = (*trust)->rosters.back();
    auto next = records::successor(last, clock.now());
    return RosterDraft{std::move(last), std::move(next)};
}

Result<RosterProposal> signRoster(git::Repository &repository, const records::Roster &next, const std::string &policyText,
                                  const records::SigningKey &key, const records::ProcessRunner &runner,
                                  const records::SignOptions &options, const std::stop_token &stop)
{
    auto payload = records::writeRoster(next);
    if (!payload)
        return std::unexpected(payload.error());
    const auto policy = policyFor(repository, next.policySha256, policyText, stop);
    if (!policy)
        return std::unexpected(policy.error());
    return finish(repository, {next, {std::move(*payload), {}}, {}}, *policy, key, runner, options, stop);
}

Result<RosterProposal> openProposal(const git::Repository &repository, const std::string &envelope, const std::stop_token &stop)
{
    auto opened = records::openRoster(envelope);
    if (!opened)
        return std::unexpected(records::toError(opened.error()));
    const auto trust = readTrust(repository, stop);
    if (!trust)
        return std::unexpected(trust.error());
    // Signatures may lack; everything else must hold already.
    const auto follows = records::checkSuccession(*trust ? &(*trust)->rosters.back() : nullptr, *opened);
    if (!follows && follows.error().failure != records::Failure::RosterThreshold)
        return std::unexpected(records::toError(follows.error()));
    return proposalOf(std::move(*opened), *trust);
}

Result<RosterProposal> cosignRoster(git::Repository &repository, const std::string &envelope, const std::string &policyText,
                                    const records::SigningKey &key, const records::ProcessRunner &runner,
                                    const records::SignOptions &options, const std::stop_token &stop)
{
    const auto opened = records::openRoster(envelope);
    if (!opened)
        return std::unexpected(records::toError(opened.error()));
    auto read = records::readSignedEnvelope(envelope, records::rosterPayloadType, opened->signers.size());
    if (!read)
        return std::unexpected(records::toError(read.error()));
    const auto policy = policyFor(repository, opened->roster.policySha256, policyText, stop);
    if (!policy)
        return std::unexpected(policy.error());
    return finish(repository, {opened->roster, std::move(*read), opened->signers}, *policy, key, runner, options, stop);
}

} // namespace countersign::workbench
