// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Coverage.h"
#include "Store.h"
#include "Templates.h"

#include "core/Analysis.h"
#include "core/Message.h"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace countersign::review
{

/// A question that a change raises.
struct Question {
    std::string id; ///< the template's id; "explain-back@<16 digits>" for one with a subject, so that an answer stays with it
    std::string templateId;
    Message text;
    Message hint; ///< what to write as evidence; may be empty
    std::vector<Message> reasons; ///< why it is asked
    std::vector<std::string> findings; ///< ids of the findings that raise it
    std::string file; ///< of its subject; empty for the whole change
    LineNumber startLine = noLine; ///< new side
    LineNumber endLine = noLine;
    bool isEvidenceRequired = false;
    bool isSettledByCoverage = false;
    std::vector<Answer> answers;
    std::vector<Answer> satisfying;
    friend bool operator==(const Question &, const Question &) = default;
};

/// The questions that this change raises, in the order of the templates. Deterministic; pure; any thread.
/// @param demanded ids of templates that the policy asks for: they are raised whatever their conditions say.
[[nodiscard]] std::vector<Question> makeChecklist(const Templates &templates, const Analysis &analysis,
                                                  const std::set<std::string> &demanded = {});

enum class QuestionState { NotApplicable, Unsatisfied, Satisfied, Overridden, Error };
/// Stable lower-case names as in JSON: "not-applicable", "unsatisfied", "satisfied", "overridden", "error".
[[nodiscard]] std::string_view name(QuestionState state);
[[nodiscard]] Message label(QuestionState state);

struct QuestionVerdict {
    QuestionState state = QuestionState::Unsatisfied;
    Message why; ///< what is missing or wrong; empty when nothing is
    friend bool operator==(const QuestionVerdict &, const QuestionVerdict &) = default;
};

/// Where a question stands. An error means no. @param answer null: none was given.
[[nodiscard]] QuestionVerdict judge(const Question &question, const StoredAnswer *answer, const Coverage &coverage);

/// A question with its answer and where it stands: what the checklist shows.
struct ChecklistItem {
    Question question;
    StoredAnswer answer; ///< empty when none was given
    QuestionVerdict verdict;
    friend bool operator==(const ChecklistItem &, const ChecklistItem &) = default;
};

[[nodiscard]] std::vector<ChecklistItem> fillChecklist(const std::vector<Question> &questions, const StoredReview &review,
                                                       const Coverage &coverage);

} // namespace countersign::review
