// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/Dsse.h"
#include "records/Encoding.h"
#include "records/Merkle.h"
#include "records/StrictJson.h"

#include "core/Hex.h"

#include <QTest>

using namespace countersign;
using namespace countersign::records;

namespace
{

QByteArray nameOf(const auto &checked)
{
    const auto text = checked ? std::string_view("accepted") : name(checked.error().failure);
    return {text.data(), static_cast<qsizetype>(text.size())};
}

std::string repeated(const std::string &text, int count)
{
    std::string out;
    for (int i = 0; i < count; ++i)
        out += text;
    return out;
}

} // namespace

class TestEnvelope : public QObject
{
    Q_OBJECT
private slots:
    void hostileJsonIsRefusedByName_data();
    void hostileJsonIsRefusedByName();
    void base64IsCanonicalOnly_data();
    void base64IsCanonicalOnly();
    void preAuthenticationEncodingIsThatOfTheSpecification();
    void hostileEnvelopeIsRefusedByName_data();
    void hostileEnvelopeIsRefusedByName();
    void envelopeIsReadBackAsWritten();
    void pathsAreEscapedOneWayOnly();
    void merkleRootsAreThoseOfRfc6962();
};

void TestEnvelope::hostileJsonIsRefusedByName_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *title, std::string text, const char *expected) {
        QTest::newRow(title) << std::move(text) << QByteArray(expected);
    };
    row("plain", R"({"a":[1,-2,"x",null,true]})", "accepted");
    row("largest integer", "[9007199254740991,-9007199254740991]", "accepted");
    row("2^53", "[9007199254740992]", "json-integer-range");
    row("-2^53", "[-9007199254740992]", "json-integer-range");
    row("beyond 64 bits", "[99999999999999999999999]", "json-integer-range");
    row("fraction", "[1.0]", "json-not-an-integer");
    row("exponent", "[1e2]", "json-not-an-integer");
    row("1e400", "[1e400]", "json-syntax");
    row("-0", "[-0]", "json-not-an-integer");
    row("duplicate key", R"({"a":1,"a":2})", "json-duplicate-key");
    row("escaped duplicate key", R"({"a":1,"\u0061":2})", "json-duplicate-key");
    row("nested duplicate key", R"({"x":[{"a":1,"b":{},"a":2}]})", "json-duplicate-key");
    row("same key in siblings", R"([{"a":1},{"a":2}])", "accepted");
    row("byte order mark", "\xEF\xBB\xBF{}", "json-byte-order-mark");
    row("UTF-16", std::string("\xFF\xFE{\0}\0", 6), "json-syntax");
    row("bad UTF-8", "[\"\xC3\x28\"]", "json-syntax");
    row("overlong UTF-8", "[\"\xC0\xAF\"]", "json-syntax");
    row("lone surrogate", R"(["\ud800"])", "json-syntax");
    row("reversed surrogates", R"(["\udc00\ud800"])", "json-syntax");
    row("NUL escape", R"(["\u0000"])", "json-nul-character");
    row("raw NUL", std::string("[\"\0\"]", 5), "json-syntax");
    row("non-ASCII key", "{\"\xC3\xA4\":1}", "json-non-ascii-key");
    row("escaped non-ASCII key", R"({"\u0430":1})", "json-non-ascii-key");
    row("trailing document", "{}{}", "json-syntax");
    row("trailing NUL", std::string("{}\0", 3), "json-syntax");
    row("empty", "", "json-syntax");
    row("32 levels", repeated("[", 32) + repeated("]", 32), "accepted");
    row("33 levels", repeated("[", 33) + repeated("]", 33), "json-too-deep");
    row("depth 100,000", repeated("[", 100'000), "json-too-deep");
    row("comment", "[1/* */]", "json-syntax");
    row("more than 1 MiB", '"' + std::string(1024 * 1024, 'x') + '"', "json-too-large");
}

void TestEnvelope::hostileJsonIsRefusedByName()
{
    QFETCH(std::string, text);
    QTEST(nameOf(parseStrictJson(text)), "expected");
}

void TestEnvelope::base64IsCanonicalOnly_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isTaken");
    QTest::newRow("empty") << QByteArray("") << true;
    QTest::newRow("one byte") << QByteArray("Zg==") << true;
    QTest::newRow("two bytes") << QByteArray("Zm8=") << true;
    QTest::newRow("three bytes") << QByteArray("Zm9v") << true;
    QTest::newRow("unpadded") << QByteArray("Zg") << false;
    QTest::newRow("too much padding") << QByteArray("Z===") << false;
    QTest::newRow("only padding") << QByteArray("====") << false;
    QTest::newRow("padding inside") << QByteArray("Zg==Zg==") << false;
    QTest::newRow("stray bits") << QByteArray("Zh==") << false;
    QTest::newRow("stray bits of two bytes") << QByteArray("Zm9=") << false;
    QTest::newRow("URL-safe") << QByteArray("_-__") << false;
    QTest::newRow("line feed") << QByteArray("Zm9v\n") << false;
    QTest::newRow("blank") << QByteArray("Zm 9v==") << false;
}

void TestEnvelope::base64IsCanonicalOnly()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, isTaken);
    const auto bytes = fromBase64(text.toStdString());
    QCOMPARE(bytes.has_value(), isTaken);
    if (bytes)
        QCOMPARE(toBase64(*bytes), text.toStdString());
}

void TestEnvelope::preAuthenticationEncodingIsThatOfTheSpecification()
{
    QCOMPARE(preAuthenticationEncoding("http://example.com/HelloWorld", "hello world"),
             std::string("DSSEv1 29 http://example.com/HelloWorld 11 hello world"));
    // Lengths tell apart what plain joining would confuse.
    QVERIFY(preAuthenticationEncoding("a b", "c") != preAuthenticationEncoding("a", "b c"));
}

void TestEnvelope::hostileEnvelopeIsRefusedByName_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<QByteArray>("expected");
    const std::string type = R"("payloadType":"application/vnd.in-toto+json")";
    const std::string signature = R"("signatures":[{"keyid":"SHA256:x","sig":"Zg=="}])";
    const auto row = [](const char *title, std::string text, const char *expected) {
        QTest::newRow(title) << std::move(text) << QByteArray(expected);
    };
    row("good", R"({"payload":"e30=",)" + type + ',' + signature + '}', "accepted");
    row("no signature", R"({"payload":"e30=",)" + type + R"(,"signatures":[]})", "no-signature");
    row("valid and junk signature",
        R"({"payload":"e30=",)" + type + R"(,"signatures":[{"keyid":"a","sig":"Zg=="},{"keyid":"b","sig":"Zg=="}]})",
        "several-signatures");
    row("same signature twice",
        R"({"payload":"e30=",)" + type + R"(,"signatures":[{"keyid":"a","sig":"Zg=="},{"keyid":"a","sig":"Zg=="}]})",
        "several-signatures");
    row("payload type swapped", R"({"payload":"e30=","payloadType":"application/json",)" + signature + '}', "wrong-payload-type");
    row("payload type empty", R"({"payload":"e30=","payloadType":"",)" + signature + '}', "wrong-payload-type");
    row("payload type non-ASCII", R"({"payload":"e30=","payloadType":"аpplication/vnd.in-toto+json",)" + signature + '}',
        "wrong-payload-type");
    row("two payloads", R"({"payload":"e30=","payload":"e31=",)" + type + ',' + signature + '}', "json-duplicate-key");
    row("two payloads, one escaped", R"({"payload":"e30=","p\u0061yload":"e31=",)" + type + ',' + signature + '}',
        "json-duplicate-key");
    row("unpadded payload", R"({"payload":"e30",)" + type + ',' + signature + '}', "bad-base64");
    row("URL-safe payload", R"({"payload":"_-__",)" + type + ',' + signature + '}', "bad-base64");
    row("signature no base64", R"({"payload":"e30=",)" + type + R"(,"signatures":[{"keyid":"a","sig":"!"}]})", "bad-base64");
    row("no keyid", R"({"payload":"e30=",)" + type + R"(,"signatures":[{"sig":"Zg=="}]})", "envelope-shape");
    row("unknown field", R"({"payload":"e30=","x":1,)" + type + ',' + signature + '}', "envelope-shape");
    row("payload a number", R"({"payload":1,)" + type + ',' + signature + '}', "envelope-shape");
    row("a list", "[]", "envelope-shape");
}

void TestEnvelope::hostileEnvelopeIsRefusedByName()
{
    QFETCH(std::string, text);
    QTEST(nameOf(readEnvelope(text)), "expected");
}

void TestEnvelope::envelopeIsReadBackAsWritten()
{
    const Envelope envelope{"{\"a\":1}", "SHA256:abc", "armor\n"};
    QVERIFY(readEnvelope(writeEnvelope(envelope)) == envelope);
}

void TestEnvelope::pathsAreEscapedOneWayOnly()
{
    const std::string path = "a b/\xFF\n%/ok-1_2.txt";
    QCOMPARE(escapePath(path), std::string("a%20b/%FF%0A%25/ok-1_2.txt"));
    QCOMPARE(unescapePath(escapePath(path)).value_or(""), path);
    for (const char *text : {"%", "%2", "%2f", "%41", "a b", "%GG"})
        QVERIFY2(!unescapePath(text), text);
}

void TestEnvelope::merkleRootsAreThoseOfRfc6962()
{
    // The test vectors that Certificate Transparency implementations share.
    const auto bytes = [](const char *hex) { return bytesFromHex(hex).value(); };
    const std::vector<std::string> leaves{"",
                                          bytes("00"),
                                          bytes("10"),
                                          bytes("2021"),
                                          bytes("3031"),
                                          bytes("40414243"),
                                          bytes("5051525354555657"),
                                          bytes("606162636465666768696a6b6c6d6e6f")};
    const auto roots = merkleRoots(leaves);
    QCOMPARE(roots.size(), std::size_t{9});
    QCOMPARE(toHex(roots[0]), std::string("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
    QCOMPARE(toHex(roots[1]), std::string("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"));
    QCOMPARE(toHex(roots[2]), std::string("fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"));
    QCOMPARE(toHex(roots[3]), std::string("aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77"));
    QCOMPARE(toHex(roots[8]), std::string("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"));
    QCOMPARE(merkleRoot(leaves), roots[8]);
}

QTEST_GUILESS_MAIN(TestEnvelope)
#include "tst_envelope.moc"
