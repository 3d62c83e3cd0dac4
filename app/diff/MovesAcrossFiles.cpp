// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "FileLoader.h"

#include "Moves.h"

#include <algorithm>
#include <map>
#include <set>

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
    /// @param kind of lines that moved as they are. @param before numbers that are in use.
    void mark(std::span<const MoveMark> marks, RowKind kind, std::uint32_t before) const
    {
        for (std::size_t i = 0; i < marks.size(); ++i) {
            if (marks[i].number == 0)
                continue;
            rows[i]->move = before + marks[i].number;
            if (!marks[i].isEdited)
                rows[i]->kind = kind;
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
            const bool isLoose = row.move == 0 && hasRoom();
            if (row.kind == RowKind::Removed && isLoose)
                removed.add(looseLine(file.oldText, row.left, number, row.hunk), row);
            else if (row.kind == RowKind::Added && isLoose)
                added.add(looseLine(file.newText, row.right, number, row.hunk), row);
            if (row.move != 0) {
                row.move += movesBefore;
                lastMove = std::max(lastMove, row.move);
            }
        }
    }

    const Moves moves = findMoves(removed.lines, added.lines, MoveScope::AcrossFiles, stop);
    removed.mark(moves.a, RowKind::MovedFrom, lastMove);
    added.mark(moves.b, RowKind::MovedTo, lastMove);
    if (moves.isCutShort || !hasRoom()) {
        for (FileChange &file : files)
            file.rows.degradations |= static_cast<std::uint8_t>(Degradation::NoMoves);
    }
}

void carryMovesAcrossFiles(const FileRows &marked, FileRows &rows)
{
    // A block that only one side knows has its other end elsewhere.
    std::set<std::uint32_t> onOldSide;
    std::set<std::uint32_t> onNewSide;
    for (const Row &row : marked.rows) {
        if (row.kind == RowKind::MovedFrom)
            onOldSide.insert(row.move);
        else if (row.kind == RowKind::MovedTo)
            onNewSide.insert(row.move);
    }
    std::map<LineNumber, const Row *> oldLines;
    std::map<LineNumber, const Row *> newLines;
    std::uint32_t last = 0;
    for (const Row &row : marked.rows) {
        last = std::max(last, row.move);
        if (row.move == 0 || onOldSide.contains(row.move) == onNewSide.contains(row.move))
            continue;
        if (onOldSide.contains(row.move) && row.right == noLine)
            oldLines.emplace(row.left, &row);
        else if (onNewSide.contains(row.move) && row.left == noLine)
            newLines.emplace(row.right, &row);
    }
    if (oldLines.empty() && newLines.empty())
        return;
    for (Row &row : rows.rows) {
        if (row.move != 0) {
            row.move += last;
            continue;
        }
        if (row.kind != RowKind::Removed && row.kind != RowKind::Added)
            continue;
        const bool isOld = row.kind == RowKind::Removed;
        const auto &lines = isOld ? oldLines : newLines;
        if (const auto found = lines.find(isOld ? row.left : row.right); found != lines.end()) {
            row.move = found->second->move;
            row.kind = found->second->kind;
        }
    }
}

} // namespace countersign::diff
