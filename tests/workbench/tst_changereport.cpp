// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/RepositoryBuilder.h"
#include "workbench/ChangeReport.h"
#include "workbench/CommitMessages.h"

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
