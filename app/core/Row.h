// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Shelf.h"
#include "Text.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace countersign
{

/// What a row of the two-pane view is.
enum class RowKind : std::uint8_t {
    Equal, ///< the same line on both sides, or the same but for white space that the options ignore; under
           ///< DiffOptions::ignoreBlankLines also a blank line that only one side has (the other is noLine)
    Changed, ///< a line that became another one
    Removed, ///< only on the old side
    Added, ///< only on the new side
    MovedFrom, ///< only on the old side; stands elsewhere on the new side
    MovedTo, ///< only on the new side; stood elsewhere on the old side
};

/// Stable lower-case name as in JSON: "equal", "changed", "removed", "added", "moved-from", "moved-to".
[[nodiscard]] std::string_view name(RowKind kind);

/// Half-open range of bytes inside one line's content.
struct ByteSpan {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    friend bool operator==(const ByteSpan &, const ByteSpan &) = default;
};

/// One row: a line on the left, on the right, or on both.
struct Row {
    LineNumber left = noLine; ///< line of the old side, 1-based; noLine: gap
    LineNumber right = noLine; ///< line of the new side, 1-based; noLine: gap
    std::uint32_t hunk = 0; ///< 1-based number of its hunk in FileRows::hunks; 0 for equal rows
    /// Number shared by both ends of a moved block; 0: in none. Only the kind says that the line itself moved: Removed, Added and
    /// Changed with a move number are an edited line inside a moved block.
    std::uint32_t move = 0;
    std::uint32_t firstSpan = 0; ///< index into FileRows::spans: left spans, then right spans
    std::uint16_t leftSpans = 0; ///< how many
    std::uint16_t rightSpans = 0;
    RowKind kind = RowKind::Equal;
    friend bool operator==(const Row &, const Row &) = default;
};

/// A run of rows that are not equal. Line counts may be 0; the start is then the line before (0 at the top).
struct Hunk {
    std::uint32_t firstRow = 0; ///< index into FileRows::rows
    std::uint32_t rowCount = 0;
    LineNumber oldStart = noLine;
    std::uint32_t oldCount = 0;
    LineNumber newStart = noLine;
    std::uint32_t newCount = 0;
    friend bool operator==(const Hunk &, const Hunk &) = default;
};

/// Something that a huge file goes without. Shown, and named in an approval.
enum class Degradation : std::uint8_t {
    NoIntraline = 1, ///< no spans inside changed lines
    CoarseAlignment = 2, ///< the alignment ran out of its budget: correct, but not minimal
    NoMoves = 4, ///< moved blocks were not looked for
};

/// All rows of one file, top to bottom, equal ones included. At most old + new lines.
struct FileRows {
    ShelfVector<Row> rows;
    std::vector<ByteSpan> spans;
    std::vector<Hunk> hunks;
    std::uint32_t added = 0; ///< lines on the new side that are not equal
    std::uint32_t removed = 0; ///< lines on the old side that are not equal
    std::uint8_t degradations = 0; ///< set of Degradation
    /// Hunks of the exact diff of which no line is in a hunk here, because white space or blank lines are ignored.
    std::uint32_t hiddenHunks = 0;

    friend bool operator==(const FileRows &, const FileRows &) = default;
};

} // namespace countersign
