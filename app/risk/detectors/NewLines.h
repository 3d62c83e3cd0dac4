// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "risk/FileContext.h"

#include <algorithm>
#include <span>

namespace countersign::risk
{

/// Some line on the new side of the hunk around old line @p line makes @p visit(LineNumber) say true.
template<class Visit>
[[nodiscard]] bool anyNewInHunk(const FileContext &file, LineNumber line, Visit visit)
{
    const std::uint32_t hunk = file.rowOf(Side::Old, line).hunk;
    if (hunk == 0)
        return false;
    const FileRows &rows = file.file().rows;
    const Hunk &whole = rows.hunks[hunk - 1];
    return std::ranges::any_of(std::span(rows.rows).subspan(whole.firstRow, whole.rowCount),
                               [&visit](const Row &row) { return row.right != noLine && visit(row.right); });
}

} // namespace countersign::risk
