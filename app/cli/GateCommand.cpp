// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Command.h"

#include "core/Clock.h"
#include "core/SafeText.h"
#include "workbench/Gatekeeper.h"

#include <nlohmann/json.hpp>

#include <QCoreApplication>

namespace countersign::cli
{

namespace
{

std::string gateText(const Terminal &terminal, const records::GateReport &report)
{
    const auto word =
        report.isOpen() ? QT_TRANSLATE_NOOP("cli", "The gate is open.") : QT_TRANSLATE_NOOP("cli", "The gate is closed.");
    std::string out =
        terminal.styled(QCoreApplication::translate("cli", word).toStdString(), report.isOpen() ? "1;32" : "1;31") + "\n";
    for (const auto &requirement : report.requirements) {
        const bool good = requirement.status == records::RequirementStatus::Satisfied;
        out += "  " + terminal.styled(fitted(label(requirement.status).translated(), 14), good ? "32" : "31") + " "
            + safeText(requirement.title.translated()) + "\n";
        for (const auto &person : requirement.people)
            out += std::string(17, ' ') + safeText(person) + "\n";
        for (const auto &reason : requirement.reasons)
            out += std::string(17, ' ') + safeText(reason.translated()) + "\n";
    }
    for (const auto &note : report.notes)
        out += "  " + safeText(note.translated()) + "\n";
    return out;
}

std::string gateJson(const Change &change, const records::GateReport &report)
{
    using Json = nlohmann::ordered_json;
    Json requirements = Json::array();
    for (const auto &requirement : report.requirements) {
        Json reasons = Json::array();
        for (const auto &reason : requirement.reasons)
            reasons.push_back(reason.english());
        requirements.push_back({{"id", requirement.id},
                                {"title", requirement.title.english()},
                                {"status", name(requirement.status)},
                                {"people", requirement.people},
                                {"reasons", std::move(reasons)}});
    }
    Json notes = Json::array();
    for (const auto &note : report.notes)
        notes.push_back(note.english());
    const Json json{{"schema", "countersign.gate/1"},
                    {"change", change.id},
                    {"head", change.head.hex()},
                    {"open", report.isOpen()},
                    {"policySha256", report.policySha256},
                    {"requirements", std::move(requirements)},
                    {"notes", std::move(notes)}};
    return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace

Exit runGate(const Terminal &terminal, const QStringList &words, std::stop_token stop)
{
    Arguments arguments(terminal, "gate", 1, 1);
    arguments.addRepositoryOptions();
    arguments.addFormatOption("text|json");
    arguments.addOption({QStringLiteral("allowed-signers")},
                        QT_TRANSLATE_NOOP("cli", "Who may sign (default: git's gpg.ssh.allowedSignersFile)."), "FILE");
    if (const auto stopNow = arguments.parse(words))
        return *stopNow;
    auto opened = openChange(terminal, arguments, stop);
    if (!opened)
        return terminal.fault(opened.error());
    const std::string allowedSigners = arguments.value("allowed-signers");
    if (auto named = records::findAllowedSigners(&opened->repository, allowedSigners); !named)
        return terminal.fault(named.error());
    const auto gatekeeper = workbench::Gatekeeper::open(opened->repository, allowedSigners, SystemClock().now(), stop);
    if (!gatekeeper)
        return terminal.fault(gatekeeper.error());
    for (const auto &problem : gatekeeper->signers().problems())
        terminal.say(safeText(problem.translated()));
    const Analysis &analysis = opened->report.analysis;
    const auto report = gatekeeper->judge(opened->repository, analysis, stop);
    if (!report)
        return terminal.fault(report.error());
    terminal.out(arguments.format() == "json" ? gateJson(analysis.change, *report) : gateText(terminal, *report));
    return report->isOpen() ? Exit::Yes : Exit::No;
}

} // namespace countersign::cli
