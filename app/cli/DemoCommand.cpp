// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Command.h"

#include "core/SafeText.h"
#include "workbench/Demo.h"

#include <QCoreApplication>

namespace countersign::cli
{

Exit runDemo(const Terminal &terminal, const QStringList &words, std::stop_token)
{
    Arguments arguments(terminal, "demo", 1, 1);
    if (const auto stopNow = arguments.parse(words))
        return *stopNow;
    const std::string folder = arguments.positional().front();
    if (auto written = workbench::writeDemo(folder); !written)
        return terminal.fault(written.error());
    terminal.say(QCoreApplication::translate("cli", "The demo repository is in %1. Try “countersign queue -C %1”.")
                     .arg(QString::fromStdString(safeText(folder)))
                     .toStdString());
    return Exit::Yes;
}

} // namespace countersign::cli
