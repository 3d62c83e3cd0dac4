// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "All.h"
#include "CodeLine.h"
#include "MakeFinding.h"
#include "Words.h"

#include "risk/Draft.h"
#include "risk/Pattern.h"
#include "risk/Structure.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

namespace countersign::risk
{

namespace
{

constexpr std::uint32_t reach = 60; ///< rows between the two places

/// A cheap look.
bool mayLock(std::string_view line)
{
    static constexpr std::array<std::string_view, 6> signs{"lock", "Lock", "LOCK", "pdate", "UPDATE", "PESSIMISTIC"};
    return std::ranges::any_of(signs, [line](std::string_view sign) { return line.contains(sign); });
}

bool locksRows(std::string_view line)
{
    static const RE2 lock(
        R"(\b\w*select_for_update\(|\b(?:lockForUpdate|sharedLock|with_for_update|forUpdate)\(|\bFOR UPDATE\b|PESSIMISTIC_\w+|\.lock!|\bUPDLOCK\b)",
        patternOptions());
    return RE2::PartialMatch(pieceOf(line), lock);
}

/// The mutex that the line, and nothing else in it, unlocks; empty: none.
std::string unlocked(std::string_view line)
{
    static const RE2 unlock(
        R"(^\s*((?:\w+(?:\.|->))*\w+)(?:\.|->)(?:[rR]?[uU]nlock(?:Shared|Read|Write)?|unlock_shared)\(\)\s*;?\s*$)",
        patternOptions());
    std::string mutex;
    RE2::PartialMatch(pieceOf(line), unlock, &mutex);
    return mutex;
}

bool opensTransaction(std::string_view line)
{
    static const RE2 transaction(
        R"((?i)^\s*(?:(?:async|await)\s+)*(?:with|using|try)\b.*(?:atomic|transaction)|\b\$?transaction\w*!?\s*(?:\(.*)?(?:\{|\bdo\b|=>|->))",
        patternOptions());
    return RE2::PartialMatch(pieceOf(line), transaction);
}

/// The header of the transaction around the line; noLine: there is none.
LineNumber transactionAround(const Text &text, LineNumber line)
{
    constexpr int deepest = 12;
    LineNumber header = enclosingHeader(text, line);
    for (int i = 0; i < deepest && header != noLine && !opensTransaction(text.line(header)); ++i)
        header = enclosingHeader(text, header);
    return header != noLine && opensTransaction(text.line(header)) ? header : noLine;
}

/// A decorator of the definition around makes all of it one transaction.
bool isTransactional(const Text &text, LineNumber line)
{
    static const RE2 decorator(R"((?i)^\s*[@\[].*(?:atomic|transaction))", patternOptions());
    constexpr LineNumber most = 12;
    const LineNumber header = enclosingDefinition(text, line);
    for (LineNumber above = header; header != noLine && above > 1 && above + most > header;) {
        --above;
        const std::size_t first = indentOf(text.line(above));
        if (first == std::string_view::npos || (text.line(above)[first] != '@' && text.line(above)[first] != '['))
            break;
        if (RE2::PartialMatch(pieceOf(text.line(above)), decorator))
            return true;
    }
    return false;
}

/// Part of CON-01: a lock stands at another place, and holds less than before. The rest: resources/rules/concurrency.toml.
class MovedLocks final : public Detector
{
public:
    [[nodiscard]] std::string_view rule() const override { return "CON-01"; }
    [[nodiscard]] std::vector<Finding> inspectFile(FileContext &file, const ChangeContext &) const override
    {
        std::vector<Finding> found;
        if (file.file().fileClass != FileClass::Code && file.file().fileClass != FileClass::Migration)
            return found;
        const auto &rows = file.file().rows.rows;
        for (std::uint32_t at = 0; at < rows.size(); ++at) {
            if (!left(rows[at]))
                continue;
            const std::string_view line = file.text(Side::Old).line(rows[at].left);
            if (line.size() > longestCodeLine || !mayLock(line))
                continue;
            if (locksRows(line))
                leftTransaction(file, at, found);
            else if (!unlocked(line).empty())
                cameEarlier(file, at, found);
        }
        return found;
    }

private:
    /// The line of the old side is not where it was.
    static bool left(const Row &row)
    {
        return row.kind == RowKind::Removed || row.kind == RowKind::Changed || row.kind == RowKind::MovedFrom;
    }
    static bool came(const Row &row)
    {
        return row.kind == RowKind::Added || row.kind == RowKind::Changed || row.kind == RowKind::MovedTo;
    }

    /// The row near @p at, from @p first on, in which the same line came in.
    static std::optional<std::uint32_t> sameFrom(const FileContext &file, std::uint32_t at, std::uint32_t first,
                                                 std::uint32_t end)
    {
        const auto &rows = file.file().rows.rows;
        const std::string wanted = folded(file.text(Side::Old).line(rows[at].left));
        for (std::uint32_t i = first; i < end; ++i) {
            if (i != at && came(rows[i]) && folded(file.text(Side::New).line(rows[i].right)) == wanted)
                return i;
        }
        return std::nullopt;
    }

    void leftTransaction(FileContext &file, std::uint32_t at, std::vector<Finding> &found) const
    {
        const auto &rows = file.file().rows.rows;
        const LineNumber transaction = transactionAround(file.text(Side::Old), rows[at].left);
        if (transaction == noLine || !isCodeLine(file, Side::Old, rows[at].left))
            return;
        const LineNumber stands = file.rowOf(Side::Old, transaction).right;
        const auto end = static_cast<std::uint32_t>(std::min<std::size_t>(rows.size(), at + reach));
        const auto now = sameFrom(file, at, at > reach ? at - reach : 0, end);
        if (!now || stands == noLine || !opensTransaction(file.text(Side::New).line(stands)))
            return;
        const LineNumber line = rows[*now].right;
        if (transactionAround(file.text(Side::New), line) != noLine || isTransactional(file.text(Side::New), line))
            return;
        Finding finding = makeFinding(
            {rule(), Severity::High,
             Message(QT_TRANSLATE_NOOP("app", "A row lock left its transaction: %1"),
                     {shownMatch(folded(file.text(Side::New).line(line)))}),
             Message(QT_TRANSLATE_NOOP(
                 "app",
                 "A row is locked until its transaction ends; outside of one it is free again at once, or the query fails.")),
             Message(QT_TRANSLATE_NOOP("app", "Does every way to this line begin a transaction further out?"))},
            file, {Side::New, line, line});
        finding.evidence.emplace_back(QT_TRANSLATE_NOOP("app", "It stood inside of: %1"),
                                      std::vector{shownLine(file.text(Side::Old).line(transaction))});
        found.push_back(std::move(finding));
    }

    void cameEarlier(FileContext &file, std::uint32_t at, std::vector<Finding> &found) const
    {
        const auto &rows = file.file().rows.rows;
        const Text &text = file.text(Side::New);
        const auto now = sameFrom(file, at, at > reach ? at - reach : 0, at);
        if (!now || !isCodeLine(file, Side::Old, rows[at].left) || !isSameBlock(file, rows[at].left, rows[*now].right))
            return;
        const std::string mutex = unlocked(text.line(rows[*now].right));
        LineNumber first = noLine; // what is not under the lock any more
        for (std::uint32_t i = *now + 1; i < at; ++i) {
            const std::string_view line = rows[i].right == noLine ? std::string_view() : text.line(rows[i].right);
            if (line.contains(mutex + ".") || line.contains(mutex + "->"))
                return; // it is locked again, or one of several ways out
            const bool stood = rows[i].kind == RowKind::Equal || rows[i].kind == RowKind::Changed;
            if (first == noLine && stood && hasStatement(line, file.path(Side::New)))
                first = rows[i].right;
        }
        if (first == noLine)
            return;
        Finding finding = makeFinding(
            {rule(), Severity::Medium, Message(QT_TRANSLATE_NOOP("app", "A lock is given back earlier: %1"), {shownMatch(mutex)}),
             Message(QT_TRANSLATE_NOOP("app",
                                       "What stands between here and the old place ran alone; now it can meet other threads.")),
             Message(QT_TRANSLATE_NOOP("app",
                                       "Does it still touch what the lock protects? A list or map that was assigned, not copied, "
                                       "is still the same one."))},
            file, {Side::New, rows[*now].right, rows[*now].right});
        finding.evidence.emplace_back(QT_TRANSLATE_NOOP("app", "No longer under the lock: %1"),
                                      std::vector{shownLine(text.line(first))});
        found.push_back(std::move(finding));
    }

    /// Old line @p was and new line @p now stand directly under the same header.
    static bool isSameBlock(const FileContext &file, LineNumber was, LineNumber now)
    {
        const LineNumber before = enclosingHeader(file.text(Side::Old), was);
        const LineNumber after = enclosingHeader(file.text(Side::New), now);
        return before != noLine && after != noLine && file.rowOf(Side::Old, before).right == after;
    }

    static bool hasStatement(std::string_view line, std::string_view path)
    {
        const std::string code = bareCode(line, path);
        return std::ranges::any_of(code, isWordByte);
    }
};

} // namespace

std::unique_ptr<Detector> makeMovedLocks()
{
    return std::make_unique<MovedLocks>();
}

} // namespace countersign::risk
