// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace countersign::diff
{

/// Element a of one sequence stands for element b of the other (0-based).
struct Anchor {
    std::uint32_t a = 0;
    std::uint32_t b = 0;
    friend bool operator==(const Anchor &, const Anchor &) = default;
};

/// The longest chain of candidates that rises on both sides.
/// @param candidates rising in a
[[nodiscard]] std::vector<Anchor> longestChain(const std::vector<Anchor> &candidates);

/// Anchors for sequences in which no element is unique: runs of elements that occur once on either side can be, as in a long
/// file of few different lines. The first elements of such runs, as a chain that rises on both sides; empty: there is none.
[[nodiscard]] std::vector<Anchor> findRunAnchors(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b);

} // namespace countersign::diff
