// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace countersign::cli
{

/// True when the first argument is a command, --help or --version: no window is wanted. `-C REPO` may stand before a command.
[[nodiscard]] bool isCommandLine(const QStringList &arguments);

/// Runs a command. @p arguments without the program's name. Needs a QCoreApplication. SIGINT and SIGTERM cancel the running
/// job cleanly. @return the exit code: 0 yes or done, 1 the answer is no, 2 wrong usage, 3 input or environment at fault.
[[nodiscard]] int run(const QStringList &arguments);

} // namespace countersign::cli
