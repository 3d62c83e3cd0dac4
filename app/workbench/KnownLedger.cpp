// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "KnownLedger.h"

#include "records/Export.h"
#include "records/LedgerMemory.h"

#include <QByteArray>
#include <QtEnvironmentVariables>

namespace countersign::workbench
{

namespace
{

/// The pin that a user or administrator gave; empty: none.
std::string chosenPin(const LedgerChoice &choice)
{
    return !choice.pin.empty() ? choice.pin : qgetenv("COUNTERSIGN_ROSTER").toStdString();
}

/// The pin to judge a bundle by: the chosen one, or the remembered one where the bundle begins with that very roster.
Result<std::string> pinFor(const records::Ledger &ledger, const git::Repository *repository, const LedgerChoice &choice)
{
    auto pin = chosenPin(choice);
    if (!pin.empty() || !repository)
        return pin;
    const auto memory = records::LedgerMemory::open(*repository, records::defaultMemoryFolder());
    if (!memory)
        return std::unexpected(memory.error());
    const auto trust = records::readTrustRoot(ledger, {});
    return trust && *trust && (*trust)->fingerprint() == memory->pin() ? memory->pin() : std::string();
}

} // namespace

Result<KnownLedger> readKnownLedger(const git::Repository &repository, const LedgerChoice &choice, std::int64_t now,
                                    const std::stop_token &stop)
{
    KnownLedger known;
    auto memory = records::LedgerMemory::open(repository, records::defaultMemoryFolder());
    if (!memory)
        return std::unexpected(memory.error());
    known.isBindingChecked = choice.isBindingChecked;
    known.pin = chosenPin(choice);
    if (known.pin.empty())
        known.pin = memory->pin();
    auto ledger = records::readLedger(repository, stop);
    if (!ledger)
        return std::unexpected(ledger.error());
    known.ledger = std::move(*ledger);
    if (!choice.allowedSigners.empty() || repository.config("gpg.ssh.allowedSignersFile")) {
        auto found = records::findAllowedSigners(&repository, choice.allowedSigners);
        if (!found && known.ledger.rosters.empty())
            return std::unexpected(found.error());
        if (found)
            known.signers = std::move(*found);
    }
    const records::VerifyContext context{
        known.signers,  now, choice.isBindingChecked ? &repository : nullptr, known.pin, memory->seen(), choice.timeAuthorities,
        choice.progress};
    auto verdict = records::verifyLedger(known.ledger, context, stop);
    if (!verdict)
        return std::unexpected(verdict.error());
    known.verdict = std::move(*verdict);
    if (known.verdict.problems.empty() && known.verdict.head.size > 0) {
        if (auto seen = memory->see(known.verdict.head); !seen)
            return std::unexpected(seen.error());
    }
    return known;
}

Result<KnownLedger> readKnownBundle(const std::filesystem::path &folder, const git::Repository *repository,
                                    const LedgerChoice &choice, std::int64_t now, const std::stop_token &stop)
{
    KnownLedger known;
    auto ledger = records::readExport(folder, stop);
    if (!ledger)
        return std::unexpected(ledger.error());
    known.ledger = std::move(*ledger);
    auto pin = pinFor(known.ledger, repository, choice);
    if (!pin)
        return std::unexpected(pin.error());
    known.pin = std::move(*pin);
    if (known.ledger.rosters.empty()) {
        auto signers = records::findAllowedSigners(repository, choice.allowedSigners);
        if (!signers)
            return std::unexpected(signers.error());
        known.signers = std::move(*signers);
    }
    auto verdict = records::verifyLedger(
        known.ledger, {known.signers, now, nullptr, known.pin, {}, choice.timeAuthorities, choice.progress}, stop);
    if (!verdict)
        return std::unexpected(verdict.error());
    known.verdict = std::move(*verdict);
    return known;
}

Result<void> pinRoster(const git::Repository &repository, const std::string &fingerprint, const std::stop_token &stop)
{
    const auto ledger = records::readLedger(repository, stop, records::LedgerDepth::Names);
    if (!ledger)
        return std::unexpected(ledger.error());
    const auto trust = records::readTrustRoot(*ledger, fingerprint);
    if (!trust)
        return std::unexpected(records::toError(trust.error(), std::string(records::ledgerRef)));
    auto memory = records::LedgerMemory::open(repository, records::defaultMemoryFolder());
    if (!memory)
        return std::unexpected(memory.error());
    return memory->setPin(fingerprint);
}

Result<std::optional<records::TrustRoot>> readTrust(const git::Repository &repository, const std::stop_token &stop)
{
    const auto ledger = records::readLedger(repository, stop, records::LedgerDepth::Names);
    if (!ledger)
        return std::unexpected(ledger.error());
    auto trust = records::readTrustRoot(*ledger, {});
    if (!trust)
        return std::unexpected(records::toError(trust.error(), std::string(records::ledgerRef)));
    return std::move(*trust);
}

} // namespace countersign::workbench
