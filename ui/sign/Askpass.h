// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/Process.h"

#include <QString>

namespace countersign::ui
{

/// The environment in which a window lets ssh-keygen sign: when a passphrase is needed it starts this program again, which asks
/// for it. A program that the user has chosen with SSH_ASKPASS is kept.
[[nodiscard]] records::Environment askingEnvironment();

/// True when this process was started by ssh-keygen to ask the person at the screen.
[[nodiscard]] bool isAskpass();

/// Asks and writes the answer to standard output. GUI thread, with a QApplication.
/// @return exit code: 0 answered, 1 refused.
[[nodiscard]] int runAskpass(const QString &question);

} // namespace countersign::ui
