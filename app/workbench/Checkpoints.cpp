// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Checkpoints.h"

#include "records/Checkpoint.h"
#include "records/Ledger.h"
#include "records/TrustRoot.h"

#include "core/Clock.h"

namespace countersign::workbench
{

namespace
{

constexpr const char *timestampPath = "log/checkpoint.tsr";

/// A time stamp of an earlier checkpoint says nothing about this one.
std::vector<std::string> staleTimestamp(const records::Ledger &ledger, const std::string &checkpoint)
{
    return ledger.timestamp.empty() || ledger.checkpoint == checkpoint ? std::vector<std::string>()
                                                                       : std::vector<std::string>{timestampPath};
}

Result<records::Ledger> readWithCheckpoint(const git::Repository &repository, const std::stop_token &stop)
{
    auto ledger = records::readLedger(repository, stop, records::LedgerDepth::Names);
    if (ledger && ledger->checkpoint.empty())
        return fail(ErrorKind::Usage, Message(QT_TRANSLATE_NOOP("app", "The ledger has no checkpoint yet.")), {},
                    Message(QT_TRANSLATE_NOOP("app", "Sign one with “countersign ledger checkpoint”.")));
    return ledger;
}

} // namespace

Result<std::string> signCheckpoint(git::Repository &repository, const Signatory &signatory, const records::ProcessRunner &runner,
                                   const records::SignOptions &options, const std::stop_token &stop)
{
    const auto ledger = records::readLedger(repository, stop, records::LedgerDepth::Names);
    if (!ledger)
        return std::unexpected(ledger.error());
    const auto trust = records::readTrustRoot(*ledger, {});
    if (!trust)
        return std::unexpected(records::toError(trust.error()));
    if (!*trust || !(*trust)->roster().ownerOf(signatory.key.key))
        return fail(ErrorKind::Usage,
                    Message(QT_TRANSLATE_NOOP("app", "Only people of a roster sign checkpoints, and this key is not on it.")), {},
                    Message(QT_TRANSLATE_NOOP("app", "“countersign roster show” lists people and keys.")));
    const auto text = records::writeCheckpoint({records::checkpointOrigin((*trust)->roster().repositoryId), ledger->head()});
    const auto armor = records::signBytes(text, records::checkpointNamespace, signatory.key, runner, options, stop);
    if (!armor)
        return std::unexpected(armor.error());
    const auto signatures = (ledger->checkpoint == text ? ledger->checkpointSignatures : std::string()) + *armor;
    if (const auto signers = records::checkpointSigners(text, signatures); !signers)
        return std::unexpected(records::toError(signers.error()));
    const auto commit = records::writeLedgerCommit(repository, *ledger,
                                                   {{{"log/checkpoint", text}, {"log/checkpoint.sig", signatures}},
                                                    {},
                                                    signatory.id,
                                                    "Checkpoint of " + std::to_string(ledger->lines.size()),
                                                    staleTimestamp(*ledger, text)},
                                                   SystemClock());
    if (!commit)
        return std::unexpected(commit.error());
    if (const auto moved = repository.updateReference(records::ledgerRef, *commit, ledger->tip, "countersign: checkpoint");
        !moved)
        return std::unexpected(moved.error());
    return text;
}

Result<std::string> timestampRequest(const git::Repository &repository, records::Random &random, const std::stop_token &stop)
{
    const auto ledger = readWithCheckpoint(repository, stop);
    return ledger ? records::timestampQuery(ledger->checkpoint, random) : std::unexpected(ledger.error());
}

Result<records::Timestamp> keepTimestamp(git::Repository &repository, std::string_view response, std::string_view authorities,
                                         const std::string &who, const std::stop_token &stop)
{
    const auto ledger = readWithCheckpoint(repository, stop);
    if (!ledger)
        return std::unexpected(ledger.error());
    const auto stamp = authorities.empty() ? records::readTimestamp(response, ledger->checkpoint)
                                           : records::verifyTimestamp(response, ledger->checkpoint, authorities);
    if (!stamp)
        return std::unexpected(records::toError(stamp.error()));
    const auto commit = records::writeLedgerCommit(
        repository, *ledger, {{{timestampPath, std::string(response)}}, {}, who, "Time stamp of " + formatUtc(stamp->time)},
        SystemClock());
    if (!commit)
        return std::unexpected(commit.error());
    if (const auto moved = repository.updateReference(records::ledgerRef, *commit, ledger->tip, "countersign: time stamp");
        !moved)
        return std::unexpected(moved.error());
    return *stamp;
}

} // namespace countersign::workbench
