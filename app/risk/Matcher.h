// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Error.h"
#include "core/Text.h"

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace countersign::risk
{

/// A pattern that may occur in a line of a text.
struct LineMatch {
    LineNumber line = noLine;
    std::size_t pattern = 0; ///< its index in the matcher
    friend auto operator<=>(const LineMatch &, const LineMatch &) = default;
};

/// Many patterns against one line at once: the sieve in front of the exact match of each. The one place that knows the
/// matching engine, so that a faster one can stand in. Immutable; any thread.
class Matcher
{
public:
    virtual ~Matcher() = default;
    /// Puts the indexes of all patterns that may occur in @p line into @p found (cleared first, ascending). Never misses one
    /// that does occur; time is linear in the line's length.
    virtual void match(std::string_view line, std::vector<std::size_t> &found) const = 0;
    /// Does so for the lines @p first to @p last of @p text (1-based, both included) and appends what may occur to @p found,
    /// ascending. The quickest way where lines follow each other.
    virtual void matchLines(const Text &text, LineNumber first, LineNumber last, std::vector<LineMatch> &found) const;
    /// Indexes of patterns that name no literal, so that every line may match. Each costs time on every line.
    [[nodiscard]] virtual const std::vector<std::size_t> &unsieved() const = 0;
};

/// A matcher over the literals that RE2 finds every match of a pattern to contain. (One automaton for all whole patterns,
/// RE2::Set, was tried: its states multiply with every "any text between" in a pattern, and building them took longer than
/// diffing the change.) Patterns are RE2 syntax on bytes; they are read on all cores.
/// Errors: a pattern is no regular expression (where: the pattern).
[[nodiscard]] Result<std::unique_ptr<Matcher>> makeMatcher(std::span<const std::string> patterns);

} // namespace countersign::risk
