// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/Files.h"
#include "support/Program.h"
#include "support/TimeAuthority.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace countersign;
using test::Outcome;

/// What an auditor and a team need beyond signing: one file to take away, time stamps, OpenPGP keys, questions of their own, and
/// that a full disk costs nothing that was promised.
class TestAudit : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void bundleIsOneFile();
    void checkpointIsStamped();
    void openPgpKeyOfTheRosterSigns();
    void questionsOfTheTeamAreAsked();
    void answersOfEverybodyAreShown();
    void policyMeansTheBranchOnItsHost();
    void fullDiskLosesNothing_data();
    void fullDiskLosesNothing();

private:
    Outcome run(const QString &line) { return run(line.split(QLatin1Char(' '))); }
    Outcome run(const QStringList &arguments)
    {
        return test::runProgram(QStringLiteral(COUNTERSIGN_PROGRAM), arguments, m_environment, {}, m_demo);
    }
    Outcome other(const QString &program, const QStringList &arguments, const QByteArray &input = {})
    {
        return test::runProgram(program, arguments, m_environment, input, m_demo);
    }
    Outcome git(const QString &line) { return other(QStringLiteral("git"), line.split(QLatin1Char(' '))); }
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    void must(const Outcome &outcome) { QVERIFY2(outcome.code == 0, (outcome.err + outcome.out).constData()); }
    [[nodiscard]] static QJsonObject question(const Outcome &checklist, const QString &id)
    {
        for (const auto &one : checklist.json().value(QLatin1String("questions")).toArray()) {
            if (one.toObject().value(QLatin1String("id")).toString() == id)
                return one.toObject();
        }
        return {};
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QProcessEnvironment m_environment;
    QString m_demo;
};

void TestAudit::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_environment = test::cleanEnvironment(m_folder->path());
    m_environment.insert(QStringLiteral("COUNTERSIGN_TRUST"), path(QStringLiteral("trust")));
    m_demo = path(QStringLiteral("demo"));
    QVERIFY(QDir().mkpath(m_demo));
    must(run({QStringLiteral("demo"), m_demo}));
    must(other(QStringLiteral("ssh-keygen"),
               {QStringLiteral("-q"), QStringLiteral("-t"), QStringLiteral("ed25519"), QStringLiteral("-N"), QString(),
                QStringLiteral("-f"), path(QStringLiteral("key"))}));
    must(git(QStringLiteral("config user.email alice@example.com")));
    must(git(QStringLiteral("config user.name Alice")));
    must(git(QStringLiteral("config user.signingKey ") + path(QStringLiteral("key"))));
    must(run(QStringLiteral("init")));
    must(run(QStringLiteral("approve #475")));
}

void TestAudit::bundleIsOneFile()
{
    const auto tar = path(QStringLiteral("audit.tar"));
    must(run(QStringLiteral("export --out ") + tar));
    must(run(QStringLiteral("verify ") + tar));
    QVERIFY(run(QStringLiteral("export --out ") + tar).code != 0); // nothing is overwritten
    must(run(QStringLiteral("export --out ") + path(QStringLiteral("again.tar"))));
    QCOMPARE(test::readFile(path(QStringLiteral("again.tar"))), test::readFile(tar));
    // An auditor without us.
    const auto folder = path(QStringLiteral("theirs"));
    QVERIFY(QDir().mkpath(folder));
    must(other(QStringLiteral("tar"), {QStringLiteral("-xf"), tar, QStringLiteral("-C"), folder}));
    must(other(QStringLiteral("bash"),
               {QStringLiteral("-c"), QStringLiteral("cd '%1' && sed -n 's/^    //p' README.txt | bash -e").arg(folder)}));
    auto bytes = test::readFile(tar);
    bytes[bytes.indexOf("log/leaves") + 600] = '9';
    QVERIFY(test::writeFile(tar, bytes));
    const auto verdict = run(QStringLiteral("verify ") + tar);
    QCOMPARE(verdict.code, 1);
    QVERIFY2(verdict.out.contains("bundle-file"), verdict.out.constData());
    QVERIFY(test::writeFile(tar, bytes.left(1000)));
    QVERIFY(run(QStringLiteral("verify ") + tar).out.contains("bundle-file"));
}

void TestAudit::checkpointIsStamped()
{
    const test::TimeAuthority authority;
    const test::TimeAuthority another;
    if (!authority.make() || !another.make())
        QSKIP("openssl is not installed");
    const auto query = path(QStringLiteral("q.tsq"));
    QCOMPARE(run(QStringLiteral("ledger timestamp --tsa-query ") + query).code, 2); // no checkpoint yet
    must(run(QStringLiteral("ledger checkpoint")));
    must(run(QStringLiteral("ledger timestamp --tsa-query ") + query));
    const auto reply = path(QStringLiteral("r.tsr"));
    QVERIFY(test::writeFile(reply, authority.reply(test::readFile(query))));
    const auto keep = QStringLiteral("ledger timestamp --tsa-reply %1 --tsa-ca ").arg(reply);
    const auto refused = run(keep + another.file(QStringLiteral("ca.pem")));
    QCOMPARE(refused.code, 3);
    QVERIFY2(refused.err.contains("not signed by one of the time-stamp authorities"), refused.err.constData());
    must(run(keep + authority.file(QStringLiteral("ca.pem"))));
    const auto verify = QStringLiteral("verify --tsa-ca ");
    must(run(verify + authority.file(QStringLiteral("ca.pem"))));
    const auto doubtful = run(verify + another.file(QStringLiteral("ca.pem")));
    QCOMPARE(doubtful.code, 1);
    QVERIFY2(doubtful.out.contains("timestamp-invalid"), doubtful.out.constData());
    const auto tar = path(QStringLiteral("audit.tar"));
    must(run(QStringLiteral("export --out ") + tar));
    must(run(verify + authority.file(QStringLiteral("ca.pem")) + QLatin1Char(' ') + tar));
    // A later checkpoint has no stamp until it gets one.
    must(run(QStringLiteral("reject #475")));
    must(run(QStringLiteral("ledger checkpoint")));
    must(run(verify + authority.file(QStringLiteral("ca.pem"))));
    QCOMPARE(run(keep + authority.file(QStringLiteral("ca.pem"))).code, 3);
}

void TestAudit::openPgpKeyOfTheRosterSigns()
{
    if (QStandardPaths::findExecutable(QStringLiteral("gpg")).isEmpty()
        || QStandardPaths::findExecutable(QStringLiteral("gpgv")).isEmpty())
        QSKIP("gpg and gpgv are not installed");
    const QTemporaryDir home;
    m_environment.insert(QStringLiteral("GNUPGHOME"), home.path());
    const QStringList quiet{QStringLiteral("--batch"), QStringLiteral("--quiet"), QStringLiteral("--passphrase"), QString()};
    must(other(QStringLiteral("gpg"),
               quiet
                   + QStringList{QStringLiteral("--quick-generate-key"), QStringLiteral("<carol@example.com>"),
                                 QStringLiteral("ed25519"), QStringLiteral("sign"), QStringLiteral("never")}));
    const auto exported = other(QStringLiteral("gpg"), {QStringLiteral("--armor"), QStringLiteral("--export")});
    const auto file = path(QStringLiteral("carol.asc"));
    QVERIFY(test::writeFile(file, exported.out));
    must(run(QStringLiteral("roster enrol carol@example.com ") + file));
    const auto roster = run(QStringLiteral("roster show"));
    const auto at = roster.out.indexOf("OPENPGP:");
    QVERIFY2(at > 0, roster.out.constData());
    const auto fingerprint = QString::fromLatin1(roster.out.mid(at, 48));
    must(run(QStringLiteral("approve #480 --key ") + fingerprint));
    const auto verdict = run(QStringLiteral("verify"));
    must(verdict);
    QVERIFY2(verdict.out.contains("carol@example.com"), verdict.out.constData());
    const auto tar = path(QStringLiteral("audit.tar"));
    must(run(QStringLiteral("export --out ") + tar));
    must(run(QStringLiteral("verify ") + tar));
    must(run(QStringLiteral("roster revoke %1 --reason lost").arg(fingerprint)));
    QVERIFY(run(QStringLiteral("approve #480 --key ") + fingerprint).code == 0);
    QVERIFY(run(QStringLiteral("verify")).out.contains("key-revoked"));
    other(QStringLiteral("gpgconf"), {QStringLiteral("--kill"), QStringLiteral("all")});
}

void TestAudit::questionsOfTheTeamAreAsked()
{
    QVERIFY(!run(QStringLiteral("checklist #475")).out.contains("asked-the-pilot"));
    const QByteArray good =
        "[[question]]\nid = \"asked-the-pilot\"\nquestion = \"Did you ask the pilot?\"\nevidence = \"required\"\n"
        "[[question.when]]\nalways = true\n";
    QVERIFY(test::writeFile(m_demo + QStringLiteral("/.countersign/checklists/team.toml"), good));
    QVERIFY(
        test::writeFile(m_demo + QStringLiteral("/.countersign/checklists/zz.toml"), "[[question]]\nid = \"staged-rollout\"\n"));
    must(git(QStringLiteral("add -A .countersign")));
    must(git(QStringLiteral("commit -qm Checklists")));
    // A change that begins at the new tip of the target sees them; its own copy of the file does not count.
    must(git(QStringLiteral("checkout -qb topic")));
    QVERIFY(test::writeFile(m_demo + QStringLiteral("/.countersign/checklists/team.toml"), "[[question]]\nid = \"mine\"\n"));
    QVERIFY(test::writeFile(m_demo + QStringLiteral("/topic.txt"), "x\n"));
    must(git(QStringLiteral("add -A")));
    must(git(QStringLiteral("commit -qm Topic")));
    const auto asked = run(QStringLiteral("checklist topic --format json"));
    must(asked);
    QCOMPARE(question(asked, QStringLiteral("asked-the-pilot")).value(QLatin1String("state")).toString(),
             QStringLiteral("unsatisfied"));
    QVERIFY(question(asked, QStringLiteral("mine")).isEmpty());
    const auto bare = run(QStringLiteral("answer topic asked-the-pilot yes"));
    QVERIFY2(bare.out.contains("The evidence is missing"), bare.out.constData());
    must(run({QStringLiteral("answer"), QStringLiteral("topic"), QStringLiteral("asked-the-pilot"), QStringLiteral("yes"),
              QStringLiteral("--evidence"), QStringLiteral("on Monday")}));
    QCOMPARE(question(run(QStringLiteral("checklist topic --format json")), QStringLiteral("asked-the-pilot"))
                 .value(QLatin1String("state"))
                 .toString(),
             QStringLiteral("satisfied"));
}

void TestAudit::answersOfEverybodyAreShown()
{
    const auto answer = [this](const char *choice, const char *evidence) {
        return run({QStringLiteral("answer"), QStringLiteral("#475"), QStringLiteral("inside-intent"),
                    QString::fromLatin1(choice), QStringLiteral("--evidence"), QString::fromLatin1(evidence)});
    };
    must(answer("no", "not sure"));
    must(answer("yes", "only what it says"));
    must(run(QStringLiteral("approve #475")));
    const auto asked = run(QStringLiteral("checklist #475 --format json"));
    const auto one = question(asked, QStringLiteral("inside-intent"));
    QCOMPARE(one.value(QLatin1String("history")).toArray().size(), 2);
    const auto theirs = one.value(QLatin1String("signed")).toArray();
    QCOMPARE(theirs.size(), 1);
    QCOMPARE(theirs[0].toObject().value(QLatin1String("person")).toString(), QStringLiteral("alice@example.com"));
    QCOMPARE(theirs[0].toObject().value(QLatin1String("evidence")).toString(), QStringLiteral("only what it says"));
    const auto text = run(QStringLiteral("checklist #475 --history"));
    QVERIFY2(text.out.contains("not sure"), text.out.constData());
}

void TestAudit::policyMeansTheBranchOnItsHost()
{
    const auto clone = path(QStringLiteral("clone"));
    must(git(QStringLiteral("clone -q . ") + clone));
    m_demo = clone;
    must(git(QStringLiteral("config user.email alice@example.com")));
    must(git(QStringLiteral("config user.signingKey ") + path(QStringLiteral("key"))));
    QVERIFY(
        test::writeFile(path(QStringLiteral("policy.toml")),
                        "version = 1\n[defaults]\nrequire = [{ role = \"reviewer\", count = 1 }]\n[[rule]]\nid = \"for-main\"\n"
                        "when = { targets = [\"refs/heads/main\"] }\nrequire = [{ role = \"senior\", count = 1 }]\n"
                        "checklist = [\"staged-rollout\"]\n"));
    must(run(QStringLiteral("init --policy ") + path(QStringLiteral("policy.toml"))));
    must(git(QStringLiteral("checkout -qb topic")));
    QVERIFY(test::writeFile(clone + QStringLiteral("/topic.txt"), "x\n"));
    must(git(QStringLiteral("add -A")));
    must(git(QStringLiteral("-c user.name=A commit -qm Topic")));
    const auto explained = run(QStringLiteral("policy explain topic --target origin/main"));
    must(explained);
    QVERIFY2(explained.out.contains("for-main: applies"), explained.out.constData());
    const auto asked = run(QStringLiteral("checklist topic --target origin/main"));
    QVERIFY2(asked.out.contains("staged-rollout"), asked.out.constData());
}

void TestAudit::fullDiskLosesNothing_data()
{
    QTest::addColumn<int>("blocks");
    for (const int blocks : {0, 1, 2, 4, 8, 16, 40})
        QTest::addRow("files of %d blocks", blocks) << blocks;
}

void TestAudit::fullDiskLosesNothing()
{
    QFETCH(int, blocks);
    const auto count = [this] {
        const auto verdict = run(QStringLiteral("verify --format json"));
        return verdict.code == 0 ? verdict.json().value(QLatin1String("records")).toArray().size() : -1;
    };
    QCOMPARE(count(), 1);
    const auto limited = [&](const QString &line) {
        return other(QStringLiteral("bash"),
                     {QStringLiteral("-c"),
                      QStringLiteral("trap '' XFSZ; ulimit -f %1; exec '%2' %3")
                          .arg(blocks)
                          .arg(QStringLiteral(COUNTERSIGN_PROGRAM), line)});
    };
    const auto approved = limited(QStringLiteral("approve '#475'"));
    QVERIFY2(approved.code == 0 || (approved.code == 3 && !approved.err.isEmpty() && approved.out.isEmpty()),
             (QByteArray::number(approved.code) + approved.err + approved.out).constData());
    QCOMPARE(count(), approved.code == 0 ? 2 : 1);
    const auto answered = limited(QStringLiteral("answer '#475' inside-intent yes --evidence kept"));
    QVERIFY2(answered.code == 0 || (answered.code == 3 && !answered.err.isEmpty()), answered.err.constData());
    const auto now = run(QStringLiteral("checklist #475"));
    must(now);
    QCOMPARE(now.out.contains("kept"), answered.code == 0);
}

QTEST_GUILESS_MAIN(TestAudit)
#include "tst_audit.moc"
