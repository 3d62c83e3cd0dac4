// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ledger.h"

#include "Merkle.h"

#include <algorithm>
#include <chrono>
#include <span>
#include <thread>

namespace countersign::records
{

namespace
{

std::unexpected<Error> notAppendable(Message what, Message hint)
{
    return fail(ErrorKind::Input, std::move(what), std::string(ledgerRef), std::move(hint));
}

/// Why @p record cannot follow what is there.
Result<void> checkPlace(const Ledger &ledger, const Record &record)
{
    if (!ledger.problems.empty())
        return notAppendable(ledger.problems.front().what,
                             Message(QT_TRANSLATE_NOOP(
                                 "app", "The ledger was damaged or tampered with; run “countersign verify” and fetch it anew.")));
    if (std::ranges::contains(ledger.entries, record.id, [](const LedgerEntry &entry) { return entry.leaf.recordId; }))
        return notAppendable(Message(QT_TRANSLATE_NOOP("app", "This record is in the ledger already.")), {});
    if (nextInChain(ledger, record.key.fingerprint()) != record.statement.signerChain)
        return notAppendable(Message(QT_TRANSLATE_NOOP("app", "Your key has signed another record since this one was made.")),
                             Message(QT_TRANSLATE_NOOP("app", "Sign again; nothing was stored.")));
    if (record.statement.logHead.size > ledger.lines.size()
        || ledger.headAt(record.statement.logHead.size) != record.statement.logHead)
        return notAppendable(Message(QT_TRANSLATE_NOOP("app", "The ledger was replaced since this record was made.")),
                             Message(QT_TRANSLATE_NOOP("app", "Sign again; nothing was stored.")));
    return {};
}

/// The commit that adds @p record to @p ledger.
Result<Oid> writeAppended(git::Repository &repository, const Ledger &ledger, const Record &record, const LogLeaf &leaf,
                          const Clock &clock)
{
    std::string log;
    for (const auto &line : ledger.lines)
        log += line;
    log += writeLeaf(leaf);
    const auto envelope = repository.writeBlob(record.envelope);
    const auto leaves = repository.writeBlob(log);
    if (!envelope || !leaves)
        return std::unexpected(envelope ? leaves.error() : envelope.error());
    Oid oldTree;
    git::CommitSpec spec;
    if (!ledger.tip.isNull()) {
        const auto tip = repository.commit(ledger.tip);
        if (!tip)
            return std::unexpected(tip.error());
        oldTree = tip->tree;
        spec.parents.push_back(ledger.tip);
    }
    const std::vector<git::TreeEdit> edits{
        {"records/" + record.id.substr(0, 2) + '/' + record.id + ".dsse.json", *envelope},
        {"log/leaves", *leaves},
    };
    const auto tree = repository.writeTree(oldTree, edits);
    if (!tree)
        return std::unexpected(tree.error());
    spec.tree = *tree;
    spec.author = spec.committer = {record.statement.reviewer.id, record.statement.reviewer.id, clock.now(), 0};
    spec.message = "Record " + std::to_string(leaf.index) + ": " + std::string(name(leaf.kind)) + ' ' + record.id + '\n';
    return repository.writeCommit(spec);
}

bool isMoved(const git::Repository &repository, const Oid &expected)
{
    const auto now = repository.reference(ledgerRef);
    return now && now->value_or(Oid()) != expected;
}

} // namespace

LogHead Ledger::headAt(std::uint64_t size) const
{
    const std::span<const std::string> leaves(lines);
    return {size, merkleRoot(leaves.first(static_cast<std::size_t>(std::min<std::uint64_t>(size, leaves.size()))))};
}

SignerChain nextInChain(const Ledger &ledger, std::string_view fingerprint)
{
    SignerChain next;
    for (const auto &entry : ledger.entries) {
        // The fingerprint stands in the envelope's plain text; only records of this key are worth a verification.
        if (!entry.envelope || !entry.envelope->contains(fingerprint))
            continue;
        const auto record = openRecord(*entry.envelope);
        if (record && record->key.fingerprint() == fingerprint && record->statement.signerChain.seq >= next.seq)
            next = {record->statement.signerChain.seq + 1, record->id};
    }
    return next;
}

Result<LogLeaf> append(git::Repository &repository, const Record &record, const Clock &clock, std::stop_token stop)
{
    constexpr int mostAttempts = 40;
    constexpr int mostFailures = 5;
    Result<void> moved;
    for (int attempt = 0, failures = 0; attempt < mostAttempts && failures < mostFailures; ++attempt) {
        if (stop.stop_requested())
            return cancelled();
        const auto ledger = readLedger(repository, stop);
        if (!ledger)
            return std::unexpected(ledger.error());
        if (const auto fits = checkPlace(*ledger, record); !fits)
            return std::unexpected(fits.error());
        const LogLeaf leaf{ledger->lines.size(), record.statement.kind, record.id, record.signatureSha256};
        const auto commit = writeAppended(repository, *ledger, record, leaf, clock);
        if (!commit)
            return std::unexpected(commit.error());
        moved = repository.updateReference(ledgerRef, *commit, ledger->tip, "countersign: " + std::string(name(leaf.kind)));
        if (moved)
            return leaf;
        // Somebody else was faster, or holds the lock for a moment: neither is a fault unless it lasts.
        failures += isMoved(repository, ledger->tip) ? 0 : 1;
        std::this_thread::sleep_for(std::chrono::milliseconds(5 * (attempt + 1)));
    }
    return std::unexpected(moved.error());
}

} // namespace countersign::records
