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
        Command{"show", QT_TRANSLATE_NOOP("cli", "CHANGE"), QT_TRANSLATE_NOOP("cli", "Shows the side-by-side diff of a change."),
                runShow},
        Command{"checklist", QT_TRANSLATE_NOOP("cli", "CHANGE"),
                QT_TRANSLATE_NOOP("cli", "Lists the questions that a change raises, and their answers."), runChecklist},
        Command{"answer", QT_TRANSLATE_NOOP("cli", "CHANGE QUESTION yes|no|na"),
                QT_TRANSLATE_NOOP("cli", "Answers a question of the checklist."), runAnswer},
        Command{"tag", QT_TRANSLATE_NOOP("cli", "CHANGE"), QT_TRANSLATE_NOOP("cli", "States that a change is AI-assisted."),
                runTag},
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
