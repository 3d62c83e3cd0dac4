// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/HexRows.h"

#include <QTest>

using namespace countersign::diff;
using namespace std::string_literals;

class TestHexRows : public QObject
{
    Q_OBJECT

private slots:
    void sameBytesHaveNoDifference()
    {
        const auto summary = hexSummary("0123456789abcdefXYZ", "0123456789abcdefXYZ");
        QCOMPARE(summary.rows.size(), 2U);
        QVERIFY(!summary.firstDifference);
        QCOMPARE(summary.differingBytes, 0U);
        QCOMPARE(summary.rows[1].offset, 16U);
        QCOMPARE(summary.rows[1].oldBytes, "XYZ"s);
        QCOMPARE(summary.rows[1].differing, 0);
    }

    void differingBytesAreMarked()
    {
        const auto summary = hexSummary("abcd", "abXdE");
        QCOMPARE(summary.firstDifference.value(), 2U);
        QCOMPARE(summary.differingBytes, 2U);
        QCOMPARE(summary.bytes, 5U);
        QCOMPARE(summary.rows.size(), 1U);
        QCOMPARE(summary.rows[0].differing, 0b10100);
    }

    void longerSideDiffersFromTheEndOn()
    {
        const std::string before(100, 'a');
        const auto summary = hexSummary(before, before + "b");
        QCOMPARE(summary.firstDifference.value(), 100U);
        QCOMPARE(summary.differingBytes, 1U);
        QCOMPARE(hexSummary({}, "abc").differingBytes, 3U);
        QVERIFY(hexSummary({}, {}).rows.empty());
    }

    void rowsAroundTheFirstDifferenceFollowTheHead()
    {
        std::string before(100'000, 'a');
        std::string after = before;
        after[50'000] = 'b';
        const auto summary = hexSummary(before, after);
        QCOMPARE(summary.rows.size(), 256U + 9U);
        QVERIFY(summary.rows[256].followsGap);
        QCOMPARE(summary.rows[256].offset, 50'000U / 16 * 16 - 64);
        QCOMPARE(summary.rows[260].differing, 1 << (50'000 % 16));
        QCOMPARE(std::ranges::count(summary.rows, true, &HexRow::followsGap), 1);
    }

    void rowsThatMeetTheHeadHaveNoGap()
    {
        std::string before(8000, 'a');
        std::string after = before;
        after[4096 + 16] = 'b';
        const auto summary = hexSummary(before, after);
        QCOMPARE(std::ranges::count(summary.rows, true, &HexRow::followsGap), 0);
        for (std::size_t i = 1; i < summary.rows.size(); ++i)
            QCOMPARE(summary.rows[i].offset, summary.rows[i - 1].offset + 16);
        after = before;
        after[10] = 'b';
        QCOMPARE(hexSummary(before, after).rows.size(), 256U);
    }

    void columnsArePlainAscii()
    {
        const auto summary = hexSummary("\x7F"
                                        "ELF\0\xFF"s,
                                        {});
        QCOMPARE(hexOffset(summary.rows[0]), "00000000"s);
        QCOMPARE(hexDigits(summary.rows[0].oldBytes).substr(0, 17), "7f 45 4c 46 00 ff"s);
        QCOMPARE(hexDigits(summary.rows[0].oldBytes).size(), hexDigits({}).size());
        QCOMPARE(hexCharacters(summary.rows[0].oldBytes), ".ELF.."s);
    }
};

QTEST_GUILESS_MAIN(TestHexRows)
#include "tst_hexrows.moc"
