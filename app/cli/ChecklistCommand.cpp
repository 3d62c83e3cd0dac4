// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Command.h"

#include "core/SafeText.h"
#include "workbench/ReviewDesk.h"

#include <QCoreApplication>

#include <algorithm>

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

Exit show(const Terminal &terminal, const Result<workbench::ReviewState> &state)
{
    if (!state)
        return terminal.fault(state.error());
    for (const auto &item : state->checklist)
        terminal.out(itemText(terminal, item));
    const auto &lines = state->coverage.total;
    terminal.out(QCoreApplication::translate("cli", "Read: %1 of %2 changed lines, %3 of %4 AI lines\n")
                     .arg(lines.changed.read)
                     .arg(lines.changed.total)
                     .arg(lines.ai.read)
                     .arg(lines.ai.total)
                     .toStdString());
    return Exit::Yes;
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
    if (const auto stopNow = arguments.parse(words))
        return *stopNow;
    auto opened = openChange(terminal, arguments, stop);
    if (!opened)
        return terminal.fault(opened.error());
    auto desk = openDesk(terminal, *opened, stop);
    return desk ? show(terminal, (*desk)->state()) : terminal.fault(desk.error());
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
