// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "All.h"
#include "MakeFinding.h"
#include "Promise.h"
#include "Words.h"

#include "risk/Draft.h"
#include "risk/Pattern.h"
#include "risk/Structure.h"

#include <algorithm>
#include <string>
#include <unordered_set>
#include <vector>

namespace countersign::risk
{

namespace
{

constexpr std::uint32_t manyLines = 200; ///< added and removed, of what people write by hand
constexpr std::size_t manyFiles = 15;

/// The words by which a change calls itself small; empty: it does not.
std::string smallWords(const Change &change)
{
    static const RE2 title(
        R"((?i)(?:^|[^\w-])(minor|small|tiny|trivial|typos?|nits?|cosmetic|quick\s*fix|simple\s+fix|tweaks?|clean\s?-?ups?|no-?op|chore(?:\([^)]*\))?:)(?:[^\w-]|$))",
        patternOptions());
    static const RE2 body(
        R"((?i)\b(no\s+(?:functional|behaviou?r(?:al)?)\s+changes?|only\s+cosmetic|purely\s+cosmetic|does\s+not\s+change\s+(?:any\s+)?behaviou?r)\b)",
        patternOptions());
    std::string words;
    if (!RE2::PartialMatch(change.title, title, &words))
        RE2::PartialMatch(change.body, body, &words);
    return words;
}

struct Size {
    std::uint32_t lines = 0;
    std::size_t files = 0;
    const FileChange *largest = nullptr;
};

/// Lines of a text inside of triple quotes that open at the start of a line: descriptions of GraphQL, docstrings of Python.
std::vector<bool> describedLines(const Text &text, std::string_view path)
{
    constexpr std::string_view quotes = "\"\"\"";
    std::vector<bool> described(text.lineCount() + 1);
    bool isInside = false;
    for (LineNumber line = 1; (isGraphQl(path) || path.ends_with(".py")) && line <= text.lineCount(); ++line) {
        const std::string_view content = text.line(line).substr(0, longestCodeLine);
        const std::size_t at = content.find(quotes);
        described[line] = isInside || (at != std::string_view::npos && at == indentOf(content));
        if (!described[line])
            continue;
        for (std::size_t mark = at; mark != std::string_view::npos; mark = content.find(quotes, mark + quotes.size()))
            isInside = !isInside;
    }
    return described;
}

/// What an edit took out of a line and put in: the same in many lines is one decision.
std::string editOf(std::string_view before, std::string_view after)
{
    const auto same = std::ranges::mismatch(before, after);
    const auto begin = static_cast<std::size_t>(same.in1 - before.begin());
    std::size_t end = 0; // bytes that are common at the end
    while (end < std::min(before.size(), after.size()) - begin
           && before[before.size() - 1 - end] == after[after.size() - 1 - end])
        ++end;
    return std::string(before.substr(begin, before.size() - begin - end)) + '\n'
        + std::string(after.substr(begin, after.size() - begin - end));
}

/// Counts changed lines, over all files: no comments and descriptions, and an edit that is made again and again once.
class Lines
{
public:
    std::uint32_t in(const FileChange &file)
    {
        const std::vector<bool> oldDescribed = describedLines(file.oldText, file.delta.oldSide.path);
        const std::vector<bool> newDescribed = describedLines(file.newText, file.delta.newSide.path);
        return static_cast<std::uint32_t>(std::ranges::count_if(file.rows.rows, [&](const Row &row) {
            if (row.kind != RowKind::Added && row.kind != RowKind::Changed && row.kind != RowKind::Removed)
                return false;
            const auto counts = [&file](LineNumber line, const Text &text, const std::vector<bool> &described) {
                return line != noLine && !described[line] && !isBare(text.line(line), file.path());
            };
            if (!counts(row.left, file.oldText, oldDescribed) && !counts(row.right, file.newText, newDescribed))
                return false;
            if (row.kind == RowKind::Added)
                return true;
            return m_edits
                .insert(editOf(folded(file.oldText.line(row.left)),
                               row.right == noLine ? std::string() : folded(file.newText.line(row.right))))
                .second;
        }));
    }

private:
    std::unordered_set<std::string> m_edits;
};

Size sizeOf(std::span<const FileChange> files)
{
    Size size;
    std::uint32_t most = 0;
    Lines counted;
    for (const FileChange &file : files) {
        const std::uint32_t lines = isHandWritten(file.fileClass) && file.fileClass != FileClass::Test ? counted.in(file) : 0;
        if (lines == 0)
            continue;
        size.lines += lines;
        ++size.files;
        if (lines > most) {
            most = lines;
            size.largest = &file;
        }
    }
    return size;
}

/// What cannot be minor: something is destroyed, lost or opened.
bool isGrave(const Finding &finding)
{
    return finding.severity >= Severity::High && finding.axis == Axis::Consequence
        && (finding.rule.starts_with("DST-") || finding.rule.starts_with("DB-") || finding.rule.starts_with("SEC-"));
}

/// SCP-04: the change calls itself small and is not.
class NotSoMinor final : public Detector
{
public:
    [[nodiscard]] std::string_view rule() const override { return "SCP-04"; }
    [[nodiscard]] std::vector<Finding> inspectFindings(const ChangeContext &context,
                                                       std::span<const Finding> found) const override
    {
        const std::string words = smallWords(context.change);
        if (words.empty())
            return {};
        Finding finding;
        finding.rule = rule();
        finding.severity = Severity::High;
        finding.why = Message(QT_TRANSLATE_NOOP("app", "Such words make reviewers look less closely than the change deserves."));
        finding.check =
            Message(QT_TRANSLATE_NOOP("app", "Read it as a change of its true size, and have the title say what it does."));
        finding.evidence.emplace_back(QT_TRANSLATE_NOOP("app", "The change calls itself “%1”."), std::vector{shownMatch(words)});
        if (const auto grave = std::ranges::max_element(
                found, {}, [](const Finding &one) { return isGrave(one) ? std::to_underlying(one.severity) : -1; });
            grave != found.end() && isGrave(*grave)) {
            finding.title = Message(QT_TRANSLATE_NOOP("app", "Called “%1”, but dangerous"), {shownMatch(words)});
            finding.file = grave->file;
            finding.side = grave->side;
            finding.startLine = grave->startLine;
            finding.endLine = grave->endLine;
            finding.evidence.push_back(grave->title);
            return {finding};
        }
        const Size size = sizeOf(context.files);
        if (!size.largest || (size.lines < manyLines && size.files < manyFiles))
            return {};
        finding.title = Message(QT_TRANSLATE_NOOP("app", "Called “%1”, but large"), {shownMatch(words)});
        finding.severity = Severity::Medium;
        pointAtStart(finding, *size.largest);
        finding.evidence.emplace_back(QT_TRANSLATE_NOOP("app", "%1 lines in %2 files, tests and generated files not counted"),
                                      std::vector{std::to_string(size.lines), std::to_string(size.files)});
        if (size.lines >= 3 * manyLines)
            finding.severity = Severity::High;
        return {finding};
    }

private:
    static void pointAtStart(Finding &finding, const FileChange &file)
    {
        const auto first = std::ranges::find_if(file.rows.rows, [](const Row &row) { return row.kind != RowKind::Equal; });
        finding.side = first->right != noLine ? Side::New : Side::Old;
        finding.file = (finding.side == Side::New ? file.delta.newSide : file.delta.oldSide).path;
        finding.startLine = finding.endLine = finding.side == Side::New ? first->right : first->left;
    }
};

} // namespace

std::unique_ptr<Detector> makeNotSoMinor()
{
    return std::make_unique<NotSoMinor>();
}

} // namespace countersign::risk
