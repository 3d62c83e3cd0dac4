// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Gatekeeper.h"

#include "KnownLedger.h"
#include "Signing.h"

#include "records/Binding.h"
#include "records/Contributors.h"
#include "records/Ledger.h"

#include <algorithm>

namespace countersign::workbench
{

std::string_view name(GateState state)
{
    switch (state) {
    case GateState::Open:
        return "open";
    case GateState::Waiting:
        return "waiting";
    case GateState::Rejected:
        return "rejected";
    case GateState::Stale:
        return "stale";
    case GateState::Error:
        return "error";
    }
    return {};
}

Message label(GateState state)
{
    switch (state) {
    case GateState::Open:
        return Message(QT_TRANSLATE_NOOP("app", "open"));
    case GateState::Waiting:
        return Message(QT_TRANSLATE_NOOP("app", "waiting"));
    case GateState::Rejected:
        return Message(QT_TRANSLATE_NOOP("app", "rejected"));
    case GateState::Stale:
        return Message(QT_TRANSLATE_NOOP("app", "stale"));
    case GateState::Error:
        return Message(QT_TRANSLATE_NOOP("app", "undecided"));
    }
    return {};
}

GateState stateOf(const records::GateReport &report)
{
    using records::RequirementStatus;
    if (report.isOpen())
        return GateState::Open;
    const auto has = [&report](auto matches) { return std::ranges::any_of(report.requirements, matches); };
    if (has([](const records::Requirement &one) { return one.status == RequirementStatus::Error; }))
        return GateState::Error;
    if (has([](const records::Requirement &one) {
            return one.id == "no-rejection" && one.status != RequirementStatus::Satisfied;
        }))
        return GateState::Rejected;
    if (has([](const records::Requirement &one) {
            return one.status == RequirementStatus::Stale || one.status == RequirementStatus::Expired;
        }))
        return GateState::Stale;
    return GateState::Waiting;
}

Result<Gatekeeper> Gatekeeper::open(const git::Repository &repository, const std::filesystem::path &allowedSigners,
                                    std::int64_t now, const std::stop_token &stop, const std::string &pin)
{
    auto known = readKnownLedger(repository, {allowedSigners, pin}, now, stop);
    if (!known)
        return std::unexpected(known.error());
    return Gatekeeper(std::move(known->signers), std::move(known->verdict), now);
}

bool Gatekeeper::isMentioned(const Change &change) const
{
    const std::string &ref = change.ref.empty() ? change.id : change.ref;
    return std::ranges::any_of(m_ledger.records, [&](const records::RecordVerdict &one) {
        return one.record && (one.record->statement.change.name == ref || one.record->statement.change.head == change.head);
    });
}

Result<records::GateReport> Gatekeeper::judge(const git::Repository &repository, const Analysis &analysis,
                                              const std::stop_token &stop, const std::string &pusher) const
{
    const Change &change = analysis.change;
    records::GateQuestion question{{}, {}, records::contributors(change), gateRisk(analysis)};
    question.contributors.pusher = pusher;
    // Binding reads every changed file anew: only where a record could be about this change.
    const bool mayBeMoved = policy().stale == records::StaleRule::SameManifest && !m_ledger.records.empty();
    if (isMentioned(change) || mayBeMoved || !change.isStored) {
        auto bound = records::bindChange(repository, change, stop);
        if (!bound)
            return std::unexpected(bound.error());
        auto identity =
            records::identify(repository, *bound, stop, m_ledger.trust ? m_ledger.trust->roster().repositoryId : std::string());
        if (!identity)
            return std::unexpected(identity.error());
        question.change = std::move(*bound);
        question.repository = std::move(*identity);
    }
    return records::evaluateGate(question, m_ledger, m_now);
}

GateState Gatekeeper::stateOf(const git::Repository &repository, const Analysis &analysis, const std::stop_token &stop) const
{
    const auto report = judge(repository, analysis, stop);
    return report ? workbench::stateOf(*report) : GateState::Error;
}

} // namespace countersign::workbench
