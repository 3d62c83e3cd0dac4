// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Runs public test vectors of others through our code. They are not part of this repository: COUNTERSIGN_VECTORS names a folder
// that holds clones, or parts, of C2SP/wycheproof, openssh/openssh-portable, transparency-dev/merkle and secure-systems-lab/dsse
// under those last names ("wycheproof", "openssh-portable", "merkle", "dsse"). What is not there is skipped.
#include "records/Dsse.h"
#include "records/Encoding.h"
#include "records/Merkle.h"
#include "records/SshSignature.h"
#include "records/Wire.h"

#include "core/Hex.h"
#include "support/Files.h"

#include <QDir>
#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

#include <algorithm>
#include <map>

using namespace countersign;
using namespace countersign::records;

namespace
{

std::string bytesOf(const QJsonObject &object, const char *name)
{
    return bytesFromHex(object.value(QLatin1String(name)).toString().toStdString()).value_or("");
}

/// A number as SSH writes it: no leading zeros but the one that keeps it positive.
std::string positive(std::string magnitude)
{
    magnitude.erase(0, std::min(magnitude.find_first_not_of('\0'), magnitude.size()));
    if (!magnitude.empty() && (static_cast<unsigned char>(magnitude[0]) & 0x80U) != 0)
        magnitude.insert(0, 1, '\0');
    return magnitude;
}

SshSignature signatureOf(const PublicKey &key, std::string algorithm, std::string bytes)
{
    SshSignature signature;
    signature.key = key;
    signature.algorithm = std::move(algorithm);
    signature.bytes = std::move(bytes);
    return signature;
}

Checked<PublicKey> keyOf(std::string_view type, std::initializer_list<std::string> fields)
{
    std::string blob;
    appendString(blob, type);
    for (const auto &field : fields)
        appendString(blob, field);
    return PublicKey::fromBlob(blob);
}

/// Ed25519, ECDSA P-256 with SHA-256, or RSA PKCS#1 with SHA-256 or SHA-512, from a group of Wycheproof.
Checked<PublicKey> keyOfGroup(const QJsonObject &group, const QString &schema)
{
    if (schema.startsWith(QLatin1String("eddsa")))
        return keyOf("ssh-ed25519", {bytesOf(group.value(QLatin1String("publicKey")).toObject(), "pk")});
    if (schema.startsWith(QLatin1String("ecdsa")))
        return keyOf("ecdsa-sha2-nistp256",
                     {"nistp256", bytesOf(group.value(QLatin1String("publicKey")).toObject(), "uncompressed")});
    const auto key = group.value(QLatin1String("publicKey")).toObject();
    return keyOf("ssh-rsa", {positive(bytesOf(key, "publicExponent")), positive(bytesOf(key, "modulus"))});
}

SshSignature signatureOfTest(const PublicKey &key, const QJsonObject &group, const std::string &bytes)
{
    if (key.type() == KeyType::Ed25519)
        return signatureOf(key, "ssh-ed25519", bytes);
    if (key.type() == KeyType::EcdsaP256) {
        // r and s of 32 bytes each; whatever has another length cannot be said in SSH's form.
        std::string fields;
        appendString(fields, positive(bytes.substr(0, 32)));
        appendString(fields, positive(bytes.substr(std::min<std::size_t>(32, bytes.size()))));
        return signatureOf(key, "ecdsa-sha2-nistp256", bytes.size() == 64 ? fields : bytes);
    }
    const bool isLong = group.value(QLatin1String("sha")).toString() == QLatin1String("SHA-512");
    return signatureOf(key, isLong ? "rsa-sha2-512" : "rsa-sha2-256", bytes);
}

/// QJsonDocument has no numbers up to 2^64.
std::uint64_t numberOf(const QByteArray &json, const char *name)
{
    const auto key = QByteArray("\"") + name + "\": ";
    const auto at = json.indexOf(key);
    return at < 0 ? 0 : json.mid(at + key.size(), 20).split(',').front().toULongLong();
}

} // namespace

class TestVectors : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void wycheproof_data();
    void wycheproof();
    void sshSignatures_data();
    void sshSignatures();
    void merkleRoots();
    void inclusionProofs();
    void preAuthenticationEncoding();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }

    QDir m_folder;
};

void TestVectors::initTestCase()
{
    const auto folder = qEnvironmentVariable("COUNTERSIGN_VECTORS");
    if (folder.isEmpty())
        QSKIP("COUNTERSIGN_VECTORS names no folder with test vectors");
    m_folder.setPath(folder);
    QVERIFY(m_folder.exists());
}

void TestVectors::wycheproof_data()
{
    QTest::addColumn<QString>("file");
    for (const char *name : {"ed25519_test", "ecdsa_secp256r1_sha256_p1363_test", "rsa_signature_2048_sha256_test",
                             "rsa_signature_2048_sha512_test", "rsa_signature_3072_sha256_test", "rsa_signature_3072_sha512_test",
                             "rsa_signature_4096_sha256_test", "rsa_signature_4096_sha512_test"})
        QTest::newRow(name) << path(QStringLiteral("wycheproof/testvectors_v1/%1.json").arg(QLatin1String(name)));
}

/// What is invalid is refused; what is valid is accepted. What is "acceptable" may go either way.
void TestVectors::wycheproof()
{
    QFETCH(QString, file);
    if (!QFile::exists(file))
        QSKIP("not there");
    const auto root = QJsonDocument::fromJson(test::readFile(file)).object();
    const auto schema = root.value(QLatin1String("schema")).toString();
    int valid = 0;
    int invalid = 0;
    int either = 0;
    for (const auto &groupValue : root.value(QLatin1String("testGroups")).toArray()) {
        const auto group = groupValue.toObject();
        const auto key = keyOfGroup(group, schema);
        for (const auto &testValue : group.value(QLatin1String("tests")).toArray()) {
            const auto one = testValue.toObject();
            const auto result = one.value(QLatin1String("result")).toString();
            const bool isAccepted = key && isSignatureOf(signatureOfTest(*key, group, bytesOf(one, "sig")), bytesOf(one, "msg"));
            const auto what = QByteArray::number(one.value(QLatin1String("tcId")).toInt()) + ' '
                + one.value(QLatin1String("comment")).toString().toUtf8();
            if (result == QLatin1String("valid"))
                QVERIFY2(isAccepted, what.constData());
            else if (result == QLatin1String("invalid"))
                QVERIFY2(!isAccepted, what.constData());
            ++(result == QLatin1String("valid") ? valid : result == QLatin1String("invalid") ? invalid : either);
        }
    }
    qInfo("%d valid accepted, %d invalid refused, %d acceptable", valid, invalid, either);
    QVERIFY(valid > 0 && invalid > 0);
}

void TestVectors::sshSignatures_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("expected");
    for (const char *name : {"ed25519", "ecdsa", "rsa", "ed25519_sk", "ecdsa_sk"})
        QTest::newRow(name) << QString::fromLatin1(name) << true;
    // Of other types than those that we take.
    for (const char *name : {"ecdsa_sk_webauthn", "mldsa44-ed25519"})
        QTest::newRow(name) << QString::fromLatin1(name) << false;
}

void TestVectors::sshSignatures()
{
    QFETCH(QString, name);
    const QDir folder(path(QStringLiteral("openssh-portable/regress/unittests/sshsig/testdata")));
    const auto armor = test::readFile(folder.filePath(name + QStringLiteral(".sig"))).toStdString();
    if (armor.empty())
        QSKIP("not there");
    const auto nameSpace = test::readFile(folder.filePath(QStringLiteral("namespace"))).trimmed().toStdString();
    const auto data = test::readFile(folder.filePath(QStringLiteral("signed-data"))).toStdString();
    const auto signature = readSshSignature(armor, nameSpace);
    const bool isAccepted = signature && verifySignature(*signature, data);
    QTEST(isAccepted, "expected");
    QProcess process;
    process.start(QStringLiteral("ssh-keygen"),
                  {QStringLiteral("-Y"), QStringLiteral("check-novalidate"), QStringLiteral("-n"),
                   QString::fromStdString(nameSpace), QStringLiteral("-s"), folder.filePath(name + QStringLiteral(".sig"))});
    process.write(data.data(), static_cast<qint64>(data.size()));
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished());
    qInfo("ssh-keygen says %s", process.exitCode() == 0 ? "good" : "not good");
    QVERIFY(!isAccepted || process.exitCode() == 0);
    if (signature) {
        QVERIFY(!verifySignature(*signature, data + "x"));
        QVERIFY(!readSshSignature(armor, nameSpace + "x"));
    }
}

/// The reference leaves of the Certificate Transparency tests, whose roots are those of the proofs.
void TestVectors::merkleRoots()
{
    const QDir folder(path(QStringLiteral("merkle/testdata/consistency")));
    if (!folder.exists())
        QSKIP("not there");
    std::vector<std::string> leaves;
    for (const char *hex : {"", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"})
        leaves.push_back(*bytesFromHex(hex));
    const auto roots = records::merkleRoots(leaves);
    int compared = 0;
    for (const auto &name : folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const auto one =
            QJsonDocument::fromJson(test::readFile(folder.filePath(name + QStringLiteral("/happy-path.json")))).object();
        for (const char *side : {"1", "2"}) {
            const auto size = static_cast<std::size_t>(one.value(QLatin1String("size") + QLatin1String(side)).toInt());
            const auto root = one.value(QLatin1String("root") + QLatin1String(side)).toString().toStdString();
            if (size == 0 || size >= roots.size())
                continue;
            QCOMPARE(toBase64(roots[size]), root);
            ++compared;
        }
    }
    qInfo("%d roots compared", compared);
    QVERIFY(compared > 0);
}

/// The proofs of the Certificate Transparency tests: those that are right, and those that were made wrong. They prove hashes of
/// leaves; only the leaves that are known can be proved here.
void TestVectors::inclusionProofs()
{
    const QDir folder(path(QStringLiteral("merkle/testdata/inclusion")));
    if (!folder.exists())
        QSKIP("not there");
    std::map<std::string, std::string> leaves; // by their hashes
    for (const char *hex : {"", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"}) {
        const std::vector leaf{*bytesFromHex(hex)};
        leaves.emplace(toBase64(records::merkleRoot(leaf)), leaf.front());
    }
    int right = 0;
    int wrong = 0;
    QDirIterator files(folder.path(), {QStringLiteral("*.json")}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const auto name = files.next();
        const auto bytes = test::readFile(name);
        const auto one = QJsonDocument::fromJson(bytes).object();
        const auto leaf = leaves.find(one.value(QLatin1String("leafHash")).toString().toStdString());
        if (leaf == leaves.end())
            continue;
        std::vector<std::string> proof;
        for (const auto &hash : one.value(QLatin1String("proof")).toArray())
            proof.push_back(fromBase64(hash.toString().toStdString()).value_or(""));
        const auto root = rootOfPath(leaf->second, numberOf(bytes, "leafIdx"), numberOf(bytes, "treeSize"), proof);
        const bool isProved = root && toBase64(*root) == one.value(QLatin1String("root")).toString().toStdString();
        const bool isRight = !one.value(QLatin1String("wantErr")).toBool();
        QVERIFY2(isProved == isRight, qPrintable(name));
        ++(isRight ? right : wrong);
    }
    qInfo("%d right proofs accepted, %d wrong ones refused", right, wrong);
    QVERIFY(right > 0 && wrong > 0);
}

void TestVectors::preAuthenticationEncoding()
{
    const auto text = test::readFile(path(QStringLiteral("dsse/protocol.md")));
    if (text.isEmpty())
        QSKIP("not there");
    const auto ours = records::preAuthenticationEncoding("http://example.com/HelloWorld", "hello world");
    QVERIFY2(text.contains(ours.c_str()), ours.c_str());
}

QTEST_GUILESS_MAIN(TestVectors)
#include "tst_vectors.moc"
