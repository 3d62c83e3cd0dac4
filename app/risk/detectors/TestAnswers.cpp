// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "All.h"
#include "Assertions.h"
#include "MakeFinding.h"
#include "Words.h"

#include "risk/Draft.h"
#include "risk/Pattern.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <set>

namespace countersign::risk
{

namespace
{

constexpr LineNumber answerReach = 3; ///< lines from a condition to what it returns
constexpr std::size_t mostLiterals = 5'000; ///< of all tests

/// Strings and numbers of a line that nobody writes twice by chance.
std::set<std::string> literalsOf(std::string_view line)
{
    static const RE2 literal(R"re(("(?:[^"\\]|\\.){4,80}"|'(?:[^'\\]|\\.){4,80}'|\b\d[\d_]*\.\d+\b|\b\d{3,}\b))re",
                             patternOptions());
    static const std::set<std::string_view> common{
        "100",   "1000",  "200",  "201",  "204",  "400",  "401", "403", "404", "500", "0.5", "1.0",  "0.0",  "true", "false",
        "utf-8", "UTF-8", "test", "1024", "3600", "8080", "2.0", "1.5", "127", "255", "256", "name", "type", "none", "None"};
    std::set<std::string> literals;
    re2::StringPiece rest = pieceOf(line.substr(0, longestCodeLine));
    std::string one;
    while (RE2::FindAndConsume(&rest, literal, &one)) {
        if (one.front() == '"' || one.front() == '\'')
            one = one.substr(1, one.size() - 2);
        if (!common.contains(one))
            literals.insert(one);
    }
    return literals;
}

/// Which literals stand in one assertion, or beside it.
struct TestLiterals {
    explicit TestLiterals(const ChangeContext &context)
    {
        for (const FileChange &file : context.files) {
            if (file.fileClass != FileClass::Test)
                continue;
            for (const Row &row : file.rows.rows) {
                if (row.right == noLine || row.kind == RowKind::Equal || together.size() >= mostLiterals)
                    continue;
                const std::string_view line = file.newText.line(row.right);
                if (!isAssertion(line))
                    continue;
                const auto literals = literalsOf(line);
                for (const std::string &one : literals) {
                    if (literals.size() > 1)
                        together[one].insert(literals.begin(), literals.end());
                }
            }
        }
    }

    std::map<std::string, std::set<std::string>> together;
};

/// TST-07: the code knows the question of a test, and its answer.
class TestAnswers final : public Detector
{
public:
    [[nodiscard]] std::string_view rule() const override { return "TST-07"; }
    [[nodiscard]] std::vector<Finding> inspectFile(FileContext &file, const ChangeContext &context) const override
    {
        std::vector<Finding> found;
        if (file.file().fileClass != FileClass::Code || file.changedLines(Side::New).empty())
            return found;
        const auto &tests = context.facts<TestLiterals>();
        if (tests.together.empty())
            return found;
        const Text &text = file.text(Side::New);
        for (const LineNumber line : file.changedLines(Side::New)) {
            if (!isQuestion(text.line(line)))
                continue;
            for (const std::string &asked : literalsOf(text.line(line))) {
                const auto known = tests.together.find(asked);
                const LineNumber answer = known == tests.together.end() ? noLine : answerTo(file, line, asked, known->second);
                if (answer == noLine)
                    continue;
                found.push_back(say(file, {Side::New, line, answer}, asked));
                break;
            }
        }
        return found;
    }

private:
    static bool isQuestion(std::string_view line)
    {
        static const RE2 question(R"(\b(?:if|elif|elsif|when|case|unless|switch|match)\b|[!=]=|=>)", patternOptions());
        return line.size() <= longestCodeLine && RE2::PartialMatch(pieceOf(line), question);
    }

    /// The line that returns another literal of the same assertion; noLine without one.
    static LineNumber answerTo(const FileContext &file, LineNumber line, const std::string &asked,
                               const std::set<std::string> &known)
    {
        static const RE2 answer(R"(\b(?:return|then|yield)\b|=>|->|\?)", patternOptions());
        const Text &text = file.text(Side::New);
        for (LineNumber here = line; here <= std::min(text.lineCount(), line + answerReach); ++here) {
            const std::string_view content = text.line(here);
            if (!file.isChanged(Side::New, here) || !RE2::PartialMatch(pieceOf(content.substr(0, longestCodeLine)), answer))
                continue;
            const auto given = literalsOf(content);
            if (std::ranges::any_of(given, [&](const std::string &one) { return one != asked && known.contains(one); }))
                return here;
        }
        return noLine;
    }

    [[nodiscard]] Finding say(const FileContext &file, const Span &span, const std::string &asked) const
    {
        Finding finding = makeFinding(
            {rule(), Severity::High,
             Message(QT_TRANSLATE_NOOP("app", "The code knows the answer of a test: %1"), {shownMatch(asked)}),
             Message(QT_TRANSLATE_NOOP(
                 "app", "The test is green because its very case is written into the code; every other case is untested.")),
             Message(QT_TRANSLATE_NOOP("app", "Try it with another input. Have the code compute the answer.")), Axis::Likelihood},
            file, span);
        finding.evidence.emplace_back(QT_TRANSLATE_NOOP("app", "Added: %1"),
                                      std::vector{shownLine(file.text(Side::New).line(span.last))});
        return finding;
    }
};

} // namespace

std::unique_ptr<Detector> makeTestAnswers()
{
    return std::make_unique<TestAnswers>();
}

} // namespace countersign::risk
