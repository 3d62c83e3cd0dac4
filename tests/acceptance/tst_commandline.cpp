// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/Program.h"
#include "support/RepositoryBuilder.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace countersign;
using test::Outcome;
using test::RepositoryBuilder;

namespace
{

Outcome run(const QStringList &arguments, const QByteArray &input = {}, const QString &folder = {})
{
    static const QTemporaryDir home;
    return test::runProgram(QStringLiteral(COUNTERSIGN_PROGRAM), arguments, test::cleanEnvironment(home.path()), input, folder);
}

} // namespace

class TestCommandLine : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void helpNamesEveryCommand();
    void everyCommandHasHelp_data();
    void everyCommandHasHelp();
    void versionIsTold();
    void wrongUsageEndsWithTwo_data();
    void wrongUsageEndsWithTwo();
    void faultsEndWithThreeAndSayWhatToDo_data();
    void faultsEndWithThreeAndSayWhatToDo();
    void demoIsTheSameEveryTime();
    void queueIsRiskiestFirst();
    void repositoryMayStandBeforeTheCommand();
    void analysisHasTheDocumentedKeys();
    void analysisIsTheSameByteForByte();
    void failOnGivesOneWhenTheBandIsReached();
    void rowsRebuildBothSides();
    void patchComesThroughStandardInput();
    void answersAreKeptBetweenRuns();
    void taggedChangeIsAiAssisted();
    void fileThatWasFixedOftenIsNamed();
    void openChangesThatMeetAreNamed();

private:
    QTemporaryDir m_folder;
    QString m_demo;
};

void TestCommandLine::initTestCase()
{
    m_demo = m_folder.filePath(QStringLiteral("demo"));
    const auto made = run({QStringLiteral("demo"), m_demo});
    QVERIFY2(made.code == 0, made.err.constData());
}

void TestCommandLine::helpNamesEveryCommand()
{
    const auto help = run({QStringLiteral("--help")});
    QCOMPARE(help.code, 0);
    for (const char *command : {"queue",     "analyze", "findings", "acknowledge", "waive",     "dispute",   "rules",  "show",
                                "checklist", "answer",  "comments", "comment",     "interdiff", "approve",   "reject", "withdraw",
                                "gate",      "verify",  "export",   "tag",         "impact",    "calibrate", "demo"})
        QVERIFY2(help.out.contains(command), command);
}

void TestCommandLine::everyCommandHasHelp_data()
{
    QTest::addColumn<QString>("command");
    for (const char *command : {"queue",     "analyze", "findings", "acknowledge", "waive",     "dispute",   "rules",  "show",
                                "checklist", "answer",  "comments", "comment",     "interdiff", "approve",   "reject", "withdraw",
                                "gate",      "verify",  "export",   "tag",         "impact",    "calibrate", "demo"})
        QTest::newRow(command) << QString::fromLatin1(command);
}

void TestCommandLine::everyCommandHasHelp()
{
    QFETCH(QString, command);
    const auto help = run({command, QStringLiteral("--help")});
    QCOMPARE(help.code, 0);
    QVERIFY(help.out.contains("Usage: "));
}

void TestCommandLine::versionIsTold()
{
    QVERIFY(run({QStringLiteral("--version")}).out.startsWith("countersign 0."));
}

void TestCommandLine::wrongUsageEndsWithTwo_data()
{
    QTest::addColumn<QStringList>("arguments");
    const auto row = [](const char *words) { QTest::newRow(words) << QString::fromLatin1(words).split(QLatin1Char(' ')); };
    row("analyze");
    row("analyze a b");
    row("analyze x --format xml");
    row("analyze x --fail-on terrible");
    row("show x --context few");
    row("queue --nonsense");
    row("queue extra");
    row("demo");
}

void TestCommandLine::wrongUsageEndsWithTwo()
{
    QFETCH(QStringList, arguments);
    const auto outcome = run(arguments, {}, m_demo);
    QCOMPARE(outcome.code, 2);
    QVERIFY(outcome.out.isEmpty());
    QVERIFY(outcome.err.contains("--help"));
}

void TestCommandLine::faultsEndWithThreeAndSayWhatToDo_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char *name, const QStringList &arguments, const char *says, const QByteArray &input = {}) {
        QTest::newRow(name) << arguments << input << QByteArray(says);
    };
    row("no repository", {QStringLiteral("queue"), QStringLiteral("-C"), QStringLiteral("/")}, "no git repository");
    row("unknown revision", {QStringLiteral("analyze"), QStringLiteral("nowhere")}, "no revision");
    row("unknown pull request", {QStringLiteral("analyze"), QStringLiteral("#9999")}, "git fetch origin");
    row("unknown target", {QStringLiteral("queue"), QStringLiteral("--target"), QStringLiteral("nowhere")}, "--target");
    row("no such file", {QStringLiteral("analyze"), QStringLiteral("gone.patch")}, "cannot be read");
    row("untouched path", {QStringLiteral("show"), QStringLiteral("#471"), QStringLiteral("--path"), QStringLiteral("nope")},
        "does not touch");
    row("no patch", {QStringLiteral("analyze"), QStringLiteral("-")}, "no patch", "hello\n");
    row("patch that does not apply", {QStringLiteral("analyze"), QStringLiteral("-")}, "does not apply",
        "diff --git a/README.md b/README.md\n--- a/README.md\n+++ b/README.md\n@@ -1,1 +1,1 @@\n-other\n+new\n");
    row("folder in use", {QStringLiteral("demo"), QStringLiteral(".")}, "not empty");
}

void TestCommandLine::faultsEndWithThreeAndSayWhatToDo()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, input);
    QFETCH(QByteArray, says);
    const auto outcome = run(arguments, input, m_demo);
    QCOMPARE(outcome.code, 3);
    QVERIFY(outcome.out.isEmpty());
    QVERIFY2(outcome.err.contains(says), outcome.err.constData());
}

void TestCommandLine::demoIsTheSameEveryTime()
{
    const QString again = m_folder.filePath(QStringLiteral("again"));
    QCOMPARE(run({QStringLiteral("demo"), again}).code, 0);
    const QStringList queue{QStringLiteral("queue"), QStringLiteral("--format"), QStringLiteral("json")};
    const auto first = run(queue, {}, m_demo);
    QCOMPARE(first.code, 0);
    QCOMPARE(first.out, run(queue, {}, again).out);
}

void TestCommandLine::queueIsRiskiestFirst()
{
    const auto outcome = run({QStringLiteral("queue"), QStringLiteral("--format"), QStringLiteral("json")}, {}, m_demo);
    const auto json = outcome.json();
    QCOMPARE(json[QStringLiteral("schema")].toString(), QStringLiteral("countersign.queue/1"));
    QCOMPARE(json[QStringLiteral("target")].toString(), QStringLiteral("refs/heads/main"));
    const auto changes = json[QStringLiteral("changes")].toArray();
    QCOMPARE(changes.size(), 14);
    const QStringList order{QStringLiteral("critical"), QStringLiteral("high"), QStringLiteral("moderate"),
                            QStringLiteral("low")};
    qsizetype last = 0;
    for (const auto &value : changes) {
        const auto band = order.indexOf(value.toObject()[QStringLiteral("band")].toString());
        QVERIFY(band >= last);
        last = band;
    }
}

void TestCommandLine::repositoryMayStandBeforeTheCommand()
{
    const auto after = run({QStringLiteral("queue"), QStringLiteral("-C"), m_demo});
    QCOMPARE(after.code, 0);
    QVERIFY(!after.out.isEmpty());
    QCOMPARE(run({QStringLiteral("-C"), m_demo, QStringLiteral("queue")}).out, after.out);
    QCOMPARE(run({QStringLiteral("--repository"), m_demo, QStringLiteral("queue")}).out, after.out);
    QCOMPARE(run({QStringLiteral("--repository=") + m_demo, QStringLiteral("queue")}).out, after.out);
}

void TestCommandLine::analysisHasTheDocumentedKeys()
{
    const auto json =
        run({QStringLiteral("analyze"), QStringLiteral("#482"), QStringLiteral("--format"), QStringLiteral("json")}, {}, m_demo)
            .json();
    for (const char *key :
         {"schema", "engine", "change", "provenance", "findings", "axes", "interactions", "band", "bandReason", "ungraded"})
        QVERIFY2(json.contains(QLatin1String(key)), key);
    QCOMPARE(json[QStringLiteral("band")].toString(), QStringLiteral("critical"));
    const auto provenance = json[QStringLiteral("provenance")].toObject();
    QCOMPARE(provenance[QStringLiteral("level")].toString(), QStringLiteral("asserted"));
    QCOMPARE(provenance[QStringLiteral("tools")].toArray(), QJsonArray{QStringLiteral("claude-code")});
    for (const auto &value : json[QStringLiteral("findings")].toArray()) {
        const auto finding = value.toObject();
        QVERIFY(finding[QStringLiteral("startLine")].toInt() >= 1);
        QVERIFY(finding[QStringLiteral("endLine")].toInt() >= finding[QStringLiteral("startLine")].toInt());
        QVERIFY(!finding[QStringLiteral("why")].toString().isEmpty());
    }
}

void TestCommandLine::analysisIsTheSameByteForByte()
{
    const QStringList arguments{QStringLiteral("analyze"), QStringLiteral("#485"), QStringLiteral("--format"),
                                QStringLiteral("json")};
    QCOMPARE(run(arguments, {}, m_demo).out, run(arguments, {}, m_demo).out);
}

void TestCommandLine::failOnGivesOneWhenTheBandIsReached()
{
    const auto failOn = [this](const char *change, const char *band) {
        return run({QStringLiteral("analyze"), QString::fromLatin1(change), QStringLiteral("--fail-on"),
                    QString::fromLatin1(band)},
                   {}, m_demo)
            .code;
    };
    QCOMPARE(failOn("#482", "critical"), 1);
    QCOMPARE(failOn("#475", "moderate"), 0);
    QCOMPARE(failOn("#475", "low"), 1);
}

void TestCommandLine::rowsRebuildBothSides()
{
    const auto json = run({QStringLiteral("show"), QStringLiteral("#470"), QStringLiteral("--format"), QStringLiteral("json"),
                           QStringLiteral("--context"), QStringLiteral("all")},
                          {}, m_demo)
                          .json();
    QCOMPARE(json[QStringLiteral("schema")].toString(), QStringLiteral("countersign.rows/1"));
    for (const auto &value : json[QStringLiteral("files")].toArray()) {
        int left = 0;
        int right = 0;
        for (const auto &hunk : value.toObject()[QStringLiteral("hunks")].toArray()) {
            for (const auto &row : hunk.toObject()[QStringLiteral("rows")].toArray()) {
                if (!row.toObject()[QStringLiteral("left")].isNull())
                    QCOMPARE(row.toObject()[QStringLiteral("left")].toInt(), ++left);
                if (!row.toObject()[QStringLiteral("right")].isNull())
                    QCOMPARE(row.toObject()[QStringLiteral("right")].toInt(), ++right);
            }
        }
        QVERIFY(left > 0 && right > 0);
    }
}

void TestCommandLine::patchComesThroughStandardInput()
{
    const QByteArray patch = "diff --git a/deploy.sh b/deploy.sh\nnew file mode 100755\n--- /dev/null\n+++ b/deploy.sh\n@@ -0,0 "
                             "+1,2 @@\n+#!/bin/sh\n+rm -rf \"$TARGET\"/*\n";
    for (const QString &folder : {m_demo, m_folder.path()}) { // inside a repository and outside of any
        const auto outcome = run(
            {QStringLiteral("analyze"), QStringLiteral("-"), QStringLiteral("--format"), QStringLiteral("json")}, patch, folder);
        QVERIFY2(outcome.code == 0, outcome.err.constData());
        QCOMPARE(outcome.json()[QStringLiteral("findings")].toArray().at(0).toObject()[QStringLiteral("rule")].toString(),
                 QStringLiteral("DST-05"));
    }
}

void TestCommandLine::answersAreKeptBetweenRuns()
{
    const auto before = run({QStringLiteral("checklist"), QStringLiteral("#473")}, {}, m_demo);
    QVERIFY2(before.code == 0, before.err.constData());
    QCOMPARE(run({QStringLiteral("answer"), QStringLiteral("#473"), QStringLiteral("no-such-question"), QStringLiteral("yes")},
                 {}, m_demo)
                 .code,
             3);
    QCOMPARE(
        run({QStringLiteral("answer"), QStringLiteral("#473"), QStringLiteral("x"), QStringLiteral("perhaps")}, {}, m_demo).code,
        2);
    QVERIFY(before.out.contains("data-survives"));
    const QString id = QStringLiteral("data-survives");
    const auto answered = run({QStringLiteral("answer"), QStringLiteral("#473"), id, QStringLiteral("yes"),
                               QStringLiteral("--evidence"), QStringLiteral("seen in staging")},
                              {}, m_demo);
    QVERIFY2(answered.code == 0, answered.err.constData());
    QVERIFY(run({QStringLiteral("checklist"), QStringLiteral("#473")}, {}, m_demo).out.contains("yes: seen in staging"));
}

void TestCommandLine::taggedChangeIsAiAssisted()
{
    const QString again = m_folder.filePath(QStringLiteral("tagged"));
    QCOMPARE(run({QStringLiteral("demo"), again}).code, 0);
    for (const auto &[key, value] : {std::pair("user.name", "Ann"), std::pair("user.email", "ann@example.com")})
        QCOMPARE(QProcess::execute(QStringLiteral("git"),
                                   {QStringLiteral("-C"), again, QStringLiteral("config"), QString::fromLatin1(key),
                                    QString::fromLatin1(value)}),
                 0);
    const QStringList analyze{QStringLiteral("analyze"), QStringLiteral("#479"), QStringLiteral("--format"),
                              QStringLiteral("json")};
    const auto level = [&] {
        return run(analyze, {}, again).json()[QStringLiteral("provenance")].toObject()[QStringLiteral("level")].toString();
    };
    QCOMPARE(level(), QStringLiteral("unknown"));
    QCOMPARE(run({QStringLiteral("tag"), QStringLiteral("#479")}, {}, again).code, 2);
    const auto tagged =
        run({QStringLiteral("tag"), QStringLiteral("#479"), QStringLiteral("--tool"), QStringLiteral("aider")}, {}, again);
    QVERIFY2(tagged.code == 0, tagged.err.constData());
    QCOMPARE(level(), QStringLiteral("asserted"));
}

namespace
{

/// "SCP-09 medium app/pay.py:1", one finding of the rule a line.
QString findingsOf(const Outcome &analysed, const QString &rule)
{
    QString lines;
    for (const QJsonValue &one : analysed.json().value(QLatin1String("findings")).toArray()) {
        if (one[QLatin1String("rule")].toString() == rule)
            lines += rule + u' ' + one[QLatin1String("severity")].toString() + u' ' + one[QLatin1String("file")].toString() + u':'
                + QString::number(one[QLatin1String("startLine")].toInt()) + u'\n';
    }
    return lines;
}

const QStringList analyzeTopic{QStringLiteral("analyze"), QStringLiteral("topic"), QStringLiteral("--format"),
                               QStringLiteral("json")};

} // namespace

void TestCommandLine::fileThatWasFixedOftenIsNamed()
{
    RepositoryBuilder builder;
    const auto pay = [](int number) { return "amount = " + std::to_string(number) + "\n"; };
    builder.commit({.files = {{"app/pay.py", pay(0)}, {"app/other.py", "x = 1\n"}}, .message = "Start\n"});
    for (int i = 1; i <= 6; ++i)
        builder.commit(
            {.files = {{"app/pay.py", pay(i)}}, .message = "Fix the amount once more\n", .author = "Ada <ada@example.com>"});
    builder.commit({.branch = "topic",
                    .files = {{"app/pay.py", pay(7)}, {"app/other.py", "x = 2\n"}},
                    .message = "Change the amount\n",
                    .author = "Bob <bob@example.com>",
                    .from = "main"});
    const auto analysed = run(analyzeTopic, {}, QString::fromStdString(builder.path()));
    QCOMPARE(analysed.code, 0);
    QCOMPARE(findingsOf(analysed, QStringLiteral("SCP-09")), QStringLiteral("SCP-09 medium app/pay.py:1\n"));
}

void TestCommandLine::openChangesThatMeetAreNamed()
{
    RepositoryBuilder builder;
    const auto settings = [](int seconds) { return "server:\n  request_timeout: " + std::to_string(seconds) + "\n"; };
    builder.commit({.files = {{"config/app.yaml", settings(30)}}, .message = "Start\n"});
    builder.commit({.branch = "topic", .files = {{"config/app.yaml", settings(60)}}, .message = "More time\n", .from = "main"});
    const QString folder = QString::fromStdString(builder.path());
    QCOMPARE(findingsOf(run(analyzeTopic, {}, folder), QStringLiteral("SCP-07")), QString());
    builder.commit({.branch = "other", .files = {{"config/app.yaml", settings(5)}}, .message = "Less time\n", .from = "main"});
    const auto analysed = run(analyzeTopic, {}, folder);
    QCOMPARE(analysed.code, 0);
    QVERIFY2(findingsOf(analysed, QStringLiteral("SCP-07")).startsWith(QLatin1String("SCP-07 high config/app.yaml:2")),
             analysed.out.left(3000).constData());
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
