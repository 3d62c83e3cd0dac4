// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Gate.h"

#include "Requirements.h"

#include <algorithm>

namespace countersign::records
{

namespace
{

/// Why nothing that the ledger says can be relied on; empty: it can.
std::vector<Message> faults(const LedgerVerdict &ledger, std::int64_t now)
{
    std::vector<Message> out;
    for (const auto &problem : ledger.problems)
        out.push_back(problem.what);
    if (ledger.trust && !ledger.isPinned)
        out.emplace_back(
            QT_TRANSLATE_NOOP("app",
                              "The roster is not pinned here, so it could be anybody's. Compare the fingerprint %1 with "
                              "a maintainer, then: countersign roster pin FINGERPRINT."),
            std::vector{ledger.trust->fingerprint()});
    if (ledger.trust && now >= ledger.trust->roster().expiresAt)
        out.emplace_back(
            QT_TRANSLATE_NOOP("app", "The roster expired; maintainers have to sign it anew: countersign roster renew."));
    return out;
}

} // namespace

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
    case RequirementStatus::Overridden:
        return "overridden";
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
    case RequirementStatus::Overridden:
        return Message(QT_TRANSLATE_NOOP("app", "overridden"));
    case RequirementStatus::Error:
        return Message(QT_TRANSLATE_NOOP("app", "cannot be decided"));
    }
    return {};
}

bool GateReport::isOpen() const
{
    return !requirements.empty() && std::ranges::all_of(requirements, [](const Requirement &one) {
        return one.status == RequirementStatus::Satisfied || one.status == RequirementStatus::Overridden;
    });
}

const Policy &policyInForce(const LedgerVerdict &ledger)
{
    return ledger.trust ? ledger.trust->policy : rosterlessPolicy();
}

GateReport evaluateGate(const GateQuestion &question, const LedgerVerdict &ledger, std::int64_t now)
{
    const auto &policy = policyInForce(ledger);
    const auto decisions = decide(question, ledger, now);
    GateReport report;
    report.policySha256 = policy.sha256;
    report.requirements = judgeRequirements(question, decisions, policy, ledger.trust ? &*ledger.trust : nullptr, now);
    report.notes = decisions.notes;
    const auto wrong = faults(ledger, now);
    for (auto &requirement : report.requirements) {
        if (wrong.empty())
            break;
        requirement.status = RequirementStatus::Error;
        requirement.reasons = wrong;
        requirement.people.clear();
    }
    return report;
}

} // namespace countersign::records
