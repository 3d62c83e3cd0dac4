// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "WholeFileRules.h"

#include "DeclarativeRule.h"

#include <algorithm>
#include <optional>
#include <set>

namespace countersign::risk
{

namespace
{

constexpr LineNumber joinReach = 10; ///< unchanged lines between two runs that are still one

struct Run {
    Side side = Side::New;
    LineNumber first = noLine;
    LineNumber last = noLine;
};

bool isBlank(std::string_view line)
{
    return line.find_first_not_of(" \t") == std::string_view::npos;
}

/// The changed lines of one hunk: those of the new side, or of the old side when lines only went. Nothing: blank or moved.
std::optional<Run> runOf(const FileChange &file, const Hunk &hunk, const std::set<std::uint32_t> &leftHere)
{
    Run removed{.side = Side::Old};
    Run added{.side = Side::New};
    const auto widen = [&file](Run &run, LineNumber line) {
        if (isBlank((run.side == Side::Old ? file.oldText : file.newText).line(line)))
            return;
        run.first = run.first == noLine ? line : run.first;
        run.last = line;
    };
    for (std::uint32_t i = 0; i < hunk.rowCount; ++i) {
        const Row &row = file.rows.rows[hunk.firstRow + i];
        const bool arrived = row.kind == RowKind::MovedTo && !leftHere.contains(row.move);
        if (row.kind == RowKind::Changed || row.kind == RowKind::Added || arrived)
            widen(added, row.right);
        if (row.kind == RowKind::Changed || row.kind == RowKind::Removed)
            widen(removed, row.left);
    }
    if (added.first != noLine)
        return added;
    return removed.first != noLine ? std::optional(removed) : std::nullopt;
}

std::vector<Run> runsOf(const FileChange &file)
{
    std::set<std::uint32_t> leftHere; // blocks that left the old side of this very file: the same number is no news
    for (const Row &row : file.rows.rows) {
        if (row.kind == RowKind::MovedFrom)
            leftHere.insert(row.move);
    }
    std::vector<Run> runs;
    for (const Hunk &hunk : file.rows.hunks) {
        const auto run = runOf(file, hunk, leftHere);
        if (run && !runs.empty() && runs.back().side == run->side && run->first <= runs.back().last + joinReach + 1)
            runs.back().last = run->last;
        else if (run)
            runs.push_back(*run);
    }
    return runs;
}

} // namespace

void addWholeFileRules(const RuleSet &rules, const FileContext &file, std::span<const FileChange> files,
                       std::vector<Draft> &drafts)
{
    const FileChange &change = file.file();
    for (const auto &rule : rules.rules()) {
        if (rule->direction != Direction::Any)
            continue;
        const FileSide &old = change.delta.oldSide;
        const bool before = old.exists() && rule->files.matches(old.path, FileClass::Other)
            && !rule->notFiles.matches(old.path, FileClass::Other);
        if (!rule->looksAt(change) && !before)
            continue;
        std::vector<Run> runs = runsOf(change);
        // A file that only took this name has not a changed line, and yet all of it is new in this place.
        if (runs.empty() && change.delta.status != DeltaStatus::Modified && !before && !change.newText.isEmpty())
            runs.push_back({Side::New, 1, change.newText.lineCount()});
        for (const Run &run : runs) {
            Finding finding = findingOf(*rule, file, run.side, run.first, run.last, {shownMatch(change.path())});
            const std::string shown = shownLine(file.text(run.side).line(run.first));
            finding.evidence.push_back(run.side == Side::Old ? Message(QT_TRANSLATE_NOOP("app", "Removed: %1"), {shown})
                                                             : Message(QT_TRANSLATE_NOOP("app", "Added: %1"), {shown}));
            applyCounters(*rule, change, finding, files);
            drafts.push_back({std::move(finding), noLine});
        }
    }
}

} // namespace countersign::risk
