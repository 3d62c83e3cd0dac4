// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "AuditFacts.h"

#include "Encoding.h"

#include "core/Clock.h"

namespace countersign::records
{

namespace
{

void addProblems(std::vector<AuditFact> &facts, const std::vector<Problem> &problems)
{
    for (const auto &problem : problems)
        facts.emplace_back("Failure", std::string(name(problem.failure)) + ": " + problem.what.english());
}

std::string share(std::uint64_t part, std::uint64_t whole)
{
    return std::to_string(part) + " of " + std::to_string(whole);
}

void addReview(std::vector<AuditFact> &facts, const Statement &statement)
{
    const auto &coverage = statement.coverage;
    facts.emplace_back("Changed lines read", share(coverage.readLines, coverage.changedLines));
    facts.emplace_back("Lines of an AI, or maybe of one, read", share(coverage.readAiLines, coverage.aiLines));
    if (coverage.riskyHunks)
        facts.emplace_back("Hunks with findings read", share(coverage.riskyHunks->read, coverage.riskyHunks->total));
    if (coverage.pace)
        facts.emplace_back("Pace",
                           std::to_string(coverage.pace->linesPerHour) + " lines an hour over "
                               + std::to_string(coverage.pace->seconds) + " s");
    for (const auto &path : coverage.notDisplayed)
        facts.emplace_back("Not displayed", path);
    for (const auto &answer : statement.checklist.answers)
        facts.emplace_back("Answer to " + answer.id, answer.answer + (answer.evidence.empty() ? "" : ": " + answer.evidence));
    for (const auto &waiver : statement.findings.waived)
        facts.emplace_back("Waived " + waiver.rule, waiver.reason + " (until " + formatUtc(waiver.expires) + ")");
    for (const auto &stage : statement.rollout ? statement.rollout->stages : std::vector<RolloutStage>())
        facts.emplace_back("Rollout stage",
                           stage.name + ", " + std::to_string(stage.percent) + " %, " + std::to_string(stage.bakeMinutes)
                               + " min");
    if (statement.rollout)
        facts.emplace_back("Rolled back when", statement.rollout->rollbackTrigger);
    for (const auto &id : statement.overrides ? statement.overrides->requirements : std::vector<std::string>())
        facts.emplace_back("Overrides", id + ": " + statement.overrides->reason);
}

} // namespace

std::vector<AuditFact> ledgerFacts(const LedgerVerdict &verdict)
{
    std::vector<AuditFact> facts;
    facts.emplace_back("Verdict", verdict.isValid() ? "everything verifies" : "something does NOT verify");
    if (verdict.trust) {
        facts.emplace_back("Repository", verdict.trust->roster().repositoryId);
        facts.emplace_back("Fingerprint of the first roster", verdict.trust->fingerprint());
        facts.emplace_back("Roster in force", "version " + std::to_string(verdict.trust->roster().version));
        facts.emplace_back("Policy in force", verdict.trust->policy.sha256);
    }
    facts.emplace_back("Entries of the log", std::to_string(verdict.head.size));
    facts.emplace_back("Root of the log", toBase64(verdict.head.root));
    if (verdict.checkpoint)
        facts.emplace_back("Checkpoint", std::to_string(verdict.checkpoint->size) + " entries");
    for (const auto &person : verdict.cosigners)
        facts.emplace_back("Checkpoint signed by", person);
    if (verdict.timestamp)
        facts.emplace_back(verdict.isTimestampVerified ? "Checkpoint stamped at" : "Checkpoint stamped (not checked by whom) at",
                           formatUtc(verdict.timestamp->time) + ", serial number " + verdict.timestamp->serial);
    addProblems(facts, verdict.problems);
    return facts;
}

std::vector<AuditFact> recordFacts(const LedgerEntry &entry, const RecordVerdict &verdict)
{
    std::vector<AuditFact> facts;
    facts.emplace_back("Verdict", verdict.isValid() ? "verifies" : "does NOT verify");
    facts.emplace_back("Place in the log", std::to_string(entry.place));
    facts.emplace_back("Record id", entry.leaf.recordId);
    facts.emplace_back("Digest of the signature", entry.leaf.signatureSha256);
    addProblems(facts, verdict.problems);
    if (!verdict.record)
        return facts;
    const auto &statement = verdict.record->statement;
    facts.emplace_back("Kind", std::string(name(statement.kind)));
    if (!statement.withdraws.empty())
        facts.emplace_back("Withdraws", statement.withdraws);
    facts.emplace_back("Reviewer", statement.reviewer.id);
    facts.emplace_back("Key", statement.reviewer.keyFingerprint);
    facts.emplace_back("Owner of the key", verdict.person.empty() ? "nobody" : verdict.person);
    facts.emplace_back("Says that it was made at", formatUtc(statement.reviewedAt));
    facts.emplace_back("Number in the signer's chain", std::to_string(statement.signerChain.seq));
    facts.emplace_back("Follows", statement.signerChain.prev);
    facts.emplace_back("Quotes a log of", std::to_string(statement.logHead.size) + " entries");
    facts.emplace_back("Change", statement.change.name);
    facts.emplace_back("Meant for", statement.change.targetRef);
    facts.emplace_back("Base", statement.change.base.hex());
    facts.emplace_back("Head", statement.change.head.hex());
    facts.emplace_back("Tree of the head", statement.change.headTree.hex());
    facts.emplace_back("Commits", std::to_string(statement.change.commits.size()));
    facts.emplace_back("Digest of the manifest", statement.change.manifestSha256);
    facts.emplace_back("Band", std::string(name(statement.risk.band)));
    facts.emplace_back("Policy", statement.policySha256);
    addReview(facts, statement);
    return facts;
}

} // namespace countersign::records
