// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Slide.h"

#include <algorithm>
#include <optional>

namespace countersign::diff
{

namespace
{

using Index = std::uint32_t;
constexpr int maxIndent = 200;
constexpr int maxBlanks = 20;
constexpr Index maxPositions = 100; ///< as many places are compared at most

/// Columns before the first character, with tabs to the next multiple of eight; nothing for a blank line.
std::optional<int> indentOf(std::string_view line)
{
    int column = 0;
    for (const char c : line) {
        if (c == ' ')
            ++column;
        else if (c == '\t')
            column += 8 - column % 8;
        else if (c != '\r' && c != '\n' && c != '\v' && c != '\f')
            return std::min(column, maxIndent);
        if (column >= maxIndent)
            return maxIndent;
    }
    return std::nullopt;
}

/// How good a place is to cut between two lines; the lower, the better.
struct Score {
    int indent = 0;
    int penalty = 0;

    [[nodiscard]] bool isAtMost(const Score &other) const
    {
        constexpr int indentWeight = 60;
        const int byIndent = (indent > other.indent) - (indent < other.indent);
        return indentWeight * byIndent + (penalty - other.penalty) <= 0;
    }
};

/// What surrounds a cut just before a line.
struct Surroundings {
    std::optional<int> indent; ///< of that line
    std::optional<int> before; ///< indent of the last line above that is not blank
    std::optional<int> after; ///< indent of the next line below that line that is not blank
    int blanksBefore = 0;
    int blanksAfter = 0; ///< directly below that line
    bool isEnd = false; ///< there is no such line
};

Surroundings look(const Text &text, Index line)
{
    Surroundings seen;
    const Index count = text.lineCount();
    const auto indent = [&](Index index) { return indentOf(text.line(index + 1)); };
    if (line >= count)
        seen.isEnd = true;
    else
        seen.indent = indent(line);
    for (Index i = line; i > 0; --i) {
        seen.before = indent(i - 1);
        if (seen.before)
            break;
        if (++seen.blanksBefore == maxBlanks) {
            seen.before = 0;
            break;
        }
    }
    for (Index i = line + 1; i < count; ++i) {
        seen.after = indent(i);
        if (seen.after)
            break;
        if (++seen.blanksAfter == maxBlanks) {
            seen.after = 0;
            break;
        }
    }
    return seen;
}

void addCut(const Surroundings &seen, Score &score)
{
    if (!seen.before && seen.blanksBefore == 0)
        score.penalty += 1; // start of the file
    if (seen.isEnd)
        score.penalty += 21;
    const int blanksFrom = seen.indent ? 0 : 1 + seen.blanksAfter;
    const int blanks = seen.blanksBefore + blanksFrom;
    score.penalty += -30 * blanks + 6 * blanksFrom;

    const std::optional<int> indent = seen.indent ? seen.indent : seen.after;
    score.indent += indent.value_or(-1);
    if (!indent || !seen.before || *indent == *seen.before)
        return;
    const bool hasBlanks = blanks != 0;
    if (*indent > *seen.before)
        score.penalty += hasBlanks ? 10 : -4;
    else if (seen.after && *seen.after > *indent)
        score.penalty += hasBlanks ? 17 : 24; // opens a block of its own
    else
        score.penalty += hasBlanks ? 17 : 23;
}

/// A run of lines that only one side has, and where it stands in the other.
struct Group {
    Index begin;
    Index end;
};

class Slider
{
public:
    Slider(const RuledText &a, const RuledText &b)
        : m_a(a)
        , m_b(b)
    {
    }

    std::vector<Block> run(const std::vector<Block> &blocks)
    {
        for (std::size_t i = 0; i < blocks.size(); ++i) {
            place(blocks[i], i + 1 < blocks.size() ? &blocks[i + 1] : nullptr);
        }
        return std::move(m_done);
    }

private:
    /// Adds @p block after the finished ones and before @p next, if there is one.
    void place(Block block, const Block *next)
    {
        while (true) {
            const Index equalBefore = block.aBegin - (m_done.empty() ? 0 : m_done.back().aEnd);
            if (equalBefore == 0 && !m_done.empty()) {
                block = {m_done.back().aBegin, block.aEnd, m_done.back().bBegin, block.bEnd};
                m_done.pop_back();
                continue;
            }
            if (block.aCount() != 0 && block.bCount() != 0)
                break;
            const Index up = roomUp(block, equalBefore);
            if (up == equalBefore && !m_done.empty()) {
                move(block, -static_cast<std::int64_t>(up));
                continue;
            }
            const Index equalAfter = (next ? next->aBegin : m_a.text.lineCount()) - block.aEnd;
            const Index down = roomDown(block, equalAfter);
            const bool reachesNext = next && down == equalAfter;
            move(block, reachesNext ? down : bestShift(block, up, down));
            break;
        }
        m_done.push_back(block);
    }

    [[nodiscard]] const RuledText &sideOf(const Block &block) const { return block.aCount() != 0 ? m_a : m_b; }
    [[nodiscard]] static Group groupOf(const Block &block)
    {
        return block.aCount() != 0 ? Group{block.aBegin, block.aEnd} : Group{block.bBegin, block.bEnd};
    }
    static void move(Block &block, std::int64_t lines)
    {
        for (Index *edge : {&block.aBegin, &block.aEnd, &block.bBegin, &block.bEnd})
            *edge = static_cast<Index>(*edge + lines);
    }

    [[nodiscard]] Index roomUp(const Block &block, Index limit) const
    {
        const RuledText &side = sideOf(block);
        const Group group = groupOf(block);
        Index room = 0;
        while (room < limit && side.compared(group.begin - room) == side.compared(group.end - room))
            ++room;
        return room;
    }
    [[nodiscard]] Index roomDown(const Block &block, Index limit) const
    {
        const RuledText &side = sideOf(block);
        const Group group = groupOf(block);
        Index room = 0;
        while (room < limit && side.compared(group.begin + room + 1) == side.compared(group.end + room + 1))
            ++room;
        return room;
    }

    [[nodiscard]] std::int64_t bestShift(const Block &block, Index up, Index down) const
    {
        if (up == 0 && down == 0)
            return 0;
        const Text &text = sideOf(block).text;
        const Group group = groupOf(block);
        const std::int64_t highest = std::max(-std::int64_t{up}, std::int64_t{down} - std::int64_t{maxPositions});
        std::int64_t best = down;
        std::optional<Score> bestScore;
        for (std::int64_t shift = highest; shift <= down; ++shift) {
            Score score;
            addCut(look(text, static_cast<Index>(group.end + shift)), score);
            addCut(look(text, static_cast<Index>(group.begin + shift)), score);
            if (!bestScore || score.isAtMost(*bestScore)) {
                bestScore = score;
                best = shift;
            }
        }
        return best;
    }

    const RuledText &m_a;
    const RuledText &m_b;
    std::vector<Block> m_done;
};

} // namespace

std::vector<Block> slideBlocks(const std::vector<Block> &blocks, const RuledText &a, const RuledText &b)
{
    return Slider(a, b).run(blocks);
}

} // namespace countersign::diff
