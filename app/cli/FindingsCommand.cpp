// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Command.h"

#include "core/Clock.h"
#include "core/SafeText.h"
#include "workbench/FindingsReport.h"
#include "workbench/ReviewDesk.h"

#include <QCoreApplication>
#include <QDate>
#include <QTimeZone>

#include <algorithm>

namespace countersign::cli
{

namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("cli", text);
}

/// A change that is opened for review.
struct Desk {
    std::shared_ptr<const workbench::ChangeReport> report;
    std::shared_ptr<workbench::ReviewDesk> desk;
};

Result<Desk> openDesk(const Terminal &terminal, const Arguments &arguments, const std::stop_token &stop)
{
    auto opened = openChange(terminal, arguments, stop);
    if (!opened)
        return std::unexpected(opened.error());
    Desk desk;
    desk.report = std::make_shared<const workbench::ChangeReport>(std::move(opened->report));
    auto review = workbench::ReviewDesk::open(opened->repository, desk.report, opened->engine->templates, stop);
    if (!review)
        return std::unexpected(review.error());
    desk.desk = std::move(*review);
    return desk;
}

Exit show(const Terminal &terminal, const Arguments &arguments, const Desk &desk, const Result<workbench::ReviewState> &state)
{
    if (!state)
        return terminal.fault(state.error());
    const auto &decisions = state->stored.findings;
    const Analysis &analysis = desk.report->analysis;
    const std::int64_t now = SystemClock().now();
    terminal.out(arguments.format() == "json" ? workbench::findingsJson(analysis, decisions, now)
                                              : workbench::findingsText(analysis, decisions, now));
    return Exit::Yes;
}

/// The findings that a word names: an id, the only one that begins so, or all look-alikes of it.
Result<std::vector<std::string>> findingsNamed(const Analysis &analysis, const std::string &word, bool wholeGroup)
{
    constexpr std::size_t shortest = 4;
    std::vector<const Finding *> fits;
    for (const Finding &finding : analysis.findings) {
        if (word.size() >= shortest && finding.id.starts_with(word))
            fits.push_back(&finding);
    }
    if (fits.size() != 1)
        return fail(ErrorKind::Input,
                    Message(fits.empty() ? QT_TRANSLATE_NOOP("app", "This change has no finding “%1”.")
                                         : QT_TRANSLATE_NOOP("app", "More than one finding begins with “%1”."),
                            {safeText(word)}),
                    {}, Message(QT_TRANSLATE_NOOP("app", "“countersign findings” lists the findings with their ids.")));
    std::vector<std::string> ids;
    for (const Finding &finding : analysis.findings) {
        if (&finding == fits.front() || (wholeGroup && finding.group == fits.front()->group))
            ids.push_back(finding.id);
    }
    return ids;
}

/// Midnight after the day, UTC. Nothing: not a day.
std::optional<std::int64_t> endOf(const std::string &day)
{
    const QDate date = QDate::fromString(QString::fromStdString(day), Qt::ISODate);
    return date.isValid() ? std::optional<std::int64_t>(date.addDays(1).startOfDay(QTimeZone::utc()).toSecsSinceEpoch())
                          : std::nullopt;
}

Exit decide(const Terminal &terminal, const char *command, review::FindingDecision decision, const QStringList &words,
            const std::stop_token &stop)
{
    Arguments arguments(terminal, command, 2, 2);
    arguments.addRepositoryOptions();
    arguments.addFormatOption("text|json");
    arguments.addOption({QStringLiteral("reason")}, QT_TRANSLATE_NOOP("cli", "Why, in one sentence."), "TEXT");
    arguments.addOption({QStringLiteral("group")}, QT_TRANSLATE_NOOP("cli", "Decide about all look-alikes at once."));
    arguments.addOption({QStringLiteral("undo")}, QT_TRANSLATE_NOOP("cli", "Take the decision back."));
    if (decision == review::FindingDecision::Waived)
        arguments.addOption({QStringLiteral("until")}, QT_TRANSLATE_NOOP("cli", "Last day that the waiver holds."), "YYYY-MM-DD");
    if (const auto stopNow = arguments.parse(words))
        return *stopNow;
    std::optional<std::int64_t> expires;
    if (decision == review::FindingDecision::Waived && arguments.isSet("until")) {
        expires = endOf(arguments.value("until"));
        if (!expires)
            return arguments.wrongUsage(tr(QT_TRANSLATE_NOOP("cli", "--until takes a day, such as 2026-12-31.")));
    }
    const auto desk = openDesk(terminal, arguments, stop);
    if (!desk)
        return terminal.fault(desk.error());
    const auto ids = findingsNamed(desk->report->analysis, arguments.positional()[1], arguments.isSet("group"));
    if (!ids)
        return terminal.fault(ids.error());
    Result<workbench::ReviewState> state;
    for (const std::string &id : *ids) {
        state = arguments.isSet("undo") ? desk->desk->withdrawDecision(id)
                                        : desk->desk->decide(id, decision, arguments.value("reason"), expires);
        if (!state)
            return terminal.fault(state.error());
    }
    return show(terminal, arguments, *desk, state);
}

} // namespace

Exit runFindings(const Terminal &terminal, const QStringList &words, std::stop_token stop)
{
    Arguments arguments(terminal, "findings", 1, 1);
    arguments.addRepositoryOptions();
    arguments.addFormatOption("text|json");
    if (const auto stopNow = arguments.parse(words))
        return *stopNow;
    const auto desk = openDesk(terminal, arguments, stop);
    return desk ? show(terminal, arguments, *desk, desk->desk->state()) : terminal.fault(desk.error());
}

Exit runAcknowledge(const Terminal &terminal, const QStringList &words, std::stop_token stop)
{
    return decide(terminal, "acknowledge", review::FindingDecision::Acknowledged, words, stop);
}

Exit runWaive(const Terminal &terminal, const QStringList &words, std::stop_token stop)
{
    return decide(terminal, "waive", review::FindingDecision::Waived, words, stop);
}

Exit runDispute(const Terminal &terminal, const QStringList &words, std::stop_token stop)
{
    return decide(terminal, "dispute", review::FindingDecision::Disputed, words, stop);
}

} // namespace countersign::cli
