// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/Files.h"
#include "support/Program.h"

#include <QDir>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace countersign;
using test::Outcome;

/// The program is killed at random moments of signing and appending, and the disk is taken away from it.
class TestKilled : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void killedWhileSigningLosesNothing();
    void memoryThatCannotBeWrittenIsNamed();
    void damagedMemoryIsNotTakenForAnEmptyOne();
    void damagedCacheIsBegunAnew_data();
    void damagedCacheIsBegunAnew();

private:
    Outcome run(const QStringList &arguments)
    {
        return test::runProgram(QStringLiteral(COUNTERSIGN_PROGRAM), arguments, m_environment, {}, m_demo);
    }
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    [[nodiscard]] QStringList trustFiles(const QString &pattern) const
    {
        const QDir folder(path(QStringLiteral("trust")));
        QStringList out;
        for (const auto &name : folder.entryList({pattern}, QDir::Files))
            out << folder.filePath(name);
        return out;
    }
    void must(const Outcome &outcome) { QVERIFY2(outcome.code == 0, (outcome.err + outcome.out).constData()); }

    std::unique_ptr<QTemporaryDir> m_folder;
    QProcessEnvironment m_environment;
    QString m_demo;
};

void TestKilled::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_environment = test::cleanEnvironment(m_folder->path());
    m_environment.insert(QStringLiteral("COUNTERSIGN_TRUST"), path(QStringLiteral("trust")));
    m_demo = path(QStringLiteral("demo"));
    QVERIFY(QDir().mkpath(m_demo));
    must(run({QStringLiteral("demo"), m_demo}));
    must(test::runProgram(QStringLiteral("ssh-keygen"),
                          {QStringLiteral("-q"), QStringLiteral("-t"), QStringLiteral("ed25519"), QStringLiteral("-N"), QString(),
                           QStringLiteral("-f"), path(QStringLiteral("key"))},
                          m_environment));
    for (const auto &[name, value] : {std::pair(QStringLiteral("user.email"), QStringLiteral("alice@example.com")),
                                      std::pair(QStringLiteral("user.signingKey"), path(QStringLiteral("key")))})
        must(test::runProgram(QStringLiteral("git"), {QStringLiteral("-C"), m_demo, QStringLiteral("config"), name, value},
                              m_environment));
    must(run({QStringLiteral("init")}));
}

void TestKilled::killedWhileSigningLosesNothing()
{
    // All of them takes a quarter of an hour and more: QTEST_FUNCTION_TIMEOUT has to allow that.
    const int kills = qEnvironmentVariableIsSet("COUNTERSIGN_LONG") ? 500 : 8;
    std::mt19937 random(20261121);
    // How long it takes undisturbed tells where the random moments are.
    QElapsedTimer timer;
    timer.start();
    const auto first = run({QStringLiteral("approve"), QStringLiteral("#475")});
    must(first);
    const int longest = static_cast<int>(timer.elapsed() * 5 / 4);
    QSet<QString> shown{QString::fromLatin1(first.out.trimmed())};
    int last = 1;
    int killed = 0;
    int rounds = 0;
    for (; killed < kills && rounds < 4 * kills; ++rounds) {
        QProcess process;
        process.setProcessEnvironment(m_environment);
        process.setWorkingDirectory(m_demo);
        process.start(QStringLiteral(COUNTERSIGN_PROGRAM), {QStringLiteral("approve"), QStringLiteral("#475")});
        QVERIFY(process.waitForStarted());
        // Anywhere from before it reads anything to after it has ended.
        if (!process.waitForFinished(std::uniform_int_distribution<int>(1, longest)(random))) {
            process.kill(); // SIGKILL
            process.waitForFinished();
            ++killed;
        }
        if (const auto id = process.readAllStandardOutput().trimmed(); id.size() == 64)
            shown.insert(QString::fromLatin1(id));
        const auto verified = run({QStringLiteral("verify"), QStringLiteral("--format"), QStringLiteral("json")});
        QVERIFY2(verified.code == 0, (verified.out + verified.err).constData());
        const auto records = verified.json().value(QLatin1String("records")).toArray();
        QVERIFY(records.size() == last || records.size() == last + 1);
        last = static_cast<int>(records.size());
        QSet<QString> there;
        for (const auto &record : records)
            there.insert(record.toObject().value(QLatin1String("id")).toString());
        QVERIFY(there.contains(shown));
    }
    qInfo("%d killed in %d rounds, %d records, %d shown", killed, rounds, last, static_cast<int>(shown.size()));
    QCOMPARE(killed, kills);
    // A lock that a killed process left does not stop the next one for ever.
    must(run({QStringLiteral("approve"), QStringLiteral("#475")}));
}

void TestKilled::memoryThatCannotBeWrittenIsNamed()
{
    m_environment.insert(QStringLiteral("COUNTERSIGN_TRUST"), QStringLiteral("/proc/nowhere"));
    m_environment.insert(QStringLiteral("COUNTERSIGN_ROSTER"), QString(64, QLatin1Char('a')));
    const auto pinned = run({QStringLiteral("roster"), QStringLiteral("pin"),
                             QString::fromUtf8(run({QStringLiteral("roster"), QStringLiteral("show")}).out)
                                 .section(QStringLiteral("version: "), 1)
                                 .left(64)});
    QCOMPARE(pinned.code, 3);
    QVERIFY2(pinned.err.contains("cannot be saved"), pinned.err.constData());
}

void TestKilled::damagedMemoryIsNotTakenForAnEmptyOne()
{
    const auto files = trustFiles(QStringLiteral("*.json"));
    QCOMPARE(files.size(), 1);
    const auto good = test::readFile(files.front());
    for (const auto &bytes :
         {QByteArray(), good.left(good.size() / 2), QByteArray("{\"pin\":1}"), QByteArray("{\"pin\":\"x\"}")}) {
        QVERIFY(test::writeFile(files.front(), bytes));
        const auto gate = run({QStringLiteral("gate"), QStringLiteral("#475")});
        QCOMPARE(gate.code, 3);
        QVERIFY2(gate.err.contains("cannot be read"), gate.err.constData());
    }
}

void TestKilled::damagedCacheIsBegunAnew_data()
{
    QTest::addColumn<QString>("damage");
    for (const char *damage : {"truncate", "garbage", "remove", "remove wal", "version", "row"})
        QTest::newRow(damage) << QString::fromLatin1(damage);
}

void TestKilled::damagedCacheIsBegunAnew()
{
    QFETCH(QString, damage);
    must(run({QStringLiteral("approve"), QStringLiteral("#475")}));
    const auto files = trustFiles(QStringLiteral("*.sqlite"));
    QCOMPARE(files.size(), 1);
    const auto &file = files.front();
    const auto sql = [&](const QString &text) {
        return test::runProgram(QStringLiteral("sqlite3"), {file, text}, m_environment).code;
    };
    if (damage == QLatin1String("truncate"))
        QVERIFY(QFile::resize(file, 100));
    else if (damage == QLatin1String("garbage"))
        QVERIFY(test::writeFile(file, QByteArray(8192, 'x')));
    else if (damage == QLatin1String("remove"))
        QVERIFY(QFile::remove(file));
    else if (damage == QLatin1String("remove wal"))
        QFile::remove(file + QStringLiteral("-wal"));
    else if (sql(damage == QLatin1String("version") ? QStringLiteral("PRAGMA user_version = 9")
                                                    : QStringLiteral("UPDATE chain SET record = 'x', place = 0"))
             != 0)
        QSKIP("sqlite3 is not installed");
    must(run({QStringLiteral("reject"), QStringLiteral("#475")}));
    must(run({QStringLiteral("verify")}));
}

QTEST_GUILESS_MAIN(TestKilled)
#include "tst_killed.moc"
