// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Signing.h"

#include "Json.h"

#include "core/Sha256.h"

namespace countersign::workbench {

records::ReviewFacts reviewFacts(const Analysis &analysis, const ReviewState &state, const review::Templates &templates, std::int64_t now)
{
    records::ReviewFacts facts;
    const auto &lines = state.coverage.total;
    facts.coverage.changedLines = lines.changed.total;
    facts.coverage.readLines = lines.changed.read;
    facts.coverage.aiLines = lines.ai.total + lines.unknown.total;
    facts.coverage.readAiLines = lines.ai.read + lines.unknown.read;
    facts.coverage.notDisplayed = state.coverage.notDisplayed;
    facts.checklist.templateSha256 = templates.digest();
    for (const auto &item : state.checklist) {
        if (item.answer.answer)
            facts.checklist.answers.push_back({item.question.id, std::string(review::name(*item.answer.answer)), item.answer.evidence});
    }
    for (const auto &finding : analysis.findings) {
        const auto decided = state.stored.findings.find(finding.id);
        if (decided != state.stored.findings.end() && decided->second.decision == review::FindingDecision::Waived
            && decided->second.isInForce(now))
            facts.waived.push_back({finding.id, finding.rule, decided->second.reason, decided->second.expires.value_or(0)});
    }
    facts.analysisSha256 = sha256Hex(analysisJson(analysis));
    return facts;
}

records::GateRisk gateRisk(const Analysis &analysis)
{
    records::GateRisk risk;
    risk.aiLines = std::uint64_t{analysis.provenance.aiLines} + analysis.provenance.unknownLines;
    risk.band = analysis.band;
    return risk;
}

} // namespace countersign::workbench
