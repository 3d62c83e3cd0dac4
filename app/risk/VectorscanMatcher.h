// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Matcher.h"

namespace countersign::risk
{

/// A matcher with the automata of Vectorscan: several times as quick on a line, but slow to make. What it cannot take stays with
/// the sieve of makeMatcher(). Finds at least what occurs, as every matcher does.
/// Null: the program was built without it, or this processor cannot run it. Errors: as makeMatcher().
[[nodiscard]] Result<std::unique_ptr<Matcher>> makeVectorscanMatcher(std::span<const std::string> patterns);

} // namespace countersign::risk
