// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "RowCheck.h"
#include "TextPairs.h"
#include "WhitespaceRule.h"

#include "diff/Diff.h"

#include <QTest>

#include <map>

using namespace countersign;

/// Properties that hold for any two texts, on awkward and on random ones, in every whitespace mode.
/// COUNTERSIGN_LONG=1 tries 120,000 random pairs and the large awkward ones in all modes: about ten minutes in a debug build.
class TestDiffProperties : public QObject
{
    Q_OBJECT

private slots:
    void hardPairsKeepEveryProperty_data();
    void hardPairsKeepEveryProperty();
    void randomPairsKeepEveryProperty_data();
    void randomPairsKeepEveryProperty();
    void randomPairsHaveEveryKindOfRow();
    void smallBudgetKeepsEveryProperty();
    void checkFindsBrokenRows();

private:
    static constexpr std::uint32_t pairsInPart = 1'000;

    static std::uint32_t expectedHidden(const Text &oldText, const Text &newText, const FileRows &rows,
                                        const diff::DiffOptions &options)
    {
        if (options.isExact())
            return 0;
        return test::hiddenHunks(
            diff::diffTexts(oldText, newText, {.intraline = false, .moves = options.moves, .budget = options.budget}), rows);
    }

    static std::string broken(const test::TextPair &pair, const diff::DiffOptions &options)
    {
        const Text oldText(pair.oldBytes);
        const Text newText(pair.newBytes);
        const FileRows rows = diff::diffTexts(oldText, newText, options);
        std::string why = test::brokenRowProperty(oldText, newText, rows, options);
        if (why.empty() && rows.hiddenHunks != expectedHidden(oldText, newText, rows, options))
            why = "hidden hunks are counted wrong";
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
    const bool isLong = qEnvironmentVariableIntValue("COUNTERSIGN_LONG") != 0;
    const bool isLarge = oldBytes.size() + newBytes.size() > 50'000;
    for (const test::WhitespaceMode &mode : test::whitespaceModes()) {
        if (isLarge && !isLong && !mode.options.isExact())
            continue;
        QCOMPARE(broken({mode.name, oldBytes, newBytes}, mode.options), std::string());
    }
    QCOMPARE(broken({"pair", oldBytes, newBytes}, {.intraline = false, .moves = false, .budget = 100}), std::string());
}

void TestDiffProperties::randomPairsKeepEveryProperty_data()
{
    QTest::addColumn<std::uint32_t>("firstSeed");
    const std::uint32_t parts = qEnvironmentVariableIntValue("COUNTERSIGN_LONG") != 0 ? 120 : 3;
    for (std::uint32_t part = 0; part < parts; ++part)
        QTest::addRow("from %u", part * pairsInPart) << part * pairsInPart;
}

void TestDiffProperties::randomPairsKeepEveryProperty()
{
    QFETCH(std::uint32_t, firstSeed);
    const std::vector<test::WhitespaceMode> modes = test::whitespaceModes();
    for (std::uint32_t seed = firstSeed; seed < firstSeed + pairsInPart; ++seed) {
        const test::TextPair pair = test::randomPair(seed);
        // Every mode on every eighth pair; exact and one of the others on the rest.
        for (std::size_t i = 0; i < modes.size(); ++i) {
            if (seed % modes.size() == 0 || i == 0 || i == seed % modes.size())
                QCOMPARE(broken(pair, modes[i].options), std::string());
        }
    }
}

/// Else the properties of moved blocks would be tried on nothing.
void TestDiffProperties::randomPairsHaveEveryKindOfRow()
{
    std::map<RowKind, int> kinds;
    int edited = 0;
    for (std::uint32_t seed = 0; seed < pairsInPart; ++seed) {
        const test::TextPair pair = test::randomPair(seed);
        for (const Row &row : diff::diffTexts(Text(pair.oldBytes), Text(pair.newBytes)).rows) {
            ++kinds[row.kind];
            edited += row.move != 0 && row.kind != RowKind::MovedFrom && row.kind != RowKind::MovedTo ? 1 : 0;
        }
    }
    QCOMPARE(kinds.size(), 6U);
    QVERIFY(kinds[RowKind::MovedFrom] > 100);
    QVERIFY(edited > 20);
}

void TestDiffProperties::smallBudgetKeepsEveryProperty()
{
    const std::vector<test::WhitespaceMode> modes = test::whitespaceModes();
    for (std::uint32_t seed = 0; seed < 1'000; ++seed) {
        diff::DiffOptions options = modes[seed % modes.size()].options;
        options.budget = seed % 50;
        QCOMPARE(broken(test::randomPair(seed), options), std::string());
    }
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
