// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Error.h"

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace countersign::risk
{

/// Many patterns against one line at once: the sieve in front of the exact match of each. The one place that knows the
/// matching engine, so that a faster one can stand in. Immutable; any thread.
class Matcher
{
public:
    virtual ~Matcher() = default;
    /// Puts the indexes of all patterns that occur in @p line into @p found (cleared first, ascending). Time is linear in
    /// the line's length for every pattern; never misses an occurrence.
    virtual void match(std::string_view line, std::vector<std::size_t> &found) const = 0;
};

/// A matcher over RE2::Set. Patterns are RE2 syntax on bytes. Errors: a pattern is no regular expression (where: the pattern).
[[nodiscard]] Result<std::unique_ptr<Matcher>> makeMatcher(std::span<const std::string> patterns);

} // namespace countersign::risk
