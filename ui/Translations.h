// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace countersign::ui
{

/// Installs the texts of the user's language in the place of those that were installed before: COUNTERSIGN_LANG, else what was
/// chosen in the window, else the system's. What is on the screen already stays as it is.
void installTranslations();

} // namespace countersign::ui
