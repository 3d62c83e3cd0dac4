// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Terminal.h"

#include "core/Error.h"
#include "git/ChangeResolver.h"
#include "git/Repository.h"
#include "records/Gate.h"
#include "workbench/ChangeReport.h"
#include "workbench/Engine.h"

#include <QCommandLineOption>
#include <QCommandLineParser>
#include <QStringList>

#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>

namespace countersign::cli
{

/// One command of the command line: a row of the table in Commands.cpp.
struct Command {
    const char *name;
    const char *arguments; ///< what follows the name in the usage line; translated with context "cli"
    const char *summary; ///< one sentence; translated with context "cli"
    Exit (*run)(const Terminal &terminal, const QStringList &arguments, std::stop_token stop);
};

/// Every command, in the order of the help.
[[nodiscard]] std::span<const Command> commands();
[[nodiscard]] const Command *findCommand(const QString &name);

/// Parser for one command: its own options and arguments, --help, and the errors of wrong usage.
class Arguments
{
public:
    /// @p positional how many arguments may follow: at least, at most (-1: any number).
    Arguments(const Terminal &terminal, const char *command, int least, int most);

    void addOption(const QStringList &names, const char *description, const char *value = nullptr, const QString &standard = {});
    /// -C REPO and --target BRANCH.
    void addRepositoryOptions();
    void addFormatOption(const char *choices);

    /// Reads them. Something: stop now with this exit code (help was asked for, or the usage is wrong).
    [[nodiscard]] std::optional<Exit> parse(const QStringList &arguments);

    [[nodiscard]] bool isSet(const char *option) const;
    [[nodiscard]] std::string value(const char *option) const;
    [[nodiscard]] std::vector<std::string> values(const char *option) const;
    [[nodiscard]] std::vector<std::string> positional() const;
    [[nodiscard]] std::string format() const { return value("format"); }

    /// Says what is wrong with the usage and how to see the help.
    [[nodiscard]] Exit wrongUsage(const QString &what) const;

private:
    const Terminal &m_terminal;
    const Command *m_command;
    int m_least;
    int m_most;
    std::vector<std::string> m_formats;
    QCommandLineParser m_parser;
};

/// A repository and a change opened for a command.
struct OpenedChange {
    git::Repository repository;
    std::shared_ptr<const workbench::Engine> engine;
    workbench::ChangeReport report;
};

/// A repository and a change that was found in it, nothing computed yet.
struct ResolvedChange {
    git::Repository repository;
    Change change;
};

/// Opens -C REPO (the current folder without it); a patch or bundle outside any repository gets a scratch one.
[[nodiscard]] Result<git::Repository> openRepository(const Arguments &arguments, const std::string &spec = {});
/// Opens the repository and resolves the change named by the first argument, "-" read from standard input.
[[nodiscard]] Result<ResolvedChange> resolveChange(const Arguments &arguments, std::stop_token stop);
/// Opens the repository, resolves and analyses the change named by the first argument, "-" read from standard input.
[[nodiscard]] Result<OpenedChange> openChange(const Terminal &terminal, const Arguments &arguments, std::stop_token stop);
/// Shows progress on a terminal.
[[nodiscard]] ProgressCallback statusLine(const Terminal &terminal);
/// All of standard input; at most 1 GiB.
[[nodiscard]] Result<std::string> readStandardInput();

/// The report as text: each requirement with its id, who counts, what is missing and who can bring it.
[[nodiscard]] std::string gateText(const Terminal &terminal, const records::GateReport &report);

// The commands
Exit runQueue(const Terminal &, const QStringList &, std::stop_token);
Exit runAnalyze(const Terminal &, const QStringList &, std::stop_token);
Exit runFindings(const Terminal &, const QStringList &, std::stop_token);
Exit runAcknowledge(const Terminal &, const QStringList &, std::stop_token);
Exit runWaive(const Terminal &, const QStringList &, std::stop_token);
Exit runDispute(const Terminal &, const QStringList &, std::stop_token);
Exit runRules(const Terminal &, const QStringList &, std::stop_token);
Exit runShow(const Terminal &, const QStringList &, std::stop_token);
Exit runChecklist(const Terminal &, const QStringList &, std::stop_token);
Exit runAnswer(const Terminal &, const QStringList &, std::stop_token);
Exit runComments(const Terminal &, const QStringList &, std::stop_token);
Exit runComment(const Terminal &, const QStringList &, std::stop_token);
Exit runInterDiff(const Terminal &, const QStringList &, std::stop_token);
Exit runApprove(const Terminal &, const QStringList &, std::stop_token);
Exit runReject(const Terminal &, const QStringList &, std::stop_token);
Exit runOverride(const Terminal &, const QStringList &, std::stop_token);
Exit runInit(const Terminal &, const QStringList &, std::stop_token);
Exit runRoster(const Terminal &, const QStringList &, std::stop_token);
Exit runPolicy(const Terminal &, const QStringList &, std::stop_token);
Exit runLedger(const Terminal &, const QStringList &, std::stop_token);
Exit runWithdraw(const Terminal &, const QStringList &, std::stop_token);
Exit runGate(const Terminal &, const QStringList &, std::stop_token);
Exit runVerify(const Terminal &, const QStringList &, std::stop_token);
Exit runExport(const Terminal &, const QStringList &, std::stop_token);
Exit runTag(const Terminal &, const QStringList &, std::stop_token);
Exit runImpact(const Terminal &, const QStringList &, std::stop_token);
Exit runCalibrate(const Terminal &, const QStringList &, std::stop_token);
Exit runDemo(const Terminal &, const QStringList &, std::stop_token);

} // namespace countersign::cli
