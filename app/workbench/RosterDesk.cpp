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

Result<RosterProposal> finish(git::Repository &repository, records::SignedEnvelope envelope, const std::string &policyText,
                              const records::SigningKey &key, const records::ProcessRunner &runner,
                              const records::SignOptions &options, const std::stop_token &stop)
{
    auto armor = records::signBytes(records::rosterPae(envelope.payload), records::rosterNamespace, key, runner, options, stop);
    if (!armor)
        return std::unexpected(armor.error());
    envelope.signatures.push_back({key.key.fingerprint(), std::move(*armor)});
    auto opened = records::openRoster(records::writeSignedEnvelope(envelope, records::rosterPayloadType));
    if (!opened)
        return std::unexpected(records::toError(opened.error()));
    const auto trust = readTrust(repository, stop);
    if (!trust)
        return std::unexpected(trust.error());
    RosterProposal out;
    out.missing = records::missingSignatures(*trust ? &(*trust)->roster() : nullptr, *opened);
    out.roster = std::move(*opened);
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
    return finish(repository, {std::move(*payload), {}}, *policy, key, runner, options, stop);
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
    return finish(repository, std::move(*read), *policy, key, runner, options, stop);
}

} // namespace countersign::workbench
