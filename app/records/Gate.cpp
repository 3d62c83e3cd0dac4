// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Gate.h"

#include "Decisions.h"
#include "Policy.h"

#include "core/SafeText.h"
#include "core/Sha256.h"

#include <algorithm>

namespace countersign::records
{

namespace
{

/// Fills requirements from the decisions on one change.
class Judge
{
public:
    Judge(const GateQuestion &question, const Decisions &decisions)
        : m_question(question)
        , m_decisions(decisions)
    {
    }

    [[nodiscard]] Requirement everyChange() const
    {
        return approvals("every-change", 1, Message(QT_TRANSLATE_NOOP("app", "Approved by somebody who did not write it")));
    }

    [[nodiscard]] Requirement highBand() const
    {
        return approvals("high-band", 2,
                         Message(QT_TRANSLATE_NOOP("app", "High risk: approved by two people who did not write it")));
    }

    [[nodiscard]] Requirement aiAssisted() const
    {
        auto requirement = approvals(
            "ai-assisted", 1,
            Message(QT_TRANSLATE_NOOP("app", "Every line that an AI wrote or may have written was read by an approver")));
        if (requirement.status != RequirementStatus::Satisfied)
            return requirement;
        requirement.people.clear();
        for (const auto &approval : m_decisions.approvals) {
            if (hasReadAiLines(approval.record->statement.coverage))
                requirement.people.push_back(approval.person);
            else
                requirement.reasons.push_back(notRead(approval));
        }
        if (requirement.people.empty())
            requirement.status = RequirementStatus::Unsatisfied;
        else
            requirement.reasons.clear();
        return requirement;
    }

    [[nodiscard]] Requirement noRejection() const
    {
        Requirement requirement{
            "no-rejection", Message(QT_TRANSLATE_NOOP("app", "No rejection stands")), RequirementStatus::Satisfied, {}, {}};
        for (const auto &person : m_decisions.rejectedBy) {
            requirement.status = RequirementStatus::Unsatisfied;
            requirement.reasons.emplace_back(QT_TRANSLATE_NOOP("app", "%1 rejected it."), std::vector{person});
        }
        return requirement;
    }

private:
    [[nodiscard]] Requirement approvals(std::string id, std::size_t count, Message title) const
    {
        Requirement requirement{std::move(id), std::move(title), RequirementStatus::Satisfied, {}, {}};
        for (const auto &approval : m_decisions.approvals)
            requirement.people.push_back(approval.person);
        if (requirement.people.size() >= count)
            return requirement;
        requirement.status = !m_decisions.stale.empty() ? RequirementStatus::Stale
            : !m_decisions.expired.empty()              ? RequirementStatus::Expired
                                                        : RequirementStatus::Unsatisfied;
        requirement.reasons.emplace_back(QT_TRANSLATE_NOOP("app", "%1 of %2 approvals count."),
                                         std::vector{std::to_string(requirement.people.size()), std::to_string(count)});
        for (const auto *list : {&m_decisions.stale, &m_decisions.expired, &m_decisions.notIndependent})
            requirement.reasons.insert(requirement.reasons.end(), list->begin(), list->end());
        return requirement;
    }

    [[nodiscard]] bool hasReadAiLines(const Coverage &coverage) const
    {
        const bool hasReadAll = coverage.readAiLines == coverage.aiLines;
        if (!m_question.risk.aiLines)
            return hasReadAll && coverage.readLines == coverage.changedLines;
        return hasReadAll && coverage.aiLines >= *m_question.risk.aiLines;
    }

    [[nodiscard]] Message notRead(const Approval &approval) const
    {
        const auto &coverage = approval.record->statement.coverage;
        if (!m_question.risk.aiLines)
            return Message(QT_TRANSLATE_NOOP("app", "Who wrote the lines is not known, and %1 has read %2 of %3 changed lines."),
                           {approval.person, std::to_string(coverage.readLines), std::to_string(coverage.changedLines)});
        return Message(QT_TRANSLATE_NOOP("app", "%1 has read %2 of %3 lines that an AI wrote or may have written."),
                       {approval.person, std::to_string(coverage.readAiLines),
                        std::to_string(std::max(coverage.aiLines, *m_question.risk.aiLines))});
    }

    const GateQuestion &m_question;
    const Decisions &m_decisions;
};

} // namespace

std::string policySha256()
{
    return sha256Hex(builtInPolicy);
}

std::string_view name(RequirementStatus status)
{
    switch (status) {
    case RequirementStatus::Satisfied:
        return "satisfied";
    case RequirementStatus::Unsatisfied:
        return "unsatisfied";
    case RequirementStatus::Stale:
        return "stale";
    case RequirementStatus::Expired:
        return "expired";
    case RequirementStatus::Error:
        return "error";
    }
    return {};
}

Message label(RequirementStatus status)
{
    switch (status) {
    case RequirementStatus::Satisfied:
        return Message(QT_TRANSLATE_NOOP("app", "satisfied"));
    case RequirementStatus::Unsatisfied:
        return Message(QT_TRANSLATE_NOOP("app", "not satisfied"));
    case RequirementStatus::Stale:
        return Message(QT_TRANSLATE_NOOP("app", "stale: something else was approved"));
    case RequirementStatus::Expired:
        return Message(QT_TRANSLATE_NOOP("app", "expired: approved too long ago"));
    case RequirementStatus::Error:
        return Message(QT_TRANSLATE_NOOP("app", "cannot be decided"));
    }
    return {};
}

bool GateReport::isOpen() const
{
    return !requirements.empty()
        && std::ranges::all_of(requirements, [](const Requirement &one) { return one.status == RequirementStatus::Satisfied; });
}

GateReport evaluateGate(const GateQuestion &question, const LedgerVerdict &ledger, std::int64_t now)
{
    const auto decisions = decide(question, ledger, now);
    const Judge judge(question, decisions);
    GateReport report;
    report.policySha256 = policySha256();
    report.requirements = {judge.everyChange(), judge.noRejection()};
    if (question.risk.aiLines.value_or(1) >= 1)
        report.requirements.push_back(judge.aiAssisted());
    if (question.risk.band.value_or(Band::Critical) >= Band::High)
        report.requirements.push_back(judge.highBand());
    report.notes = decisions.notes;
    if (ledger.problems.empty())
        return report;
    for (auto &requirement : report.requirements) {
        requirement.status = RequirementStatus::Error;
        requirement.reasons.clear();
        for (const auto &problem : ledger.problems)
            requirement.reasons.push_back(problem.what);
    }
    return report;
}

} // namespace countersign::records
