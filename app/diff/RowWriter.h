// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Intraline.h"
#include "Moves.h"

#include "core/Row.h"

#include <cstdint>

namespace countersign::diff
{

/// Writes rows top to bottom and closes them into hunks. The diff is computed with the sides in an order of its own
/// (a and b); the writer puts them back to left and right.
class RowWriter
{
public:
    /// @param isSwapped a is the new side. @param rowsExpected about how many rows will come.
    RowWriter(bool isSwapped, std::size_t rowsExpected);

    /// One of the lines may be noLine: a blank line that is left out of the comparison.
    void equal(LineNumber a, LineNumber b);
    void changed(LineNumber a, LineNumber b, const LineSpans *spans);
    void onlyA(LineNumber a, MoveMark move);
    void onlyB(LineNumber b, MoveMark move);
    void degrade(Degradation degradation) { m_rows.degradations |= static_cast<std::uint8_t>(degradation); }

    [[nodiscard]] FileRows finish();

private:
    void onlyLeft(LineNumber line, MoveMark move);
    void onlyRight(LineNumber line, MoveMark move);
    void write(Row row);
    void closeHunk();

    bool m_isSwapped;
    bool m_isInHunk = false;
    LineNumber m_left = 0; ///< last line written
    LineNumber m_right = 0;
    FileRows m_rows;
};

} // namespace countersign::diff
