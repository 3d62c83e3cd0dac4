// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/CoverageReport.h"
#include "reports/LineCoverage.h"

#include <QTest>

using namespace countersign;
using namespace countersign::reports;

namespace
{

/// "src/shop/cart.py: 1+ 2- 4+": what is known of each file's lines.
QString words(const LineCoverage &coverage)
{
    QStringList files;
    for (const auto &[path, lines] : coverage.files) {
        QString text = QString::fromStdString(path) + QLatin1Char(':');
        for (const auto &[line, isRun] : lines)
            text += QStringLiteral(" %1%2").arg(line).arg(isRun ? QLatin1Char('+') : QLatin1Char('-'));
        files << text;
    }
    return files.join(QStringLiteral("; "));
}

const PathMatch paths({"src/shop/cart.py", "src/main/java/com/x/Cart.java", "a/util.py", "b/util.py", "main.py"});

/// A change that adds lines 1 to 6 of src/shop/cart.py; an AI wrote 1 to 4.
struct Scene {
    Analysis analysis;
    std::vector<std::shared_ptr<const FileChange>> files;

    Scene()
    {
        FileChange file;
        file.delta.status = DeltaStatus::Added;
        file.delta.newSide = {"src/shop/cart.py", Oid(), 0100644, 12};
        file.newText = Text("a\nb\nc\nd\ne\nf\n");
        files.push_back(std::make_shared<const FileChange>(file));
        FileProvenance provenance;
        provenance.path = "src/shop/cart.py";
        provenance.runs = {{{1, 4}, ProvenanceLevel::Asserted, "cursor", true}, {{5, 6}, ProvenanceLevel::Unknown, "", false}};
        analysis.provenance.files = {provenance};
    }
};

} // namespace

class TestCoverageTest : public QObject
{
    Q_OBJECT

private slots:
    void everyFormatIsRead_data();
    void everyFormatIsRead();
    void brokenReportIsNamedWithItsLine_data();
    void brokenReportIsNamedWithItsLine();
    void foreignPathsAreLeftOut_data();
    void foreignPathsAreLeftOut();
    void entitiesAreRefusedQuickly();
    void lineThatOneReportRanWasRun();
    void sharesCountAddedLinesOnly();
    void uncoveredAiLinesAreFindings();
    void criticalFileRaisesThem();
};

void TestCoverageTest::everyFormatIsRead_data()
{
    QTest::addColumn<QByteArray>("report");
    QTest::addColumn<QString>("expected");
    QTest::newRow("lcov") << QByteArray("TN:\nSF:src/shop/cart.py\nFN:1,f\nDA:1,5\r\nDA:2,0\nDA:4,1,hash\nend_of_record\n")
                          << QStringLiteral("src/shop/cart.py: 1+ 2- 4+");
    QTest::newRow("Cobertura") << QByteArray(
        "<?xml version=\"1.0\"?>\n<!DOCTYPE coverage SYSTEM \"http://cobertura.sourceforge.net/xml/coverage-04.dtd\">\n"
        "<coverage><sources><source>/home/ci/src</source></sources><packages><package name=\"shop\"><classes>"
        "<class name=\"cart\" filename=\"shop/cart.py\"><methods><method><lines><line number=\"1\" hits=\"1\"/></lines></method>"
        "</methods><lines><line number=\"1\" hits=\"3\"/><line number=\"2\" hits=\"0\"/></lines></class></classes></package>"
        "</packages></coverage>")
                               << QStringLiteral("src/shop/cart.py: 1+ 2-");
    QTest::newRow("JaCoCo") << QByteArray(
        "<?xml version=\"1.0\"?><!DOCTYPE report PUBLIC \"-//JACOCO//DTD Report 1.1//EN\" \"report.dtd\"><report name=\"x\">"
        "<package name=\"com/x\"><class name=\"com/x/Cart\" sourcefilename=\"Cart.java\"/><sourcefile name=\"Cart.java\">"
        "<line nr=\"3\" mi=\"0\" ci=\"4\" mb=\"0\" cb=\"0\"/><line nr=\"5\" mi=\"2\" ci=\"0\" mb=\"0\" cb=\"0\"/></sourcefile>"
        "</package></report>")
                            << QStringLiteral("src/main/java/com/x/Cart.java: 3+ 5-");
}

void TestCoverageTest::everyFormatIsRead()
{
    QFETCH(QByteArray, report);
    QFETCH(QString, expected);
    const auto coverage = readCoverage(report.toStdString(), "report", paths);
    QVERIFY2(coverage.has_value(), coverage ? "" : coverage.error().what.english().c_str());
    QCOMPARE(words(*coverage), expected);
}

void TestCoverageTest::brokenReportIsNamedWithItsLine_data()
{
    QTest::addColumn<QByteArray>("report");
    QTest::addColumn<QString>("where");
    QTest::newRow("empty") << QByteArray() << QStringLiteral("r:1");
    QTest::newRow("something else") << QByteArray("hello\n") << QStringLiteral("r:1");
    QTest::newRow("another XML") << QByteArray("<html></html>") << QStringLiteral("r:1");
    QTest::newRow("truncated XML") << QByteArray("<coverage>\n<packages>") << QStringLiteral("r:2");
    QTest::newRow("line without file") << QByteArray("TN:\nDA:1,1\n") << QStringLiteral("r:2");
    QTest::newRow("line without count") << QByteArray("SF:a\nDA:1\n") << QStringLiteral("r:2");
    QTest::newRow("nested too deep") << "<coverage>" + QByteArray("<x>").repeated(100'000) << QStringLiteral("r:1");
}

void TestCoverageTest::brokenReportIsNamedWithItsLine()
{
    QFETCH(QByteArray, report);
    QFETCH(QString, where);
    const auto coverage = readCoverage(report.toStdString(), "r", paths);
    QVERIFY(!coverage.has_value());
    QCOMPARE(coverage.error().kind, ErrorKind::Input);
    QCOMPARE(QString::fromStdString(coverage.error().where), where);
}

void TestCoverageTest::foreignPathsAreLeftOut_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("file");
    const auto row = [](const char *path, const char *file) {
        QTest::newRow(path) << QString::fromLatin1(path) << QString::fromLatin1(file);
    };
    row("src/shop/cart.py", "src/shop/cart.py");
    row("./src//shop/cart.py", "src/shop/cart.py");
    row("/home/ci/build/src/shop/cart.py", "src/shop/cart.py");
    row("C:\\ci\\src\\shop\\cart.py", "src/shop/cart.py");
    row("shop/cart.py", "src/shop/cart.py");
    row("main.py", "main.py");
    row("cart.py", ""); // any folder has one
    row("../src/shop/cart.py", "");
    row("/etc/passwd", "");
    row("c/util.py", "");
    row("lib/main.py", "");
}

void TestCoverageTest::foreignPathsAreLeftOut()
{
    QFETCH(QString, path);
    QFETCH(QString, file);
    QCOMPARE(QString::fromStdString(paths.find(path.toStdString()).value_or("")), file);
    const auto coverage = readCoverage("SF:" + path.toStdString() + "\nDA:1,1\nend_of_record\n", "r", paths);
    QVERIFY(coverage.has_value());
    QCOMPARE(coverage->files.empty(), file.isEmpty());
    QCOMPARE(coverage->others, file.isEmpty() ? 1U : 0U);
}

void TestCoverageTest::entitiesAreRefusedQuickly()
{
    std::string bomb = "<?xml version=\"1.0\"?><!DOCTYPE coverage [<!ENTITY a \"aaaaaaaaaa\">";
    for (char c = 'b'; c <= 'z'; ++c) {
        bomb += std::string("<!ENTITY ") + c + " \"";
        for (int i = 0; i < 10; ++i)
            bomb += std::string("&") + static_cast<char>(c - 1) + ";";
        bomb += "\">";
    }
    bomb += "]><coverage>&z;</coverage>";
    const auto coverage = readCoverage(bomb, "r", paths);
    QVERIFY(!coverage.has_value());
    QCOMPARE(coverage.error().kind, ErrorKind::Input);
}

void TestCoverageTest::lineThatOneReportRanWasRun()
{
    auto unit = readCoverage("SF:src/shop/cart.py\nDA:1,0\nDA:2,0\nend_of_record\n", "r", paths);
    auto whole = readCoverage("SF:src/shop/cart.py\nDA:2,7\nDA:3,0\nend_of_record\n", "r", paths);
    QVERIFY(unit && whole);
    unit->merge(std::move(*whole));
    QCOMPARE(words(*unit), QStringLiteral("src/shop/cart.py: 1- 2+ 3-"));
}

void TestCoverageTest::sharesCountAddedLinesOnly()
{
    const Scene scene;
    const auto coverage = readCoverage("SF:src/shop/cart.py\nDA:1,1\nDA:2,0\nDA:5,1\nDA:9,1\nend_of_record\n", "r", paths);
    QVERIFY(coverage.has_value());
    const TestCoverage share = shareOf(*coverage, scene.analysis, scene.files);
    QCOMPARE(share.total, (CoveredShare{3, 2, 2, 1}));
    QCOMPARE(share.files.size(), 1U);
    QCOMPARE(share.files[0].share, share.total);
}

void TestCoverageTest::uncoveredAiLinesAreFindings()
{
    const Scene scene;
    // Line 3 is no code: it joins the runs around it. Line 6 was not run either, but no AI wrote it.
    const auto coverage =
        readCoverage("SF:src/shop/cart.py\nDA:1,1\nDA:2,0\nDA:4,0\nDA:5,1\nDA:6,0\nend_of_record\n", "r", paths);
    QVERIFY(coverage.has_value());
    const auto found = uncoveredAiLines(*coverage, scene.analysis, scene.files);
    QCOMPARE(found.size(), 1U);
    QCOMPARE(found[0].rule, "COV-01");
    QCOMPARE(found[0].severity, Severity::Low);
    QCOMPARE(found[0].startLine, 2U);
    QCOMPARE(found[0].endLine, 4U);
    QVERIFY(!found[0].id.empty());
}

void TestCoverageTest::criticalFileRaisesThem()
{
    Scene scene;
    Finding critical;
    critical.severity = Severity::Critical;
    critical.file = "src/shop/cart.py";
    scene.analysis.findings.push_back(critical);
    const auto coverage = readCoverage("SF:src/shop/cart.py\nDA:2,0\nend_of_record\n", "r", paths);
    QVERIFY(coverage.has_value());
    QCOMPARE(uncoveredAiLines(*coverage, scene.analysis, scene.files).at(0).severity, Severity::Medium);
}

QTEST_GUILESS_MAIN(TestCoverageTest)
#include "tst_testcoverage.moc"
