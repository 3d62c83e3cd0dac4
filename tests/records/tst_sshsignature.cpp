// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Keyring.h"

#include "records/Encoding.h"
#include "records/SshSignature.h"
#include "records/Wire.h"

#include "core/Sha256.h"

#include <QTest>

#include <openssl/bn.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>

using namespace countersign;
using namespace countersign::records;
using test::Keyring;

namespace
{

const std::string message = "DSSEv1 1 a 1 b";

QByteArray nameOf(const auto &checked)
{
    const auto text = checked ? std::string_view("accepted") : name(checked.error().failure);
    return {text.data(), static_cast<qsizetype>(text.size())};
}

QByteArray verdict(const std::string &armor)
{
    const auto signature = readSshSignature(armor, approvalNamespace);
    return signature ? nameOf(verifySignature(*signature, message)) : nameOf(signature);
}

std::string armored(const std::string &blob)
{
    std::string base64 = toBase64(blob);
    std::string out = "-----BEGIN SSH SIGNATURE-----\n";
    for (std::size_t i = 0; i < base64.size(); i += 70)
        out += base64.substr(i, 70) + '\n';
    return out + "-----END SSH SIGNATURE-----\n";
}

std::string unarmored(std::string armor)
{
    armor.erase(0, armor.find('\n') + 1);
    armor.erase(armor.find("-----END"));
    std::erase(armor, '\n');
    return fromBase64(armor).value_or("");
}

/// The fields of a signature blob, to put together anew with one of them changed.
struct Parts {
    std::uint32_t version = 1;
    std::string key;
    std::string nameSpace{approvalNamespace};
    std::string reserved;
    std::string hash = "sha512";
    std::string algorithm;
    std::string bytes;
    std::string tail; ///< behind the algorithm's bytes: flags and counter
    std::size_t lengthAt = 0; ///< place of a length that is said to be 0xFFFFFFFF
    std::string trailing;

    [[nodiscard]] std::string armor() const
    {
        std::string blob = "SSHSIG";
        appendUint32(blob, version);
        std::string field;
        appendString(field, algorithm);
        appendString(field, bytes);
        field += tail;
        for (const auto &part : {key, nameSpace, reserved, hash, field})
            appendString(blob, part);
        if (lengthAt != 0)
            blob.replace(lengthAt, 4, "\xFF\xFF\xFF\xFF");
        return armored(blob + trailing);
    }
    /// What has to be signed for these fields.
    [[nodiscard]] std::string data() const
    {
        std::string out = "SSHSIG";
        std::string digest(64, '\0');
        std::size_t size = 0;
        EVP_Q_digest(nullptr, hash == "sha256" ? "SHA256" : "SHA512", nullptr, message.data(), message.size(),
                     reinterpret_cast<unsigned char *>(digest.data()), &size);
        digest.resize(size);
        for (const auto &part : {nameSpace, reserved, hash, digest})
            appendString(out, part);
        return out;
    }
};

Parts partsOf(const std::string &armor)
{
    const auto blob = unarmored(armor);
    const auto read = readSshSignature(armor, approvalNamespace);
    Parts parts;
    parts.key = read->key.blob();
    parts.hash = read->hash;
    parts.algorithm = read->algorithm;
    parts.bytes = read->bytes;
    return parts;
}

/// A key of OpenSSL, for signatures that no tool makes: tokens, odd fields.
class RawKey
{
public:
    explicit RawKey(const char *type)
        : m_isEd25519(std::string_view(type) == "ED25519")
        , m_key(m_isEd25519 ? EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519") : EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256"))
    {
    }
    ~RawKey() { EVP_PKEY_free(m_key); }
    RawKey(const RawKey &) = delete;
    RawKey &operator=(const RawKey &) = delete;

    [[nodiscard]] std::string point() const
    {
        std::string out(m_isEd25519 ? 32 : 65, '\0');
        std::size_t size = out.size();
        auto *bytes = reinterpret_cast<unsigned char *>(out.data());
        if (m_isEd25519)
            EVP_PKEY_get_raw_public_key(m_key, bytes, &size);
        else
            EVP_PKEY_get_octet_string_param(m_key, "encoded-pub-key", bytes, out.size(), &size);
        return out;
    }
    [[nodiscard]] std::string blob(const std::string &application = {}) const
    {
        const std::string type = m_isEd25519 ? "ssh-ed25519" : "ecdsa-sha2-nistp256";
        const std::string tokenType = m_isEd25519 ? "sk-ssh-ed25519@openssh.com" : "sk-ecdsa-sha2-nistp256@openssh.com";
        std::string out;
        appendString(out, application.empty() ? type : tokenType);
        if (!m_isEd25519)
            appendString(out, "nistp256");
        appendString(out, point());
        if (!application.empty())
            appendString(out, application);
        return out;
    }
    [[nodiscard]] std::string sign(const std::string &data) const
    {
        std::string out(256, '\0');
        std::size_t size = out.size();
        EVP_MD_CTX *context = EVP_MD_CTX_new();
        EVP_DigestSignInit_ex(context, nullptr, m_isEd25519 ? nullptr : "SHA256", nullptr, nullptr, m_key, nullptr);
        EVP_DigestSign(context, reinterpret_cast<unsigned char *>(out.data()), &size,
                       reinterpret_cast<const unsigned char *>(data.data()), data.size());
        EVP_MD_CTX_free(context);
        out.resize(size);
        return m_isEd25519 ? out : rAndS(out);
    }

private:
    static std::string rAndS(const std::string &der)
    {
        const auto *bytes = reinterpret_cast<const unsigned char *>(der.data());
        ECDSA_SIG *signature = d2i_ECDSA_SIG(nullptr, &bytes, static_cast<long>(der.size()));
        std::string out;
        for (const BIGNUM *number : {ECDSA_SIG_get0_r(signature), ECDSA_SIG_get0_s(signature)}) {
            std::string magnitude(static_cast<std::size_t>(BN_num_bytes(number)), '\0');
            BN_bn2bin(number, reinterpret_cast<unsigned char *>(magnitude.data()));
            appendString(out, (magnitude[0] & 0x80) != 0 ? std::string(1, '\0') + magnitude : magnitude);
        }
        ECDSA_SIG_free(signature);
        return out;
    }
    bool m_isEd25519;
    EVP_PKEY *m_key;
};

Parts tokenParts(const RawKey &key, const char *type, std::uint8_t flags, const std::string &application = "ssh:")
{
    Parts parts;
    parts.key = key.blob(application);
    parts.algorithm = type;
    parts.tail = std::string(1, static_cast<char>(flags));
    appendUint32(parts.tail, 7);
    parts.bytes = key.sign(sha256(application) + parts.tail + sha256(parts.data()));
    return parts;
}

} // namespace

class TestSshSignature : public QObject
{
    Q_OBJECT
private slots:
    void signaturesOfRealKeysAreAccepted_data();
    void signaturesOfRealKeysAreAccepted();
    void oddFieldsAreRefusedByName_data();
    void oddFieldsAreRefusedByName();
    void keyOfEverybodyIsRefused_data();
    void keyOfEverybodyIsRefused();
    void oddArmorIsRefused_data();
    void oddArmorIsRefused();
    void truncatedSignatureIsRefusedAtEveryLength();
    void weakAndForeignKeysAreRefusedByName();
    void ed25519SignatureWithLargerSIsRefused();
    void signatureForGitIsNoApproval();
    void tokenSignatureNeedsATouch_data();
    void tokenSignatureNeedsATouch();

private:
    Keyring m_keyring;
};

void TestSshSignature::signaturesOfRealKeysAreAccepted_data()
{
    QTest::addColumn<QString>("options");
    QTest::newRow("ed25519") << QStringLiteral("-t ed25519");
    QTest::newRow("ecdsa") << QStringLiteral("-t ecdsa -b 256");
    QTest::newRow("rsa 2048") << QStringLiteral("-t rsa -b 2048");
    QTest::newRow("rsa 3072") << QStringLiteral("-t rsa -b 3072");
}

void TestSshSignature::signaturesOfRealKeysAreAccepted()
{
    QFETCH(QString, options);
    const auto key = m_keyring.make(QTest::currentDataTag(), options.split(QLatin1Char(' ')));
    const auto armor = m_keyring.signature(key, message);
    QCOMPARE(verdict(armor), QByteArray("accepted"));
    const auto signature = readSshSignature(armor, approvalNamespace);
    QVERIFY(signature->key == key.key);
    QCOMPARE(nameOf(verifySignature(*signature, message + "x")), QByteArray("signature-invalid"));
    const auto shown =
        m_keyring.run(QStringLiteral("ssh-keygen"),
                      {QStringLiteral("-l"), QStringLiteral("-f"), QString::fromStdString(key.privateFile.string() + ".pub")});
    QVERIFY(shown.output.contains(key.key.fingerprint() + ' '));
}

void TestSshSignature::oddFieldsAreRefusedByName_data()
{
    QTest::addColumn<std::string>("armor");
    QTest::addColumn<QByteArray>("expected");
    const RawKey key("ED25519");
    const auto row = [&key](const char *title, const char *expected, auto change) {
        Parts parts;
        parts.key = key.blob();
        parts.algorithm = "ssh-ed25519";
        change(parts);
        if (parts.bytes.empty())
            parts.bytes = key.sign(parts.data());
        QTest::newRow(title) << parts.armor() << QByteArray(expected);
    };
    row("as it should be", "accepted", [](Parts &) { });
    row("sha256", "accepted", [](Parts &parts) { parts.hash = "sha256"; });
    row("version 0", "signature-version", [](Parts &parts) { parts.version = 0; });
    row("version 2", "signature-version", [](Parts &parts) { parts.version = 2; });
    row("reserved not empty", "reserved-not-empty", [](Parts &parts) { parts.reserved = "x"; });
    row("SHA-1", "unsupported-hash", [](Parts &parts) { parts.hash = "sha1"; });
    row("empty hash", "unsupported-hash", [](Parts &parts) { parts.hash = ""; });
    row("hash swapped after signing", "signature-invalid", [&key](Parts &parts) {
        parts.bytes = key.sign(parts.data());
        parts.hash = "sha256";
    });
    row("namespace git", "wrong-namespace", [](Parts &parts) { parts.nameSpace = "git"; });
    row("namespace file", "wrong-namespace", [](Parts &parts) { parts.nameSpace = "file"; });
    row("namespace with our prefix", "wrong-namespace", [](Parts &parts) { parts.nameSpace += "x"; });
    row("prefix of the namespace", "wrong-namespace", [](Parts &parts) { parts.nameSpace.pop_back(); });
    row("empty namespace", "wrong-namespace", [](Parts &parts) { parts.nameSpace.clear(); });
    row("namespace swapped after signing", "signature-invalid", [&key](Parts &parts) {
        parts.nameSpace = "git";
        parts.bytes = key.sign(parts.data());
        parts.nameSpace = approvalNamespace;
    });
    row("key of endless length", "signature-malformed", [](Parts &parts) { parts.lengthAt = 10; });
    row("key type of endless length", "key-malformed", [](Parts &parts) { parts.lengthAt = 14; });
    row("namespace of endless length", "signature-malformed", [](Parts &parts) { parts.lengthAt = 14 + parts.key.size(); });
    row("trailing bytes", "signature-malformed", [](Parts &parts) { parts.trailing = "x"; });
    row("trailing bytes in the signature", "signature-malformed", [](Parts &parts) { parts.tail = "x"; });
    row("algorithm of another key type", "signature-algorithm", [](Parts &parts) { parts.algorithm = "ecdsa-sha2-nistp256"; });
    row("63 bytes", "signature-invalid", [](Parts &parts) { parts.bytes = std::string(63, 'x'); });
    row("key with trailing bytes", "key-malformed", [](Parts &parts) { parts.key += "x"; });
    row("key too short", "key-malformed", [](Parts &parts) { parts.key.pop_back(); });
    row("P-256 curve named in an Ed25519 key", "key-malformed", [&key](Parts &parts) {
        parts.key.clear();
        appendString(parts.key, "ecdsa-sha2-nistp256");
        appendString(parts.key, "nistp256");
        appendString(parts.key, key.point());
    });
}

void TestSshSignature::oddFieldsAreRefusedByName()
{
    QFETCH(std::string, armor);
    QTEST(verdict(armor), "expected");
    // What we accept, ssh-keygen accepts; where it accepts what we refuse, we are the stricter one.
    const auto signature = readSshSignature(armor, approvalNamespace);
    const bool isOurs = signature && verifySignature(*signature, message);
    const auto signers = signature ? allowedSignersLine("alice@example.com", signature->key) + '\n' : std::string();
    const bool isTheirs = m_keyring.accepts(signers, "alice@example.com", armor, message);
    qInfo("we %s, ssh-keygen %s", isOurs ? "accept" : "refuse", isTheirs ? "accepts" : "refuses");
    QVERIFY(!isOurs || isTheirs);
}

void TestSshSignature::keyOfEverybodyIsRefused_data()
{
    QTest::addColumn<QByteArray>("point");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *title, const char *hex, const char *expected) {
        QTest::newRow(title) << QByteArray::fromHex(hex) << QByteArray(expected);
    };
    row("base point", "5866666666666666666666666666666666666666666666666666666666666666", "accepted");
    row("order 1", "0100000000000000000000000000000000000000000000000000000000000000", "weak-key");
    row("order 1, other sign", "0100000000000000000000000000000000000000000000000000000000000080", "weak-key");
    row("order 2", "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f", "weak-key");
    row("order 4", "0000000000000000000000000000000000000000000000000000000000000000", "weak-key");
    row("order 4, other sign", "0000000000000000000000000000000000000000000000000000000000000080", "weak-key");
    row("order 8", "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05", "weak-key");
    row("order 8, other sign", "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85", "weak-key");
    row("order 8, other half", "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a", "weak-key");
    row("p instead of 0", "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f", "weak-key");
    row("p + 1 instead of 1", "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f", "weak-key");
    row("largest", "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff", "weak-key");
}

void TestSshSignature::keyOfEverybodyIsRefused()
{
    QFETCH(QByteArray, point);
    std::string blob;
    appendString(blob, "ssh-ed25519");
    appendString(blob, point.toStdString());
    QTEST(nameOf(PublicKey::fromBlob(blob)), "expected");
}

void TestSshSignature::oddArmorIsRefused_data()
{
    QTest::addColumn<std::string>("armor");
    const RawKey key("ED25519");
    Parts parts;
    parts.key = key.blob();
    parts.algorithm = "ssh-ed25519";
    parts.bytes = key.sign(parts.data());
    const auto good = parts.armor();
    const auto replaced = [&good](const std::string &what, const std::string &by) {
        std::string out;
        for (std::size_t at = 0; at < good.size();) {
            if (good.compare(at, what.size(), what) == 0) {
                out += by;
                at += what.size();
            } else {
                out += good[at++];
            }
        }
        return out;
    };
    QCOMPARE(verdict(good), QByteArray("accepted"));
    QTest::newRow("CRLF") << replaced("\n", "\r\n");
    QTest::newRow("bytes after the footer") << good + "x";
    QTest::newRow("blank line after the footer") << good + "\n";
    QTest::newRow("bytes before the header") << "x\n" + good;
    QTest::newRow("two blocks") << good + good;
    QTest::newRow("PGP armor") << replaced("SSH SIGNATURE", "PGP SIGNATURE");
    QTest::newRow("blank line inside") << replaced("\n-----END", "\n\n-----END");
    QTest::newRow("blank inside") << replaced("U1NI", "U1 NI");
    QTest::newRow("no footer") << good.substr(0, good.find("-----END"));
    QTest::newRow("empty") << std::string();
    QTest::newRow("no content") << std::string("-----BEGIN SSH SIGNATURE-----\n-----END SSH SIGNATURE-----\n") + "x";
    QTest::newRow("one line too long") << [&] {
        auto out = good;
        out.erase(out.find('\n', 40), 1);
        return out;
    }();
}

void TestSshSignature::oddArmorIsRefused()
{
    QFETCH(std::string, armor);
    QCOMPARE(verdict(armor), QByteArray("armor-malformed"));
}

void TestSshSignature::truncatedSignatureIsRefusedAtEveryLength()
{
    const auto key = m_keyring.make("ed25519");
    const auto blob = unarmored(m_keyring.signature(key, message));
    for (std::size_t size = 0; size < blob.size(); ++size)
        QVERIFY(verdict(armored(blob.substr(0, size))) != "accepted");
    // A length of 0xFFFFFFFF in place of every four bytes in turn must neither be believed nor read beyond the end.
    for (std::size_t at = 0; at + 4 <= blob.size(); ++at)
        QVERIFY(verdict(armored(std::string(blob).replace(at, 4, "\xFF\xFF\xFF\xFF"))) != "accepted");
}

void TestSshSignature::weakAndForeignKeysAreRefusedByName()
{
    const auto blobOf = [this](const char *file, const QString &options) {
        const auto path = QString::fromStdString(m_keyring.file(file));
        m_keyring.run(QStringLiteral("ssh-keygen"),
                      QStringList{QStringLiteral("-q"), QStringLiteral("-N"), QString(), QStringLiteral("-f"), path}
                          + options.split(QLatin1Char(' ')));
        return m_keyring.run(QStringLiteral("cat"), {path + QStringLiteral(".pub")}).output;
    };
    QCOMPARE(nameOf(PublicKey::fromLine(blobOf("weak", QStringLiteral("-t rsa -b 1024")))), QByteArray("weak-key"));
    QCOMPARE(nameOf(PublicKey::fromLine(blobOf("p384", QStringLiteral("-t ecdsa -b 384")))), QByteArray("unsupported-key-type"));
    QCOMPARE(nameOf(PublicKey::fromLine("ssh-dss AAAAB3NzaC1kc3M= x")), QByteArray("unsupported-key-type"));
    const auto certificate = m_keyring.make("subject");
    m_keyring.make("authority");
    m_keyring.run(QStringLiteral("ssh-keygen"),
                  {QStringLiteral("-q"), QStringLiteral("-s"), QStringLiteral("authority"), QStringLiteral("-I"),
                   QStringLiteral("x"), QStringLiteral("subject.pub")});
    const auto line = m_keyring.run(QStringLiteral("cat"), {QStringLiteral("subject-cert.pub")}).output;
    QCOMPARE(nameOf(PublicKey::fromLine(line)), QByteArray("certificate-key"));

    const auto rsa =
        m_keyring.make("rsa 2048", {QStringLiteral("-t"), QStringLiteral("rsa"), QStringLiteral("-b"), QStringLiteral("2048")});
    auto parts = partsOf(m_keyring.signature(rsa, message));
    parts.algorithm = "ssh-rsa";
    QCOMPARE(verdict(parts.armor()), QByteArray("signature-algorithm"));
    parts.algorithm = "rsa-sha2-256";
    QCOMPARE(verdict(parts.armor()), QByteArray("signature-invalid"));
}

void TestSshSignature::ed25519SignatureWithLargerSIsRefused()
{
    const auto key = m_keyring.make("ed25519");
    auto parts = partsOf(m_keyring.signature(key, message));
    // S + L, little endian: the same point, another signature.
    constexpr std::array<unsigned char, 16> order{0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58,
                                                  0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14};
    unsigned carry = 0;
    for (std::size_t i = 0; i < 32; ++i) {
        const unsigned addend = i < order.size() ? order[i] : i == 31 ? 0x10U : 0U;
        const unsigned sum = static_cast<unsigned char>(parts.bytes[32 + i]) + addend + carry;
        parts.bytes[32 + i] = static_cast<char>(sum & 0xFFU);
        carry = sum >> 8;
    }
    QCOMPARE(verdict(parts.armor()), QByteArray("signature-invalid"));
}

void TestSshSignature::signatureForGitIsNoApproval()
{
    const auto key = m_keyring.make("ed25519");
    QCOMPARE(verdict(m_keyring.signature(key, message, "git")), QByteArray("wrong-namespace"));
}

void TestSshSignature::tokenSignatureNeedsATouch_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<int>("flags");
    QTest::addColumn<QByteArray>("expected");
    for (const char *type : {"sk-ssh-ed25519@openssh.com", "sk-ecdsa-sha2-nistp256@openssh.com"}) {
        QTest::addRow("%s touched", type) << QByteArray(type) << 0x01 << QByteArray("accepted");
        QTest::addRow("%s touched with PIN", type) << QByteArray(type) << 0x05 << QByteArray("accepted");
        QTest::addRow("%s untouched", type) << QByteArray(type) << 0x00 << QByteArray("user-not-present");
        QTest::addRow("%s PIN but untouched", type) << QByteArray(type) << 0x04 << QByteArray("user-not-present");
    }
}

void TestSshSignature::tokenSignatureNeedsATouch()
{
    QFETCH(QByteArray, type);
    QFETCH(int, flags);
    const RawKey key(type.contains("ed25519") ? "ED25519" : "EC");
    auto parts = tokenParts(key, type.constData(), static_cast<std::uint8_t>(flags));
    const auto armor = parts.armor();
    QTEST(verdict(armor), "expected");
    const auto publicKey = PublicKey::fromBlob(parts.key);
    QVERIFY(publicKey);
    // The signature is a real one: ssh-keygen takes it, touched or not.
    QVERIFY(m_keyring.accepts(allowedSignersLine("alice@example.com", *publicKey) + '\n', "alice@example.com", armor, message));
    parts.tail[0] = static_cast<char>(flags ^ 0x80);
    QVERIFY(verdict(parts.armor()) != "accepted");
    QCOMPARE(nameOf(PublicKey::fromBlob(key.blob("https://example.com"))), QByteArray("key-malformed"));
}

QTEST_GUILESS_MAIN(TestSshSignature)
#include "tst_sshsignature.moc"
