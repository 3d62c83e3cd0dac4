// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/Files.h"
#include "support/Program.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <memory>

using namespace countersign;
using test::Outcome;
using test::readFile;
using test::writeFile;

namespace
{

const QString alice = QStringLiteral("alice@example.com");
const QString bob = QStringLiteral("bob@example.com");
const QString ledger = QStringLiteral("refs/countersign/ledger");

} // namespace

/// From a reviewed change to a record that ssh-keygen verifies, and what happens when somebody meddles with the ledger.
class TestSigning : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void gateOpensWithTheApproval();
    void rejectionClosesItAndWithdrawalOpensIt();
    void ownApprovalDoesNotCount();
    void approvalOfAnOlderHeadIsStale();
    void exportIsVerifiedBySshKeygen();
    void keyWithAPassphraseIsAskedFor();
    void agentSigns();
    void meddlingIsNamed_data();
    void meddlingIsNamed();
    void meddlingWithAnExportIsNamed();
    void signingIsRefusedWithAReason_data();
    void signingIsRefusedWithAReason();

private:
    Outcome run(const QStringList &arguments)
    {
        return test::runProgram(QStringLiteral(COUNTERSIGN_PROGRAM), arguments, m_environment, {}, m_demo);
    }
    Outcome git(const QStringList &arguments, const QByteArray &input = {})
    {
        return test::runProgram(QStringLiteral("git"), arguments, m_environment, input, m_demo);
    }
    void makeKey(const QString &name, const QString &passphrase = {});
    void approve(const QString &change, const QString &key = QStringLiteral("alice"));
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    /// Writes a new ledger from the files of the old one after @p edit had them.
    void rewriteLedger(const std::function<void(QMap<QString, QByteArray> &)> &edit);
    [[nodiscard]] static QStringList failures(const Outcome &verified);

    std::unique_ptr<QTemporaryDir> m_folder;
    QProcessEnvironment m_environment;
    QString m_demo;
};

void TestSigning::makeKey(const QString &name, const QString &passphrase)
{
    const auto made =
        test::runProgram(QStringLiteral("ssh-keygen"),
                         {QStringLiteral("-q"), QStringLiteral("-t"), QStringLiteral("ed25519"), QStringLiteral("-N"), passphrase,
                          QStringLiteral("-C"), name, QStringLiteral("-f"), path(name)},
                         m_environment);
    QVERIFY2(made.code == 0, made.err.constData());
}

void TestSigning::initTestCase()
{
    QVERIFY(!QStandardPaths::findExecutable(QStringLiteral("ssh-keygen")).isEmpty());
}

void TestSigning::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_environment = test::cleanEnvironment(m_folder->path());
    m_demo = path(QStringLiteral("demo"));
    QVERIFY(QDir().mkpath(m_demo));
    QCOMPARE(run({QStringLiteral("demo"), m_demo}).code, 0);
    QByteArray signers;
    for (const QString &name : {QStringLiteral("alice"), QStringLiteral("bob")}) {
        makeKey(name);
        signers += name.toUtf8() + "@example.com namespaces=\"approval@countersign.dev\" "
            + readFile(path(name) + QStringLiteral(".pub"));
    }
    QVERIFY(writeFile(path(QStringLiteral("allowed_signers")), signers));
    for (const auto &[name, value] :
         {std::pair(QStringLiteral("user.email"), alice), std::pair(QStringLiteral("user.name"), QStringLiteral("Alice")),
          std::pair(QStringLiteral("gpg.ssh.allowedSignersFile"), path(QStringLiteral("allowed_signers"))),
          std::pair(QStringLiteral("user.signingKey"), path(QStringLiteral("alice")))})
        QCOMPARE(git({QStringLiteral("config"), name, value}).code, 0);
}

void TestSigning::approve(const QString &change, const QString &key)
{
    const auto done = run({QStringLiteral("approve"), change, QStringLiteral("--key"), path(key)});
    QVERIFY2(done.code == 0, done.err.constData());
    QCOMPARE(done.out.trimmed().size(), 64);
}

QStringList TestSigning::failures(const Outcome &verified)
{
    QStringList names;
    const auto add = [&names](const QJsonValue &problems) {
        for (const auto &problem : problems.toArray())
            names << problem.toObject().value(QLatin1String("failure")).toString();
    };
    const auto json = verified.json();
    add(json.value(QLatin1String("problems")));
    for (const auto &record : json.value(QLatin1String("records")).toArray())
        add(record.toObject().value(QLatin1String("problems")));
    return names;
}

void TestSigning::gateOpensWithTheApproval()
{
    const auto closed = run({QStringLiteral("gate"), QStringLiteral("#475")});
    QCOMPARE(closed.code, 1);
    QVERIFY(closed.out.contains("The gate is closed"));
    approve(QStringLiteral("#475"));
    const auto open = run({QStringLiteral("gate"), QStringLiteral("#475"), QStringLiteral("--format"), QStringLiteral("json")});
    QVERIFY2(open.code == 0, open.out.constData());
    QVERIFY(open.json().value(QLatin1String("open")).toBool());
    QCOMPARE(run({QStringLiteral("verify")}).code, 0);
    QCOMPARE(run({QStringLiteral("gate"), QStringLiteral("#476")}).code, 1);
    const auto queue = run({QStringLiteral("queue"), QStringLiteral("--format"), QStringLiteral("json")}).json();
    for (const auto &value : queue.value(QLatin1String("changes")).toArray()) {
        const auto change = value.toObject();
        const bool isOurs = change.value(QLatin1String("id")).toString() == QLatin1String("#475");
        QCOMPARE(change.value(QLatin1String("gate")).toString(), isOurs ? QStringLiteral("open") : QStringLiteral("closed"));
    }
}

void TestSigning::rejectionClosesItAndWithdrawalOpensIt()
{
    approve(QStringLiteral("#475"));
    const QStringList byBob{QStringLiteral("#475"), QStringLiteral("--key"), path(QStringLiteral("bob"))};
    QCOMPARE(run(QStringList{QStringLiteral("reject")} + byBob).code, 0);
    const auto closed = run({QStringLiteral("gate"), QStringLiteral("#475")});
    QCOMPARE(closed.code, 1);
    QVERIFY2(closed.out.contains("bob@example.com rejected it"), closed.out.constData());
    QCOMPARE(run(QStringList{QStringLiteral("withdraw")} + byBob).code, 0);
    QCOMPARE(run({QStringLiteral("gate"), QStringLiteral("#475")}).code, 0);
    QCOMPARE(run({QStringLiteral("verify")}).code, 0);
    const auto nothing = run(
        QStringList{QStringLiteral("withdraw"), QStringLiteral("#476"), QStringLiteral("--key"), path(QStringLiteral("bob"))});
    QCOMPARE(nothing.code, 3);
    QVERIFY2(nothing.err.contains("no record of yours"), nothing.err.constData());
}

void TestSigning::ownApprovalDoesNotCount()
{
    const QByteArray tom =
        "tom@orders.example namespaces=\"approval@countersign.dev\" " + readFile(path(QStringLiteral("alice.pub")));
    QVERIFY(writeFile(path(QStringLiteral("allowed_signers")), tom));
    approve(QStringLiteral("#476")); // Tom wrote it
    const auto gate = run({QStringLiteral("gate"), QStringLiteral("#476")});
    QCOMPARE(gate.code, 1);
    QVERIFY2(gate.out.contains("wrote part of the change"), gate.out.constData());
}

void TestSigning::approvalOfAnOlderHeadIsStale()
{
    approve(QStringLiteral("#475"));
    const auto commit = git({QStringLiteral("commit-tree"), QStringLiteral("refs/pull/475/head^{tree}"), QStringLiteral("-p"),
                             QStringLiteral("refs/pull/475/head"), QStringLiteral("-m"), QStringLiteral("More")});
    QCOMPARE(commit.code, 0);
    QCOMPARE(
        git({QStringLiteral("update-ref"), QStringLiteral("refs/pull/475/head"), QString::fromLatin1(commit.out.trimmed())}).code,
        0);
    const auto gate = run({QStringLiteral("gate"), QStringLiteral("#475"), QStringLiteral("--format"), QStringLiteral("json")});
    QCOMPARE(gate.code, 1);
    QCOMPARE(
        gate.json().value(QLatin1String("requirements")).toArray().at(0).toObject().value(QLatin1String("status")).toString(),
        QStringLiteral("stale"));
    QCOMPARE(run({QStringLiteral("verify")}).code, 0); // the record itself is as good as ever
}

void TestSigning::exportIsVerifiedBySshKeygen()
{
    approve(QStringLiteral("#475"));
    approve(QStringLiteral("#482"), QStringLiteral("bob"));
    const QString out = path(QStringLiteral("out"));
    QCOMPARE(run({QStringLiteral("export"), QStringLiteral("--out"), out}).code, 0);
    const auto check = [&](const QString &who, const QString &number, const QByteArray &bytes) {
        return test::runProgram(QStringLiteral("ssh-keygen"),
                                {QStringLiteral("-Y"), QStringLiteral("verify"), QStringLiteral("-f"),
                                 QStringLiteral("allowed_signers"), QStringLiteral("-I"), who, QStringLiteral("-n"),
                                 QStringLiteral("approval@countersign.dev"), QStringLiteral("-s"),
                                 QStringLiteral("records/%1.pae.sig").arg(number)},
                                m_environment, bytes, out);
    };
    QByteArray pae = readFile(out + QStringLiteral("/records/000001.pae"));
    QVERIFY(check(alice, QStringLiteral("000001"), pae).out.startsWith("Good"));
    QVERIFY(check(bob, QStringLiteral("000002"), readFile(out + QStringLiteral("/records/000002.pae"))).out.startsWith("Good"));
    QVERIFY(check(bob, QStringLiteral("000001"), pae).code != 0);
    pae[pae.size() / 2] = static_cast<char>(pae[pae.size() / 2] ^ 1);
    QVERIFY(check(alice, QStringLiteral("000001"), pae).code != 0);
    const auto verified = run({QStringLiteral("verify"), out, QStringLiteral("--format"), QStringLiteral("json")});
    QCOMPARE(verified.code, 0);
    QCOMPARE(verified.json().value(QLatin1String("records")).toArray().size(), 2);
    const auto again = run({QStringLiteral("export"), QStringLiteral("--out"), out});
    QCOMPARE(again.code, 2); // nothing is overwritten
}

void TestSigning::keyWithAPassphraseIsAskedFor()
{
    makeKey(QStringLiteral("locked"), QStringLiteral("open sesame"));
    const QString script = path(QStringLiteral("askpass"));
    m_environment.insert(QStringLiteral("SSH_ASKPASS"), script);
    m_environment.insert(QStringLiteral("SSH_ASKPASS_REQUIRE"), QStringLiteral("force"));
    const QStringList sign{QStringLiteral("approve"), QStringLiteral("#475"), QStringLiteral("--key"),
                           path(QStringLiteral("locked"))};
    constexpr auto program = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    QVERIFY(writeFile(script, "#!/bin/sh\necho wrong\n", program));
    const auto refused = run(sign);
    QCOMPARE(refused.code, 3);
    QVERIFY2(refused.err.contains("passphrase") && refused.err.contains("nothing was signed"), refused.err.constData());
    QVERIFY(git({QStringLiteral("rev-parse"), QStringLiteral("--verify"), QStringLiteral("-q"), ledger}).code != 0);
    QVERIFY(writeFile(script, "#!/bin/sh\necho open sesame\n", program));
    const auto done = run(sign);
    QVERIFY2(done.code == 0, done.err.constData());
}

void TestSigning::agentSigns()
{
    const QString socket = path(QStringLiteral("agent"));
    QProcess agent;
    agent.setProcessEnvironment(m_environment);
    agent.start(QStringLiteral("ssh-agent"), {QStringLiteral("-D"), QStringLiteral("-a"), socket});
    QVERIFY(agent.waitForStarted());
    QVERIFY(QTest::qWaitFor([&] { return QFile::exists(socket); }, 10'000));
    m_environment.insert(QStringLiteral("SSH_AUTH_SOCK"), socket);
    QFile::rename(path(QStringLiteral("alice")), path(QStringLiteral("elsewhere")));
    const QStringList sign{QStringLiteral("approve"), QStringLiteral("#475"), QStringLiteral("--key"),
                           path(QStringLiteral("alice.pub"))};
    const auto without = run(sign);
    QCOMPARE(without.code, 3);
    QVERIFY2(without.err.contains("ssh-add"), without.err.constData());
    QCOMPARE(test::runProgram(QStringLiteral("ssh-add"), {QStringLiteral("-q"), path(QStringLiteral("elsewhere"))}, m_environment)
                 .code,
             0);
    const auto done = run(sign);
    agent.terminate();
    agent.waitForFinished();
    QVERIFY2(done.code == 0, done.err.constData());
    QCOMPARE(run({QStringLiteral("verify")}).code, 0);
}

void TestSigning::rewriteLedger(const std::function<void(QMap<QString, QByteArray> &)> &edit)
{
    QMap<QString, QByteArray> files;
    for (const QByteArray &name :
         git({QStringLiteral("ls-tree"), QStringLiteral("-r"), QStringLiteral("--name-only"), ledger}).out.trimmed().split('\n'))
        files.insert(
            QString::fromUtf8(name),
            git({QStringLiteral("cat-file"), QStringLiteral("blob"), ledger + QLatin1Char(':') + QString::fromUtf8(name)}).out);
    edit(files);
    QByteArray script = "commit refs/countersign/ledger\ncommitter A <a@example.com> 1767225600 +0000\ndata 0\n";
    for (const auto &[name, bytes] : files.asKeyValueRange())
        script += "M 100644 inline " + name.toUtf8() + "\ndata " + QByteArray::number(bytes.size()) + "\n" + bytes + "\n";
    QCOMPARE(git({QStringLiteral("update-ref"), QStringLiteral("-d"), ledger}).code, 0);
    const auto written = git({QStringLiteral("fast-import"), QStringLiteral("--quiet")}, script);
    QVERIFY2(written.code == 0, written.err.constData());
}

void TestSigning::meddlingIsNamed_data()
{
    using Files = QMap<QString, QByteArray>;
    QTest::addColumn<std::function<void(Files &)>>("edit");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *what, std::function<void(Files &)> edit, const char *expected) {
        QTest::newRow(what) << std::move(edit) << QString::fromLatin1(expected);
    };
    const auto recordOf = [](const Files &files, int line) {
        const QByteArray id = files.value(QStringLiteral("log/leaves")).split('\n').at(line).split(' ').at(2);
        return QStringLiteral("records/%1/%2.dsse.json").arg(QString::fromLatin1(id.left(2)), QString::fromLatin1(id));
    };
    const auto payloadOf = [](const QByteArray &envelope) {
        return QByteArray::fromBase64(
            QJsonDocument::fromJson(envelope).object().value(QLatin1String("payload")).toString().toLatin1());
    };
    row(
        "one byte of what was signed",
        [=](Files &files) {
            QByteArray &envelope = files[recordOf(files, 1)];
            QByteArray payload = payloadOf(envelope);
            const QByteArray before = payload.toBase64();
            payload.replace("\"approve\"", "\"reject!\"").replace("alice@", "alicf@");
            envelope.replace(before, payload.toBase64());
        },
        "signature-invalid");
    row(
        "pointed to another commit",
        [=](Files &files) {
            QByteArray &envelope = files[recordOf(files, 1)];
            QByteArray payload = payloadOf(envelope);
            const QByteArray before = payload.toBase64();
            const QByteArray head = QJsonDocument::fromJson(payload)
                                        .object()
                                        .value(QLatin1String("subject"))
                                        .toArray()
                                        .at(0)
                                        .toObject()
                                        .value(QLatin1String("digest"))
                                        .toObject()
                                        .value(QLatin1String("gitCommit"))
                                        .toString()
                                        .toLatin1();
            payload.replace(head, "0123456789012345678901234567890123456789");
            envelope.replace(before, payload.toBase64());
        },
        "signature-invalid");
    row(
        "dropped from the middle, file and line",
        [=](Files &files) {
            files.remove(recordOf(files, 1));
            auto lines = files.value(QStringLiteral("log/leaves")).split('\n');
            lines.removeAt(1);
            lines[1].replace(0, 1, "1"); // numbered anew
            files[QStringLiteral("log/leaves")] = lines.join('\n');
        },
        "chain-gap");
    row(
        "dropped from the middle, numbers left",
        [=](Files &files) {
            files.remove(recordOf(files, 1));
            auto lines = files.value(QStringLiteral("log/leaves")).split('\n');
            lines.removeAt(1);
            files[QStringLiteral("log/leaves")] = lines.join('\n');
        },
        "leaf-order");
    row("file deleted", [=](Files &files) { files.remove(recordOf(files, 1)); }, "record-missing");
    row(
        "line deleted",
        [=](Files &files) {
            auto lines = files.value(QStringLiteral("log/leaves")).split('\n');
            lines.removeAt(2);
            files[QStringLiteral("log/leaves")] = lines.join('\n');
        },
        "record-not-logged");
    row(
        "two swapped",
        [=](Files &files) {
            const QString first = recordOf(files, 0);
            const QString second = recordOf(files, 1);
            const QByteArray bytes = files.value(first);
            files[first] = files.value(second);
            files[second] = bytes;
        },
        "record-id-mismatch");
    row(
        "another kind in the log", [=](Files &files) { files[QStringLiteral("log/leaves")].replace("approve", "reject"); },
        "leaf-kind-mismatch");
    row("a stranger's file", [](Files &files) { files.insert(QStringLiteral("records/evil"), "x"); }, "ledger-malformed");
    row("a line of rubbish", [](Files &files) { files[QStringLiteral("log/leaves")] += "rubbish\n"; }, "leaf-malformed");
    row(
        "key twice in the JSON",
        [=](Files &files) {
            QByteArray &envelope = files[recordOf(files, 0)];
            envelope.insert(1, "\"payload\":\"\",");
        },
        "json-duplicate-key");
    row("bytes behind the JSON", [=](Files &files) { files[recordOf(files, 0)] += "{}"; }, "json-syntax");
}

void TestSigning::meddlingIsNamed()
{
    using Edit = std::function<void(QMap<QString, QByteArray> &)>;
    QFETCH(Edit, edit);
    QFETCH(QString, expected);
    for (const char *change : {"#475", "#476", "#480"})
        approve(QString::fromLatin1(change));
    QCOMPARE(run({QStringLiteral("verify")}).code, 0);
    rewriteLedger(edit);
    const auto verified = run({QStringLiteral("verify"), QStringLiteral("--format"), QStringLiteral("json")});
    QCOMPARE(verified.code, 1);
    QVERIFY2(failures(verified).contains(expected), verified.out.constData());
    const auto told = run({QStringLiteral("verify")});
    QCOMPARE(told.code, 1);
    QVERIFY2(told.out.contains(expected.toUtf8()), told.out.constData());
    QCOMPARE(run({QStringLiteral("gate"), QStringLiteral("#476")}).code, 1);
}

void TestSigning::meddlingWithAnExportIsNamed()
{
    for (const char *change : {"#475", "#476", "#480"})
        approve(QString::fromLatin1(change));
    const QString out = path(QStringLiteral("out"));
    QCOMPARE(run({QStringLiteral("export"), QStringLiteral("--out"), out}).code, 0);
    QVERIFY(QFile::remove(out + QStringLiteral("/records/000002.dsse.json")));
    const auto verified = run({QStringLiteral("verify"), out, QStringLiteral("--format"), QStringLiteral("json")});
    QCOMPARE(verified.code, 1);
    QVERIFY2(failures(verified).contains(QStringLiteral("record-missing")), verified.out.constData());
    QVERIFY2(failures(verified).contains(QStringLiteral("chain-gap")), verified.out.constData());
}

void TestSigning::signingIsRefusedWithAReason_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char *what, const QStringList &arguments, const char *says) {
        QTest::newRow(what) << arguments << QByteArray(says);
    };
    row("no such key", {QStringLiteral("#475"), QStringLiteral("--key"), QStringLiteral("nowhere")}, "ssh-keygen -t ed25519");
    row("not a key", {QStringLiteral("#475"), QStringLiteral("--key"), QStringLiteral("README.md")}, "key");
    row("unknown fingerprint",
        {QStringLiteral("#475"), QStringLiteral("--key"), QStringLiteral("SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")},
        "key");
    row("a patch", {QStringLiteral("change.patch")}, "Apply it on a branch first");
}

void TestSigning::signingIsRefusedWithAReason()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, says);
    QVERIFY(writeFile(m_demo + QStringLiteral("/change.patch"), "--- /dev/null\n+++ b/new.txt\n@@ -0,0 +1 @@\n+x\n"));
    const auto refused = run(QStringList{QStringLiteral("approve")} + arguments);
    QCOMPARE(refused.code, 3);
    QVERIFY2(refused.err.contains(says), refused.err.constData());
    QVERIFY(refused.out.isEmpty());
    QVERIFY(git({QStringLiteral("rev-parse"), QStringLiteral("--verify"), QStringLiteral("-q"), ledger}).code != 0);
}

QTEST_GUILESS_MAIN(TestSigning)
#include "tst_signing.moc"
