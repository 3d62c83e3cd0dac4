// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Memory.h"

#include <algorithm>
#include <cstdlib> // tells whether this is the GNU C library
#include <thread>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace countersign
{

void giveLargeBlocksBack()
{
#ifdef __GLIBC__
    // Set by hand, the limits do not grow with the blocks that are freed (mallopt(3)).
    constexpr int largeBlock = 1 << 20;
    constexpr int mostKept = 16 << 20;
    mallopt(M_MMAP_THRESHOLD, largeBlock);
    mallopt(M_TRIM_THRESHOLD, mostKept);
#endif
}

void shareFreeMemory()
{
#ifdef __GLIBC__
    mallopt(M_ARENA_MAX, static_cast<int>(std::max(2U, std::thread::hardware_concurrency()))); // else eight a core
#endif
}

void giveFreeMemoryBack()
{
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}

} // namespace countersign
