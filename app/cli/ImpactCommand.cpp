// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Command.h"

#include "core/SafeText.h"
#include "workbench/Json.h"
#include "workbench/Markdown.h"

#include <QCoreApplication>

namespace countersign::cli
{

namespace
{

std::string dependentText(const Dependent &dependent)
{
    std::string out = "  " + std::to_string(dependent.hops) + "  " + safeText(dependent.path);
    if (dependent.line != noLine)
        out += ":" + std::to_string(dependent.line);
    if (dependent.hops > 1)
        out += "  <- " + safeText(dependent.via);
    for (const std::string &owner : dependent.owners)
        out += " " + safeText(owner);
    return out + "\n";
}

} // namespace

Exit runImpact(const Terminal &terminal, const QStringList &words, std::stop_token stop)
{
    Arguments arguments(terminal, "impact", 1, 1);
    arguments.addRepositoryOptions();
    arguments.addOption({QStringLiteral("at")}, QT_TRANSLATE_NOOP("cli", "Commit whose files are looked at."), "COMMIT",
                        QStringLiteral("HEAD"));
    arguments.addFormatOption("text|json|markdown");
    if (const auto stopNow = arguments.parse(words))
        return *stopNow;
    auto engine = workbench::Engine::load();
    if (!engine)
        return terminal.fault(engine.error());
    auto repository = openRepository(arguments);
    if (!repository)
        return terminal.fault(repository.error());
    const auto id = repository->resolveCommit(arguments.value("at"));
    if (!id)
        return terminal.fault(id.error());
    const auto commit = repository->commit(*id);
    if (!commit)
        return terminal.fault(commit.error());
    const auto index =
        (*engine)->surroundings->index(*repository, commit->tree, {}, workbench::allCores(), stop, statusLine(terminal));
    terminal.status({});
    if (!index)
        return terminal.fault(index.error());
    const std::string what = arguments.positional().front();
    const impact::Users users = impact::usersOf(**index, what);
    if (users.definers.empty()) {
        terminal.say(QCoreApplication::translate("cli", "Neither a file nor a name that a file defines: %1")
                         .arg(QString::fromStdString(safeText(what)))
                         .toStdString());
        return Exit::No;
    }
    if (arguments.format() != "text") {
        terminal.out(arguments.format() == "json" ? workbench::usersJson(what, users) : workbench::usersMarkdown(what, users));
        return Exit::Yes;
    }
    for (const std::string &definer : users.definers)
        terminal.out(safeText(definer) + "\n");
    for (const Dependent &dependent : users.dependents)
        terminal.out(dependentText(dependent));
    return Exit::Yes;
}

} // namespace countersign::cli
