// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// How taking something and giving it back look on a line, in any of the common languages.
namespace countersign::risk
{

/// Something that gives back what was taken.
struct CleanUp {
    enum class How {
        Called, ///< file.close(), free(buffer), defer resp.Body.Close()
        Scoped, ///< at the end of a block: with, using, try ( … ), use { … }
        Registered, ///< by somebody else, later: stack.callback(file.close)
    };
    How how = How::Called;
    std::vector<std::string> names; ///< of what is given back, any of which may be what was taken: "resp", "Body"
    std::string opener; ///< of a scope: the expression that takes, without white space
};
[[nodiscard]] std::optional<CleanUp> cleanUpOf(std::string_view line);

/// The statement calls something named like clean-up, with any arguments: the name.
[[nodiscard]] std::optional<std::string> cleanUpCall(std::string_view line);
/// Something on the line gives back in some way: wider than cleanUpOf(), for what makes up for a loss.
[[nodiscard]] bool mayGiveBack(std::string_view line);
/// The block of such a line runs after an error as well: finally, ensure.
[[nodiscard]] bool headsFinally(std::string_view line);

/// @p line takes what @p name names: opens, connects, allocates, locks.
[[nodiscard]] bool takes(std::string_view line, std::string_view name);
/// The expression at the start of @p code without white space, cut before what closes or ends more than it opened.
[[nodiscard]] std::string expressionAt(std::string_view code);
/// The line gives @p name to the caller or to an object, which close it in its place.
[[nodiscard]] bool handsOn(std::string_view line, std::string_view name);

} // namespace countersign::risk
