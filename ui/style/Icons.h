// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Theme.h"

#include <QIcon>

namespace countersign::ui
{

enum class PageIcon : std::uint8_t { Queue, Change, Blast, Meetings, Ledger, Settings };

/// An icon of the page bar, drawn in the theme's colours, sharp at every scale; the checked one in the accent.
[[nodiscard]] QIcon pageIcon(PageIcon icon, const Theme &theme);
/// A cross that empties a field, in the colours of the theme that is in force when it is painted.
[[nodiscard]] QIcon clearIcon();

} // namespace countersign::ui
