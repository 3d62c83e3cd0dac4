// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Statement.h"

#include "AllowedSigners.h"
#include "Encoding.h"
#include "JsonFields.h"
#include "StrictJson.h"

#include <algorithm>

namespace countersign::records
{

namespace
{

constexpr std::size_t digestDigits = 64;
constexpr std::size_t mostEvidence = 256 * 1024;

RepositoryIdentity readRepository(JsonFields fields)
{
    RepositoryIdentity identity;
    identity.id = fields.hex("id", 32);
    identity.rootCommits = fields.oids("rootCommits");
    if (!std::ranges::is_sorted(identity.rootCommits))
        fields.wrong("rootCommits");
    fields.fixed("objectFormat", "sha1");
    fields.finish();
    return identity;
}

BoundChange readChange(JsonFields fields)
{
    BoundChange change;
    change.targetRef = fields.text("targetRef");
    change.base = fields.oid("base");
    change.mergeBase = fields.oid("mergeBase");
    change.head = fields.oid("head");
    change.headTree = fields.oid("headTree");
    change.commits = fields.oids("commits");
    auto manifest = fields.object("manifest");
    change.manifestSha256 = manifest.hex("sha256", digestDigits);
    change.manifestPaths = manifest.number("paths");
    manifest.finish();
    fields.finish();
    return change;
}

Reviewer readReviewer(JsonFields fields)
{
    Reviewer reviewer;
    reviewer.id = fields.text("id");
    if (!isPrincipal(reviewer.id))
        fields.wrong("id");
    reviewer.keyFingerprint = fields.text("keyFingerprint", 64);
    fields.finish();
    return reviewer;
}

ProvenanceClaim readProvenance(JsonFields fields)
{
    ProvenanceClaim claim;
    claim.aiLines = fields.number("aiLines");
    claim.unknownLines = fields.number("unknownLines");
    claim.totalLines = fields.number("totalLines");
    const auto level = provenanceLevelFromName(fields.text("level"));
    if (!level)
        fields.wrong("level");
    claim.level = level.value_or(ProvenanceLevel::Unknown);
    claim.evidenceSha256 = fields.hex("evidenceSha256", digestDigits);
    fields.finish();
    return claim;
}

Band readBand(JsonFields &fields)
{
    const auto band = bandFromName(fields.text("band"));
    if (!band)
        fields.wrong("band");
    return band.value_or(Band::Critical);
}

RiskClaim readRisk(JsonFields fields)
{
    RiskClaim claim;
    claim.band = readBand(fields);
    if (fields.has("likelihoodPercentile"))
        claim.likelihoodPercentile = fields.number("likelihoodPercentile", 100);
    claim.engine = fields.text("engine");
    claim.rulesSha256 = fields.hex("rulesSha256", digestDigits);
    claim.analysisSha256 = fields.hex("analysisSha256", digestDigits);
    fields.finish();
    return claim;
}

std::optional<BlastRadiusClaim> readBlastRadius(JsonFields fields)
{
    std::optional<BlastRadiusClaim> claim;
    if (fields.text("band") != "ungraded") {
        claim.emplace();
        claim->band = readBand(fields);
        claim->dependents = fields.number("dependents");
        claim->modules = fields.number("modules");
    }
    fields.finish();
    return claim;
}

Coverage readCoverage(JsonFields fields)
{
    Coverage coverage;
    coverage.changedLines = fields.number("changedLines");
    coverage.readLines = fields.number("readLines", coverage.changedLines);
    coverage.aiLines = fields.number("aiLines");
    coverage.readAiLines = fields.number("readAiLines", coverage.aiLines);
    for (const auto &text : fields.texts("notDisplayed")) {
        const auto path = unescapePath(text);
        if (!path)
            fields.wrong("notDisplayed");
        coverage.notDisplayed.push_back(path.value_or(std::string()));
    }
    if (fields.has("riskyHunks")) {
        auto hunks = fields.object("riskyHunks");
        const auto total = hunks.number("total");
        coverage.riskyHunks = ReadHunks{total, hunks.number("read", total)};
        hunks.finish();
    }
    if (fields.has("pace")) {
        auto pace = fields.object("pace");
        coverage.pace = ReadingPace{pace.number("seconds"), pace.number("linesPerHour")};
        pace.finish();
    }
    fields.finish();
    return coverage;
}

Checklist readChecklist(JsonFields fields)
{
    Checklist checklist;
    checklist.templateSha256 = fields.hex("templateSha256", digestDigits);
    for (auto &one : fields.objects("answers")) {
        checklist.answers.push_back(
            {one.text("id"), one.text("answer", mostEvidence, true), one.text("evidence", mostEvidence, true)});
        one.finish();
    }
    fields.finish();
    return checklist;
}

FindingsClaim readFindings(JsonFields fields)
{
    FindingsClaim findings;
    findings.setSha256 = fields.hex("setSha256", digestDigits);
    findings.open = fields.number("open");
    for (auto &one : fields.objects("waived")) {
        findings.waived.push_back(
            {one.text("id"), one.text("rule"), one.text("reason", mostEvidence, true), one.time("expires")});
        one.finish();
    }
    fields.finish();
    return findings;
}

Rollout readRollout(JsonFields fields)
{
    Rollout rollout;
    for (auto &one : fields.objects("stages")) {
        rollout.stages.push_back({one.text("name"), one.number("percent", 100), one.number("bakeMinutes")});
        one.finish();
    }
    rollout.rollbackTrigger = fields.text("rollbackTrigger", mostEvidence, true);
    fields.finish();
    return rollout;
}

OverrideClaim readOverride(JsonFields fields)
{
    OverrideClaim claim;
    claim.requirements = fields.texts("requirements");
    claim.reason = fields.text("reason", mostEvidence, true);
    const bool isSorted = std::ranges::adjacent_find(claim.requirements, std::greater_equal()) == claim.requirements.end();
    if (claim.requirements.empty() || !isSorted)
        fields.wrong("requirements");
    if (claim.reason.find_first_not_of(" \t\n") == std::string::npos)
        fields.wrong("reason");
    fields.finish();
    return claim;
}

SignerChain readChain(JsonFields fields)
{
    SignerChain chain;
    chain.seq = fields.number("seq");
    chain.prev = fields.hex("prev", digestDigits);
    if (chain.seq == 0 || (chain.seq == 1) != (chain.prev == SignerChain().prev))
        fields.wrong("seq");
    fields.finish();
    return chain;
}

LogHead readLogHead(JsonFields fields)
{
    LogHead head;
    head.size = fields.number("size");
    const auto root = fromBase64(fields.text("root"));
    if (!root || root->size() != 32)
        fields.wrong("root");
    head.root = root.value_or(std::string());
    fields.finish();
    return head;
}

std::string readToolVersion(JsonFields fields)
{
    fields.fixed("name", "countersign");
    auto version = fields.text("version");
    fields.finish();
    return version;
}

std::string readPolicy(JsonFields fields)
{
    auto digest = fields.hex("sha256", digestDigits);
    fields.finish();
    return digest;
}

void readPredicate(JsonFields fields, Statement &statement)
{
    const auto kind = recordKindFromName(fields.text("kind"));
    if (!kind || *kind == RecordKind::Roster)
        fields.wrong("kind");
    statement.kind = kind.value_or(RecordKind::Approve);
    if (statement.kind == RecordKind::Withdraw)
        statement.withdraws = fields.hex("withdraws", digestDigits);
    if (statement.kind == RecordKind::Override)
        statement.overrides = readOverride(fields.object("override"));
    statement.repository = readRepository(fields.object("repository"));
    auto name = std::move(statement.change.name);
    statement.change = readChange(fields.object("change"));
    statement.change.name = std::move(name);
    statement.reviewer = readReviewer(fields.object("reviewer"));
    statement.authors = fields.texts("authors");
    statement.provenance = readProvenance(fields.object("provenance"));
    statement.risk = readRisk(fields.object("risk"));
    statement.blastRadius = readBlastRadius(fields.object("blastRadius"));
    statement.coverage = readCoverage(fields.object("coverage"));
    statement.checklist = readChecklist(fields.object("checklist"));
    statement.findings = readFindings(fields.object("findings"));
    if (fields.has("rollout"))
        statement.rollout = readRollout(fields.object("rollout"));
    statement.policySha256 = readPolicy(fields.object("policy"));
    statement.reviewedAt = fields.time("reviewedAt");
    statement.expiresAt = fields.time("expiresAt");
    if (statement.expiresAt < statement.reviewedAt)
        fields.wrong("expiresAt");
    statement.nonce = fields.hex("nonce", 32);
    statement.signerChain = readChain(fields.object("signerChain"));
    statement.logHead = readLogHead(fields.object("logHead"));
    statement.toolVersion = readToolVersion(fields.object("tool"));
    fields.finish();
}

/// The one subject: its name is returned, its commit goes to @p commit.
std::string readSubject(JsonFields &fields, Oid &commit)
{
    auto subjects = fields.objects("subject");
    if (subjects.size() != 1) {
        fields.wrong("subject");
        return {};
    }
    auto subjectName = subjects.front().text("name");
    auto digest = subjects.front().object("digest");
    commit = digest.oid("gitCommit");
    digest.finish();
    subjects.front().finish();
    if (subjectName.empty())
        fields.wrong("subject");
    return subjectName;
}

} // namespace

Checked<Statement> readStatement(std::string_view bytes)
{
    const auto parsed = parseStrictJson(bytes);
    if (!parsed)
        return std::unexpected(parsed.error());
    std::optional<Problem> problem;
    JsonFields fields(*parsed, {}, problem);
    Statement statement;
    Oid subject;
    fields.fixed("_type", inTotoType);
    fields.fixed("predicateType", approvalPredicate);
    statement.change.name = readSubject(fields, subject);
    readPredicate(fields.object("predicate"), statement);
    fields.finish();
    if (problem)
        return std::unexpected(*problem);
    if (subject != statement.change.head)
        return refuse(
            Failure::SubjectMismatch,
            Message(QT_TRANSLATE_NOOP("app", "The subject of the record is not the head of the change that it describes.")));
    return statement;
}

} // namespace countersign::records
