// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Hook.h"

#include "core/Clock.h"
#include "core/Joined.h"
#include "core/SafeText.h"
#include "workbench/Gatekeeper.h"

#include <nlohmann/json.hpp>

#include <QCoreApplication>

namespace countersign::cli
{

namespace
{

std::vector<std::string> english(const std::vector<Message> &messages)
{
    std::vector<std::string> out;
    for (const auto &message : messages)
        out.push_back(message.english());
    return out;
}

std::string gateJson(const Change &change, const records::GateReport &report)
{
    using Json = nlohmann::ordered_json;
    Json requirements = Json::array();
    for (const auto &requirement : report.requirements) {
        requirements.push_back({{"id", requirement.id},
                                {"title", requirement.title.english()},
                                {"status", name(requirement.status)},
                                {"people", requirement.people},
                                {"reasons", english(requirement.reasons)},
                                {"because", english(requirement.because)},
                                {"remedies", english(requirement.remedies)},
                                {"candidates", requirement.candidates}});
    }
    const Json json{{"schema", "countersign.gate/1"},      {"change", change.id},
                    {"head", change.head.hex()},           {"open", report.isOpen()},
                    {"policySha256", report.policySha256}, {"requirements", std::move(requirements)},
                    {"notes", english(report.notes)}};
    return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace

std::string gateText(const Terminal &terminal, const records::GateReport &report)
{
    const auto word =
        report.isOpen() ? QT_TRANSLATE_NOOP("cli", "The gate is open.") : QT_TRANSLATE_NOOP("cli", "The gate is closed.");
    std::string out =
        terminal.styled(QCoreApplication::translate("cli", word).toStdString(), report.isOpen() ? "1;32" : "1;31") + "\n";
    const auto line = [&out](const std::string &text) { out += std::string(17, ' ') + safeText(text) + "\n"; };
    for (const auto &requirement : report.requirements) {
        const bool good = requirement.status == records::RequirementStatus::Satisfied;
        out += "  " + terminal.styled(fitted(label(requirement.status).translated(), 14), good ? "32" : "31") + " "
            + safeText(requirement.title.translated()) + " [" + requirement.id + "]\n";
        for (const auto &person : requirement.people)
            line(person);
        for (const auto &reason : requirement.reasons)
            line(reason.translated());
        for (const auto &remedy : requirement.remedies)
            line(QCoreApplication::translate("cli", "Needed: %1").arg(QString::fromStdString(remedy.translated())).toStdString());
        if (const std::string who = joined(requirement.candidates); !who.empty())
            line(QCoreApplication::translate("cli", "Who can: %1").arg(QString::fromStdString(who)).toStdString());
    }
    for (const auto &note : report.notes)
        out += "  " + safeText(note.translated()) + "\n";
    return out;
}

Exit runGate(const Terminal &terminal, const QStringList &words, std::stop_token stop)
{
    Arguments arguments(terminal, "gate", 0, 1);
    arguments.addRepositoryOptions();
    arguments.addFormatOption("text|json");
    arguments.addOption({QStringLiteral("allowed-signers")},
                        QT_TRANSLATE_NOOP("cli", "Who may sign (default: git's gpg.ssh.allowedSignersFile)."), "FILE");
    arguments.addOption(
        {QStringLiteral("roster")},
        QT_TRANSLATE_NOOP("cli", "Fingerprint of the first roster (default: COUNTERSIGN_ROSTER, else what is pinned here)."),
        "FINGERPRINT");
    arguments.addOption({QStringLiteral("pusher")},
                        QT_TRANSLATE_NOOP("cli", "Who brings the change; their approval counts for nothing."), "ADDRESS");
    arguments.addOption(
        {QStringLiteral("hook")},
        QT_TRANSLATE_NOOP("cli",
                          "Judge a push instead of a change: pre-receive or pre-push, with git's lines on standard input."),
        "NAME");
    arguments.addOption(
        {QStringLiteral("branch")},
        QT_TRANSLATE_NOOP("cli",
                          "With --hook: gate only refs that fit; may come again (default: refs/heads/main, refs/heads/master)."),
        "GLOB");
    if (const auto stopNow = arguments.parse(words))
        return *stopNow;
    if (arguments.isSet("hook")) {
        HookOptions options{arguments.value("hook"), arguments.values("branch"), arguments.value("allowed-signers"),
                            arguments.value("roster"), arguments.value("pusher")};
        if (options.branches.empty())
            options.branches = {"refs/heads/main", "refs/heads/master"};
        return runHook(terminal, arguments, options, stop);
    }
    if (arguments.positional().empty())
        return arguments.wrongUsage(QCoreApplication::translate("cli", "Name a change, or give --hook."));
    auto opened = openChange(terminal, arguments, stop);
    if (!opened)
        return terminal.fault(opened.error());
    const std::string allowedSigners = arguments.value("allowed-signers");
    const auto gatekeeper =
        workbench::Gatekeeper::open(opened->repository, allowedSigners, SystemClock().now(), stop, arguments.value("roster"));
    if (!gatekeeper)
        return terminal.fault(gatekeeper.error());
    if (!gatekeeper->ledger().trust && gatekeeper->ledger().problems.empty()) {
        if (auto named = records::findAllowedSigners(&opened->repository, allowedSigners); !named)
            return terminal.fault(named.error());
    }
    for (const auto &problem : gatekeeper->signers().problems())
        terminal.say(safeText(problem.translated()));
    const Analysis &analysis = opened->report.analysis;
    const auto report = gatekeeper->judge(opened->repository, analysis, stop, arguments.value("pusher"));
    if (!report)
        return terminal.fault(report.error());
    terminal.out(arguments.format() == "json" ? gateJson(analysis.change, *report) : gateText(terminal, *report));
    return report->isOpen() ? Exit::Yes : Exit::No;
}

} // namespace countersign::cli
