// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "All.h"
#include "MakeFinding.h"

#include "risk/Draft.h"
#include "risk/Pattern.h"

#include <algorithm>
#include <string>

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

std::uint32_t linesOf(const FileChange &file)
{
    return static_cast<std::uint32_t>(std::ranges::count_if(file.rows.rows, [](const Row &row) {
        return row.kind == RowKind::Added || row.kind == RowKind::Changed || row.kind == RowKind::Removed;
    }));
}

Size sizeOf(std::span<const FileChange> files)
{
    Size size;
    std::uint32_t most = 0;
    for (const FileChange &file : files) {
        const std::uint32_t lines = linesOf(file);
        if (!isHandWritten(file.fileClass) || file.fileClass == FileClass::Test || lines == 0)
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
    [[nodiscard]] std::vector<Finding> inspectChange(const ChangeContext &context, std::span<const Finding> found) const override
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
