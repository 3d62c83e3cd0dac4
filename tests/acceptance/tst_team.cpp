// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/Files.h"
#include "support/Program.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace countersign;
using test::Outcome;

/// A team with a roster: two clones, one remote, a server that refuses, and an auditor who has nothing of ours.
class TestTeam : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void rosterHasToBePinned();
    void twoReviewersAppendAtTheSameTime();
    void rolledBackRemoteIsRefused();
    void hostileConfigurationRunsNothing();
    void serverRefusesUntilTheGateIsOpen();
    void serverRefusesALedgerThatShrinks();
    void auditorReachesTheSameVerdictWithoutUs();
    void meddlingWithABundleIsNamed_data();
    void meddlingWithABundleIsNamed();
    void overrideOpensTheGate();

private:
    Outcome run(const QString &folder, const QStringList &arguments)
    {
        return test::runProgram(QStringLiteral(COUNTERSIGN_PROGRAM), arguments, m_environment, {}, folder);
    }
    Outcome git(const QString &folder, const QStringList &arguments)
    {
        return test::runProgram(QStringLiteral("git"), arguments, m_environment, {}, folder);
    }
    void must(const Outcome &outcome) { QVERIFY2(outcome.code == 0, (outcome.err + outcome.out).constData()); }
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    void makePerson(const QString &name);
    void actAs(const QString &clone, const QString &name);
    QString bundle();

    std::unique_ptr<QTemporaryDir> m_folder;
    QProcessEnvironment m_environment;
    QString m_one; ///< clone of alice, maintainer and senior
    QString m_two; ///< clone of carol, senior
    QString m_remote;
    QString m_fingerprint;
};

void TestTeam::makePerson(const QString &name)
{
    must(test::runProgram(QStringLiteral("ssh-keygen"),
                          {QStringLiteral("-q"), QStringLiteral("-t"), QStringLiteral("ed25519"), QStringLiteral("-N"), QString(),
                           QStringLiteral("-C"), name, QStringLiteral("-f"), path(name)},
                          m_environment));
}

void TestTeam::actAs(const QString &clone, const QString &name)
{
    must(git(clone, {QStringLiteral("config"), QStringLiteral("user.email"), name + QStringLiteral("@example.com")}));
    must(git(clone, {QStringLiteral("config"), QStringLiteral("user.name"), name}));
    must(git(clone, {QStringLiteral("config"), QStringLiteral("user.signingKey"), path(name)}));
}

void TestTeam::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_environment = test::cleanEnvironment(m_folder->path());
    m_one = path(QStringLiteral("one"));
    m_two = path(QStringLiteral("two"));
    m_remote = path(QStringLiteral("remote.git"));
    must(run(m_folder->path(), {QStringLiteral("demo"), m_one}));
    must(git(m_folder->path(), {QStringLiteral("clone"), QStringLiteral("-q"), QStringLiteral("--mirror"), m_one, m_remote}));
    must(git(m_folder->path(), {QStringLiteral("clone"), QStringLiteral("-q"), m_remote, m_two}));
    must(git(m_two,
             {QStringLiteral("fetch"), QStringLiteral("-q"), QStringLiteral("origin"),
              QStringLiteral("+refs/pull/*/head:refs/pull/*/head")}));
    must(git(m_one, {QStringLiteral("remote"), QStringLiteral("add"), QStringLiteral("origin"), m_remote}));
    for (const auto &name : {QStringLiteral("alice"), QStringLiteral("carol")})
        makePerson(name);
    actAs(m_one, QStringLiteral("alice"));
    actAs(m_two, QStringLiteral("carol"));
    const auto policy = path(QStringLiteral("policy.toml"));
    QVERIFY(test::writeFile(
        policy, "version = 1\n[defaults]\nrequire = [{ role = \"senior\", count = 1 }]\noverride = [\"maintainer\"]\n"));
    const auto made = run(m_one, {QStringLiteral("init"), QStringLiteral("--policy"), policy});
    must(made);
    m_fingerprint = QString::fromUtf8(made.out.trimmed());
    must(run(m_one,
             {QStringLiteral("roster"), QStringLiteral("enrol"), QStringLiteral("carol@example.com"),
              path(QStringLiteral("carol.pub")), QStringLiteral("--roles"), QStringLiteral("reviewer,senior")}));
    must(run(m_one, {QStringLiteral("ledger"), QStringLiteral("push")}));
    must(run(m_two, {QStringLiteral("ledger"), QStringLiteral("fetch")}));
}

void TestTeam::rosterHasToBePinned()
{
    must(run(m_one, {QStringLiteral("approve"), QStringLiteral("#475")}));
    QCOMPARE(run(m_one, {QStringLiteral("gate"), QStringLiteral("#475")}).code, 0);
    must(run(m_one, {QStringLiteral("ledger"), QStringLiteral("push")}));
    must(run(m_two, {QStringLiteral("ledger"), QStringLiteral("fetch")}));
    const auto closed = run(m_two, {QStringLiteral("gate"), QStringLiteral("#475")});
    QCOMPARE(closed.code, 1);
    QVERIFY(closed.out.contains("not pinned") && closed.out.contains(m_fingerprint.toUtf8()));
    QCOMPARE(run(m_two, {QStringLiteral("roster"), QStringLiteral("pin"), QString(64, QLatin1Char('a'))}).code, 3);
    must(run(m_two, {QStringLiteral("roster"), QStringLiteral("pin"), m_fingerprint}));
    QCOMPARE(run(m_two, {QStringLiteral("gate"), QStringLiteral("#475")}).code, 0);
    const auto other =
        run(m_two, {QStringLiteral("gate"), QStringLiteral("#475"), QStringLiteral("--roster"), QString(64, QLatin1Char('a'))});
    QCOMPARE(other.code, 1);
    QVERIFY(other.out.contains("was pinned"));
}

void TestTeam::twoReviewersAppendAtTheSameTime()
{
    // Neither knows of the other's records, and each signs two.
    for (const auto &change : {QStringLiteral("#475"), QStringLiteral("#476")}) {
        must(run(m_one, {QStringLiteral("approve"), change}));
        must(run(m_two, {QStringLiteral("approve"), change}));
    }
    must(run(m_one, {QStringLiteral("ledger"), QStringLiteral("push")}));
    const auto pushed = run(m_two, {QStringLiteral("ledger"), QStringLiteral("push")});
    must(pushed);
    QVERIFY2(pushed.err.contains("2 of yours were appended anew"), pushed.err.constData());
    must(run(m_one, {QStringLiteral("ledger"), QStringLiteral("fetch")}));
    for (const auto &clone : {m_one, m_two}) {
        const auto verified = run(clone, {QStringLiteral("verify"), QStringLiteral("--format"), QStringLiteral("json")});
        QVERIFY2(verified.code == 0, verified.out.constData());
        QCOMPARE(verified.json().value(QLatin1String("records")).toArray().size(), 4);
    }
    // Both go on from there.
    must(run(m_two, {QStringLiteral("reject"), QStringLiteral("#476")}));
    must(run(m_two, {QStringLiteral("ledger"), QStringLiteral("push")}));
    must(run(m_one, {QStringLiteral("ledger"), QStringLiteral("fetch")}));
    QCOMPARE(run(m_one, {QStringLiteral("gate"), QStringLiteral("#476")}).code, 1);
    QCOMPARE(run(m_one, {QStringLiteral("verify")}).code, 0);
}

void TestTeam::rolledBackRemoteIsRefused()
{
    const auto ref = QStringLiteral("refs/countersign/ledger");
    const auto before = QString::fromUtf8(git(m_remote, {QStringLiteral("rev-parse"), ref}).out.trimmed());
    must(run(m_one, {QStringLiteral("reject"), QStringLiteral("#475")}));
    must(run(m_one, {QStringLiteral("ledger"), QStringLiteral("push")}));
    must(git(m_remote, {QStringLiteral("update-ref"), ref, before}));
    const auto refused = run(m_one, {QStringLiteral("ledger"), QStringLiteral("fetch")});
    QCOMPARE(refused.code, 3);
    QVERIFY2(refused.err.contains("rolled back or replaced"), refused.err.constData());
    // Rolled back in the clone itself, with everything that git has of it.
    must(git(m_one, {QStringLiteral("update-ref"), ref, before}));
    must(git(m_one, {QStringLiteral("update-ref"), QStringLiteral("refs/countersign/published"), before}));
    QCOMPARE(run(m_one, {QStringLiteral("verify")}).code, 0 + 1);
    const auto verified = run(m_one, {QStringLiteral("verify"), QStringLiteral("--format"), QStringLiteral("json")});
    QVERIFY2(verified.out.contains("log-rolled-back"), verified.out.constData());
}

void TestTeam::hostileConfigurationRunsNothing()
{
    const auto trap = path(QStringLiteral("trap"));
    const auto mark = path(QStringLiteral("sprung"));
    QVERIFY(test::writeFile(trap, "#!/bin/sh\ntouch '" + mark.toUtf8() + "'\nexit 1\n"));
    QVERIFY(QFile::setPermissions(trap, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    for (const char *name : {"core.fsmonitor", "core.sshCommand", "core.gitProxy", "core.askPass", "core.pager", "core.editor",
                             "gpg.program", "gpg.ssh.program", "diff.external", "credential.helper", "remote.origin.uploadpack",
                             "remote.origin.receivepack", "uploadpack.packObjectsHook", "filter.x.smudge", "diff.x.textconv"})
        must(git(m_one, {QStringLiteral("config"), QString::fromLatin1(name), trap}));
    must(git(m_one, {QStringLiteral("config"), QStringLiteral("core.hooksPath"), m_folder->path()}));
    for (const auto &hook :
         {QStringLiteral("pre-push"), QStringLiteral("reference-transaction"), QStringLiteral("post-checkout")})
        QVERIFY(QFile::copy(trap, path(hook)));
    must(run(m_one, {QStringLiteral("approve"), QStringLiteral("#475")}));
    must(run(m_one, {QStringLiteral("ledger"), QStringLiteral("fetch")}));
    must(run(m_one, {QStringLiteral("ledger"), QStringLiteral("push")}));
    must(run(m_one, {QStringLiteral("export"), QStringLiteral("--out"), path(QStringLiteral("audit"))}));
    QVERIFY(!QFile::exists(mark));
    const auto helper = run(
        m_one, {QStringLiteral("ledger"), QStringLiteral("fetch"), QStringLiteral("--remote"), QStringLiteral("ext::") + trap});
    QCOMPARE(helper.code, 2);
    QVERIFY(!QFile::exists(mark));
}

void TestTeam::serverRefusesUntilTheGateIsOpen()
{
    const auto hook = m_remote + QStringLiteral("/hooks/pre-receive");
    QVERIFY(test::writeFile(hook,
                            "#!/bin/sh\nCOUNTERSIGN_ROSTER=" + m_fingerprint.toUtf8()
                                + " exec '" COUNTERSIGN_PROGRAM "' gate -C . --hook pre-receive --branch refs/heads/main\n"));
    QVERIFY(QFile::setPermissions(hook, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    must(git(m_two, {QStringLiteral("checkout"), QStringLiteral("-q"), QStringLiteral("main")}));
    QVERIFY(test::writeFile(m_two + QStringLiteral("/note.txt"), "new\n"));
    must(git(m_two, {QStringLiteral("add"), QStringLiteral("note.txt")}));
    must(git(m_two,
             {QStringLiteral("-c"), QStringLiteral("user.email=bob@example.com"), QStringLiteral("commit"), QStringLiteral("-qm"),
              QStringLiteral("Note")}));
    must(git(m_two,
             {QStringLiteral("push"), QStringLiteral("-q"), QStringLiteral("origin"), QStringLiteral("HEAD:refs/heads/topic")}));
    const QStringList push{QStringLiteral("push"), QStringLiteral("origin"), QStringLiteral("main")};
    const auto refused = git(m_two, push);
    QVERIFY(refused.code != 0);
    QVERIFY2(refused.err.contains("the gate is closed"), refused.err.constData());
    must(git(m_one, {QStringLiteral("fetch"), QStringLiteral("-q"), QStringLiteral("origin"), QStringLiteral("topic:topic")}));
    must(run(m_one, {QStringLiteral("approve"), QStringLiteral("topic")}));
    must(run(m_one, {QStringLiteral("ledger"), QStringLiteral("push")}));
    const auto taken = git(m_two, push);
    QVERIFY2(taken.code == 0, taken.err.constData());
}

void TestTeam::serverRefusesALedgerThatShrinks()
{
    const auto hook = m_remote + QStringLiteral("/hooks/pre-receive");
    QVERIFY(test::writeFile(hook,
                            "#!/bin/sh\nCOUNTERSIGN_ROSTER=" + m_fingerprint.toUtf8()
                                + " exec '" COUNTERSIGN_PROGRAM "' gate -C . --hook pre-receive\n"));
    QVERIFY(QFile::setPermissions(hook, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    const auto refused = git(m_one,
                             {QStringLiteral("push"), QStringLiteral("-f"), QStringLiteral("origin"),
                              QStringLiteral("refs/countersign/ledger~1:refs/countersign/ledger")});
    QVERIFY(refused.code != 0);
    QVERIFY2(refused.err.contains("would be lost or changed"), refused.err.constData());
}

QString TestTeam::bundle()
{
    must(run(m_one, {QStringLiteral("approve"), QStringLiteral("#475")}));
    must(run(m_one, {QStringLiteral("reject"), QStringLiteral("#476")}));
    must(run(m_one, {QStringLiteral("ledger"), QStringLiteral("checkpoint")}));
    must(run(m_one,
             {QStringLiteral("ledger"), QStringLiteral("checkpoint"), QStringLiteral("--key"), path(QStringLiteral("carol"))}));
    const auto out = path(QStringLiteral("audit"));
    must(run(m_one, {QStringLiteral("export"), QStringLiteral("--out"), out}));
    return out;
}

void TestTeam::auditorReachesTheSameVerdictWithoutUs()
{
    const auto folder = bundle();
    const QDir out(folder);
    for (const char *name : {"README.txt", "manifest.sha256", "roster/000001.dsse.json", "allowed_signers", "revoked_keys",
                             "records/000001.dsse.json", "records/000001.pae", "records/000001.pae.sig", "records/000001.proof",
                             "log/leaves", "log/checkpoint", "log/checkpoint.sig", "manifests/000001.txt", "repo.bundle",
                             "report.json", "report.html", "report.pdf"})
        QVERIFY2(out.exists(QString::fromLatin1(name)), name);
    const auto verified = run(folder, {QStringLiteral("verify"), folder, QStringLiteral("--roster"), m_fingerprint});
    QVERIFY2(verified.code == 0, (verified.out + verified.err).constData());
    // Nothing of ours is in this environment but the folder.
    const QStringList readme{QStringLiteral("-c"),
                             QStringLiteral("set -o pipefail; sed -n 's/^    //p' README.txt | env -i PATH=/usr/bin:/bin "
                                            "HOME=/nonexistent bash -e")};
    const auto good = test::runProgram(QStringLiteral("bash"), readme, m_environment, {}, folder);
    QVERIFY2(good.code == 0, (good.out + good.err).constData());
    QCOMPARE(good.out.count("Good \""), 2 + 2 + 2); // two rosters, two records, two signatures of the checkpoint
    // One record alone, with its proof and the checkpoint.
    const auto alone = [&](const char *record, const char *proof) {
        return run(folder,
                   {QStringLiteral("verify"), QString::fromLatin1(record), QStringLiteral("--allowed-signers"),
                    QStringLiteral("allowed_signers"), QStringLiteral("--proof"), QString::fromLatin1(proof),
                    QStringLiteral("--checkpoint"), QStringLiteral("log/checkpoint")});
    };
    const auto included = alone("records/000001.dsse.json", "records/000001.proof");
    QVERIFY2(included.code == 0, (included.out + included.err).constData());
    QVERIFY2(included.err.contains("is entry 2 of the log that alice@example.com, carol@example.com signed"),
             included.err.constData());
    const auto other = alone("records/000001.dsse.json", "records/000002.proof");
    QCOMPARE(other.code, 1);
    QVERIFY2(other.out.contains("record-id-mismatch"), other.out.constData());
    // And when something is not as it was signed, the auditor notices it as we do.
    auto record = test::readFile(out.filePath(QStringLiteral("records/000001.pae")));
    record.replace("\"readLines\":0", "\"readLines\":1");
    QVERIFY(test::writeFile(out.filePath(QStringLiteral("records/000001.pae")), record));
    QVERIFY(QFile::remove(out.filePath(QStringLiteral("manifest.sha256"))));
    must(
        test::runProgram(QStringLiteral("bash"),
                         {QStringLiteral("-c"),
                          QStringLiteral("rm -rf repository.git; find . -type f ! -name manifest.sha256 | sed 's|^./||' | sort | "
                                         "xargs sha256sum > manifest.sha256")},
                         m_environment, {}, folder));
    QVERIFY(test::runProgram(QStringLiteral("bash"), readme, m_environment, {}, folder).code != 0);
}

void TestTeam::meddlingWithABundleIsNamed_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QByteArray>("failure");
    const auto row = [](const char *title, const char *command, const char *failure) {
        QTest::newRow(title) << QString::fromLatin1(command) << QByteArray(failure);
    };
    row("a file was added", "touch records/extra.txt", "bundle-file");
    row("a file is gone", "rm report.json", "bundle-file");
    row("a link stands for a file", "rm report.json && ln -s /etc/passwd report.json", "bundle-file");
    row("the manifest is gone", "rm manifest.sha256", "bundle-file");
    row("the manifest leads out of the folder", "sed -i 's|report.json|../../report.json|' manifest.sha256", "bundle-file");
    row("a record was taken out", "rm records/000002.*", "record-missing");
    row("the last record was cut off", "rm records/000002.*; sed -i '$d' log/leaves", "checkpoint-mismatch");
    row("the policy was changed", "echo 'x = 1' >> policy/*.toml", "policy-invalid");
    row("the policy was taken out", "rm policy/*.toml", "policy-missing");
    row("the first roster was taken out", "rm roster/000001.dsse.json", "roster-version");
    row("the checkpoint lacks its root", "sed -i '3d' log/checkpoint", "checkpoint-malformed");
    row("the checkpoint has another size", "sed -i '2s/.*/3/' log/checkpoint", "checkpoint-mismatch");
    row("the checkpoint is of another repository",
        "sed -i '1s/ledger.*/ledger\\/00000000000000000000000000000000/' log/checkpoint", "checkpoint-origin");
    row("two proofs were exchanged",
        "cd records && mv 000001.proof x && mv 000002.proof 000001.proof && mv x 000002.proof && cd .. && sha256sum $(cut -c 67- "
        "manifest.sha256) > x && mv x manifest.sha256",
        "checkpoint-mismatch");
    row("nobody signed the checkpoint", ": > log/checkpoint.sig", "checkpoint-unsigned");
    row("the checkpoint is signed twice by one", "cat log/checkpoint.1.sig log/checkpoint.1.sig > log/checkpoint.sig",
        "signature-twice");
}

void TestTeam::meddlingWithABundleIsNamed()
{
    QFETCH(QString, command);
    QFETCH(QByteArray, failure);
    const auto folder = bundle();
    must(test::runProgram(QStringLiteral("bash"), {QStringLiteral("-ec"), command}, m_environment, {}, folder));
    const auto verified = run(folder,
                              {QStringLiteral("verify"), folder, QStringLiteral("--roster"), m_fingerprint,
                               QStringLiteral("--format"), QStringLiteral("json")});
    QCOMPARE(verified.code, 1);
    QVERIFY2(verified.out.contains('"' + failure + '"'), verified.out.constData());
}

void TestTeam::overrideOpensTheGate()
{
    QCOMPARE(run(m_one, {QStringLiteral("gate"), QStringLiteral("#475")}).code, 1);
    QCOMPARE(run(m_one, {QStringLiteral("override"), QStringLiteral("#475")}).code, 2);
    must(run(m_one,
             {QStringLiteral("override"), QStringLiteral("#475"), QStringLiteral("--requirement"), QStringLiteral("every-change"),
              QStringLiteral("--reason"), QStringLiteral("the site is down")}));
    const auto open = run(m_one, {QStringLiteral("gate"), QStringLiteral("#475")});
    QCOMPARE(open.code, 0);
    QVERIFY2(open.out.contains("alice@example.com overrode it: the site is down"), open.out.constData());
}

QTEST_GUILESS_MAIN(TestTeam)
#include "tst_team.moc"
