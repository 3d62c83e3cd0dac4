// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "All.h"
#include "CodeLine.h"
#include "GuardLines.h"
#include "GuardPlaces.h"
#include "Handlers.h"
#include "MakeFinding.h"
#include "Standing.h"
#include "Words.h"

#include "risk/Draft.h"
#include "risk/Structure.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <unordered_set>

namespace countersign::risk
{

namespace
{

constexpr LineNumber useReach = 25; ///< lines after a guard in which what it guarded must still be used
constexpr std::size_t fewLines = 8; ///< a hunk that removes more than this rewrites rather than removes
constexpr std::size_t fewAdded = 3;
constexpr std::uint32_t longestHunk = 200; ///< rows; a longer one rewrites
constexpr std::size_t mostConditions = 50'000;

/// What the whole change says about guards; only made when there is one to tell.
struct GuardFacts {
    explicit GuardFacts(const ChangeContext &context)
    {
        for (const FileChange &file : context.files) {
            const bool isTest = file.fileClass == FileClass::Test;
            for (const Row &row : file.rows.rows) {
                if (row.right == noLine || row.kind == RowKind::Equal)
                    continue;
                const std::string_view line = file.newText.line(row.right);
                if (isTest)
                    collect(line);
                else if (line.contains("if") && conditions.size() < mostConditions)
                    conditions.try_emplace(folded(line), &file, row.right);
            }
        }
    }

    using Place = std::pair<const FileChange *, LineNumber>;
    std::map<std::string, Place> conditions; ///< lines with conditions that came in or moved: where to
    std::unordered_set<std::string_view> inTests; ///< identifiers in changed lines of tests

private:
    void collect(std::string_view line)
    {
        constexpr std::size_t most = 20'000;
        if (inTests.size() >= most)
            return;
        eachIdentifier(line.substr(0, longestCodeLine), [this](std::string_view word) { inTests.insert(word); });
    }
};

/// How much a hunk does beside removing the guard.
struct HunkSize {
    std::size_t removed = 0;
    std::size_t added = 0;
};

HunkSize sizeOf(const FileContext &file, std::uint32_t hunk)
{
    HunkSize size;
    if (hunk == 0)
        return size;
    const FileRows &rows = file.file().rows;
    const Hunk &whole = rows.hunks[hunk - 1];
    for (std::uint32_t i = 0; i < whole.rowCount; ++i) {
        const Row &row = rows.rows[whole.firstRow + i];
        if (row.left != noLine && !isBare(file.text(Side::Old).line(row.left), file.path(Side::Old)))
            ++size.removed;
        if (row.right != noLine && !isBare(file.text(Side::New).line(row.right), file.path(Side::New)))
            ++size.added;
    }
    return size;
}

/// The new line that stands where old line @p line was, or the next one after it; noLine at the end.
LineNumber placeAfter(const FileContext &file, LineNumber line)
{
    for (; line <= file.text(Side::Old).lineCount(); ++line) {
        const Row &row = file.rowOf(Side::Old, line);
        if (row.right != noLine)
            return row.right;
    }
    return noLine;
}

/// The one of @p subjects that code that stays still uses, in the block in which the guard stood; empty: none.
std::string stillUsed(const FileContext &file, LineNumber guard, LineNumber last, const std::vector<std::string> &subjects)
{
    const Text &text = file.text(Side::New);
    const LineNumber start = placeAfter(file, last + 1);
    const std::size_t indent = indentOf(file.text(Side::Old).line(guard));
    for (LineNumber line = start; line != noLine && line <= text.lineCount() && line < start + useReach; ++line) {
        const std::string_view content = text.line(line);
        const std::size_t here = indentOf(content);
        if (here == std::string_view::npos)
            continue;
        if (here < indent)
            return {};
        const RowKind kind = file.rowOf(Side::New, line).kind;
        if (kind != RowKind::Equal && kind != RowKind::Changed)
            continue;
        const std::string code = bareCode(content, file.path(Side::New));
        const auto used =
            std::ranges::find_if(subjects, [&code](const std::string &subject) { return holdsWord(code, subject); });
        if (used != subjects.end())
            return *used;
    }
    return {};
}

/// Something that came in nearby still asks about one of @p subjects.
bool isAskedNearby(const FileContext &file, std::uint32_t hunk, const std::vector<std::string> &subjects)
{
    const FileRows &rows = file.file().rows;
    // The hunk itself and its neighbours: a condition that went up or down a few lines.
    const std::uint32_t first = hunk > 1 ? hunk - 1 : hunk;
    const std::uint32_t last = std::min<std::uint32_t>(hunk + 1, static_cast<std::uint32_t>(rows.hunks.size()));
    for (std::uint32_t near = first; near != 0 && near <= last; ++near) {
        const Hunk &whole = rows.hunks[near - 1];
        for (std::uint32_t i = 0; i < std::min(whole.rowCount, longestHunk); ++i) {
            const Row &row = rows.rows[whole.firstRow + i];
            if (row.right == noLine || row.kind == RowKind::Equal)
                continue;
            const std::string code = bareCode(file.text(Side::New).line(row.right), file.path(Side::New));
            if (asks(code) && std::ranges::any_of(subjects, [&](const std::string &subject) { return holdsWord(code, subject); }))
                return true;
        }
    }
    return false;
}

struct Loss {
    LineNumber first = noLine;
    LineNumber last = noLine;
    Guard guard;
};

/// The guard that heads at old line @p line and went as a whole.
std::optional<Loss> lossAt(const FileContext &file, LineNumber line)
{
    const Text &text = file.text(Side::Old);
    LineNumber end = line;
    auto guard = guardFrom(text, line, file.path(Side::Old), end);
    if (!guard)
        return std::nullopt;
    if (guard->isWhole) {
        for (LineNumber part = line; part <= end; ++part) {
            if (!file.isChanged(Side::Old, part) && !isBare(text.line(part), file.path(Side::Old)))
                return std::nullopt;
        }
        return Loss{line, end, std::move(*guard)};
    }
    const LineNumber last = blockEnd(text, line, fewLines);
    bool leaves = false;
    for (LineNumber body = line + 1; body <= last; ++body) {
        if (!file.isChanged(Side::Old, body) && !isBare(text.line(body), file.path(Side::Old))
            && indentOf(text.line(body)) != indentOf(text.line(line)))
            return std::nullopt; // what stood under it stays: see above
        leaves |= isWayOut(text.line(body));
    }
    if (!leaves)
        return std::nullopt;
    return Loss{line, last, std::move(*guard)};
}

bool isGuardNow(const FileContext &file, const Row &row)
{
    LineNumber end = row.right;
    return row.right == noLine || guardFrom(file.text(Side::New), row.right, file.path(Side::New), end);
}

/// ERR-02: a check that kept bad values or errors from going on is gone, and what it guarded is still there.
class RemovedGuards final : public Detector
{
public:
    [[nodiscard]] std::string_view rule() const override { return "ERR-02"; }
    [[nodiscard]] std::vector<Finding> inspectFile(FileContext &file, const ChangeContext &context) const override
    {
        std::vector<Finding> found;
        if (file.file().fileClass != FileClass::Code || !file.file().delta.newSide.exists())
            return found;
        LineNumber done = 0;
        for (const LineNumber line : file.changedLines(Side::Old)) {
            const std::uint32_t hunk = file.rowOf(Side::Old, line).hunk;
            if (line <= done || hunk == 0 || file.file().rows.hunks[hunk - 1].rowCount > longestHunk)
                continue;
            if (const auto finding = inspect(file, context, line, done))
                found.push_back(*finding);
        }
        return found;
    }

private:
    [[nodiscard]] std::optional<Finding> inspect(FileContext &file, const ChangeContext &context, LineNumber line,
                                                 LineNumber &done) const
    {
        const std::string_view content = file.text(Side::Old).line(line);
        const Row &row = file.rowOf(Side::Old, line);
        if (content.size() > longestCodeLine)
            return std::nullopt;
        if (row.right != noLine && discardsError(content, file.text(Side::New).line(row.right), file.path(Side::New)))
            return sayDiscarded(file, row);
        if (row.kind != RowKind::Removed)
            return isGuardNow(file, row) || !lossAt(file, line) ? std::nullopt : judge(file, context, *lossAt(file, line), done);
        if (isRethrow(content) && rethrowIsLost(file, line))
            return isCodeLine(file, Side::Old, line) ? std::optional(sayRethrow(file, line)) : std::nullopt;
        const auto loss = lossAt(file, line);
        return loss ? judge(file, context, *loss, done) : std::nullopt;
    }

    [[nodiscard]] std::optional<Finding> judge(FileContext &file, const ChangeContext &context, const Loss &loss,
                                               LineNumber &done) const
    {
        const std::uint32_t hunk = file.rowOf(Side::Old, loss.first).hunk;
        const HunkSize size = sizeOf(file, hunk);
        std::vector<std::string> subjects = loss.guard.subjects;
        if (loss.guard.isDemand)
            addOrigins(file, loss.first, subjects);
        if (loss.guard.kind == GuardKind::Error && !callStays(file, loss.first))
            return std::nullopt;
        const std::string used = stillUsed(file, loss.first, loss.last, subjects);
        if (!context.facts<Standing>().survival.survives(Survivor::Definition, file, loss.first)
            || size.added > std::max(fewAdded, size.removed / 2) || isAskedNearby(file, hunk, subjects)
            || (!subjects.empty() && used.empty()) || isParameterNow(file, loss.first)
            || !isCodeLine(file, Side::Old, loss.first))
            return std::nullopt;
        done = loss.last;
        const auto &facts = context.facts<GuardFacts>();
        Finding finding = makeFinding(
            {rule(), Severity::High,
             Message(QT_TRANSLATE_NOOP("app", "Check removed: %1"), {shownMatch(folded(file.text(Side::Old).line(loss.first)))}),
             Message(QT_TRANSLATE_NOOP(
                 "app", "What it kept out goes on from here, to code that was written for values that had passed the check.")),
             Message(QT_TRANSLATE_NOOP("app", "Which caller made sure of it before? Try the values that it was there for."))},
            file, {Side::Old, loss.first, loss.last});
        if (!used.empty())
            finding.evidence.emplace_back(QT_TRANSLATE_NOOP("app", "Still used after it: %1"), std::vector{shownMatch(used)});
        if (const auto other = facts.conditions.find(folded(file.text(Side::Old).line(loss.first)));
            other != facts.conditions.end()) {
            const auto &[where, line] = other->second;
            lowerBy(finding, 2,
                    Message(QT_TRANSLATE_NOOP("app", "The same stands now at %1"),
                            {shownMatch(where->path() + ":" + std::to_string(line))}));
        }
        lowerForContext(finding, file, facts, loss, size);
        return finding;
    }

    /// What gave the error stands right above the check, and stays.
    static bool callStays(const FileContext &file, LineNumber guard)
    {
        const Text &text = file.text(Side::Old);
        static const RE2 assignment(R"([^=!<>:]=[^=])", patternOptions());
        if (text.line(guard).contains(":="))
            return false; // "if err := call(); err != nil": the call went with it
        if (RE2::PartialMatch(pieceOf(text.line(guard)), assignment))
            return true;
        for (LineNumber above = guard - 1; above > 0; --above) {
            if (isBare(text.line(above), file.path(Side::Old)))
                continue;
            const Row &row = file.rowOf(Side::Old, above);
            return row.kind == RowKind::Equal
                || (row.right != noLine && looksAlike(text.line(above), file.text(Side::New).line(row.right)));
        }
        return true;
    }

    static void lowerForContext(Finding &finding, const FileContext &file, const GuardFacts &facts, const Loss &loss,
                                const HunkSize &size)
    {
        const Text &text = file.text(Side::Old);
        const LineNumber around = enclosingDefinition(text, loss.first);
        if (around != noLine && facts.inTests.contains(definedName(text.line(around))))
            lowerBy(finding, 1, Message(QT_TRANSLATE_NOOP("app", "Tests of this change name the function.")));
        if (size.removed > fewLines || size.added > 1)
            lowerBy(finding, 1, Message(QT_TRANSLATE_NOOP("app", "More than the check was rewritten here.")));
        if (loss.guard.kind == GuardKind::Condition)
            lowerBy(finding, 1, Message(QT_TRANSLATE_NOOP("app", "It may have been a rule of the business, no guard.")));
        if (isSamplePath(file.path(Side::Old)))
            lowerTo(finding, Severity::Low, Message(QT_TRANSLATE_NOOP("app", "The path names seed or sample data.")));
    }

    /// A rethrow went, its handler stays, and nothing came in that lets the error through.
    static bool rethrowIsLost(const FileContext &file, LineNumber line)
    {
        const Text &text = file.text(Side::Old);
        const LineNumber header = enclosingHeader(text, line);
        const Language language = languageOf(file.path(Side::Old));
        if (header == noLine || !mayHeadErrorBranch(text.line(header), language) || !errorBranch(text, header, language))
            return false;
        const LineNumber now = file.rowOf(Side::Old, header).right;
        if (now == noLine)
            return false;
        const auto branch = errorBranch(file.text(Side::New), now, languageOf(file.path(Side::New)));
        return branch && std::ranges::none_of(branch->statements, [&file](const std::string &statement) {
                   return letsThrough(bareCode(statement, file.path(Side::New)));
               });
    }

    [[nodiscard]] Finding sayDiscarded(const FileContext &file, const Row &row) const
    {
        Finding finding =
            makeFinding({rule(), Severity::High,
                         Message(QT_TRANSLATE_NOOP("app", "The error is thrown away: %1"),
                                 {shownMatch(folded(file.text(Side::New).line(row.right)))}),
                         Message(QT_TRANSLATE_NOOP("app", "When the call fails, the code goes on with whatever it left behind.")),
                         Message(QT_TRANSLATE_NOOP("app", "What happens after a failure here? Hand the error on."))},
                        file, {Side::New, row.right, row.right});
        finding.evidence.emplace_back(QT_TRANSLATE_NOOP("app", "Was: %1"),
                                      std::vector{shownLine(file.text(Side::Old).line(row.left))});
        return finding;
    }

    [[nodiscard]] Finding sayRethrow(const FileContext &file, LineNumber line) const
    {
        return makeFinding({rule(), Severity::High,
                            Message(QT_TRANSLATE_NOOP("app", "The error is not handed on any more: %1"),
                                    {shownMatch(folded(file.text(Side::Old).line(line)))}),
                            Message(QT_TRANSLATE_NOOP(
                                "app", "The caller goes on as if it had worked, and nobody above can handle the failure.")),
                            Message(QT_TRANSLATE_NOOP("app", "Who learns of the failure now, and what state is left behind?"))},
                           file, {Side::Old, line, line});
    }
};

} // namespace

std::unique_ptr<Detector> makeRemovedGuards()
{
    return std::make_unique<RemovedGuards>();
}

} // namespace countersign::risk
