// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Verifier.h"

#include "Binding.h"
#include "Chain.h"
#include "Checkpoint.h"
#include "Merkle.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace countersign::records
{

namespace
{

constexpr std::int64_t clockSkew = 300;
constexpr std::size_t recordsPerReport = 64;

/// By whom a record has to be: the rosters of its ledger, or a list of signers.
struct Judge {
    const VerifyContext &context;
    const TrustRoot *trust = nullptr;
    std::int64_t logTime = 0; ///< with a roster: latest time that stands before the record in the log

    [[nodiscard]] Checked<std::string> ownerOf(const Record &record) const
    {
        const std::array times{record.statement.reviewedAt, trust ? logTime : context.now};
        return trust ? trust->ownerOf(record.key, times) : context.signers.ownerOf(record.key, times);
    }
};

void checkPerson(RecordVerdict &verdict, const Judge &judge)
{
    const auto &statement = verdict.record->statement;
    const auto owner = judge.ownerOf(*verdict.record);
    if (!owner)
        verdict.problems.push_back(owner.error());
    else if (*owner != statement.reviewer.id)
        verdict.problems.push_back(
            {Failure::NotTheKeysOwner,
             Message(QT_TRANSLATE_NOOP("app", "The record names %1 as reviewer, but the key belongs to %2."),
                     {statement.reviewer.id, *owner})});
    else
        verdict.person = *owner;
    if (statement.reviewedAt > judge.context.now + clockSkew)
        verdict.problems.push_back(
            {Failure::TimeInFuture,
             Message(QT_TRANSLATE_NOOP("app", "The record says that it was made at %1, which is in the future."),
                     {formatUtc(statement.reviewedAt)})});
}

Result<RecordVerdict> judgeRecord(std::string_view envelope, std::string where, const Judge &judge, const std::stop_token &stop)
{
    RecordVerdict verdict;
    verdict.where = std::move(where);
    auto record = openRecord(envelope);
    if (!record) {
        verdict.problems.push_back(record.error());
        return verdict;
    }
    verdict.record = std::move(*record);
    checkPerson(verdict, judge);
    const auto &statement = verdict.record->statement;
    const std::string expectedId = judge.trust ? judge.trust->roster().repositoryId : std::string();
    if (judge.context.repository) {
        auto problems = checkBinding(*judge.context.repository, statement, stop, expectedId);
        if (!problems)
            return std::unexpected(problems.error());
        std::ranges::move(*problems, std::back_inserter(verdict.problems));
    } else if (judge.trust && statement.repository.id != expectedId) {
        verdict.problems.push_back(
            {Failure::OtherRepository, Message(QT_TRANSLATE_NOOP("app", "The record is about another repository."))});
    }
    return verdict;
}

/// That the file behind a line of the log is the record that was logged.
void checkLogged(RecordVerdict &verdict, const LedgerEntry &entry)
{
    const auto add = [&verdict](Failure failure, Message what) { verdict.problems.push_back({failure, std::move(what)}); };
    if (!entry.envelope)
        return add(Failure::RecordMissing, Message(QT_TRANSLATE_NOOP("app", "The file of the record is missing.")));
    const auto raw = verdict.record ? Checked<RawRecord>(RawRecord{verdict.record->id, {}, {}}) : readRawRecord(*entry.envelope);
    if (raw && raw->id != entry.leaf.recordId)
        add(Failure::RecordIdMismatch,
            Message(QT_TRANSLATE_NOOP("app", "The file holds another record than the log says: it was replaced or changed.")));
    if (!verdict.record)
        return;
    if (verdict.record->signatureSha256 != entry.leaf.signatureSha256)
        add(Failure::SignatureReplaced, Message(QT_TRANSLATE_NOOP("app", "The signature is another one than the log says.")));
    if (verdict.record->statement.kind != entry.leaf.kind)
        add(Failure::LeafKindMismatch, Message(QT_TRANSLATE_NOOP("app", "The log gives the record another kind than it has.")));
}

/// A record that cannot be read or is not the one that was logged may have been a rejection or a withdrawal, so nothing that the
/// ledger says can be relied on. (Missing files are among the ledger's own problems already.)
void addDamage(LedgerVerdict &verdict, const RecordVerdict &one, std::size_t ownProblems)
{
    const auto first = one.record ? ownProblems : 0;
    if (first < one.problems.size())
        verdict.problems.push_back({one.problems[first].failure,
                                    Message(QT_TRANSLATE_NOOP("app", "Record %1 does not count: %2"),
                                            {one.where.substr(0, 12), one.problems[first].what.translated()})});
}

/// Checks that need all records of a ledger.
class WholeLedger
{
public:
    WholeLedger(const Ledger &ledger, LedgerVerdict &verdict)
        : m_roots(merkleRoots(ledger.lines))
        , m_verdict(verdict)
    {
    }

    void check()
    {
        checkSignerChains();
        for (auto &one : m_verdict.records) {
            if (!one.record)
                continue;
            checkLogHead(one);
            checkNonce(one);
            if (one.record->statement.kind == RecordKind::Withdraw)
                checkWithdrawal(one);
            m_earlier.emplace(one.record->id, one.record->statement.reviewer.id);
        }
    }

private:
    void checkSignerChains()
    {
        std::vector<const Record *> logged;
        for (const auto &one : m_verdict.records) {
            if (one.record)
                logged.push_back(&*one.record);
        }
        const auto failures = checkChains(logged);
        for (const auto &[fingerprint, problems] : failures)
            m_verdict.problems.insert(m_verdict.problems.end(), problems.begin(), problems.end());
        for (auto &one : m_verdict.records) {
            if (const auto found = one.record ? failures.find(one.record->key.fingerprint()) : failures.end();
                found != failures.end())
                one.problems.insert(one.problems.end(), found->second.begin(), found->second.end());
        }
    }

    void checkLogHead(RecordVerdict &one)
    {
        const auto &quoted = one.record->statement.logHead;
        if (quoted.size <= one.index && quoted.size < m_roots.size()
            && m_roots[static_cast<std::size_t>(quoted.size)] == quoted.root)
            return;
        const Problem problem{
            Failure::LogHeadMismatch,
            Message(
                QT_TRANSLATE_NOOP(
                    "app", "The log before record %1 is not the one that %2 saw: entries were removed, inserted or reordered."),
                {std::to_string(one.index), one.record->statement.reviewer.id})};
        m_verdict.problems.push_back(problem);
        one.problems.push_back(problem);
    }

    void checkNonce(RecordVerdict &one)
    {
        if (!m_nonces.insert(one.record->statement.nonce).second)
            one.problems.push_back(
                {Failure::NonceReused, Message(QT_TRANSLATE_NOOP("app", "An earlier record has the same nonce."))});
    }

    void checkWithdrawal(RecordVerdict &one)
    {
        const auto target = m_earlier.find(one.record->statement.withdraws);
        if (target == m_earlier.end())
            one.problems.push_back(
                {Failure::WithdrawsUnknown,
                 Message(QT_TRANSLATE_NOOP("app", "It withdraws a record that does not stand before it in the ledger."))});
        else if (target->second != one.record->statement.reviewer.id)
            one.problems.push_back(
                {Failure::WithdrawsForeign,
                 Message(QT_TRANSLATE_NOOP("app", "It withdraws a record of somebody else (%1)."), {target->second})});
    }

    std::vector<std::string> m_roots; ///< of the log when it had 0, 1, 2, … lines
    LedgerVerdict &m_verdict;
    std::set<std::string> m_nonces;
    std::map<std::string, std::string> m_earlier; ///< record id -> reviewer
};

/// That the log still begins with the greatest one that was seen here.
void checkContinuity(const Ledger &ledger, const VerifyContext &context, LedgerVerdict &verdict)
{
    if (!context.seen)
        return;
    const auto size = std::to_string(context.seen->size);
    if (ledger.lines.size() < context.seen->size)
        verdict.problems.push_back(
            {Failure::LogRolledBack,
             Message(QT_TRANSLATE_NOOP(
                         "app", "The log has %1 entries, but %2 were seen here before: fetch it, or somebody removed its end."),
                     {std::to_string(ledger.lines.size()), size})});
    else if (ledger.headAt(context.seen->size) != *context.seen)
        verdict.problems.push_back(
            {Failure::LogForked,
             Message(QT_TRANSLATE_NOOP("app", "The first %1 entries of the log are not those that were seen here before."),
                     {size})});
}

/// The checkpoint beside the log: for this repository, of this log, signed by people of the roster.
void checkCheckpoint(const Ledger &ledger, LedgerVerdict &verdict)
{
    if (ledger.checkpoint.empty() && ledger.checkpointSignatures.empty() && ledger.timestamp.empty())
        return;
    const auto add = [&verdict](Failure failure, Message what) { verdict.problems.push_back({failure, std::move(what)}); };
    const auto checkpoint = readCheckpoint(ledger.checkpoint);
    if (!checkpoint)
        return verdict.problems.push_back(checkpoint.error());
    if (verdict.trust && checkpoint->origin != checkpointOrigin(verdict.trust->roster().repositoryId))
        return add(Failure::CheckpointOrigin, Message(QT_TRANSLATE_NOOP("app", "The checkpoint is about another repository.")));
    if (checkpoint->head.size > ledger.lines.size() || ledger.headAt(checkpoint->head.size) != checkpoint->head)
        return add(Failure::CheckpointMismatch,
                   Message(QT_TRANSLATE_NOOP("app", "The log does not begin with the %1 entries of the checkpoint."),
                           {std::to_string(checkpoint->head.size)}));
    const auto signers = checkpointSigners(ledger.checkpoint, ledger.checkpointSignatures);
    if (!signers)
        return verdict.problems.push_back(signers.error());
    for (const auto &key : *signers) {
        if (const auto *person = verdict.trust ? verdict.trust->roster().ownerOf(key) : nullptr)
            verdict.cosigners.push_back(person->id);
    }
    if (verdict.cosigners.empty())
        return add(Failure::CheckpointUnsigned, Message(QT_TRANSLATE_NOOP("app", "Nobody of the roster signed the checkpoint.")));
    verdict.checkpoint = checkpoint->head;
}

/// The time stamp over the checkpoint.
void checkTimestamp(const Ledger &ledger, const VerifyContext &context, LedgerVerdict &verdict)
{
    if (ledger.timestamp.empty())
        return;
    verdict.isTimestampVerified = !context.timeAuthorities.empty();
    const auto stamp = verdict.isTimestampVerified ? verifyTimestamp(ledger.timestamp, ledger.checkpoint, context.timeAuthorities)
                                                   : readTimestamp(ledger.timestamp, ledger.checkpoint);
    if (!stamp) {
        verdict.isTimestampVerified = false;
        return verdict.problems.push_back(stamp.error());
    }
    verdict.timestamp = *stamp;
    if (!verdict.isTimestampVerified)
        verdict.notes.emplace_back(
            QT_TRANSLATE_NOOP("app",
                              "The checkpoint has a time stamp of %1. Whose it is was not checked: name the certificates of the "
                              "time-stamp authority with --tsa-ca FILE."),
            std::vector{formatUtc(stamp->time)});
}

} // namespace

Result<RecordVerdict> verifyRecord(std::string_view envelope, std::string where, const VerifyContext &context,
                                   std::stop_token stop)
{
    return judgeRecord(envelope, std::move(where), {context}, stop);
}

bool LedgerVerdict::isValid() const
{
    return problems.empty() && std::ranges::all_of(records, &RecordVerdict::isValid);
}

Result<LedgerVerdict> verifyLedger(const Ledger &ledger, const VerifyContext &context, std::stop_token stop)
{
    LedgerVerdict verdict;
    verdict.head = ledger.head();
    verdict.problems = ledger.problems;
    if (auto trust = readTrustRoot(ledger, context.pin))
        verdict.trust = std::move(*trust);
    else
        verdict.problems.push_back(trust.error());
    verdict.isPinned = verdict.trust && !context.pin.empty();
    Judge judge{context, verdict.trust ? &*verdict.trust : nullptr};
    std::size_t rosters = 0;
    for (const auto &entry : ledger.entries) {
        if (stop.stop_requested())
            return cancelled();
        for (; verdict.trust && rosters < verdict.trust->places.size() && verdict.trust->places[rosters] < entry.place; ++rosters)
            judge.logTime = std::max(judge.logTime, verdict.trust->rosters[rosters].roster.issuedAt);
        auto one = entry.envelope ? judgeRecord(*entry.envelope, {}, judge, stop) : RecordVerdict();
        if (!one)
            return std::unexpected(one.error());
        one->where = entry.leaf.recordId;
        one->index = static_cast<std::size_t>(entry.place);
        const auto ownProblems = one->problems.size();
        checkLogged(*one, entry);
        if (entry.envelope)
            addDamage(verdict, *one, ownProblems);
        if (one->isValid())
            judge.logTime = std::max(judge.logTime, one->record->statement.reviewedAt);
        verdict.records.push_back(std::move(*one));
        if (context.progress && verdict.records.size() % recordsPerReport == 0)
            context.progress(
                {verdict.records.size(), ledger.entries.size(), Message(QT_TRANSLATE_NOOP("app", "Verifying records"))});
    }
    WholeLedger(ledger, verdict).check();
    checkContinuity(ledger, context, verdict);
    checkCheckpoint(ledger, verdict);
    checkTimestamp(ledger, context, verdict);
    if (!verdict.records.empty() && !context.seen && !verdict.checkpoint)
        verdict.notes.emplace_back(QT_TRANSLATE_NOOP(
            "app",
            "Whether the last records of the ledger were removed cannot be seen from the ledger alone: that takes "
            "a checkpoint kept elsewhere."));
    if (verdict.trust && !verdict.isPinned)
        verdict.notes.emplace_back(
            QT_TRANSLATE_NOOP("app",
                              "The first roster has the fingerprint %1. Compare it with a maintainer, then pin it: countersign "
                              "roster pin FINGERPRINT."),
            std::vector{verdict.trust->fingerprint()});
    return verdict;
}

} // namespace countersign::records
