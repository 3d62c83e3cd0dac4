// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Message.h"

#include <cstdint>
#include <functional>

namespace countersign {

/// How far a long job is. total 0: not known yet.
struct Progress {
    std::uint64_t done = 0;
    std::uint64_t total = 0;
    Message stage;
};

/// Called from the working thread, often; must be quick and must not block. May be empty.
using ProgressCallback = std::function<void(const Progress &)>;

} // namespace countersign
