// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "RosterScene.h"

#include "core/Glob.h"
#include "records/Decisions.h"

#include <QTest>

using namespace countersign;
using namespace countersign::records;
using namespace countersign::test;

namespace
{

const std::string head = "version = 1\n[defaults]\nrequire = [{ role = \"reviewer\", count = 1 }]\n";

std::string withRule(const std::string &body)
{
    return head + "override = [\"maintainer\"]\n[[rule]]\nid = \"r\"\n" + body;
}

} // namespace

/// The policy language: what is refused, when rules apply, and what each requirement answers.
class TestPolicy : public QObject
{
    Q_OBJECT

private slots:
    void builtInPoliciesAreRead();
    void mistakeRefusesTheWholePolicy_data();
    void mistakeRefusesTheWholePolicy();
    void globs_data();
    void globs();
    void rulesAddUp();
    void ruleApplies_data();
    void ruleApplies();
    void rolesComeFromTheRoster();
    void aliasOfAnAuthorIsInvolved();
    void overrideNeedsTheRole();
    void sameManifestSurvives_data();
    void sameManifestSurvives();
    void extraCommitDoesNotSurvive();
    void checklistAndRolloutAreAsked();

private:
    GateReport judge(const std::string &policy, const std::function<void(Statement &)> &edit, GateRisk risk);
};

void TestPolicy::builtInPoliciesAreRead()
{
    QCOMPARE(rosterlessPolicy().require.front().role, std::string("reviewer"));
    QCOMPARE(rosterlessPolicy().rules.size(), std::size_t{2});
    QCOMPARE(defaultPolicy().rules.size(), std::size_t{3});
    QCOMPARE(defaultPolicy().overrideRoles, std::vector<std::string>{"maintainer"});
    QVERIFY(defaultPolicy().distinctFrom.contains(Involvement::Pusher));
}

void TestPolicy::mistakeRefusesTheWholePolicy_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("says");
    const auto row = [](const char *title, const std::string &text, const char *says) {
        QTest::newRow(title) << text << std::string(says);
    };
    row("no TOML", "version =", "not valid TOML");
    row("unknown key on top", head + "[extra]\n", "Unknown field: extra");
    row("unknown key of the defaults", head + "stale_after = 3\n", "Unknown field: stale_after");
    row("unknown key of a rule", withRule("coverage = \"all\"\nregex = \"x\"\n"), "Unknown field: regex");
    row("unknown key of a condition", withRule("coverage = \"all\"\nwhen = { path = [\"x\"] }\n"), "Unknown field: path");
    row("unknown key of a role", head + "[[rule]]\nid = \"r\"\nrequire = [{ role = \"senior\", min = 2 }]\n",
        "Unknown field: min");
    row("no defaults", "version = 1\n", "defaults");
    row("no approval at all", "version = 1\n[defaults]\nstale = \"exact\"\n", "require");
    row("rule that asks for nothing", withRule("when = { band = \"high\" }\n"), "asks for nothing");
    row("rule twice", withRule("coverage = \"all\"\n") + "[[rule]]\nid = \"r\"\ncoverage = \"all\"\n", "there twice");
    row("reserved id", head + "[[rule]]\nid = \"no-rejection\"\ncoverage = \"all\"\n", "there twice");
    row("count 0", head + "[[rule]]\nid = \"r\"\nrequire = [{ role = \"senior\", count = 0 }]\n", "count cannot be");
    row("negative age", head + "max_age_days = -1\n", "max_age_days cannot be");
    row("unknown band", withRule("coverage = \"all\"\nwhen = { band = \"huge\" }\n"), "band cannot be");
    row("unknown staleness", head + "stale = \"patch-id\"\n", "stale cannot be");
    row("unknown involvement", head + "distinct_from = [\"nobody\"]\n", "distinct_from cannot be");
    row("lines without provenance", withRule("coverage = \"all\"\nwhen = { ai_min_lines = 3 }\n"), "needs provenance");
    row("role in capitals", "version = 1\n[defaults]\nrequire = [{ role = \"Reviewer\" }]\n", "role cannot be");
    row("key twice", head + "stale = \"exact\"\nstale = \"exact\"\n", "not valid TOML");
    row("too large", head + std::string(300UL * 1024, '#'), "larger than 256 KiB");
}

void TestPolicy::mistakeRefusesTheWholePolicy()
{
    QFETCH(std::string, text);
    QFETCH(std::string, says);
    const auto policy = parsePolicy(text, "policy.toml");
    QVERIFY(!policy.has_value());
    QVERIFY2(policy.error().what.english().contains(says), policy.error().what.english().c_str());
}

void TestPolicy::globs_data()
{
    QTest::addColumn<std::string>("glob");
    QTest::addColumn<std::string>("path");
    QTest::addColumn<bool>("fits");
    const auto row = [](const char *glob, const char *path, bool fits) {
        QTest::addRow("%s on %s", glob, path) << std::string(glob) << std::string(path) << fits;
    };
    row("infra/**", "infra/db.tf", true);
    row("infra/**", "infra/a/b/c", true);
    row("infra/**", "infra", false);
    row("infra/**", "xinfra/db.tf", false);
    row("**/*.tf", "db.tf", true);
    row("**/*.tf", "a/b/db.tf", true);
    row("**/*.tf", "a/b/db.tfx", false);
    row("**/x/*.tf", "ax/b.tf", false);
    row("**/x/*.tf", "a/x/b.tf", true);
    row("*.tf", "a/b.tf", false);
    row("a?c", "abc", true);
    row("a?c", "a/c", false);
    row("a*c", "a/c", false);
    row("a*", "a", true);
    row("**", "any/thing", true);
    row("a/**/b", "a/b", true);
    row("a/**/b", "a/x/y/b", true);
    row("a/**/b", "a/xb", false);
    row("[ab]", "a", false);
    row("", "", true);
    row("refs/heads/release/*", "refs/heads/release/1.0", true);
}

void TestPolicy::globs()
{
    QFETCH(std::string, glob);
    QFETCH(std::string, path);
    QFETCH(bool, fits);
    QCOMPARE(matchesGlob(glob, path), fits);
}

GateReport TestPolicy::judge(const std::string &policy, const std::function<void(Statement &)> &edit, GateRisk risk)
{
    RosterScene scene(policy);
    scene.publish(scene.first(), {alice});
    auto statement = scene.statement(carol);
    edit(statement);
    scene.append(scene.sign(carol, statement));
    return scene.gatePinned(std::move(risk));
}

void TestPolicy::rulesAddUp()
{
    const std::string two = head
        + "[[rule]]\nid = \"a\"\nrequire = [{ role = \"senior\", count = 2 }]\n[[rule]]\nid = \"b\"\n"
          "require = [{ role = \"reviewer\" }, { role = \"maintainer\" }]\n";
    const auto report = judge(two, [](Statement &) { }, {0, Band::Low});
    QCOMPARE(summary(report),
             std::string("every-change=satisfied no-rejection=satisfied a=unsatisfied b=satisfied b/maintainer=unsatisfied"));
    QVERIFY(sentences(report).contains("1 more approvals by people with the role senior."));
    QCOMPARE(report.requirements[2].candidates, std::vector{alice}); // not bob: he wrote it
}

void TestPolicy::ruleApplies_data()
{
    QTest::addColumn<std::string>("when");
    QTest::addColumn<GateRisk>("risk");
    QTest::addColumn<bool>("applies");
    const GateRisk low{0, Band::Low, 0, Band::Low, Band::Low, Band::Low, 0, 0, std::vector<std::string>{"src/a.cpp"}};
    const auto row = [](const char *title, const char *when, GateRisk risk, bool applies) {
        QTest::newRow(title) << std::string(when) << std::move(risk) << applies;
    };
    const auto with = [&low](auto edit) {
        auto risk = low;
        edit(risk);
        return risk;
    };
    row("band below", "band = \"high\"", low, false);
    row("band reached", "band = \"high\"", with([](GateRisk &risk) { risk.band = Band::Critical; }), true);
    row("blast radius unknown", "blast_radius = \"high\"", with([](GateRisk &risk) { risk.blastRadius.reset(); }), true);
    row("blast radius known", "blast_radius = \"high\"", low, false);
    row("AI lines unknown", "provenance = \"ai\"", with([](GateRisk &risk) { risk.recordedAiLines.reset(); }), true);
    row("no AI line", "provenance = \"ai-or-unknown\"", low, false);
    row("too few AI lines", "provenance = \"ai-or-unknown\", ai_min_lines = 5", with([](GateRisk &risk) { risk.aiLines = 4; }),
        false);
    row("enough AI lines", "provenance = \"ai-or-unknown\", ai_min_lines = 5", with([](GateRisk &risk) { risk.aiLines = 5; }),
        true);
    row("unknown is not recorded", "provenance = \"ai\"", with([](GateRisk &risk) { risk.aiLines = 9; }), false);
    row("path", "paths = [\"src/**\"]", low, true);
    row("other path", "paths = [\"infra/**\"]", low, false);
    row("paths unknown", "paths = [\"infra/**\"]", with([](GateRisk &risk) { risk.paths.reset(); }), true);
    row("target", "targets = [\"refs/heads/main\"]", low, true);
    row("other target", "targets = [\"refs/heads/release/*\"]", low, false);
    row("reversibility", "reversibility = 2", low, false);
    row("reversibility unknown", "reversibility = 2", with([](GateRisk &risk) { risk.reversibility.reset(); }), true);
    row("all parts must hold", "band = \"high\", paths = [\"src/**\"]", low, false);
}

void TestPolicy::ruleApplies()
{
    QFETCH(std::string, when);
    QFETCH(GateRisk, risk);
    QFETCH(bool, applies);
    const auto policy = parsePolicy(withRule("coverage = \"all\"\nwhen = { " + when + " }\n"), "policy.toml");
    QVERIFY2(policy.has_value(), policy ? "" : policy.error().what.english().c_str());
    GateQuestion question;
    question.change.targetRef = "refs/heads/main";
    question.risk = risk;
    LedgerVerdict ledger;
    ledger.trust.emplace();
    ledger.trust->policy = *policy;
    ledger.trust->rosters.emplace_back();
    const auto report = evaluateGate(question, ledger, 0);
    QCOMPARE(report.requirements.size() == 3, applies);
}

void TestPolicy::rolesComeFromTheRoster()
{
    const auto seniors = withRule("require = [{ role = \"maintainer\" }]\n");
    const auto report = judge(seniors, [](Statement &) { }, {0, Band::Low});
    QCOMPARE(summary(report), std::string("every-change=satisfied no-rejection=satisfied r=unsatisfied"));
    QVERIFY(sentences(report).contains("carol@example.com approved, but does not have the role maintainer"));
}

void TestPolicy::aliasOfAnAuthorIsInvolved()
{
    RosterScene scene(head + "distinct_from = [\"author\", \"committer\", \"coauthor\", \"pusher\"]\n");
    scene.publish(scene.first(), {alice});
    scene.builder.commit({.branch = "feature", .files = {{"z", "z\n"}}, .author = "A <Alice@Home.example>"});
    scene.append(scene.sign(alice, scene.statement(alice)));
    const auto report = scene.gatePinned({0, Band::Low});
    QCOMPARE(summary(report), std::string("every-change=unsatisfied no-rejection=satisfied"));
    QVERIFY(sentences(report).contains("alice@example.com wrote part of the change"));
}

void TestPolicy::overrideNeedsTheRole()
{
    for (const auto &who : {alice, carol}) {
        RosterScene scene(withRule("require = [{ role = \"senior\", count = 2 }]\n"));
        scene.publish(scene.first(), {alice});
        scene.append(scene.sign(carol, scene.statement(carol)));
        QVERIFY(!scene.gatePinned({0, Band::Low}).isOpen());
        auto statement = scene.statement(who);
        statement.kind = RecordKind::Override;
        statement.overrides = OverrideClaim{{"r"}, "the second senior is ill, the fix cannot wait"};
        scene.append(scene.sign(who, statement));
        const auto report = scene.gatePinned({0, Band::Low});
        QCOMPARE(report.isOpen(), who == alice);
        QCOMPARE(report.requirements.back().status,
                 who == alice ? RequirementStatus::Overridden : RequirementStatus::Unsatisfied);
        QVERIFY(sentences(report).contains(who == alice ? "alice@example.com overrode it: the second senior is ill"
                                                        : "carol@example.com overrode a requirement, but has no role that may"));
    }
}

void TestPolicy::sameManifestSurvives_data()
{
    QTest::addColumn<QStringList>("git");
    QTest::addColumn<std::string>("says"); // empty: it does not survive
    QTest::newRow("amended message") << QStringList{QStringLiteral("commit --amend -qm another")} << std::string("were amended");
    QTest::newRow("squashed") << QStringList{QStringLiteral("reset -q --soft main"), QStringLiteral("commit -qm squashed")}
                              << std::string("were squashed");
    QTest::newRow("rebased") << QStringList{QStringLiteral("branch -f main other"), QStringLiteral("rebase -q main")}
                             << std::string("was rebased");
    const QStringList picking{QStringLiteral("tag approved feature"), QStringLiteral("branch -f main other"),
                              QStringLiteral("checkout -q -B feature main")};
    QTest::newRow("cherry-picked onto the target")
        << (picking + QStringList{QStringLiteral("cherry-pick approved~2..approved")}) << std::string("was rebased");
    QTest::newRow("a part cherry-picked") << (picking + QStringList{QStringLiteral("cherry-pick approved~1")}) << std::string();
    QTest::newRow("target moved") << QStringList{QStringLiteral("branch -f main other")}
                                  << std::string("The target branch moved");
    QTest::newRow("force push") << QStringList{QStringLiteral("reset -q --hard other")} << std::string();
    QTest::newRow("mode only") << QStringList{QStringLiteral("update-index --chmod=+x app.cpp"),
                                              QStringLiteral("commit -q --amend -m mode")}
                               << std::string();
    QTest::newRow("evil merge") << QStringList{QStringLiteral("branch -f main other"),
                                               QStringLiteral("merge -q --no-commit main"), QStringLiteral("rm -qf new.cpp"),
                                               QStringLiteral("commit -qm merged")}
                                << std::string();
}

void TestPolicy::sameManifestSurvives()
{
    QFETCH(QStringList, git);
    QFETCH(std::string, says);
    RosterScene scene(head + "stale = \"same-manifest\"\n");
    scene.publish(scene.first(), {alice});
    scene.append(scene.sign(carol, scene.statement(carol)));
    scene.builder.git({QStringLiteral("checkout"), QStringLiteral("-qf"), QStringLiteral("feature")});
    for (const auto &command : git)
        scene.builder.git(command.split(QLatin1Char(' ')));
    const auto report = scene.gatePinned({0, Band::Low});
    QCOMPARE(report.isOpen(), !says.empty());
    if (says.empty())
        QCOMPARE(summary(report), std::string("every-change=stale no-rejection=satisfied"));
    else
        QVERIFY2(sentences(report).contains(says), sentences(report).c_str());
}

void TestPolicy::extraCommitDoesNotSurvive()
{
    // One commit brings something in and the next takes it out again: the net diff is clean.
    RosterScene scene(head + "stale = \"same-manifest\"\n");
    scene.publish(scene.first(), {alice});
    scene.append(scene.sign(carol, scene.statement(carol)));
    scene.builder.commit({.branch = "feature", .files = {{"key.pem", "secret\n"}}, .author = "Bob <bob@example.com>"});
    scene.builder.git({QStringLiteral("checkout"), QStringLiteral("-qf"), QStringLiteral("feature")});
    scene.builder.git({QStringLiteral("rm"), QStringLiteral("-q"), QStringLiteral("key.pem")});
    scene.builder.git({QStringLiteral("commit"), QStringLiteral("-qm"), QStringLiteral("out")});
    QCOMPARE(summary(scene.gatePinned({0, Band::Low})), std::string("every-change=stale no-rejection=satisfied"));
}

void TestPolicy::checklistAndRolloutAreAsked()
{
    const auto policy =
        withRule("require = [{ role = \"senior\" }]\nchecklist = [\"explain-back\", \"extra-tests\"]\nrollout = \"staged\"\n"
                 "coverage = \"every-risky-hunk\"\n");
    const std::string rest = "every-change=satisfied no-rejection=satisfied r=satisfied ";
    GateRisk risk{0, Band::Low};
    risk.riskyHunks = 2;
    const auto good = [](Statement &statement) {
        statement.checklist.answers = {{"explain-back@0123456789abcdef", "yes", "it returns two"},
                                       {"extra-tests", "yes", "tst_app"}};
        statement.rollout = Rollout{{{"canary", 1, 60}, {"all", 100, 0}}, "errors above 1 %"};
        statement.coverage.riskyHunks = ReadHunks{2, 2};
    };
    QCOMPARE(summary(judge(policy, good, risk)), rest + "r/coverage=satisfied r/checklist=satisfied r/rollout=satisfied");
    const auto bad = [&good](Statement &statement) {
        good(statement);
        statement.checklist.answers[1].evidence = " ";
        statement.rollout->stages.pop_back();
        statement.coverage.riskyHunks = ReadHunks{1, 1}; // the reviewer was shown fewer than there are
    };
    QCOMPARE(summary(judge(policy, bad, risk)), rest + "r/coverage=unsatisfied r/checklist=unsatisfied r/rollout=unsatisfied");
}

QTEST_GUILESS_MAIN(TestPolicy)
#include "tst_policy.moc"
