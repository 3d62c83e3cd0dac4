// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Row.h"

#include <cstdint>
#include <span>

namespace countersign::diff
{

/// How many of the @p exact hunks have no line on either side that is inside one of the @p shown ones. Both are of the same two
/// texts, top to bottom; linear.
[[nodiscard]] std::uint32_t countHidden(std::span<const Hunk> exact, std::span<const Hunk> shown);

} // namespace countersign::diff
