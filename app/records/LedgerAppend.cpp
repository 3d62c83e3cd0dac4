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
Result<void> checkPlace(const git::Repository &repository, const Ledger &ledger, const Record &record, ChainMemory *memory,
                        const std::stop_token &stop)
{
    if (!ledger.problems.empty())
        return notAppendable(ledger.problems.front().what,
                             Message(QT_TRANSLATE_NOOP(
                                 "app", "The ledger was damaged or tampered with; run “countersign verify” and fetch it anew.")));
    const auto idOf = [](const LedgerEntry &entry) -> const std::string & { return entry.leaf.recordId; };
    if (std::ranges::contains(ledger.entries, record.id, idOf))
        return notAppendable(Message(QT_TRANSLATE_NOOP("app", "This record is in the ledger already.")), {});
    const auto next = nextInChain(repository, ledger, record.key.fingerprint(), memory, stop);
    if (!next)
        return std::unexpected(next.error());
    if (*next != record.statement.signerChain)
        return notAppendable(Message(QT_TRANSLATE_NOOP("app", "Your key has signed another record since this one was made.")),
                             Message(QT_TRANSLATE_NOOP("app", "Sign again; nothing was stored.")));
    if (record.statement.logHead.size > ledger.lines.size()
        || ledger.headAt(record.statement.logHead.size) != record.statement.logHead)
        return notAppendable(Message(QT_TRANSLATE_NOOP("app", "The ledger was replaced since this record was made.")),
                             Message(QT_TRANSLATE_NOOP("app", "Sign again; nothing was stored.")));
    return {};
}

/// The record of an entry when it is by this key and its signature is good.
Result<std::optional<Record>> ownRecord(const git::Repository &repository, const LedgerEntry &entry, std::string_view fingerprint)
{
    auto bytes = entry.envelope ? Result<std::string>(*entry.envelope)
        : entry.blob.isNull()   ? Result<std::string>()
                                : repository.blob(entry.blob);
    if (!bytes)
        return std::unexpected(bytes.error());
    // The fingerprint stands in the envelope's plain text; only records of this key are worth a verification.
    if (!bytes->contains(fingerprint))
        return std::nullopt;
    auto record = openRecord(*bytes);
    if (!record || record->key.fingerprint() != fingerprint)
        return std::nullopt;
    return std::move(*record);
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

Result<SignerChain> nextInChain(const git::Repository &repository, const Ledger &ledger, std::string_view fingerprint,
                                ChainMemory *memory, const std::stop_token &stop)
{
    const auto hint = memory ? memory->hint(fingerprint) : std::nullopt;
    const bool isHintFit = hint && hint->searched <= ledger.lines.size();
    SignerChain next;
    ChainMemory::Hint found{ledger.lines.size(), std::nullopt, {}};
    for (auto entry = ledger.entries.rbegin(); entry != ledger.entries.rend(); ++entry) {
        if (stop.stop_requested())
            return cancelled();
        const bool isOld = isHintFit && entry->place < hint->searched;
        if (isOld && !hint->place)
            break;
        if (isOld && entry->place > *hint->place)
            continue;
        const auto own = ownRecord(repository, *entry, fingerprint);
        if (!own)
            return std::unexpected(own.error());
        if (!*own || (isOld && (*own)->id != hint->recordId)) {
            if (!isOld)
                continue;
            memory->remember(fingerprint, {}); // what was remembered is not so: look through everything
            return nextInChain(repository, ledger, fingerprint, memory, stop);
        }
        next = {(*own)->statement.signerChain.seq + 1, (*own)->id};
        found.place = entry->place;
        found.recordId = (*own)->id;
        break;
    }
    if (memory)
        memory->remember(fingerprint, found);
    return next;
}

Result<Oid> writeLedgerCommit(git::Repository &repository, const Ledger &ledger, const LedgerAddition &addition,
                              const Clock &clock)
{
    std::vector<git::TreeEdit> edits;
    const auto add = [&](const std::string &path, std::string_view bytes) -> Result<void> {
        const auto blob = repository.writeBlob(bytes);
        if (!blob)
            return std::unexpected(blob.error());
        edits.push_back({path, *blob});
        return {};
    };
    for (const auto &[path, bytes] : addition.files) {
        if (const auto added = add(path, bytes); !added)
            return std::unexpected(added.error());
    }
    if (!addition.leaves.empty()) {
        std::string log;
        for (const auto &line : ledger.lines)
            log += line;
        for (const auto &leaf : addition.leaves)
            log += writeLeaf(leaf);
        if (const auto added = add("log/leaves", log); !added)
            return std::unexpected(added.error());
    }
    for (const auto &path : addition.gone)
        edits.push_back({path, Oid()});
    Oid oldTree;
    git::CommitSpec spec;
    if (!ledger.tip.isNull()) {
        const auto tip = repository.commit(ledger.tip);
        if (!tip)
            return std::unexpected(tip.error());
        oldTree = tip->tree;
        spec.parents.push_back(ledger.tip);
    }
    const auto tree = repository.writeTree(oldTree, edits);
    if (!tree)
        return std::unexpected(tree.error());
    spec.tree = *tree;
    spec.author = spec.committer = {addition.who, addition.who, clock.now(), 0};
    spec.message = addition.title + '\n';
    return repository.writeCommit(spec);
}

Result<LogLeaf> append(git::Repository &repository, const Record &record, const Clock &clock, std::stop_token stop,
                       ChainMemory *memory)
{
    constexpr int mostAttempts = 40;
    constexpr int mostFailures = 5;
    Result<void> moved;
    for (int attempt = 0, failures = 0; attempt < mostAttempts && failures < mostFailures; ++attempt) {
        if (stop.stop_requested())
            return cancelled();
        const auto ledger = readLedger(repository, stop, LedgerDepth::Names);
        if (!ledger)
            return std::unexpected(ledger.error());
        if (const auto fits = checkPlace(repository, *ledger, record, memory, stop); !fits)
            return std::unexpected(fits.error());
        const LogLeaf leaf{ledger->lines.size(), record.statement.kind, record.id, record.signatureSha256};
        const auto commit =
            writeLedgerCommit(repository, *ledger,
                              {{{recordPath(record.id), record.envelope}},
                               {leaf},
                               record.statement.reviewer.id,
                               "Record " + std::to_string(leaf.index) + ": " + std::string(name(leaf.kind)) + ' ' + record.id},
                              clock);
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
