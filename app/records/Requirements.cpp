// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Requirements.h"

#include "PolicyMatch.h"

#include "core/Joined.h"

#include <algorithm>
#include <functional>

namespace countersign::records
{

namespace
{

/// Fills requirements from the decisions on one change.
class Judge
{
public:
    Judge(const GateQuestion &question, const Decisions &decisions, const Policy &policy, const TrustRoot *trust,
          std::int64_t now)
        : m_question(question)
        , m_decisions(decisions)
        , m_policy(policy)
        , m_trust(trust)
        , m_now(now)
    {
    }

    std::vector<Requirement> run()
    {
        addRoles("every-change", m_policy.require, {});
        m_out.push_back(noRejection());
        for (const auto &rule : m_policy.rules) {
            if (const auto because = whyApplies(rule.when, m_question.risk, m_question.change.targetRef))
                addRule(rule, *because);
        }
        for (auto &requirement : m_out)
            takeOverride(requirement);
        return std::move(m_out);
    }

private:
    using Test = std::function<Message(const Approval &)>; ///< empty: the approval has it; else what it lacks

    void addRule(const PolicyRule &rule, const std::vector<Message> &because)
    {
        const auto before = m_out.size();
        // The first requirement of a rule has the rule's own id.
        const auto idFor = [&](const char *part) { return m_out.size() > before ? rule.id + part : rule.id; };
        addRoles(rule.id, rule.require, because);
        if (rule.coverage != CoverageRule::None)
            m_out.push_back(supported(idFor("/coverage"), coverageTitle(rule.coverage), because, rule.require,
                                      [&](const Approval &one) { return lacksReading(rule.coverage, one); }));
        if (!rule.checklist.empty())
            m_out.push_back(
                supported(idFor("/checklist"),
                          Message(QT_TRANSLATE_NOOP("app", "These questions are answered with yes, with evidence: %1"),
                                  {joined(rule.checklist)}),
                          because, rule.require, [&](const Approval &one) { return lacksAnswers(rule.checklist, one); }));
        if (rule.isRolloutStaged)
            m_out.push_back(
                supported(idFor("/rollout"),
                          Message(QT_TRANSLATE_NOOP("app", "The rollout has stages, and it is settled what turns it back")),
                          because, rule.require, lacksRollout));
    }

    /// One requirement for each role.
    void addRoles(const std::string &id, const std::vector<RoleCount> &require, const std::vector<Message> &because)
    {
        bool isFirst = true;
        for (const auto &need : require) {
            m_out.push_back(approvals(isFirst ? id : id + '/' + need.role, need, because));
            isFirst = false;
        }
    }

    [[nodiscard]] Requirement approvals(std::string id, const RoleCount &need, const std::vector<Message> &because) const
    {
        Requirement out{
            std::move(id),
            need.count == 1
                ? Message(QT_TRANSLATE_NOOP("app", "Approved by somebody with the role %1 who did not write it"), {need.role})
                : Message(QT_TRANSLATE_NOOP("app", "Approved by %1 people with the role %2 who did not write it"),
                          {std::to_string(need.count), need.role}),
            RequirementStatus::Satisfied,
            {},
            {},
            because};
        for (const auto &approval : m_decisions.approvals) {
            if (approval.roles.contains(need.role))
                out.people.push_back(approval.person);
            else
                out.reasons.emplace_back(QT_TRANSLATE_NOOP("app", "%1 approved, but does not have the role %2."),
                                         std::vector{approval.person, need.role});
        }
        if (out.people.size() >= need.count) {
            out.reasons.clear();
            return out;
        }
        out.status = closedStatus();
        out.reasons.emplace(out.reasons.begin(), QT_TRANSLATE_NOOP("app", "%1 of %2 approvals count."),
                            std::vector{std::to_string(out.people.size()), std::to_string(need.count)});
        for (const auto *list : {&m_decisions.stale, &m_decisions.expired, &m_decisions.notIndependent})
            out.reasons.insert(out.reasons.end(), list->begin(), list->end());
        out.remedies.emplace_back(QT_TRANSLATE_NOOP("app", "%1 more approvals by people with the role %2."),
                                  std::vector{std::to_string(need.count - out.people.size()), need.role});
        out.candidates = candidates(need.role, out.people);
        return out;
    }

    [[nodiscard]] RequirementStatus closedStatus() const
    {
        return !m_decisions.stale.empty()  ? RequirementStatus::Stale
            : !m_decisions.expired.empty() ? RequirementStatus::Expired
                                           : RequirementStatus::Unsatisfied;
    }

    /// That enough of those approvals which count for the rule have something more.
    [[nodiscard]] Requirement supported(std::string id, Message title, const std::vector<Message> &because,
                                        const std::vector<RoleCount> &require, const Test &lacks) const
    {
        Requirement out{std::move(id), std::move(title), RequirementStatus::Unsatisfied, {}, {}, because};
        const RoleCount need = require.empty() ? RoleCount{{}, 1} : require.front();
        for (const auto &approval : m_decisions.approvals) {
            if (!need.role.empty() && !approval.roles.contains(need.role))
                continue;
            if (auto missing = lacks(approval); missing.isEmpty())
                out.people.push_back(approval.person);
            else
                out.reasons.push_back(std::move(missing));
        }
        if (!out.people.empty()) {
            out.status = RequirementStatus::Satisfied;
            out.reasons.clear();
            return out;
        }
        if (out.reasons.empty()) {
            out.status = closedStatus();
            out.reasons.emplace_back(QT_TRANSLATE_NOOP("app", "No approval counts yet."));
        }
        out.remedies.emplace_back(QT_TRANSLATE_NOOP("app", "An approval whose record has this: read, answer, then sign."));
        out.candidates = candidates(need.role, {});
        return out;
    }

    [[nodiscard]] Requirement noRejection() const
    {
        Requirement requirement{
            "no-rejection", Message(QT_TRANSLATE_NOOP("app", "No rejection stands")), RequirementStatus::Satisfied, {}, {}};
        for (const auto &person : m_decisions.rejectedBy) {
            requirement.status = RequirementStatus::Unsatisfied;
            requirement.reasons.emplace_back(QT_TRANSLATE_NOOP("app", "%1 rejected it."), std::vector{person});
            requirement.remedies.emplace_back(
                QT_TRANSLATE_NOOP("app", "%1 withdraws the rejection or approves; or the change is changed."),
                std::vector{person});
            requirement.candidates.push_back(person);
        }
        return requirement;
    }

    void takeOverride(Requirement &requirement) const
    {
        if (requirement.status == RequirementStatus::Satisfied)
            return;
        for (const auto &one : m_decisions.overrides) {
            const auto &claim = *one.record->statement.overrides;
            if (!std::ranges::contains(claim.requirements, requirement.id))
                continue;
            requirement.status = RequirementStatus::Overridden;
            requirement.reasons.emplace_back(QT_TRANSLATE_NOOP("app", "%1 overrode it: %2"),
                                             std::vector{one.person, claim.reason});
        }
    }

    [[nodiscard]] std::vector<std::string> candidates(std::string_view role, const std::vector<std::string> &without) const
    {
        std::vector<std::string> out;
        for (const auto &person : m_trust ? m_trust->roster().people : std::vector<RosterPerson>()) {
            const bool hasRole = role.empty() || person.has(role);
            if (hasRole && m_trust->holdsRole(person.id, role.empty() ? person.roles.front() : role, m_now)
                && !std::ranges::contains(without, person.id)
                && !isInvolved(person.id, m_question.contributors, m_policy, m_trust))
                out.push_back(person.id);
        }
        return out;
    }

    static Message coverageTitle(CoverageRule rule)
    {
        switch (rule) {
        case CoverageRule::EveryAiLine:
            return Message(QT_TRANSLATE_NOOP("app", "Every line that an AI wrote or may have written was read by an approver"));
        case CoverageRule::EveryRiskyHunk:
            return Message(QT_TRANSLATE_NOOP("app", "Every hunk with a finding was read by an approver"));
        case CoverageRule::All:
        case CoverageRule::None:
            break;
        }
        return Message(QT_TRANSLATE_NOOP("app", "Every changed line was read by an approver"));
    }

    [[nodiscard]] Message lacksReading(CoverageRule rule, const Approval &one) const
    {
        const auto &coverage = one.record->statement.coverage;
        const auto lines = [&](std::uint64_t read, std::uint64_t total, const char *text) {
            return read >= total ? Message() : Message(text, {one.person, std::to_string(read), std::to_string(total)});
        };
        const auto all =
            lines(coverage.readLines, coverage.changedLines, QT_TRANSLATE_NOOP("app", "%1 has read %2 of %3 changed lines."));
        switch (rule) {
        case CoverageRule::None:
            return {};
        case CoverageRule::All:
            return all;
        case CoverageRule::EveryRiskyHunk:
            // Who counted none has to have read everything.
            if (!coverage.riskyHunks || !m_question.risk.riskyHunks)
                return all;
            return lines(coverage.riskyHunks->read, std::max(coverage.riskyHunks->total, *m_question.risk.riskyHunks),
                         QT_TRANSLATE_NOOP("app", "%1 has read %2 of %3 hunks with findings."));
        case CoverageRule::EveryAiLine:
            break;
        }
        if (!m_question.risk.aiLines && !all.isEmpty())
            return Message(QT_TRANSLATE_NOOP("app", "Who wrote the lines is not known, and %1 has read %2 of %3 changed lines."),
                           {one.person, std::to_string(coverage.readLines), std::to_string(coverage.changedLines)});
        return lines(coverage.readAiLines, std::max(coverage.aiLines, m_question.risk.aiLines.value_or(0)),
                     QT_TRANSLATE_NOOP("app", "%1 has read %2 of %3 lines that an AI wrote or may have written."));
    }

    /// A question with a subject is asked as "id@subject"; each of them has to be answered.
    static Message lacksAnswers(const std::vector<std::string> &wanted, const Approval &one)
    {
        std::vector<std::string> missing;
        for (const auto &id : wanted) {
            bool isAnswered = false;
            bool isRefused = false;
            for (const auto &answer : one.record->statement.checklist.answers) {
                if (answer.id != id && !answer.id.starts_with(id + '@'))
                    continue;
                const bool isGood = answer.answer == "yes" && answer.evidence.find_first_not_of(" \t\n") != std::string::npos;
                isAnswered = isAnswered || isGood;
                isRefused = isRefused || !isGood;
            }
            if (!isAnswered || isRefused)
                missing.push_back(id);
        }
        return missing.empty() ? Message()
                               : Message(QT_TRANSLATE_NOOP("app", "The record of %1 does not answer %2 with yes and evidence."),
                                         {one.person, joined(missing)});
    }

    static Message lacksRollout(const Approval &one)
    {
        const auto &rollout = one.record->statement.rollout;
        if (rollout && rollout->stages.size() >= 2 && rollout->rollbackTrigger.find_first_not_of(" \t\n") != std::string::npos)
            return {};
        return Message(QT_TRANSLATE_NOOP("app", "The record of %1 names no two stages of a rollout with a trigger to roll back."),
                       {one.person});
    }

    const GateQuestion &m_question;
    const Decisions &m_decisions;
    const Policy &m_policy;
    const TrustRoot *m_trust;
    std::int64_t m_now;
    std::vector<Requirement> m_out;
};

} // namespace

std::vector<Requirement> judgeRequirements(const GateQuestion &question, const Decisions &decisions, const Policy &policy,
                                           const TrustRoot *trust, std::int64_t now)
{
    return Judge(question, decisions, policy, trust, now).run();
}

} // namespace countersign::records
