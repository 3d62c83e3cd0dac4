// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/Diff.h"
#include "review/Follow.h"

#include <QTest>

#include <chrono>
#include <string>

using namespace countersign;
using namespace countersign::review;

namespace
{

const std::string before = "#include <login>\n"
                           "\n"
                           "bool check(const User &user)\n"
                           "{\n"
                           "    if (user.isBlocked())\n"
                           "        return false;\n"
                           "    const auto token = issueToken(user);\n"
                           "    store(token);\n"
                           "    return true;\n"
                           "}\n"
                           "\n"
                           "void logOut(User &user)\n"
                           "{\n"
                           "    user.token.clear();\n"
                           "}\n";

std::string replaced(std::string text, const std::string &what, const std::string &by)
{
    const auto at = text.find(what);
    if (at == std::string::npos)
        qFatal("no such text: %s", what.c_str());
    return text.replace(at, what.size(), by);
}

Anchor anchorAt(const std::string &text, LineRange lines)
{
    auto anchor = makeAnchor(Text(text), "login.cpp", Side::New, lines, Oid(), Oid());
    if (!anchor)
        qFatal("%s", anchor.error().what.english().c_str());
    return *anchor;
}

Place followed(const std::string &then, const std::string &now, LineRange lines, bool hasThen)
{
    const Text nowText(now);
    const FileRows rows = diff::diffTexts(Text(then), nowText);
    return follow(anchorAt(then, lines), LineIndex(nowText), hasThen ? &rows : nullptr);
}

std::string toText(const Place &place)
{
    return std::string(name(place.kind)) + " " + std::to_string(place.lines.first) + "-" + std::to_string(place.lines.last)
        + (place.kind == PlaceKind::Outdated ? " after " + std::to_string(place.nearest) : std::string());
}

} // namespace

class FollowTest : public QObject
{
    Q_OBJECT

private slots:
    void linesAreFoundAgain_data();
    void linesAreFoundAgain();
    void anchorsHaveTheirLimits();
    void quoteIsBoundedAndWhole();
    void lineEndsDoNotMatter();
    void linesMovedToAnotherFileAreFoundOnlyWhenTelling();
    void damagedAnchorIsOutdated();
    void hugeFileIsQuick();
};

void FollowTest::linesAreFoundAgain_data()
{
    QTest::addColumn<std::string>("then");
    QTest::addColumn<std::string>("now");
    QTest::addColumn<unsigned>("first");
    QTest::addColumn<unsigned>("last");
    QTest::addColumn<std::string>("withDiff"); // the older version is still there
    QTest::addColumn<std::string>("without");
    const auto row = [](const char *name, const std::string &now, LineRange lines, const char *withDiff, const char *without) {
        QTest::newRow(name) << before << now << lines.first << lines.last << std::string(withDiff) << std::string(without);
    };
    row("nothing changed", before, {7, 7}, "exact 7-7", "exact 7-7");
    row("lines came in above", replaced(before, "bool", "// checks\n// twice\nbool"), {7, 8}, "exact 9-10", "exact 9-10");
    row("lines went away above", replaced(before, "#include <login>\n\n", ""), {7, 7}, "exact 5-5", "exact 5-5");
    row("the line was edited", replaced(before, "issueToken(user)", "issueToken(user, seconds(60))"), {7, 7}, "context 7-7",
        "context 7-7");
    row("the line became two", replaced(before, "issueToken(user);", "std::optional<Token>();\n    token = issue(user);"), {7, 7},
        "context 7-8", "context 7-8");
    row("a line came in between", replaced(before, "    store(token);", "    audit(token);\n    store(token);"), {7, 8},
        "context 7-9", "context 7-9");
    row("the line and those around it were edited",
        replaced(replaced(replaced(before, "        return false;", "        return no;"), "issueToken(user);", "issueToken(u);"),
                 "store(token);", "keep(token);"),
        {7, 7}, "mapped 7-7", "outdated 0-0 after 6");
    row("the line was deleted", replaced(before, "    const auto token = issueToken(user);\n", ""), {7, 7},
        "outdated 0-0 after 6", "outdated 0-0 after 6");
    row("all was deleted", "", {7, 7}, "outdated 0-0 after 0", "outdated 0-0 after 0");
    row("the block moved down",
        replaced(replaced(before, "    const auto token = issueToken(user);\n    store(token);\n", ""),
                 "    user.token.clear();\n",
                 "    user.token.clear();\n    const auto token = issueToken(user);\n    store(token);\n"),
        {7, 8}, "exact 13-14", "exact 13-14");
    row("the block moved and was indented",
        replaced(replaced(before, "    const auto token = issueToken(user);\n    store(token);\n", ""),
                 "    user.token.clear();\n",
                 "    user.token.clear();\n        const auto token = issueToken(user);\n        store(token);\n"),
        {7, 8}, "mapped 13-14", "outdated 0-0 after 6");
    row("a line that says nothing was deleted", replaced(before, "    return true;\n}\n", "    return true;\n"), {10, 10},
        "outdated 0-0 after 9", "outdated 0-0 after 9");
    row("a line that says nothing stayed", "// new\n" + before, {10, 10}, "exact 11-11", "exact 11-11");

    // The same function twice: the comment stays with the one it was made on.
    const std::string twice = before + before;
    const auto both = [](const char *name, const std::string &then, const std::string &now, LineRange lines, const char *withDiff,
                         const char *without) {
        QTest::newRow(name) << then << now << lines.first << lines.last << std::string(withDiff) << std::string(without);
    };
    both("twin, lines came in above", twice, "// new\n" + twice, {22, 22}, "exact 23-23", "exact 23-23");
    both("twin, the commented one was deleted", twice,
         before + replaced(before, "    const auto token = issueToken(user);\n", ""), {22, 22}, "outdated 0-0 after 21",
         "exact 7-7"); // without the older version nothing tells the twins apart
}

void FollowTest::linesAreFoundAgain()
{
    QFETCH(std::string, then);
    QFETCH(std::string, now);
    QFETCH(unsigned, first);
    QFETCH(unsigned, last);
    QFETCH(std::string, withDiff);
    QFETCH(std::string, without);
    QCOMPARE(toText(followed(then, now, {first, last}, true)), withDiff);
    QCOMPARE(toText(followed(then, now, {first, last}, false)), without);
}

void FollowTest::anchorsHaveTheirLimits()
{
    const auto make = [](LineRange lines, const std::string &text) {
        return makeAnchor(Text(text), "a", Side::Old, lines, Oid(), Oid());
    };
    QCOMPARE(make({0, 0}, before).error().kind, ErrorKind::Usage);
    QCOMPARE(make({5, 4}, before).error().kind, ErrorKind::Usage);
    QCOMPARE(make({15, 16}, before).error().kind, ErrorKind::Usage);
    QCOMPARE(make({1, 1}, "").error().kind, ErrorKind::Usage);
    std::string many;
    for (LineNumber i = 0; i <= mostAnchorLines; ++i)
        many += "x\n";
    QVERIFY(make({1, mostAnchorLines}, many).has_value());
    QCOMPARE(make({1, mostAnchorLines + 1}, many).error().kind, ErrorKind::Usage);
    const auto top = make({1, 15}, before);
    QVERIFY(top && top->before.empty() && top->after.empty());
    QCOMPARE(digestsFromHex(digestsToHex(top->content)), top->content);
    QVERIFY(digestsFromHex("nonsense that is longer than one digest of a line").empty());
}

void FollowTest::quoteIsBoundedAndWhole()
{
    std::string text;
    for (int i = 0; i < 500; ++i)
        text += std::string(99, 'x') + "\n";
    const auto quote = anchorAt(text, {1, 500}).quote;
    QVERIFY(quote.size() <= 16 * 1024);
    QCOMPARE(quote.size() % 100, 99U);
    QCOMPARE(anchorAt(std::string(100'000, 'y'), {1, 1}).quote.size(), 16U * 1024);
}

void FollowTest::lineEndsDoNotMatter()
{
    std::string dos;
    for (const char c : before)
        dos += c == '\n' ? std::string("\r\n") : std::string(1, c);
    QCOMPARE(toText(followed(before, dos, {7, 8}, true)), "exact 7-8");
}

void FollowTest::linesMovedToAnotherFileAreFoundOnlyWhenTelling()
{
    const LineIndex other(Text("// token.cpp\n    const auto token = issueToken(user);\n    store(token);\n}\n"));
    QCOMPARE(findMoved(anchorAt(before, {7, 8}), other), (LineRange{2, 3}));
    QVERIFY(!findMoved(anchorAt(before, {10, 10}), other)); // a brace
    const LineIndex twice(Text("    const auto token = issueToken(user);\n    const auto token = issueToken(user);\n"));
    QVERIFY(!findMoved(anchorAt(before, {7, 7}), twice));
}

void FollowTest::damagedAnchorIsOutdated()
{
    Anchor anchor = anchorAt(before, {7, 8});
    anchor.content.pop_back();
    QCOMPARE(follow(anchor, LineIndex(Text(before)), nullptr).kind, PlaceKind::Outdated);
    QVERIFY(!findMoved(anchor, LineIndex(Text(before))));
}

void FollowTest::hugeFileIsQuick()
{
    std::string blank(200'000, '\n');
    std::string block(999, '\n');
    const Anchor anchor = anchorAt(block + "the end of it\n", {1, 1000});
    const auto start = std::chrono::steady_clock::now();
    QCOMPARE(follow(anchor, LineIndex(Text(blank)), nullptr).kind, PlaceKind::Outdated);
    QVERIFY(std::chrono::steady_clock::now() - start < std::chrono::seconds(30));
}

QTEST_GUILESS_MAIN(FollowTest)
#include "tst_follow.moc"
