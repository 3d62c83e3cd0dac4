// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "SigningOptions.h"

#include "core/SafeText.h"
#include "records/Process.h"
#include "workbench/Signing.h"

#include <QCoreApplication>

#include <algorithm>
#include <expected>

namespace countersign::cli
{

namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("cli", text);
}

/// Signs the shown draft, appends it to the ledger, and says where it is.
Exit finish(const Terminal &terminal, OpenedChange &opened, const workbench::Signatory &signatory,
            const Result<records::StatementDraft> &draft, const records::ProcessRunner &runner, const std::stop_token &stop)
{
    if (!draft)
        return terminal.fault(draft.error());
    const auto done = workbench::signAndAppend(opened.repository, *draft, signatory, runner, {}, stop);
    if (!done)
        return terminal.fault(done.error());
    terminal.out(done->record.id + "\n");
    terminal.say(tr(QT_TRANSLATE_NOOP("cli", "Signed as %1 and recorded as number %2 of the ledger."))
                     .arg(QString::fromStdString(safeText(signatory.id)))
                     .arg(done->leaf.index + 1)
                     .toStdString());
    return Exit::Yes;
}

/// "canary:1:60" is a stage of one percent that is watched for sixty minutes.
std::optional<records::RolloutStage> readStage(const std::string &text)
{
    const auto parts = QString::fromStdString(text).split(QLatin1Char(':'));
    bool isPercent = false;
    bool isMinutes = false;
    if (parts.size() != 3)
        return std::nullopt;
    const records::RolloutStage stage{parts[0].toStdString(), parts[1].toUInt(&isPercent), parts[2].toUInt(&isMinutes)};
    return isPercent && isMinutes && !stage.name.empty() && stage.percent <= 100 ? std::optional(stage) : std::nullopt;
}

void addExtraOptions(Arguments &arguments, records::RecordKind kind)
{
    arguments.addOption(
        {QStringLiteral("stage")},
        QT_TRANSLATE_NOOP("cli", "A stage of the rollout, in order; may come again (canary:1:60 is 1 percent for 60 minutes)."),
        "NAME:PERCENT:MINUTES");
    arguments.addOption({QStringLiteral("rollback-trigger")}, QT_TRANSLATE_NOOP("cli", "What makes you roll back, and how."),
                        "TEXT");
    if (kind != records::RecordKind::Override)
        return;
    arguments.addOption({QStringLiteral("requirement")},
                        QT_TRANSLATE_NOOP("cli", "Requirement to override, as the gate names it; may come again."), "ID");
    arguments.addOption({QStringLiteral("reason")}, QT_TRANSLATE_NOOP("cli", "Why."), "TEXT");
}

/// What the options say; an error of usage as text.
std::expected<workbench::RecordExtras, QString> readExtras(const Arguments &arguments, records::RecordKind kind)
{
    workbench::RecordExtras extras;
    records::Rollout rollout;
    rollout.rollbackTrigger = arguments.value("rollback-trigger");
    for (const auto &text : arguments.values("stage")) {
        auto stage = readStage(text);
        if (!stage)
            return std::unexpected(
                tr(QT_TRANSLATE_NOOP("cli", "“%1” is no stage: NAME:PERCENT:MINUTES.")).arg(QString::fromStdString(text)));
        rollout.stages.push_back(std::move(*stage));
    }
    if (!rollout.stages.empty() || !rollout.rollbackTrigger.empty())
        extras.rollout = std::move(rollout);
    if (kind != records::RecordKind::Override)
        return extras;
    extras.overrides = records::OverrideClaim{arguments.values("requirement"), arguments.value("reason")};
    std::ranges::sort(extras.overrides->requirements);
    if (extras.overrides->requirements.empty() || extras.overrides->reason.empty())
        return std::unexpected(tr(QT_TRANSLATE_NOOP("cli", "An override needs --requirement and --reason.")));
    return extras;
}

Exit decide(const Terminal &terminal, const char *command, records::RecordKind kind, const QStringList &words,
            const std::stop_token &stop)
{
    Arguments arguments(terminal, command, 1, 1);
    addSigningOptions(arguments);
    addExtraOptions(arguments, kind);
    if (const auto stopNow = arguments.parse(words))
        return *stopNow;
    const auto extras = readExtras(arguments, kind);
    if (!extras)
        return arguments.wrongUsage(extras.error());
    auto opened = openChange(terminal, arguments, stop);
    if (!opened)
        return terminal.fault(opened.error());
    const records::SystemProcessRunner runner;
    auto signatory = findSignatory(arguments, opened->repository, runner, stop);
    if (!signatory)
        return terminal.fault(signatory.error());
    const auto report = std::make_shared<const workbench::ChangeReport>(std::move(opened->report));
    auto desk = workbench::ReviewDesk::open(opened->repository, report, opened->engine->templates, stop);
    if (!desk)
        return terminal.fault(desk.error());
    const auto state = (*desk)->state();
    if (!state)
        return terminal.fault(state.error());
    if (kind == records::RecordKind::Approve) {
        for (const auto &missing : workbench::missingParts(*state))
            terminal.say(tr(QT_TRANSLATE_NOOP("cli", "Note: %1 The record says so."))
                             .arg(QString::fromStdString(safeText(missing.translated())))
                             .toStdString());
    }
    const auto draft = workbench::draftRecord(opened->repository, kind, report->analysis, *state, opened->engine->templates,
                                              *signatory, stop, *extras);
    return finish(terminal, *opened, *signatory, draft, runner, stop);
}

} // namespace

Exit runApprove(const Terminal &terminal, const QStringList &words, std::stop_token stop)
{
    return decide(terminal, "approve", records::RecordKind::Approve, words, stop);
}

Exit runReject(const Terminal &terminal, const QStringList &words, std::stop_token stop)
{
    return decide(terminal, "reject", records::RecordKind::Reject, words, stop);
}

Exit runOverride(const Terminal &terminal, const QStringList &words, std::stop_token stop)
{
    return decide(terminal, "override", records::RecordKind::Override, words, stop);
}

Exit runWithdraw(const Terminal &terminal, const QStringList &words, std::stop_token stop)
{
    Arguments arguments(terminal, "withdraw", 1, 1);
    addSigningOptions(arguments);
    if (const auto stopNow = arguments.parse(words))
        return *stopNow;
    auto opened = openChange(terminal, arguments, stop);
    if (!opened)
        return terminal.fault(opened.error());
    const records::SystemProcessRunner runner;
    auto signatory = findSignatory(arguments, opened->repository, runner, stop);
    if (!signatory)
        return terminal.fault(signatory.error());
    const auto draft = workbench::draftWithdrawal(opened->repository, opened->report.analysis.change, *signatory, stop);
    return finish(terminal, *opened, *signatory, draft, runner, stop);
}

} // namespace countersign::cli
