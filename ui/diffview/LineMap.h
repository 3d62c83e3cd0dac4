// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/FileChange.h"
#include "core/Finding.h"

#include <stop_token>
#include <vector>

namespace countersign::ui
{

/// What became of the lines of a file in another version of it, so that a reader stays where he was.
struct LineMap {
    bool isSame = false; ///< every line is where it was; what follows is not asked
    std::vector<LineNumber> oldLines = {}; ///< by line of the old side; where it is gone, the last one above that is left, or 1
    std::vector<LineNumber> newLines = {};

    /// noLine stays noLine; a line behind the end is the last one.
    [[nodiscard]] LineNumber now(Side side, LineNumber then) const;
};

/// Takes as long as a diff of both sides. Any thread.
[[nodiscard]] LineMap mapLines(const FileChange &then, const FileChange &now, const std::stop_token &stop);

} // namespace countersign::ui
