// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "All.h"
#include "MakeFinding.h"
#include "Words.h"

#include "risk/Draft.h"
#include "risk/Structure.h"

#include <algorithm>
#include <vector>

namespace countersign::risk
{

namespace
{

constexpr std::size_t fewestFormatted = 12; ///< hunks of formatting that hide something
constexpr std::size_t mostReal = 4; ///< hunks; more are no needles in a haystack
constexpr std::size_t longestHunk = 400; ///< rows looked at for formatting

/// Appends what a formatter leaves alone: no white space, quotes, trailing commas, semicolons or brackets.
void appendEssence(std::string &out, std::string_view line)
{
    for (const char c : line) {
        if (!std::string_view(" \t\r\n'\"`,;()\\").contains(c))
            out += c;
    }
}

enum class Nature { Blank, Format, Real };

Nature natureOf(const FileChange &file, const Hunk &hunk)
{
    if (hunk.rowCount > longestHunk)
        return Nature::Real;
    std::string before;
    std::string after;
    bool hasChange = false;
    for (std::uint32_t i = 0; i < hunk.rowCount; ++i) {
        const Row &row = file.rows.rows[hunk.firstRow + i];
        if (row.kind == RowKind::MovedFrom || row.kind == RowKind::MovedTo)
            continue;
        hasChange = true;
        if (row.left != noLine)
            appendEssence(before, file.oldText.line(row.left));
        if (row.right != noLine)
            appendEssence(after, file.newText.line(row.right));
    }
    if (!hasChange || (before.empty() && after.empty()))
        return Nature::Blank;
    return before == after ? Nature::Format : Nature::Real;
}

/// SCP-10: among many hunks that only format there are a few that do something.
class HiddenInFormatting final : public Detector
{
public:
    [[nodiscard]] std::string_view rule() const override { return "SCP-10"; }
    [[nodiscard]] std::vector<Finding> inspectChange(const ChangeContext &context) const override
    {
        std::size_t formatted = 0;
        std::vector<std::pair<const FileChange *, const Hunk *>> real;
        for (const FileChange &file : context.files) {
            if (!isHandWritten(file.fileClass) || !file.delta.oldSide.exists() || !file.delta.newSide.exists())
                continue;
            for (const Hunk &hunk : file.rows.hunks) {
                const Nature nature = natureOf(file, hunk);
                formatted += nature == Nature::Format ? 1 : 0;
                if (nature == Nature::Real && real.size() <= mostReal)
                    real.emplace_back(&file, &hunk);
            }
        }
        if (formatted < fewestFormatted || real.empty() || real.size() > mostReal || formatted < 5 * real.size())
            return {};
        std::vector<Finding> found;
        for (const auto &[file, hunk] : real)
            found.push_back(say(*file, *hunk, formatted));
        return found;
    }

private:
    [[nodiscard]] Finding say(const FileChange &file, const Hunk &hunk, std::size_t formatted) const
    {
        Finding finding;
        finding.rule = rule();
        finding.severity = Severity::Medium;
        finding.axis = Axis::Likelihood;
        finding.side = hunk.newCount > 0 ? Side::New : Side::Old;
        finding.file = (finding.side == Side::New ? file.delta.newSide : file.delta.oldSide).path;
        finding.startLine = finding.side == Side::New ? hunk.newStart : hunk.oldStart;
        finding.endLine = finding.startLine + (finding.side == Side::New ? hunk.newCount : hunk.oldCount) - 1;
        const Text &text = finding.side == Side::New ? file.newText : file.oldText;
        finding.title = Message(QT_TRANSLATE_NOOP("app", "Among %1 places that only format, this one does something: %2"),
                                {std::to_string(formatted), shownMatch(folded(text.line(finding.startLine)))});
        finding.why = Message(QT_TRANSLATE_NOOP("app", "Who skims over formatting skims over this."));
        finding.check = Message(QT_TRANSLATE_NOOP("app", "Have formatting and change come as two commits, and read this one."));
        return finding;
    }
};

} // namespace

std::unique_ptr<Detector> makeHiddenInFormatting()
{
    return std::make_unique<HiddenInFormatting>();
}

} // namespace countersign::risk
