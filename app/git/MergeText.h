// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace countersign::git
{

/// How the lines of the three texts are matched before they are merged.
enum class LineMatching { Shortest, Patience };
/// What stands where both sides changed the same lines.
enum class OnConflict { Fail, TakeTheirs };

/// Merges two successors of a text line by line, as git does. @return nothing when they conflict (and that fails) or are too
/// large (1 GiB).
[[nodiscard]] std::optional<std::string> mergeTexts(std::string_view ancestor, std::string_view ours, std::string_view theirs,
                                                    LineMatching matching = LineMatching::Shortest,
                                                    OnConflict onConflict = OnConflict::Fail);

} // namespace countersign::git
