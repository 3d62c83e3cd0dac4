// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "FilePairs.h"

#include "diff/Search.h"
#include "ui/diffview/DiffModel.h"
#include "ui/diffview/DisplayLine.h"

#include <QTest>

using namespace countersign;
using namespace countersign::ui;
using test::change;
using test::numbered;

namespace
{

Finding finding(LineNumber line)
{
    Finding one;
    one.id = "f";
    one.rule = "DST-03";
    one.startLine = one.endLine = line;
    one.title = Message("Guard removed");
    return one;
}

/// "4 collapsed, 7 rows, …": what stands where, for reading.
QString shape(const DiffModel &model)
{
    QStringList parts;
    for (const auto &item : model.items()) {
        switch (item.kind) {
        case DiffModel::Kind::Code:
            parts << QStringLiteral("row");
            break;
        case DiffModel::Kind::Collapsed:
            parts << QStringLiteral("%1 hidden").arg(item.count);
            break;
        case DiffModel::Kind::Card:
            parts << QStringLiteral("card");
            break;
        case DiffModel::Kind::Comment:
            parts << QStringLiteral("comment");
            break;
        case DiffModel::Kind::Note:
            parts << QStringLiteral("note");
            break;
        }
    }
    QStringList out;
    for (int i = 0; i < parts.size();) {
        int n = 1;
        while (i + n < parts.size() && parts[i + n] == parts[i])
            ++n;
        out << (parts[i] == QLatin1String("row") ? QStringLiteral("%1 rows").arg(n) : parts[i]);
        i += n;
    }
    return out.join(QStringLiteral(", "));
}

} // namespace

class TestDiffModel : public QObject
{
    Q_OBJECT
private slots:
    void contextIsCollapsedAroundHunks();
    void expandingShowsTenMoreAtBothEnds();
    void flaggedLinesAreNeverCollapsed();
    void navigationFindsHunksAndCards();
    void generatedFileIsFoldedUntilItIsAskedFor();
    void addedLinesTellWhoWroteThem();
    void deceptiveCharactersAreShownAsEscapes();
    void columnsFollowBytesThroughTabsAndUmlauts();
    void veryLongLinesAreCutIntoStretches();
    void stretchesNeverPartACharacter();
    void commentsStandUnderTheirLine();
    void unifiedShowsWhatWasBeforeWhatIs();
    void fileWithOneSideHasOnePane();
    void movedBlockLeadsToItsOtherEnd();
    void searchFindsOnBothSides();
    void hostilePatternIsLinearAndWrongOneIsRefused();
};

void TestDiffModel::contextIsCollapsedAroundHunks()
{
    DiffModel model;
    model.setFile(change(numbered(1, 40), numbered(1, 19) + "new\n" + numbered(20, 40)), {}, {});
    QCOMPARE(shape(model), QStringLiteral("16 hidden, 7 rows, 18 hidden"));
}

void TestDiffModel::expandingShowsTenMoreAtBothEnds()
{
    DiffModel model;
    model.setFile(change(numbered(1, 100), numbered(1, 100) + "new\n"), {}, {});
    QCOMPARE(shape(model), QStringLiteral("97 hidden, 4 rows"));
    model.expand(0, 10, 10);
    QCOMPARE(shape(model), QStringLiteral("10 rows, 77 hidden, 14 rows"));
    model.expand(10, 1000, 1000);
    QCOMPARE(shape(model), QStringLiteral("101 rows"));
}

void TestDiffModel::flaggedLinesAreNeverCollapsed()
{
    DiffModel model;
    model.setFile(change(numbered(1, 40), numbered(1, 40) + "new\n"), {finding(10)}, {});
    QCOMPARE(shape(model), QStringLiteral("9 hidden, 1 rows, card, 27 hidden, 4 rows"));
    QCOMPARE(model.itemOfFinding("f"), 2);
}

void TestDiffModel::generatedFileIsFoldedUntilItIsAskedFor()
{
    auto file =
        std::make_shared<FileChange>(*change(numbered(1, 40), numbered(1, 10) + "x = 1\n" + numbered(12, 40) + "y = 2\n"));
    file->fileClass = FileClass::LockFile;
    Finding finding;
    finding.id = "f";
    finding.startLine = finding.endLine = 41;
    DiffModel model;
    model.setFile(file, {}, {});
    QVERIFY(model.isFolded());
    QCOMPARE(model.items().size(), 1U);
    QVERIFY2(model.accessibleText(0).contains(QStringLiteral("41 line(s) folded, lock file")),
             qPrintable(model.accessibleText(0)));
    QCOMPARE(model.nextHunk(-1, 1), -1);
    model.setFile(file, {finding}, {}); // what a finding points at is shown all the same
    QVERIFY(model.isFolded());
    QVERIFY(model.nextHunk(-1, 1) > 0);
    QVERIFY(model.itemOfFinding("f") > 0);
    model.unfold();
    QVERIFY(!model.isFolded());
    const int first = model.nextHunk(-1, 1);
    QVERIFY(model.nextHunk(first, 1) > first);
    model.collapse();
    QVERIFY(model.isFolded());
}

void TestDiffModel::navigationFindsHunksAndCards()
{
    DiffModel model;
    model.setFile(change(numbered(1, 60), "first\n" + numbered(1, 60) + "last\n"), {finding(62)}, {});
    const int first = model.nextHunk(-1, 1);
    QCOMPARE(model.row(model.items()[static_cast<std::size_t>(first)]).right, LineNumber{1});
    const int second = model.nextHunk(first, 1);
    QCOMPARE(model.row(model.items()[static_cast<std::size_t>(second)]).right, LineNumber{62});
    QCOMPARE(model.nextHunk(second, 1), -1);
    QCOMPARE(model.nextHunk(second, -1), first);
    QCOMPARE(model.nextCard(-1, 1), second + 1);
}

void TestDiffModel::addedLinesTellWhoWroteThem()
{
    DiffModel model;
    ProvenanceRun run;
    run.lines = {2, 2};
    run.level = ProvenanceLevel::Asserted;
    run.isAi = true;
    model.setFile(change("a\n", "a\nb\nc\n"), {}, {run});
    QCOMPARE(model.accessibleText(1), QStringLiteral("line 2 added, AI-assisted: b"));
    QCOMPARE(model.accessibleText(2), QStringLiteral("line 3 added: c"));
}

void TestDiffModel::deceptiveCharactersAreShownAsEscapes()
{
    QCOMPARE(displayLine("a\u202Eb", 4).text, QStringLiteral("a\\u202Eb"));
    QCOMPARE(displayLine("x\x1b[31m", 4).text, QStringLiteral("x\\x1B[31m"));
    // Bytes that mean nothing never vanish, and a legacy encoding is read as what it is.
    QCOMPARE(displayLine("gr\xFC"
                         "n",
                         4)
                 .text,
             QStringLiteral("gr\\xFCn"));
    QCOMPARE(displayLine("gr\xFC"
                         "n",
                         4, 0, TextEncoding::Windows1252)
                 .text,
             QString::fromUtf8("gr\u00FCn"));
    QCOMPARE(displayLine("\x80", 4, 0, TextEncoding::Windows1252).text, QString::fromUtf8("\u20AC"));
}

void TestDiffModel::columnsFollowBytesThroughTabsAndUmlauts()
{
    const auto line = displayLine("\tgr\u00FCn", 4);
    QCOMPARE(line.text, QString::fromUtf8("    gr\u00FCn"));
    QCOMPARE(line.column(0), 0);
    QCOMPARE(line.column(1), 4);
    QCOMPARE(line.column(3), 6); // first byte of ü
    QCOMPARE(line.column(5), 7); // n
    QCOMPARE(line.column(6), 8); // end
    QCOMPARE(line.column(99), 8);
}

void TestDiffModel::veryLongLinesAreCutIntoStretches()
{
    const std::string line(5'000'000, 'x');
    const auto starts = lineStarts(line, 4, 4096);
    QCOMPARE(starts.size(), (line.size() + 4095) / 4096);
    QCOMPARE(stretchCount(line, 4, 4096), static_cast<std::uint32_t>(starts.size()));
    QCOMPARE(starts.back().byte, static_cast<std::uint32_t>((starts.size() - 1) * 4096));
    QCOMPARE(stretchCount("", 4, 80), 1U);
    QCOMPARE(stretchCount(std::string(80, 'x'), 4, 80), 1U);
    QCOMPARE(stretchCount(std::string(81, 'x'), 4, 80), 2U);
}

void TestDiffModel::stretchesNeverPartACharacter()
{
    // Tabs, wide characters, marks and an escape: put together again, the stretches are the line.
    std::string line;
    for (int i = 0; i < 50; ++i)
        line += "a\t\u4F60\u597De\u0301\u202E\xFF";
    for (const std::uint32_t cells : {20U, 21U, 33U, 80U}) {
        const auto starts = lineStarts(line, 4, cells);
        QVERIFY(starts.size() > 5);
        QString whole;
        for (std::size_t i = 0; i < starts.size(); ++i) {
            const std::size_t end = i + 1 < starts.size() ? starts[i + 1].byte : line.size();
            const auto part = displayLine(std::string_view(line).substr(starts[i].byte, end - starts[i].byte), 4, starts[i].cell);
            QVERIFY(!part.text.startsWith(QChar(0x301)));
            whole += part.text;
        }
        QCOMPARE(whole, displayLine(line, 4).text);
    }
}

void TestDiffModel::commentsStandUnderTheirLine()
{
    DiffModel model;
    model.setFile(change(numbered(1, 40), numbered(1, 40) + "new\n"), {}, {});
    QCOMPARE(shape(model), QStringLiteral("37 hidden, 4 rows"));
    model.setComments({{"c", Side::Old, 10, QStringLiteral("Ann"), {QStringLiteral("Why?")}, true}});
    QCOMPARE(shape(model), QStringLiteral("9 hidden, 1 rows, comment, 27 hidden, 4 rows"));
    QCOMPARE(model.accessibleText(2), QStringLiteral("comment, Ann: Why?"));
    QCOMPARE(model.nextComment(-1, 1), 2);
    QCOMPARE(model.nextComment(2, 1), -1);
}

void TestDiffModel::unifiedShowsWhatWasBeforeWhatIs()
{
    DiffModel model;
    model.setLayout(DiffLayout::Unified);
    model.setFile(change("a\nvalue = one\nother = one\nd\n", "a\nvalue = two\nother = two\nd\n"), {finding(2)}, {});
    QStringList seen;
    for (const auto &item : model.items()) {
        if (item.kind == DiffModel::Kind::Card)
            seen << QStringLiteral("card");
        else
            seen << QStringLiteral("%1/%2").arg(model.lineOf(item, Side::Old)).arg(model.lineOf(item, Side::New));
    }
    QCOMPARE(seen.join(QLatin1Char(' ')), QStringLiteral("1/1 2/0 3/0 0/2 card 0/3 4/4"));
    QCOMPARE(model.nextHunk(-1, 1), 1);
    QCOMPARE(model.nextHunk(1, 1), -1);
    QCOMPARE(model.itemOfRow(1, Side::New), 3);
    QCOMPARE(model.itemOfRow(1, Side::Old), 1);
}

void TestDiffModel::fileWithOneSideHasOnePane()
{
    DiffModel model;
    model.setFile(change("", "a\nb\n"), {}, {});
    QCOMPARE(model.layout(), DiffLayout::Single);
    model.setLayout(DiffLayout::Unified);
    QCOMPARE(model.layout(), DiffLayout::Single);
    model.setFile(change("a\n", "a\nb\n"), {}, {});
    QCOMPARE(model.layout(), DiffLayout::Unified);
}

void TestDiffModel::movedBlockLeadsToItsOtherEnd()
{
    const std::string block = "def settle(account, amount):\n    account.balance -= amount\n    ledger.append(account, amount)\n";
    DiffModel model;
    model.setFile(change(block + numbered(1, 20), numbered(1, 20) + block), {}, {});
    const int from = model.nextHunk(-1, 1);
    const auto &item = model.items()[static_cast<std::size_t>(from)];
    QCOMPARE(model.row(item).kind, RowKind::MovedFrom);
    const int to = model.otherEnd(item);
    QVERIFY(to > 0);
    const Row &there = model.file()->rows.rows[static_cast<std::size_t>(to)];
    QCOMPARE(there.kind, RowKind::MovedTo);
    QCOMPARE(there.right, LineNumber{21});
    DiffModel::Item back;
    back.index = static_cast<std::uint32_t>(to);
    QCOMPARE(model.otherEnd(back), static_cast<int>(item.index));
}

void TestDiffModel::searchFindsOnBothSides()
{
    const auto file = change("alpha beta\nsame alpha\ngone\n", "alpha gamma\nsame alpha\n");
    auto found = diff::search(*file, "ALPHA", {});
    QVERIFY(found);
    QCOMPARE(found->hits.size(), 3U); // both sides of the first line, the second one once
    QCOMPARE(found->hits[0], (diff::SearchHit{0, Side::Old, {0, 5}}));
    QCOMPARE(found->hits[1], (diff::SearchHit{0, Side::New, {0, 5}}));
    QCOMPARE(found->hits[2], (diff::SearchHit{1, Side::New, {5, 10}}));
    QVERIFY(diff::search(*file, "ALPHA", {.matchCase = true})->hits.empty());
    QCOMPARE(diff::search(*file, "g\\w+$", {.isPattern = true})->hits.size(), 2U);
    QCOMPARE(diff::search(*file, "g.", {})->hits.size(), 0U);
    QCOMPARE(diff::search(*file, "bet", {.wholeWords = true})->hits.size(), 0U);
    QCOMPARE(diff::search(*file, "x*", {.isPattern = true})->hits.size(), 0U); // nothing is no hit
}

void TestDiffModel::hostilePatternIsLinearAndWrongOneIsRefused()
{
    const auto file = change("", std::string(100'000, 'a') + "!\n");
    QVERIFY(diff::search(*file, "(a+)+$", {.isPattern = true})->hits.empty());
    QVERIFY(!diff::search(*file, "(", {.isPattern = true}));
    QVERIFY(!diff::search(*file, "", {}));
    QVERIFY(!diff::search(*file, "(?=a)", {.isPattern = true}));
}

QTEST_GUILESS_MAIN(TestDiffModel)
#include "tst_diffmodel.moc"
