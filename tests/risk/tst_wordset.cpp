// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "risk/WordSet.h"

#include <QTest>

using namespace countersign::risk;

class WordSetTest : public QObject
{
    Q_OBJECT

private slots:
    void namesAreFound_data();
    void namesAreFound();
    void emptyTextHasNoWords();
};

void WordSetTest::namesAreFound_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<bool>("holds");
    QTest::newRow("whole word") << QByteArray("int save_all(int x);") << QByteArray("save_all") << true;
    QTest::newRow("part of a word") << QByteArray("int save_all(int x);") << QByteArray("save") << false;
    QTest::newRow("another case") << QByteArray("SaveAll()") << QByteArray("saveall") << false;
    QTest::newRow("several words") << QByteArray("app.time-out = 3") << QByteArray("app.time-out") << true;
    QTest::newRow("one of several") << QByteArray("app.time = 3") << QByteArray("app.time-out") << false;
    QTest::newRow("at the end") << QByteArray("x = last") << QByteArray("last") << true;
    QTest::newRow("beyond ASCII") << QByteArray("größe = 1") << QByteArray("größe") << true;
    QTest::newRow("bytes that are no text") << QByteArray("\0\xff\xfe a\0b", 8) << QByteArray("b") << true;
    QTest::newRow("nothing but signs") << QByteArray("a + b") << QByteArray("--") << true;
}

void WordSetTest::namesAreFound()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, name);
    const WordSet set(std::string_view(text.data(), static_cast<std::size_t>(text.size())));
    QCOMPARE(set.textBytes(), static_cast<std::size_t>(text.size()));
    QTEST(set.holds(WordSet::wordsOf(name.toStdString())), "holds");
}

void WordSetTest::emptyTextHasNoWords()
{
    QVERIFY(WordSet::wordsOf("").empty());
    QVERIFY(!WordSet("").holds(WordSet::wordsOf("a")));
}

QTEST_GUILESS_MAIN(WordSetTest)
#include "tst_wordset.moc"
