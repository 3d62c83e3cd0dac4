// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ReviewerAnswers.h"

#include <algorithm>

namespace countersign::workbench
{

std::map<std::string, std::vector<ReviewerAnswer>> answersOfReviewers(const records::LedgerVerdict &ledger, const Change &change)
{
    const std::string &name = change.ref.empty() ? change.id : change.ref;
    std::vector<const records::RecordVerdict *> last; // of each person
    for (const auto &one : ledger.records) {
        if (!one.isValid() || one.record->statement.kind == records::RecordKind::Withdraw)
            continue;
        const auto &about = one.record->statement.change;
        if (about.name != name && about.head != change.head)
            continue;
        std::erase_if(last, [&one](const records::RecordVerdict *other) { return other->person == one.person; });
        last.push_back(&one);
    }
    std::map<std::string, std::vector<ReviewerAnswer>> answers;
    for (const auto *one : last) {
        const auto &statement = one->record->statement;
        for (const auto &answer : statement.checklist.answers)
            answers[answer.id].push_back({one->person, answer.answer, answer.evidence, statement.reviewedAt,
                                          statement.change.head, statement.change.head == change.head});
    }
    return answers;
}

} // namespace countersign::workbench
