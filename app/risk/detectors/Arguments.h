// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

namespace countersign::risk
{

/// What a call no longer gets.
struct OmittedArgument {
    std::string_view argument; ///< "user", "owner=user"
    std::string_view callee; ///< the last word of what is called; empty: it has none
};

/// The one argument that @p now leaves out, where the lines are equal otherwise, white space at the start aside. Views into
/// @p before.
[[nodiscard]] std::optional<OmittedArgument> omittedArgument(std::string_view before, std::string_view now);

} // namespace countersign::risk
