// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "MoveCheck.h"

#include "WhitespaceRule.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

namespace countersign::test
{

namespace
{

std::string_view withoutIndent(std::string_view line, diff::Whitespace rule)
{
    const bool isExact = rule == diff::Whitespace::None || rule == diff::Whitespace::AtEndOfLine;
    return line.substr(std::min(line.find_first_not_of(isExact ? " \t" : " \t\r"), line.size()));
}

std::size_t alphanumerics(std::string_view text)
{
    return static_cast<std::size_t>(std::ranges::count_if(
        text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }));
}

/// One end of a moved block.
struct MoveEnd {
    std::vector<std::string_view> moved;
    std::size_t movedText = 0; ///< alphanumerics, and one for each line
    std::size_t editedText = 0;
    LineNumber first = noLine;
    LineNumber last = noLine;
    std::uint32_t lines = 0;

    void add(std::string_view line, LineNumber number, bool isEdited)
    {
        first = first == noLine ? number : first;
        last = number;
        ++lines;
        (isEdited ? editedText : movedText) += alphanumerics(line) + 1;
        if (!isEdited)
            moved.push_back(line);
    }
    [[nodiscard]] bool hasHole() const { return last - first + 1 != lines; }
};

std::string brokenMove(const MoveEnd &from, const MoveEnd &to, diff::Whitespace rule)
{
    if (from.moved.size() != to.moved.size())
        return "the ends of a move have different lengths";
    if (from.hasHole() || to.hasHole())
        return "a moved block has a hole";
    if (from.editedText > from.movedText || to.editedText > to.movedText)
        return "more was edited in a moved block than moved";
    std::size_t text = 0;
    for (std::size_t i = 0; i < from.moved.size(); ++i) {
        if (!equalUnder(rule, withoutIndent(from.moved[i], rule), withoutIndent(to.moved[i], rule)))
            return "a moved line is not the same text";
        text += alphanumerics(from.moved[i]);
    }
    return text < 20 ? "a moved block is too small" : "";
}

} // namespace

std::string brokenMoves(const Text &oldText, const Text &newText, const FileRows &rows, const diff::DiffOptions &options)
{
    std::map<std::uint32_t, std::pair<MoveEnd, MoveEnd>> moves;
    for (const Row &row : rows.rows) {
        if (row.move == 0)
            continue;
        if (row.left != noLine && row.right != noLine)
            return "a row with two sides is in a moved block";
        if (row.left != noLine)
            moves[row.move].first.add(oldText.line(row.left), row.left, row.kind != RowKind::MovedFrom);
        else
            moves[row.move].second.add(newText.line(row.right), row.right, row.kind != RowKind::MovedTo);
    }
    for (const auto &[number, ends] : moves) {
        std::string broken = brokenMove(ends.first, ends.second, options.whitespace);
        if (!broken.empty())
            return broken;
    }
    return {};
}

} // namespace countersign::test
