// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "All.h"
#include "Assertions.h"
#include "MakeFinding.h"
#include "Words.h"

#include "risk/Draft.h"
#include "risk/Pattern.h"
#include "risk/Quantity.h"
#include "risk/Structure.h"

#include <algorithm>
#include <map>
#include <set>

namespace countersign::risk
{

namespace
{

constexpr std::size_t mostFindings = 3; ///< in one file; the last of them lists the others

/// The line without its literals and white space.
std::string withoutLiterals(std::string_view line)
{
    static const RE2 literal(
        R"re("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`|\b-?\d[\d_.,]*\w*|\b(?:true|false|True|False|null|None|nil)\b)re",
        patternOptions());
    std::string out(line.substr(0, longestCodeLine));
    RE2::GlobalReplace(&out, literal, "0");
    std::erase_if(out, [](char c) { return c == ' ' || c == '\t'; });
    return out;
}

/// A tolerance of a comparison and how loose it is.
struct Tolerance {
    std::string value;
    bool isPlaces = false; ///< digits that have to agree: fewer are looser
};

std::optional<Tolerance> toleranceOf(std::string_view line)
{
    static const RE2 places(R"((?:places\s*=\s*|toBeCloseTo\([^,]+,\s*|decimal\s*=\s*|assertAlmostEqual\([^,]+,[^,]+,\s*)(\d+))",
                            patternOptions());
    static const RE2 delta(
        R"((?:(?:delta|abs|rel|atol|rtol|abs_tol|rel_tol|tolerance|epsilon|accuracy|precision)\s*[=:]\s*|(?:NEAR|within|be_within|[cC]loseTo|InDelta|InEpsilon|withTolerance|plusOrMinus|assertEquals|AreEqual|byLessThan)\s*\((?:.*,\s*)?|Percentage\.withPercentage\()((?:\d+\.?\d*|\.\d+)(?:[eE]-?\d+)?)[fFdD]?\s*[,)])",
        patternOptions());
    Tolerance tolerance;
    if (RE2::PartialMatch(pieceOf(line), places, &tolerance.value)) {
        tolerance.isPlaces = true;
        return tolerance;
    }
    static const RE2 threeArguments(R"((?:assertEquals|AreEqual)\s*\()", patternOptions());
    if (RE2::PartialMatch(pieceOf(line), threeArguments) && std::ranges::count(line, ',') < 2)
        return std::nullopt;
    return RE2::PartialMatch(pieceOf(line), delta, &tolerance.value) ? std::optional(tolerance) : std::nullopt;
}

double numberIn(const std::string &text)
{
    return compareQuantities("1", text); // plain numbers: the number itself; exponents are read below
}

bool isLooser(const Tolerance &before, const Tolerance &after)
{
    const auto value = [](const std::string &text) {
        const std::size_t exponent = text.find_first_of("eE");
        if (exponent == std::string::npos)
            return text == "0" ? 0.0 : numberIn(text);
        double scaled = text.starts_with("1e") || text.starts_with("1E") ? 1.0 : numberIn(text.substr(0, exponent));
        const bool isSmall = text[exponent + 1] == '-';
        const int power = std::min(20, std::atoi(text.c_str() + exponent + (isSmall ? 2 : 1)));
        for (int i = 0; i < power; ++i)
            scaled *= isSmall ? .1 : 10;
        return scaled;
    };
    if (before.isPlaces != after.isPlaces || before.value == after.value)
        return false;
    return before.isPlaces ? value(after.value) < value(before.value) : value(after.value) > value(before.value);
}

/// The change touches production code: an expected value that follows it is not surprising, but has to be looked at.
struct CodeTouched {
    explicit CodeTouched(const ChangeContext &context)
        : value(std::ranges::any_of(context.files, [](const FileChange &file) {
            return (file.fileClass == FileClass::Code || file.fileClass == FileClass::Migration)
                && file.rows.added + file.rows.removed > 0;
        }))
    {
    }
    bool value = false;
};

/// "assert x" and "assert not x" demand as much of a flag each.
bool asksAFlag(std::string_view assertion)
{
    static const RE2 flag(R"(^\s*assert\s+(?:not\s+)?[\w.()\[\]]+\s*(?:#.*)?$)", patternOptions());
    return RE2::PartialMatch(pieceOf(assertion), flag);
}

enum class Weakening { None, Emptied, Weaker, Looser, Expected };

Weakening weakeningOf(std::string_view before, std::string_view after)
{
    const Strength old = strengthOf(before);
    const Strength now = strengthOf(after);
    if (now == Strength::Nothing)
        return old == Strength::Nothing ? Weakening::None : Weakening::Emptied;
    const auto oldTolerance = toleranceOf(before);
    const auto newTolerance = toleranceOf(after);
    if (oldTolerance && newTolerance)
        return isLooser(*oldTolerance, *newTolerance) ? Weakening::Looser : Weakening::None;
    if (!oldTolerance && newTolerance && old == Strength::Exact && looksAlike(before, after))
        return Weakening::Looser;
    if (now < old && looksAlike(before, after) && !(asksAFlag(before) && asksAFlag(after)))
        return Weakening::Weaker;
    if (withoutLiterals(before) == withoutLiterals(after) && folded(before) != folded(after))
        return Weakening::Expected;
    return Weakening::None;
}

/// TST-03: a test still runs and asks for less.
class WeakenedTests final : public Detector
{
public:
    [[nodiscard]] std::string_view rule() const override { return "TST-03"; }
    [[nodiscard]] std::vector<Finding> inspectFile(FileContext &file, const ChangeContext &context) const override
    {
        std::vector<Finding> found;
        if (file.file().fileClass != FileClass::Test)
            return found;
        std::vector<LineNumber> expected;
        for (const LineNumber line : file.changedLines(Side::New)) {
            const std::string_view now = file.text(Side::New).line(line);
            if (!isAssertion(now))
                continue;
            const Row &row = file.rowOf(Side::New, line);
            const LineNumber left = formerOf(file, row);
            Weakening weakening = left != noLine ? weakeningOf(file.text(Side::Old).line(left), now) : Weakening::None;
            if (left == noLine && demandsNothing(now))
                weakening = Weakening::Emptied;
            if (weakening == Weakening::Expected)
                expected.push_back(line);
            else if (weakening != Weakening::None && isCode(file, line))
                add(found, file, line, left, weakening);
        }
        if (!expected.empty() && context.facts<CodeTouched>().value)
            found.push_back(sayExpected(file, expected));
        return found;
    }

private:
    /// The assertion that this one came from: in its row, or the only one that went in its hunk and looks like it.
    static LineNumber formerOf(const FileContext &file, const Row &row)
    {
        if (row.left != noLine)
            return isAssertion(file.text(Side::Old).line(row.left)) ? row.left : noLine;
        const FileRows &rows = file.file().rows;
        const Hunk &hunk = rows.hunks[row.hunk - 1];
        constexpr std::uint32_t mostRows = 40;
        if (hunk.rowCount > mostRows)
            return noLine;
        for (std::uint32_t i = 0; i < hunk.rowCount; ++i) {
            const Row &other = rows.rows[hunk.firstRow + i];
            if (other.kind == RowKind::Removed && isAssertion(file.text(Side::Old).line(other.left))
                && looksAlike(file.text(Side::Old).line(other.left), file.text(Side::New).line(row.right)))
                return other.left;
        }
        return noLine;
    }

    static bool isCode(FileContext &file, LineNumber line)
    {
        const std::size_t column = indentOf(file.text(Side::New).line(line));
        return column != std::string_view::npos && file.scopeAt(Side::New, line, column) != syntax::Scope::Comment;
    }

    void add(std::vector<Finding> &found, const FileContext &file, LineNumber line, LineNumber left, Weakening weakening) const
    {
        if (found.size() == mostFindings) {
            constexpr std::size_t mostEvidence = 12;
            if (found.back().evidence.size() < mostEvidence)
                found.back().evidence.emplace_back(QT_TRANSLATE_NOOP("app", "Also in line %1"),
                                                   std::vector{std::to_string(line)});
            return;
        }
        const std::string now = shownMatch(folded(file.text(Side::New).line(line)));
        Finding finding = makeFinding(
            {rule(), Severity::High,
             weakening == Weakening::Emptied      ? Message(QT_TRANSLATE_NOOP("app", "The assertion is always true: %1"), {now})
                 : weakening == Weakening::Looser ? Message(QT_TRANSLATE_NOOP("app", "The tolerance is wider: %1"), {now})
                                                  : Message(QT_TRANSLATE_NOOP("app", "The assertion asks for less: %1"), {now}),
             Message(QT_TRANSLATE_NOOP("app", "The test stays green for results that it used to refuse.")),
             Message(
                 QT_TRANSLATE_NOOP("app", "Does the old assertion still hold? If not, is the code wrong, or what was expected?")),
             Axis::Likelihood},
            file, {Side::New, line, line});
        if (left != noLine)
            finding.evidence.emplace_back(QT_TRANSLATE_NOOP("app", "Was: %1"),
                                          std::vector{shownLine(file.text(Side::Old).line(left))});
        if (weakening == Weakening::Weaker && hasStrongerBeside(file, line))
            lowerBy(finding, 1, Message(QT_TRANSLATE_NOOP("app", "An exact assertion came in beside it.")));
        found.push_back(std::move(finding));
    }

    /// An added line close by compares exactly.
    static bool hasStrongerBeside(const FileContext &file, LineNumber line)
    {
        constexpr LineNumber near = 4;
        const Text &text = file.text(Side::New);
        for (LineNumber other = line > near ? line - near : 1; other <= std::min(text.lineCount(), line + near); ++other) {
            if (other != line && file.isChanged(Side::New, other) && file.rowOf(Side::New, other).kind == RowKind::Added
                && isAssertion(text.line(other)) && strengthOf(text.line(other)) == Strength::Exact)
                return true;
        }
        return false;
    }

    [[nodiscard]] Finding sayExpected(const FileContext &file, const std::vector<LineNumber> &lines) const
    {
        const LineNumber line = lines.front();
        Finding finding = makeFinding(
            {rule(), lines.size() > 3 ? Severity::Medium : Severity::Low,
             Message(QT_TRANSLATE_NOOP("app", "What is expected changed together with the code: %1"),
                     {shownMatch(folded(file.text(Side::New).line(line)))}),
             Message(QT_TRANSLATE_NOOP("app", "A wrong result becomes right when the test is made to follow it.")),
             Message(QT_TRANSLATE_NOOP("app", "Does the intent say that this result has to change? Compute one by hand.")),
             Axis::Likelihood},
            file, {Side::New, line, line});
        const Row &row = file.rowOf(Side::New, line);
        if (row.left != noLine)
            finding.evidence.emplace_back(QT_TRANSLATE_NOOP("app", "Was: %1"),
                                          std::vector{shownLine(file.text(Side::Old).line(row.left))});
        if (lines.size() > 1)
            finding.evidence.emplace_back(QT_TRANSLATE_NOOP("app", "%1 assertions of this file"),
                                          std::vector{std::to_string(lines.size())});
        return finding;
    }
};

} // namespace

std::unique_ptr<Detector> makeWeakenedTests()
{
    return std::make_unique<WeakenedTests>();
}

} // namespace countersign::risk
