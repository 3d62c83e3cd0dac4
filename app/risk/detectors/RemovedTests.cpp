// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "All.h"
#include "Assertions.h"
#include "MakeFinding.h"
#include "TestFate.h"
#include "WholeTests.h"
#include "Words.h"

#include "risk/Draft.h"
#include "risk/Structure.h"

#include <algorithm>
#include <map>
#include <string>

namespace countersign::risk
{

namespace
{

constexpr std::size_t shownAssertions = 4;
constexpr std::size_t mostFindings = 3; ///< in one file; the last of them lists the others
constexpr LineNumber joinReach = 3; ///< lines between two assertions that are one finding
constexpr LineNumber longestTest = 400; ///< lines of a test that are looked at

bool isTest(const FileChange &file)
{
    return file.fileClass == FileClass::Test;
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
        const auto &whole = context.facts<WholeTests>();
        std::map<std::string, int> elsewhere; // how many of each are told to stand somewhere else
        std::vector<LineNumber> lost;
        for (const LineNumber line : gone) {
            const std::string assertion = folded(file.text(Side::Old).line(line));
            if (++elsewhere[assertion] > whole.cameIn(assertion))
                lost.push_back(line);
        }
        if (lost.empty() || static_cast<std::size_t>(whole.addedIn(file.path(Side::New))) >= lost.size())
            return found; // as many came in: rewritten
        std::vector<Span> spans = spansOf(file, lost);
        std::erase_if(spans, [&](const Span &span) { return whole.isAboutGoneCode(file, span); });
        if (!spans.empty() && !file.file().delta.newSide.exists())
            spans = {{Side::Old, spans.front().first, spans.back().last}};
        for (const Span &span : spans) {
            if (found.size() < mostFindings)
                found.push_back(say(file, span, context.change, whole));
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
            const bool isWhole = header != noLine && isTestHeader(text, header) && file.isChanged(Side::Old, header)
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

    [[nodiscard]] Finding say(const FileContext &file, const Span &span, const Change &change, const WholeTests &whole) const
    {
        const Text &text = file.text(Side::Old);
        const bool isFile = !file.file().delta.newSide.exists();
        const std::string first(shownMatch(folded(text.line(span.first))));
        Finding finding = makeFinding(
            {rule(), Severity::High,
             isFile ? Message(QT_TRANSLATE_NOOP("app", "Test file removed: %1"), {shownMatch(file.path(Side::Old))})
                 : isTestHeader(text, span.first) ? Message(QT_TRANSLATE_NOOP("app", "Test removed: %1"), {first})
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
        lowerForContext(finding, file, span, change, whole);
        return finding;
    }

    static void lowerForContext(Finding &finding, const FileContext &file, const Span &span, const Change &change,
                                const WholeTests &whole)
    {
        const bool isFile = !file.file().delta.newSide.exists();
        const std::string_view header = file.text(Side::Old).line(span.first);
        const bool isWhole = isTestHeader(file.text(Side::Old), span.first);
        if (whole.addedIn(file.path(Side::New)) > 0)
            lowerBy(finding, 1, Message(QT_TRANSLATE_NOOP("app", "Other assertions came into the same file, but fewer.")));
        else if (whole.addedSomewhere() && (isFile || whole.gainedAsMany()))
            lowerBy(finding, 1, Message(QT_TRANSLATE_NOOP("app", "Assertions came into other tests of this change.")));
        if (isWhole && isDeprecatedTest(file.text(Side::Old), span.first))
            lowerBy(finding, 1, Message(QT_TRANSLATE_NOOP("app", "The test was marked as deprecated.")));
        else if (const std::string value = isWhole ? std::string() : turnedRound(file, span); !value.empty())
            lowerBy(finding, 1,
                    Message(QT_TRANSLATE_NOOP("app", "The expectation was turned round: %1 is to be empty now."),
                            {shownMatch(value)}));
        if (const auto place = newPlace(file, span, whole))
            lowerBy(finding, 2,
                    Message(QT_TRANSLATE_NOOP("app", "A test of the same name came in at %1"),
                            {shownMatch(place->path) + ":" + std::to_string(place->line)}));
        if (const std::string name = whole.goneNameIn(file, span); !name.empty())
            lowerBy(finding, 1,
                    Message(QT_TRANSLATE_NOOP("app", "It speaks of %1, which the change takes out of the code."),
                            {shownMatch(name)}));
        else if (announcesRemoval(change, file.path(Side::Old) + " " + std::string(header)))
            lowerBy(finding, 1, Message(QT_TRANSLATE_NOOP("app", "The title says that this goes.")));
        else if (!isFile && !isWhole && isRewritten(file, span))
            lowerBy(finding, 1,
                    Message(QT_TRANSLATE_NOOP("app", "The test was rewritten around it and still demands something.")));
    }

    /// Where the test stands now; what it demands there came in with it.
    static std::optional<WholeTests::Place> newPlace(const FileContext &file, const Span &span, const WholeTests &whole)
    {
        const Text &text = file.text(Side::Old);
        const bool isWhole = isTestHeader(text, span.first);
        const LineNumber header = isWhole ? span.first : enclosingDefinition(text, span.first);
        if (header == noLine || file.rowOf(Side::Old, header).right != noLine)
            return std::nullopt;
        const auto place = whole.placeOfTest(definedName(text.line(header)));
        return place && whole.addedIn(place->path) > 0 ? place : std::nullopt;
    }

    /// More than the assertions changed in a test that stays, and some assertion is left.
    static bool isRewritten(const FileContext &file, const Span &span)
    {
        const Text &before = file.text(Side::Old);
        const Text &after = file.text(Side::New);
        const LineNumber header = enclosingDefinition(before, span.first);
        const LineNumber now = header == noLine ? noLine : file.rowOf(Side::Old, header).right;
        if (now == noLine)
            return false;
        const LineNumber end = blockEnd(after, now, longestTest);
        const auto demands = [&after](LineNumber line) { return isAssertion(after.line(line)); };
        bool isLeft = false;
        for (LineNumber line = now + 1; line <= end && !isLeft; ++line)
            isLeft = demands(line);
        return isLeft && changesMore(file, header);
    }

    /// A line of the test changed that belongs to no assertion.
    static bool changesMore(const FileContext &file, LineNumber header)
    {
        constexpr LineNumber longestStatement = 12;
        const Text &text = file.text(Side::Old);
        const LineNumber end = blockEnd(text, header, longestTest);
        for (LineNumber line = header; line <= end; ++line) {
            if (isAssertion(text.line(line)))
                line = std::max(line, blockEnd(text, line, longestStatement));
            else if (file.isChanged(Side::Old, line) && !isBare(text.line(line), file.path(Side::Old)))
                return true;
        }
        return false;
    }
};

} // namespace

std::unique_ptr<Detector> makeRemovedTests()
{
    return std::make_unique<RemovedTests>();
}

} // namespace countersign::risk
