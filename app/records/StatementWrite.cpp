// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Statement.h"

#include "Dsse.h"
#include "Encoding.h"

#include "core/Clock.h"
#include "core/Sha256.h"

#include <nlohmann/json.hpp>

namespace countersign::records
{

namespace
{

using json = nlohmann::ordered_json;

json oids(const std::vector<Oid> &ids)
{
    json out = json::array();
    for (const auto &id : ids)
        out.push_back(id.hex());
    return out;
}

json repository(const RepositoryIdentity &identity)
{
    return {{"id", identity.id}, {"rootCommits", oids(identity.rootCommits)}, {"objectFormat", "sha1"}};
}

json change(const BoundChange &change)
{
    return {{"targetRef", change.targetRef},
            {"base", change.base.hex()},
            {"mergeBase", change.mergeBase.hex()},
            {"head", change.head.hex()},
            {"headTree", change.headTree.hex()},
            {"commits", oids(change.commits)},
            {"manifest", {{"sha256", change.manifestSha256}, {"paths", change.manifestPaths}}}};
}

json provenance(const ProvenanceClaim &claim)
{
    return {{"aiLines", claim.aiLines},
            {"unknownLines", claim.unknownLines},
            {"totalLines", claim.totalLines},
            {"level", name(claim.level)},
            {"evidenceSha256", claim.evidenceSha256}};
}

json risk(const RiskClaim &claim)
{
    json out;
    out["band"] = name(claim.band);
    if (claim.likelihoodPercentile)
        out["likelihoodPercentile"] = *claim.likelihoodPercentile;
    out["engine"] = claim.engine;
    out["rulesSha256"] = claim.rulesSha256;
    out["analysisSha256"] = claim.analysisSha256;
    return out;
}

json blastRadius(const std::optional<BlastRadiusClaim> &claim)
{
    json out;
    out["band"] = claim ? name(claim->band) : "ungraded";
    if (claim) {
        out["dependents"] = claim->dependents;
        out["modules"] = claim->modules;
    }
    return out;
}

json coverage(const Coverage &coverage)
{
    json paths = json::array();
    for (const auto &path : coverage.notDisplayed)
        paths.push_back(escapePath(path));
    json out{{"changedLines", coverage.changedLines},
             {"readLines", coverage.readLines},
             {"aiLines", coverage.aiLines},
             {"readAiLines", coverage.readAiLines},
             {"notDisplayed", paths}};
    if (coverage.riskyHunks) {
        out["riskyHunks"]["total"] = coverage.riskyHunks->total;
        out["riskyHunks"]["read"] = coverage.riskyHunks->read;
    }
    if (coverage.pace) {
        out["pace"]["seconds"] = coverage.pace->seconds;
        out["pace"]["linesPerHour"] = coverage.pace->linesPerHour;
    }
    return out;
}

json checklist(const Checklist &checklist)
{
    json answers = json::array();
    for (const auto &answer : checklist.answers) {
        json one;
        one["id"] = answer.id;
        one["answer"] = answer.answer;
        one["evidence"] = answer.evidence;
        answers.push_back(one);
    }
    return {{"templateSha256", checklist.templateSha256}, {"answers", answers}};
}

json findings(const FindingsClaim &findings)
{
    json waived = json::array();
    for (const auto &waiver : findings.waived) {
        json one;
        one["id"] = waiver.id;
        one["rule"] = waiver.rule;
        one["reason"] = waiver.reason;
        one["expires"] = formatUtc(waiver.expires);
        waived.push_back(one);
    }
    return {{"setSha256", findings.setSha256}, {"open", findings.open}, {"waived", waived}};
}

json rollout(const Rollout &rollout)
{
    json stages = json::array();
    for (const auto &stage : rollout.stages) {
        json one;
        one["name"] = stage.name;
        one["percent"] = stage.percent;
        one["bakeMinutes"] = stage.bakeMinutes;
        stages.push_back(one);
    }
    return {{"stages", stages}, {"rollbackTrigger", rollout.rollbackTrigger}};
}

json predicate(const Statement &statement)
{
    json out;
    out["kind"] = name(statement.kind);
    if (statement.kind == RecordKind::Withdraw)
        out["withdraws"] = statement.withdraws;
    if (statement.overrides) {
        out["override"]["requirements"] = statement.overrides->requirements;
        out["override"]["reason"] = statement.overrides->reason;
    }
    out["repository"] = repository(statement.repository);
    out["change"] = change(statement.change);
    out["reviewer"]["id"] = statement.reviewer.id;
    out["reviewer"]["keyFingerprint"] = statement.reviewer.keyFingerprint;
    out["authors"] = statement.authors;
    out["provenance"] = provenance(statement.provenance);
    out["risk"] = risk(statement.risk);
    out["blastRadius"] = blastRadius(statement.blastRadius);
    out["coverage"] = coverage(statement.coverage);
    out["checklist"] = checklist(statement.checklist);
    out["findings"] = findings(statement.findings);
    if (statement.rollout)
        out["rollout"] = rollout(*statement.rollout);
    out["policy"]["sha256"] = statement.policySha256;
    out["reviewedAt"] = formatUtc(statement.reviewedAt);
    out["expiresAt"] = formatUtc(statement.expiresAt);
    out["nonce"] = statement.nonce;
    out["signerChain"]["seq"] = statement.signerChain.seq;
    out["signerChain"]["prev"] = statement.signerChain.prev;
    out["logHead"]["size"] = statement.logHead.size;
    out["logHead"]["root"] = toBase64(statement.logHead.root);
    out["tool"]["name"] = "countersign";
    out["tool"]["version"] = statement.toolVersion;
    return out;
}

} // namespace

std::string_view name(RecordKind kind)
{
    switch (kind) {
    case RecordKind::Approve:
        return "approve";
    case RecordKind::Reject:
        return "reject";
    case RecordKind::Withdraw:
        return "withdraw";
    case RecordKind::Override:
        return "override";
    case RecordKind::Roster:
        return "roster";
    }
    return {};
}

std::optional<RecordKind> recordKindFromName(std::string_view text)
{
    for (const auto kind :
         {RecordKind::Approve, RecordKind::Reject, RecordKind::Withdraw, RecordKind::Override, RecordKind::Roster}) {
        if (text == name(kind))
            return kind;
    }
    return std::nullopt;
}

Result<std::string> writeStatement(const Statement &statement)
{
    json subject;
    subject["name"] = statement.change.name;
    subject["digest"]["gitCommit"] = statement.change.head.hex();
    json out;
    out["_type"] = inTotoType;
    out["subject"] = json::array({subject});
    out["predicateType"] = approvalPredicate;
    out["predicate"] = predicate(statement);
    try {
        return out.dump();
    } catch (const json::exception &) {
        return fail(ErrorKind::Input, Message(QT_TRANSLATE_NOOP("app", "A name or an answer of the record is not valid UTF-8.")),
                    {}, Message(QT_TRANSLATE_NOOP("app", "Rename the branch, or type the answer again.")));
    }
}

Result<StatementDraft> draftStatement(Statement statement)
{
    auto payload = writeStatement(statement);
    if (!payload)
        return std::unexpected(payload.error());
    if (payload->size() > mostStatementBytes)
        return fail(ErrorKind::Input,
                    Message(QT_TRANSLATE_NOOP("app", "The record would have %1 bytes; at most %2 are allowed."),
                            {std::to_string(payload->size()), std::to_string(mostStatementBytes)}),
                    {}, Message(QT_TRANSLATE_NOOP("app", "Shorten the evidence of the answers, or split the change.")));
    const auto read = readStatement(*payload);
    if (!read)
        return fail(ErrorKind::Input, read.error().what);
    if (*read != statement) // such as a time that four digits of a year cannot hold
        return fail(
            ErrorKind::Input,
            Message(QT_TRANSLATE_NOOP("app", "The field %1 of the record has a value that is not allowed."), {"predicate"}));
    StatementDraft draft;
    draft.statement = std::move(statement);
    draft.payload = std::move(*payload);
    draft.pae = preAuthenticationEncoding(statementType, draft.payload);
    draft.id = sha256Hex(draft.pae);
    return draft;
}

} // namespace countersign::records
