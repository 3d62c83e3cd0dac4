// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/Diff.h"
#include "diff/HunkKey.h"

#include <QTest>

#include <set>

using namespace countersign;

namespace
{

FileChange change(const std::string &oldBytes, const std::string &newBytes, const std::string &path = "src/a.cpp")
{
    FileChange file;
    file.delta.oldSide = {.path = path, .blob = {}, .mode = 0100644, .size = 0};
    file.delta.newSide = file.delta.oldSide;
    file.oldText = Text(oldBytes);
    file.newText = Text(newBytes);
    file.rows = diff::diffTexts(file.oldText, file.newText);
    return file;
}

} // namespace

class TestHunkKey : public QObject
{
    Q_OBJECT

private slots:
    void keyIsSixtyFourHexadecimalDigits()
    {
        const std::string key = diff::hunkKey(change("a\n", "b\n"), 0);
        QCOMPARE(key.size(), 64U);
        QCOMPARE(key.find_first_not_of("0123456789abcdef"), std::string::npos);
    }

    void rebaseKeepsTheKey()
    {
        const FileChange before = change("x\na\ny\n", "x\nb\ny\n");
        const FileChange after = change("new\nlines\nabove\nx\na\ny\n", "new\nlines\nabove\nx\nb\ny\n");
        QCOMPARE(diff::hunkKey(before, 0), diff::hunkKey(after, 0));
    }

    void editInsideChangesTheKey()
    {
        const std::string key = diff::hunkKey(change("a\n", "b\n"), 0);
        QVERIFY(key != diff::hunkKey(change("a\n", "c\n"), 0));
        QVERIFY(key != diff::hunkKey(change("a\n", "b"), 0));
        QVERIFY(key != diff::hunkKey(change("a\n", "b\n\n"), 0));
        QVERIFY(key != diff::hunkKey(change("", "b\n"), 0));
    }

    void pathIsPartOfTheKey()
    {
        QVERIFY(diff::hunkKey(change("a\n", "b\n", "a"), 0) != diff::hunkKey(change("a\n", "b\n", "b"), 0));
    }

    void removedAndAddedAreToldApart() { QVERIFY(diff::hunkKey(change("a\n", ""), 0) != diff::hunkKey(change("", "a\n"), 0)); }

    void sameContentTwiceHasTwoKeys()
    {
        const FileChange file = change("1\na\n2\na\n3\n", "1\nb\n2\nb\n3\n");
        QCOMPARE(file.rows.hunks.size(), 2U);
        QVERIFY(diff::hunkKey(file, 0) != diff::hunkKey(file, 1));
    }

    void allKeysAtOnceAreTheSameKeys()
    {
        const FileChange file = change("1\na\n2\na\n3\nc\n4\n", "1\nb\n2\nb\n3\nd\n4\n");
        const std::vector<std::string> keys = diff::hunkKeys(file);
        QCOMPARE(keys.size(), 3U);
        for (std::size_t i = 0; i < keys.size(); ++i)
            QCOMPARE(keys[i], diff::hunkKey(file, i));
        QCOMPARE(std::set<std::string>(keys.begin(), keys.end()).size(), 3U);
    }
};

QTEST_GUILESS_MAIN(TestHunkKey)
#include "tst_hunkkey.moc"
