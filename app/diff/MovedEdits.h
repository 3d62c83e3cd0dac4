// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Moves.h"

#include <span>
#include <stop_token>
#include <vector>

namespace countersign::diff
{

/// Lines a[aFirst …] stand at b[bFirst …] without an edit between them.
struct Stretch {
    std::uint32_t aFirst = 0;
    std::uint32_t bFirst = 0;
    std::uint32_t count = 0;
};

/// Numbers moved stretches, in the order of a, and marks what was edited inside the block that they are of.
///
/// Stretches that follow each other in the same block of a and the same block of b are one moved block when at least as much
/// moved as was edited between them; so are lines before the first and after the last one that are like their counterparts.
/// A line of such a part that stands on both sides, but for its indentation, has moved too. Text counts by alphanumeric
/// characters, and one for each line. When stopped, stretches stay blocks of their own.
void markMoves(std::span<const Stretch> stretches, std::span<const LooseLine> a, std::span<const LooseLine> b, Moves &moves,
               const std::stop_token &stop);

} // namespace countersign::diff
