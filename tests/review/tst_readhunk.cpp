// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/Diff.h"
#include "review/ReadHunk.h"

#include <QTest>

using namespace countersign;
using namespace countersign::review;

namespace
{

FileChange change(const std::string &oldText, const std::string &newText)
{
    FileChange file;
    file.delta.oldSide = {"a.txt", {}, 0100644, oldText.size()};
    file.delta.newSide = {"a.txt", {}, 0100644, newText.size()};
    file.oldText = Text(oldText);
    file.newText = Text(newText);
    file.rows = diff::diffTexts(file.oldText, file.newText);
    return file;
}

/// The new lines of @p after that count as read once all of @p before, or only @p rows of its first hunk, was.
std::vector<LineNumber> readLines(const FileChange &before, const FileChange &after, const RowSet &rows = RowSet::all())
{
    const std::vector files{before};
    const CoverageMap then(files, {});
    std::vector<ReadHunk> marks;
    for (std::size_t i = 0; i < then.files()[0].hunks.size(); ++i)
        marks.push_back(readHunk(before, i, then.files()[0].hunks[i].key, rows));
    const std::vector afterFiles{after};
    const CoverageMap now(afterFiles, {});
    std::vector<LineNumber> lines;
    for (const ReadHunk &carried : carryRead(after, now.files()[0].hunks, {}, marks)) {
        for (std::size_t i = 0; i < after.rows.hunks.size(); ++i) {
            const Hunk &hunk = after.rows.hunks[i];
            for (std::uint32_t row = 0; now.files()[0].hunks[i].key == carried.key && row < hunk.rowCount; ++row) {
                if (carried.rows.contains(row))
                    lines.push_back(after.rows.rows[hunk.firstRow + row].right);
            }
        }
    }
    return lines;
}

const std::string body =
    "int first_function(int value)\n{\n    return value + 1;\n}\n\nint second_function(int value)\n{\n    return "
    "value + 2;\n}\n";

} // namespace

class ReadHunkTest : public QObject
{
    Q_OBJECT

private slots:
    void onlyTheEditedLineIsUnreadAgain();
    void onlyWhatWasReadIsCarried();
    void repeatedLineIsNotReadTwice();
    void joinedHunksKeepTheirMarks();
    void trivialRowsAloneProveNothing();
    void otherOldLineIsAnotherChange();
    void enormousHunkIsReadAnew();
    void markedHunkIsLeftAlone();
};

void ReadHunkTest::onlyTheEditedLineIsUnreadAgain()
{
    std::string edited = body;
    edited.replace(edited.find("value + 2"), 9, "value - 2");
    QCOMPARE(readLines(change("", body), change("", edited)), (std::vector<LineNumber>{1, 2, 3, 4, 5, 6, 7, 9}));
}

void ReadHunkTest::onlyWhatWasReadIsCarried()
{
    std::string edited = "// a comment on top\n" + body;
    QCOMPARE(readLines(change("", body), change("", edited), RowSet::of(0, 2)), (std::vector<LineNumber>{2, 3, 4}));
}

void ReadHunkTest::repeatedLineIsNotReadTwice()
{
    const std::string before = "    connection.open(address);\n    payment.send(amount);\n    connection.close();\n";
    const std::string after = "    connection.open(address);\n    payment.send(amount);\n    payment.send(amount);\n    "
                              "connection.close();\n";
    const auto read = readLines(change("", before), change("", after));
    QCOMPARE(read.size(), 3U);
    QVERIFY(std::ranges::count(read, LineNumber{2}) + std::ranges::count(read, LineNumber{3}) == 1);
}

void ReadHunkTest::joinedHunksKeepTheirMarks()
{
    const std::string top = "one line that stays as it is\n";
    const std::string first = "an added line with enough letters\n";
    const std::string second = "another added line with enough letters\n";
    const auto before = change(top, first + top + second);
    const auto after = change("", first + second);
    QCOMPARE(before.rows.hunks.size(), 2U);
    QCOMPARE(readLines(before, after), (std::vector<LineNumber>{1, 2}));
}

void ReadHunkTest::trivialRowsAloneProveNothing()
{
    QVERIFY(readLines(change("", "}\n\n{\nsomething that was there before\n"),
                      change("", "}\n\n{\nall new and never read by anybody\n"))
                .empty());
}

void ReadHunkTest::otherOldLineIsAnotherChange()
{
    const std::string now = "const int limit_of_requests = 100;\n";
    QVERIFY(readLines(change("const int limit_of_requests = 90;\n", now), change("const int limit_of_requests = 10;\n", now))
                .empty());
}

void ReadHunkTest::enormousHunkIsReadAnew()
{
    std::string text;
    for (std::uint32_t i = 0; i <= mostFollowedRows; ++i)
        text += "a generated line with number " + std::to_string(i) + "\n";
    const auto before = change("", text);
    QVERIFY(readHunk(before, 0, "key", RowSet::all()).digests.empty());
    QVERIFY(readLines(before, change("", text + "one more\n")).empty());
}

void ReadHunkTest::markedHunkIsLeftAlone()
{
    const auto file = change("", body);
    const std::vector files{file};
    const CoverageMap map(files, {});
    const auto &hunks = map.files()[0].hunks;
    const ReadHunk before = readHunk(file, 0, "an older key", RowSet::all());
    QCOMPARE(carryRead(file, hunks, {}, std::span(&before, 1)).size(), 1U);
    QVERIFY(carryRead(file, hunks, {{hunks[0].key, RowSet()}}, std::span(&before, 1)).empty()); // taken back by hand
}

QTEST_GUILESS_MAIN(ReadHunkTest)
#include "tst_readhunk.moc"
