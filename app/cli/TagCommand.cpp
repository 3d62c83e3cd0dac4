// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Command.h"

#include "core/Clock.h"
#include "core/SafeText.h"
#include "provenance/Tag.h"

#include <QCoreApplication>

namespace countersign::cli
{

namespace
{

/// What --path and --lines name; nothing when they make no sense.
std::optional<provenance::TagScope> scopeOf(const Arguments &arguments)
{
    provenance::TagScope scope{arguments.value("path"), std::nullopt};
    if (!arguments.isSet("lines"))
        return scope;
    const QString text = QString::fromStdString(arguments.value("lines"));
    bool isFirst = false;
    bool isLast = false;
    const LineNumber first = text.section(QLatin1Char('-'), 0, 0).toUInt(&isFirst);
    const LineNumber last = text.contains(QLatin1Char('-')) ? text.section(QLatin1Char('-'), 1).toUInt(&isLast) : first;
    if (scope.path.empty() || !isFirst || (text.contains(QLatin1Char('-')) && !isLast) || first == noLine || last < first)
        return std::nullopt;
    scope.lines = LineRange{first, last};
    return scope;
}

} // namespace

Exit runTag(const Terminal &terminal, const QStringList &words, std::stop_token stop)
{
    Arguments arguments(terminal, "tag", 1, 1);
    arguments.addRepositoryOptions();
    arguments.addOption({QStringLiteral("tool")}, QT_TRANSLATE_NOOP("cli", "Tool that assisted, for example claude-code."),
                        "NAME");
    arguments.addOption({QStringLiteral("model")}, QT_TRANSLATE_NOOP("cli", "Model that it used."), "NAME");
    arguments.addOption({QStringLiteral("path")}, QT_TRANSLATE_NOOP("cli", "Only this file of the change."), "FILE");
    arguments.addOption({QStringLiteral("lines")},
                        QT_TRANSLATE_NOOP("cli", "Only these lines of the file, as the change leaves it."), "FIRST-LAST");
    if (const auto stopNow = arguments.parse(words))
        return *stopNow;
    if (!arguments.isSet("tool"))
        return arguments.wrongUsage(QCoreApplication::translate("cli", "Name the tool with --tool NAME."));
    const auto scope = scopeOf(arguments);
    if (!scope)
        return arguments.wrongUsage(
            QCoreApplication::translate("cli", "--lines takes FIRST-LAST or one line, and goes with --path."));
    auto opened = openChange(terminal, arguments, std::move(stop));
    if (!opened)
        return terminal.fault(opened.error());
    Signature who;
    who.name = opened->repository.config("user.name").value_or("");
    who.email = opened->repository.config("user.email").value_or("");
    who.time = SystemClock().now();
    auto tagged = provenance::tagChange(opened->repository, opened->report.analysis.change, arguments.value("tool"),
                                        arguments.value("model"), who, *scope);
    if (!tagged)
        return terminal.fault(tagged.error());
    terminal.say(QCoreApplication::translate("cli", "Tagged. The note stays in this repository until you push %1.")
                     .arg(QLatin1String(provenance::tagsRef.data(), static_cast<qsizetype>(provenance::tagsRef.size())))
                     .toStdString());
    return Exit::Yes;
}

} // namespace countersign::cli
