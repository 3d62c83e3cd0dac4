// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "RowCheck.h"
#include "TextPairs.h"

#include "diff/Diff.h"

#include <QTest>

using namespace countersign;

/// Properties that hold for any two texts, on awkward and on random ones. COUNTERSIGN_LONG=1 tries a hundred thousand.
class TestDiffProperties : public QObject
{
    Q_OBJECT

private slots:
    void hardPairsKeepEveryProperty_data();
    void hardPairsKeepEveryProperty();
    void randomPairsKeepEveryProperty();
    void smallBudgetKeepsEveryProperty();
    void checkFindsBrokenRows();

private:
    static std::string broken(const test::TextPair &pair, const diff::DiffOptions &options)
    {
        const Text oldText(pair.oldBytes);
        const Text newText(pair.newBytes);
        const FileRows rows = diff::diffTexts(oldText, newText, options);
        std::string why = test::brokenRowProperty(oldText, newText, rows);
        if (why.empty() && diff::diffTexts(newText, oldText, options) != test::mirrored(rows))
            why = "swapping the sides does not mirror the rows";
        return why.empty() ? why : pair.name + ": " + why;
    }
};

void TestDiffProperties::hardPairsKeepEveryProperty_data()
{
    QTest::addColumn<std::string>("oldBytes");
    QTest::addColumn<std::string>("newBytes");
    for (const test::TextPair &pair : test::awkwardPairs())
        QTest::newRow(pair.name.c_str()) << pair.oldBytes << pair.newBytes;
}

void TestDiffProperties::hardPairsKeepEveryProperty()
{
    QFETCH(std::string, oldBytes);
    QFETCH(std::string, newBytes);
    QCOMPARE(broken({"pair", oldBytes, newBytes}, {}), std::string());
    QCOMPARE(broken({"pair", oldBytes, newBytes}, {.intraline = false, .moves = false, .budget = 100}), std::string());
}

void TestDiffProperties::randomPairsKeepEveryProperty()
{
    const std::uint32_t pairs = qEnvironmentVariableIntValue("COUNTERSIGN_LONG") != 0 ? 100'000 : 4'000;
    for (std::uint32_t seed = 0; seed < pairs; ++seed)
        QCOMPARE(broken(test::randomPair(seed), {}), std::string());
}

void TestDiffProperties::smallBudgetKeepsEveryProperty()
{
    for (std::uint32_t seed = 0; seed < 1'000; ++seed)
        QCOMPARE(broken(test::randomPair(seed), {.budget = seed % 50}), std::string());
}

void TestDiffProperties::checkFindsBrokenRows()
{
    const Text oldText("one\ntwo\n");
    const Text newText("one\ntwo!\n");
    const FileRows good = diff::diffTexts(oldText, newText);
    QCOMPARE(test::brokenRowProperty(oldText, newText, good), std::string());
    FileRows bad = good;
    bad.rows.pop_back();
    QVERIFY(!test::brokenRowProperty(oldText, newText, bad).empty());
    bad = good;
    bad.rows[1].kind = RowKind::Equal;
    QVERIFY(!test::brokenRowProperty(oldText, newText, bad).empty());
    bad = good;
    bad.hunks[0].oldStart = 1;
    QVERIFY(!test::brokenRowProperty(oldText, newText, bad).empty());
    bad = good;
    bad.spans.back().end = 99;
    QVERIFY(!test::brokenRowProperty(oldText, newText, bad).empty());
}

QTEST_GUILESS_MAIN(TestDiffProperties)
#include "tst_diffproperties.moc"
