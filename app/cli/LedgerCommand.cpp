// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "SigningOptions.h"

#include "core/Clock.h"
#include "core/SafeText.h"
#include "records/Process.h"
#include "records/Random.h"
#include "records/Timestamp.h"
#include "workbench/Checkpoints.h"
#include "workbench/LedgerShare.h"
#include "workbench/ReviewDesk.h"

#include <QCoreApplication>
#include <QFile>

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

Exit writeRequest(const Terminal &terminal, const Arguments &arguments, const git::Repository &repository,
                  const std::stop_token &stop)
{
    records::SystemRandom random;
    const auto request = workbench::timestampRequest(repository, random, stop);
    if (!request)
        return terminal.fault(request.error());
    const auto file = QString::fromStdString(arguments.value("tsa-query"));
    QFile out(file);
    const auto bytes = QByteArray::fromStdString(*request);
    if (!out.open(QIODevice::WriteOnly | QIODevice::NewOnly) || out.write(bytes) != bytes.size() || !out.flush())
        return terminal.fault({ErrorKind::Environment,
                               Message(QT_TRANSLATE_NOOP("app", "%1 cannot be written."), {safeText(file.toStdString())}),
                               out.errorString().toStdString(),
                               {}});
    terminal.say(
        tr(QT_TRANSLATE_NOOP("cli",
                             "Written to %1. Send it to a time-stamp authority and keep the answer, for example: curl -H "
                             "'Content-Type: application/timestamp-query' --data-binary @%1 -o answer.tsr URL. Then: "
                             "countersign ledger timestamp --tsa-reply answer.tsr"))
            .arg(file)
            .toStdString());
    return Exit::Yes;
}

/// Two steps, as nothing here talks to a network: the request is written, the answer is kept.
Exit timestamp(const Terminal &terminal, const Arguments &arguments, git::Repository &repository, const std::stop_token &stop)
{
    if (arguments.isSet("tsa-query") == arguments.isSet("tsa-reply"))
        return arguments.wrongUsage(tr(QT_TRANSLATE_NOOP("cli", "“ledger timestamp” takes --tsa-query or --tsa-reply.")));
    if (arguments.isSet("tsa-query"))
        return writeRequest(terminal, arguments, repository, stop);
    const auto authorities = timeAuthorities(arguments);
    if (!authorities)
        return terminal.fault(authorities.error());
    const auto reply = readTextFile(arguments.value("tsa-reply"), records::mostTimestampBytes);
    if (!reply)
        return terminal.fault(reply.error());
    const auto kept = workbench::keepTimestamp(repository, *reply, *authorities, workbench::reviewerOf(repository), stop);
    if (!kept)
        return terminal.fault(kept.error());
    terminal.out(formatUtc(kept->time) + "\n");
    if (authorities->empty())
        terminal.say(tr(QT_TRANSLATE_NOOP("cli", "Kept. Whose time stamp it is was not checked: name --tsa-ca FILE for that."))
                         .toStdString());
    return Exit::Yes;
}

} // namespace

Exit runLedger(const Terminal &terminal, const QStringList &given, std::stop_token stop)
{
    Arguments arguments(terminal, "ledger", 1, 1);
    addSigningOptions(arguments);
    arguments.addOption({QStringLiteral("remote")}, QT_TRANSLATE_NOOP("cli", "Remote or URL to share with (default: origin)."),
                        "REMOTE", QStringLiteral("origin"));
    arguments.addOption({QStringLiteral("tsa-query")},
                        QT_TRANSLATE_NOOP("cli", "timestamp: new file for the request to a time-stamp authority (RFC 3161)."),
                        "FILE");
    arguments.addOption({QStringLiteral("tsa-reply")}, QT_TRANSLATE_NOOP("cli", "timestamp: its answer, to be kept."), "FILE");
    addTimeAuthorityOption(arguments);
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
    if (word == "timestamp")
        return timestamp(terminal, arguments, *repository, stop);
    return arguments.wrongUsage(tr(QT_TRANSLATE_NOOP("cli", "It takes: push, fetch, checkpoint or timestamp.")));
}

} // namespace countersign::cli
