// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Scene.h"

#include "records/Encoding.h"

#include "core/Sha256.h"

#include <QTest>

using namespace countersign;
using namespace countersign::records;
using namespace countersign::test;

namespace
{

constexpr std::string_view armorHead = "-----BEGIN SSH SIGNATURE-----\n";
constexpr std::string_view armorFoot = "-----END SSH SIGNATURE-----\n";

std::string blobOf(std::string armor)
{
    armor.erase(0, armorHead.size());
    armor.resize(armor.size() - armorFoot.size());
    std::erase(armor, '\n');
    return fromBase64(armor).value();
}

std::string armored(const std::string &blob)
{
    const auto base64 = toBase64(blob);
    std::string out(armorHead);
    for (std::size_t i = 0; i < base64.size(); i += 70)
        out += base64.substr(i, 70) + '\n';
    return out + std::string(armorFoot);
}

std::string flipped(std::string bytes, std::size_t at)
{
    bytes[at] = static_cast<char>(bytes[at] ^ 1 << at % 8);
    return bytes;
}

} // namespace

class TestRecord : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void recordIsReadAsItWasSigned();
    void everyFlippedByteOfTheFileIsRefused();
    void everyFlippedByteOfThePayloadIsNamed();
    void everyFlippedByteOfTheSignatureIsNamed();
    void sshKeygenRefusesWhatWeRefuse();
    void signatureForSomethingElseIsNoApproval_data();
    void signatureForSomethingElseIsNoApproval();
    void lyingKeyIdIsNamed();
    void lyingFingerprintIsNamed();
    void signedBytesAreKeptAsTheyAre();
    void hostilePayloadIsRefusedThoughItIsSigned_data();
    void hostilePayloadIsRefusedThoughItIsSigned();

private:
    Keyring m_keyring;
    SigningKey m_key;
    Record m_record;
    Envelope m_envelope;
};

void TestRecord::initTestCase()
{
    m_key = m_keyring.make(alice);
    m_record = signedRecord(m_keyring, m_key, exampleStatement(m_key));
    m_envelope = readEnvelope(m_record.envelope).value();
}

void TestRecord::recordIsReadAsItWasSigned()
{
    const auto record = openRecord(m_record.envelope);
    QVERIFY(record);
    QVERIFY(record->statement == exampleStatement(m_key));
    QCOMPARE(record->id, sha256Hex(record->pae));
    QCOMPARE(record->pae, preAuthenticationEncoding("application/vnd.in-toto+json", m_envelope.payload));
    QCOMPARE(record->signatureSha256, sha256Hex(blobOf(record->armor)));
    QVERIFY(m_keyring.accepts(allowedSigners({{alice, m_key}}), alice, record->armor, record->pae));
    const auto raw = readRawRecord(m_record.envelope);
    QVERIFY(raw);
    QCOMPARE(raw->id, record->id);
}

void TestRecord::everyFlippedByteOfTheFileIsRefused()
{
    for (std::size_t at = 0; at < m_record.envelope.size(); ++at)
        QVERIFY2(!openRecord(flipped(m_record.envelope, at)), std::to_string(at).c_str());
    for (std::size_t size = 0; size + 1 < m_record.envelope.size(); size += 7)
        QVERIFY2(!openRecord(m_record.envelope.substr(0, size)), std::to_string(size).c_str());
}

void TestRecord::everyFlippedByteOfThePayloadIsNamed()
{
    for (std::size_t at = 0; at < m_envelope.payload.size(); ++at) {
        auto envelope = m_envelope;
        envelope.payload = flipped(envelope.payload, at);
        QCOMPARE(nameOf(openRecord(writeEnvelope(envelope))), std::string("signature-invalid"));
    }
}

void TestRecord::everyFlippedByteOfTheSignatureIsNamed()
{
    const auto blob = blobOf(m_envelope.armor);
    // magic 6, version 4, key 4 + (4 + 11) + (4 + 32), namespace 4 + 24, reserved 4, hash 4 + 6, signature 4 + (4 + 11) + (4 +
    // 64)
    const std::size_t keyBytes = 6 + 4 + 4 + 15 + 4;
    const std::size_t nameSpace = keyBytes + 32 + 4;
    QCOMPARE(blob.substr(nameSpace, 24), std::string(approvalNamespace));
    QCOMPARE(blob.size(), std::size_t{6 + 4 + 4 + 15 + 36 + 28 + 4 + 10 + 4 + 15 + 68});
    for (std::size_t at = 0; at < blob.size(); ++at) {
        auto envelope = m_envelope;
        envelope.armor = armored(flipped(blob, at));
        const auto found = nameOf(openRecord(writeEnvelope(envelope)));
        QVERIFY2(found != "accepted", std::to_string(at).c_str());
        if (at >= 6 && at < 10)
            QCOMPARE(found, std::string("signature-version"));
        else if ((at >= keyBytes && at < keyBytes + 32) || at >= blob.size() - 64)
            QCOMPARE(found, std::string("signature-invalid"));
        else if (at >= nameSpace && at < nameSpace + 24)
            QCOMPARE(found, std::string("wrong-namespace"));
    }
}

void TestRecord::sshKeygenRefusesWhatWeRefuse()
{
    const auto signers = allowedSigners({{alice, m_key}});
    for (std::size_t at = 3; at < m_record.pae.size(); at += 211)
        QVERIFY(!m_keyring.accepts(signers, alice, m_record.armor, flipped(m_record.pae, at)));
    const auto blob = blobOf(m_envelope.armor);
    for (std::size_t at = blob.size() - 64; at < blob.size(); at += 9)
        QVERIFY(!m_keyring.accepts(signers, alice, armored(flipped(blob, at)), m_record.pae));
    QVERIFY(m_keyring.accepts(signers, alice, armored(blob), m_record.pae));
    QVERIFY(!m_keyring.accepts(signers, bob, armored(blob), m_record.pae));
}

void TestRecord::signatureForSomethingElseIsNoApproval_data()
{
    QTest::addColumn<std::string>("signedText");
    QTest::addColumn<std::string>("nameSpace");
    QTest::addColumn<std::string>("expected");
    const auto row = [](const char *title, const std::string &text, const char *nameSpace, const char *expected) {
        QTest::newRow(title) << text << std::string(nameSpace) << std::string(expected);
    };
    const auto &payload = m_envelope.payload;
    const char *const ours = "approval@countersign.dev";
    row("as it should be", m_record.pae, ours, "accepted");
    row("git commit", m_record.pae, "git", "wrong-namespace");
    row("file", m_record.pae, "file", "wrong-namespace");
    row("roster", m_record.pae, "roster@countersign.dev", "wrong-namespace");
    row("checkpoint", m_record.pae, "checkpoint@countersign.dev", "wrong-namespace");
    row("the bare payload", payload, ours, "signature-invalid");
    row("another payload type", preAuthenticationEncoding("application/json", payload), ours, "signature-invalid");
    row("no payload type", preAuthenticationEncoding("", payload), ours, "signature-invalid");
    row("length moved from type to payload", preAuthenticationEncoding("application/vnd.in-toto+jso", "n " + payload), ours,
        "signature-invalid");
    row("line feed added", m_record.pae + '\n', ours, "signature-invalid");
}

void TestRecord::signatureForSomethingElseIsNoApproval()
{
    QFETCH(std::string, signedText);
    QFETCH(std::string, nameSpace);
    auto envelope = m_envelope;
    envelope.armor = m_keyring.signature(m_key, signedText, nameSpace);
    QTEST(nameOf(openRecord(writeEnvelope(envelope))), "expected");
}

void TestRecord::lyingKeyIdIsNamed()
{
    const auto other = m_keyring.make(carol);
    auto envelope = m_envelope;
    for (const auto &id : {other.key.fingerprint(), std::string(), std::string("SHA256:"), m_key.key.fingerprint() + '='}) {
        envelope.keyId = id;
        QCOMPARE(nameOf(openRecord(writeEnvelope(envelope))), std::string("key-id-mismatch"));
    }
}

void TestRecord::lyingFingerprintIsNamed()
{
    // Carol signs a record that says alice's key had signed it.
    const auto envelope = signedEnvelope(m_keyring, m_keyring.make(carol), m_envelope.payload);
    QCOMPARE(nameOf(openRecord(envelope)), std::string("fingerprint-mismatch"));
}

void TestRecord::signedBytesAreKeptAsTheyAre()
{
    // Blanks and another order of keys are no fault: nothing is written anew before it is hashed.
    auto payload = m_envelope.payload;
    payload.insert(1, " \n\t");
    const auto start = payload.find("\"kind\":\"approve\",");
    payload.erase(start, 17);
    payload.insert(payload.rfind("}}"), ",\"kind\":\"approve\"");
    const auto record = openRecord(signedEnvelope(m_keyring, m_key, payload));
    QCOMPARE(nameOf(record), std::string("accepted"));
    QVERIFY(record->statement == exampleStatement(m_key));
    QCOMPARE(record->id, sha256Hex(preAuthenticationEncoding(statementType, payload)));
    QVERIFY(record->id != m_record.id);
}

void TestRecord::hostilePayloadIsRefusedThoughItIsSigned_data()
{
    QTest::addColumn<std::string>("payload");
    QTest::addColumn<std::string>("expected");
    const auto row = [](const char *title, const std::string &payload, const char *expected) {
        QTest::newRow(title) << payload << std::string(expected);
    };
    const auto edited = [this](std::string_view what, const std::string &by) {
        auto text = m_envelope.payload;
        return text.replace(text.find(what), what.size(), by);
    };
    row("as it should be", m_envelope.payload, "accepted");
    row("two kinds", edited("\"kind\":\"approve\"", R"("kind":"reject","kind":"approve")"), "json-duplicate-key");
    row("two kinds, one escaped", edited("\"kind\":\"approve\"", R"("kind":"reject","k\u0069nd":"approve")"),
        "json-duplicate-key");
    row("two predicates", edited("\"predicate\":", R"("predicate":{},"predicate":)"), "json-duplicate-key");
    row("byte order mark", "\xEF\xBB\xBF" + m_envelope.payload, "json-byte-order-mark");
    row("a second document", m_envelope.payload + m_envelope.payload, "json-syntax");
    row("bytes behind a NUL", m_envelope.payload + std::string("\0x", 2), "json-syntax");
    row("fraction", edited("\"readLines\":300", "\"readLines\":300.0"), "json-not-an-integer");
    row("exponent", edited("\"readLines\":300", "\"readLines\":3e2"), "json-not-an-integer");
    row("-0", edited("\"open\":1", "\"open\":-0"), "json-not-an-integer");
    row("2^53", edited("\"open\":1", "\"open\":9007199254740992"), "json-integer-range");
    row("negative", edited("\"open\":1", "\"open\":-1"), "statement-value");
    row("read more lines than there are", edited("\"readLines\":300", "\"readLines\":301"), "statement-value");
    row("unknown field", edited("\"kind\":", R"("override":true,"kind":)"), "statement-shape");
    row("homoglyph key", edited("\"kind\":", "\"k\xD1\x96nd\":"), "json-non-ascii-key");
    row("homoglyph reviewer", edited("\"id\":\"alice@", "\"id\":\"\xD0\xB0lice@"), "statement-value");
    row("newline in the reviewer", edited("\"id\":\"alice@", "\"id\":\"bob\\nalice@"), "statement-value");
    row("two subjects", edited("\"subject\":[", R"("subject":[{"name":"x","digest":{"gitCommit":"00"}},)"), "statement-value");
    row("another digest in the subject", edited("\"gitCommit\":", R"("sha256":"00","gitCommit":)"), "statement-shape");
    row("another commit in the subject", edited("\"gitCommit\":\"4", "\"gitCommit\":\"5"), "subject-mismatch");
    row("another predicate", edited("review-approval/v1", "review-approval/v2"), "statement-value");
    row("another statement", edited("Statement/v1", "Statement/v0.1"), "statement-value");
    row("not JSON", "approve", "json-syntax");
    row("empty", "", "json-syntax");
    row("a list", "[]", "statement-shape");
    row("700 KB of evidence", edited("canary on 1 %", std::string(700'000, 'x')), "statement-value");
    row("more than 1 MiB", edited("canary on 1 %", std::string(1'100'000, 'x')), "json-too-large");
    row("depth 100,000", std::string(100'000, '['), "json-too-deep");
}

void TestRecord::hostilePayloadIsRefusedThoughItIsSigned()
{
    QFETCH(std::string, payload);
    QTEST(nameOf(openRecord(signedEnvelope(m_keyring, m_key, payload))), "expected");
}

QTEST_GUILESS_MAIN(TestRecord)
#include "tst_record.moc"
