// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <random>
#include <string>
#include <utility>
#include <vector>

namespace countersign::test
{

struct TextPair {
    std::string name;
    std::string oldBytes;
    std::string newBytes;
};

/// Pairs that are known to be hard: empty, no newline, huge lines, control characters, broken encodings, …
std::vector<TextPair> awkwardPairs();

/// A pair made from @p seed: program-like, tiny or random bytes, edited by inserting, deleting, moving, re-indenting and
/// changing lines and bytes. The same seed gives the same pair everywhere.
TextPair randomPair(std::uint32_t seed);

} // namespace countersign::test
