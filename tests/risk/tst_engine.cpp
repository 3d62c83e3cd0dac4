// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Transition.h"

#include "risk/Engine.h"
#include "risk/RuleSet.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <set>
#include <thread>

using namespace countersign;
using namespace countersign::risk;
using countersign::testing::fileChanges;
using countersign::testing::findings;
using countersign::testing::summary;

namespace
{

const testing::Files before{{"src/a.py", "import x\n"}, {"infra/db.tf", "resource \"aws_db_instance\" \"a\" {\n  x = 1\n}\n"}};
const testing::Files after{{"src/a.py",
                            "import x\nrequests.get(u, verify=False)\nprint(1)\nprint(2)\nprint(3)\nprint(4)\nprint(5)\n"
                            "requests.get(u, verify=False)\n"},
                           {"infra/db.tf", "resource \"aws_db_instance\" \"a\" {\n  x = 1\n  skip_final_snapshot = true\n}\n"},
                           {"CLAUDE.md", "Be kind.\n"}};

const RuleSet &rules()
{
    static const auto set = RuleSet::builtIn();
    return **set;
}

} // namespace

class EngineTest : public QObject
{
    Q_OBJECT
private slots:
    void worstComesFirstThenPathThenLine();
    void idsAreStableAndUnique();
    void idsSurviveShiftedLines();
    void riskiestFilesAreLookedAtFirst();
    void stopEndsTheWork();
    void progressReachesItsTotal();
    void threadsGetTheSameAnswer();
    void threadsShareOutManyFiles();
    void hostileLineIsBounded_data();
    void hostileLineIsBounded();
    void hostileFileIsBounded_data();
    void hostileFileIsBounded();
    void textsFromTheChangeAreSafeAndBounded();
    void crlfAndMissingNewlineChangeNothing();
    void bandIsTheWorstAxisWithItsReason();
    void nothingFoundIsLow();
    void likelihoodFindingRaisesTheBandOnly();
    void filesAreSummedUpRiskiestFirst();
};

void EngineTest::worstComesFirstThenPathThenLine()
{
    QCOMPARE(summary(findings(before, after)),
             "SEC-02 critical new src/a.py:2\n"
             "SEC-02 critical new src/a.py:8\n"
             "DST-03 high new infra/db.tf:3\n"
             "AGT-01 medium new CLAUDE.md:1\n");
}

void EngineTest::idsAreStableAndUnique()
{
    const auto once = findings(before, after);
    const auto again = findings(before, after);
    QVERIFY(once == again);
    std::set<std::string> ids;
    for (const Finding &finding : once) {
        QCOMPARE(finding.id.size(), 16U);
        ids.insert(finding.id);
    }
    QCOMPARE(ids.size(), once.size());
}

void EngineTest::idsSurviveShiftedLines()
{
    testing::Files shifted = after;
    shifted["src/a.py"] = "import os\nimport sys\n" + shifted["src/a.py"];
    const auto here = findings("SEC-02", before, after);
    const auto there = findings("SEC-02", before, shifted);
    QCOMPARE(here.size(), there.size());
    for (std::size_t i = 0; i < here.size(); ++i)
        QCOMPARE(here[i].id, there[i].id);
}

void EngineTest::riskiestFilesAreLookedAtFirst()
{
    const auto files = fileChanges(before, after);
    std::vector<std::string> order;
    const auto found = findRisks(rules(), {}, files, {}, {}, [&order](const std::vector<Finding> &some) {
        QVERIFY(!some.empty());
        QVERIFY(!some.front().id.empty());
        order.push_back(some.front().file);
    });
    QVERIFY(found.has_value());
    QCOMPARE(order, (std::vector<std::string>{"infra/db.tf", "CLAUDE.md", "src/a.py"}));
}

void EngineTest::stopEndsTheWork()
{
    const auto files = fileChanges(before, after);
    std::stop_source source;
    source.request_stop();
    const auto found = findRisks(rules(), {}, files, source.get_token());
    QVERIFY(!found.has_value());
    QCOMPARE(found.error().kind, ErrorKind::Cancelled);
}

void EngineTest::progressReachesItsTotal()
{
    const auto files = fileChanges(before, after);
    std::vector<Progress> steps;
    QVERIFY(findRisks(rules(), {}, files, {}, [&steps](const Progress &step) { steps.push_back(step); }).has_value());
    QVERIFY(!steps.empty());
    QCOMPARE(steps.back().done, steps.back().total);
    QVERIFY(std::ranges::is_sorted(steps, {}, &Progress::done));
}

void EngineTest::threadsGetTheSameAnswer()
{
    const auto files = fileChanges(before, after);
    const auto expected = findRisks(rules(), {}, files);
    std::vector<Result<std::vector<Finding>>> results(4);
    {
        std::vector<std::jthread> threads;
        for (auto &result : results)
            threads.emplace_back([&files, &result] { result = findRisks(rules(), {}, files); });
    }
    for (const auto &result : results)
        QVERIFY(result == expected);
}

void EngineTest::threadsShareOutManyFiles()
{
    testing::Files many;
    for (int i = 0; i < 200; ++i) {
        const std::string number = std::to_string(i);
        many["src/auth" + number + "/a.py"] = "get(u" + number + ", verify=False)\n";
        many["tests/test_" + number + ".py"] = "def test_it():\n    assert order(" + number + ")\n";
    }
    for (const auto &files : {fileChanges({}, many), fileChanges(many, {})}) {
        using Calls = std::vector<std::vector<Finding>>;
        const auto look = [&files](unsigned threads, Calls &calls) {
            std::uint64_t done = 0;
            const auto found = findRisks(
                rules(), {}, files, {}, [&done](const Progress &step) { QCOMPARE(step.done, ++done); },
                [&calls](const std::vector<Finding> &some) { calls.push_back(some); }, threads);
            [&] { QCOMPARE(done, 2 * files.size()); }();
            return found;
        };
        Calls expectedCalls;
        Calls calls;
        const auto expected = look(1, expectedCalls);
        QVERIFY(look(4, calls) == expected);
        QVERIFY(calls == expectedCalls);
        QVERIFY(expectedCalls.size() >= 200);
    }
}

void EngineTest::hostileLineIsBounded_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("piece");
    QTest::newRow("one letter") << "scripts/run.sh" << QByteArray("a");
    QTest::newRow("start of a command") << "scripts/run.sh" << QByteArray("kubectl ");
    QTest::newRow("removals") << "scripts/run.sh" << QByteArray("rm -rf a ");
    QTest::newRow("guard") << "src/a.js" << QByteArray("app.use(requireAuth, ");
    QTest::newRow("SQL") << "src/a.js" << QByteArray("\"DROP TABLE x\" ");
    QTest::newRow("comment after comment") << "src/a.js" << QByteArray("/* verify=False */ ");
    QTest::newRow("conditions") << "src/a.js" << QByteArray("if (x === null) return; ");
    QTest::newRow("handlers") << "src/a.java" << QByteArray("try { f(); } catch (Exception e) { return true; } ");
    QTest::newRow("assertions") << "tests/test_a.py" << QByteArray("assert x == x, ");
    QTest::newRow("limits") << "config/a.yaml" << QByteArray("timeout: 30 ");
    QTest::newRow("look-alikes") << "src/a.py"
                                 << QByteArray("\xD0\xB0"
                                               "dmin ");
    QTest::newRow("talk to an AI") << "src/a.py" << QByteArray("# ignore all the previous ");
    QTest::newRow("test commands") << ".github/workflows/ci.yml" << QByteArray("npm test -- ");
}

void EngineTest::hostileLineIsBounded()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, piece);
    const QByteArray line = piece.repeated(static_cast<int>((1 << 20) / piece.size()));
    const auto files = fileChanges({}, {{path.toStdString(), line.toStdString() + "\n"}});
    QElapsedTimer timer;
    timer.start();
    QVERIFY(findRisks(rules(), {}, files).has_value());
    // The mark of 50 ms is the benchmark's, in a release build; this build may be instrumented and share its machine.
    QVERIFY2(timer.elapsed() < 5000, qPrintable(QStringLiteral("%1 ms").arg(timer.elapsed())));
}

void EngineTest::hostileFileIsBounded_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("guards that go") << "src/a.java" << QByteArray("if (x == null) {\n    throw e;\n}\nuse(x);\n")
                                    << QByteArray("use(x);\n");
    QTest::newRow("guards without an end") << "src/a.py" << QByteArray("if x is None:\n") << QByteArray("x\n");
    QTest::newRow("clean-up that goes") << "src/a.go" << QByteArray("f := open(x)\ndefer f.Close()\n")
                                        << QByteArray("f := open(x)\n");
    QTest::newRow("turned conditions") << "src/a.js" << QByteArray("if (a < b) f();\n") << QByteArray("if (a > b) f();\n");
    QTest::newRow("handlers") << "src/a.js" << QByteArray("} catch (e) {\n") << QByteArray("} catch (e) {\n  return true;\n");
    QTest::newRow("empty tests") << "tests/test_a.py" << QByteArray("x\n") << QByteArray("def test_a():\n  x()\n");
    QTest::newRow("weaker tests") << "tests/test_a.py" << QByteArray("assert a == 1\n") << QByteArray("assert a is not None\n");
    QTest::newRow("ways of traffic") << "k8s/a.yaml" << QByteArray("kind: Ingress\napiVersion: v1\n  host: a\n")
                                     << QByteArray("kind: Ingress\napiVersion: v1\n  host: b\n");
    QTest::newRow("promises") << "api/a.proto" << QByteArray("  string a = 1;\n") << QByteArray("  string b = 1;\n");
    QTest::newRow("copies") << "src/b.py" << QByteArray("x\n")
                            << QByteArray(
                                   "the_first_of_five_lines(order, customer)\nthe_second_of_five_lines(order, customer)\n");
}

void EngineTest::hostileFileIsBounded()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    constexpr int times = 10'000;
    // Deeper and deeper, for those who climb.
    std::string indented;
    for (int i = 0; i < 400; ++i)
        indented += std::string(static_cast<std::size_t>(i), ' ') + after.toStdString();
    const auto files = fileChanges({{path.toStdString(), before.repeated(times).toStdString()}},
                                   {{path.toStdString(), after.repeated(times).toStdString() + indented}});
    QElapsedTimer timer;
    timer.start();
    QVERIFY(findRisks(rules(), {}, files).has_value());
    // Minutes when some rule is quadratic; a debug build on a busy machine needs a few seconds.
    QVERIFY2(timer.elapsed() < 20'000, qPrintable(QStringLiteral("%1 ms").arg(timer.elapsed())));
}

void EngineTest::textsFromTheChangeAreSafeAndBounded()
{
    const std::string evil = "rm -rf $X\xE2\x80\xAE\x1B[31m" + std::string(5000, 'y');
    const auto found = findings("DST-05", {}, {{"scripts/a.sh", evil + "\n"}});
    QCOMPARE(found.size(), 1U);
    for (const Message &text : {found[0].title, found[0].evidence.at(0)}) {
        const std::string shown = text.english();
        QVERIFY(shown.size() < 400);
        QVERIFY(!shown.contains('\x1B'));
        QVERIFY(!shown.contains("\xE2\x80\xAE"));
    }
}

void EngineTest::crlfAndMissingNewlineChangeNothing()
{
    QCOMPARE(summary(findings({{"a.py", "x\r\n"}}, {{"a.py", "x\r\nget(u, verify=False)\r\n"}})), "SEC-02 critical new a.py:2\n");
    QCOMPARE(summary(findings({{"a.py", "x\n"}}, {{"a.py", "x\nget(u, verify=False)"}})), "SEC-02 critical new a.py:2\n");
    QCOMPARE(summary(findings({{"a.py", "get(u, verify=False)\n"}}, {{"a.py", "get(u, verify=False)\r\n"}})), "");
}

void EngineTest::bandIsTheWorstAxisWithItsReason()
{
    const auto files = fileChanges(before, after);
    const auto found = findRisks(rules(), {}, files);
    const Analysis analysis = grade(rules(), {}, files, {}, *found);
    QCOMPARE(analysis.band, Band::Critical);
    QCOMPARE(analysis.axes.consequence, Band::Critical);
    QCOMPARE(analysis.axes.consequenceFrom, (std::vector{(*found)[0].id, (*found)[1].id}));
    QCOMPARE(analysis.bandReason, (*found)[0].title);
    QCOMPARE(analysis.rulesSha256, rules().digest());
    QCOMPARE(analysis.ungraded, (std::vector<std::string>{"likelihood", "blastRadius"}));
    QVERIFY(!analysis.axes.likelihood && !analysis.axes.blastRadius);
}

void EngineTest::nothingFoundIsLow()
{
    const Analysis analysis = grade(rules(), {}, {}, {}, {});
    QCOMPARE(analysis.band, Band::Low);
    QVERIFY(analysis.axes.consequenceFrom.empty());
    QCOMPARE(analysis.bandReason.english(), "Nothing found");
}

void EngineTest::likelihoodFindingRaisesTheBandOnly()
{
    Finding finding;
    finding.severity = Severity::High;
    finding.axis = Axis::Likelihood;
    finding.title = Message("Test switched off");
    const Analysis analysis = grade(rules(), {}, {}, {}, {finding});
    QCOMPARE(analysis.band, Band::High);
    QCOMPARE(analysis.axes.consequence, Band::Low);
    QVERIFY(!analysis.axes.likelihood.has_value());
    QCOMPARE(analysis.bandReason.english(), "Test switched off");
}

void EngineTest::filesAreSummedUpRiskiestFirst()
{
    const auto files = fileChanges(before, after);
    const auto found = findRisks(rules(), {}, files);
    const Analysis analysis = grade(rules(), {}, files, {}, *found);
    QCOMPARE(analysis.files.size(), 3U);
    QCOMPARE(analysis.files[0].delta.path(), "src/a.py");
    QCOMPARE(analysis.files[0].findings, 2U);
    QCOMPARE(analysis.files[0].worst, Severity::Critical);
    QCOMPARE(analysis.files[0].added, 7U);
    QCOMPARE(analysis.files[1].delta.path(), "infra/db.tf");
}

QTEST_GUILESS_MAIN(EngineTest)
#include "tst_engine.moc"
