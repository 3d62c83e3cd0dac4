// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Command.h"

#include "core/SafeText.h"
#include "risk/DeclarativeRule.h"
#include "risk/Detector.h"
#include "risk/RuleCatalogue.h"
#include "workbench/RuleList.h"
#include "workbench/RuleTest.h"
#include "workbench/TrustRoot.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>
#include <filesystem>
#include <utility>

namespace countersign::cli
{

namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("cli", text);
}

std::string line(const char *heading, const std::string &text)
{
    return "  " + fitted(tr(heading).toStdString(), 12) + " " + safeText(text, 400) + "\n";
}

/// The rules that hold for changes to the target branch.
Result<std::shared_ptr<const workbench::Engine>> rulesInForce(const Arguments &arguments)
{
    auto engine = workbench::Engine::load();
    if (!engine)
        return engine;
    const auto repository = openRepository(arguments);
    if (!repository) // outside any repository: the built-in ones
        return arguments.isSet("repository")
            ? Result<std::shared_ptr<const workbench::Engine>>(std::unexpected(repository.error()))
            : engine;
    const auto target = repository->targetBranch(arguments.value("target"));
    if (!target)
        return arguments.isSet("target") ? Result<std::shared_ptr<const workbench::Engine>>(std::unexpected(target.error()))
                                         : engine;
    const auto team = workbench::readTeamFiles(*repository, target->target);
    return team.isEmpty() ? engine : (*engine)->with(team);
}

Exit listRules(const Terminal &terminal, const Arguments &arguments, const workbench::Engine &engine)
{
    const auto listed = workbench::listRules(*engine.rules);
    if (arguments.format() == "json") {
        terminal.out(workbench::rulesJson(*engine.rules));
    } else {
        for (const auto &rule : listed)
            terminal.out(fitted(rule.id, 10) + " " + fitted(rule.severity ? label(*rule.severity).translated() : "-", 9) + " "
                         + fitted(rule.source.empty() ? std::string("-") : safeText(rule.source), 20) + " "
                         + safeText(rule.purpose.translated()) + "\n");
    }
    for (const Message &problem : engine.problems)
        terminal.say(safeText(problem.translated()));
    return engine.problems.empty() ? Exit::Yes : Exit::Fault;
}

std::string directionText(risk::Direction direction)
{
    switch (direction) {
    case risk::Direction::Added:
        return tr(QT_TRANSLATE_NOOP("cli", "what comes in")).toStdString();
    case risk::Direction::Removed:
        return tr(QT_TRANSLATE_NOOP("cli", "what goes away")).toStdString();
    case risk::Direction::Changed:
        return tr(QT_TRANSLATE_NOOP("cli", "what becomes something else")).toStdString();
    case risk::Direction::Any:
        return tr(QT_TRANSLATE_NOOP("cli", "any change of the file")).toStdString();
    }
    std::unreachable();
}

std::string ruleText(const Terminal &terminal, const risk::DeclarativeRule &rule)
{
    std::string out = "\n" + terminal.styled(safeText(Message(rule.title, {"…", "…"}).translated()), "1") + "\n";
    out += line(QT_TRANSLATE_NOOP("cli", "Severity:"), label(rule.severity).translated());
    out += line(QT_TRANSLATE_NOOP("cli", "Judges:"), directionText(rule.direction));
    out += line(QT_TRANSLATE_NOOP("cli", "Why:"), Message(rule.why).translated());
    out += line(QT_TRANSLATE_NOOP("cli", "Check:"), Message(rule.check).translated());
    for (const risk::Counter &counter : rule.counters)
        out += line(QT_TRANSLATE_NOOP("cli", "Lowered by:"), Message(counter.text).translated());
    for (const auto &pattern : rule.patterns)
        out += line(QT_TRANSLATE_NOOP("cli", "Pattern:"), pattern.expression());
    for (const auto &pattern : rule.to)
        out += line(QT_TRANSLATE_NOOP("cli", "Becomes:"), pattern.expression());
    return out + line(QT_TRANSLATE_NOOP("cli", "Defined in:"), rule.source + ":" + std::to_string(rule.line));
}

Exit explainRule(const Terminal &terminal, const Arguments &arguments, const workbench::Engine &engine)
{
    const std::string id = arguments.positional().at(1);
    const auto purpose = risk::purposeOf(id);
    const bool isDetected = std::ranges::contains(risk::detectors(), id, [](const auto &detector) { return detector->rule(); });
    std::string out;
    for (const auto &rule : engine.rules->rules()) {
        if (rule->id == id)
            out += ruleText(terminal, *rule);
    }
    if (out.empty() && !isDetected && !purpose)
        return arguments.wrongUsage(tr(QT_TRANSLATE_NOOP("cli", "There is no rule “%1”.")).arg(QString::fromStdString(id)));
    std::string head = terminal.styled(safeText(id), "1") + (purpose ? "  " + purpose->translated() : std::string()) + "\n";
    if (isDetected)
        head += "  "
            + tr(QT_TRANSLATE_NOOP("cli", "It looks at the structure of the files and is part of the program.")).toStdString()
            + "\n";
    terminal.out(head + out);
    return Exit::Yes;
}

/// The files that were named; without any, those of the work tree.
Result<std::vector<risk::RuleFile>> ruleFiles(const Arguments &arguments)
{
    std::vector<std::string> names = arguments.positional();
    names.erase(names.begin());
    if (names.empty()) {
        const auto repository = openRepository(arguments);
        if (!repository)
            return std::unexpected(repository.error());
        const auto root = repository->workDirectory();
        std::error_code ignored;
        for (std::filesystem::directory_iterator at(root.value_or(".") / workbench::teamRulesFolder, ignored), end; at != end;
             at.increment(ignored)) {
            if (at->path().extension() == ".toml")
                names.push_back(at->path().string());
        }
        std::ranges::sort(names);
    }
    std::vector<risk::RuleFile> files;
    for (const std::string &name : names) {
        QFile file(QString::fromStdString(name));
        if (!file.open(QIODevice::ReadOnly))
            return fail(ErrorKind::Input, Message(QT_TRANSLATE_NOOP("app", "The rule file cannot be read.")), name);
        files.push_back({name, file.readAll().toStdString()});
    }
    return files;
}

Exit testRules(const Terminal &terminal, const Arguments &arguments)
{
    const auto files = ruleFiles(arguments);
    if (!files)
        return terminal.fault(files.error());
    const workbench::RuleTestReport report = workbench::testRules(*files);
    for (const auto &result : report.results) {
        if (result.passed())
            continue;
        const char *const text = result.isExpected ? QT_TRANSLATE_NOOP("cli", "%1 (%2), example %3: nothing was found")
                                                   : QT_TRANSLATE_NOOP("cli", "%1 (%2), example %3: something was found");
        terminal.out(safeText(tr(text)
                                  .arg(QString::fromStdString(result.rule), QString::fromStdString(result.where),
                                       QString::fromStdString(result.name))
                                  .toStdString(),
                              400)
                     + "\n");
    }
    for (const std::string &rule : report.lacking)
        terminal.out(safeText(tr(QT_TRANSLATE_NOOP("cli", "%1 needs an example that is found and one that is not"))
                                  .arg(QString::fromStdString(rule))
                                  .toStdString(),
                              400)
                     + "\n");
    for (const Error &error : report.broken)
        (void)terminal.fault(error);
    terminal.out(tr(QT_TRANSLATE_NOOP("cli", "%1 of %2 examples are as they should be."))
                     .arg(std::ranges::count_if(report.results, &workbench::ExampleResult::passed))
                     .arg(report.results.size())
                     .toStdString()
                 + "\n");
    if (!report.broken.empty())
        return Exit::Fault;
    return report.passed() ? Exit::Yes : Exit::No;
}

} // namespace

Exit runRules(const Terminal &terminal, const QStringList &words, std::stop_token)
{
    Arguments arguments(terminal, "rules", 1, -1);
    arguments.addRepositoryOptions();
    arguments.addFormatOption("text|json");
    if (const auto stopNow = arguments.parse(words))
        return *stopNow;
    const auto given = arguments.positional();
    if (given.front() == "test")
        return testRules(terminal, arguments);
    const bool isList = given.front() == "list" && given.size() == 1;
    if (!isList && (given.front() != "explain" || given.size() != 2))
        return arguments.wrongUsage(tr(QT_TRANSLATE_NOOP("cli", "Say rules list, rules explain ID or rules test [FILE...].")));
    const auto engine = rulesInForce(arguments);
    if (!engine)
        return terminal.fault(engine.error());
    return isList ? listRules(terminal, arguments, **engine) : explainRule(terminal, arguments, **engine);
}

} // namespace countersign::cli
