// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Checklist.h"

#include <algorithm>
#include <utility>

namespace countersign::review
{

namespace
{

bool isBlank(const std::string &text)
{
    return text.find_first_not_of(" \t\r\n") == std::string::npos;
}

QuestionVerdict judgeCoverage(const CoverageCounts &lines)
{
    const std::uint64_t total = lines.ai.total + lines.unknown.total;
    const std::uint64_t read = lines.ai.read + lines.unknown.read;
    if (total == 0)
        return {QuestionState::NotApplicable, {}};
    if (read == total)
        return {QuestionState::Satisfied, {}};
    return {QuestionState::Unsatisfied,
            Message(QT_TRANSLATE_NOOP("app", "%1 of %2 lines are read."), {std::to_string(read), std::to_string(total)})};
}

} // namespace

std::string_view name(QuestionState state)
{
    switch (state) {
    case QuestionState::NotApplicable:
        return "not-applicable";
    case QuestionState::Unsatisfied:
        return "unsatisfied";
    case QuestionState::Satisfied:
        return "satisfied";
    case QuestionState::Overridden:
        return "overridden";
    case QuestionState::Error:
        return "error";
    }
    std::unreachable();
}

Message label(QuestionState state)
{
    switch (state) {
    case QuestionState::NotApplicable:
        return Message(QT_TRANSLATE_NOOP("app", "not applicable"));
    case QuestionState::Unsatisfied:
        return Message(QT_TRANSLATE_NOOP("app", "open"));
    case QuestionState::Satisfied:
        return Message(QT_TRANSLATE_NOOP("app", "satisfied"));
    case QuestionState::Overridden:
        return Message(QT_TRANSLATE_NOOP("app", "overridden"));
    case QuestionState::Error:
        return Message(QT_TRANSLATE_NOOP("app", "error"));
    }
    std::unreachable();
}

QuestionVerdict judge(const Question &question, const StoredAnswer *answer, const Coverage &coverage)
{
    using enum QuestionState;
    const bool isGiven = answer && answer->answer.has_value();
    const bool isOverride = isGiven && *answer->answer == Answer::Override;
    if (question.isSettledByCoverage && !isOverride)
        return judgeCoverage(coverage.total);
    if (!isGiven)
        return {Unsatisfied, Message(QT_TRANSLATE_NOOP("app", "Not answered yet."))};
    const bool isExplained = !isBlank(answer->evidence);
    if (isOverride)
        return isExplained ? QuestionVerdict{Overridden, {}}
                           : QuestionVerdict{Unsatisfied, Message(QT_TRANSLATE_NOOP("app", "An override needs a reason."))};
    if (std::ranges::find(question.answers, *answer->answer) == question.answers.end())
        return {Error, Message(QT_TRANSLATE_NOOP("app", "This answer cannot be given here."))};
    if (*answer->answer == Answer::NotApplicable)
        return isExplained ? QuestionVerdict{NotApplicable, {}}
                           : QuestionVerdict{Unsatisfied, Message(QT_TRANSLATE_NOOP("app", "Say why this does not apply."))};
    if (std::ranges::find(question.satisfying, *answer->answer) == question.satisfying.end())
        return {Unsatisfied, Message(QT_TRANSLATE_NOOP("app", "This answer speaks against the change."))};
    if (question.isEvidenceRequired && !isExplained)
        return {Unsatisfied, Message(QT_TRANSLATE_NOOP("app", "The evidence is missing."))};
    return {Satisfied, {}};
}

std::vector<ChecklistItem> fillChecklist(const std::vector<Question> &questions, const StoredReview &review,
                                         const Coverage &coverage)
{
    std::vector<ChecklistItem> items;
    items.reserve(questions.size());
    for (const Question &question : questions) {
        const auto found = review.answers.find(question.id);
        const StoredAnswer *answer = found == review.answers.end() ? nullptr : &found->second;
        StoredAnswer shown = answer ? *answer : StoredAnswer{};
        shown.question = question.id;
        items.push_back({question, std::move(shown), judge(question, answer, coverage)});
    }
    return items;
}

} // namespace countersign::review
