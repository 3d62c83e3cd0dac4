// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "LineOrigins.h"

#include "diff/Diff.h"

#include <vector>

namespace countersign::workbench
{

namespace
{

/// Two texts matched line by line.
class Matching
{
public:
    Matching(const Text &before, const Text &after, const std::stop_token &stop)
        : m_toNew(before.lineCount() + 1)
        , m_toOld(after.lineCount() + 1)
    {
        for (const Row &row : diff::diffTexts(before, after, {.intraline = false, .moves = false}, stop).rows) {
            if (row.kind == RowKind::Equal) {
                m_toNew[row.left] = row.right;
                m_toOld[row.right] = row.left;
            }
        }
    }

    /// The equal line on the other side; noLine when there is none.
    [[nodiscard]] LineNumber toNew(LineNumber line) const { return m_toNew[line]; }
    [[nodiscard]] LineNumber toOld(LineNumber line) const { return m_toOld[line]; }

private:
    std::vector<LineNumber> m_toNew;
    std::vector<LineNumber> m_toOld;
};

/// How the bases and heads hang together; asked only where there was a conflict.
class Bases
{
public:
    Bases(const FourVersions &versions, const std::stop_token &stop)
        : m_bases(versions.baseA, versions.baseB, stop)
        , m_patchA(versions.baseA, versions.headA, stop)
        , m_patchB(versions.baseB, versions.headB, stop)
    {
    }

    /// Head B has the line from its base, which got it from nowhere in base A.
    [[nodiscard]] bool hasBrought(LineNumber headB) const
    {
        const LineNumber base = m_patchB.toOld(headB);
        return base != noLine && m_bases.toOld(base) == noLine;
    }
    /// Head A had the line from its base, and base B has it no more.
    [[nodiscard]] bool hasTaken(LineNumber headA) const
    {
        const LineNumber base = m_patchA.toOld(headA);
        return base != noLine && m_bases.toNew(base) == noLine;
    }

private:
    Matching m_bases;
    Matching m_patchA;
    Matching m_patchB;
};

/// All rows from one hand.
void setAll(InterFile &file, Origin origin)
{
    for (std::size_t i = 0; i < file.origins.size(); ++i) {
        const Row &row = file.change.rows.rows[i];
        if (row.kind != RowKind::Equal)
            file.origins[i] = {row.left != noLine ? origin : Origin::None, row.right != noLine ? origin : Origin::None};
    }
    LineCounts &counts = origin == Origin::Author ? file.author : file.rebase;
    counts = {file.change.rows.added, file.change.rows.removed};
}

} // namespace

void findOrigins(InterFile &file, const FourVersions &versions, const std::stop_token &stop)
{
    file.origins.assign(file.change.rows.rows.size(), {});
    if (file.kind != PushKind::Both || file.change.delta.kind != FileKind::Text) {
        setAll(file, file.isAuthors() ? Origin::Author : Origin::Rebase);
        return;
    }
    const Matching rebased(versions.headA, file.expected, stop);
    const Matching authored(file.expected, versions.headB, stop);
    std::optional<Bases> bases;
    if (file.isConflict)
        bases.emplace(versions, stop);
    const auto isAddedByAuthor = [&](LineNumber line) {
        return authored.toOld(line) == noLine && !(bases && bases->hasBrought(line));
    };
    const auto isRemovedByAuthor = [&](LineNumber line) { // of head A
        const LineNumber expected = rebased.toNew(line);
        return expected != noLine && authored.toNew(expected) == noLine && !(bases && bases->hasTaken(line));
    };
    for (LineNumber line = 1; line <= versions.headB.lineCount(); ++line)
        file.author.added += isAddedByAuthor(line) ? 1U : 0U;
    for (LineNumber line = 1; line <= file.expected.lineCount(); ++line) {
        const LineNumber headA = rebased.toOld(line);
        const bool isGone = authored.toNew(line) == noLine;
        file.author.removed += isGone && !(headA != noLine && bases && bases->hasTaken(headA)) ? 1U : 0U;
    }
    for (std::size_t i = 0; i < file.origins.size(); ++i) {
        const Row &row = file.change.rows.rows[i];
        if (row.kind == RowKind::Equal)
            continue;
        RowOrigin &origin = file.origins[i];
        if (row.left != noLine)
            origin.left = isRemovedByAuthor(row.left) ? Origin::Author : Origin::Rebase;
        if (row.right != noLine)
            origin.right = isAddedByAuthor(row.right) ? Origin::Author : Origin::Rebase;
        file.rebase.removed += origin.left == Origin::Rebase ? 1U : 0U;
        file.rebase.added += origin.right == Origin::Rebase ? 1U : 0U;
    }
}

} // namespace countersign::workbench
