// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "FilePatch.h"

#include <expected>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>

namespace countersign::git
{

/// How a patch's lines are compared with the file's.
enum class LineEnds {
    Exact,
    Lost, ///< the patch no longer has the CR of CR LF: lines agree without it, and new lines get what the hunk's others have
};

/// @p before with the hunks applied, in order; each may have moved, the place nearest to where it was expected counts.
/// As with git, a hunk of line 1 stays at the start and one without context below stays at the end of the file; one without any
/// context stays on its line. Never guesses with fewer context lines. Error: index of the first hunk that does not fit.
[[nodiscard]] std::expected<std::string, std::size_t> applyHunks(std::string_view before, std::span<const PatchHunk> hunks,
                                                                 LineEnds ends, const std::stop_token &stop = {});

} // namespace countersign::git
