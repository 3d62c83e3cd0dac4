// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "All.h"
#include "CodeLine.h"
#include "GuardLines.h"
#include "MakeFinding.h"
#include "NewLines.h"
#include "Words.h"

#include "risk/Draft.h"
#include "risk/Pattern.h"
#include "risk/Structure.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace countersign::risk
{

namespace
{

constexpr std::uint32_t longestHunk = 200; ///< rows; a longer one rewrites
constexpr LineNumber longestBody = 12; ///< lines
constexpr std::size_t mostCalls = 6;
constexpr std::size_t mostFindings = 20; ///< in a file: each looks through the whole change

/// A condition that asks for containment, permission or validity; empty: it is about something else.
std::string restrictionOf(std::string_view line, std::string_view path)
{
    static const RE2 header(R"(^\s*\}?\s*(?:if|unless)\b\s*(.*?)\s*[:{]?\s*$)", patternOptions());
    static const RE2 restricts(
        R"((?i)starts_?with|contain|within|inside|permission|authori|allowed|is_?valid|untrusted|content_?type)",
        patternOptions());
    static const RE2 lookUp(R"((?i)contains_?(?:key|field))", patternOptions());
    std::string condition;
    if (line.size() > longestCodeLine || (!line.contains("if") && !line.contains("unless")))
        return {};
    const std::string code = bareCode(line, path);
    const bool isRestriction = RE2::PartialMatch(code, header, &condition) && RE2::PartialMatch(condition, restricts)
        && !RE2::PartialMatch(condition, lookUp);
    return isRestriction ? folded(condition) : std::string();
}

/// What is called first on the line, with what it is called on: "paths.Add"; empty: nothing.
std::string calledOn(std::string_view code)
{
    static const RE2 call(R"((\$?[A-Za-z_][\w]*(?:(?:\?\.|\.|->|::)\w+)*)\()", patternOptions());
    std::string called;
    RE2::PartialMatch(pieceOf(code), call, &called);
    return called;
}

/// "if (!seen.contains(x)) seen.add(x)": a set takes it once anyway.
bool isSetIdiom(const std::string &condition, const std::string &called)
{
    const std::size_t dot = called.find_last_of('.');
    const std::string receiver = called.substr(0, dot == std::string::npos ? 0 : dot + 1);
    return !receiver.empty() && (condition.contains(receiver + "contains") || condition.contains(receiver + "Contains"));
}

/// ERR-02: a call that stood under a condition is made without asking.
class UnwrappedCalls final : public Detector
{
public:
    [[nodiscard]] std::string_view rule() const override { return "ERR-02"; }
    [[nodiscard]] std::vector<Finding> inspectFile(FileContext &file, const ChangeContext &context) const override
    {
        std::vector<Finding> found;
        if (file.file().fileClass != FileClass::Code || !file.file().delta.newSide.exists())
            return found;
        for (const LineNumber line : file.changedLines(Side::Old)) {
            const std::uint32_t hunk = file.rowOf(Side::Old, line).hunk;
            if (hunk == 0 || file.file().rows.hunks[hunk - 1].rowCount > longestHunk || found.size() == mostFindings)
                continue;
            const std::string condition = restrictionOf(file.text(Side::Old).line(line), file.path(Side::Old));
            if (condition.empty() || !isCodeLine(file, Side::Old, line) || isAskedNow(file, line))
                continue;
            const std::vector<std::string> calls = callsUnder(file, line);
            if (calls.empty() || !stayWithout(file, line, calls)
                || std::ranges::any_of(calls, [&](const std::string &call) { return isSetIdiom(condition, call); })
                || standsElsewhere(context, condition))
                continue;
            found.push_back(say(file, line, condition, calls.front()));
        }
        return found;
    }

private:
    /// Something that came in beside it asks.
    static bool isAskedNow(const FileContext &file, LineNumber line)
    {
        return anyNewInHunk(file, line, [&file](LineNumber now) {
            const std::string code = bareCode(file.text(Side::New).line(now), file.path(Side::New));
            return asks(code) || holdsWord(code, "else");
        });
    }

    /// What is called under the condition at old line @p line; nothing where some of it stays or it leads out.
    static std::vector<std::string> callsUnder(const FileContext &file, LineNumber line)
    {
        const Text &text = file.text(Side::Old);
        const std::size_t indent = indentOf(text.line(line));
        std::vector<std::string> calls;
        const LineNumber last = std::min(blockEnd(text, line, longestBody), text.lineCount());
        for (LineNumber body = line + 1; body <= last; ++body) {
            const std::string_view content = text.line(body);
            if (isBare(content, file.path(Side::Old)) || indentOf(content) <= indent)
                continue;
            if (file.rowOf(Side::Old, body).kind == RowKind::Equal || isWayOut(content))
                return {};
            if (std::string called = calledOn(bareCode(content, file.path(Side::Old))); !called.empty())
                calls.push_back(std::move(called));
        }
        if (calls.size() > mostCalls)
            calls.clear();
        return calls;
    }

    /// Every one of @p calls came in again beside the condition, no deeper than that stood.
    static bool stayWithout(const FileContext &file, LineNumber line, const std::vector<std::string> &calls)
    {
        const std::size_t indent = indentOf(file.text(Side::Old).line(line));
        return std::ranges::all_of(calls, [&](const std::string &call) {
            return anyNewInHunk(file, line, [&](LineNumber now) {
                const std::string_view content = file.text(Side::New).line(now);
                const std::size_t here = indentOf(content);
                return here != std::string_view::npos && here <= indent
                    && calledOn(bareCode(content, file.path(Side::New))) == call;
            });
        });
    }

    /// The condition came in somewhere else in the change.
    static bool standsElsewhere(const ChangeContext &context, const std::string &condition)
    {
        return std::ranges::any_of(context.files, [&condition](const FileChange &file) {
            return std::ranges::any_of(file.rows.rows, [&](const Row &row) {
                return row.right != noLine && row.kind != RowKind::Equal
                    && folded(bareCode(file.newText.line(row.right), file.path())).contains(condition);
            });
        });
    }

    [[nodiscard]] Finding say(const FileContext &file, LineNumber line, const std::string &condition,
                              const std::string &call) const
    {
        Finding finding = makeFinding(
            {rule(), Severity::Medium,
             Message(QT_TRANSLATE_NOOP("app", "%1 is called without asking: %2"), {shownMatch(call), shownMatch(condition)}),
             Message(QT_TRANSLATE_NOOP(
                 "app", "What it kept out goes on from here, to code that was written for values that had passed the check.")),
             Message(QT_TRANSLATE_NOOP("app", "Which caller made sure of it before? Try the values that it was there for."))},
            file, {Side::Old, line, line});
        if (isSamplePath(file.path(Side::Old)))
            lowerTo(finding, Severity::Low, Message(QT_TRANSLATE_NOOP("app", "The path names seed or sample data.")));
        return finding;
    }
};

} // namespace

std::unique_ptr<Detector> makeUnwrappedCalls()
{
    return std::make_unique<UnwrappedCalls>();
}

} // namespace countersign::risk
