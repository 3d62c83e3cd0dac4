// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Command.h"

#include "core/Clock.h"
#include "core/SafeText.h"
#include "workbench/KnownLedger.h"
#include "workbench/ReviewDesk.h"
#include "workbench/ReviewerAnswers.h"

#include <nlohmann/json.hpp>

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace countersign::cli
{

namespace
{

std::string_view colourOf(review::QuestionState state)
{
    switch (state) {
    case review::QuestionState::Satisfied:
        return "32";
    case review::QuestionState::Unsatisfied:
        return "33";
    case review::QuestionState::Error:
        return "31";
    case review::QuestionState::NotApplicable:
    case review::QuestionState::Overridden:
        return "2";
    }
    return "0";
}

std::string itemText(const Terminal &terminal, const review::ChecklistItem &item)
{
    std::string out = terminal.styled(fitted(label(item.verdict.state).translated(), 16), colourOf(item.verdict.state)) + " ";
    out += fitted(safeText(item.question.id), 34) + " " + safeText(item.question.text.translated()) + "\n";
    if (!item.verdict.why.isEmpty())
        out += std::string(17, ' ') + safeText(item.verdict.why.translated()) + "\n";
    if (item.answer.answer || !item.answer.evidence.empty())
        out += std::string(17, ' ') + (item.answer.answer ? std::string(review::name(*item.answer.answer)) : std::string("-"))
            + ": " + safeText(item.answer.evidence, 200) + "\n";
    return out;
}

using Others = std::map<std::string, std::vector<workbench::ReviewerAnswer>>;

std::string othersText(const Others &others, const std::string &question)
{
    std::string out;
    const auto found = others.find(question);
    for (const auto &one : found == others.end() ? std::vector<workbench::ReviewerAnswer>() : found->second) {
        const auto head = one.isCurrent ? std::string() : " (" + one.head.shortHex() + ")";
        out += std::string(17, ' ') + safeText(one.person) + head + ": " + safeText(one.answer, 20) + ": "
            + safeText(one.evidence, 200) + "\n";
    }
    return out;
}

std::string historyText(const std::vector<review::StoredAnswer> &history)
{
    std::string out;
    for (const auto &one : history)
        out += std::string(17, ' ') + formatUtc(one.time) + " " + safeText(one.reviewer) + ": "
            + (one.answer ? std::string(review::name(*one.answer)) : std::string("-")) + ": " + safeText(one.evidence, 200)
            + "\n";
    return out;
}

std::string coverageText(const workbench::ReviewState &state)
{
    const auto &lines = state.coverage.total;
    return QCoreApplication::translate("cli", "Read: %1 of %2 changed lines, %3 of %4 AI lines\n")
        .arg(lines.changed.read)
        .arg(lines.changed.total)
        .arg(lines.ai.read)
        .arg(lines.ai.total)
        .toStdString();
}

Exit show(const Terminal &terminal, const Result<workbench::ReviewState> &state)
{
    if (!state)
        return terminal.fault(state.error());
    for (const auto &item : state->checklist)
        terminal.out(itemText(terminal, item));
    terminal.out(coverageText(*state));
    return Exit::Yes;
}

using Json = nlohmann::ordered_json;

Json optionalName(const std::optional<review::Answer> &answer)
{
    return answer ? Json(review::name(*answer)) : Json(nullptr);
}

/// The question with its answers: one's own, how it came about, what others signed.
Json itemJson(const review::ChecklistItem &item, const Others &others, const std::vector<review::StoredAnswer> &history)
{
    const auto &question = item.question;
    Json reasons = Json::array();
    for (const auto &reason : question.reasons)
        reasons.push_back(reason.english());
    Json past = Json::array();
    for (const auto &one : history)
        past.push_back({{"reviewer", one.reviewer},
                        {"answer", optionalName(one.answer)},
                        {"evidence", one.evidence},
                        {"time", formatUtc(one.time)}});
    Json theirs = Json::array();
    const auto found = others.find(question.id);
    for (const auto &one : found == others.end() ? std::vector<workbench::ReviewerAnswer>() : found->second)
        theirs.push_back({{"person", one.person},
                          {"answer", one.answer},
                          {"evidence", one.evidence},
                          {"time", formatUtc(one.time)},
                          {"head", one.head.hex()},
                          {"current", one.isCurrent}});
    return {{"id", question.id},
            {"question", question.text.english()},
            {"hint", question.hint.english()},
            {"reasons", std::move(reasons)},
            {"file", question.file.empty() ? Json(nullptr) : Json(question.file)},
            {"startLine", question.startLine},
            {"endLine", question.endLine},
            {"evidenceRequired", question.isEvidenceRequired},
            {"state", name(item.verdict.state)},
            {"why", item.verdict.why.english()},
            {"answer", optionalName(item.answer.answer)},
            {"evidence", item.answer.evidence},
            {"history", std::move(past)},
            {"signed", std::move(theirs)}};
}

/// What others signed about the change; nothing where the ledger cannot be relied on, which the gate explains.
Others othersOf(const git::Repository &repository, const Change &change, const std::stop_token &stop)
{
    const auto known = workbench::readKnownLedger(repository, {}, SystemClock().now(), stop);
    return known ? workbench::answersOfReviewers(known->verdict, change) : Others();
}

Result<std::shared_ptr<workbench::ReviewDesk>> openDesk(const Terminal &terminal, OpenedChange &opened,
                                                        const std::stop_token &stop)
{
    auto desk =
        workbench::ReviewDesk::open(opened.repository, std::make_shared<const workbench::ChangeReport>(std::move(opened.report)),
                                    opened.engine->templates, stop);
    if (desk && (*desk)->setAside())
        terminal.say(
            QCoreApplication::translate("cli", "The store of reviews was damaged. It was kept as %1 and a new one was begun.")
                .arg(QString::fromStdString((*desk)->setAside()->string()))
                .toStdString());
    return desk;
}

} // namespace

Exit runChecklist(const Terminal &terminal, const QStringList &words, std::stop_token stop)
{
    Arguments arguments(terminal, "checklist", 1, 1);
    arguments.addRepositoryOptions();
    arguments.addFormatOption("text|json");
    arguments.addOption({QStringLiteral("history")}, QT_TRANSLATE_NOOP("cli", "Show earlier answers, too."));
    if (const auto stopNow = arguments.parse(words))
        return *stopNow;
    auto opened = openChange(terminal, arguments, stop);
    if (!opened)
        return terminal.fault(opened.error());
    const auto others = othersOf(opened->repository, opened->report.analysis.change, stop);
    auto desk = openDesk(terminal, *opened, stop);
    if (!desk)
        return terminal.fault(desk.error());
    const auto state = (*desk)->state();
    if (!state)
        return terminal.fault(state.error());
    const bool isJson = arguments.format() == "json";
    Json items = Json::array();
    for (const auto &item : state->checklist) {
        const bool isAsked = isJson || arguments.isSet("history");
        const auto history = isAsked ? (*desk)->answerHistory(item.question.id) : Result<std::vector<review::StoredAnswer>>();
        if (!history)
            return terminal.fault(history.error());
        if (isJson)
            items.push_back(itemJson(item, others, *history));
        else
            terminal.out(itemText(terminal, item) + othersText(others, item.question.id) + historyText(*history));
    }
    const Json json{{"schema", "countersign.checklist/1"}, {"questions", std::move(items)}};
    terminal.out(isJson ? json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n" : coverageText(*state));
    return Exit::Yes;
}

Exit runAnswer(const Terminal &terminal, const QStringList &words, std::stop_token stop)
{
    Arguments arguments(terminal, "answer", 3, 3);
    arguments.addRepositoryOptions();
    arguments.addOption({QStringLiteral("evidence")}, QT_TRANSLATE_NOOP("cli", "What the answer rests on."), "TEXT");
    if (const auto stopNow = arguments.parse(words))
        return *stopNow;
    const auto positional = arguments.positional();
    const auto answer = review::answerFromName(positional[2]);
    if (!answer)
        return arguments.wrongUsage(QCoreApplication::translate("cli", "The answer must be yes, no or na."));
    auto opened = openChange(terminal, arguments, stop);
    if (!opened)
        return terminal.fault(opened.error());
    auto desk = openDesk(terminal, *opened, stop);
    if (!desk)
        return terminal.fault(desk.error());
    auto state = (*desk)->state();
    if (!state)
        return terminal.fault(state.error());
    const auto item = std::ranges::find_if(state->checklist,
                                           [&](const review::ChecklistItem &one) { return one.question.id == positional[1]; });
    if (item == state->checklist.end())
        return terminal.fault(
            fail(ErrorKind::Input,
                 Message(QT_TRANSLATE_NOOP("app", "This change does not raise the question “%1”."), {safeText(positional[1])}),
                 {}, Message(QT_TRANSLATE_NOOP("app", "“countersign checklist” lists the questions that it raises.")))
                .error());
    const std::string evidence = arguments.isSet("evidence") ? arguments.value("evidence") : item->answer.evidence;
    return show(terminal, (*desk)->saveAnswer(positional[1], *answer, evidence));
}

} // namespace countersign::cli
