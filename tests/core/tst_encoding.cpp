// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ContentFacts.h"
#include "core/TextEncoding.h"

#include <QStringConverter>
#include <QTest>

#include <random>

using namespace countersign;

Q_DECLARE_METATYPE(countersign::TextEncoding)

namespace
{

const QString sentence = QStringLiteral("Grüße an alle,\nzwei Zeilen 𝄞 Noten\n");

QByteArray encoded(const QString &text, QStringConverter::Encoding encoding, bool hasMark)
{
    QStringEncoder encoder(encoding, hasMark ? QStringConverter::Flag::WriteBom : QStringConverter::Flag::Default);
    return encoder(text);
}

std::string_view view(const QByteArray &bytes)
{
    return {bytes.data(), static_cast<std::size_t>(bytes.size())};
}

} // namespace

class TestEncoding : public QObject
{
    Q_OBJECT

private slots:
    void encodingIsFound_data()
    {
        using Q = QStringConverter;
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<TextEncoding>("expected");
        QTest::newRow("empty") << QByteArray() << TextEncoding::Ascii;
        QTest::newRow("ascii") << QByteArray("plain words, forty of them or less\n") << TextEncoding::Ascii;
        QTest::newRow("utf-8") << sentence.toUtf8() << TextEncoding::Utf8;
        QTest::newRow("utf-8 with mark") << encoded(sentence, Q::Utf8, true) << TextEncoding::Utf8;
        QTest::newRow("utf-8 with one broken byte") << QByteArray("Größe, Länge\n\xFF\n") << TextEncoding::Utf8;
        QTest::newRow("utf-16le with mark") << encoded(sentence, Q::Utf16LE, true) << TextEncoding::Utf16Le;
        QTest::newRow("utf-16be with mark") << encoded(sentence, Q::Utf16BE, true) << TextEncoding::Utf16Be;
        QTest::newRow("utf-16le without mark") << encoded(sentence, Q::Utf16LE, false) << TextEncoding::Utf16Le;
        QTest::newRow("utf-16be without mark") << encoded(sentence, Q::Utf16BE, false) << TextEncoding::Utf16Be;
        QTest::newRow("utf-32le with mark") << encoded(sentence, Q::Utf32LE, true) << TextEncoding::Utf32Le;
        QTest::newRow("utf-32be with mark") << encoded(sentence, Q::Utf32BE, true) << TextEncoding::Utf32Be;
        QTest::newRow("chinese utf-16 with mark") << encoded(QStringLiteral("文字\n"), Q::Utf16LE, true) << TextEncoding::Utf16Le;
        QTest::newRow("iso-8859-1") << sentence.left(14).toLatin1() << TextEncoding::Latin1;
        QTest::newRow("windows-1252") << QByteArray("5 \x80 only\n") << TextEncoding::Windows1252;
    }

    void encodingIsFound()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(TextEncoding, expected);
        QCOMPARE(detectEncoding(view(bytes)), expected);
    }

    void dataIsNotTakenForUtf16()
    {
        using namespace std::string_view_literals;
        for (const auto data : {"\xFF\xFE\0\0\1\0\0\1"sv, "\xFF\xFEodd"sv, "\0\1\0\2\0\3\0\4\0\5\0\6\0\7\0\10\0\11"sv,
                                "ELF\0\1\2\3\4\5\6\7\10\11\12\13\14\15\16\17\20"sv})
            QVERIFY(!detectWideEncoding(data));
        std::mt19937 random(3);
        for (int round = 0; round < 200; ++round) {
            std::string bytes(64, '\0');
            for (char &c : bytes)
                c = random() % 2 == 0 ? '\0' : static_cast<char>(random());
            QVERIFY(!detectWideEncoding(bytes) || bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"));
        }
    }

    void wideTextBecomesUtf8WithItsMark()
    {
        for (const bool hasMark : {false, true}) {
            for (const auto &[qt, ours] : {std::pair(QStringConverter::Utf16LE, TextEncoding::Utf16Le),
                                          std::pair(QStringConverter::Utf16BE, TextEncoding::Utf16Be),
                                          std::pair(QStringConverter::Utf32LE, TextEncoding::Utf32Le),
                                          std::pair(QStringConverter::Utf32BE, TextEncoding::Utf32Be)}) {
                const auto text = toUtf8(view(encoded(sentence, qt, hasMark)), ours);
                QVERIFY(text);
                QCOMPARE(QByteArray::fromStdString(*text),
                         (hasMark ? QByteArray("\xEF\xBB\xBF") : QByteArray()) + sentence.toUtf8());
            }
        }
    }

    void nothingIsLostInConversion()
    {
        using namespace std::string_view_literals;
        QVERIFY(!toUtf8("abc", TextEncoding::Utf16Le));
        QVERIFY(!toUtf8("abcde", TextEncoding::Utf32Le));
        QVERIFY(!toUtf8("\0\0\xD8\0"sv, TextEncoding::Utf32Be));
        // A high surrogate alone, a low one alone, both the wrong way round: three texts, none the same as a pair.
        const auto text = toUtf8("\0a\xD8\x00\0b"sv, TextEncoding::Utf16Be);
        QCOMPARE(decode(*text, TextEncoding::Utf16Be), QStringLiteral("a\\xED\\xA0\\x80b"));
        QVERIFY(toUtf8("\xDC\x00\xD8\x00"sv, TextEncoding::Utf16Be) != toUtf8("\xD8\x00\xDC\x00"sv, TextEncoding::Utf16Be));
    }

    void invalidBytesAreShown()
    {
        QCOMPARE(decode("a\xFFz", TextEncoding::Utf8), QStringLiteral("a\\xFFz"));
        QCOMPARE(decode("a\xEF\xBF\xBDz", TextEncoding::Utf8), QStringLiteral("a\uFFFDz"));
        QCOMPARE(decode("\x80\x81\xE9", TextEncoding::Windows1252), QStringLiteral("€\\x81é"));
        QCOMPARE(decode("\xE9", TextEncoding::Ascii), QStringLiteral("\\xE9"));
        QCOMPARE(decode("\xE9", TextEncoding::Latin1), QStringLiteral("é"));
    }

    void everyByteOfLatin1AgreesWithQt()
    {
        for (int byte = 0; byte < 256; ++byte) {
            const QByteArray bytes(1, static_cast<char>(byte));
            QCOMPARE(decode(view(bytes), TextEncoding::Latin1), QString::fromLatin1(bytes));
        }
    }

    void factsOfLines_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QList<int>>("expected"); // LF, CRLF, CR, longest, lacks the final newline
        QTest::newRow("empty") << QByteArray() << QList{0, 0, 0, 0, 0};
        QTest::newRow("lf") << QByteArray("a\nbcd\n") << QList{2, 0, 0, 3, 0};
        QTest::newRow("crlf") << QByteArray("a\r\nbcd\r\n") << QList{0, 2, 0, 3, 0};
        QTest::newRow("cr") << QByteArray("a\rbcd\r") << QList{0, 0, 2, 6, 0};
        QTest::newRow("mixed") << QByteArray("a\nb\r\nc\rd") << QList{1, 1, 1, 3, 1};
        QTest::newRow("cr before crlf") << QByteArray("a\r\r\n") << QList{0, 1, 1, 2, 0};
    }

    void factsOfLines()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QList<int>, expected);
        const Text text(bytes.toStdString());
        const auto facts = contentFacts(text, TextEncoding::Ascii);
        const QList<int> found{int(facts.lfEnds), int(facts.crLfEnds), int(facts.crEnds), int(facts.longestLine),
                               facts.lacksFinalNewline ? 1 : 0};
        QCOMPARE(found, expected);
    }

    void factsCountInvalidBytesAndSeeTheMark()
    {
        QCOMPARE(contentFacts(Text("\xC3\xA9 \xFF\xFE ok"), TextEncoding::Utf8).invalidBytes, 2U);
        QCOMPARE(contentFacts(Text("\x81 \x80"), TextEncoding::Windows1252).invalidBytes, 1U);
        QVERIFY(contentFacts(Text("\xEF\xBB\xBFx"), TextEncoding::Utf8).hasByteOrderMark);
        QVERIFY(!contentFacts(Text("x\xEF\xBB\xBF"), TextEncoding::Utf8).hasByteOrderMark);
    }

    void namedLineEnds()
    {
        QCOMPARE(contentFacts(Text("a"), TextEncoding::Ascii).lineEnds(), LineEndStyle::None);
        QCOMPARE(contentFacts(Text("a\n"), TextEncoding::Ascii).lineEnds(), LineEndStyle::Lf);
        QCOMPARE(contentFacts(Text("a\r\n"), TextEncoding::Ascii).lineEnds(), LineEndStyle::CrLf);
        QCOMPARE(contentFacts(Text("a\rb"), TextEncoding::Ascii).lineEnds(), LineEndStyle::Cr);
        QCOMPARE(contentFacts(Text("a\nb\r\n"), TextEncoding::Ascii).lineEnds(), LineEndStyle::Mixed);
    }
};

QTEST_GUILESS_MAIN(TestEncoding)
#include "tst_encoding.moc"
