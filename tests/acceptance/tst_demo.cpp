// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/Program.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace countersign;

/// The demo repository tells one story for each kind of incident, and some quiet ones: both must come out as they are told.
class TestDemo : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void riskyChangeHasItsFinding_data();
    void riskyChangeHasItsFinding();
    void quietChangeHasNothingAboveLow_data();
    void quietChangeHasNothingAboveLow();

private:
    QJsonArray findings(const QString &change);
    QTemporaryDir m_folder;
    QString m_demo;
};

void TestDemo::initTestCase()
{
    m_demo = m_folder.filePath(QStringLiteral("demo"));
    const auto made = test::runProgram(QStringLiteral(COUNTERSIGN_PROGRAM), {QStringLiteral("demo"), m_demo},
                                       test::cleanEnvironment(m_folder.path()));
    QVERIFY2(made.code == 0, made.err.constData());
}

QJsonArray TestDemo::findings(const QString &change)
{
    const auto analysed = test::runProgram(
        QStringLiteral(COUNTERSIGN_PROGRAM),
        {QStringLiteral("analyze"), QStringLiteral("-C"), m_demo, change, QStringLiteral("--format"), QStringLiteral("json")},
        test::cleanEnvironment(m_folder.path()));
    if (analysed.code != 0)
        qFatal("%s", analysed.err.constData());
    return analysed.json().value(QLatin1String("findings")).toArray();
}

void TestDemo::riskyChangeHasItsFinding_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *what, const char *change, const char *expected) {
        QTest::newRow(what) << QString::fromLatin1(change) << QString::fromLatin1(expected);
    };
    row("a minor fix deletes and recreates a database", "#482", "DST-01 critical old infra/environments/prod/db.tf:11-25");
    row("it loses its protection", "#482", "DST-03 critical old infra/environments/prod/db.tf:17-17");
    row("it calls itself minor", "#482", "SCP-04 high old infra/environments/prod/db.tf:11-25");
    row("an access guard is lost in a refactor", "#477", "SEC-01 critical old src/api/orders.py:26-26");
    row("assertions go so that a test passes", "#470", "TST-01 high old tests/test_export.py:17-19");
    row("a test is switched off", "#470", "TST-02 high new tests/test_export.py:21-21");
    row("a load-bearing default flips", "#471", "CFG-01 high new config/service.yaml:5-5");
    row("a migration drops data", "#473", "DB-01 critical new migrations/0002_drop_legacy.sql:3-4");
    row("a migration rewrites every row", "#473", "DB-02 critical new migrations/0002_drop_legacy.sql:2-2");
    row("an error is swallowed", "#481", "ERR-01 high new src/billing/invoice_client.py:18-19");
    row("agent instructions change", "#484", "AGT-01 high new CLAUDE.md:4-4");
    row("the pipeline is forced to be green", "#485", "TST-06 critical new .github/workflows/ci.yml:11-11");
    row("a scan goes", "#485", "CI-03 medium old .github/workflows/ci.yml:13-13");
}

void TestDemo::riskyChangeHasItsFinding()
{
    QFETCH(QString, change);
    QFETCH(QString, expected);
    QStringList found;
    for (const auto &value : findings(change)) {
        const auto finding = value.toObject();
        const auto text = [&finding](const char *key) { return finding.value(QLatin1String(key)).toVariant().toString(); };
        found << QStringLiteral("%1 %2 %3 %4:%5-%6")
                     .arg(text("rule"), text("severity"), text("side"), text("file"), text("startLine"), text("endLine"));
    }
    QVERIFY2(found.contains(expected), qPrintable(found.join(QLatin1Char('\n'))));
}

void TestDemo::quietChangeHasNothingAboveLow_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<bool>("meetsAnother"); // which is all that is to be said about it
    QTest::newRow("a good AI change with tests") << QStringLiteral("#480") << false;
    QTest::newRow("a human refactor that only moves a guard") << QStringLiteral("#468") << false;
    QTest::newRow("a dependency bot") << QStringLiteral("#475") << false;
    QTest::newRow("formatting") << QStringLiteral("#476") << false;
    QTest::newRow("one half of two that meet") << QStringLiteral("#479") << true;
    QTest::newRow("the other half") << QStringLiteral("#486") << true;
}

void TestDemo::quietChangeHasNothingAboveLow()
{
    QFETCH(QString, change);
    QFETCH(bool, meetsAnother);
    QStringList loud;
    for (const auto &value : findings(change)) {
        const QString severity = value.toObject().value(QLatin1String("severity")).toString();
        if (severity != QLatin1String("low") && severity != QLatin1String("info"))
            loud << value.toObject().value(QLatin1String("rule")).toString();
    }
    loud.removeDuplicates();
    QCOMPARE(loud, meetsAnother ? QStringList{QStringLiteral("SCP-07")} : QStringList());
}

QTEST_GUILESS_MAIN(TestDemo)
#include "tst_demo.moc"
