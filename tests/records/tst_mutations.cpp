// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Keyring.h"

#include "core/Hex.h"
#include "records/Dsse.h"
#include "records/Encoding.h"
#include "records/Record.h"
#include "records/SshSignature.h"

#include <QTest>

#include <random>

using namespace countersign;
using namespace countersign::records;
using namespace countersign::test;

namespace
{

/// A small, seeded source of changes to bytes: the same run finds the same thing again.
class Mutator
{
public:
    explicit Mutator(unsigned seed)
        : m_random(seed)
    {
    }

    std::string mutate(std::string bytes)
    {
        const auto changes = 1 + below(3);
        for (std::size_t i = 0; i < changes; ++i)
            once(bytes);
        return bytes;
    }

    std::size_t below(std::size_t most)
    {
        return most == 0 ? 0 : std::uniform_int_distribution<std::size_t>(0, most - 1)(m_random);
    }

private:
    void once(std::string &bytes)
    {
        const auto at = below(bytes.size());
        const auto length = std::min(below(8) + 1, bytes.size() - at);
        switch (below(7)) {
        case 0:
            bytes[at] = static_cast<char>(bytes[at] ^ (1 << below(8)));
            break;
        case 1:
            bytes[at] = static_cast<char>(below(256));
            break;
        case 2:
            bytes.erase(at, length);
            break;
        case 3:
            bytes.insert(at, bytes.substr(below(bytes.size()), length));
            break;
        case 4:
            bytes.resize(at + 1);
            break;
        case 5:
            std::reverse(bytes.begin() + static_cast<std::ptrdiff_t>(at),
                         bytes.begin() + static_cast<std::ptrdiff_t>(at + length));
            break;
        default:
            bytes.insert(below(2) == 0 ? bytes.size() : at, std::string(length, static_cast<char>(below(2) == 0 ? '\n' : 0)));
        }
    }

    std::mt19937 m_random;
};

std::string unarmored(std::string armor)
{
    armor.erase(0, armor.find('\n') + 1);
    armor.erase(armor.find("-----END"));
    std::erase(armor, '\n');
    return fromBase64(armor).value_or("");
}

std::string armored(const std::string &blob)
{
    const auto base64 = toBase64(blob);
    std::string out = "-----BEGIN SSH SIGNATURE-----\n";
    for (std::size_t i = 0; i < base64.size(); i += 70)
        out += base64.substr(i, 70) + '\n';
    return out + "-----END SSH SIGNATURE-----\n";
}

std::size_t rounds(std::size_t quick, std::size_t all)
{
    return qEnvironmentVariableIsSet("COUNTERSIGN_LONG") ? all : quick;
}

} // namespace

/// Whatever is done to the bytes of a record or a signature: what we accept, ssh-keygen accepts, and it is what was signed.
class TestMutations : public QObject
{
    Q_OBJECT

private slots:
    void mutatedRecordIsNeverAnotherRecord_data() { keys(); }
    void mutatedRecordIsNeverAnotherRecord();
    void mutatedSignatureIsAcceptedOnlyBySshKeygenToo_data() { keys(); }
    void mutatedSignatureIsAcceptedOnlyBySshKeygenToo();

private:
    static void keys()
    {
        QTest::addColumn<QStringList>("options");
        QTest::newRow("Ed25519") << QStringList{QStringLiteral("-t"), QStringLiteral("ed25519")};
        QTest::newRow("ECDSA P-256") << QStringList{QStringLiteral("-t"), QStringLiteral("ecdsa"), QStringLiteral("-b"),
                                                    QStringLiteral("256")};
        QTest::newRow("RSA") << QStringList{QStringLiteral("-t"), QStringLiteral("rsa"), QStringLiteral("-b"),
                                            QStringLiteral("2048")};
    }

    Keyring m_keyring;
};

void TestMutations::mutatedRecordIsNeverAnotherRecord()
{
    QFETCH(QStringList, options);
    const auto key = m_keyring.make(options[1].toStdString(), options);
    const auto record = signedRecord(m_keyring, key, exampleStatement(key));
    const auto signers = allowedSigners({{"alice@example.com", key}});
    Mutator mutator(20261121);
    std::size_t accepted = 0;
    // A third each: the envelope's bytes, the payload inside it, the signature inside it.
    for (std::size_t round = 0; round < rounds(700, 34'000); ++round) {
        auto parts = *readEnvelope(record.envelope);
        auto envelope = record.envelope;
        if (round % 3 == 0)
            envelope = mutator.mutate(envelope);
        else if (round % 3 == 1)
            envelope = writeEnvelope({mutator.mutate(parts.payload), parts.keyId, parts.armor});
        else
            envelope = writeEnvelope({parts.payload, parts.keyId, armored(mutator.mutate(unarmored(parts.armor)))});
        const auto opened = openRecord(envelope);
        if (!opened)
            continue;
        ++accepted;
        QCOMPARE(opened->id, record.id);
        QCOMPARE(opened->signatureSha256, record.signatureSha256);
        QVERIFY(m_keyring.accepts(signers, "alice@example.com", opened->armor, opened->pae));
    }
    // White space between the fields of the envelope is all that may differ.
    QVERIFY(accepted < rounds(700, 34'000) / 10);
}

void TestMutations::mutatedSignatureIsAcceptedOnlyBySshKeygenToo()
{
    QFETCH(QStringList, options);
    const auto key = m_keyring.make(options[1].toStdString(), options);
    const std::string message = "what is signed";
    const auto armor = m_keyring.signature(key, message);
    const auto signers = allowedSigners({{"alice@example.com", key}});
    Mutator mutator(4711);
    std::size_t asked = 0;
    for (std::size_t round = 0; round < rounds(300, 5'000); ++round) {
        const auto changed = round % 2 == 0 ? mutator.mutate(armor) : armored(mutator.mutate(unarmored(armor)));
        const auto signature = readSshSignature(changed, approvalNamespace);
        const bool isOurs = signature && verifySignature(*signature, message);
        // ssh-keygen's own answer is asked for whatever we accept, and for a sample of the rest.
        if (!isOurs && round % 25 != 0)
            continue;
        ++asked;
        const bool isTheirs = m_keyring.accepts(signers, "alice@example.com", changed, message);
        QVERIFY2(!isOurs || isTheirs, toHex(changed).c_str());
    }
    QVERIFY(asked > 0);
}

QTEST_GUILESS_MAIN(TestMutations)
#include "tst_mutations.moc"
