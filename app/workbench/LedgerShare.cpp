// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "LedgerShare.h"

#include "GitChild.h"
#include "KnownLedger.h"

#include "core/Clock.h"
#include "records/Checkpoint.h"
#include "records/LedgerMemory.h"
#include "records/Prepare.h"

#include <algorithm>
#include <set>
#include <thread>

namespace countersign::workbench
{

using records::Ledger;
using records::LedgerDepth;

namespace
{

bool startsWith(const Ledger &log, const Ledger &prefix)
{
    return log.lines.size() >= prefix.lines.size() && std::equal(prefix.lines.begin(), prefix.lines.end(), log.lines.begin());
}

std::unexpected<Error> refused(Message what)
{
    return fail(ErrorKind::Input, std::move(what), std::string(records::ledgerRef),
                Message(QT_TRANSLATE_NOOP("app", "Nothing was changed here. Ask who can write to the remote.")));
}

/// Merges the ledger of a remote into that of a repository.
class Sharing
{
public:
    Sharing(git::Repository &repository, const GitChild &child, const std::stop_token &stop)
        : m_repository(repository)
        , m_child(child)
        , m_stop(stop)
    {
    }

    /// Tip of the remote's ledger after everything of it was taken in.
    Result<Oid> takeIn(ShareOutcome &outcome)
    {
        const auto tip = m_child.remoteRef(records::ledgerRef, m_stop);
        if (!tip)
            return tip;
        auto local = records::readLedger(m_repository, m_stop, LedgerDepth::Names);
        if (!local)
            return std::unexpected(local.error());
        outcome.size = local->lines.size();
        if (tip->isNull())
            return checkPublished({}).transform([] { return Oid(); });
        if (const auto fetched = m_child.fetch(records::ledgerRef, m_stop); !fetched)
            return std::unexpected(fetched.error());
        const auto remote = records::readLedgerAt(m_repository, *tip, m_stop);
        if (!remote)
            return std::unexpected(remote.error());
        if (const auto good = checkRemote(*remote); !good)
            return std::unexpected(good.error());
        if (const auto merged = merge(*local, *remote, outcome); !merged)
            return std::unexpected(merged.error());
        if (const auto noted = setPublished(*tip); !noted)
            return std::unexpected(noted.error());
        return *tip;
    }

    /// Notes what the remote has now, for the next time and as the greatest log that was seen here.
    Result<void> setPublished(const Oid &tip)
    {
        const auto before = m_repository.reference(records::publishedRef);
        if (!before)
            return std::unexpected(before.error());
        if (*before != tip) {
            if (const auto moved =
                    m_repository.updateReference(records::publishedRef, tip, before->value_or(Oid()), "countersign: published");
                !moved)
                return moved;
        }
        const auto log = records::readLedgerAt(m_repository, tip, m_stop, LedgerDepth::Names);
        auto memory = records::LedgerMemory::open(m_repository, records::defaultMemoryFolder());
        if (!log || !memory)
            return std::unexpected(log ? memory.error() : log.error());
        return memory->see(log->head());
    }

private:
    /// What was published before must stand at the front of what is there now.
    Result<void> checkPublished(const Ledger &remote)
    {
        const auto published = m_repository.reference(records::publishedRef);
        if (!published)
            return std::unexpected(published.error());
        if (!*published)
            return {};
        const auto before = records::readLedgerAt(m_repository, **published, m_stop, LedgerDepth::Names);
        if (!before)
            return std::unexpected(before.error());
        if (!startsWith(remote, *before))
            return refused(
                Message(QT_TRANSLATE_NOOP("app",
                                          "The remote's log does not continue what it held before (%1 entries, now %2): it "
                                          "was rolled back or replaced."),
                        {std::to_string(before->lines.size()), std::to_string(remote.lines.size())}));
        return {};
    }

    /// Structure, rosters, chains and signatures; what a single record says about people is judged when it is used.
    Result<void> checkRemote(const Ledger &remote)
    {
        if (const auto continues = checkPublished(remote); !continues)
            return continues;
        auto memory = records::LedgerMemory::open(m_repository, records::defaultMemoryFolder());
        if (!memory)
            return std::unexpected(memory.error());
        const records::AllowedSigners nobody;
        const auto verdict = records::verifyLedger(remote, {nobody, SystemClock().now(), nullptr, memory->pin()}, m_stop);
        if (!verdict)
            return std::unexpected(verdict.error());
        if (!verdict->problems.empty())
            return refused(Message(QT_TRANSLATE_NOOP("app", "The remote's ledger does not verify: %1"),
                                   {verdict->problems.front().what.translated()}));
        return {};
    }

    Result<void> merge(const Ledger &local, const Ledger &remote, ShareOutcome &outcome)
    {
        const auto isBehind = local.tip.isNull() ? Result<bool>(true) : m_repository.isAncestor(local.tip, remote.tip);
        const auto isAhead = local.tip.isNull() ? Result<bool>(false) : m_repository.isAncestor(remote.tip, local.tip);
        if (!isBehind || !isAhead)
            return std::unexpected(isBehind ? isAhead.error() : isBehind.error());
        if (*isAhead)
            return {};
        std::set<std::string> known;
        for (const auto &line : local.lines)
            known.insert(idOf(line));
        outcome.fetched = static_cast<std::uint64_t>(
            std::ranges::count_if(remote.lines, [&known](const std::string &line) { return !known.contains(idOf(line)); }));
        const auto next = *isBehind ? Result<Oid>(remote.tip) : reappend(local, remote, outcome);
        if (!next)
            return std::unexpected(next.error());
        outcome.size = remote.lines.size() + outcome.reappended;
        if (const auto moved = m_repository.updateReference(records::ledgerRef, *next, local.tip, "countersign: fetched"); !moved)
            return moved;
        return *isBehind ? Result<void>() : rememberMerged(*next);
    }

    /// "index kind id digest": the id.
    static std::string idOf(const std::string &line)
    {
        const auto kind = line.find(' ');
        const auto id = line.find(' ', kind + 1);
        return line.substr(id + 1, 64);
    }

    /// A commit on top of the remote's with every entry that only this repository has.
    Result<Oid> reappend(const Ledger &local, const Ledger &remote, ShareOutcome &outcome)
    {
        std::set<std::string> theirs;
        for (const auto &line : remote.lines)
            theirs.insert(idOf(line));
        if (std::ranges::any_of(local.rosters, [&theirs](const auto &roster) { return !theirs.contains(roster.leaf.recordId); }))
            return fail(ErrorKind::Input,
                        Message(QT_TRANSLATE_NOOP("app", "You and the remote each have a roster that the other does not know.")),
                        {}, Message(QT_TRANSLATE_NOOP("app", "Clone the ledger anew and change its roster there.")));
        records::LedgerAddition addition{{}, {}, "merge", "Records behind those of the remote"};
        for (const auto &entry : local.entries) {
            if (theirs.contains(entry.leaf.recordId))
                continue;
            const auto added = addRecord(entry, remote, addition);
            if (!added)
                return std::unexpected(added.error());
        }
        outcome.reappended = addition.leaves.size();
        if (addition.leaves.empty())
            return remote.tip;
        return records::writeLedgerCommit(m_repository, remote, addition, SystemClock());
    }

    Result<void> addRecord(const records::LedgerEntry &entry, const Ledger &remote, records::LedgerAddition &addition)
    {
        auto bytes = m_repository.blob(entry.blob);
        if (!bytes)
            return std::unexpected(bytes.error());
        const auto record = records::openRecord(*bytes);
        if (!record)
            return std::unexpected(records::toError(record.error()));
        const auto &quoted = record->statement.logHead;
        const auto &fingerprint = record->key.fingerprint();
        if (!m_next.contains(fingerprint)) {
            const auto next = records::nextInChain(m_repository, remote, fingerprint, nullptr, m_stop);
            if (!next)
                return std::unexpected(next.error());
            m_next[fingerprint] = *next;
        }
        if (m_next[fingerprint] != record->statement.signerChain || quoted.size > remote.lines.size()
            || remote.headAt(quoted.size) != quoted)
            return fail(ErrorKind::Input,
                        Message(QT_TRANSLATE_NOOP(
                                    "app",
                                    "The record %1 does not fit the remote's ledger: its key signed there, too, or it quotes "
                                    "a log that only you had."),
                                {record->id.substr(0, 12)}),
                        {}, Message(QT_TRANSLATE_NOOP("app", "Clone the ledger anew and sign again.")));
        m_next[fingerprint] = {record->statement.signerChain.seq + 1, record->id};
        addition.files.emplace_back(records::recordPath(record->id), std::move(*bytes));
        addition.leaves.push_back(
            {remote.lines.size() + addition.leaves.size(), entry.leaf.kind, record->id, record->signatureSha256});
        return {};
    }

    /// The log that was seen here was renumbered; all of it is still there.
    Result<void> rememberMerged(const Oid &tip)
    {
        const auto merged = records::readLedgerAt(m_repository, tip, m_stop, LedgerDepth::Names);
        if (!merged)
            return std::unexpected(merged.error());
        auto memory = records::LedgerMemory::open(m_repository, records::defaultMemoryFolder());
        if (!memory)
            return std::unexpected(memory.error());
        return memory->replaceSeen(merged->head());
    }

    git::Repository &m_repository;
    const GitChild &m_child;
    std::stop_token m_stop;
    std::map<std::string, records::SignerChain> m_next; ///< by fingerprint, behind what was re-appended so far
};

} // namespace

Result<ShareOutcome> fetchLedger(git::Repository &repository, const std::string &remote, const records::ProcessRunner &runner,
                                 const std::stop_token &stop)
{
    const auto child = GitChild::open(repository, remote, runner);
    if (!child)
        return std::unexpected(child.error());
    ShareOutcome outcome;
    const auto taken = Sharing(repository, *child, stop).takeIn(outcome);
    return taken ? Result<ShareOutcome>(outcome) : std::unexpected(taken.error());
}

Result<ShareOutcome> pushLedger(git::Repository &repository, const std::string &remote, const records::ProcessRunner &runner,
                                const std::stop_token &stop)
{
    constexpr int mostAttempts = 10;
    const auto child = GitChild::open(repository, remote, runner);
    if (!child)
        return std::unexpected(child.error());
    ShareOutcome all;
    for (int attempt = 0; attempt < mostAttempts; ++attempt) {
        ShareOutcome once;
        Sharing sharing(repository, *child, stop);
        const auto theirs = sharing.takeIn(once);
        if (!theirs)
            return std::unexpected(theirs.error());
        all = {once.size, all.fetched + once.fetched, std::max(all.reappended, once.reappended)};
        const auto ours = repository.reference(records::ledgerRef);
        if (!ours)
            return std::unexpected(ours.error());
        if (!*ours || **ours == *theirs)
            return all;
        const auto pushed = child->push(**ours, records::ledgerRef, *theirs, stop);
        if (!pushed)
            return std::unexpected(pushed.error());
        if (*pushed) {
            if (const auto noted = sharing.setPublished(**ours); !noted)
                return std::unexpected(noted.error());
            return all;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(20 * (attempt + 1)));
    }
    return fail(ErrorKind::Environment,
                Message(QT_TRANSLATE_NOOP("app", "Others push so often that your entries found no place.")), {},
                Message(QT_TRANSLATE_NOOP("app", "Try again; nothing was lost.")));
}

} // namespace countersign::workbench
