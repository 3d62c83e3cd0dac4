// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/Files.h"
#include "support/Program.h"
#include "support/RepositoryBuilder.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace countersign;
using test::Outcome;
using test::RepositoryBuilder;
using test::writeFile;

/// Findings, rules and what other programs found out, from the command line.
class TestReports : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void findingsAreListedAndDecided();
    void waiverNeedsAReasonAndADay();
    void unknownFindingSaysHowToListThem();
    void sarifIsShownWithItsSource();
    void coverageIsCounted();
    void brokenReportEndsWithThree_data();
    void brokenReportEndsWithThree();
    void analysisAsSarif();
    void analysisAsMarkdown();
    void dependentsAsMarkdown();
    void rulesAreListedAndExplained();
    void rulesAreTested();
    void linesAreTagged();

private:
    Outcome run(const QStringList &arguments)
    {
        return test::runProgram(QStringLiteral(COUNTERSIGN_PROGRAM), arguments, m_environment, {},
                                QString::fromStdString(m_builder.path()));
    }
    QString write(const QString &name, const QByteArray &content)
    {
        if (!writeFile(m_folder.filePath(name), content))
            qFatal("%s cannot be written", qPrintable(name));
        return m_folder.filePath(name);
    }
    static QJsonObject findingOf(const QJsonObject &document, const QString &rule)
    {
        for (const auto value : document.value(QStringLiteral("findings")).toArray()) {
            if (value.toObject().value(QStringLiteral("rule")) == rule)
                return value.toObject();
        }
        return {};
    }

    QTemporaryDir m_folder;
    QProcessEnvironment m_environment = test::cleanEnvironment(m_folder.path());
    RepositoryBuilder m_builder;
};

void TestReports::initTestCase()
{
    m_builder.git({QStringLiteral("config"), QStringLiteral("user.name"), QStringLiteral("Ann")});
    m_builder.git({QStringLiteral("config"), QStringLiteral("user.email"), QStringLiteral("ann@example.com")});
    m_builder.commit({.files = {{"a.sh", "#!/bin/sh\n"}, {"src/cart.py", "a = 1\n"}}, .message = "Start"});
    m_builder.commit({.branch = "work",
                      .files = {{"a.sh", "#!/bin/sh\nrm -rf \"$TARGET\"/*\n"}, {"src/cart.py", "a = 1\nb = 2\nc = 3\n"}},
                      .message = "Work\n\nCo-Authored-By: Claude <noreply@anthropic.com>\n",
                      .from = "main"});
}

void TestReports::findingsAreListedAndDecided()
{
    const QStringList asJson{QStringLiteral("--format"), QStringLiteral("json")};
    const auto listed = run(QStringList{QStringLiteral("findings"), QStringLiteral("work")} + asJson);
    QVERIFY2(listed.code == 0, listed.err.constData());
    const auto finding = findingOf(listed.json(), QStringLiteral("DST-05"));
    QVERIFY(finding.value(QStringLiteral("decision")).isNull());
    const QString id = finding.value(QStringLiteral("id")).toString();
    const auto decided = run(QStringList{QStringLiteral("dispute"), QStringLiteral("work"), id.left(8),
                                         QStringLiteral("--reason"), QStringLiteral("the folder is made here")}
                             + asJson);
    QCOMPARE(decided.code, 0);
    const auto decision = findingOf(decided.json(), QStringLiteral("DST-05")).value(QStringLiteral("decision")).toObject();
    QCOMPARE(decision.value(QStringLiteral("state")).toString(), QStringLiteral("disputed"));
    QCOMPARE(decision.value(QStringLiteral("reviewer")).toString(), QStringLiteral("ann@example.com"));
    QVERIFY(run({QStringLiteral("findings"), QStringLiteral("work")})
                .out.contains("disputed by ann@example.com: the folder is made here"));
    const auto undone =
        run(QStringList{QStringLiteral("dispute"), QStringLiteral("work"), id, QStringLiteral("--undo")} + asJson);
    QVERIFY(findingOf(undone.json(), QStringLiteral("DST-05")).value(QStringLiteral("decision")).isNull());
}

void TestReports::waiverNeedsAReasonAndADay()
{
    const auto listed =
        run({QStringLiteral("findings"), QStringLiteral("work"), QStringLiteral("--format"), QStringLiteral("json")});
    const QString id = findingOf(listed.json(), QStringLiteral("DST-05")).value(QStringLiteral("id")).toString();
    const QStringList waive{QStringLiteral("waive"), QStringLiteral("work"), id};
    QCOMPARE(run(waive).code, 2);
    QCOMPARE(run(waive + QStringList{QStringLiteral("--until"), QStringLiteral("soon")}).code, 2);
    const auto waived = run(waive
                            + QStringList{QStringLiteral("--reason"), QStringLiteral("a sandbox"), QStringLiteral("--until"),
                                          QStringLiteral("2090-12-31")});
    QVERIFY2(waived.code == 0, waived.err.constData());
    QVERIFY(waived.out.contains("waived until 2091-01-01"));
}

void TestReports::unknownFindingSaysHowToListThem()
{
    const auto outcome = run({QStringLiteral("acknowledge"), QStringLiteral("work"), QStringLiteral("ffffffffffffffff")});
    QCOMPARE(outcome.code, 3);
    QVERIFY(outcome.err.contains("countersign findings"));
}

void TestReports::sarifIsShownWithItsSource()
{
    const QString file =
        write(QStringLiteral("scan.sarif"), R"({"version":"2.1.0","runs":[{"tool":{"driver":{"name":"Scan"}},"results":[
 {"ruleId":"S1","message":{"text":"Two is a magic number"},"locations":[{"physicalLocation":{"artifactLocation":{"uri":"src/cart.py"},
  "region":{"startLine":2}}}]},
 {"ruleId":"S2","message":{"text":"Read me"},"locations":[{"physicalLocation":{"artifactLocation":{"uri":"../../etc/passwd"}}}]}]}]})");
    const QStringList analyze{
        QStringLiteral("analyze"), QStringLiteral("work"), QStringLiteral("--sarif"), file, QStringLiteral("--sarif"), file};
    const auto text = run(analyze);
    QVERIFY2(text.code == 0, text.err.constData());
    QVERIFY(text.out.contains("Scan  S1"));
    QVERIFY(text.out.contains("1 results name a place outside of the repository"));
    QVERIFY(!text.out.contains("etc/passwd"));
    const auto json = run(analyze + QStringList{QStringLiteral("--format"), QStringLiteral("json")}).json();
    const auto annotations = json.value(QStringLiteral("annotations")).toArray();
    QCOMPARE(annotations.size(), 1);
    QCOMPARE(annotations[0].toObject().value(QStringLiteral("source")).toString(), QStringLiteral("Scan"));
    QVERIFY(annotations[0].toObject().value(QStringLiteral("onAddedLines")).toBool());
}

void TestReports::coverageIsCounted()
{
    const QString file = write(QStringLiteral("cover.info"), "SF:/ci/build/src/cart.py\nDA:1,1\nDA:2,1\nDA:3,0\nend_of_record\n");
    const auto json = run({QStringLiteral("analyze"), QStringLiteral("work"), QStringLiteral("--coverage"), file,
                           QStringLiteral("--format"), QStringLiteral("json")})
                          .json();
    const auto total = json.value(QStringLiteral("testCoverage")).toObject().value(QStringLiteral("addedLines")).toObject();
    QCOMPARE(total.value(QStringLiteral("aiRunnable")).toInt(), 2);
    QCOMPARE(total.value(QStringLiteral("aiRun")).toInt(), 1);
    const auto finding = findingOf(json, QStringLiteral("COV-01"));
    QCOMPARE(finding.value(QStringLiteral("startLine")).toInt(), 3);
    QCOMPARE(finding.value(QStringLiteral("severity")).toString(), QStringLiteral("low"));
    QVERIFY(run({QStringLiteral("analyze"), QStringLiteral("work"), QStringLiteral("--coverage"), file})
                .out.contains("Tests run 1 of 2 added lines, 1 of 2 that an AI wrote"));
}

void TestReports::brokenReportEndsWithThree_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("SARIF") << QStringLiteral("--sarif") << QByteArray("{\"version\":");
    QTest::newRow("coverage") << QStringLiteral("--coverage") << QByteArray("<coverage>");
    QTest::newRow("neither") << QStringLiteral("--coverage") << QByteArray("hello");
}

void TestReports::brokenReportEndsWithThree()
{
    QFETCH(QString, option);
    QFETCH(QByteArray, content);
    const QString file = write(QStringLiteral("broken"), content);
    const auto outcome = run({QStringLiteral("analyze"), QStringLiteral("work"), option, file});
    QCOMPARE(outcome.code, 3);
    QVERIFY(outcome.err.contains("broken"));
    QCOMPARE(run({QStringLiteral("analyze"), QStringLiteral("work"), option, QStringLiteral("/nonexistent/file")}).code, 3);
}

void TestReports::analysisAsSarif()
{
    const auto log =
        run({QStringLiteral("analyze"), QStringLiteral("work"), QStringLiteral("--format"), QStringLiteral("sarif")}).json();
    QCOMPARE(log.value(QStringLiteral("version")).toString(), QStringLiteral("2.1.0"));
    const auto runOne = log.value(QStringLiteral("runs")).toArray().at(0).toObject();
    QVERIFY(!runOne.value(QStringLiteral("results")).toArray().isEmpty());
}

void TestReports::analysisAsMarkdown()
{
    const auto outcome =
        run({QStringLiteral("analyze"), QStringLiteral("work"), QStringLiteral("--format"), QStringLiteral("markdown")});
    QVERIFY2(outcome.code == 0, outcome.err.constData());
    QVERIFY(outcome.out.startsWith("# Work\n"));
    QVERIFY(outcome.out.contains("| Axis | Band | Why |\n| --- | --- | --- |\n| Likelihood | "));
    QVERIFY(outcome.out.contains("| Blast radius | "));
    QVERIFY(outcome.out.contains("\n- **"));
    QVERIFY(outcome.out.contains("DST-05"));
    QVERIFY(outcome.out.contains("a.sh:2"));
}

void TestReports::dependentsAsMarkdown()
{
    m_builder.commit(
        {.branch = "users",
         .files = {{"src/pay_[x].py", "def charge_it(a):\n    return a\n"}, {"src/shop.py", "import cart\n\nprint(cart.a)\n"}},
         .from = "main"});
    const QStringList at{QStringLiteral("--at"), QStringLiteral("users"), QStringLiteral("--format"), QStringLiteral("markdown")};
    const auto outcome = run(QStringList{QStringLiteral("impact"), QStringLiteral("src/cart.py")} + at);
    QVERIFY2(outcome.code == 0, outcome.err.constData());
    QVERIFY(outcome.out.contains("| 1 | src/shop.py:1 | src/cart.py |  |"));
    const auto symbol = run(QStringList{QStringLiteral("impact"), QStringLiteral("charge_it")} + at);
    QVERIFY(symbol.out.startsWith("# Who depends on charge\\_it\n"));
    QVERIFY(symbol.out.contains("- Defined in src/pay\\_\\[x\\].py\n")); // stays text
}

void TestReports::rulesAreListedAndExplained()
{
    const auto listed =
        run({QStringLiteral("rules"), QStringLiteral("list"), QStringLiteral("--format"), QStringLiteral("json")});
    QCOMPARE(listed.code, 0);
    QCOMPARE(listed.json().value(QStringLiteral("schema")).toString(), QStringLiteral("countersign.rules/1"));
    const auto explained = run({QStringLiteral("rules"), QStringLiteral("explain"), QStringLiteral("DST-05")});
    QCOMPARE(explained.code, 0);
    QVERIFY(explained.out.contains("DST-05"));
    QVERIFY(explained.out.contains("Pattern:"));
    QCOMPARE(run({QStringLiteral("rules"), QStringLiteral("explain"), QStringLiteral("NO-99")}).code, 2);
    QCOMPARE(run({QStringLiteral("rules"), QStringLiteral("nonsense")}).code, 2);
}

void TestReports::rulesAreTested()
{
    const QByteArray rule = "[[rule]]\nid = \"TEAM-01\"\ntitle = \"t\"\nwhy = \"w\"\ncheck = \"c\"\nseverity = \"high\"\n"
                            "direction = \"added\"\npatterns = ['old']\n"
                            "[[rule.example]]\nfile = \"a.py\"\nfinds = true\nchange = '+old()'\n"
                            "[[rule.example]]\nfile = \"a.py\"\nfinds = false\nchange = ' old()'\n";
    const auto good = run({QStringLiteral("rules"), QStringLiteral("test"), write(QStringLiteral("good.toml"), rule)});
    QVERIFY2(good.code == 0, good.out.constData());
    QVERIFY(good.out.contains("2 of 2"));
    QByteArray wrong = rule;
    wrong.replace("'+old()'", "'+new()'");
    QCOMPARE(run({QStringLiteral("rules"), QStringLiteral("test"), write(QStringLiteral("wrong.toml"), wrong)}).code, 1);
    const auto broken =
        run({QStringLiteral("rules"), QStringLiteral("test"), write(QStringLiteral("broken.toml"), "[[rule]]\nid = \n")});
    QCOMPARE(broken.code, 3);
    QVERIFY(broken.err.contains("broken.toml:2:"));
}

void TestReports::linesAreTagged()
{
    m_builder.commit(
        {.branch = "plain", .files = {{"src/cart.py", "a = 1\nb = 2\nc = 3\n"}}, .message = "Plain", .from = "main"});
    const QStringList tag{QStringLiteral("tag"), QStringLiteral("plain"), QStringLiteral("--tool"), QStringLiteral("cursor")};
    QCOMPARE(run(tag + QStringList{QStringLiteral("--lines"), QStringLiteral("2")}).code, 2);
    QCOMPARE(run(tag
                 + QStringList{QStringLiteral("--path"), QStringLiteral("src/cart.py"), QStringLiteral("--lines"),
                               QStringLiteral("3-2")})
                 .code,
             2);
    const auto tagged = run(
        tag
        + QStringList{QStringLiteral("--path"), QStringLiteral("src/cart.py"), QStringLiteral("--lines"), QStringLiteral("3")});
    QVERIFY2(tagged.code == 0, tagged.err.constData());
    const auto json =
        run({QStringLiteral("analyze"), QStringLiteral("plain"), QStringLiteral("--format"), QStringLiteral("json")}).json();
    const auto file =
        json.value(QStringLiteral("provenance")).toObject().value(QStringLiteral("files")).toArray().at(0).toObject();
    QCOMPARE(file.value(QStringLiteral("aiLines")).toString(), QStringLiteral("3"));
    QCOMPARE(file.value(QStringLiteral("lines")).toObject().value(QStringLiteral("unknown")).toInt(), 1);
}

QTEST_GUILESS_MAIN(TestReports)
#include "tst_reports.moc"
