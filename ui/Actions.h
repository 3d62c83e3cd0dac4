// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>

#include <span>

namespace countersign::ui
{

/// One action of the window. Menu, shortcut and help are made from this table and from nothing else.
struct ActionRow {
    const char *id; ///< object name
    const char *menu; ///< its menu, translated with context "Actions"
    const char *text; ///< what it does, translated with context "Actions"
    const char *shortcut; ///< portable text; several separated by "; "
};

[[nodiscard]] std::span<const ActionRow> actionTable();

} // namespace countersign::ui
