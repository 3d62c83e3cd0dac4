// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Alignment.h"
#include "Whitespace.h"

#include <vector>

namespace countersign::diff
{

/// Where a pure insertion or deletion could as well stand some lines higher or lower, moves it to where a reader expects it:
/// beside a change of the other side if it can reach one, else where git's indent heuristic puts it (weights of M. Haggerty,
/// https://github.com/mhagger/diff-slider-tools). Blocks that come to touch become one.
/// The keys decide what is equal, the texts how lines are indented.
[[nodiscard]] std::vector<Block> slideBlocks(const std::vector<Block> &blocks, const RuledText &a, const RuledText &b);

} // namespace countersign::diff
