// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "MyersDiff.h"

#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

namespace countersign::diff
{

/// Lines aBegin to aEnd of one text stand for lines bBegin to bEnd of the other (0-based, half-open; one may be empty).
/// All lines between two blocks are equal on both sides.
struct Block {
    std::uint32_t aBegin = 0;
    std::uint32_t aEnd = 0;
    std::uint32_t bBegin = 0;
    std::uint32_t bEnd = 0;

    [[nodiscard]] std::uint32_t aCount() const { return aEnd - aBegin; }
    [[nodiscard]] std::uint32_t bCount() const { return bEnd - bBegin; }
    friend bool operator==(const Block &, const Block &) = default;
};

/// The blocks in which two sequences differ, in order, with at least one equal element between two of them.
///
/// Elements that occur once on either side are anchors (the longest rising chain of them, found again inside every gap: the
/// patience method of B. Cohen); what lies between goes to Myers' algorithm, without elements that one side lacks. Where Myers'
/// algorithm alone changes over a tenth less, its result stands.
/// @param idCount all elements are below it.
[[nodiscard]] std::vector<Block> align(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b, std::uint32_t idCount,
                                       Budget &budget, const std::stop_token &stop);

} // namespace countersign::diff
