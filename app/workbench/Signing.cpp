// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Signing.h"

#include "LedgerCache.h"

#include "Json.h"

#include "core/Clock.h"
#include "core/SafeText.h"
#include "core/Sha256.h"
#include "records/LedgerMemory.h"
#include "records/Random.h"

#include <algorithm>
#include <set>

namespace countersign::workbench
{

namespace
{

/// The last record of this key about the head of the change that can be withdrawn.
Result<records::Record> ownRecord(const git::Repository &repository, const Change &change, const Signatory &signatory,
                                  const std::stop_token &stop)
{
    const auto ledger = records::readLedger(repository, stop);
    if (!ledger)
        return std::unexpected(ledger.error());
    std::optional<records::Record> own;
    for (const auto &entry : ledger->entries) {
        auto record =
            entry.envelope ? records::openRecord(*entry.envelope) : records::refuse(records::Failure::RecordMissing, Message());
        if (record && record->key.fingerprint() == signatory.key.key.fingerprint()
            && record->statement.kind != records::RecordKind::Withdraw && record->statement.change.head == change.head)
            own = std::move(*record);
    }
    if (!own)
        return fail(ErrorKind::Input, Message(QT_TRANSLATE_NOOP("app", "The ledger has no record of yours for this head.")), {},
                    Message(QT_TRANSLATE_NOOP("app", "“countersign verify” lists the records.")));
    return std::move(*own);
}

/// Nothing where the axis is ungraded, even if some dependents are known.
std::optional<records::BlastRadiusClaim> blastRadiusClaim(const Axes &axes)
{
    if (!axes.blastRadius || !axes.blastRadiusDetail)
        return std::nullopt;
    return records::BlastRadiusClaim{*axes.blastRadius, axes.blastRadiusDetail->transitiveDependents,
                                     axes.blastRadiusDetail->modules.size()};
}

/// What depends on the change alone, and not on which other changes are open just now.
Analysis ownPart(Analysis analysis)
{
    analysis.interactions.reset();
    return analysis;
}

} // namespace

records::ReviewFacts reviewFacts(const Analysis &analysis, const ReviewState &state, const review::Templates &templates,
                                 std::int64_t now)
{
    records::ReviewFacts facts;
    const auto &lines = state.coverage.total;
    facts.coverage.changedLines = lines.changed.total;
    facts.coverage.readLines = lines.changed.read;
    facts.coverage.aiLines = lines.ai.total + lines.unknown.total;
    facts.coverage.readAiLines = lines.ai.read + lines.unknown.read;
    facts.coverage.notDisplayed = state.coverage.notDisplayed;
    facts.coverage.riskyHunks = records::ReadHunks{state.coverage.riskyHunks.total, state.coverage.riskyHunks.read};
    if (state.pace)
        facts.coverage.pace = records::ReadingPace{state.pace->seconds, state.pace->linesPerHour};
    facts.checklist.templateSha256 = state.templateSha256.empty() ? templates.digest() : state.templateSha256;
    for (const auto &item : state.checklist) {
        if (item.answer.answer)
            facts.checklist.answers.push_back(
                {item.question.id, std::string(review::name(*item.answer.answer)), item.answer.evidence});
    }
    for (const auto &finding : analysis.findings) {
        const auto decided = state.stored.findings.find(finding.id);
        if (decided != state.stored.findings.end() && decided->second.decision == review::FindingDecision::Waived
            && decided->second.expires && decided->second.isInForce(now)) // without an end it stays open for the record
            facts.waived.push_back({finding.id, finding.rule, decided->second.reason, *decided->second.expires});
    }
    facts.blastRadius = blastRadiusClaim(analysis.axes);
    facts.analysisSha256 = sha256Hex(analysisJson(ownPart(analysis)));
    return facts;
}

records::GateRisk gateRisk(const Analysis &analysis)
{
    records::GateRisk risk;
    risk.aiLines = std::uint64_t{analysis.provenance.aiLines} + analysis.provenance.unknownLines;
    risk.recordedAiLines = analysis.provenance.aiLines;
    risk.band = analysis.band;
    const auto isRisky = [](const Finding &finding) { return finding.severity >= Severity::Medium; };
    risk.riskyHunks = std::ranges::any_of(analysis.findings, isRisky) ? 1 : 0;
    risk.consequence = analysis.axes.consequence;
    risk.blastRadius = analysis.axes.blastRadius;
    risk.likelihood = analysis.axes.likelihood;
    if (analysis.axes.reversibility)
        risk.reversibility = static_cast<std::uint64_t>(*analysis.axes.reversibility);
    std::set<std::string> paths;
    for (const auto &file : analysis.files) {
        for (const auto *side : {&file.delta.oldSide, &file.delta.newSide}) {
            if (side->exists())
                paths.insert(side->path);
        }
    }
    risk.paths.emplace(paths.begin(), paths.end());
    return risk;
}

std::vector<Message> missingParts(const ReviewState &state)
{
    std::vector<Message> missing;
    const auto &lines = state.coverage.total;
    const auto number = [](std::size_t value) { return std::to_string(value); };
    if (!lines.changed.isComplete())
        missing.emplace_back(QT_TRANSLATE_NOOP("app", "%1 of %2 changed lines are marked as read."),
                             std::vector{number(lines.changed.read), number(lines.changed.total)});
    const std::size_t aiTotal = std::size_t{lines.ai.total} + lines.unknown.total;
    const std::size_t aiRead = std::size_t{lines.ai.read} + lines.unknown.read;
    if (aiRead < aiTotal)
        missing.emplace_back(QT_TRANSLATE_NOOP("app", "%1 of %2 lines that an AI wrote or may have written are marked as read."),
                             std::vector{number(aiRead), number(aiTotal)});
    const auto open = std::ranges::count_if(state.checklist, [](const review::ChecklistItem &item) {
        return item.verdict.state == review::QuestionState::Unsatisfied || item.verdict.state == review::QuestionState::Error;
    });
    if (open > 0)
        missing.emplace_back(QT_TRANSLATE_NOOP("app", "%1 of %2 questions of the checklist are open."),
                             std::vector{number(static_cast<std::size_t>(open)), number(state.checklist.size())});
    for (const auto &path : state.coverage.notDisplayed)
        missing.emplace_back(QT_TRANSLATE_NOOP("app", "%1 was not displayed."), std::vector{safeText(path)});
    return missing;
}

Result<records::StatementDraft> draftRecord(const git::Repository &repository, records::RecordKind kind, const Analysis &analysis,
                                            const ReviewState &state, const review::Templates &templates,
                                            const Signatory &signatory, const std::stop_token &stop, const RecordExtras &extras)
{
    const SystemClock clock;
    records::SystemRandom random;
    LedgerCache cache(repository, records::defaultMemoryFolder());
    const records::SigningContext context{{signatory.id, signatory.key.key.fingerprint()}, clock, random, &cache};
    auto facts = reviewFacts(analysis, state, templates, clock.now());
    facts.rollout = extras.rollout;
    facts.overrides = extras.overrides;
    return records::prepareRecord(repository, kind, analysis, facts, context, stop);
}

Result<records::StatementDraft> draftWithdrawal(const git::Repository &repository, const Change &change,
                                                const Signatory &signatory, const std::stop_token &stop)
{
    const auto own = ownRecord(repository, change, signatory, stop);
    if (!own)
        return std::unexpected(own.error());
    const SystemClock clock;
    records::SystemRandom random;
    LedgerCache cache(repository, records::defaultMemoryFolder());
    const records::SigningContext context{{signatory.id, signatory.key.key.fingerprint()}, clock, random, &cache};
    return records::prepareWithdrawal(repository, *own, context, stop);
}

Result<SignedRecord> signAndAppend(git::Repository &repository, const records::StatementDraft &draft, const Signatory &signatory,
                                   const records::ProcessRunner &runner, const records::SignOptions &options,
                                   const std::stop_token &stop)
{
    auto record = records::sign(draft, signatory.key, runner, options, stop);
    if (!record)
        return std::unexpected(record.error());
    LedgerCache cache(repository, records::defaultMemoryFolder());
    auto leaf = records::append(repository, *record, SystemClock(), stop, &cache);
    if (!leaf)
        return std::unexpected(leaf.error());
    return SignedRecord{std::move(*record), std::move(*leaf)};
}

} // namespace countersign::workbench
