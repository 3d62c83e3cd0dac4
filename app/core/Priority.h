// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace countersign
{

/// Lets others go first: the calling thread, and those that it starts from now on, get a smaller share of the processors while
/// another thread wants them. There is no way back. No effect where the system knows no priorities of threads.
void giveWay();

} // namespace countersign
