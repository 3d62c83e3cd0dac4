// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/RepositoryBuilder.h"
#include "workbench/ChangeReport.h"
#include "workbench/CommitMessages.h"
#include "workbench/Json.h"
#include "workbench/Queue.h"
#include "workbench/Signing.h"

#include <QTest>

using namespace countersign;
using namespace countersign::workbench;

namespace
{

Commit commit(const char *message, const Signature &author, const Signature &committer)
{
    Commit made;
    made.author = author;
    made.committer = committer;
    made.message = message;
    return made;
}

} // namespace

class ChangeReportTest : public QObject
{
    Q_OBJECT

private slots:
    void linesAreThereBeforeTheRisks();
    void findingsAreThereBeforeTheAxes();
    void queueHasAllAxesInTheEnd();
    void axesDoNotDependOnWhatWasAskedBefore();
    void usersOutsideOfTheChangeAreFoundWhateverWasReadBefore();
    void recordClaimsWhatTheAxesSay();
    void messagesAreAFileOfTheirOwn();
    void messagesKnowNothingOfCommitIds();
};

void ChangeReportTest::linesAreThereBeforeTheRisks()
{
    test::RepositoryBuilder builder;
    builder.commit({.files = {{"deploy.sh", "true\n"}, {"readme.txt", "one\n"}}});
    builder.commit({.branch = "feature",
                    .files = {{"deploy.sh", "terraform destroy -auto-approve\n"}, {"readme.txt", "two\n"}},
                    .from = "main"});
    auto repository = git::Repository::open(builder.path());
    const auto engine = Engine::load();
    QVERIFY(repository && engine);
    auto change = git::resolveChange(*repository, "feature");
    QVERIFY(change.has_value());
    auto compared = compareChange(*repository, std::move(*change));
    QVERIFY(compared.has_value());
    const ChangeReport early = linesOf(*compared);
    const auto final = analyzeCompared(*repository, **engine, std::move(*compared));
    QVERIFY(final.has_value());
    QVERIFY(early.analysis.findings.empty() && !final->analysis.findings.empty());
    QCOMPARE(early.analysis.change, final->analysis.change);
    QCOMPARE(early.files.size(), 2U);
    QCOMPARE(final->files[0]->path(), "deploy.sh");
    for (const auto &file : early.files)
        QVERIFY(std::ranges::contains(final->files, file)); // the very same, not copies
    QVERIFY(early.coverage.files().empty());
}

namespace
{

/// A history, and two open changes: a deployment and a function that others use.
void writeHistory(test::RepositoryBuilder &builder)
{
    builder.commit({.files = {{"deploy.sh", "true\n"}, {"pay.py", "def charge(a):\n    return a\n"}}});
    for (int i = 0; i < 60; ++i)
        builder.commit(
            {.files = {{"m" + std::to_string(i) + ".py", "from pay import charge\n\ncharge(" + std::to_string(i) + ")\n"}},
             .message = i % 3 == 0 ? "Fix it" : "Add it"});
    builder.commit({.branch = "deploy", .files = {{"deploy.sh", "terraform destroy -auto-approve\n"}}, .from = "main"});
    builder.commit({.branch = "pay", .files = {{"pay.py", "def charge(a):\n    return -a\n"}}, .from = "main"});
}

Analysis analysisOf(const Engine &engine, const test::RepositoryBuilder &builder, const char *branch)
{
    auto repository = git::Repository::open(builder.path());
    auto report = openChange(*repository, engine, branch);
    if (!report)
        qFatal("%s", report.error().what.english().c_str());
    return std::move(report->analysis);
}

} // namespace

void ChangeReportTest::findingsAreThereBeforeTheAxes()
{
    test::RepositoryBuilder builder;
    writeHistory(builder);
    auto repository = git::Repository::open(builder.path());
    const auto engine = Engine::load();
    int calls = 0;
    const auto early = [&calls](const ChangeReport &report) {
        ++calls;
        const Analysis &analysis = report.analysis;
        // Only a report that is as it must be ends here.
        return analysis.findings.empty() || !analysis.axes.consequence || analysis.axes.likelihood || analysis.axes.blastRadius
            || report.coverage.files().empty() || std::ranges::find(analysis.ungraded, "likelihood") == analysis.ungraded.end();
    };
    const auto stopped = openChange(*repository, **engine, "deploy", {}, {}, {}, {}, 1, early);
    QVERIFY(stopped.has_value());
    QCOMPARE(calls, 1);
    QVERIFY(!stopped->analysis.axes.likelihood && !stopped->analysis.findings.empty());
    // What was not wanted then is computed now, and not taken from the reports of this session.
    const auto whole = openChange(*repository, **engine, "deploy", {}, {}, {}, {}, 1, [](const ChangeReport &) { return true; });
    QVERIFY(whole->analysis.axes.likelihood && whole->analysis.axes.blastRadius);
    QCOMPARE(whole->analysis.findings, stopped->analysis.findings);
}

void ChangeReportTest::queueHasAllAxesInTheEnd()
{
    test::RepositoryBuilder builder;
    writeHistory(builder);
    const auto repository = git::Repository::open(builder.path());
    const auto engine = Engine::load();
    const auto target = repository->targetBranch();
    auto entries = listQueue(*repository, *target);
    QCOMPARE(entries->size(), 2U);
    std::vector<int> seen(2, 0);
    const auto done =
        analyzeQueue(*repository, *target, **engine, *entries, 1, {}, {},
                     [&seen](std::size_t index, const QueueEntry &entry) { seen[index] += entry.analysis ? 1 : 100; });
    QVERIFY(done.has_value());
    for (std::size_t i = 0; i < entries->size(); ++i) {
        QVERIFY(seen[i] == 1 || seen[i] == 2); // with its findings first where the history was not there yet
        QVERIFY((*entries)[i].analysis->axes.likelihood && (*entries)[i].analysis->axes.blastRadius);
    }
}

void ChangeReportTest::axesDoNotDependOnWhatWasAskedBefore()
{
    test::RepositoryBuilder builder;
    writeHistory(builder);
    const auto alone = analysisOf(**Engine::load(), builder, "pay");
    const auto engine = Engine::load();
    (void)analysisOf(**engine, builder, "deploy");
    const auto after = analysisOf(**engine, builder, "pay");
    QCOMPARE(after.axes.likelihoodDetail, alone.axes.likelihoodDetail);
    QCOMPARE(analysisJson(after), analysisJson(alone));
    QCOMPARE(after.axes.blastRadiusDetail->directDependents, 60U);
    QVERIFY(after.axes.blastRadiusDetail->percentile.has_value());
}

void ChangeReportTest::usersOutsideOfTheChangeAreFoundWhateverWasReadBefore()
{
    test::RepositoryBuilder builder;
    std::map<std::string, std::optional<std::string>> files{{"shop/money.py", "def round_price(value):\n    return value\n"}};
    for (int i = 0; i < 300; ++i) // more than one block
        files["app/page" + std::to_string(i) + ".py"] = "def page():\n    return " + std::to_string(i) + "\n";
    files["app/zz_basket.py"] = "from shop.money import round_price\n\ntotal = round_price(3)\n";
    builder.commit({.files = files});
    builder.commit(
        {.branch = "feature", .files = {{"shop/money.py", "def round_all(value):\n    return value + 1\n"}}, .from = "main"});
    const auto loaded = Engine::load();
    QVERIFY(loaded.has_value());
    Engine engine = **loaded;
    engine.reports.reset(); // every change is analysed anew
    auto repository = git::Repository::open(builder.path());
    QVERIFY(repository.has_value());
    std::vector<std::string> seen;
    for (const unsigned threads : {1U, 2U, 2U}) {
        auto change = git::resolveChange(*repository, "feature");
        QVERIFY(change.has_value());
        auto compared = compareChange(*repository, std::move(*change));
        QVERIFY(compared.has_value());
        const auto report = analyzeCompared(*repository, engine, std::move(*compared), {}, {}, {}, threads);
        QVERIFY(report.has_value());
        const auto mentions = [](const Finding &finding) {
            return std::ranges::any_of(finding.evidence,
                                       [](const Message &one) { return one.english().contains("app/zz_basket.py"); });
        };
        QVERIFY(std::ranges::any_of(report->analysis.findings, mentions));
        seen.push_back(analysisJson(report->analysis));
    }
    QCOMPARE(seen[1], seen[0]);
    QCOMPARE(seen[2], seen[0]);
}

void ChangeReportTest::recordClaimsWhatTheAxesSay()
{
    test::RepositoryBuilder builder;
    writeHistory(builder);
    const auto engine = Engine::load();
    Analysis analysis = analysisOf(**engine, builder, "pay");
    const auto facts = reviewFacts(analysis, {}, (*engine)->templates, 0);
    QVERIFY(facts.blastRadius.has_value());
    QCOMPARE(facts.blastRadius->band, *analysis.axes.blastRadius);
    QCOMPARE(facts.blastRadius->dependents, 60U);
    QCOMPARE(facts.blastRadius->modules, analysis.axes.blastRadiusDetail->modules.size());
    // Which other changes are open just now is no part of what is signed.
    analysis.interactions.emplace().push_back({"other", InteractionKind::SameSymbol, "charge", {}, {}});
    QCOMPARE(reviewFacts(analysis, {}, (*engine)->templates, 0).analysisSha256, facts.analysisSha256);
    analysis.axes.blastRadius.reset();
    const auto ungraded = reviewFacts(analysis, {}, (*engine)->templates, 0);
    QVERIFY(!ungraded.blastRadius.has_value());
    QVERIFY(ungraded.analysisSha256 != facts.analysisSha256);
}

void ChangeReportTest::messagesAreAFileOfTheirOwn()
{
    Change change;
    QCOMPARE(commitMessages(change), "");
    const Signature ann{"Ann", "ann@example.com", 1767225600, 0};
    const Signature bob{"Bob", "bob@example.com", 1767225600, 0};
    change.commits.push_back(commit("Add it\n\nCo-Authored-By: Claude <noreply@anthropic.com>\n", ann, ann));
    change.commits.push_back(commit("No newline", bob, {"Web", "web@example.com", 1767225700, 0}));
    const FileChange file = commitMessagesFile(change);
    QCOMPARE(file.newText.bytes(),
             "Author: Ann <ann@example.com>\nDate: 2026-01-01T00:00:00Z\n\nAdd it\n\n"
             "Co-Authored-By: Claude <noreply@anthropic.com>\n\n"
             "Author: Bob <bob@example.com>\nCommitter: Web <web@example.com>\nDate: 2026-01-01T00:00:00Z\n\n"
             "No newline\n");
    QCOMPARE(file.path(), commitMessagesPath);
    QCOMPARE(file.rows.hunks.size(), 1U);
}

void ChangeReportTest::messagesKnowNothingOfCommitIds()
{
    Change change;
    change.commits.push_back(commit("Add it\n", {}, {}));
    const std::string before = commitMessages(change);
    change.commits[0].id = *Oid::fromHex("2222222222222222222222222222222222222222");
    change.commits[0].committer.time = 5;
    QCOMPARE(commitMessages(change), before); // a rebase unreads nothing
}

QTEST_GUILESS_MAIN(ChangeReportTest)
#include "tst_changereport.moc"
