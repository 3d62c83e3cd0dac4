// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../Commands.h"

namespace countersign::ui
{

class ChangePage;

/// What the actions do that concern the change that is open. Those that read or decide run only while @p isShown says that the
/// page can be seen: what nobody sees is neither read nor decided.
void addCommands(Commands &commands, ChangePage *page, const Commands::Before &isShown);

} // namespace countersign::ui
