// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "FileLoader.h"

#include "Moves.h"

#include <algorithm>

namespace countersign::diff
{

namespace
{

/// Lines that only one side has, of all files, and the rows they stand in.
struct LooseRows {
    std::vector<LooseLine> lines;
    std::vector<Row *> rows;

    void add(const LooseLine &line, Row &row)
    {
        lines.push_back(line);
        rows.push_back(&row);
    }
    void mark(std::uint32_t first, std::uint32_t count, RowKind kind, std::uint32_t move) const
    {
        for (std::uint32_t i = first; i < first + count; ++i) {
            rows[i]->kind = kind;
            rows[i]->move = move;
        }
    }
};

} // namespace

void markMovesAcrossFiles(std::span<FileChange> files, std::stop_token stop)
{
    LooseRows removed;
    LooseRows added;
    const auto hasRoom = [&] { return removed.lines.size() + added.lines.size() < mostLooseLines; };
    std::uint32_t lastMove = 0;
    for (std::uint32_t number = 0; number < files.size(); ++number) {
        FileChange &file = files[number];
        const std::uint32_t movesBefore = lastMove;
        for (Row &row : file.rows.rows) {
            if (row.kind == RowKind::Removed && hasRoom())
                removed.add(looseLine(file.oldText, row.left, number, row.hunk), row);
            else if (row.kind == RowKind::Added && hasRoom())
                added.add(looseLine(file.newText, row.right, number, row.hunk), row);
            if (row.move != 0) {
                row.move += movesBefore;
                lastMove = std::max(lastMove, row.move);
            }
        }
    }

    const Moves moves = findMoves(removed.lines, added.lines, MoveScope::AcrossFiles, stop);
    for (const MovedBlock &block : moves.blocks) {
        ++lastMove;
        removed.mark(block.aFirst, block.count, RowKind::MovedFrom, lastMove);
        added.mark(block.bFirst, block.count, RowKind::MovedTo, lastMove);
    }
    if (moves.isCutShort || !hasRoom()) {
        for (FileChange &file : files)
            file.rows.degradations |= static_cast<std::uint8_t>(Degradation::NoMoves);
    }
}

} // namespace countersign::diff
