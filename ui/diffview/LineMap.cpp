// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "LineMap.h"

#include "diff/Diff.h"

#include <algorithm>

namespace countersign::ui
{

namespace
{

std::vector<LineNumber> mapSide(const Text &then, const Text &now, const std::stop_token &stop)
{
    std::vector<LineNumber> lines{noLine};
    lines.reserve(then.lineCount() + 1);
    LineNumber last = std::min<LineNumber>(1, static_cast<LineNumber>(now.lineCount()));
    for (const Row &row : diff::diffTexts(then, now, {}, stop).rows) {
        if (row.right != noLine && row.left != noLine)
            last = row.right;
        if (row.left != noLine)
            lines.push_back(last);
    }
    return lines;
}

} // namespace

LineNumber LineMap::now(Side side, LineNumber then) const
{
    if (isSame)
        return then;
    const auto &lines = side == Side::Old ? oldLines : newLines;
    return then == noLine || lines.empty() ? noLine : lines[std::min<std::size_t>(then, lines.size() - 1)];
}

LineMap mapLines(const FileChange &then, const FileChange &now, const std::stop_token &stop)
{
    return {false, mapSide(then.oldText, now.oldText, stop), mapSide(then.newText, now.newText, stop)};
}

} // namespace countersign::ui
