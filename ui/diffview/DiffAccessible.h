// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace countersign::ui
{

class DiffView;

/// Makes every DiffView a table to assistive technology: a row for every item, the old side and the new side as its cells (one
/// cell where there is one pane). A query costs the same in a file of ten lines and of a million. Calling it again does nothing.
void installDiffAccessibility();

/// Tells assistive technology that the current row is another one.
void tellFocus(DiffView *view);

} // namespace countersign::ui
