// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/RepositoryBuilder.h"
#include "workbench/TreeFile.h"

#include <QTest>

#include <string>
#include <vector>

using namespace countersign;

/// A file as it stands in a tree, and where a name is first mentioned in it.
class TestTreeFile : public QObject
{
    Q_OBJECT
private slots:
    void everyLineStandsOnTheNewSideUnchanged();
    void binaryFileHasNoRows();
    void missingFileIsNamed();
    void firstMentionIsAWholeWord_data();
    void firstMentionIsAWholeWord();
};

namespace
{

Result<FileChange> read(const std::string &path)
{
    test::RepositoryBuilder builder(true);
    const Oid id =
        builder.commit({.files = {{"src/a.py", "one\ntwo\nthree\n"}, {"logo.bin", std::string("a\0b", 3)}, {"empty.txt", ""}}});
    const auto repository = git::Repository::open(builder.path());
    if (!repository)
        qFatal("no repository");
    return workbench::readTreeFile(*repository, repository->commit(id)->tree, path);
}

} // namespace

void TestTreeFile::everyLineStandsOnTheNewSideUnchanged()
{
    const auto file = read("src/a.py");
    QVERIFY(file);
    QCOMPARE(file->path(), std::string("src/a.py"));
    QCOMPARE(file->rows.rows.size(), std::size_t{3});
    for (std::size_t i = 0; i < 3; ++i) {
        QCOMPARE(file->rows.rows[i].kind, RowKind::Equal);
        QCOMPARE(file->rows.rows[i].left, noLine);
        QCOMPARE(file->rows.rows[i].right, static_cast<LineNumber>(i + 1));
    }
    QVERIFY(file->rows.hunks.empty());
    QCOMPARE(file->rows.added, 0U);
}

void TestTreeFile::binaryFileHasNoRows()
{
    const auto file = read("logo.bin");
    QVERIFY(file);
    QCOMPARE(file->delta.kind, FileKind::Binary);
    QVERIFY(file->rows.rows.empty());
}

void TestTreeFile::missingFileIsNamed()
{
    const auto file = read("src/b.py");
    QVERIFY(!file);
    QCOMPARE(file.error().where, std::string("src/b.py"));
}

void TestTreeFile::firstMentionIsAWholeWord_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<LineNumber>("line");
    QTest::newRow("second line") << QByteArray("a = 1\nb = total(a)\n") << QStringList{QStringLiteral("total")} << LineNumber{2};
    QTest::newRow("part of a word") << QByteArray("subtotal\ntotals\ntotal_cost\n") << QStringList{QStringLiteral("total")}
                                    << noLine;
    QTest::newRow("first name is preferred")
        << QByteArray("load\ntotal\n") << QStringList{QStringLiteral("total"), QStringLiteral("load")} << LineNumber{2};
    QTest::newRow("second name where the first is not there")
        << QByteArray("x\nload\n") << QStringList{QStringLiteral("total"), QStringLiteral("load")} << LineNumber{2};
    QTest::newRow("at the end, without line end")
        << QByteArray("x\ntotal") << QStringList{QStringLiteral("total")} << LineNumber{2};
    QTest::newRow("empty name") << QByteArray("x\n") << QStringList{QString()} << noLine;
    QTest::newRow("empty text") << QByteArray() << QStringList{QStringLiteral("total")} << noLine;
}

void TestTreeFile::firstMentionIsAWholeWord()
{
    QFETCH(QByteArray, text);
    QFETCH(QStringList, names);
    QFETCH(LineNumber, line);
    std::vector<std::string> list;
    for (const QString &name : names)
        list.push_back(name.toStdString());
    QCOMPARE(workbench::firstMention(Text(text.toStdString()), list), line);
}

QTEST_GUILESS_MAIN(TestTreeFile)
#include "tst_treefile.moc"
