// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "RowCheck.h"

#include "MoveCheck.h"
#include "WhitespaceRule.h"

#include "core/SafeText.h"

#include <algorithm>
#include <format>
#include <set>
#include <span>
#include <utility>
#include <vector>

namespace countersign::test
{

namespace
{

bool hasLeft(RowKind kind)
{
    return kind != RowKind::Added && kind != RowKind::MovedTo;
}

bool hasRight(RowKind kind)
{
    return kind != RowKind::Removed && kind != RowKind::MovedFrom;
}

/// A blank line that stands on one side only and is ignored.
bool isIgnoredBlank(const Text &oldText, const Text &newText, const Row &row, const diff::DiffOptions &options)
{
    if (!options.ignoreBlankLines || row.kind != RowKind::Equal || (row.left == noLine) == (row.right == noLine))
        return false;
    return isBlankUnder(options.whitespace, row.left != noLine ? oldText.rawLine(row.left) : newText.rawLine(row.right));
}

bool isMove(RowKind kind)
{
    return kind == RowKind::MovedFrom || kind == RowKind::MovedTo;
}

std::span<const ByteSpan> leftSpans(const FileRows &rows, const Row &row)
{
    return std::span(rows.spans).subspan(row.firstSpan, row.leftSpans);
}

std::span<const ByteSpan> rightSpans(const FileRows &rows, const Row &row)
{
    return std::span(rows.spans).subspan(row.firstSpan + row.leftSpans, row.rightSpans);
}

std::string brokenSides(const Text &oldText, const Text &newText, const FileRows &rows, const diff::DiffOptions &options)
{
    LineNumber left = 0;
    LineNumber right = 0;
    for (const Row &row : rows.rows) {
        const bool isBlank = isIgnoredBlank(oldText, newText, row, options);
        if (!isBlank && (hasLeft(row.kind) != (row.left != noLine) || hasRight(row.kind) != (row.right != noLine)))
            return "a row's sides do not fit its kind";
        if (row.left != noLine && row.left != ++left)
            return "left lines do not follow each other";
        if (row.right != noLine && row.right != ++right)
            return "right lines do not follow each other";
        const bool isEqual = row.left != noLine && row.right != noLine
            && equalUnder(options.whitespace, oldText.rawLine(row.left), newText.rawLine(row.right));
        if (row.kind == RowKind::Equal && !isEqual && !isBlank)
            return "an equal row is not equal";
        if (row.kind == RowKind::Changed && isEqual)
            return "a changed row is equal";
        if ((isMove(row.kind) && row.move == 0) || (row.kind == RowKind::Equal && row.move != 0))
            return "a move number does not fit the kind";
        if ((row.kind == RowKind::Equal) != (row.hunk == 0))
            return "a hunk number does not fit the kind";
    }
    if (left != oldText.lineCount() || right != newText.lineCount())
        return "lines are missing";
    if (rows.rows.size() > std::size_t{oldText.lineCount()} + newText.lineCount())
        return "more rows than lines";
    return {};
}

std::string brokenHunks(const FileRows &rows)
{
    std::uint32_t added = 0;
    std::uint32_t removed = 0;
    std::size_t next = 0; // first row that no hunk so far has reached
    LineNumber left = 0;
    LineNumber right = 0;
    for (std::uint32_t number = 1; number <= rows.hunks.size(); ++number) {
        const Hunk &hunk = rows.hunks[number - 1];
        if (hunk.rowCount == 0 || hunk.firstRow + hunk.rowCount > rows.rows.size() || (number > 1 && hunk.firstRow <= next))
            return "a hunk is empty, outside, or touches the one before";
        for (; next < hunk.firstRow; ++next) {
            if (rows.rows[next].kind != RowKind::Equal)
                return "a row that is not equal is in no hunk";
            left = std::max(left, rows.rows[next].left);
            right = std::max(right, rows.rows[next].right);
        }
        std::uint32_t oldCount = 0;
        std::uint32_t newCount = 0;
        for (; next < hunk.firstRow + hunk.rowCount; ++next) {
            const Row &row = rows.rows[next];
            if (row.hunk != number)
                return "a row names another hunk";
            oldCount += row.left != noLine;
            newCount += row.right != noLine;
        }
        if (hunk.oldCount != oldCount || hunk.newCount != newCount)
            return "a hunk counts its lines wrong";
        if (hunk.oldStart != left + (oldCount > 0) || hunk.newStart != right + (newCount > 0))
            return "a hunk starts at the wrong line";
        left += oldCount;
        right += newCount;
        removed += oldCount;
        added += newCount;
    }
    for (; next < rows.rows.size(); ++next) {
        if (rows.rows[next].kind != RowKind::Equal)
            return "a row after the last hunk is not equal";
    }
    return rows.added == added && rows.removed == removed ? "" : "the file's counts are wrong";
}

/// The old lines with the hunks' lines exchanged must be the new bytes, but for what is equal under the rule.
std::string brokenEdits(const Text &oldText, const Text &newText, const FileRows &rows, const diff::DiffOptions &options)
{
    if (!options.isExact())
        return {};
    std::string edited;
    LineNumber left = 1;
    const auto keepUpTo = [&](LineNumber end) {
        for (; left < end; ++left)
            edited += oldText.rawLine(left);
    };
    for (const Hunk &hunk : rows.hunks) {
        keepUpTo(hunk.oldStart + (hunk.oldCount == 0));
        left += hunk.oldCount;
        for (std::uint32_t i = 0; i < hunk.newCount; ++i)
            edited += newText.rawLine(hunk.newStart + i);
    }
    keepUpTo(oldText.lineCount() + 1);
    return edited == newText.bytes() ? "" : "the old text with the hunks' edits is not the new one";
}

std::string brokenSpans(std::string_view line, std::span<const ByteSpan> spans)
{
    if (spans.empty())
        return {};
    std::set<std::size_t> borders{0};
    for (std::size_t offset = 0; offset < line.size();) {
        (void)nextCodePoint(line, offset);
        borders.insert(offset);
    }
    std::uint32_t before = 0;
    for (const ByteSpan &span : spans) {
        if (span.begin >= span.end || span.end > line.size())
            return "a span is empty or outside its line";
        if (span.begin < before || (before != 0 && span.begin == before))
            return "spans overlap, touch or are out of order";
        if (!borders.contains(span.begin) || !borders.contains(span.end))
            return "a span splits a code point";
        before = span.end;
    }
    return {};
}

/// The bytes outside the spans, without white space.
std::string unmarked(std::string_view line, std::span<const ByteSpan> spans)
{
    std::string kept;
    std::uint32_t at = 0;
    const auto add = [&](std::uint32_t end) {
        for (; at < end; ++at) {
            if (std::string_view(" \t\r\v\f").find(line[at]) == std::string_view::npos)
                kept += line[at];
        }
    };
    for (const ByteSpan &span : spans) {
        add(span.begin);
        at = span.end;
    }
    add(static_cast<std::uint32_t>(line.size()));
    return kept;
}

std::string brokenChangedRows(const Text &oldText, const Text &newText, const FileRows &rows)
{
    for (const Row &row : rows.rows) {
        if (row.kind != RowKind::Changed) {
            if (row.leftSpans != 0 || row.rightSpans != 0)
                return "only changed rows have spans";
            continue;
        }
        const std::string_view left = oldText.line(row.left);
        const std::string_view right = newText.line(row.right);
        std::string broken = brokenSpans(left, leftSpans(rows, row));
        if (broken.empty())
            broken = brokenSpans(right, rightSpans(rows, row));
        if (!broken.empty())
            return broken;
        // Bytes that no span marks are common to both sides, unless nothing is marked at all.
        if (row.leftSpans + row.rightSpans > 0 && unmarked(left, leftSpans(rows, row)) != unmarked(right, rightSpans(rows, row)))
            return "text outside the spans differs";
    }
    return {};
}

std::string marked(std::string_view line, std::span<const ByteSpan> spans)
{
    std::string out;
    std::uint32_t at = 0;
    for (const ByteSpan &span : spans) {
        out += safeText(line.substr(at, span.begin - at)) + "[" + safeText(line.substr(span.begin, span.end - span.begin)) + "]";
        at = span.end;
    }
    return out + safeText(line.substr(at));
}

char sign(RowKind kind)
{
    switch (kind) {
    case RowKind::Equal:
        return '=';
    case RowKind::Changed:
        return '~';
    case RowKind::Removed:
        return '-';
    case RowKind::Added:
        return '+';
    case RowKind::MovedFrom:
        return '<';
    case RowKind::MovedTo:
        return '>';
    }
    std::unreachable();
}

} // namespace

std::string brokenRowProperty(const Text &oldText, const Text &newText, const FileRows &rows, const diff::DiffOptions &options)
{
    std::string broken = brokenSides(oldText, newText, rows, options);
    if (broken.empty())
        broken = brokenHunks(rows);
    if (broken.empty())
        broken = brokenEdits(oldText, newText, rows, options);
    if (broken.empty())
        broken = brokenChangedRows(oldText, newText, rows);
    if (broken.empty())
        broken = brokenMoves(oldText, newText, rows, options);
    return broken;
}

std::uint32_t hiddenHunks(const FileRows &exact, const FileRows &shown)
{
    std::set<LineNumber> left;
    std::set<LineNumber> right;
    for (const Row &row : shown.rows) {
        if (row.hunk != 0) {
            left.insert(row.left);
            right.insert(row.right);
        }
    }
    std::vector<bool> isShown(exact.hunks.size());
    for (const Row &row : exact.rows) {
        const bool stands = (row.left != noLine && left.contains(row.left)) || (row.right != noLine && right.contains(row.right));
        if (row.hunk != 0 && stands)
            isShown[row.hunk - 1] = true;
    }
    return static_cast<std::uint32_t>(std::ranges::count(isShown, false));
}

FileRows mirrored(const FileRows &rows)
{
    FileRows mirror = rows;
    std::swap(mirror.added, mirror.removed);
    for (Hunk &hunk : mirror.hunks) {
        std::swap(hunk.oldStart, hunk.newStart);
        std::swap(hunk.oldCount, hunk.newCount);
    }
    const auto swapKinds = [](RowKind kind) {
        switch (kind) {
        case RowKind::Removed:
            return RowKind::Added;
        case RowKind::Added:
            return RowKind::Removed;
        case RowKind::MovedFrom:
            return RowKind::MovedTo;
        case RowKind::MovedTo:
            return RowKind::MovedFrom;
        case RowKind::Equal:
        case RowKind::Changed:
            return kind;
        }
        std::unreachable();
    };
    for (Row &row : mirror.rows) {
        const auto begin = mirror.spans.begin() + row.firstSpan;
        std::rotate(begin, begin + row.leftSpans, begin + row.leftSpans + row.rightSpans);
        std::swap(row.leftSpans, row.rightSpans);
        std::swap(row.left, row.right);
        row.kind = swapKinds(row.kind);
    }
    return mirror;
}

std::string dump(const Text &oldText, const Text &newText, const FileRows &rows)
{
    std::string out;
    for (const Row &row : rows.rows) {
        const auto number = [](LineNumber line) { return line == noLine ? std::string("-") : std::to_string(line); };
        out += std::format("{} {:>3} {:>3}", sign(row.kind), number(row.left), number(row.right));
        if (row.hunk != 0)
            out += std::format(" h{}", row.hunk);
        if (row.move != 0)
            out += std::format(" m{}", row.move);
        if (row.left != noLine)
            out += " |" + marked(oldText.line(row.left), leftSpans(rows, row));
        if (row.right != noLine && row.kind != RowKind::Equal)
            out += " |" + marked(newText.line(row.right), rightSpans(rows, row));
        out += '\n';
    }
    return out;
}

} // namespace countersign::test
