// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Priority.h"

#ifdef __linux__
#include <sys/resource.h>
#include <unistd.h>
#endif

namespace countersign
{

void giveWay()
{
#ifdef __linux__
    // A third of the share of a thread with the usual value, 0 (sched(7)); against POSIX, the value is a thread's own.
    constexpr int nice = 5;
    (void)setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), nice);
#endif
}

} // namespace countersign
