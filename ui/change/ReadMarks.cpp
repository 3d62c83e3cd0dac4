// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ReadMarks.h"

#include <algorithm>

namespace countersign::ui
{

namespace
{

/// Lines of both sides.
class LineSet
{
public:
    void add(const Row &row)
    {
        add(m_old, row.left);
        add(m_new, row.right);
    }
    [[nodiscard]] bool hasAny(const Row &row) const { return has(m_old, row.left) || has(m_new, row.right); }

private:
    static void add(std::vector<bool> &lines, LineNumber line)
    {
        if (line == noLine)
            return;
        if (lines.size() <= line)
            lines.resize(std::max<std::size_t>(line + 1, 2 * lines.size()));
        lines[line] = true;
    }
    static bool has(const std::vector<bool> &lines, LineNumber line)
    {
        return line != noLine && line < lines.size() && lines[line];
    }
    std::vector<bool> m_old;
    std::vector<bool> m_new;
};

} // namespace

std::vector<bool> readInView(const FileRows &exact, const RowsOfHunks &read, const FileRows &view)
{
    LineSet done;
    LineSet open;
    for (std::size_t i = 0; i < exact.hunks.size(); ++i) {
        const Hunk &hunk = exact.hunks[i];
        const auto found = read.find(i);
        for (std::uint32_t row = 0; row < hunk.rowCount; ++row) {
            const bool isRead = found != read.end() && found->second.contains(row);
            (isRead ? done : open).add(exact.rows[hunk.firstRow + row]);
        }
    }
    std::vector<bool> rows(view.rows.size());
    for (const Hunk &hunk : view.hunks) {
        for (std::uint32_t row = hunk.firstRow; row < hunk.firstRow + hunk.rowCount; ++row)
            rows[row] = done.hasAny(view.rows[row]) && !open.hasAny(view.rows[row]);
    }
    return rows;
}

RowsOfHunks rowsBehind(const FileRows &exact, const FileRows &view, std::span<const std::uint32_t> shown)
{
    LineSet wanted;
    for (const std::uint32_t row : shown) {
        if (view.rows[row].hunk != 0)
            wanted.add(view.rows[row]);
    }
    RowsOfHunks found;
    for (std::size_t i = 0; i < exact.hunks.size(); ++i) {
        const Hunk &hunk = exact.hunks[i];
        review::RowSet rows;
        for (std::uint32_t row = 0; row < hunk.rowCount; ++row) {
            if (wanted.hasAny(exact.rows[hunk.firstRow + row]))
                rows.add(review::RowSet::of(row, row));
        }
        if (!rows.isEmpty())
            found.emplace(i, rows.covers(hunk.rowCount) ? review::RowSet::all() : std::move(rows));
    }
    return found;
}

} // namespace countersign::ui
