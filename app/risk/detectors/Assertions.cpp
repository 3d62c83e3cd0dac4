// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Assertions.h"

#include "risk/LiteralScanner.h"
#include "risk/Pattern.h"
#include "risk/Structure.h"

#include <algorithm>
#include <cctype>

namespace countersign::risk
{

namespace
{

constexpr std::size_t longestLine = 2000;

/// Both sides of a comparison are the same text: "x == x", "assertEquals(x, x)".
bool comparesWithItself(std::string_view line)
{
    static const RE2 operators(R"(([\w.()\[\]"']{1,60}?)\s*(?:===?|is)\s*([\w.()\[\]"']{1,60}?)\s*(?:[,;)#]|$))",
                               patternOptions());
    static const RE2 arguments(
        R"((?:[aA]ssert(?:_eq!?|_equal|Equals?|Same|\.(?:Equal|AreEqual|equal|strictEqual|deepEqual))|EXPECT_EQ|ASSERT_EQ|QCOMPARE|XCTAssertEqual|Equal)\s*\(\s*(?:t,\s*|self,\s*)?([^,()]{1,60}(?:\([^()]*\))?)\s*,\s*([^,()]{1,60}(?:\([^()]*\))?)\s*[,)])",
        patternOptions());
    static const RE2 chained(
        R"(expect\(\s*([^()]{1,60}(?:\([^()]*\))?)\s*\)\.(?:toBe|toEqual|toStrictEqual|to\.equal|to\.eql|to eq)\s*\(?\s*([^()]{1,60}(?:\([^()]*\))?)\s*\))",
        patternOptions());
    if (!line.contains("==") && !line.contains("is") && !line.contains('('))
        return false;
    std::string left;
    std::string right;
    for (const RE2 *form : {&operators, &arguments, &chained}) {
        if (RE2::PartialMatch(pieceOf(line), *form, &left, &right) && !left.empty() && left == right)
            return true;
    }
    return false;
}

/// The line alone says that it heads a test.
bool headsTest(std::string_view line)
{
    static const RE2 test(
        R"(^\s*(?:async\s+)?def\s+(?:test_?\w*)\s*\(|^\s*(?:it|test|specify|scenario)(?:\.\w+)?\s*[( ]\s*["'`]|^\s*(?:func\s+(?:Test|Fuzz)\w+\(|TEST(?:_\w+)?\s*\(|TEST_CASE\s*\(|SCENARIO\s*\()|)"
        R"(\b(?:void|fun|function|Task)\s+\w*(?i:test|should)\w*\s*\()",
        patternOptions());
    static const LiteralScanner sieve({"it ", "it(", "it.", "it\t", "test", "specify", "scenario", "fuzz", "should"});
    return line.size() <= longestLine && sieve.findsAny(line) && RE2::PartialMatch(pieceOf(line), test);
}

/// A line right above it marks a test: of languages whose tests have no telling name.
bool isMarked(const Text &text, LineNumber line)
{
    static const RE2 mark(
        R"(^\s*(?:@(?:\w+\.)*(?:Test|ParameterizedTest|RepeatedTest|Theory)\b|\[(?:Fact|Theory|Test|TestMethod|TestCase)\b|#\[(?:tokio::|rstest::|actix_rt::)?(?:test|rstest)\b))",
        patternOptions());
    constexpr LineNumber marksAbove = 4;
    for (LineNumber above = line; above > 0 && above + marksAbove > line; --above) {
        if (RE2::PartialMatch(pieceOf(text.line(above).substr(0, longestLine)), mark))
            return above != line;
        if (above != line && !text.line(above).contains('@') && !text.line(above).contains('['))
            return false;
    }
    return false;
}

bool isHeader(std::string_view line)
{
    static const RE2 function(R"(\b(?:fn|fun|void|Task|func|def|function|async)\s+[`\w]|\bpublic\s+\w+\s+\w+\s*\()",
                              patternOptions());
    static const LiteralScanner sieve({"fn ", "fn\t", "fun", "void", "task", "def", "async", "public"});
    return sieve.findsAny(line) && RE2::PartialMatch(pieceOf(line.substr(0, longestLine)), function);
}

/// "never called" is a number: none.
bool demandsNoCall(std::string_view assertion)
{
    static const RE2 never(
        R"(\bassert\s+not\s+[\w.]+\.called\b|\b(?:assertFalse|assert_false)\([\w.]+\.called\b|(?i:assert_?not_?called|not\.tohavebeencalled\(\)))",
        patternOptions());
    return RE2::PartialMatch(pieceOf(assertion), never);
}

} // namespace

bool isAssertion(std::string_view line)
{
    static const RE2 assertion(
        R"(^\s*(?:await\s+|return\s+|co_await\s+)?(?:assert\b[\s(!]|raise\s+AssertionError\b|(?:pytest|self|this|Assert(?:ions)?)\.[fF]ail\(|assert\w*!?\s*\(|assert_\w+|self\.assert\w+\(|(?:\w+\.)*[aA]sserts?(?:ions)?(?:\.|::)\w+|)"
        R"(debug_assert\w*!|expect\w*\s*\(|(?:should|must|verify|require|refute|check_?(?:that|equal|eq|true|false))\w*(?:\.\w+)?\s*\(|)"
        R"((?:EXPECT|ASSERT|REQUIRE|CHECK)(?:_\w+)?\s*\(|Q(?:COMPARE|VERIFY|TRY_COMPARE|TRY_VERIFY)\w*\s*\(|XCT\w+\(|#expect\(|t\.(?:Error|Fatal|Fail)\w*\(|)"
        R"(with\s+(?:pytest|self|unittest)\.(?:raises|assertRaises|warns)|is_expected\.|\$this->(?:assert|expect)\w*\(|self::assert\w*\()|)"
        R"(\.should(?:\b|\.)|\.(?:should\w+|must_\w+)\s*\(|\)\.(?:to|not|toBe\w*|isEqualTo)\b[.(]|\bassertThat\(|^\s*\.(?:expect[A-Z]\w*|andExpect\w*)\()",
        patternOptions());
    // Most lines have none of these words.
    static const LiteralScanner sieve({"ssert", "expect", "should", "must", "verify", "require", "refute", "check", "compare",
                                       "raises", "warns", ".fail(", "xct", "t.err", "t.fat", "t.fail", ").to", ").not", ").is"});
    static const RE2 comment(R"(^\s*(?:#|//|\*|/\*))", patternOptions());
    return line.size() <= longestLine && sieve.findsAny(line) && RE2::PartialMatch(pieceOf(line), assertion)
        && !RE2::PartialMatch(pieceOf(line), comment);
}

bool isTestHeader(const Text &text, LineNumber line)
{
    return headsTest(text.line(line)) || (isHeader(text.line(line)) && isMarked(text, line));
}

std::string unitOf(std::string_view path)
{
    std::string stem(path.substr(path.rfind('/') + 1));
    stem = stem.substr(0, stem.find('.'));
    std::ranges::transform(stem, stem.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    static const RE2 affix("^(?:tst_|test_|tests_|test-)|(?:_?(?:integration|functional|acceptance|e2e))?(?:_?tests?|_?specs?|-"
                           "tests?|testcase|_unittest|_bench|it)$",
                           patternOptions());
    std::string unit = stem;
    RE2::GlobalReplace(&unit, affix, "");
    return unit.empty() ? stem : unit;
}

bool demandsNothing(std::string_view assertion)
{
    static const RE2 nothing(
        R"(^\s*assert\s*\(?\s*(?:True|true|1)\s*\)?\s*(?:[,;#].*)?$|[aA]ssert(?:True|That|\.True|\.IsTrue|\.isTrue|\.ok)?!?\(\s*(?:t,\s*)?(?:true|True|TRUE|1)\s*[,)]|)"
        R"(expect\(\s*(?:true|1)\s*\)\.(?:toBe\((?:true|1)\)|toBeTruthy\(\)|toEqual\(true\)|to\.be\.true)|(?:EXPECT|ASSERT)_TRUE\(\s*(?:true|1)\s*\)|QVERIFY\(\s*true\s*\)|XCTAssert(?:True)?\(\s*true\s*[,)]|assert_true\(\s*true|assertFalse\(\s*(?:false|False)\s*[,)])",
        patternOptions());
    static const LiteralScanner sieve({"true", "1", "false"}); // of the first form
    return assertion.size() <= longestLine
        && ((sieve.findsAny(assertion) && RE2::PartialMatch(pieceOf(assertion), nothing)) || comparesWithItself(assertion))
        && !demandsNoCall(assertion);
}

Strength strengthOf(std::string_view assertion)
{
    static const RE2 presence(
        R"((?i)not_?null|not_?none|is not none|notnil|not_?nil|\bnotbenull|!=\s*(?:null|nil|none|nullptr)|tobedefined|tobetruthy|not\.tobe(?:null|undefined)|to\.exist|to\.be\.ok|is_some|is_ok\(|ispresent|isnotnull|isnotempty|not_?empty|exists|isinstance\(|assertisinstance|isinstanceof|tobeinstanceof|be_a\b|be_truthy|be_present|tohavebeencalled\(\)|assert_called\(\)|assert_called_once\(\)|\.called\b|tothrow\(\)|throwsexception|raises\(\s*(?:base)?exception\s*[,)]|throws\(\s*exception\.class|assert_nothing_raised|doesnotthrow|no_?error\()",
        patternOptions());
    static const RE2 part(
        R"((?i)\bcontain\w*|assert_?in\b|assertin\(|\sin\s|tomatch|matches|regex|starts_?with|ends_?with|include|greater|less\b|assertless|assertgreater|tobegreater|tobeless|[^=!<>-][<>]=?\s|to_?contain|objectcontaining|arraycontaining|anything\(|almost|closeto|approx|within|isin\b|hassubstr|isequal_?ignoring|ignoring)",
        patternOptions());
    static const RE2 exact(
        R"((?i)==|equal|assert_eq|same\b|tobe\(|toeq|tostrict|to\s+eq|\beq\b|_eq\(|areequal|isequalto|\.be\.equal|compare\(|tohavebeencalledwith|called_with|calledwith|tothrow\(.+\)|raises\(\s*\w+error|should\s+be\b|shouldbe|must_equal|isNull|is none|to_?be_?null|is_none|isfalse|null\(|benull|\bnil\(|assertnil|isnone|empty|length|hassize|single\(|\bcount|istrue\(\)|_false|assertfalse|asserttrue|tobe(?:true|false))",
        patternOptions());
    if (assertion.size() > longestLine || demandsNoCall(assertion))
        return Strength::Exact;
    if (demandsNothing(assertion))
        return Strength::Nothing;
    if (RE2::PartialMatch(pieceOf(assertion), presence))
        return Strength::Presence;
    static const RE2 allOfIt(R"((?i)\bcontains?_?(?:exactly|only)\w*\()", patternOptions());
    if (!RE2::PartialMatch(pieceOf(assertion), allOfIt) && RE2::PartialMatch(pieceOf(assertion), part))
        return Strength::Part;
    static const RE2 bare(R"(^\s*assert\s+[\w.()\[\]]+\s*(?:#.*)?$)", patternOptions());
    const bool isBare = RE2::PartialMatch(pieceOf(assertion), bare) && !RE2::PartialMatch(pieceOf(assertion), exact);
    return isBare ? Strength::Presence : Strength::Exact; // a helper of their own may demand anything
}

} // namespace countersign::risk
