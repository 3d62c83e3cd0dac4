// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Decisions.h"

#include "Binding.h"
#include "Policy.h"

#include "core/Clock.h"

#include <algorithm>
#include <map>
#include <set>

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
        && (statement.change.name == question.change.name || statement.change.head == question.change.head);
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

void addApproval(Decisions &decisions, const std::string &person, const Record &record, const GateQuestion &question,
                 std::int64_t now)
{
    const auto &statement = record.statement;
    const auto expires = std::min(statement.expiresAt, statement.reviewedAt + approvalLifetime);
    if (const auto changed = differences(statement.change, question.change); !changed.empty())
        decisions.stale.emplace_back(QT_TRANSLATE_NOOP("app", "%1 approved something else: %2"),
                                     std::vector{person, joined(changed)});
    else if (statement.policySha256 != policySha256())
        decisions.stale.emplace_back(QT_TRANSLATE_NOOP("app", "%1 approved under another policy."), std::vector{person});
    else if (now >= expires)
        decisions.expired.emplace_back(QT_TRANSLATE_NOOP("app", "The approval of %1 expired at %2."),
                                       std::vector{person, formatUtc(expires)});
    else if (std::ranges::contains(question.contributors, person))
        decisions.notIndependent.emplace_back(
            QT_TRANSLATE_NOOP("app", "%1 wrote part of the change, so the approval does not count."), std::vector{person});
    else
        decisions.approvals.push_back({person, &record});
}

} // namespace

Decisions decide(const GateQuestion &question, const LedgerVerdict &ledger, std::int64_t now)
{
    Decisions decisions;
    const auto withdrawn = withdrawnIds(ledger);
    std::map<std::string, LastWords> people;
    for (const auto &one : ledger.records) {
        const bool isOurs = one.record && isAbout(one.record->statement, question);
        if (!one.isValid() && (isOurs || !one.record))
            decisions.notes.emplace_back(QT_TRANSLATE_NOOP("app", "Record %1 does not count: %2"),
                                         std::vector{one.where.substr(0, 12), one.problems.front().what.translated()});
        if (!one.isValid() || !isOurs || one.record->statement.kind == RecordKind::Withdraw || withdrawn.contains(one.record->id))
            continue;
        auto &words = people[one.person];
        (hasSameContents(one.record->statement.change, question.change) ? words.onThis : words.onOther) = &*one.record;
    }
    for (const auto &[person, words] : people) {
        const Record *last = words.onThis ? words.onThis : words.onOther;
        if (last->statement.kind == RecordKind::Approve)
            addApproval(decisions, person, *last, question, now);
        else if (words.onThis)
            decisions.rejectedBy.push_back(person);
    }
    return decisions;
}

} // namespace countersign::records
