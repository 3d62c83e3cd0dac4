// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Diff.h"

#include "Alignment.h"
#include "HiddenHunks.h"
#include "Interner.h"
#include "Intraline.h"
#include "Moves.h"
#include "Pairing.h"
#include "RowWriter.h"
#include "Slide.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace countersign::diff
{

namespace
{

using Index = std::uint32_t;

/// The order in which the two sides go into the computation, so that it does not know which one is the old one.
bool comesBefore(const Text &x, const Text &y)
{
    if (x.lineCount() != y.lineCount())
        return x.lineCount() < y.lineCount();
    return x.bytes() < y.bytes();
}

/// Lines equal at the top and at the bottom.
struct CommonEnds {
    Index head = 0;
    Index tail = 0;
};

CommonEnds commonEnds(const RuledText &a, const RuledText &b)
{
    CommonEnds ends;
    const Index aCount = a.text.lineCount();
    const Index bCount = b.text.lineCount();
    const Index most = std::min(aCount, bCount);
    while (ends.head < most && a.compared(ends.head + 1) == b.compared(ends.head + 1))
        ++ends.head;
    while (ends.tail < most - ends.head && a.compared(aCount - ends.tail) == b.compared(bCount - ends.tail))
        ++ends.tail;
    return ends;
}

/// One run of the computation, side a being the one that comes first in comesBefore().
class Run
{
public:
    Run(const Text &a, const Text &b, bool isSwapped, const DiffOptions &options, const std::stop_token &stop)
        : m_a(a)
        , m_b(b)
        , m_aRuled(underRule(a, options.whitespace))
        , m_bRuled(underRule(b, options.whitespace))
        , m_isSwapped(isSwapped)
        , m_options(options)
        , m_stop(stop)
        , m_ends(commonEnds(m_aRuled, m_bRuled))
        , m_pairing(a, b, stop)
    {
    }

    std::vector<Block> blocks() { return slideBlocks(alignMiddle(), m_aRuled, m_bRuled); }

    FileRows rows()
    {
        m_blocks = blocks();
        if (m_options.moves)
            findMovesInside();
        std::optional<FileRows> rows = writeRows();
        return rows ? std::move(*rows) : oneHunk();
    }

private:
    std::vector<Block> alignMiddle()
    {
        const Index aEnd = m_a.lineCount() - m_ends.tail;
        const Index bEnd = m_b.lineCount() - m_ends.tail;
        Interner interner((aEnd - m_ends.head) + (bEnd - m_ends.head));
        const std::vector<Index> a = internA(aEnd, interner);
        const std::vector<Index> b = internB(bEnd, a, interner);
        Budget budget{.left = m_options.budget};
        std::vector<Block> blocks = align(a, b, interner.count(), budget, m_stop);
        m_isCoarse = budget.isSpent;
        for (Block &block : blocks) {
            for (Index *edge : {&block.aBegin, &block.aEnd, &block.bBegin, &block.bEnd})
                *edge += m_ends.head;
        }
        return blocks;
    }

    [[nodiscard]] std::vector<Index> internA(Index end, Interner &interner) const
    {
        std::vector<Index> ids;
        ids.reserve(end - m_ends.head);
        for (Index line = m_ends.head; line < end; ++line)
            ids.push_back(interner.id(m_aRuled.compared(line + 1)));
        return ids;
    }

    /// Most lines follow in b what they follow in a: to compare them is much quicker than to look them up.
    [[nodiscard]] std::vector<Index> internB(Index end, const std::vector<Index> &a, Interner &interner) const
    {
        std::vector<Index> firstInA(interner.count());
        for (auto i = static_cast<Index>(a.size()); i-- > 0;)
            firstInA[a[i]] = i;
        std::vector<Index> ids;
        ids.reserve(end - m_ends.head);
        Index likely = 0; // of a
        for (Index line = m_ends.head; line < end; ++line) {
            const std::string_view bytes = m_bRuled.compared(line + 1);
            if (likely < a.size() && m_aRuled.compared(m_ends.head + likely + 1) == bytes) {
                ids.push_back(a[likely++]);
                continue;
            }
            const Index id = interner.id(bytes);
            ids.push_back(id);
            if (id < firstInA.size() && firstInA[id] >= likely)
                likely = firstInA[id] + 1;
        }
        return ids;
    }

    /// A line as the search for moves sees it: what the rule ignores does not keep a line from being the same elsewhere.
    [[nodiscard]] LooseLine loose(const RuledText &side, LineNumber number, Index block) const
    {
        LooseLine line = looseLine(side.text, number, 0, block);
        if (m_options.whitespace != Whitespace::None)
            line.content = withoutIndent(side.compared(number));
        if (m_options.whitespace == Whitespace::All)
            line.indent = 0;
        return line;
    }

    void findMovesInside()
    {
        std::size_t looseLines = 0;
        for (const Block &block : m_blocks)
            looseLines += block.aCount() + block.bCount();
        if (looseLines > mostLooseLines) {
            m_hasAllMoves = false;
            return;
        }
        std::vector<LooseLine> a;
        std::vector<LooseLine> b;
        for (Index number = 0; number < m_blocks.size(); ++number) {
            const Block &block = m_blocks[number];
            for (Index line = block.aBegin; line < block.aEnd; ++line)
                a.push_back(loose(m_aRuled, line + 1, number));
            for (Index line = block.bBegin; line < block.bEnd; ++line)
                b.push_back(loose(m_bRuled, line + 1, number));
        }
        Moves moves = findMoves(a, b, MoveScope::InsideFile, m_stop);
        m_hasAllMoves = !moves.isCutShort;
        m_aMoves = std::move(moves.a);
        m_bMoves = std::move(moves.b);
    }

    /// Nothing when asked to stop.
    std::optional<FileRows> writeRows()
    {
        std::size_t mostRows = m_a.lineCount();
        for (const Block &block : m_blocks)
            mostRows += block.bCount();
        RowWriter writer(m_isSwapped, mostRows);
        if (m_isCoarse)
            writer.degrade(Degradation::CoarseAlignment);
        if (!m_hasAllMoves)
            writer.degrade(Degradation::NoMoves);
        Index a = 0;
        Index b = 0;
        for (const Block &block : m_blocks) {
            if (m_stop.stop_requested())
                return std::nullopt;
            for (; a < block.aBegin; ++a, ++b)
                writer.equal(a + 1, b + 1);
            writeBlock(block, writer);
            a = block.aEnd;
            b = block.bEnd;
        }
        for (; a < m_a.lineCount(); ++a, ++b)
            writer.equal(a + 1, b + 1);
        if (m_stop.stop_requested())
            return std::nullopt;
        return writer.finish();
    }

    /// Lines of one block that are in no moved block; what is keeps its place between them.
    static void collectUnmoved(Index begin, Index end, std::span<const MoveMark> moves, std::vector<LineNumber> &lines)
    {
        lines.clear();
        for (Index line = begin; line < end; ++line) {
            if (moves.empty() || moves[line - begin].number == 0)
                lines.push_back(line + 1);
        }
    }

    /// Nothing but blank lines came or went.
    [[nodiscard]] bool isBlank(const Block &block) const
    {
        for (Index line = block.aBegin; line < block.aEnd; ++line) {
            if (!m_aRuled.isBlank(line + 1))
                return false;
        }
        for (Index line = block.bBegin; line < block.bEnd; ++line) {
            if (!m_bRuled.isBlank(line + 1))
                return false;
        }
        return true;
    }

    static void writeBlank(const Block &block, RowWriter &writer)
    {
        const Index both = std::min(block.aCount(), block.bCount());
        for (Index i = 1; i <= both; ++i)
            writer.equal(block.aBegin + i, block.bBegin + i);
        for (Index a = block.aBegin + both; a < block.aEnd; ++a)
            writer.equal(a + 1, noLine);
        for (Index b = block.bBegin + both; b < block.bEnd; ++b)
            writer.equal(noLine, b + 1);
    }

    void writeBlock(const Block &block, RowWriter &writer)
    {
        const auto movesOf = [](const std::vector<MoveMark> &moves, std::size_t &done, Index count) {
            const auto part = moves.empty() ? std::span<const MoveMark>() : std::span(moves).subspan(done, count);
            done += count;
            return part;
        };
        const std::span<const MoveMark> aMoves = movesOf(m_aMoves, m_aMovesDone, block.aCount());
        const std::span<const MoveMark> bMoves = movesOf(m_bMoves, m_bMovesDone, block.bCount());
        if (m_options.ignoreBlankLines && isBlank(block)) {
            writeBlank(block, writer);
            return;
        }
        collectUnmoved(block.aBegin, block.aEnd, aMoves, m_aLines);
        collectUnmoved(block.bBegin, block.bEnd, bMoves, m_bLines);

        LineNumber a = block.aBegin + 1;
        LineNumber b = block.bBegin + 1;
        const auto writeLoose = [&](LineNumber aEnd, LineNumber bEnd) {
            for (; a < aEnd; ++a)
                writer.onlyA(a, aMoves.empty() ? MoveMark() : aMoves[a - block.aBegin - 1]);
            for (; b < bEnd; ++b)
                writer.onlyB(b, bMoves.empty() ? MoveMark() : bMoves[b - block.bBegin - 1]);
        };
        for (const LinePair &pair : m_pairing.pair(m_aLines, m_bLines)) {
            writeLoose(m_aLines[pair.a], m_bLines[pair.b]);
            // Without budget, equal lines can be left inside a block.
            if (m_aRuled.compared(a) == m_bRuled.compared(b))
                writer.equal(a, b);
            else
                writer.changed(a, b, m_options.intraline ? &m_intraline.compare(m_a.line(a), m_b.line(b)) : nullptr);
            ++a;
            ++b;
        }
        writeLoose(block.aEnd + 1, block.bEnd + 1);
    }

    /// What is left of a diff that was stopped: all between the common ends is replaced.
    [[nodiscard]] FileRows oneHunk() const
    {
        RowWriter writer(m_isSwapped, 0);
        writer.degrade(Degradation::CoarseAlignment);
        if (m_options.intraline)
            writer.degrade(Degradation::NoIntraline);
        if (m_options.moves)
            writer.degrade(Degradation::NoMoves);
        for (Index line = 1; line <= m_ends.head; ++line)
            writer.equal(line, line);
        const Index aEnd = m_a.lineCount() - m_ends.tail;
        const Index bEnd = m_b.lineCount() - m_ends.tail;
        for (Index line = m_ends.head + 1; line <= aEnd; ++line)
            writer.onlyA(line, {});
        for (Index line = m_ends.head + 1; line <= bEnd; ++line)
            writer.onlyB(line, {});
        for (Index i = 1; i <= m_ends.tail; ++i)
            writer.equal(aEnd + i, bEnd + i);
        return writer.finish();
    }

    const Text &m_a;
    const Text &m_b;
    RuledText m_aRuled;
    RuledText m_bRuled;
    bool m_isSwapped;
    const DiffOptions &m_options;
    const std::stop_token &m_stop;
    CommonEnds m_ends;
    std::vector<Block> m_blocks;
    bool m_isCoarse = false;
    bool m_hasAllMoves = true;
    std::vector<MoveMark> m_aMoves; ///< of every line of a in a block, one block after the other; empty without moves
    std::vector<MoveMark> m_bMoves;
    std::size_t m_aMovesDone = 0;
    std::size_t m_bMovesDone = 0;
    std::vector<LineNumber> m_aLines;
    std::vector<LineNumber> m_bLines;
    Pairing m_pairing;
    Intraline m_intraline;
};

} // namespace

FileRows diffTexts(const Text &oldText, const Text &newText, const DiffOptions &options, std::stop_token stop)
{
    const bool isSwapped = comesBefore(newText, oldText);
    const auto run = [&](const DiffOptions &chosen) {
        return Run(isSwapped ? newText : oldText, isSwapped ? oldText : newText, isSwapped, chosen, stop).rows();
    };
    FileRows rows = run(options);
    if (!options.isExact()) {
        const FileRows exact = run({.intraline = false, .moves = options.moves, .budget = options.budget});
        rows.hiddenHunks = countHidden(exact.hunks, rows.hunks);
    }
    return rows;
}

std::vector<Block> diffBlocks(const Text &oldText, const Text &newText, std::stop_token stop)
{
    const bool isSwapped = comesBefore(newText, oldText);
    const DiffOptions options;
    std::vector<Block> blocks =
        Run(isSwapped ? newText : oldText, isSwapped ? oldText : newText, isSwapped, options, stop).blocks();
    if (isSwapped) {
        for (Block &block : blocks) {
            std::swap(block.aBegin, block.bBegin);
            std::swap(block.aEnd, block.bEnd);
        }
    }
    return blocks;
}

} // namespace countersign::diff
