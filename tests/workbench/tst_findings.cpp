// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/RepositoryBuilder.h"
#include "workbench/DisputedRules.h"
#include "workbench/FindingsReport.h"
#include "workbench/ReviewDesk.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace countersign;
using countersign::test::RepositoryBuilder;
using workbench::ChangeReport;
using workbench::ReviewDesk;

namespace
{

template<class T>
T must(Result<T> result)
{
    if (!result)
        qFatal("%s (%s)", result.error().what.english().c_str(), result.error().where.c_str());
    return std::move(*result);
}

const std::string harmless = "#!/bin/sh\necho start\n";
const std::string risky = harmless + "rm -rf \"$TARGET\"/*\n";

/// A repository and what is opened of it.
class Scene
{
public:
    Scene()
        : m_engine(must(workbench::Engine::load()))
    {
        qputenv("COUNTERSIGN_STORE", m_folder.filePath(QStringLiteral("reviews.sqlite")).toUtf8());
        builder.commit({.files = {{"a.sh", harmless}, {"b.sh", harmless}, {"notes.txt", "x\n"}}, .message = "Start"});
    }

    [[nodiscard]] std::shared_ptr<const ChangeReport> open(const std::string &spec) const
    {
        auto repository = must(git::Repository::open(builder.path()));
        return std::make_shared<const ChangeReport>(must(workbench::openChange(repository, *m_engine, spec)));
    }

    [[nodiscard]] std::shared_ptr<ReviewDesk> desk(const std::shared_ptr<const ChangeReport> &report) const
    {
        const auto repository = must(git::Repository::open(builder.path()));
        return must(ReviewDesk::open(repository, report, m_engine->templates));
    }

    RepositoryBuilder builder;

private:
    QTemporaryDir m_folder;
    std::shared_ptr<const workbench::Engine> m_engine;
};

std::vector<std::string> ids(const ChangeReport &report, const std::string &rule)
{
    std::vector<std::string> found;
    for (const Finding &finding : report.analysis.findings) {
        if (finding.rule == rule)
            found.push_back(finding.id);
    }
    return found;
}

Finding first(const ChangeReport &report, const std::string &rule)
{
    const auto found = std::ranges::find(report.analysis.findings, rule, &Finding::rule);
    if (found == report.analysis.findings.end())
        qFatal("no finding of %s", rule.c_str());
    return *found;
}

} // namespace

class FindingsTest : public QObject
{
    Q_OBJECT

private slots:
    void idsSurviveARebase();
    void idsSurviveLineShifts();
    void lookAlikesShareAGroup();
    void decisionFollowsContentIntoARenamedFile();
    void decisionStaysWhereTwoPlacesWouldFit();
    void decisionOutlivesAnotherPatchSet();
    void disputesStepTheRuleDownAndSaySo();
    void sameDisputeInSeveralPatchSetsCountsOnce();
    void reportsTellWhatWasDecided();
    void sameChangeAgainIsTheSameReport();
};

void FindingsTest::idsSurviveARebase()
{
    Scene scene;
    scene.builder.commit({.branch = "work", .files = {{"a.sh", risky}}, .message = "Clean", .from = "main"});
    const auto before = ids(*scene.open("work"), "DST-05");
    QCOMPARE(before.size(), 1U);
    // The target moves on, in the same file and in others; the change is put on top of it.
    scene.builder.commit(
        {.files = {{"a.sh", "#!/bin/sh\nset -eu\n\necho start\n"}, {"notes.txt", "y\n"}}, .message = "Meanwhile"});
    scene.builder.commit({.branch = "rebased",
                          .files = {{"a.sh", "#!/bin/sh\nset -eu\n\necho start\nrm -rf \"$TARGET\"/*\n"}},
                          .message = "Clean",
                          .from = "main"});
    QCOMPARE(ids(*scene.open("rebased"), "DST-05"), before);
}

void FindingsTest::idsSurviveLineShifts()
{
    Scene scene;
    scene.builder.commit({.branch = "work", .files = {{"a.sh", risky}}, .message = "Clean", .from = "main"});
    const auto before = scene.open("work");
    scene.builder.commit({.branch = "work",
                          .files = {{"a.sh", "#!/bin/sh\n# One\n# Two\necho start\n    rm  -rf \"$TARGET\"/*\n"}},
                          .message = "Indent"});
    const auto after = scene.open("work");
    QCOMPARE(ids(*after, "DST-05"), ids(*before, "DST-05"));
    QVERIFY(first(*after, "DST-05").startLine != first(*before, "DST-05").startLine);
}

void FindingsTest::lookAlikesShareAGroup()
{
    Scene scene;
    scene.builder.commit({.branch = "work", .files = {{"a.sh", risky}, {"b.sh", risky}}, .message = "Clean", .from = "main"});
    const auto report = scene.open("work");
    const auto found = ids(*report, "DST-05");
    QCOMPARE(found.size(), 2U);
    QVERIFY(found[0] != found[1]);
    for (const Finding &finding : report->analysis.findings) {
        if (finding.rule == "DST-05")
            QCOMPARE(finding.group, found[0]);
        else
            QVERIFY(finding.group != found[0]);
    }
}

void FindingsTest::decisionFollowsContentIntoARenamedFile()
{
    Scene scene;
    scene.builder.commit({.branch = "work", .files = {{"c.sh", risky}}, .message = "Clean", .from = "main"});
    const auto before = scene.open("work");
    const std::string id = first(*before, "DST-05").id;
    must(scene.desk(before)->decide(id, review::FindingDecision::Acknowledged, "", {}));
    scene.builder.commit({.branch = "work", .files = {{"c.sh", std::nullopt}, {"tools/c.sh", risky}}, .message = "Move"});
    const auto after = scene.open("work");
    const std::string now = first(*after, "DST-05").id;
    QVERIFY(now != id);
    const auto desk = scene.desk(after);
    QVERIFY(must(desk->state()).stored.findings.contains(now));
    // Taken back under its new id, it is gone for good.
    QVERIFY(must(desk->withdrawDecision(now)).stored.findings.empty());
    QVERIFY(must(scene.desk(before)->state()).stored.findings.empty());
}

void FindingsTest::decisionStaysWhereTwoPlacesWouldFit()
{
    std::map<std::string, review::FindingState> decisions;
    decisions["old"] = {"old", review::FindingDecision::Acknowledged, "", {}, "ann", 0, "same"};
    std::vector<Finding> findings(2);
    findings[0].id = "one";
    findings[1].id = "two";
    findings[0].content = findings[1].content = "same";
    workbench::followFindings(decisions, findings);
    QVERIFY(decisions.contains("old") && decisions.size() == 1);
    findings.pop_back();
    workbench::followFindings(decisions, findings);
    QVERIFY(decisions.contains("one") && decisions.size() == 1);
}

void FindingsTest::decisionOutlivesAnotherPatchSet()
{
    Scene scene;
    scene.builder.commit({.branch = "work", .files = {{"a.sh", risky}}, .message = "Clean", .from = "main"});
    const auto before = scene.open("work");
    const std::string id = first(*before, "DST-05").id;
    must(scene.desk(before)->decide(id, review::FindingDecision::Waived, "known", 4'000'000'000));
    scene.builder.commit({.branch = "work", .files = {{"notes.txt", "z\n"}}, .message = "More"});
    const auto state = must(scene.desk(scene.open("work"))->state());
    QCOMPARE(state.stored.findings.at(id).reason, "known");
    QCOMPARE(state.stored.patchSets.size(), 2U);
}

void FindingsTest::disputesStepTheRuleDownAndSaySo()
{
    Scene scene;
    Severity severity = Severity::Info;
    for (unsigned i = 0; i <= workbench::disputesToStepDown; ++i) {
        const std::string branch = "work" + std::to_string(i);
        scene.builder.commit({.branch = branch,
                              .files = {{"a.sh", harmless + "rm -rf \"$TARGET" + std::to_string(i) + "\"/*\n"}},
                              .message = "Clean",
                              .from = "main"});
        const auto report = scene.open(branch);
        const Finding finding = first(*report, "DST-05");
        if (i < workbench::disputesToStepDown) {
            severity = finding.severity;
            QVERIFY(finding.counterEvidence.empty());
            must(scene.desk(report)->decide(finding.id, review::FindingDecision::Disputed, "the folder is made here", {}));
        } else {
            QVERIFY(finding.severity < severity);
            QCOMPARE(finding.counterEvidence.back().english(),
                     "3 findings of this rule were disputed in this repository, so it counts for less");
            QCOMPARE(report->analysis.axes.consequence, std::optional(bandOf(finding.severity)));
        }
    }
}

void FindingsTest::sameDisputeInSeveralPatchSetsCountsOnce()
{
    Scene scene;
    for (unsigned i = 0; i <= workbench::disputesToStepDown; ++i) {
        const std::string branch = "work" + std::to_string(i);
        scene.builder.commit(
            {.branch = branch, .files = {{"a.sh", risky}, {"notes.txt", branch}}, .message = "Clean", .from = "main"});
        const auto report = scene.open(branch);
        for (const Message &counter : first(*report, "DST-05").counterEvidence)
            QVERIFY(!counter.english().contains("disputed"));
        must(scene.desk(report)->decide(first(*report, "DST-05").id, review::FindingDecision::Disputed, "no", {}));
    }
}

void FindingsTest::reportsTellWhatWasDecided()
{
    Scene scene;
    scene.builder.commit({.branch = "work", .files = {{"a.sh", risky}, {"b.sh", risky}}, .message = "Clean", .from = "main"});
    const auto report = scene.open("work");
    const std::string id = first(*report, "DST-05").id;
    const auto state = must(scene.desk(report)->decide(id, review::FindingDecision::Waived, "a sandbox", 1'800'000'000));
    const auto text = workbench::findingsText(report->analysis, state.stored.findings, 1'700'000'000);
    QVERIFY(text.find("waived until 2027-01-15") != std::string::npos);
    QVERIFY(text.find("a sandbox") != std::string::npos);
    const auto later = workbench::findingsText(report->analysis, state.stored.findings, 1'900'000'000);
    QVERIFY(later.find("open again") != std::string::npos);
    const auto json = workbench::findingsJson(report->analysis, state.stored.findings, 1'900'000'000);
    QVERIFY(json.find("\"inForce\": false") != std::string::npos);
}

void FindingsTest::sameChangeAgainIsTheSameReport()
{
    Scene scene;
    scene.builder.commit({.branch = "work",
                          .files = {{"a.sh", risky}},
                          .message = "Clean\n\nCo-Authored-By: Claude <noreply@anthropic.com>\n",
                          .from = "main"});
    const auto once = scene.open("work");
    const auto again = scene.open("work");
    QCOMPARE(again->analysis, once->analysis);
    QCOMPARE(again->files.front().get(), once->files.front().get()); // nothing was read again
    // What the evidence says has changed: it is.
    scene.builder.git(
        {QStringLiteral("notes"), QStringLiteral("--ref=refs/notes/ai"), QStringLiteral("add"), QStringLiteral("-m"),
         QStringLiteral("a.sh\n  h_31dce776f88375 3\n---\n{\"schema_version\":\"authorship/3.0.0\"}"), QStringLiteral("work")});
    QVERIFY(scene.open("work")->analysis.provenance != once->analysis.provenance);
}

QTEST_GUILESS_MAIN(FindingsTest)
#include "tst_findings.moc"
