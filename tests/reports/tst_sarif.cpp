// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/SarifExport.h"
#include "reports/SarifImport.h"

#include <nlohmann/json.hpp>

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace countersign;
using namespace countersign::reports;
using nlohmann::json;

namespace
{

const PathMatch paths({"src/a b.c", "src/x.c"});

std::string result(const std::string &uri, const std::string &more = {})
{
    return R"({"ruleId":"R1","message":{"text":"Bad thing"},"locations":[{"physicalLocation":{"artifactLocation":{"uri":")" + uri
        + R"("},"region":{"startLine":3,"endLine":4}}}])" + more + "}";
}

std::string log(const std::string &results, const std::string &rules = "[]")
{
    return R"({"version":"2.1.0","runs":[{"tool":{"driver":{"name":"Scan","version":"7","rules":)" + rules + R"(}},"results":[)"
        + results + "]}]}";
}

SarifResults read(const std::string &text)
{
    auto results = readSarif(text, "r.sarif", paths);
    if (!results)
        qFatal("%s", results.error().what.english().c_str());
    return std::move(*results);
}

Analysis sample()
{
    Analysis analysis;
    analysis.engineVersion = "0.1.0";
    analysis.rulesSha256 = std::string(64, 'a');
    for (const auto &[rule, severity, file] : {std::tuple("DST-01", Severity::Critical, "infra/d\xC3\xB6t b.tf"),
                                               {"SEC-01", Severity::Medium, "a%b.py"},
                                               {"DST-01", Severity::Info, "x\xFF.tf"}}) {
        Finding finding;
        finding.id = "0123456789abcdef";
        finding.content = finding.group = finding.id;
        finding.rule = rule;
        finding.severity = severity;
        finding.file = file;
        finding.startLine = 3;
        finding.endLine = 5;
        finding.title = Message("Title");
        finding.why = Message("Why.");
        finding.check = Message("Check?");
        finding.evidence = {Message("was \xFF")};
        analysis.findings.push_back(finding);
    }
    analysis.problems.emplace_back("One thing could not be read");
    return analysis;
}

} // namespace

class SarifTest : public QObject
{
    Q_OBJECT

private slots:
    void resultBecomesAnAnnotation();
    void levelComesFromTheResultOrItsRule_data();
    void levelComesFromTheResultOrItsRule();
    void messageOfTheRuleIsFilledIn();
    void regionWithoutAFirstLineIsTheWholeFile();
    void hundredThousandsOfResultsAreRead();
    void placesOutsideAreRefused_data();
    void placesOutsideAreRefused();
    void whatTheToolTookBackIsLeftOut_data();
    void whatTheToolTookBackIsLeftOut();
    void repeatsAreSaidOnce();
    void brokenLogIsNotRead_data();
    void brokenLogIsNotRead();
    void exportHasWhatTheStandardAsksFor();
    void exportIsDeterministicAndReadableAgain();
    void exportPassesThePublicSchema();
};

void SarifTest::resultBecomesAnAnnotation()
{
    const auto found = read(log(result("src/a%20b.c")));
    QCOMPARE(found.annotations.size(), 1U);
    Annotation expected;
    expected.source = "Scan 7";
    expected.rule = "R1";
    expected.message = "Bad thing";
    expected.file = "src/a b.c";
    expected.startLine = 3;
    expected.endLine = 4;
    QCOMPARE(found.annotations[0], expected);
}

void SarifTest::levelComesFromTheResultOrItsRule_data()
{
    QTest::addColumn<QString>("more");
    QTest::addColumn<QString>("rules");
    QTest::addColumn<QString>("level");
    const QString note = QStringLiteral(R"([{"id":"R0"},{"id":"R1","defaultConfiguration":{"level":"note"}}])");
    QTest::newRow("neither") << QString() << QStringLiteral("[]") << QStringLiteral("warning");
    QTest::newRow("result") << QStringLiteral(R"(,"level":"error")") << note << QStringLiteral("error");
    QTest::newRow("rule by its id") << QString() << note << QStringLiteral("note");
    QTest::newRow("rule by its index") << QStringLiteral(R"(,"ruleIndex":1)") << note << QStringLiteral("note");
    QTest::newRow("index out of range") << QStringLiteral(R"(,"ruleIndex":99)") << note << QStringLiteral("warning");
}

void SarifTest::levelComesFromTheResultOrItsRule()
{
    QFETCH(QString, more);
    QFETCH(QString, rules);
    QFETCH(QString, level);
    const auto found = read(log(result("src/x.c", more.toStdString()), rules.toStdString()));
    QCOMPARE(QString::fromLatin1(name(found.annotations.at(0).level).data()), level);
}

void SarifTest::messageOfTheRuleIsFilledIn()
{
    const std::string text =
        R"({"ruleIndex":0,"message":{"id":"m","arguments":["left","right"]},"locations":[{"physicalLocation":)"
        R"({"artifactLocation":{"index":0}}}]})";
    const auto found =
        read(R"({"version":"2.1.0","runs":[{"artifacts":[{"location":{"uri":"src/x.c"}}],"tool":{"driver":{"name":"S",)"
             R"("rules":[{"id":"Q","messageStrings":{"m":{"text":"{0} is not {1}"}}}]}},"results":[)"
             + text + "]}]}");
    QCOMPARE(found.annotations.at(0).message, "left is not right");
    QCOMPARE(found.annotations.at(0).rule, "Q");
    QCOMPARE(found.annotations.at(0).startLine, noLine);
}

void SarifTest::regionWithoutAFirstLineIsTheWholeFile()
{
    std::string text = result("src/x.c");
    text.replace(text.find("\"startLine\":3"), std::string_view("\"startLine\":3").size(), "\"startLine\":-1");
    const auto found = read(log(text));
    QCOMPARE(found.annotations.at(0).startLine, noLine);
    QCOMPARE(found.annotations.at(0).endLine, noLine);
}

void SarifTest::hundredThousandsOfResultsAreRead()
{
    constexpr std::size_t many = 200'000;
    std::string results = result("src/x.c");
    for (std::size_t i = 1; i < many; ++i)
        results += "," + result("src/x.c");
    QCOMPARE(read(log(results)).annotations.size(), many);
}

void SarifTest::placesOutsideAreRefused_data()
{
    QTest::addColumn<QString>("uri");
    QTest::addColumn<int>("annotations");
    QTest::addColumn<int>("refused");
    const auto row = [](const char *uri, int annotations, int refused) {
        QTest::newRow(uri) << QString::fromLatin1(uri) << annotations << refused;
    };
    row("../../etc/passwd", 0, 1);
    row("src/..%2f..%2fetc/passwd", 0, 1);
    row("%2e%2e/src/x.c", 0, 1);
    row("src/x.c%0a", 0, 1);
    row("http://example.com/src/x.c", 0, 1);
    row("", 0, 1);
    row("file:///home/ci/work/src/x.c", 1, 0);
    row("file:///C:/work/src/x.c", 1, 0);
    row("/etc/passwd", 0, 0); // some file that is not part of the change
    row("src/y.c", 0, 0);
}

void SarifTest::placesOutsideAreRefused()
{
    QFETCH(QString, uri);
    QFETCH(int, annotations);
    QFETCH(int, refused);
    const auto found = read(log(result(uri.toStdString())));
    QCOMPARE(static_cast<int>(found.annotations.size()), annotations);
    QCOMPARE(static_cast<int>(found.refused), refused);
}

void SarifTest::whatTheToolTookBackIsLeftOut_data()
{
    QTest::addColumn<QString>("more");
    QTest::addColumn<int>("left");
    QTest::newRow("suppressed") << QStringLiteral(R"(,"suppressions":[{"kind":"inSource"}])") << 0;
    QTest::newRow("suppression not accepted")
        << QStringLiteral(R"(,"suppressions":[{"kind":"external","status":"rejected"}])") << 1;
    QTest::newRow("gone since the baseline") << QStringLiteral(R"(,"baselineState":"absent")") << 0;
    QTest::newRow("passed") << QStringLiteral(R"(,"kind":"pass")") << 0;
    QTest::newRow("failed") << QStringLiteral(R"(,"kind":"fail")") << 1;
}

void SarifTest::whatTheToolTookBackIsLeftOut()
{
    QFETCH(QString, more);
    QFETCH(int, left);
    QCOMPARE(static_cast<int>(read(log(result("src/x.c", more.toStdString()))).annotations.size()), left);
}

void SarifTest::repeatsAreSaidOnce()
{
    auto found = read(log(result("src/x.c") + "," + result("src/a%20b.c") + "," + result("./src/x.c")));
    QCOMPARE(found.annotations.size(), 3U);
    removeRepeats(found.annotations);
    QCOMPARE(found.annotations.size(), 2U);
    QCOMPARE(found.annotations[0].file, "src/a b.c");
}

void SarifTest::brokenLogIsNotRead_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("truncated") << QByteArray("{\"version\":\"2.1.0\",\"runs\":[");
    QTest::newRow("another version") << QByteArray("{\"version\":\"2.0.0\",\"runs\":[]}");
    QTest::newRow("no runs") << QByteArray("{\"version\":\"2.1.0\"}");
    QTest::newRow("invalid UTF-8") << QByteArray("{\"version\":\"2.1.0\",\"runs\":[\"\xFF\"]}");
    QTest::newRow("nested") << "{\"version\":\"2.1.0\",\"runs\":" + QByteArray(1'000'000, '[') + QByteArray(1'000'000, ']') + "}";
}

void SarifTest::brokenLogIsNotRead()
{
    QFETCH(QByteArray, text);
    const auto results = readSarif(text.toStdString(), "r.sarif", paths);
    QVERIFY(!results.has_value());
    QCOMPARE(results.error().kind, ErrorKind::Input);
    QCOMPARE(results.error().where, "r.sarif");
}

void SarifTest::exportHasWhatTheStandardAsksFor()
{
    const json whole = json::parse(sarifLog(sample()));
    QCOMPARE(whole.at("version"), "2.1.0");
    const json &run = whole.at("runs").at(0);
    QCOMPARE(run.at("tool").at("driver").at("name"), "Countersign");
    const json &rules = run.at("tool").at("driver").at("rules");
    QCOMPARE(rules.size(), 2U);
    QCOMPARE(run.at("results").size(), 3U);
    for (const json &one : run.at("results")) {
        QCOMPARE(rules.at(one.at("ruleIndex").get<std::size_t>()).at("id"), one.at("ruleId"));
        QVERIFY(!one.at("message").at("text").get<std::string>().empty());
        QVERIFY(one.at("locations").at(0).at("physicalLocation").at("region").at("startLine").get<int>() >= 1);
    }
    QCOMPARE(run.at("results").at(0).at("level"), "error");
    QCOMPARE(run.at("results").at(1).at("level"), "warning");
    QCOMPARE(run.at("results").at(2).at("level"), "note");
    const auto uri = [&run](std::size_t i) {
        return run.at("results")
            .at(i)
            .at("locations")
            .at(0)
            .at("physicalLocation")
            .at("artifactLocation")
            .at("uri")
            .get<std::string>();
    };
    QCOMPARE(uri(0), "infra/d%C3%B6t%20b.tf");
    QCOMPARE(uri(1), "a%25b.py");
    QCOMPARE(uri(2), "x%FF.tf");
    QCOMPARE(run.at("invocations").at(0).at("toolExecutionNotifications").size(), 1U);
}

void SarifTest::exportIsDeterministicAndReadableAgain()
{
    const std::string text = sarifLog(sample());
    QCOMPARE(sarifLog(sample()), text);
    const auto again = readSarif(text, "r.sarif", PathMatch({"infra/d\xC3\xB6t b.tf", "a%b.py", "x\xFF.tf"}));
    QVERIFY(again.has_value());
    QCOMPARE(again->annotations.size(), 3U);
    QCOMPARE(again->annotations[0].source, "Countersign 0.1.0");
}

/// The schema is not ours to ship: COUNTERSIGN_SARIF_SCHEMA names a copy of sarif-schema-2.1.0.json.
void SarifTest::exportPassesThePublicSchema()
{
    const QString schema = qEnvironmentVariable("COUNTERSIGN_SARIF_SCHEMA");
    const QString python = QStandardPaths::findExecutable(QStringLiteral("python3"));
    if (schema.isEmpty() || python.isEmpty())
        QSKIP("COUNTERSIGN_SARIF_SCHEMA names no schema, or there is no python3");
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("log.sarif")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray::fromStdString(sarifLog(sample())));
    file.close();
    QProcess process;
    process.start(python,
                  {QStringLiteral("-c"),
                   QStringLiteral("import json, jsonschema, sys; jsonschema.validate(json.load(open(sys.argv[1])), "
                                  "json.load(open(sys.argv[2])))"),
                   file.fileName(), schema});
    QVERIFY(process.waitForFinished(60'000));
    const QByteArray errors = process.readAllStandardError();
    if (errors.contains("No module named"))
        QSKIP("python3-jsonschema is not installed");
    QVERIFY2(process.exitCode() == 0, errors.constData());
}

QTEST_GUILESS_MAIN(SarifTest)
#include "tst_sarif.moc"
