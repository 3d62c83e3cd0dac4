// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Command.h"

#include "core/SafeText.h"
#include "records/Process.h"
#include "workbench/Signing.h"

#include <QCoreApplication>

namespace countersign::cli
{

namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("cli", text);
}

void addSigningOptions(Arguments &arguments)
{
    arguments.addRepositoryOptions();
    arguments.addOption(
        {QStringLiteral("key")},
        QT_TRANSLATE_NOOP("cli", "Key to sign with: a key file, its .pub, or SHA256:… (default: git's user.signingKey)."), "KEY");
    arguments.addOption(
        {QStringLiteral("as")},
        QT_TRANSLATE_NOOP("cli", "Who signs, as allowed_signers names it (default: the key's owner there, else user.email)."),
        "ADDRESS");
    arguments.addOption({QStringLiteral("allowed-signers")},
                        QT_TRANSLATE_NOOP("cli", "Who may sign (default: git's gpg.ssh.allowedSignersFile)."), "FILE");
}

/// The key, and the person it belongs to.
Result<workbench::Signatory> findSignatory(const Arguments &arguments, const git::Repository &repository,
                                           const records::ProcessRunner &runner, const std::stop_token &stop)
{
    return workbench::findSignatory(repository,
                                    {arguments.value("key"), arguments.value("as"), arguments.value("allowed-signers")}, runner,
                                    SystemClock().now(), stop);
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

Exit decide(const Terminal &terminal, const char *command, records::RecordKind kind, const QStringList &words,
            const std::stop_token &stop)
{
    Arguments arguments(terminal, command, 1, 1);
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
    const auto draft =
        workbench::draftRecord(opened->repository, kind, report->analysis, *state, opened->engine->templates, *signatory, stop);
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
