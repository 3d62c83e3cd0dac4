// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "SigningOptions.h"

#include "core/SafeText.h"
#include "records/Process.h"
#include "workbench/LedgerShare.h"

#include <QCoreApplication>

namespace countersign::cli
{

namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("cli", text);
}

Exit share(const Terminal &terminal, const Arguments &arguments, git::Repository &repository, bool isPush,
           const std::stop_token &stop)
{
    const records::SystemProcessRunner runner;
    const auto remote = arguments.value("remote");
    const auto done = isPush ? workbench::pushLedger(repository, remote, runner, stop)
                             : workbench::fetchLedger(repository, remote, runner, stop);
    if (!done)
        return terminal.fault(done.error());
    terminal.say(
        tr(QT_TRANSLATE_NOOP("cli", "The ledger has %1 entries; %2 came from %3, %4 of yours were appended anew behind them."))
            .arg(done->size)
            .arg(done->fetched)
            .arg(QString::fromStdString(safeText(remote)))
            .arg(done->reappended)
            .toStdString());
    return Exit::Yes;
}

Exit checkpoint(const Terminal &terminal, const Arguments &arguments, git::Repository &repository, const std::stop_token &stop)
{
    const records::SystemProcessRunner runner;
    const auto signatory = findSignatory(arguments, repository, runner, stop);
    if (!signatory)
        return terminal.fault(signatory.error());
    const auto text = workbench::signCheckpoint(repository, *signatory, runner, {}, stop);
    if (!text)
        return terminal.fault(text.error());
    terminal.out(*text);
    return Exit::Yes;
}

} // namespace

Exit runLedger(const Terminal &terminal, const QStringList &given, std::stop_token stop)
{
    Arguments arguments(terminal, "ledger", 1, 1);
    addSigningOptions(arguments);
    arguments.addOption({QStringLiteral("remote")}, QT_TRANSLATE_NOOP("cli", "Remote or URL to share with (default: origin)."),
                        "REMOTE", QStringLiteral("origin"));
    if (const auto stopNow = arguments.parse(given))
        return *stopNow;
    auto repository = openRepository(arguments);
    if (!repository)
        return terminal.fault(repository.error());
    const auto word = arguments.positional().front();
    if (word == "push" || word == "fetch")
        return share(terminal, arguments, *repository, word == "push", stop);
    if (word == "checkpoint")
        return checkpoint(terminal, arguments, *repository, stop);
    return arguments.wrongUsage(tr(QT_TRANSLATE_NOOP("cli", "It takes: push, fetch or checkpoint.")));
}

} // namespace countersign::cli
