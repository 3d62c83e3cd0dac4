// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Alignment.h"
#include "Whitespace.h"

#include "core/Row.h"
#include "core/Text.h"

#include <cstdint>
#include <stop_token>
#include <vector>

namespace countersign::diff
{

struct DiffOptions {
    bool intraline = true; ///< spans inside changed lines
    bool moves = true; ///< moved blocks inside this file
    /// Rough number of line comparisons after which the alignment falls back to a coarse one (and says so).
    std::uint64_t budget = 50'000'000;
    Whitespace whitespace = Whitespace::None; ///< lines that are equal under it are equal rows
    bool ignoreBlankLines = false; ///< a block in which only blank lines came or went is no change (--ignore-blank-lines)

    /// Every difference in bytes is shown.
    [[nodiscard]] bool isExact() const { return whitespace == Whitespace::None && !ignoreBlankLines; }
};

/// Rows of two versions of a file, top to bottom. Pure and deterministic; any thread.
///
/// Holds for any two texts: left rows joined are the old bytes, right rows joined the new bytes; equal rows are byte-equal, or
/// equal under the options' rule, which may also leave a blank line that only one side has as an equal row with a gap;
/// at most old + new rows; swapping the sides mirrors the rows (left/right, removed/added, moved-from/moved-to);
/// every changed byte that the rule does not ignore lies in a row of some hunk. Where a rule ignores something the exact diff is
/// computed as well, for FileRows::hiddenHunks. Because of the mirroring, one-sided rows that stand between the same two
/// two-sided ones come left side first or right side first, the same way in the whole file: a unified view writes the left lines
/// of each such run before the right ones. When stopped it returns what it has so far as one coarse hunk.
[[nodiscard]] FileRows diffTexts(const Text &oldText, const Text &newText, const DiffOptions &options = {},
                                 std::stop_token stop = {});

/// Only where the two texts differ, old text first, without rows, pairs and moves: what diffTexts() starts from. Exact.
[[nodiscard]] std::vector<Block> diffBlocks(const Text &oldText, const Text &newText, std::stop_token stop = {});

} // namespace countersign::diff
