// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Command.h"

#include <array>

namespace countersign::cli
{

std::span<const Command> commands()
{
    static constexpr std::array table{
        Command{"queue", "", QT_TRANSLATE_NOOP("cli", "Lists the open changes, riskiest first."), runQueue},
        Command{"analyze", QT_TRANSLATE_NOOP("cli", "CHANGE"),
                QT_TRANSLATE_NOOP("cli", "Shows findings, axes and band of a change."), runAnalyze},
        Command{"findings", QT_TRANSLATE_NOOP("cli", "CHANGE"),
                QT_TRANSLATE_NOOP("cli", "Lists the findings of a change with their ids, and what was decided about them."),
                runFindings},
        Command{"acknowledge", QT_TRANSLATE_NOOP("cli", "CHANGE FINDING"),
                QT_TRANSLATE_NOOP("cli", "Notes that you have seen a finding."), runAcknowledge},
        Command{"waive", QT_TRANSLATE_NOOP("cli", "CHANGE FINDING"),
                QT_TRANSLATE_NOOP("cli", "Lets a finding pass, with a reason and until a day."), runWaive},
        Command{"dispute", QT_TRANSLATE_NOOP("cli", "CHANGE FINDING"),
                QT_TRANSLATE_NOOP("cli", "Says that a finding is wrong, and why; a rule that is disputed often counts for less."),
                runDispute},
        Command{"rules", QT_TRANSLATE_NOOP("cli", "list|explain ID|test [FILE...]"),
                QT_TRANSLATE_NOOP("cli", "Lists and explains the rules, and runs the examples of a team's own."), runRules},
        Command{"show", QT_TRANSLATE_NOOP("cli", "CHANGE"), QT_TRANSLATE_NOOP("cli", "Shows the side-by-side diff of a change."),
                runShow},
        Command{"checklist", QT_TRANSLATE_NOOP("cli", "CHANGE"),
                QT_TRANSLATE_NOOP("cli", "Lists the questions that a change raises, and their answers."), runChecklist},
        Command{"answer", QT_TRANSLATE_NOOP("cli", "CHANGE QUESTION yes|no|na"),
                QT_TRANSLATE_NOOP("cli", "Answers a question of the checklist."), runAnswer},
        Command{"comments", QT_TRANSLATE_NOOP("cli", "CHANGE"),
                QT_TRANSLATE_NOOP("cli", "Lists what was said about a change, with where its lines stand now."), runComments},
        Command{"comment", QT_TRANSLATE_NOOP("cli", "CHANGE FILE:LINE TEXT..."),
                QT_TRANSLATE_NOOP("cli", "Comments on lines of a change; - takes the text from standard input."), runComment},
        Command{"interdiff", QT_TRANSLATE_NOOP("cli", "CHANGE"),
                QT_TRANSLATE_NOOP("cli", "Tells what the author changed since an earlier patch set from what a rebase brought."),
                runInterDiff},
        Command{"approve", QT_TRANSLATE_NOOP("cli", "CHANGE"),
                QT_TRANSLATE_NOOP("cli", "Signs an approval record into the ledger."), runApprove},
        Command{"reject", QT_TRANSLATE_NOOP("cli", "CHANGE"), QT_TRANSLATE_NOOP("cli", "Signs a rejection into the ledger."),
                runReject},
        Command{"withdraw", QT_TRANSLATE_NOOP("cli", "CHANGE"),
                QT_TRANSLATE_NOOP("cli", "Withdraws your own record of a change."), runWithdraw},
        Command{"override", QT_TRANSLATE_NOOP("cli", "CHANGE"),
                QT_TRANSLATE_NOOP("cli", "Lifts requirements of the policy for one change, with a signed reason."), runOverride},
        Command{"gate", QT_TRANSLATE_NOOP("cli", "[CHANGE]"),
                QT_TRANSLATE_NOOP("cli", "Says whether the ledger satisfies the policy for a change."), runGate},
        Command{"verify", QT_TRANSLATE_NOOP("cli", "[RECORD|BUNDLE...]"),
                QT_TRANSLATE_NOOP("cli", "Checks records, signatures and chains; names every failure."), runVerify},
        Command{"export", "", QT_TRANSLATE_NOOP("cli", "Writes all records for an offline audit."), runExport},
        Command{"tag", QT_TRANSLATE_NOOP("cli", "CHANGE"), QT_TRANSLATE_NOOP("cli", "States that a change is AI-assisted."),
                runTag},
        Command{"impact", QT_TRANSLATE_NOOP("cli", "FILE|SYMBOL"),
                QT_TRANSLATE_NOOP("cli", "Lists who depends on a file, or uses a function, type or resource."), runImpact},
        Command{"calibrate", "", QT_TRANSLATE_NOOP("cli", "Refits the likelihood on this repository's own history."),
                runCalibrate},
        Command{"init", "", QT_TRANSLATE_NOOP("cli", "Makes the first roster and the policy of a repository."), runInit},
        Command{"roster", QT_TRANSLATE_NOOP("cli", "show|pin|enrol|rotate|revoke|expire|roles|threshold|renew|sign [...]"),
                QT_TRANSLATE_NOOP("cli", "Shows and changes who may sign what."), runRoster},
        Command{"policy", QT_TRANSLATE_NOOP("cli", "show|check FILE|explain CHANGE|set FILE"),
                QT_TRANSLATE_NOOP("cli", "Shows, checks, explains and changes who must approve what."), runPolicy},
        Command{"ledger", QT_TRANSLATE_NOOP("cli", "push|fetch|checkpoint|timestamp"),
                QT_TRANSLATE_NOOP("cli", "Shares the ledger over a git remote and signs what it holds."), runLedger},
        Command{"demo", QT_TRANSLATE_NOOP("cli", "DIR"),
                QT_TRANSLATE_NOOP("cli", "Writes the demo repository into a new folder."), runDemo},
    };
    return table;
}

const Command *findCommand(const QString &name)
{
    for (const auto &command : commands()) {
        if (name == QLatin1String(command.name))
            return &command;
    }
    return nullptr;
}

} // namespace countersign::cli
