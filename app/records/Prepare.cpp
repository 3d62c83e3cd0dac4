// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Prepare.h"

#include "Binding.h"
#include "Contributors.h"
#include "Policy.h"
#include "TrustRoot.h"

#include "Version.h"
#include "core/Hex.h"
#include "core/Sha256.h"

#include <algorithm>
#include <set>

namespace countersign::records
{

namespace
{

constexpr std::size_t nonceBytes = 16;

/// Policy, repository id, time, nonce, and the place in the ledger.
Result<StatementDraft> complete(const git::Repository &repository, Statement statement, const SigningContext &context,
                                const std::stop_token &stop)
{
    const auto ledger = readLedger(repository, stop, LedgerDepth::Names);
    if (!ledger)
        return std::unexpected(ledger.error());
    const auto trust = readTrustRoot(*ledger, {});
    if (!trust)
        return std::unexpected(toError(trust.error(), std::string(ledgerRef)));
    const auto &policy = *trust ? (*trust)->policy : rosterlessPolicy();
    if (*trust)
        statement.repository.id = (*trust)->roster().repositoryId;
    const auto nonce = context.random.bytes(nonceBytes);
    if (!nonce)
        return std::unexpected(nonce.error());
    const auto next = nextInChain(repository, *ledger, context.reviewer.keyFingerprint, context.memory, stop);
    if (!next)
        return std::unexpected(next.error());
    auto head = publishedHead(repository, *ledger, stop);
    if (!head)
        return std::unexpected(head.error());
    statement.reviewer = context.reviewer;
    statement.policySha256 = policy.sha256;
    statement.reviewedAt = context.clock.now();
    statement.expiresAt = statement.reviewedAt + policy.maxAge;
    statement.nonce = toHex(*nonce);
    statement.signerChain = *next;
    statement.logHead = std::move(*head);
    statement.toolVersion = engineVersion;
    return draftStatement(std::move(statement));
}

std::uint64_t openFindings(std::span<const Finding> findings, std::span<const Waiver> waived)
{
    std::set<std::string> ids;
    for (const auto &waiver : waived)
        ids.insert(waiver.id);
    return static_cast<std::uint64_t>(
        std::ranges::count_if(findings, [&ids](const Finding &finding) { return !ids.contains(finding.id); }));
}

std::optional<std::uint64_t> likelihoodPercentile(const Analysis &analysis)
{
    const auto &detail = analysis.axes.likelihoodDetail;
    return detail && detail->percentile ? std::optional(static_cast<std::uint64_t>(*detail->percentile)) : std::nullopt;
}

} // namespace

Result<LogHead> publishedHead(const git::Repository &repository, const Ledger &ledger, const std::stop_token &stop)
{
    const auto published = repository.reference(publishedRef);
    if (!published)
        return std::unexpected(published.error());
    if (!*published)
        return repository.config("remote.origin.url") ? ledger.headAt(0) : ledger.head();
    const auto log = readLedgerAt(repository, **published, stop, LedgerDepth::Names);
    if (!log)
        return std::unexpected(log.error());
    const auto head = log->head();
    // A ledger that is not built on what was published quotes only what both begin with.
    return ledger.lines.size() >= head.size && ledger.headAt(head.size) == head ? head : ledger.headAt(0);
}

std::string findingSetSha256(std::span<const Finding> findings)
{
    std::vector<std::string> lines;
    for (const auto &finding : findings)
        lines.push_back(finding.id + ' ' + finding.rule + '\n');
    std::ranges::sort(lines);
    Sha256 digest;
    for (const auto &line : lines)
        digest.add(line);
    return toHex(digest.finish());
}

std::string evidenceSha256(std::span<const ProvenanceEvidence> evidence)
{
    Sha256 digest;
    for (const auto &one : evidence) {
        for (const std::string_view field :
             {std::string_view(one.kind), std::string_view(one.source), std::string_view(one.commit),
              std::string_view(one.detail), std::string_view(one.tool), name(one.level)}) {
            digest.add(field);
            digest.add(std::string_view("\0", 1));
        }
    }
    return toHex(digest.finish());
}

Result<StatementDraft> prepareRecord(const git::Repository &repository, RecordKind kind, const Analysis &analysis,
                                     const ReviewFacts &review, const SigningContext &context, std::stop_token stop)
{
    auto bound = bindChange(repository, analysis.change, stop);
    if (!bound)
        return std::unexpected(bound.error());
    auto identity = identify(repository, *bound, stop);
    if (!identity)
        return std::unexpected(identity.error());
    Statement statement;
    statement.kind = kind;
    statement.repository = std::move(*identity);
    statement.change = std::move(*bound);
    statement.authors = authors(analysis.change);
    const auto &provenance = analysis.provenance;
    statement.provenance = {provenance.aiLines, provenance.unknownLines, provenance.totalLines, provenance.level,
                            evidenceSha256(provenance.evidence)};
    statement.risk = {analysis.band, likelihoodPercentile(analysis), analysis.engineVersion, analysis.rulesSha256,
                      review.analysisSha256};
    statement.blastRadius = review.blastRadius;
    statement.coverage = review.coverage;
    statement.checklist = review.checklist;
    statement.findings = {findingSetSha256(analysis.findings), openFindings(analysis.findings, review.waived), review.waived};
    statement.rollout = review.rollout;
    statement.overrides = review.overrides;
    return complete(repository, std::move(statement), context, std::move(stop));
}

Result<StatementDraft> prepareWithdrawal(const git::Repository &repository, const Record &record, const SigningContext &context,
                                         std::stop_token stop)
{
    if (record.statement.reviewer.id != context.reviewer.id)
        return fail(
            ErrorKind::Usage,
            Message(QT_TRANSLATE_NOOP("app", "The record is by %1; only they can withdraw it."), {record.statement.reviewer.id}));
    if (record.statement.kind == RecordKind::Withdraw)
        return fail(ErrorKind::Usage,
                    Message(QT_TRANSLATE_NOOP("app", "A withdrawal cannot be withdrawn; approve the change anew.")));
    Statement statement = record.statement;
    statement.kind = RecordKind::Withdraw;
    statement.withdraws = record.id;
    statement.overrides.reset();
    return complete(repository, std::move(statement), context, std::move(stop));
}

} // namespace countersign::records
