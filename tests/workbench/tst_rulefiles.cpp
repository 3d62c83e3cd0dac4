// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/RepositoryBuilder.h"
#include "workbench/ChangeReport.h"
#include "workbench/RuleList.h"
#include "workbench/RuleTest.h"

#include <QTest>

#include <algorithm>

using namespace countersign;
using countersign::test::RepositoryBuilder;

namespace
{

const std::string rule = R"([[rule]]
id = "TEAM-01"
title = "Old client used: %1"
why = "It does not retry."
check = "Can the new client be used?"
severity = "high"
direction = "added"
files = ["*.py"]
patterns = ['\bOldClient\(']
[[rule.example]]
name = "came in"
file = "a.py"
change = '''
 import client
+c = OldClient()
'''
finds = true
[[rule.example]]
name = "was there"
file = "a.py"
change = '''
 c = OldClient()
+c.close()
'''
finds = false
)";

std::string replaced(std::string text, const std::string &what, const std::string &with)
{
    return text.replace(text.find(what), what.size(), with);
}

template<class T>
T must(Result<T> result)
{
    if (!result)
        qFatal("%s (%s)", result.error().what.english().c_str(), result.error().where.c_str());
    return std::move(*result);
}

Analysis analyze(const RepositoryBuilder &builder, const std::string &range)
{
    // Made once: it compiles every pattern of every rule, and that of a team does so again.
    static const auto engine = must(workbench::Engine::load());
    auto repository = must(git::Repository::open(builder.path()));
    return must(workbench::openChange(repository, *engine, range)).analysis;
}

std::ptrdiff_t count(const Analysis &analysis, const std::string &id)
{
    return std::ranges::count(analysis.findings, id, &Finding::rule);
}

const std::string client = "import client\nc = OldClient()\n";

} // namespace

class RuleFilesTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void examplesAreRun();
    void wrongExampleIsNamed_data();
    void wrongExampleIsNamed();
    void ruleWithoutBothKindsOfExamplesIsNamed();
    void patternThatTheEngineCannotTakeIsRefusedWithTheReason_data();
    void patternThatTheEngineCannotTakeIsRefusedWithTheReason();
    void rulesOfTheBaseHold();
    void rulesOfTheHeadDoNot();
    void brokenFileIsNamedAndDisablesOnlyItself();
    void idOfABuiltInRuleIsRefused();
    void teamMarkersAreRead();
    void repositoryThatRefusesAiSaysSo();
    void everyRuleHasAPurpose();
};

void RuleFilesTest::initTestCase()
{
    qputenv("COUNTERSIGN_STORE", "/nonexistent/store.sqlite");
    qputenv("COUNTERSIGN_MARKERS", "/nonexistent/markers.toml");
    qputenv("COUNTERSIGN_CACHE", ""); // nothing is shared with other tests that run at the same time
}

void RuleFilesTest::examplesAreRun()
{
    const std::vector<risk::RuleFile> files{{"team.toml", rule}};
    const auto report = workbench::testRules(files);
    QVERIFY(report.passed());
    QCOMPARE(report.results.size(), 2U);
    QCOMPARE(report.results[0].where, "team.toml:1");
}

void RuleFilesTest::wrongExampleIsNamed_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<int>("wrong");
    QTest::newRow("expected and not found") << QStringLiteral("+c = OldClient()") << QStringLiteral("+c = NewClient()") << 0;
    QTest::newRow("found and not expected") << QStringLiteral("+c.close()") << QStringLiteral("+d = OldClient(1)") << 1;
}

void RuleFilesTest::wrongExampleIsNamed()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(int, wrong);
    const std::vector<risk::RuleFile> files{{"team.toml", replaced(rule, from.toStdString(), to.toStdString())}};
    const auto report = workbench::testRules(files);
    QVERIFY(!report.passed());
    for (int i = 0; i < 2; ++i)
        QCOMPARE(report.results[static_cast<std::size_t>(i)].passed(), i != wrong);
}

void RuleFilesTest::ruleWithoutBothKindsOfExamplesIsNamed()
{
    const std::vector<risk::RuleFile> files{{"team.toml", rule.substr(0, rule.rfind("[[rule.example]]"))}};
    const auto report = workbench::testRules(files);
    QVERIFY(!report.passed());
    QCOMPARE(report.lacking, std::vector<std::string>{"TEAM-01 (team.toml:1)"});
}

void RuleFilesTest::patternThatTheEngineCannotTakeIsRefusedWithTheReason_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::newRow("look-ahead") << QStringLiteral("(?=x)");
    QTest::newRow("back reference") << QStringLiteral("(a)\\1");
    QTest::newRow("too large") << QStringLiteral("((a{1000}){1000}){1000}");
    QTest::newRow("not closed") << QStringLiteral("(a");
}

void RuleFilesTest::patternThatTheEngineCannotTakeIsRefusedWithTheReason()
{
    QFETCH(QString, pattern);
    const std::vector<risk::RuleFile> files{{"team.toml", replaced(rule, "\\bOldClient\\(", pattern.toStdString())}};
    const auto report = workbench::testRules(files);
    QCOMPARE(report.broken.size(), 1U);
    QVERIFY(report.broken[0].where.starts_with("team.toml:9:"));
    QVERIFY(report.broken[0].what.english().size() > std::string("Not a regular expression: ").size());
}

void RuleFilesTest::rulesOfTheBaseHold()
{
    RepositoryBuilder builder;
    builder.commit({.files = {{".countersign/rules/team.toml", rule}, {"a.py", "import client\n"}}, .message = "Start"});
    builder.commit({.branch = "work", .files = {{"a.py", client}}, .message = "Work", .from = "main"});
    const Analysis analysis = analyze(builder, "main..work");
    QCOMPARE(count(analysis, "TEAM-01"), 1);
    // A change that takes the rule away is still judged by it.
    builder.commit({.branch = "away",
                    .files = {{"a.py", client}, {".countersign/rules/team.toml", std::nullopt}},
                    .message = "Away",
                    .from = "main"});
    QCOMPARE(count(analyze(builder, "main..away"), "TEAM-01"), 1);
}

void RuleFilesTest::rulesOfTheHeadDoNot()
{
    RepositoryBuilder builder;
    builder.commit({.files = {{"a.py", "import client\n"}}, .message = "Start"});
    builder.commit({.branch = "work",
                    .files = {{"a.py", client}, {".countersign/rules/team.toml", rule}},
                    .message = "Work",
                    .from = "main"});
    QCOMPARE(count(analyze(builder, "main..work"), "TEAM-01"), 0);
}

void RuleFilesTest::brokenFileIsNamedAndDisablesOnlyItself()
{
    RepositoryBuilder builder;
    builder.commit({.files = {{".countersign/rules/good.toml", rule},
                              {".countersign/rules/bad.toml", replaced(rule, "\"high\"", "\"awful\"")},
                              {".countersign/rules/worse.toml", "[[rule]\n"},
                              {".countersign/rules/readme.txt", "not a rule"},
                              {"a.py", "import client\n"}},
                    .message = "Start"});
    builder.commit({.branch = "work",
                    .files = {{"a.py", client}, {"b.sh", "terraform destroy -auto-approve\n"}},
                    .message = "Work",
                    .from = "main"});
    const Analysis analysis = analyze(builder, "main..work");
    QCOMPARE(count(analysis, "TEAM-01"), 1);
    QVERIFY(count(analysis, "DST-04") > 0);
    QCOMPARE(analysis.problems.size(), 2U);
    QVERIFY(analysis.problems[0].english().starts_with(".countersign/rules/bad.toml:6:12 was left out: severity cannot be"));
    QVERIFY(analysis.problems[1].english().starts_with(".countersign/rules/worse.toml:1:"));
}

void RuleFilesTest::idOfABuiltInRuleIsRefused()
{
    const std::vector<risk::RuleFile> files{{"team.toml", replaced(rule, "TEAM-01", "DST-01")}};
    const auto team = risk::RuleSet::withTeam(files);
    QVERIFY(team.has_value());
    QCOMPARE(team->broken.size(), 1U);
    QCOMPARE(team->broken[0].where, "team.toml:1:1");
    QCOMPARE(team->rules->digest(), must(risk::RuleSet::builtIn())->digest());
}

void RuleFilesTest::teamMarkersAreRead()
{
    RepositoryBuilder builder;
    builder.commit({.files = {{".countersign/markers.toml",
                               "version = 1\n[[tool]]\nslug = \"house-bot\"\n"
                               "authors = [\"bot@house.example\"]\n"},
                              {"a.txt", "a\n"}},
                    .message = "Start"});
    builder.commit({.branch = "work",
                    .files = {{"a.txt", "a\nb\n"}},
                    .message = "Work",
                    .author = "Bot <bot@house.example>",
                    .from = "main"});
    const Analysis analysis = analyze(builder, "main..work");
    QCOMPARE(analysis.provenance.tools, std::vector<std::string>{"house-bot"});
    QCOMPARE(analysis.provenance.level, ProvenanceLevel::Agent);
    QCOMPARE(count(analysis, "PRV-01"), 0);
}

void RuleFilesTest::repositoryThatRefusesAiSaysSo()
{
    RepositoryBuilder builder;
    builder.commit(
        {.files = {{".countersign/markers.toml", "version = 1\nrefuse_ai = true\n"}, {"a.txt", "a\n"}}, .message = "Start"});
    builder.commit({.branch = "work", .files = {{"a.txt", "a\nb\n"}}, .message = "By hand", .from = "main"});
    QCOMPARE(count(analyze(builder, "main..work"), "PRV-01"), 0);
    builder.commit({.branch = "work",
                    .files = {{"a.txt", "a\nb\nc\nd\n"}},
                    .message = "Work\n\nCo-Authored-By: Claude <noreply@anthropic.com>\n"});
    const Analysis analysis = analyze(builder, "main..work");
    QCOMPARE(count(analysis, "PRV-01"), 1);
    const auto found = std::ranges::find(analysis.findings, "PRV-01", &Finding::rule);
    QCOMPARE(found->file, "a.txt");
    QCOMPARE(found->startLine, 3U);
    QCOMPARE(found->endLine, 4U);
    QVERIFY(!found->evidence.empty());
    // Taking the refusal back in the same change does not help.
    builder.commit({.branch = "work", .files = {{".countersign/markers.toml", std::nullopt}}, .message = "Allow it"});
    QCOMPARE(count(analyze(builder, "main..work"), "PRV-01"), 1);
}

void RuleFilesTest::everyRuleHasAPurpose()
{
    const auto listed = workbench::listRules(*must(risk::RuleSet::builtIn()));
    QVERIFY(listed.size() > 10);
    for (const auto &one : listed)
        QVERIFY2(!one.purpose.isEmpty(), one.id.c_str());
    QVERIFY(std::ranges::is_sorted(listed, {}, &workbench::ListedRule::id));
}

QTEST_GUILESS_MAIN(RuleFilesTest)
#include "tst_rulefiles.moc"
