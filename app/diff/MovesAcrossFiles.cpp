// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "FileLoader.h"

#include "Moves.h"

#include "core/Workers.h"

#include <algorithm>
#include <map>
#include <set>

namespace countersign::diff
{

namespace
{

/// Lines that only one side has, and the rows they stand in.
struct LooseRows {
    std::vector<LooseLine> lines;
    std::vector<Row *> rows;

    void add(const LooseLine &line, Row &row)
    {
        lines.push_back(line);
        rows.push_back(&row);
    }
    /// Takes what is in @p more, as far as it fits.
    void append(LooseRows more, std::size_t most)
    {
        const auto count = static_cast<std::ptrdiff_t>(std::min(more.lines.size(), most));
        lines.insert(lines.end(), more.lines.begin(), more.lines.begin() + count);
        rows.insert(rows.end(), more.rows.begin(), more.rows.begin() + count);
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

/// What one file has for the others.
struct FileMoves {
    LooseRows removed;
    LooseRows added;
    std::uint32_t last = 0; ///< number of a block that moved inside of it
};

FileMoves movesOf(FileChange &file, std::uint32_t number)
{
    FileMoves found;
    for (Row &row : file.rows.rows) {
        found.last = std::max(found.last, row.move);
        if (row.move != 0)
            continue;
        if (row.kind == RowKind::Removed)
            found.removed.add(looseLine(file.oldText, row.left, number, row.hunk), row);
        else if (row.kind == RowKind::Added)
            found.added.add(looseLine(file.newText, row.right, number, row.hunk), row);
    }
    return found;
}

void renumber(FileRows &rows, std::uint32_t before)
{
    for (Row &row : rows.rows) {
        if (row.move != 0)
            row.move += before;
    }
}

} // namespace

void markMovesAcrossFiles(std::span<FileChange> files, std::stop_token stop, unsigned threads)
{
    LooseRows removed;
    LooseRows added;
    const auto room = [&] { return mostLooseLines - removed.lines.size() - added.lines.size(); };
    std::uint32_t lastMove = 0;
    constexpr std::size_t together = 512; // files: what they have is held twice only for so many
    constexpr std::size_t worthAThread = 64; // files
    for (std::size_t first = 0; first < files.size(); first += together) {
        std::vector<FileMoves> found(std::min(together, files.size() - first));
        onThreads(found.size(), std::min<std::size_t>(threads, found.size() / worthAThread),
                  [&](std::size_t i) { found[i] = movesOf(files[first + i], static_cast<std::uint32_t>(first + i)); });
        for (std::size_t i = 0; i < found.size(); ++i) {
            if (lastMove > 0 && found[i].last > 0)
                renumber(files[first + i].rows, lastMove);
            lastMove += found[i].last;
            removed.append(std::move(found[i].removed), room());
            added.append(std::move(found[i].added), room());
        }
    }

    const Moves moves = findMoves(removed.lines, added.lines, MoveScope::AcrossFiles, stop);
    removed.mark(moves.a, RowKind::MovedFrom, lastMove);
    added.mark(moves.b, RowKind::MovedTo, lastMove);
    if (moves.isCutShort || room() == 0) {
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
