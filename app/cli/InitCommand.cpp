// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "SigningOptions.h"

#include "core/Clock.h"
#include "core/SafeText.h"
#include "records/Process.h"
#include "records/Random.h"
#include "workbench/RosterDesk.h"

#include <QCoreApplication>

namespace countersign::cli
{

namespace
{

constexpr std::int64_t secondsOfADay = 24L * 60 * 60;

QString tr(const char *text)
{
    return QCoreApplication::translate("cli", text);
}

} // namespace

Exit runInit(const Terminal &terminal, const QStringList &given, std::stop_token stop)
{
    Arguments arguments(terminal, "init", 0, 0);
    addSigningOptions(arguments);
    arguments.addOption({QStringLiteral("roles")},
                        QT_TRANSLATE_NOOP("cli", "Your roles beside maintainer (default: reviewer,senior)."), "LIST");
    arguments.addOption({QStringLiteral("address")},
                        QT_TRANSLATE_NOOP("cli", "Another address that you commit with; may come again."), "ADDRESS");
    arguments.addOption({QStringLiteral("policy")}, QT_TRANSLATE_NOOP("cli", "The policy (default: the built-in one)."), "FILE");
    arguments.addOption({QStringLiteral("days")}, QT_TRANSLATE_NOOP("cli", "Days until the roster has to be renewed."), "DAYS",
                        QStringLiteral("365"));
    if (const auto stopNow = arguments.parse(given))
        return *stopNow;
    const auto days = QString::fromStdString(arguments.value("days")).toInt();
    if (days < 1 || days > 3650)
        return arguments.wrongUsage(tr(QT_TRANSLATE_NOOP("cli", "--days takes 1 to 3650.")));
    auto repository = openRepository(arguments);
    if (!repository)
        return terminal.fault(repository.error());
    const records::SystemProcessRunner runner;
    const auto signatory = findSignatory(arguments, *repository, runner, stop);
    if (!signatory)
        return terminal.fault(signatory.error());
    workbench::InitChoice choice{
        signatory->id, words(arguments.value("roles")), arguments.values("address"), {}, days * secondsOfADay};
    if (arguments.isSet("policy")) {
        auto policy = readTextFile(arguments.value("policy"), 256UL * 1024);
        if (!policy)
            return terminal.fault(policy.error());
        choice.policyText = std::move(*policy);
    }
    records::SystemRandom random;
    const auto roster = workbench::draftFirstRoster(*repository, choice, signatory->key.key, SystemClock(), random, stop);
    if (!roster)
        return terminal.fault(roster.error());
    const auto policyText = choice.policyText.empty() ? records::defaultPolicy().text : choice.policyText;
    const auto done = workbench::signRoster(*repository, *roster, policyText, signatory->key, runner, {}, stop);
    if (!done)
        return terminal.fault(done.error());
    terminal.out(done->roster.id + "\n");
    terminal.say(tr(QT_TRANSLATE_NOOP("cli", "%1 is the first maintainer of repository %2."))
                     .arg(QString::fromStdString(safeText(signatory->id)), QString::fromStdString(roster->repositoryId))
                     .toStdString());
    terminal.say(tr(QT_TRANSLATE_NOOP(
                        "cli",
                        "The line above is the fingerprint of the roster. Everybody else compares it with you, on another way "
                        "than git, and pins it once: countersign roster pin FINGERPRINT"))
                     .toStdString());
    return Exit::Yes;
}

} // namespace countersign::cli
