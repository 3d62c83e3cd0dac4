// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Keyring.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <thread>

using namespace countersign;
using namespace countersign::records;
using test::Keyring;

namespace
{

StatementDraft draftFor(const SigningKey &key)
{
    return draftStatement(test::exampleStatement(key)).value();
}

/// Runs a script in place of an OpenSSH program, to see what it is given.
std::string script(const Keyring &keyring, const std::string &name, const std::string &text)
{
    keyring.write(name, "#!/bin/sh\n" + text);
    QFile::setPermissions(QString::fromStdString(keyring.file(name)), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return keyring.file(name);
}

} // namespace

class TestSigner : public QObject
{
    Q_OBJECT
private slots:
    void keyFilesOfEachTypeSign_data();
    void keyFilesOfEachTypeSign();
    void keyIsFoundByEitherFileItsTextAndItsFingerprint();
    void keyInTheAgentSignsWithoutItsFile();
    void passphraseComesFromTheProgramThatAsks();
    void wrongPassphraseIsNamed();
    void withoutAnybodyToAskThePassphraseIsNotTakenFromTheRecord();
    void missingKeyIsNamed();
    void missingAgentAndAgentWithoutTheKeyAreToldApart();
    void keyThatOthersCanReadIsNamed();
    void missingProgramIsNamedWithThePackage();
    void programOfThePathIsNeverRun();
    void onlyTheNeededEnvironmentIsPassedOn();
    void hangingProgramTimesOut();
    void cancelEndsTheProgram();
    void signatureOfAnotherKeyIsNotStored();
};

void TestSigner::keyFilesOfEachTypeSign_data()
{
    QTest::addColumn<QString>("options");
    QTest::newRow("ed25519") << QStringLiteral("-t ed25519");
    QTest::newRow("ecdsa") << QStringLiteral("-t ecdsa -b 256");
    QTest::newRow("rsa") << QStringLiteral("-t rsa -b 2048");
}

void TestSigner::keyFilesOfEachTypeSign()
{
    QFETCH(QString, options);
    Keyring keyring;
    const auto key = keyring.make("key", options.split(QLatin1Char(' ')));
    const auto draft = draftFor(key);
    const auto record = test::signedRecord(keyring, key, draft.statement);
    QCOMPARE(record.id, draft.id);
    QVERIFY(record.statement == draft.statement);
    QVERIFY(keyring.accepts(test::allowedSigners({{"alice@example.com", key}}), "alice@example.com", record.armor, record.pae));
}

void TestSigner::keyIsFoundByEitherFileItsTextAndItsFingerprint()
{
    Keyring keyring;
    QVERIFY(QDir().mkpath(QString::fromStdString(keyring.file(".ssh"))));
    const auto key = keyring.make(".ssh/id_ed25519");
    for (const auto &name : {keyring.file(".ssh/id_ed25519"), keyring.file(".ssh/id_ed25519.pub"),
                             std::string("~/.ssh/id_ed25519"), key.key.fingerprint()}) {
        const auto found = findKey(name, keyring.runner, keyring.environment);
        QVERIFY2(found, name.c_str());
        QVERIFY(found->key == key.key);
        QCOMPARE(found->privateFile.string(), keyring.file(".ssh/id_ed25519"));
    }
    QFile::remove(QString::fromStdString(keyring.file(".ssh/id_ed25519.pub")));
    const auto alone = findKey(keyring.file(".ssh/id_ed25519"), keyring.runner, keyring.environment);
    QVERIFY(alone);
    QVERIFY(alone->key == key.key);
}

void TestSigner::keyInTheAgentSignsWithoutItsFile()
{
    Keyring keyring;
    const auto key = keyring.make("key");
    keyring.startAgent();
    keyring.addToAgent(key);
    QVERIFY(QFile::remove(QString::fromStdString(keyring.file("key"))));
    QVERIFY(QFile::remove(QString::fromStdString(keyring.file("key.pub"))));
    const auto keys = listKeys(keyring.runner, keyring.environment);
    QVERIFY(keys);
    QCOMPARE(keys->size(), std::size_t{1});
    for (const auto &name : {key.key.fingerprint(), key.key.line(), "key::" + key.key.line() + " comment"}) {
        const auto found = findKey(name, keyring.runner, keyring.environment);
        QVERIFY2(found, name.c_str());
        QVERIFY(found->isInAgent);
        QCOMPARE(test::signedRecord(keyring, *found, test::exampleStatement(key)).key.fingerprint(), key.key.fingerprint());
    }
}

void TestSigner::passphraseComesFromTheProgramThatAsks()
{
    Keyring keyring;
    const auto key = keyring.make("key", {QStringLiteral("-t"), QStringLiteral("ed25519")}, QStringLiteral("open sesame"));
    SignOptions options{keyring.environment, std::chrono::seconds(30)};
    options.environment["SSH_ASKPASS"] = script(keyring, "ask", "echo 'open sesame'\n");
    options.environment["SSH_ASKPASS_REQUIRE"] = "force";
    QVERIFY(sign(draftFor(key), key, keyring.runner, options));
}

void TestSigner::wrongPassphraseIsNamed()
{
    Keyring keyring;
    const auto key = keyring.make("key", {QStringLiteral("-t"), QStringLiteral("ed25519")}, QStringLiteral("open sesame"));
    SignOptions options{keyring.environment, std::chrono::seconds(30)};
    options.environment["SSH_ASKPASS"] = script(keyring, "ask", "echo wrong\n");
    options.environment["SSH_ASKPASS_REQUIRE"] = "force";
    const auto record = sign(draftFor(key), key, keyring.runner, options);
    QVERIFY(!record);
    QCOMPARE(record.error().kind, ErrorKind::Environment);
    QVERIFY(record.error().what.english().starts_with("The passphrase for"));
}

void TestSigner::withoutAnybodyToAskThePassphraseIsNotTakenFromTheRecord()
{
    if (QFile tty(QStringLiteral("/dev/tty")); tty.open(QIODevice::ReadWrite))
        QSKIP("there is a terminal that ssh-keygen would ask on");
    Keyring keyring;
    auto statement = test::exampleStatement(keyring.make("plain"));
    const auto draft = draftStatement(statement).value();
    // The passphrase is the first line of what is signed: a program that read it from there would succeed.
    const auto key = keyring.make("key", {QStringLiteral("-t"), QStringLiteral("ed25519")},
                                  QString::fromStdString(draft.pae.substr(0, draft.pae.find('\n'))));
    const auto record = sign(draft, key, keyring.runner, {keyring.environment, std::chrono::seconds(30)});
    QVERIFY(!record);
    QVERIFY(record.error().what.english().contains("no terminal to ask"));
    QVERIFY(record.error().hint.english().contains("ssh-add"));
}

void TestSigner::missingKeyIsNamed()
{
    Keyring keyring;
    const auto found = findKey(keyring.file("nowhere"), keyring.runner, keyring.environment);
    QVERIFY(!found);
    QCOMPARE(found.error().kind, ErrorKind::Environment);
    QVERIFY(found.error().what.english().starts_with("There is no key"));
    // The file may go between choosing and signing.
    const auto key = keyring.make("key");
    QFile::remove(QString::fromStdString(keyring.file("key")));
    QFile::remove(QString::fromStdString(keyring.file("key.pub")));
    const auto record = sign(draftFor(key), key, keyring.runner, {keyring.environment, std::chrono::seconds(30)});
    QVERIFY(!record);
    QVERIFY(record.error().what.english().starts_with("There is no key"));
}

void TestSigner::missingAgentAndAgentWithoutTheKeyAreToldApart()
{
    Keyring keyring;
    auto key = keyring.make("key");
    QVERIFY(QFile::remove(QString::fromStdString(keyring.file("key"))));
    const auto noAgent = findKey(keyring.file("key.pub"), keyring.runner, keyring.environment);
    QVERIFY(!noAgent);
    QVERIFY(noAgent.error().what.english().contains("no SSH agent answers"));
    keyring.environment["SSH_AUTH_SOCK"] = keyring.file("nothing listens here");
    QVERIFY(findKey(keyring.file("key.pub"), keyring.runner, keyring.environment)
                .error()
                .what.english()
                .contains("no SSH agent answers"));
    key.isInAgent = true;
    const SignOptions options{keyring.environment, std::chrono::seconds(30)};
    QCOMPARE(sign(draftFor(key), key, keyring.runner, options).error().what.english(),
             std::string("The SSH agent is not running."));
    keyring.startAgent();
    QVERIFY(findKey(keyring.file("key.pub"), keyring.runner, keyring.environment)
                .error()
                .what.english()
                .contains("does not have it"));
    const SignOptions withAgent{keyring.environment, std::chrono::seconds(30)};
    QVERIFY(sign(draftFor(key), key, keyring.runner, withAgent)
                .error()
                .what.english()
                .starts_with("The SSH agent does not have the key"));
}

void TestSigner::keyThatOthersCanReadIsNamed()
{
    Keyring keyring;
    const auto key = keyring.make("key");
    QFile::setPermissions(QString::fromStdString(keyring.file("key")), QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther);
    const auto record = sign(draftFor(key), key, keyring.runner, {keyring.environment, std::chrono::seconds(30)});
    QVERIFY(!record);
    QVERIFY(record.error().hint.english().contains("chmod 600"));
}

void TestSigner::missingProgramIsNamedWithThePackage()
{
    Keyring keyring;
    const auto key = keyring.make("key");
    const auto record =
        sign(draftFor(key), key, SystemProcessRunner({keyring.file(".")}), {keyring.environment, std::chrono::seconds(30)});
    QVERIFY(!record);
    QCOMPARE(record.error().kind, ErrorKind::Environment);
    QCOMPARE(record.error().what.english(), std::string("The program ssh-keygen is missing."));
    QVERIFY(record.error().hint.english().contains("openssh-client"));
}

void TestSigner::programOfThePathIsNeverRun()
{
    Keyring keyring;
    const auto key = keyring.make("key");
    script(keyring, "ssh-keygen", "touch " + keyring.file("was run") + "\nexit 1\n");
    const auto path = qgetenv("PATH");
    qputenv("PATH", QByteArray::fromStdString(keyring.file(".")) + ':' + path);
    const auto record = sign(draftFor(key), key, SystemProcessRunner(), {keyring.environment, std::chrono::seconds(30)});
    qputenv("PATH", path);
    QVERIFY(record);
    QVERIFY(!QFile::exists(QString::fromStdString(keyring.file("was run"))));
}

void TestSigner::onlyTheNeededEnvironmentIsPassedOn()
{
    Keyring keyring;
    script(keyring, "probe", "env | cut -d = -f 1 | sort | tr '\\n' ' '; printf '%s|' \"$@\"; cat\n");
    qputenv("LD_PRELOAD_OF_SOMEBODY", "x");
    qputenv("SSH_ASKPASS", "/usr/bin/ask");
    const auto outcome =
        SystemProcessRunner({keyring.file(".")}).run({"probe", {"a b", "$(id)", ";"}, signingEnvironment(), "in\n"}, {});
    qunsetenv("LD_PRELOAD_OF_SOMEBODY");
    qunsetenv("SSH_ASKPASS");
    QVERIFY(outcome);
    QVERIFY(outcome->output.contains("SSH_ASKPASS "));
    QVERIFY(!outcome->output.contains("LD_PRELOAD_OF_SOMEBODY"));
    QVERIFY(!outcome->output.contains("PATH "));
    QVERIFY(outcome->output.ends_with("a b|$(id)|;|in\n"));
}

void TestSigner::hangingProgramTimesOut()
{
    Keyring keyring;
    const auto key = keyring.make("key");
    script(keyring, "ssh-keygen", "exec sleep 60\n");
    QElapsedTimer timer;
    timer.start();
    const auto record =
        sign(draftFor(key), key, SystemProcessRunner({keyring.file(".")}), {keyring.environment, std::chrono::milliseconds(300)});
    QVERIFY(!record);
    QVERIFY(record.error().what.english().contains("in time"));
    QVERIFY(timer.elapsed() < 20'000);
}

void TestSigner::cancelEndsTheProgram()
{
    Keyring keyring;
    const auto key = keyring.make("key");
    script(keyring, "ssh-keygen", "exec sleep 60\n");
    std::stop_source stop;
    const std::jthread canceller([&stop] {
        std::this_thread::sleep_for(std::chrono::milliseconds(200));
        stop.request_stop();
    });
    QElapsedTimer timer;
    timer.start();
    const auto record = sign(draftFor(key), key, SystemProcessRunner({keyring.file(".")}),
                             {keyring.environment, std::chrono::seconds(50)}, stop.get_token());
    QVERIFY(!record);
    QCOMPARE(record.error().kind, ErrorKind::Cancelled);
    QVERIFY(timer.elapsed() < 20'000);
}

void TestSigner::signatureOfAnotherKeyIsNotStored()
{
    Keyring keyring;
    const auto key = keyring.make("key");
    const auto other = keyring.make("other");
    const auto draft = draftFor(key);
    keyring.write("signature", keyring.signature(other, draft.pae));
    script(keyring, "ssh-keygen", "cat " + keyring.file("signature") + "\n");
    const auto record =
        sign(draft, key, SystemProcessRunner({keyring.file(".")}), {{{"PATH", "/usr/bin:/bin"}}, std::chrono::seconds(30)});
    QVERIFY(!record);
    QVERIFY(record.error().what.english().contains("does not fit"));
}

QTEST_GUILESS_MAIN(TestSigner)
#include "tst_signer.moc"
