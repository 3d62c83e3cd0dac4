// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Evidence.h"

#include "core/Clock.h"
#include "core/Joined.h"
#include "core/SafeText.h"

#include <algorithm>
#include <array>

namespace countersign::workbench
{

namespace
{

using records::Failure;
using records::RecordVerdict;

std::string number(std::uint64_t value)
{
    return std::to_string(value);
}

std::string rolesOf(const records::TrustRoot &trust, const std::string &id)
{
    const auto *person = trust.roster().person(id);
    return person ? joined(person->roles) : std::string();
}

void addSignature(EvidenceStep &step, const RecordVerdict &verdict)
{
    if (!verdict.record)
        return;
    step.facts.emplace_back(QT_TRANSLATE_NOOP("app", "Made with the key %1 (%2) over exactly the bytes shown here."),
                            std::vector{verdict.record->key.fingerprint(), std::string(name(verdict.record->key.type()))});
    step.facts.emplace_back(QT_TRANSLATE_NOOP("app", "Their SHA-256 is the record's id: %1"), std::vector{verdict.record->id});
}

void addPerson(EvidenceStep &step, const KnownLedger &known, const RecordVerdict &verdict)
{
    if (verdict.person.empty())
        return;
    if (!known.verdict.trust) {
        step.facts.emplace_back(QT_TRANSLATE_NOOP("app", "The key is that of %1, by the file %2."),
                                std::vector{verdict.person, safeText(known.signers.fileName())});
        return;
    }
    const auto &trust = *known.verdict.trust;
    step.facts.emplace_back(QT_TRANSLATE_NOOP("app", "The key was that of %1, by version %2 of the roster. Roles now: %3."),
                            std::vector{verdict.person, number(trust.roster().version), rolesOf(trust, verdict.person)});
    step.facts.push_back(known.verdict.isPinned
                             ? Message(QT_TRANSLATE_NOOP("app", "The first roster is the one that is pinned on this machine."))
                             : Message(QT_TRANSLATE_NOOP("app", "The first roster is not pinned on this machine.")));
}

void addBinding(EvidenceStep &step, const KnownLedger &known, const RecordVerdict &verdict)
{
    if (!verdict.record)
        return;
    const auto &change = verdict.record->statement.change;
    step.facts.emplace_back(QT_TRANSLATE_NOOP("app", "Head %1 on base %2, %3 commits."),
                            std::vector{change.head.hex(), change.base.hex(), number(change.commits.size())});
    step.facts.emplace_back(QT_TRANSLATE_NOOP("app", "Contents of %1 paths before and after: SHA-256 %2"),
                            std::vector{number(change.manifestPaths), change.manifestSha256});
    if (!known.isBindingChecked)
        step.facts.emplace_back(QT_TRANSLATE_NOOP("app", "Not compared with a repository."));
}

void addLog(EvidenceStep &step, const KnownLedger &known, const RecordVerdict &verdict)
{
    step.facts.emplace_back(QT_TRANSLATE_NOOP("app", "Line %1 of %2 of the log."),
                            std::vector{number(verdict.index + 1), number(known.verdict.head.size)});
    if (!verdict.record)
        return;
    const auto &statement = verdict.record->statement;
    step.facts.push_back(statement.signerChain.seq == 1
                             ? Message(QT_TRANSLATE_NOOP("app", "The first record of its key."))
                             : Message(QT_TRANSLATE_NOOP("app", "Number %1 of its key, after the record %2."),
                                       {number(statement.signerChain.seq), statement.signerChain.prev}));
    step.facts.emplace_back(QT_TRANSLATE_NOOP("app", "It says that it was made at %1, and quotes a log of %2 entries."),
                            std::vector{formatUtc(statement.reviewedAt), number(statement.logHead.size)});
}

void addCheckpoint(EvidenceStep &step, const KnownLedger &known, const RecordVerdict &verdict)
{
    const auto &checkpoint = known.verdict.checkpoint;
    if (!checkpoint) {
        step.facts.emplace_back(QT_TRANSLATE_NOOP("app", "Nobody has signed a checkpoint of this log."));
        return;
    }
    const std::string people = joined(known.verdict.cosigners, [](const auto &person) { return safeText(person, 100); });
    const bool isHeld = verdict.index < checkpoint->size;
    step.facts.emplace_back(
        isHeld ? QT_TRANSLATE_NOOP("app", "It is among the %1 entries whose checkpoint these people signed: %2")
               : QT_TRANSLATE_NOOP("app", "It is newer than the checkpoint of %1 entries that these people signed: %2"),
        std::vector{number(checkpoint->size), people});
    if (isHeld)
        step.state = EvidenceState::Holds;
}

} // namespace

EvidenceLink linkOf(Failure failure)
{
    // The failures are listed group by group.
    constexpr std::array ends{std::pair(Failure::FingerprintMismatch, EvidenceLink::Signature),
                              std::pair(Failure::OtherRepository, EvidenceLink::Person),
                              std::pair(Failure::LedgerMalformed, EvidenceLink::Binding),
                              std::pair(Failure::LogRolledBack, EvidenceLink::Log)};
    if (failure == Failure::OverrideRole)
        return EvidenceLink::Person;
    const auto group = std::ranges::find_if(ends, [failure](const auto &end) { return failure < end.first; });
    return group == ends.end() ? EvidenceLink::Checkpoint : group->second;
}

Message label(EvidenceLink link)
{
    switch (link) {
    case EvidenceLink::Signature:
        return Message(QT_TRANSLATE_NOOP("app", "Signature"));
    case EvidenceLink::Person:
        return Message(QT_TRANSLATE_NOOP("app", "Person"));
    case EvidenceLink::Binding:
        return Message(QT_TRANSLATE_NOOP("app", "Commits and files"));
    case EvidenceLink::Log:
        return Message(QT_TRANSLATE_NOOP("app", "Place in the log"));
    case EvidenceLink::Checkpoint:
        return Message(QT_TRANSLATE_NOOP("app", "Checkpoint"));
    }
    return {};
}

std::vector<EvidenceStep> evidenceOf(const KnownLedger &known, std::size_t record)
{
    const RecordVerdict &verdict = known.verdict.records[record];
    std::vector<EvidenceStep> steps;
    for (const auto link :
         {EvidenceLink::Signature, EvidenceLink::Person, EvidenceLink::Binding, EvidenceLink::Log, EvidenceLink::Checkpoint}) {
        // What comes after a signature that does not hold is not known.
        const bool isChecked = link == EvidenceLink::Signature || link == EvidenceLink::Log
            || (verdict.record && (link == EvidenceLink::Person || (link == EvidenceLink::Binding && known.isBindingChecked)));
        steps.push_back({link, isChecked ? EvidenceState::Holds : EvidenceState::Unknown, label(link), {}, {}});
    }
    addSignature(steps[0], verdict);
    addPerson(steps[1], known, verdict);
    addBinding(steps[2], known, verdict);
    addLog(steps[3], known, verdict);
    addCheckpoint(steps[4], known, verdict);
    for (const auto &problem : verdict.problems) {
        auto &step = steps[static_cast<std::size_t>(linkOf(problem.failure))];
        step.state = EvidenceState::Fails;
        step.problems.push_back(problem);
    }
    return steps;
}

} // namespace countersign::workbench
