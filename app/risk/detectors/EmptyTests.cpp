// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "All.h"
#include "Assertions.h"
#include "MakeFinding.h"
#include "Words.h"

#include "risk/Draft.h"
#include "risk/LiteralScanner.h"
#include "risk/Pattern.h"
#include "risk/Structure.h"

#include <algorithm>
#include <cctype>

namespace countersign::risk
{

namespace
{

constexpr LineNumber longestTest = 120; ///< lines; a longer test is taken to demand something
constexpr std::size_t mostHeaders = 2'000; ///< looked at in one file
constexpr std::size_t mostFindings = 3; ///< in one file

/// The statement demands something, or hands that to a helper.
bool demands(std::string_view line)
{
    static const RE2 helper(
        R"((?i)\w*(?:assert|expect|verify|verif|check|should|must|require|ensure|compare|match|validate|raises|throws|snapshot|golden|approve|fail|diff|equal|test\w*case|run\w*test|scenario|prove|bench|andexpect|status\(|consume)\w*\s*[!.(<]|t\.(?:Error|Fatal|Run|Fail|Log)|unwrap\(|\?;|<Suspense|@ts-expect|\bpanic\b|throw\b|raise\b|FileCheck|StepVerifier|cy\.|page\.|await\s+expect|\.andReturn|QTRY|\[\[?\s+.*\]\]?|\bdone\b|pass_through)",
        patternOptions());
    return isAssertion(line) || RE2::PartialMatch(pieceOf(line.substr(0, longestCodeLine)), helper);
}

/// What an added line replaces by a double: its name in lower case without '_'; empty: nothing.
std::string mockedIn(std::string_view line)
{
    static const RE2 mocked(
        R"re((?:mock\.patch|@patch|patch|mocker\.patch|monkeypatch\.setattr|jest\.mock|vi\.mock|jest\.spyOn|vi\.spyOn|sinon\.(?:stub|mock)|td\.replace|proxyquire)(?:\.object)?\(\s*["'`]?([\w./@-]+)|)re"
        R"re((?:\bmock|\bspy|\bMock\.Of|mockk|new Mock|Substitute\.For|createMock|prophesize|getMockBuilder|instance_double|class_double|createPartialMock|Mockito\.mock)\s*(?:<\s*(\w+)\s*>|\(\s*:?["']?([\w\\:]+?)(?:\.class|::class|\.self)?["']?\s*[,)])|)re"
        R"re(@(?:Mock|MockBean|MockitoBean|Spy)\s+(?:private\s+)?(\w+))re",
        patternOptions());
    std::string a;
    std::string b;
    std::string c;
    std::string d;
    static const LiteralScanner sieve(
        {"mock", "patch", "spy", "stub", "replace", "proxyquire", "substitute", "prophesize", "double"});
    if (!sieve.findsAny(line.substr(0, longestCodeLine))
        || !RE2::PartialMatch(pieceOf(line.substr(0, longestCodeLine)), mocked, &a, &b, &c, &d))
        return {};
    return a + b + c + d;
}

std::string plain(std::string_view name)
{
    std::string out;
    for (const char c : name) {
        if (c != '_' && c != '-')
            out += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    return out;
}

/// The last part of a dotted name or path is the unit: "app.orders" in test_orders.py.
bool namesUnit(std::string_view mocked, const std::string &unit)
{
    return plain(mocked.substr(mocked.find_last_of("./\\:") + 1)) == plain(unit);
}

/// The test around the line, or the one that it decorates, is called after what is mocked: "app.orders.total" in test_total.
bool namesTest(const Text &text, LineNumber line, std::string_view mocked)
{
    const std::size_t first = indentOf(text.line(line));
    const bool isDecorator = first != std::string_view::npos && text.line(line)[first] == '@';
    const LineNumber test = isDecorator ? followingDefinition(text, line) : enclosingDefinition(text, line);
    const std::string name = plain(mocked.substr(mocked.find_last_of("./\\:") + 1));
    return test != noLine && isTestHeader(text, test) && plain(definedName(text.line(test))) == "test" + name;
}

/// TST-05: tests that cannot fail.
class EmptyTests final : public Detector
{
public:
    [[nodiscard]] std::string_view rule() const override { return "TST-05"; }
    [[nodiscard]] std::vector<Finding> inspectFile(FileContext &file, const ChangeContext &) const override
    {
        std::vector<Finding> found;
        if (file.file().fileClass != FileClass::Test || file.path(Side::New).ends_with(".txt"))
            return found;
        const Text &text = file.text(Side::New);
        std::size_t headers = 0;
        const std::string unit = unitOf(file.path(Side::New));
        for (const LineNumber line : file.changedLines(Side::New)) {
            if (found.size() == mostFindings || headers > mostHeaders)
                break;
            const std::string_view content = text.line(line);
            if (content.size() > longestCodeLine)
                continue;
            const RowKind kind = file.rowOf(Side::New, line).kind;
            if (kind == RowKind::Added && isTestHeader(text, line)) {
                ++headers;
                if (const auto span = emptyTest(file, line))
                    found.push_back(sayEmpty(file, *span));
            } else if (const std::string mocked = mockedIn(content); !mocked.empty()
                       && (namesUnit(mocked, unit) || namesTest(text, line, mocked)) && !wasMocked(file, line, mocked)) {
                found.push_back(sayMocked(file, line, mocked));
            }
        }
        return found;
    }

private:
    static std::optional<Span> emptyTest(FileContext &file, LineNumber header)
    {
        const Text &text = file.text(Side::New);
        const LineNumber last = blockEnd(text, header, longestTest);
        if (last >= header + longestTest)
            return std::nullopt;
        bool doesSomething = false;
        for (LineNumber line = header; line <= last; ++line) {
            const std::string_view content = text.line(line);
            if (line != header && demands(content))
                return std::nullopt;
            doesSomething |= line != header && !isBare(content, file.path(Side::New))
                && content.find_first_not_of(" \t{}();") != std::string_view::npos;
        }
        if (last == header
            && demands(text.line(header).substr(std::min(text.line(header).size(), text.line(header).find_first_of("({:=>")))))
            return std::nullopt;
        const std::size_t column = indentOf(text.line(header));
        if (file.mask(Side::New).at(header, static_cast<std::uint32_t>(column)) == syntax::Scope::Comment
            || (!doesSomething && last == header))
            return std::nullopt;
        // Tests above that expect by a mark: @Test(expected = …), #[should_panic].
        static const RE2 expects(R"(expected|should_panic|expectedException|ExpectedException|throws)", patternOptions());
        for (LineNumber above = header; above > 0 && above + 4 > header; --above) {
            if (RE2::PartialMatch(pieceOf(text.line(above).substr(0, longestCodeLine)), expects))
                return std::nullopt;
        }
        return Span{Side::New, header, last};
    }

    /// The unit was mocked before the change, too.
    static bool wasMocked(const FileContext &file, LineNumber line, const std::string &mocked)
    {
        const Row &row = file.rowOf(Side::New, line);
        return (row.left != noLine && mockedIn(file.text(Side::Old).line(row.left)) == mocked)
            || file.text(Side::Old).contains(mocked + '"') || file.text(Side::Old).contains(mocked + '\'')
            || file.text(Side::Old).contains(mocked + ".class");
    }

    [[nodiscard]] Finding sayEmpty(const FileContext &file, const Span &span) const
    {
        return makeFinding({rule(), Severity::Medium,
                            Message(QT_TRANSLATE_NOOP("app", "A test that demands nothing: %1"),
                                    {shownMatch(folded(file.text(Side::New).line(span.first)))}),
                            Message(QT_TRANSLATE_NOOP(
                                "app", "It counts as a test and raises the coverage, and is green whatever the code answers.")),
                            Message(QT_TRANSLATE_NOOP("app", "What should come out? Demand it.")), Axis::Likelihood},
                           file, span);
    }

    [[nodiscard]] Finding sayMocked(const FileContext &file, LineNumber line, const std::string &mocked) const
    {
        return makeFinding(
            {rule(), Severity::Medium,
             Message(QT_TRANSLATE_NOOP("app", "What the test is named after is replaced by a double: %1"), {shownMatch(mocked)}),
             Message(QT_TRANSLATE_NOOP("app", "The test then asks the double, not the code that runs in production.")),
             Message(QT_TRANSLATE_NOOP("app", "Replace only what stands around the unit.")), Axis::Likelihood},
            file, {Side::New, line, line});
    }
};

} // namespace

std::unique_ptr<Detector> makeEmptyTests()
{
    return std::make_unique<EmptyTests>();
}

} // namespace countersign::risk
