// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Text.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// How guards and rethrows look on a line, in any of the common languages.
namespace countersign::risk
{

enum class GuardKind : std::uint8_t {
    Absence, ///< null, nil, None, empty
    Bounds, ///< an index, a length, a sign
    Error, ///< an error that was returned
    Condition, ///< anything else that leads straight out
};

struct Guard {
    GuardKind kind = GuardKind::Condition;
    std::string condition; ///< folded
    std::vector<std::string> subjects; ///< what is asked about
    bool isDemand = false; ///< a call that raises: require(…), Assert.state(…)
    bool isWhole = false; ///< the line is the guard with its way out; else it heads a block
};

/// The guard on a line. A block counts as one only with a way out in it: see isWayOut().
[[nodiscard]] std::optional<Guard> guardAt(std::string_view line, std::string_view path);
/// The same for a guard that starts at @p line and may be a demand over several lines: @p last is set to the last one.
[[nodiscard]] std::optional<Guard> guardFrom(const Text &text, LineNumber line, std::string_view path, LineNumber &last);
/// return, throw, continue, exit, … start the line.
[[nodiscard]] bool isWayOut(std::string_view line);
/// The first line of code below @p line leads straight out of the block.
[[nodiscard]] bool isWayOutBelow(const Text &text, LineNumber line);
/// Some condition or check stands in it.
[[nodiscard]] bool asks(std::string_view code);

/// An error that @p before looked at is dropped by @p now, in the same call.
[[nodiscard]] bool discardsError(std::string_view before, std::string_view now, std::string_view path);

[[nodiscard]] bool isRethrow(std::string_view line);
/// A statement of a handler that lets the error go on in some way.
[[nodiscard]] bool letsThrough(std::string_view statement);

} // namespace countersign::risk
