// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "RowWriter.h"

#include <utility>

namespace countersign::diff
{

RowWriter::RowWriter(bool isSwapped, std::size_t rowsExpected)
    : m_isSwapped(isSwapped)
{
    m_rows.rows.reserve(rowsExpected);
}

void RowWriter::equal(LineNumber a, LineNumber b)
{
    Row row;
    row.left = m_isSwapped ? b : a;
    row.right = m_isSwapped ? a : b;
    write(row);
}

void RowWriter::changed(LineNumber a, LineNumber b, const LineSpans *spans)
{
    Row row;
    row.kind = RowKind::Changed;
    row.left = m_isSwapped ? b : a;
    row.right = m_isSwapped ? a : b;
    if (spans && (!spans->a.empty() || !spans->b.empty())) {
        const auto &left = m_isSwapped ? spans->b : spans->a;
        const auto &right = m_isSwapped ? spans->a : spans->b;
        row.firstSpan = static_cast<std::uint32_t>(m_rows.spans.size());
        row.leftSpans = static_cast<std::uint16_t>(left.size());
        row.rightSpans = static_cast<std::uint16_t>(right.size());
        m_rows.spans.insert(m_rows.spans.end(), left.begin(), left.end());
        m_rows.spans.insert(m_rows.spans.end(), right.begin(), right.end());
    }
    if (spans && spans->isSkipped)
        degrade(Degradation::NoIntraline);
    write(row);
}

void RowWriter::onlyA(LineNumber a, MoveMark move)
{
    m_isSwapped ? onlyRight(a, move) : onlyLeft(a, move);
}

void RowWriter::onlyB(LineNumber b, MoveMark move)
{
    m_isSwapped ? onlyLeft(b, move) : onlyRight(b, move);
}

void RowWriter::onlyLeft(LineNumber line, MoveMark move)
{
    Row row;
    row.left = line;
    row.move = move.number;
    row.kind = move.number != 0 && !move.isEdited ? RowKind::MovedFrom : RowKind::Removed;
    write(row);
}

void RowWriter::onlyRight(LineNumber line, MoveMark move)
{
    Row row;
    row.right = line;
    row.move = move.number;
    row.kind = move.number != 0 && !move.isEdited ? RowKind::MovedTo : RowKind::Added;
    write(row);
}

void RowWriter::write(Row row)
{
    if (row.kind == RowKind::Equal) {
        closeHunk();
    } else {
        if (!m_isInHunk) {
            m_isInHunk = true;
            m_rows.hunks.push_back(
                {.firstRow = static_cast<std::uint32_t>(m_rows.rows.size()), .oldStart = m_left, .newStart = m_right});
        }
        Hunk &hunk = m_rows.hunks.back();
        row.hunk = static_cast<std::uint32_t>(m_rows.hunks.size());
        ++hunk.rowCount;
        if (row.left != noLine) {
            ++hunk.oldCount;
            ++m_rows.removed;
        }
        if (row.right != noLine) {
            ++hunk.newCount;
            ++m_rows.added;
        }
    }
    if (row.left != noLine)
        m_left = row.left;
    if (row.right != noLine)
        m_right = row.right;
    m_rows.rows.push_back(row);
}

void RowWriter::closeHunk()
{
    if (!m_isInHunk)
        return;
    m_isInHunk = false;
    Hunk &hunk = m_rows.hunks.back();
    // Until here the start is the line before; a side that has lines starts one further down.
    hunk.oldStart += hunk.oldCount > 0 ? 1 : 0;
    hunk.newStart += hunk.newCount > 0 ? 1 : 0;
}

FileRows RowWriter::finish()
{
    closeHunk();
    return std::move(m_rows);
}

} // namespace countersign::diff
