// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Decisions.h"

#include "Binding.h"

#include "core/Clock.h"

#include <algorithm>
#include <array>
#include <map>

namespace countersign::records
{

namespace
{

/// The last decisions of one person: on the contents that are there now, and on earlier ones.
struct LastWords {
    const Record *onThis = nullptr;
    const Record *onOther = nullptr;
};

bool isAbout(const Statement &statement, const GateQuestion &question)
{
    return statement.repository == question.repository
        && (statement.change.name == question.change.name || statement.change.head == question.change.head
            || statement.change.manifestSha256 == question.change.manifestSha256);
}

bool hasSameContents(const BoundChange &a, const BoundChange &b)
{
    return a.head == b.head || a.manifestSha256 == b.manifestSha256;
}

std::set<std::string> withdrawnIds(const LedgerVerdict &ledger)
{
    std::set<std::string> ids;
    for (const auto &one : ledger.records) {
        if (one.isValid() && one.record->statement.kind == RecordKind::Withdraw)
            ids.insert(one.record->statement.withdraws);
    }
    return ids;
}

std::string joined(const std::vector<Message> &messages)
{
    std::string out;
    for (const auto &message : messages)
        out += (out.empty() ? "" : " ") + message.translated();
    return out;
}

/// Sorts the records of one ledger into what counts and what does not, with the reason.
class Decider
{
public:
    Decider(const GateQuestion &question, const LedgerVerdict &ledger, std::int64_t now)
        : m_question(question)
        , m_ledger(ledger)
        , m_policy(policyInForce(ledger))
        , m_trust(ledger.trust ? &*ledger.trust : nullptr)
        , m_now(now)
    {
    }

    Decisions run()
    {
        const auto withdrawn = withdrawnIds(m_ledger);
        std::map<std::string, LastWords> people;
        for (const auto &one : m_ledger.records) {
            const bool isOurs = one.record && isAbout(one.record->statement, m_question);
            if (!one.isValid() && (isOurs || !one.record))
                m_out.notes.emplace_back(QT_TRANSLATE_NOOP("app", "Record %1 does not count: %2"),
                                         std::vector{one.where.substr(0, 12), one.problems.front().what.translated()});
            if (!one.isValid() || !isOurs || withdrawn.contains(one.record->id))
                continue;
            const auto kind = one.record->statement.kind;
            if (kind == RecordKind::Override)
                addOverride(one.person, *one.record);
            if (kind != RecordKind::Approve && kind != RecordKind::Reject)
                continue;
            auto &words = people[one.person];
            (hasSameContents(one.record->statement.change, m_question.change) ? words.onThis : words.onOther) = &*one.record;
        }
        for (const auto &[person, words] : people) {
            const Record *last = words.onThis ? words.onThis : words.onOther;
            if (last->statement.kind == RecordKind::Approve)
                addApproval(person, *last);
            else if (words.onThis)
                m_out.rejectedBy.push_back(person);
        }
        return std::move(m_out);
    }

private:
    void addApproval(const std::string &person, const Record &record)
    {
        if (counts(person, record))
            m_out.approvals.push_back({person, rolesOf(person), &record});
    }

    void addOverride(const std::string &person, const Record &record)
    {
        if (!counts(person, record))
            return;
        const auto roles = rolesOf(person);
        if (std::ranges::any_of(m_policy.overrideRoles, [&roles](const std::string &role) { return roles.contains(role); }))
            m_out.overrides.push_back({person, roles, &record});
        else
            m_out.notes.emplace_back(QT_TRANSLATE_NOOP("app", "%1 overrode a requirement, but has no role that may."),
                                     std::vector{person});
    }

    /// True when the record speaks of the change as it is now; else the reason is noted.
    bool counts(const std::string &person, const Record &record)
    {
        const auto &statement = record.statement;
        const auto expires = std::min(statement.expiresAt, statement.reviewedAt + m_policy.maxAge);
        const auto changed = differences(statement.change, m_question.change);
        const auto survival = changed.empty() || m_policy.stale != StaleRule::SameManifest
            ? Message()
            : whySurvives(statement.change, m_question.change);
        if (!changed.empty() && survival.isEmpty()) {
            m_out.stale.emplace_back(QT_TRANSLATE_NOOP("app", "%1 approved something else: %2"),
                                     std::vector{person, joined(changed)});
            return false;
        }
        if (statement.policySha256 != m_policy.sha256) {
            m_out.stale.emplace_back(QT_TRANSLATE_NOOP("app", "%1 approved under another policy."), std::vector{person});
            return false;
        }
        if (m_now >= expires) {
            m_out.expired.emplace_back(QT_TRANSLATE_NOOP("app", "The approval of %1 expired at %2."),
                                       std::vector{person, formatUtc(expires)});
            return false;
        }
        if (const auto *waiver = endedWaiver(statement)) {
            m_out.expired.emplace_back(
                QT_TRANSLATE_NOOP("app", "The approval of %1 waived a finding of the rule %2 until %3; that time is over."),
                std::vector{person, waiver->rule, formatUtc(waiver->expires)});
            return false;
        }
        if (const auto owner = m_trust ? m_trust->ownerOf(record.key, std::array{m_now}) : Checked<std::string>(person); !owner) {
            m_out.expired.push_back(owner.error().what);
            return false;
        }
        if (isInvolved(person, m_question.contributors, m_policy, m_trust)) {
            m_out.notIndependent.emplace_back(
                QT_TRANSLATE_NOOP("app", "%1 wrote part of the change, so the approval does not count."), std::vector{person});
            return false;
        }
        if (!survival.isEmpty())
            m_out.notes.emplace_back(QT_TRANSLATE_NOOP("app", "The approval of %1 survives: %2"),
                                     std::vector{person, survival.translated()});
        return true;
    }

    /// A finding that the approval let pass for a time that is over; null: none. An override has a reason of its own.
    [[nodiscard]] const Waiver *endedWaiver(const Statement &statement) const
    {
        const auto &waived = statement.findings.waived;
        const auto ended = std::ranges::find_if(waived, [this](const Waiver &waiver) { return m_now >= waiver.expires; });
        return statement.kind == RecordKind::Approve && ended != waived.end() ? &*ended : nullptr;
    }

    [[nodiscard]] std::set<std::string> rolesOf(const std::string &person) const
    {
        if (!m_trust)
            return {"reviewer"};
        const auto *found = m_trust->roster().person(person);
        return found ? std::set<std::string>(found->roles.begin(), found->roles.end()) : std::set<std::string>();
    }

    const GateQuestion &m_question;
    const LedgerVerdict &m_ledger;
    const Policy &m_policy;
    const TrustRoot *m_trust;
    std::int64_t m_now;
    Decisions m_out;
};

} // namespace

bool isInvolved(const std::string &person, const Contributors &contributors, const Policy &policy, const TrustRoot *trust)
{
    std::vector<std::string> addresses{person};
    if (const auto *known = trust ? trust->roster().person(person) : nullptr)
        addresses.insert(addresses.end(), known->addresses.begin(), known->addresses.end());
    const auto has = [&](Involvement involvement, const std::set<std::string> &people) {
        return policy.distinctFrom.contains(involvement)
            && std::ranges::any_of(addresses, [&people](const std::string &address) { return people.contains(address); });
    };
    return has(Involvement::Author, contributors.authors) || has(Involvement::Committer, contributors.committers)
        || has(Involvement::CoAuthor, contributors.coAuthors) || has(Involvement::Pusher, {contributors.pusher});
}

Message whySurvives(const BoundChange &signedChange, const BoundChange &current)
{
    const bool isSame = signedChange.manifestSha256 == current.manifestSha256
        && signedChange.manifestPaths == current.manifestPaths && signedChange.targetRef == current.targetRef;
    // A commit on top can bring something in and take it out again: the net diff does not show it.
    if (!isSame || current.commits.size() > signedChange.commits.size())
        return {};
    const std::vector args{signedChange.head.shortHex(), current.head.shortHex()};
    if (signedChange.mergeBase != current.mergeBase)
        return Message(
            QT_TRANSLATE_NOOP("app", "It was rebased (%1, now %2), and every changed file is the same before and after."), args);
    if (current.commits.size() < signedChange.commits.size())
        return Message(QT_TRANSLATE_NOOP(
                           "app", "Its commits were squashed (%1, now %2), and every changed file is the same before and after."),
                       args);
    if (signedChange.head != current.head)
        return Message(QT_TRANSLATE_NOOP(
                           "app", "Its commits were amended (%1, now %2), and every changed file is the same before and after."),
                       args);
    return Message(QT_TRANSLATE_NOOP("app", "The target branch moved, and every changed file is the same before and after."));
}

Decisions decide(const GateQuestion &question, const LedgerVerdict &ledger, std::int64_t now)
{
    return Decider(question, ledger, now).run();
}

} // namespace countersign::records
