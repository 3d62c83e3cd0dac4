// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/Diff.h"
#include "ui/diffview/DiffModel.h"
#include "ui/diffview/DisplayLine.h"

#include <QTest>

using namespace countersign;
using namespace countersign::ui;

namespace
{

std::shared_ptr<const FileChange> change(const std::string &before, const std::string &after)
{
    auto file = std::make_shared<FileChange>();
    file->delta.oldSide = {"a.py", Oid(), 0100644, 0};
    file->delta.newSide = {"a.py", Oid(), 0100644, 0};
    file->oldText = Text(before);
    file->newText = Text(after);
    file->rows = diff::diffTexts(file->oldText, file->newText);
    return file;
}

std::string numbered(int from, int to)
{
    std::string text;
    for (int i = from; i <= to; ++i)
        text += "line " + std::to_string(i) + "\n";
    return text;
}

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
    void addedLinesTellWhoWroteThem();
    void deceptiveCharactersAreShownAsEscapes();
    void columnsFollowBytesThroughTabsAndUmlauts();
    void veryLongLinesAreCutWithAMark();
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
    model.expand(0, 10);
    QCOMPARE(shape(model), QStringLiteral("10 rows, 77 hidden, 14 rows"));
    model.expand(10, 1000);
    QCOMPARE(shape(model), QStringLiteral("101 rows"));
}

void TestDiffModel::flaggedLinesAreNeverCollapsed()
{
    DiffModel model;
    model.setFile(change(numbered(1, 40), numbered(1, 40) + "new\n"), {finding(10)}, {});
    QCOMPARE(shape(model), QStringLiteral("9 hidden, 1 rows, card, 27 hidden, 4 rows"));
    QCOMPARE(model.itemOfFinding("f"), 2);
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

void TestDiffModel::veryLongLinesAreCutWithAMark()
{
    const auto line = displayLine(std::string(5'000'000, 'x'), 4);
    QVERIFY(line.isCut);
    QVERIFY(line.text.endsWith(QStringLiteral("…")));
    QVERIFY(line.text.size() < 30'000);
}

QTEST_GUILESS_MAIN(TestDiffModel)
#include "tst_diffmodel.moc"
