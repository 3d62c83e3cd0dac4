// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace countersign::ui
{

/// Shows the workbench and runs until its window is closed. Needs a QApplication.
/// @p arguments [REPO [CHANGE]] and --screenshot FILE (renders the page once it has settled, writes a PNG, ends), with --action
/// ACTION another page than the one that comes first (see actionTable()).
/// @return exit code: 0; 2 wrong usage; 3 a screenshot could not be made.
[[nodiscard]] int runWindow(const QStringList &arguments);

} // namespace countersign::ui
