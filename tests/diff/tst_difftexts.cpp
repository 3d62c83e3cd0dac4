// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "RowCheck.h"

#include "diff/Diff.h"

#include <QTest>

#include <random>

#include <algorithm>

using namespace countersign;

namespace
{

std::string rowsOf(const std::string &oldBytes, const std::string &newBytes, const diff::DiffOptions &options = {})
{
    const Text oldText(oldBytes);
    const Text newText(newBytes);
    return test::dump(oldText, newText, diff::diffTexts(oldText, newText, options));
}

bool has(const FileRows &rows, Degradation degradation)
{
    return (rows.degradations & static_cast<std::uint8_t>(degradation)) != 0;
}

std::string manyLines(int count, const std::string &prefix)
{
    std::string bytes;
    for (int i = 0; i < count; ++i)
        bytes += prefix + std::to_string(i) + "\n";
    return bytes;
}

} // namespace

class TestDiffTexts : public QObject
{
    Q_OBJECT

private:
    /// A block that stands above twelve lines and then, changed, below them.
    static FileRows movedDown(const std::string &before, const std::string &after)
    {
        const std::string rest = manyLines(12, "kept line ");
        return diff::diffTexts(Text(before + rest), Text(rest + after));
    }
    /// Kind and move number of every row in a hunk.
    static std::string movesOf(const FileRows &rows)
    {
        static constexpr std::string_view signs = "=~-+<>";
        std::string out;
        for (const Row &row : rows.rows) {
            if (row.hunk != 0)
                out += signs[static_cast<std::size_t>(row.kind)] + std::to_string(row.move) + " ";
        }
        return out;
    }

private slots:
    void equalTextsHaveNoHunk()
    {
        const FileRows rows = diff::diffTexts(Text("a\nb\n"), Text("a\nb\n"));
        QCOMPARE(rows.rows.size(), 2U);
        QVERIFY(rows.hunks.empty());
        QCOMPARE(rows.added + rows.removed, 0U);
        QCOMPARE(rows.degradations, std::uint8_t{0});
    }

    void emptyTextsHaveNoRows() { QVERIFY(diff::diffTexts(Text(), Text()).rows.empty()); }

    void changedWordIsASpan()
    {
        QCOMPARE(rowsOf("int old_name = 1;\n", "int new_name = 1;\n"),
                 std::string("~   1   1 h1 |int [old_name] = 1; |int [new_name] = 1;\n"));
    }

    void spansKeepGraphemesWhole()
    {
        QCOMPARE(rowsOf("+ e\xCC\x81 -\n", "+ e\xCC\x80 -\n"), std::string("~   1   1 h1 |+ [e\xCC\x81] - |+ [e\xCC\x80] -\n"));
        QCOMPARE(rowsOf("! \xF0\x9F\x91\x8D\xF0\x9F\x8F\xBB x\n", "! \xF0\x9F\x91\x8D\xF0\x9F\x8F\xBF x\n"),
                 std::string("~   1   1 h1 |! [\xF0\x9F\x91\x8D\xF0\x9F\x8F\xBB] x |! [\xF0\x9F\x91\x8D\xF0\x9F\x8F\xBF] x\n"));
    }

    void lineEndsAloneAreAChangeWithoutSpans()
    {
        QCOMPARE(rowsOf("a\r\n", "a\n"), std::string("~   1   1 h1 |a |a\n"));
        QCOMPARE(rowsOf("a", "a\n"), std::string("~   1   1 h1 |a |a\n"));
    }

    void fileWithNewLineEndsPairsEveryLine()
    {
        const std::string unix = manyLines(5'000, "line ");
        std::string dos;
        for (const char c : unix)
            dos += c == '\n' ? std::string("\r\n") : std::string(1, c);
        const FileRows rows = diff::diffTexts(Text(dos), Text(unix + "one more\n"));
        QCOMPARE(rows.rows.size(), 5'001U);
        QCOMPARE(std::ranges::count(rows.rows, RowKind::Changed, &Row::kind), 5'000);
    }

    void similarLinesArePairedAcrossAnInsertion()
    {
        QCOMPARE(rowsOf("alpha(one, two);\nbeta(three);\n", "alpha(one, 2);\nnothing like it\nbeta(3);\n"),
                 std::string("~   1   1 h1 |alpha(one, [two]); |alpha(one, [2]);\n"
                             "+   -   2 h1 |nothing like it\n"
                             "~   2   3 h1 |beta([three]); |beta([3]);\n"));
    }

    void linesWithNothingInCommonAreNotPaired()
    {
        QCOMPARE(
            rowsOf("alpha beta\ngamma delta\n", "one two\nthree four\nfive six\n"),
            std::string("-   1   - h1 |alpha beta\n-   2   - h1 |gamma delta\n+   -   1 h1 |one two\n+   -   2 h1 |three four\n"
                        "+   -   3 h1 |five six\n"));
    }

    void movedBlockKnowsItsOtherEnd()
    {
        const std::string block = "void moved_function()\n{\n    return;\n}\n";
        const std::string rest = "first line\nsecond line\nthird line\nfourth line\nfifth line\nsixth line\n";
        const Text oldText(block + rest);
        const Text newText(rest + block);
        const FileRows rows = diff::diffTexts(oldText, newText);
        QCOMPARE(std::ranges::count(rows.rows, RowKind::MovedFrom, &Row::kind), 4);
        QCOMPARE(std::ranges::count(rows.rows, RowKind::MovedTo, &Row::kind), 4);
        QCOMPARE(rows.rows.front().move, rows.rows.back().move);
    }

    void movedBlockMayChangeItsIndentation()
    {
        const std::string rest = manyLines(12, "kept line ");
        const FileRows rows = diff::diffTexts(Text("call_of_something_long();\nand_another();\n" + rest),
                                              Text(rest + "    call_of_something_long();\n    and_another();\n"));
        QCOMPARE(std::ranges::count(rows.rows, RowKind::MovedTo, &Row::kind), 2);
    }

    void unevenIndentationIsNoMove()
    {
        const std::string rest = manyLines(12, "kept line ");
        const FileRows rows =
            diff::diffTexts(Text("short_one();\nand_another();\n" + rest), Text(rest + "  short_one();\n    and_another();\n"));
        QCOMPARE(std::ranges::count(rows.rows, RowKind::MovedTo, &Row::kind), 0);
    }

    void smallBlockIsNoMove()
    {
        const std::string rest = manyLines(12, "kept line ");
        const FileRows rows = diff::diffTexts(Text("}\nelse\n" + rest), Text(rest + "}\nelse\n"));
        QCOMPARE(std::ranges::count(rows.rows, RowKind::MovedTo, &Row::kind), 0);
    }

    void indentedBlockIsChangedNotMoved()
    {
        QCOMPARE(rowsOf("call_of_something_long(argument);\n", "if (ready)\n    call_of_something_long(argument);\n"),
                 std::string("+   -   1 h1 |if (ready)\n~   1   2 h1 |call_of_something_long(argument); |[    "
                             "]call_of_something_long(argument);\n"));
    }

    void movedLineIsNotPairedAsChanged()
    {
        const std::string rest = manyLines(12, "kept line ");
        const FileRows rows =
            diff::diffTexts(Text("register_handler(first, with_options);\n" + rest),
                            Text("register_handler(other, with_options);\n" + rest + "register_handler(first, with_options);\n"));
        QCOMPARE(std::ranges::count(rows.rows, RowKind::Changed, &Row::kind), 0);
        QCOMPARE(std::ranges::count(rows.rows, RowKind::MovedTo, &Row::kind), 1);
    }

    void editedLineInsideAMovedBlockKeepsItsKindAndHasTheNumber()
    {
        const FileRows rows = movedDown("void charge(Account &account)\n{\n    check(account, limitOf(account));\n"
                                        "    account.withdraw(amount);\n    account.notifyOwner(today);\n}\n",
                                        "void charge(Account &account)\n{\n    check(account, limitOf(account));\n"
                                        "    account.withdraw(amount + fee);\n    account.notifyOwner(today);\n}\n");
        QCOMPARE(movesOf(rows), std::string("<1 <1 <1 -1 <1 <1 >1 >1 >1 +1 >1 >1 "));
    }

    void lineAddedOrDroppedInsideAMovedBlockHasItsNumber()
    {
        const std::string shorter = "first_of_the_moved(lines);\nsecond_of_the_moved(lines);\n"
                                    "third_of_the_moved(lines);\n";
        const std::string longer = "first_of_the_moved(lines);\nunseen(payload);\nsecond_of_the_moved(lines);\n"
                                   "third_of_the_moved(lines);\n";
        QCOMPARE(movesOf(movedDown(shorter, longer)), std::string("<1 <1 <1 >1 +1 >1 >1 "));
        QCOMPARE(movesOf(movedDown(longer, shorter)), std::string("<1 -1 <1 <1 >1 >1 >1 "));
    }

    void editedEndsOfAMovedBlockHaveItsNumber()
    {
        const FileRows rows =
            movedDown("def total(cart):\n    amount = sum(cart.items)\n    amount += shipping(cart)\n    return amount\n",
                      "def total(cart, user):\n    amount = sum(cart.items)\n    amount += shipping(cart)\n    return -amount\n");
        QCOMPARE(movesOf(rows), std::string("-1 <1 <1 -1 +1 >1 >1 +1 "));
    }

    void smallLinesOfAMovedBlockMovedToo()
    {
        const FileRows rows = movedDown("call_of_something_long(argument, other, third_argument);\nx = 1;\n}\n",
                                        "call_of_something_long(argument, other, third_argument);\nx = 2;\n}\n");
        QCOMPARE(movesOf(rows), std::string("<1 -1 <1 >1 +1 >1 "));
    }

    void blockOfWhichMoreWasEditedThanMovedIsNoBlock()
    {
        const FileRows rows =
            movedDown("first_of_the_moved(lines);\nan_old_statement_that_is(much, longer, than, both, of, the, moved, ones);\n"
                      "second_of_the_moved(lines);\n",
                      "first_of_the_moved(lines);\nwhat = stands[here] + now - is * quite / another % thing & altogether;\n"
                      "second_of_the_moved(lines);\n");
        QCOMPARE(movesOf(rows), std::string("<1 -0 <2 >1 +0 >2 "));
    }

    void linesUnlikeTheirCounterpartAreNoEndOfABlock()
    {
        const FileRows rows = movedDown("alpha(beta);\nfirst_of_the_moved(lines);\nsecond_of_the_moved(lines);\n",
                                        "nothing = 1;\nfirst_of_the_moved(lines);\nsecond_of_the_moved(lines);\n");
        QCOMPARE(movesOf(rows), std::string("-0 <1 <1 +0 >1 >1 "));
    }

    void movesAndSpansCanBeLeftOut()
    {
        const std::string rest = manyLines(12, "kept line ");
        const FileRows rows = diff::diffTexts(Text("register_handler(first, with_options);\nx = 1\n" + rest),
                                              Text("x = 2\n" + rest + "register_handler(first, with_options);\n"),
                                              {.intraline = false, .moves = false});
        QVERIFY(rows.spans.empty());
        QVERIFY(std::ranges::all_of(rows.rows, [](const Row &row) { return row.move == 0; }));
    }

    void insertedFunctionStandsWhole()
    {
        const std::string before = "void one()\n{\n    work();\n}\n\nvoid two()\n{\n    work();\n}\n";
        const std::string after =
            "void one()\n{\n    work();\n}\n\nvoid between()\n{\n    work();\n}\n\nvoid two()\n{\n    work();\n}\n";
        const FileRows rows = diff::diffTexts(Text(before), Text(after));
        QCOMPARE(rows.hunks.size(), 1U);
        QCOMPARE(rows.hunks[0].newStart, 6U);
        QCOMPARE(rows.hunks[0].newCount, 5U);
    }

    void hunkWithoutLinesStartsAtTheLineBefore()
    {
        const FileRows added = diff::diffTexts(Text("a\nb\n"), Text("a\nnew\nb\n"));
        QCOMPARE(added.hunks[0],
                 (Hunk{.firstRow = 1, .rowCount = 1, .oldStart = 1, .oldCount = 0, .newStart = 2, .newCount = 1}));
        const FileRows top = diff::diffTexts(Text("a\n"), Text("new\na\n"));
        QCOMPARE(top.hunks[0].oldStart, 0U);
    }

    void spentBudgetIsSaid()
    {
        std::string a;
        std::string b;
        for (unsigned i = 0; i < 4'000; ++i) {
            a += i * i % 7 < 3 ? "x\n" : "y\n";
            b += i * i % 11 < 6 ? "x\n" : "y\n";
        }
        QVERIFY(has(diff::diffTexts(Text(a), Text(b), {.budget = 20'000}), Degradation::CoarseAlignment));
        QVERIFY(!has(diff::diffTexts(Text(a), Text(b)), Degradation::CoarseAlignment));
    }

    void manyLinesOfFewKindsAreAlignedByTheirOrder()
    {
        std::mt19937 random(7);
        std::string a;
        std::string b;
        std::uint32_t edits = 0;
        for (unsigned i = 0; i < 20'000; ++i) {
            const std::string line = "line " + std::to_string(random() % 8) + "\n"; // none is unique
            a += line;
            if (i % 400 == 399) { // for this many the search for the shortest way has no budget
                b += "line 3\nline 3\nline 3\n";
                edits += 3;
            }
            b += line;
        }
        const FileRows rows = diff::diffTexts(Text(a), Text(b), {.moves = false, .budget = 20'000});
        QVERIFY(!has(rows, Degradation::CoarseAlignment));
        QCOMPARE(rows.added, edits);
        QCOMPARE(rows.removed, 0U);
    }

    void skippedLineIsSaid()
    {
        const std::string line(20U << 20U, 'x');
        QVERIFY(has(diff::diffTexts(Text(line + "\n"), Text(line + "y\n")), Degradation::NoIntraline));
        QVERIFY(!has(diff::diffTexts(Text("x\n"), Text("xy\n")), Degradation::NoIntraline));
    }

    void lineOfMegabytesIsMarkedWhereItDiffers()
    {
        std::string before;
        for (int i = 0; i < 100'000; ++i)
            before += "f(" + std::to_string(i) + ",'value');";
        std::string after = before;
        const std::size_t first = after.find("f(100,");
        after.replace(first, 1, "gg");
        const std::size_t last = after.find("f(99000,");
        after.replace(last, 1, "hhh");
        const FileRows rows = diff::diffTexts(Text(before + "\n"), Text(after + "\n"));
        QVERIFY(!has(rows, Degradation::NoIntraline));
        const auto at = [](std::size_t begin, std::size_t end) {
            return ByteSpan{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
        };
        const std::vector<ByteSpan> expected{at(first, first + 1), at(last - 1, last), at(first, first + 2), at(last, last + 3)};
        QCOMPARE(rows.spans, expected);
    }

    void stoppedDiffIsOneCoarseHunk()
    {
        std::stop_source source;
        source.request_stop();
        const Text oldText("a\nb\nc\nd\ne\n");
        const Text newText("a\nB\nc\nD\ne\n");
        const FileRows rows = diff::diffTexts(oldText, newText, {}, source.get_token());
        QCOMPARE(rows.hunks.size(), 1U);
        QVERIFY(has(rows, Degradation::CoarseAlignment));
        QCOMPARE(test::brokenRowProperty(oldText, newText, rows), std::string());
    }
};

QTEST_GUILESS_MAIN(TestDiffTexts)
#include "tst_difftexts.moc"
