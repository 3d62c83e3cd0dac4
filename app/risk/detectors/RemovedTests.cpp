// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "All.h"
#include "Assertions.h"
#include "MakeFinding.h"

#include "risk/Draft.h"
#include "risk/Pattern.h"
#include "risk/Structure.h"

#include <algorithm>
#include <cctype>
#include <functional>
#include <map>
#include <set>
#include <string>

namespace countersign::risk
{

namespace
{

constexpr std::size_t longestLine = 2000;
constexpr std::size_t shownAssertions = 4;
constexpr std::size_t mostFindings = 3; ///< in one file; the last of them lists the others
constexpr LineNumber joinReach = 3; ///< lines between two assertions that are one finding

/// What the change takes out of the code, and what it adds to the tests.
struct WholeChange {
    explicit WholeChange(const ChangeContext &context);

    std::set<std::string> goneUnits; ///< of code files that were deleted or renamed
    std::set<std::string, std::less<>> goneNames; ///< definitions that went away
    std::map<std::string, int> newAssertions; ///< how often each came in, folded, in any test file
    std::map<std::string, int> newInFile; ///< added assertions, those that stand beside a removed one not counted
};

bool isTest(const FileChange &file)
{
    return file.fileClass == FileClass::Test;
}

void noteCode(const FileChange &file, WholeChange &out)
{
    if (!file.delta.newSide.exists() || (file.delta.oldSide.exists() && file.delta.oldSide.path != file.delta.newSide.path))
        out.goneUnits.insert(unitOf(file.delta.oldSide.path));
    for (const Row &row : file.rows.rows) {
        if ((row.kind == RowKind::Removed || row.kind == RowKind::Changed || row.kind == RowKind::MovedFrom)
            && headsDefinition(file.oldText.line(row.left))) {
            const std::string name = definedName(file.oldText.line(row.left));
            if (!file.newText.contains(name))
                out.goneNames.insert(name);
        }
    }
}

WholeChange::WholeChange(const ChangeContext &context)
{
    for (const FileChange &file : context.files) {
        if (file.delta.oldSide.exists() && file.fileClass == FileClass::Code)
            noteCode(file, *this);
        if (!isTest(file))
            continue;
        for (const Row &row : file.rows.rows) {
            if (row.right == noLine || row.kind == RowKind::Equal || !isAssertion(file.newText.line(row.right)))
                continue;
            ++newAssertions[folded(file.newText.line(row.right))];
            if (row.kind == RowKind::Added || (row.kind == RowKind::Changed && !isAssertion(file.oldText.line(row.left))))
                ++newInFile[file.path()];
        }
    }
}

/// A word of the line is one of @p names.
bool namesOneOf(std::string_view line, const std::set<std::string, std::less<>> &names)
{
    const auto isWordByte = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; };
    for (auto begin = line.begin(); begin != line.end();) {
        begin = std::find_if(begin, line.end(), isWordByte);
        const auto end = std::find_if_not(begin, line.end(), isWordByte);
        if (begin != end && names.contains(std::string_view(begin, end)))
            return true;
        begin = end;
    }
    return false;
}

/// The code that the lines speak of went away, too.
bool isAboutGoneCode(const FileContext &file, const Span &span, const WholeChange &change)
{
    if (change.goneUnits.contains(unitOf(file.path(Side::Old))))
        return true;
    if (change.goneNames.empty())
        return false;
    const Text &text = file.text(Side::Old);
    const LineNumber test = enclosingDefinition(text, span.first);
    for (LineNumber line = test == noLine ? span.first : test; line <= span.last; ++line) {
        if (namesOneOf(text.line(line).substr(0, longestLine), change.goneNames))
            return true;
    }
    return false;
}

/// TST-01: what tests demanded is demanded no more.
class RemovedTests final : public Detector
{
public:
    [[nodiscard]] std::string_view rule() const override { return "TST-01"; }

    [[nodiscard]] std::vector<Finding> inspectFile(FileContext &file, const ChangeContext &context) const override
    {
        std::vector<Finding> found;
        const std::string &path = file.path(Side::Old);
        if (!isTest(file.file()) || path.ends_with(".txt") || path.ends_with(".cmake") || !file.file().delta.oldSide.exists())
            return found;
        const std::vector<LineNumber> gone = removedAssertions(file);
        if (gone.empty())
            return found;
        const auto &change = context.facts<WholeChange>();
        std::map<std::string, int> elsewhere; // how many of each are told to stand somewhere else
        std::vector<LineNumber> lost;
        for (const LineNumber line : gone) {
            const auto same = change.newAssertions.find(folded(file.text(Side::Old).line(line)));
            if (same == change.newAssertions.end() || ++elsewhere[same->first] > same->second)
                lost.push_back(line);
        }
        if (lost.empty())
            return found;
        const auto here = change.newInFile.find(file.path(Side::New));
        if (here != change.newInFile.end() && static_cast<std::size_t>(here->second) >= lost.size())
            return found; // as many came in: rewritten
        std::vector<Span> spans = spansOf(file, lost);
        std::erase_if(spans, [&](const Span &span) { return isAboutGoneCode(file, span, change); });
        if (!spans.empty() && !file.file().delta.newSide.exists())
            spans = {{Side::Old, spans.front().first, spans.back().last}};
        for (const Span &span : spans) {
            if (found.size() < mostFindings)
                found.push_back(say(file, span, change));
            else
                addTo(found.back(), file, span);
        }
        return found;
    }

private:
    /// Removed assertions beside which no other one came in.
    static std::vector<LineNumber> removedAssertions(const FileContext &file)
    {
        std::vector<LineNumber> lines;
        const Text &text = file.text(Side::Old);
        for (const LineNumber line : file.changedLines(Side::Old)) {
            const Row &row = file.rowOf(Side::Old, line);
            if (!isAssertion(text.line(line)))
                continue;
            if (row.right == noLine || !isAssertion(file.text(Side::New).line(row.right)))
                lines.push_back(line);
        }
        return lines;
    }

    /// Runs of lines that belong together. A test that went as a whole is one, from its header on.
    static std::vector<Span> spansOf(const FileContext &file, const std::vector<LineNumber> &lines)
    {
        std::vector<Span> spans;
        const Text &text = file.text(Side::Old);
        for (const LineNumber line : lines) {
            const LineNumber header = enclosingDefinition(text, line);
            const bool isWhole = header != noLine && headsTest(text.line(header)) && file.isChanged(Side::Old, header)
                && file.rowOf(Side::Old, header).right == noLine;
            const LineNumber first = isWhole ? header : line;
            if (!spans.empty() && first <= spans.back().last + joinReach)
                spans.back().last = line;
            else
                spans.push_back({Side::Old, first, line});
        }
        return spans;
    }

    static void addTo(Finding &finding, const FileContext &file, const Span &span)
    {
        constexpr std::size_t mostEvidence = 12;
        if (finding.evidence.size() < mostEvidence)
            finding.evidence.emplace_back(
                QT_TRANSLATE_NOOP("app", "Removed in line %1, too: %2"),
                std::vector{std::to_string(span.first), shownLine(file.text(Side::Old).line(span.first))});
    }

    [[nodiscard]] Finding say(const FileContext &file, const Span &span, const WholeChange &change) const
    {
        const Text &text = file.text(Side::Old);
        const bool isFile = !file.file().delta.newSide.exists();
        const std::string first(shownMatch(folded(text.line(span.first))));
        Finding finding = makeFinding(
            {rule(), Severity::High,
             isFile ? Message(QT_TRANSLATE_NOOP("app", "Test file removed: %1"), {shownMatch(file.path(Side::Old))})
                 : headsTest(text.line(span.first)) ? Message(QT_TRANSLATE_NOOP("app", "Test removed: %1"), {first})
                                                    : Message(QT_TRANSLATE_NOOP("app", "Assertions removed: %1"), {first}),
             Message(QT_TRANSLATE_NOOP("app", "The code under test stays, but nothing fails any more when it breaks.")),
             Message(QT_TRANSLATE_NOOP("app",
                                       "Was the test wrong, or did it stand in the way? Put it back, or say what replaces it.")),
             Axis::Likelihood},
            file, span);
        for (LineNumber line = span.first; line <= span.last && finding.evidence.size() < shownAssertions; ++line) {
            if (isAssertion(text.line(line)))
                finding.evidence.emplace_back(QT_TRANSLATE_NOOP("app", "Removed: %1"), std::vector{shownLine(text.line(line))});
        }
        if (change.newInFile.contains(file.path(Side::New)))
            lowerBy(finding, 1, Message(QT_TRANSLATE_NOOP("app", "Other assertions came into the same file, but fewer.")));
        else if (isFile && !change.newInFile.empty())
            lowerBy(finding, 1, Message(QT_TRANSLATE_NOOP("app", "Assertions came into other tests of this change.")));
        return finding;
    }
};

} // namespace

std::unique_ptr<Detector> makeRemovedTests()
{
    return std::make_unique<RemovedTests>();
}

} // namespace countersign::risk
