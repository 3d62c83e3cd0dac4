// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "OpenPgpHome.h"
#include "RosterScene.h"

#include "core/Sha256.h"
#include "records/Checkpoint.h"
#include "records/Dsse.h"
#include "records/Export.h"
#include "records/OpenPgp.h"
#include "records/OpenPgpPackets.h"
#include "records/OpenPgpSigner.h"
#include "records/Record.h"
#include "support/Files.h"

#include <QDir>
#include <QTest>

using namespace countersign;
using namespace countersign::records;
using namespace countersign::test;

namespace
{

const std::string message = "what is signed";

/// Answers what a test wants gpgv to have answered.
class SayingRunner final : public ProcessRunner
{
public:
    explicit SayingRunner(std::string status, int code = 0)
        : m_outcome{code, false, std::move(status), {}}
    {
    }
    [[nodiscard]] Result<ProcessOutcome> run(const ProcessRequest &request, std::stop_token) const override
    {
        seen = request;
        return m_outcome;
    }
    mutable ProcessRequest seen;

private:
    ProcessOutcome m_outcome;
};

} // namespace

/// OpenPGP keys beside SSH keys: the same bytes, judged by gpgv and by the same rosters, chains and gates.
class TestOpenPgp : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void keysOfEachKindSign_data();
    void keysOfEachKindSign();
    void recordIsReadBackAndFlippedBytesAreNot();
    void whatIsSignedIsWhatCounts();
    void oddSignatureIsRefusedByName_data();
    void oddSignatureIsRefusedByName();
    void oddKeyIsRefusedByName_data();
    void oddKeyIsRefusedByName();
    void statusDecides_data();
    void statusDecides();
    void gpgvRunsWithNothingOfTheUsers();
    void withoutGpgvNothingIsAccepted();
    void keyIsFoundByItsNames();
    void noHomeIsMade();
    void keyOfTheRosterOpensTheGate();
    void keyCountsInItsTimeOnly();
    void armoredKeyEndsWhenItSays();
    void rosterAndCheckpointCanBeSigned();
    void withoutARosterNobodyOwnsIt();
    void bundleIsFollowedWithGpgv();

private:
    [[nodiscard]] SigningKey key() { return m_key; }
    [[nodiscard]] std::string sign(const SigningKey &key, const std::string &bytes = message) const
    {
        const auto armor = signBytes(bytes, approvalNamespace, key, m_scene.keyring.runner,
                                     {m_scene.keyring.environment, std::chrono::seconds(60)});
        if (!armor)
            qFatal("%s %s", armor.error().what.english().c_str(), armor.error().where.c_str());
        return *armor;
    }
    /// A signature that gpg makes with further options.
    [[nodiscard]] std::string signedWith(const QStringList &options) const
    {
        const auto done =
            m_home.gpg(QStringList{QStringLiteral("--local-user"), fingerprint(m_key)} + options
                           + QStringList{QStringLiteral("--detach-sign"), QStringLiteral("--output"), QStringLiteral("-")},
                       message);
        if (done.exitCode != 0)
            qFatal("gpg: %s", done.errors.c_str());
        return writeOpenPgpSignature({m_key.key, done.output});
    }
    static QString fingerprint(const SigningKey &key) { return QString::fromStdString(key.key.fingerprint().substr(8)); }
    static std::string verdictOn(const std::string &armor, const std::string &bytes = message)
    {
        const auto signature = readOpenPgpSignature(armor);
        return signature ? nameOf(verifyOpenPgpSignature(*signature, bytes)) : nameOf(signature);
    }
    /// A roster in which carol has the OpenPGP key beside her own.
    void enrolCarol(std::optional<std::int64_t> end = {})
    {
        m_scene.reset();
        auto roster = m_scene.first();
        QVERIFY(enrol(roster, carol, m_key.key, {}, {}, end));
        m_scene.publish(roster, {alice});
    }
    Record approve(const std::string &person = carol)
    {
        auto statement = m_scene.statement(person);
        statement.reviewer.keyFingerprint = m_key.key.fingerprint();
        statement.signerChain = *nextInChain(m_scene.repository(), m_scene.ledger(), m_key.key.fingerprint());
        return signedRecord(m_scene.keyring, m_key, std::move(statement));
    }

    RosterScene m_scene;
    OpenPgpHome m_home{m_scene.keyring};
    SigningKey m_key;
};

void TestOpenPgp::initTestCase()
{
    if (!m_home.isThere())
        QSKIP("gpg and gpgv are not installed");
    m_key = m_home.make(carol);
}

void TestOpenPgp::keysOfEachKindSign_data()
{
    QTest::addColumn<QString>("algorithm");
    for (const char *algorithm : {"ed25519", "nistp256", "rsa2048"})
        QTest::newRow(algorithm) << QString::fromLatin1(algorithm);
}

void TestOpenPgp::keysOfEachKindSign()
{
    QFETCH(QString, algorithm);
    const auto made = m_home.make(algorithm.toStdString() + "@example.com", algorithm);
    QVERIFY(made.key.isOpenPgp());
    const auto armor = sign(made);
    QCOMPARE(verdictOn(armor), std::string("accepted"));
    QVERIFY(m_home.accepts(armor, message));
    QCOMPARE(verdictOn(armor, "something else"), std::string("signature-invalid"));
    QVERIFY(!m_home.accepts(armor, "something else"));
    QCOMPARE(readOpenPgpSignature(armor)->key, made.key);
}

void TestOpenPgp::recordIsReadBackAndFlippedBytesAreNot()
{
    auto statement = exampleStatement(m_key);
    const auto record = signedRecord(m_scene.keyring, m_key, statement);
    QCOMPARE(record.key, m_key.key);
    QCOMPARE(record.statement, statement);
    QCOMPARE(nameOf(openRecord(record.envelope)), std::string("accepted"));
    // Each accepted change is one that gpgv accepts, too, and the signed bytes are the same.
    const auto parts = *readEnvelope(record.envelope);
    for (std::size_t at = 0; at < parts.armor.size(); at += 23) {
        auto changed = parts;
        changed.armor[at] = static_cast<char>(changed.armor[at] ^ 1);
        const auto opened = openRecord(writeEnvelope(changed));
        QVERIFY2(!opened || (opened->id == record.id && m_home.accepts(changed.armor, record.pae)), std::to_string(at).c_str());
    }
    for (std::size_t at = 0; at < parts.payload.size(); at += 97) {
        auto changed = parts;
        changed.payload[at] = static_cast<char>(changed.payload[at] ^ 1);
        QCOMPARE(nameOf(openRecord(writeEnvelope(changed))), std::string("signature-invalid"));
    }
    auto lying = parts;
    lying.keyId.back() = lying.keyId.back() == '0' ? '1' : '0';
    QCOMPARE(nameOf(openRecord(writeEnvelope(lying))), std::string("key-id-mismatch"));
}

void TestOpenPgp::whatIsSignedIsWhatCounts()
{
    // A signature of a roster or of a commit is none of a record: the bytes tell them apart.
    const auto draft = *draftStatement(exampleStatement(m_key));
    for (const auto &bytes : {rosterPae(draft.payload), draft.payload, "tree " + std::string(40, 'a') + "\n" + draft.pae}) {
        const auto envelope = writeEnvelope({draft.payload, m_key.key.fingerprint(), sign(m_key, bytes)});
        QCOMPARE(nameOf(openRecord(envelope)), std::string("signature-invalid"));
    }
}

void TestOpenPgp::oddSignatureIsRefusedByName_data()
{
    QTest::addColumn<std::string>("armor");
    QTest::addColumn<std::string>("expected");
    const auto row = [](const char *title, const std::string &armor, const char *expected) {
        QTest::newRow(title) << armor << std::string(expected);
    };
    const auto good = sign(m_key);
    const auto signatureAt = good.find("-----BEGIN PGP SIGNATURE");
    const auto packet = readOpenPgpSignature(good)->packet;
    const auto with = [this](const std::string &bytes) { return writeOpenPgpSignature({m_key.key, bytes}); };
    row("SHA-1", signedWith({QStringLiteral("--digest-algo"), QStringLiteral("SHA1")}), "unsupported-hash");
    row("text", signedWith({QStringLiteral("--textmode")}), "signature-version");
    row("two signatures", with(packet + packet), "signature-malformed");
    row("no signature", with({}), "signature-malformed");
    row("cut off", with(packet.substr(0, packet.size() - 1)), "signature-malformed");
    row("key behind it", with(packet + m_key.key.blob()), "signature-malformed");
    row("only the signature", good.substr(signatureAt), "signature-malformed");
    row("only the key", good.substr(0, signatureAt), "signature-malformed");
    row("other order", good.substr(signatureAt) + good.substr(0, signatureAt), "signature-malformed");
    row("bytes behind it", good + "x", "signature-malformed");
    row("two of them", good + good, "signature-malformed");
    row("no checksum", std::string(good).erase(good.rfind("\n="), 6), "signature-malformed");
    row("header", std::string(good).insert(good.find("\n\n") + 1, "Comment: x\n"), "signature-malformed");
    auto windows = good;
    for (std::size_t at = 0; (at = windows.find('\n', at)) != std::string::npos; at += 2)
        windows.insert(at, "\r");
    row("CRLF", windows, "signature-malformed");
    row("other key", writeOpenPgpSignature({m_home.make("other@example.com").key, packet}), "signature-invalid");
}

void TestOpenPgp::oddSignatureIsRefusedByName()
{
    QFETCH(std::string, armor);
    QTEST(verdictOn(armor), "expected");
}

void TestOpenPgp::oddKeyIsRefusedByName_data()
{
    QTest::addColumn<std::string>("bytes");
    QTest::addColumn<std::string>("expected");
    const auto row = [](const char *title, const std::string &bytes, const char *expected) {
        QTest::newRow(title) << bytes << std::string(expected);
    };
    const auto exported = [this](const QStringList &words) { return m_home.gpg(words).output; };
    const auto good = m_key.key.blob();
    row("good", good, "accepted");
    row("secret key", exported({QStringLiteral("--export-secret-keys"), fingerprint(m_key)}), "key-malformed");
    row("two keys", good + good, "key-malformed");
    row("cut off", good.substr(0, good.size() - 1), "key-malformed");
    row("bytes behind it", good + "x", "key-malformed");
    row("nothing", {}, "key-malformed");
    row("endless", good + std::string(20'000, '\x88'), "key-malformed");
    row("partial length", std::string("\xC6\xE1") + good, "key-malformed");
    auto old = good;
    old[2] = 3; // the version, behind a header of two bytes
    row("version 3", old, "key-malformed");
    const auto weak = exported({QStringLiteral("--quick-generate-key"), QStringLiteral("<weak@example.com>"),
                                QStringLiteral("rsa1024"), QStringLiteral("sign"), QStringLiteral("never")});
    row("RSA of 1024 bits", weak + exported({QStringLiteral("--export"), QStringLiteral("weak@example.com")}), "weak-key");
}

void TestOpenPgp::oddKeyIsRefusedByName()
{
    QFETCH(std::string, bytes);
    QTEST(nameOf(PublicKey::fromOpenPgp(bytes)), "expected");
}

void TestOpenPgp::statusDecides_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<int>("code");
    QTest::addColumn<std::string>("expected");
    const auto row = [](const char *title, const QByteArray &status, const char *expected, int code = 0) {
        QTest::newRow(title) << status << code << std::string(expected);
    };
    const QByteArray good("[GNUPG:] GOODSIG 1 x\n");
    const QByteArray valid("[GNUPG:] VALIDSIG FPR 2026-11-21 1 0 4 0 22 10 00 FPR\n");
    row("good", good + valid, "accepted");
    row("key has ended since", "[GNUPG:] EXPKEYSIG 1 x\n" + valid, "accepted");
    row("failed all the same", good + valid, "signature-invalid", 1);
    row("nothing", {}, "signature-invalid");
    row("good but not valid", good, "signature-invalid");
    row("valid but not good", valid, "signature-invalid");
    row("bad", "[GNUPG:] BADSIG 1 x\n", "signature-invalid", 1);
    row("revoked", "[GNUPG:] REVKEYSIG 1 x\n" + valid, "signature-invalid");
    row("signature expired", "[GNUPG:] EXPSIG 1 x\n" + valid, "signature-invalid");
    row("one good, one bad", good + valid + "[GNUPG:] BADSIG 1 x\n", "signature-invalid");
    row("two good ones", good + valid + good + valid, "signature-invalid");
    row("another primary key", good + QByteArray(valid).replace(" FPR\n", " OTHER\n"), "signature-invalid");
    row("SHA-1", good + QByteArray(valid).replace(" 22 10 ", " 22 2 "), "signature-invalid");
    row("DSA", good + QByteArray(valid).replace(" 22 10 ", " 17 10 "), "signature-invalid");
    row("text", good + QByteArray(valid).replace(" 00 ", " 01 "), "signature-invalid");
    row("words cut off", good + valid.left(40) + "\n", "signature-invalid");
    row("in somebody's name", "gpgv: [GNUPG:] GOODSIG 1\ngpgv: " + valid, "signature-invalid");
}

void TestOpenPgp::statusDecides()
{
    QFETCH(QByteArray, status);
    QFETCH(int, code);
    const auto signature = *readOpenPgpSignature(sign(m_key));
    status.replace("FPR", fingerprint(m_key).toLatin1());
    QTEST(nameOf(verifyOpenPgpSignature(signature, message, SayingRunner(status.toStdString(), code))), "expected");
}

void TestOpenPgp::gpgvRunsWithNothingOfTheUsers()
{
    const SayingRunner runner({});
    static_cast<void>(verifyOpenPgpSignature(*readOpenPgpSignature(sign(m_key)), message, runner));
    QCOMPARE(runner.seen.program, std::string("gpgv"));
    QCOMPARE(runner.seen.environment.size(), std::size_t{2});
    QVERIFY(runner.seen.environment.at("HOME") != m_scene.keyring.environment.at("HOME"));
    QVERIFY(std::ranges::contains(runner.seen.arguments, "--homedir"));
    QVERIFY(!std::ranges::contains(runner.seen.arguments, m_scene.keyring.environment.at("GNUPGHOME")));
}

void TestOpenPgp::withoutGpgvNothingIsAccepted()
{
    const SystemProcessRunner nothing({"/nowhere"});
    QCOMPARE(nameOf(verifyOpenPgpSignature(*readOpenPgpSignature(sign(m_key)), message, nothing)),
             std::string("openpgp-unavailable"));
    const auto signature = signBytes(message, approvalNamespace, m_key, nothing, {m_scene.keyring.environment});
    QVERIFY(!signature);
    QCOMPARE(signature.error().kind, ErrorKind::Environment);
}

void TestOpenPgp::keyIsFoundByItsNames()
{
    const auto &keyring = m_scene.keyring;
    const auto hex = fingerprint(m_key).toStdString();
    for (const auto &name : {hex, "OPENPGP:" + hex, "0x" + hex, hex.substr(24)}) {
        const auto found = findKey(name, keyring.runner, keyring.environment);
        QVERIFY2(found.has_value(), name.c_str());
        QCOMPARE(found->key, m_key.key);
        QVERIFY(QByteArray::fromStdString(found->comment).contains("carol@example.com"));
    }
    const auto none = findKey(std::string(40, 'A'), keyring.runner, keyring.environment);
    QVERIFY(!none);
    QVERIFY(none.error().hint.english().contains("gpg --list-secret-keys"));
    const auto all = listKeys(keyring.runner, keyring.environment);
    QVERIFY(all && std::ranges::contains(*all, m_key.key, &SigningKey::key));
}

void TestOpenPgp::noHomeIsMade()
{
    auto environment = m_scene.keyring.environment;
    environment.erase("GNUPGHOME");
    const auto keys = listOpenPgpKeys(m_scene.keyring.runner, environment);
    QVERIFY(keys && keys->empty());
    QVERIFY(!QDir(QString::fromStdString(environment.at("HOME") + "/.gnupg")).exists());
}

void TestOpenPgp::keyOfTheRosterOpensTheGate()
{
    enrolCarol();
    const GateRisk low{0, Band::Low};
    QVERIFY(!m_scene.gatePinned(low).isOpen());
    m_scene.append(approve());
    QCOMPARE(failures(m_scene.verifyPinned()), std::string());
    const auto report = m_scene.gatePinned(low);
    QVERIFY2(report.isOpen(), sentences(report).c_str());
    QCOMPARE(report.requirements.front().people, std::vector{carol});
    // One person's two keys count once, and another person's name does not help.
    m_scene.add(carol);
    QCOMPARE(m_scene.gatePinned(low).requirements.front().people, std::vector{carol});
    m_scene.inject(approve(alice).envelope);
    QVERIFY(failures(m_scene.verifyPinned()).contains("not-the-keys-owner"));
}

void TestOpenPgp::keyCountsInItsTimeOnly()
{
    enrolCarol(testTime + 1000);
    m_scene.append(approve());
    m_scene.clock.time = testTime + 2000;
    QCOMPARE(failures(m_scene.verifyPinned()), std::string());
    m_scene.append(approve());
    QCOMPARE(failures(m_scene.verifyPinned()), std::string("key-expired"));
    enrolCarol();
    m_scene.clock.time = testTime + 100;
    auto next = m_scene.next();
    QVERIFY(revoke(next, m_key.key.fingerprint(), testTime, "lost"));
    m_scene.publish(next, {alice});
    m_scene.append(approve());
    QCOMPARE(failures(m_scene.verifyPinned()), std::string("key-revoked"));
}

void TestOpenPgp::armoredKeyEndsWhenItSays()
{
    const auto made = m_home.make("short@example.com", QStringLiteral("ed25519"), QStringLiteral("30d"));
    QVERIFY(made.key.ownEnd().has_value());
    const auto armored = m_home.gpg({QStringLiteral("--armor"), QStringLiteral("--export"), fingerprint(made)}).output;
    QVERIFY(QByteArray::fromStdString(armored).contains("BEGIN PGP PUBLIC KEY BLOCK"));
    const auto read = dearmorOpenPgpKey(armored).and_then(&PublicKey::fromOpenPgp);
    QVERIFY(read.has_value());
    QCOMPARE(read->fingerprint(), made.key.fingerprint());
    auto roster = m_scene.first();
    QVERIFY(enrol(roster, "short@example.com", *read, {}, {}, {}));
    QCOMPARE(roster.person("short@example.com")->keys.front().validBefore, read->ownEnd());
    const auto written = writeRoster(roster);
    QVERIFY(written.has_value());
    QCOMPARE(readRoster(*written).value(), roster);
}

void TestOpenPgp::rosterAndCheckpointCanBeSigned()
{
    m_scene.reset();
    auto roster = m_scene.first(2);
    QVERIFY(enrol(roster, carol, m_key.key, {std::string(maintainerRole)}, {}));
    const auto payload = writeRoster(roster).value();
    const auto pae = rosterPae(payload);
    const auto ssh = m_scene.keyring.signature(m_scene.key(alice), pae, std::string(rosterNamespace));
    const SignedEnvelope envelope{payload,
                                  {{m_scene.key(alice).key.fingerprint(), ssh}, {m_key.key.fingerprint(), sign(m_key, pae)}}};
    const auto opened = openRoster(writeSignedEnvelope(envelope, rosterPayloadType));
    QCOMPARE(nameOf(opened), std::string("accepted"));
    QCOMPARE(maintainersWhoSigned(roster, *opened), (std::set<std::string>{alice, carol}));
    // Both kinds of signatures stand below one checkpoint.
    const auto text = writeCheckpoint({checkpointOrigin(std::string(32, '7')), {0, sha256Hex({}).substr(0, 32)}});
    const auto both = sign(m_key, text) + m_scene.keyring.signature(m_scene.key(alice), text, std::string(checkpointNamespace));
    const auto signers = checkpointSigners(text, both);
    QCOMPARE(nameOf(signers), std::string("accepted"));
    QCOMPARE(*signers, (std::vector{m_key.key, m_scene.key(alice).key}));
    QCOMPARE(nameOf(checkpointSigners(text, both + sign(m_key, text))), std::string("signature-twice"));
    QCOMPARE(nameOf(checkpointSigners(text + " ", both)), std::string("signature-invalid"));
}

void TestOpenPgp::withoutARosterNobodyOwnsIt()
{
    m_scene.reset();
    const auto line =
        AllowedSigners::parse("carol@example.com namespaces=\"approval@countersign.dev\" " + m_key.key.line() + '\n');
    QVERIFY(line.isEmpty());
    auto statement = m_scene.statement(carol);
    statement.reviewer.keyFingerprint = m_key.key.fingerprint();
    m_scene.inject(signedRecord(m_scene.keyring, m_key, statement).envelope);
    QCOMPARE(failures(m_scene.verify()), std::string("unknown-key"));
}

void TestOpenPgp::bundleIsFollowedWithGpgv()
{
    enrolCarol();
    m_scene.add(alice);
    m_scene.append(approve());
    const QTemporaryDir folder;
    const auto path = folder.filePath(QStringLiteral("audit"));
    QVERIFY(exportRecords(m_scene.ledger(), m_scene.verifyPinned(), {}, path.toStdString()));
    const auto readme = readFile(path + QStringLiteral("/README.txt"));
    QVERIFY(readme.contains("gpgv -q --keyring ./keys/"));
    const auto follow = [&] {
        return m_scene.keyring
            .run(QStringLiteral("bash"),
                 {QStringLiteral("-c"), QStringLiteral("cd '%1' && sed -n 's/^    //p' README.txt | bash -e").arg(path)})
            .exitCode;
    };
    QCOMPARE(follow(), 0);
    const auto ledger = readExport(path.toStdString());
    QVERIFY(ledger.has_value());
    const AllowedSigners nobody;
    QCOMPARE(failures(verifyLedger(*ledger, {nobody, m_scene.clock.now(), nullptr, m_scene.fingerprint()}).value()),
             std::string());
    // The signature of another record in its place is noticed by both.
    const QDir records(path + QStringLiteral("/records"));
    const auto names = records.entryList({QStringLiteral("*.pae.gpg")});
    QCOMPARE(names.size(), 1);
    auto bytes = readFile(records.filePath(names.front()));
    bytes[bytes.size() - 1] = static_cast<char>(bytes.back() ^ 1);
    QVERIFY(writeFile(records.filePath(names.front()), bytes));
    QVERIFY(follow() != 0);
    QVERIFY(failures(verifyLedger(readExport(path.toStdString()).value(), {nobody, m_scene.clock.now()}).value())
                .contains("bundle-file"));
}

QTEST_GUILESS_MAIN(TestOpenPgp)
#include "tst_openpgp.moc"
