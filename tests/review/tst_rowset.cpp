// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/RowSet.h"

#include <QTest>

#include <random>
#include <set>

using countersign::review::RowSet;

class RowSetTest : public QObject
{
    Q_OBJECT

private slots:
    void textIsReadBack_data();
    void textIsReadBack();
    void brokenTextIsRefused_data();
    void brokenTextIsRefused();
    void wholeStaysWholeUntilSomethingIsTaken();
    void agreesWithAPlainSet();
};

void RowSetTest::textIsReadBack_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"", "all", "0-0", "0-4,9-9", "7-", "0-1,3-5,8-"})
        QTest::newRow(*text ? text : "none") << QString::fromLatin1(text);
}

void RowSetTest::textIsReadBack()
{
    QFETCH(QString, text);
    const auto rows = RowSet::parse(text.toStdString());
    QVERIFY(rows.has_value());
    QCOMPARE(QString::fromStdString(rows->text()), text);
}

void RowSetTest::brokenTextIsRefused_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text :
         {"al", "-", "5", "5-3", "0-1,", "3-4,1-2", "0-1,2-3", "1-2;4-5", "0-99999999999", "0-4294967295", "-1-2", "0-,3-4"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void RowSetTest::brokenTextIsRefused()
{
    QFETCH(QString, text);
    QVERIFY(!RowSet::parse(text.toStdString()));
}

void RowSetTest::wholeStaysWholeUntilSomethingIsTaken()
{
    RowSet rows = RowSet::all();
    rows.add(RowSet::of(3, 5));
    QCOMPARE(rows, RowSet::all());
    QVERIFY(rows.covers(1'000'000) && rows.contains(999'999));
    rows.remove(RowSet::of(3, 5));
    QCOMPARE(rows.text(), std::string("0-2,6-"));
    QVERIFY(rows.covers(3) && !rows.covers(4) && !rows.contains(4) && rows.contains(6));
    QCOMPARE(rows.count(8), 5U);
    rows.remove(RowSet::all());
    QVERIFY(rows.isEmpty() && rows.covers(0) && !rows.covers(1));
}

void RowSetTest::agreesWithAPlainSet()
{
    std::mt19937 random(7);
    for (int round = 0; round < 300; ++round) {
        RowSet rows;
        std::set<std::uint32_t> plain;
        for (int step = 0; step < 12; ++step) {
            const auto first = static_cast<std::uint32_t>(random() % 30);
            const auto last = first + static_cast<std::uint32_t>(random() % 6);
            const bool adds = random() % 3 != 0;
            if (adds)
                rows.add(RowSet::of(first, last));
            else
                rows.remove(RowSet::of(first, last));
            for (std::uint32_t row = first; row <= last; ++row) {
                if (adds)
                    plain.insert(row);
                else
                    plain.erase(row);
            }
            for (std::uint32_t row = 0; row < 40; ++row)
                QCOMPARE(rows.contains(row), plain.contains(row));
            QCOMPARE(rows.count(40), plain.size());
            QCOMPARE(RowSet::parse(rows.text()), std::optional(rows));
        }
    }
}

QTEST_GUILESS_MAIN(RowSetTest)
#include "tst_rowset.moc"
