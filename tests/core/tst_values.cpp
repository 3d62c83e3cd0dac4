// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/Band.h"
#include "core/Clock.h"
#include "core/Finding.h"
#include "core/Hex.h"
#include "core/Message.h"
#include "core/Oid.h"
#include "core/SafeText.h"
#include "core/Sha256.h"
#include "core/Text.h"

#include <QTest>

#include <random>
#include <string>
#include <vector>

using namespace countersign;

class TestValues : public QObject
{
    Q_OBJECT
private slots:
    void textKnowsItsLines();
    void linesAreFoundHoweverLongTheyAre();
    void oidTakesExactlyFortyDigits();
    void sha256MatchesThePublishedVectors();
    void messageFillsItsPlaces();
    void safeTextLeavesNothingDeceptive_data();
    void safeTextLeavesNothingDeceptive();
    void safeTextIsCutWithAMark();
    void timesAreTakenInOneFormOnly();
    void findingIdSurvivesIndentationAndTellsTwinsApart();
    void bandsAreOrdered();
};

void TestValues::textKnowsItsLines()
{
    const Text empty;
    QCOMPARE(empty.lineCount(), LineNumber{0});
    const Text text("one\r\ntwo\n\nlast");
    QCOMPARE(text.lineCount(), LineNumber{4});
    QCOMPARE(text.line(1), std::string_view("one"));
    QCOMPARE(text.rawLine(1), std::string_view("one\r\n"));
    QCOMPARE(text.line(3), std::string_view(""));
    QCOMPARE(text.line(4), std::string_view("last"));
    QCOMPARE(text.lineAt(0), LineNumber{1});
    QCOMPARE(text.lineAt(5), LineNumber{2});
    QCOMPARE(text.lineAt(13), LineNumber{4});
    QVERIFY(!text.endsWithNewline());
    std::string joined;
    for (LineNumber line = 1; line <= text.lineCount(); ++line)
        joined += text.rawLine(line);
    QCOMPARE(joined, std::string(text.bytes()));
}

void TestValues::linesAreFoundHoweverLongTheyAre()
{
    std::minstd_rand random(20261122);
    for (std::size_t size = 0; size < 400; ++size) {
        for (const unsigned oneIn : {1U, 2U, 9U, 40U, 500U}) {
            std::string bytes(size, 'x');
            std::vector<std::size_t> starts;
            bool isFirst = true;
            for (std::size_t at = 0; at < size; ++at) {
                if (isFirst)
                    starts.push_back(at);
                // LF and bytes that differ from it in one bit
                bytes[at] = random() % oneIn == 0 ? '\n' : "x\x0B\x8A\r\x02"[random() % 5];
                isFirst = bytes[at] == '\n';
            }
            const Text text(bytes);
            std::vector<std::size_t> found;
            for (LineNumber line = 1; line <= text.lineCount(); ++line)
                found.push_back(text.lineStart(line));
            QCOMPARE(found, starts);
        }
    }
}

void TestValues::oidTakesExactlyFortyDigits()
{
    const std::string hex(40, 'a');
    QCOMPARE(Oid::fromHex(hex)->hex(), hex);
    QCOMPARE(Oid::fromHex(std::string(40, 'A'))->hex(), hex);
    QVERIFY(!Oid::fromHex(std::string(39, 'a')));
    QVERIFY(!Oid::fromHex(std::string(39, 'a') + "g"));
    QVERIFY(Oid().isNull());
    QVERIFY(!bytesFromHex("abc"));
}

void TestValues::sha256MatchesThePublishedVectors()
{
    // FIPS 180-4 examples
    QCOMPARE(sha256Hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    QCOMPARE(sha256Hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    Sha256 pieces;
    pieces.add("a");
    pieces.add("bc");
    QCOMPARE(toHex(pieces.finish()), sha256Hex("abc"));
}

void TestValues::messageFillsItsPlaces()
{
    QCOMPARE(Message("%1 of %2", {"one", "%1"}).english(), "one of %1");
    QCOMPARE(Message("100 % of %1 and %2", {"x"}).english(), "100 % of x and %2");
}

void TestValues::safeTextLeavesNothingDeceptive_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("plain") << QByteArray("Grüße") << QByteArray("Grüße");
    QTest::newRow("bidi") << QByteArray("a\u202Eb") << QByteArray("a\\u202Eb");
    QTest::newRow("escape sequence") << QByteArray("\x1B[31m") << QByteArray("\\x1B[31m");
    QTest::newRow("zero width") << QByteArray("a\u200Bb") << QByteArray("a\\u200Bb");
    QTest::newRow("tag") << QByteArray("\U000E0041") << QByteArray("\\u{E0041}");
    QTest::newRow("last plane") << QByteArray("\U0010FFFF") << QByteArray("\\u{10FFFF}");
    QTest::newRow("line end") << QByteArray("a\nb") << QByteArray("a⏎b");
    QTest::newRow("invalid") << QByteArray("\xFF\xFE") << QByteArray("��");
    QTest::newRow("overlong") << QByteArray("\xC0\xAF") << QByteArray("��");
    QTest::newRow("surrogate") << QByteArray("\xED\xA0\x80") << QByteArray("���");
    QTest::newRow("cut sequence") << QByteArray("a\xE2\x82") << QByteArray("a��");
}

void TestValues::safeTextLeavesNothingDeceptive()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, expected);
    QCOMPARE(QByteArray::fromStdString(safeText(bytes.toStdString())), expected);
}

void TestValues::safeTextIsCutWithAMark()
{
    QCOMPARE(safeText("abcdef", 3), "abc…");
    QCOMPARE(safeText("abc", 3), "abc");
}

void TestValues::timesAreTakenInOneFormOnly()
{
    QCOMPARE(formatUtc(1767225600), "2026-01-01T00:00:00Z");
    QCOMPARE(*parseUtc("2026-11-21T00:03:07Z"), 1795219387);
    for (const char *wrong : {"2026-11-21T00:03:07", "2026-11-21 00:03:07Z", "2026-13-01T00:00:00Z", "2026-02-30T00:00:00Z",
                              "2026-11-21T24:00:00Z", "2026-11-21T00:03:07+00:00", ""})
        QVERIFY2(!parseUtc(wrong), wrong);
}

void TestValues::findingIdSurvivesIndentationAndTellsTwinsApart()
{
    const auto id = findingId("DB-01", "a.sql", Side::New, "DROP TABLE x;", 0);
    QCOMPARE(id.size(), std::size_t{16});
    QCOMPARE(findingId("DB-01", "a.sql", Side::New, "  DROP\tTABLE x;\n", 0), id);
    QVERIFY(findingId("DB-01", "a.sql", Side::New, "DROP TABLE x;", 1) != id);
    QVERIFY(findingId("DB-01", "b.sql", Side::New, "DROP TABLE x;", 0) != id);
    QVERIFY(findingId("DB-01", "a.sql", Side::Old, "DROP TABLE x;", 0) != id);
}

void TestValues::bandsAreOrdered()
{
    QCOMPARE(bandOf(Severity::Info), Band::Low);
    QCOMPARE(bandOf(Severity::Medium), Band::Moderate);
    QCOMPARE(bandOf(Severity::Critical), Band::Critical);
    QVERIFY(Band::High > Band::Moderate);
    QCOMPARE(*bandFromName("moderate"), Band::Moderate);
    QVERIFY(!bandFromName("Moderate"));
}

QTEST_GUILESS_MAIN(TestValues)
#include "tst_values.moc"
