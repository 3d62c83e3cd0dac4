// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/ChangeResolver.h"
#include "support/RepositoryBuilder.h"

#include <QFile>
#include <QTest>

using namespace countersign;
using git::Repository;
using test::RepositoryBuilder;

namespace
{

/// main: one commit; topic: two more.
struct Fixture {
    RepositoryBuilder builder;
    Oid base;
    Oid first;
    Oid second;

    Fixture()
    {
        base = builder.commit({.files = {{"a.txt", "one\ntwo\nthree\n"}}, .message = "Start\n"});
        first = builder.commit(
            {.branch = "topic", .files = {{"a.txt", "one\n2\nthree\n"}}, .message = "Say two\n\nIn digits.\n", .from = "main"});
        second = builder.commit(
            {.branch = "topic", .files = {{"b.txt", "new\n"}}, .message = "Add b\n", .author = "Bo <bo@example.com>"});
    }
    [[nodiscard]] Repository open() const { return std::move(*Repository::open(builder.path())); }
    std::string formatPatch()
    {
        return builder.git({QStringLiteral("format-patch"), QStringLiteral("--stdout"), QStringLiteral("main..topic")}) + "\n";
    }
};

} // namespace

class TestChanges : public QObject
{
    Q_OBJECT
private slots:
    void everyFormLeadsToTheSameChange_data();
    void everyFormLeadsToTheSameChange();
    void mergedCommitIsComparedWithItsFirstParent();
    void rootCommitIsComparedWithNothing();
    void mailboxBecomesCommitsWithTheirAuthors();
    void plainDiffIsAppliedInMemory();
    void patchThatDoesNotApplyNamesThePlace();
    void corruptPatchIsRefused();
    void encodedMailIsDecoded();
    void bundleWithPrerequisitesIsRead();
    void bundleWithoutItsPrerequisiteIsRefused();
    void patchOfNewFilesNeedsNoRepository();
    void unknownRevisionSaysWhatToDo();
    void queueListsWhatIsOpenOnce();
};

void TestChanges::everyFormLeadsToTheSameChange_data()
{
    QTest::addColumn<QString>("spec");
    QTest::addColumn<int>("source");
    const auto row = [](const char *spec, ChangeSource source) {
        QTest::newRow(spec) << QString::fromLatin1(spec) << static_cast<int>(source);
    };
    row("main..topic", ChangeSource::Range);
    row("main...topic", ChangeSource::Range);
    row("topic", ChangeSource::Branch);
    row("refs/heads/topic", ChangeSource::Branch);
    row("#12", ChangeSource::PullRequest);
    row("!7", ChangeSource::MergeRequest);
    row("34/2", ChangeSource::GerritChange);
    row("topic^{commit}", ChangeSource::Commit);
}

void TestChanges::everyFormLeadsToTheSameChange()
{
    QFETCH(QString, spec);
    QFETCH(int, source);
    Fixture fixture;
    const QString head = QString::fromStdString(fixture.second.hex());
    for (const char *ref : {"refs/pull/12/head", "refs/merge-requests/7/head", "refs/changes/34/34/2"})
        fixture.builder.git({QStringLiteral("update-ref"), QString::fromLatin1(ref), head});
    auto repository = fixture.open();
    const auto change = git::resolveChange(repository, spec.toStdString());
    QVERIFY2(change, change ? "" : change.error().what.english().c_str());
    QCOMPARE(static_cast<int>(change->source), source);
    QCOMPARE(change->mergeBase, fixture.base);
    QCOMPARE(change->head, fixture.second);
    QCOMPARE(change->commits.size(), std::size_t{2});
    QCOMPARE(change->title, "Say two");
    QCOMPARE(change->body, "In digits.\n");
    QCOMPARE(change->author, "Bo <bo@example.com>");
    QVERIFY(change->isStored);
}

void TestChanges::mergedCommitIsComparedWithItsFirstParent()
{
    Fixture fixture;
    const auto next = fixture.builder.commit({.files = {{"a.txt", "changed\n"}}, .message = "Next\n"});
    auto repository = fixture.open();
    const auto change = git::resolveChange(repository, next.hex());
    QVERIFY(change);
    QCOMPARE(change->mergeBase, fixture.base);
    QCOMPARE(change->commits.size(), std::size_t{1});
}

void TestChanges::rootCommitIsComparedWithNothing()
{
    Fixture fixture;
    auto repository = fixture.open();
    const auto change = git::resolveChange(repository, fixture.base.hex());
    QVERIFY(change);
    QVERIFY(change->baseTree.isNull());
    QCOMPARE(repository.diffTrees(change->baseTree, change->headTree, Repository::Renames::Off)->size(), std::size_t{1});
}

void TestChanges::mailboxBecomesCommitsWithTheirAuthors()
{
    Fixture fixture;
    auto repository = fixture.open();
    git::ResolveOptions options;
    options.standardInput = fixture.formatPatch();
    const std::string before = fixture.builder.git({QStringLiteral("count-objects"), QStringLiteral("-v")});
    const auto change = git::resolveChange(repository, "-", options);
    QVERIFY2(change, change ? "" : (change.error().what.english() + change.error().where).c_str());
    QCOMPARE(change->source, ChangeSource::Mailbox);
    QVERIFY(!change->isStored);
    QCOMPARE(change->commits.size(), std::size_t{2});
    QCOMPARE(change->title, "Say two");
    QCOMPARE(change->commits[1].author.email, "bo@example.com");
    QCOMPARE(change->headTree, repository.commit(fixture.second)->tree);
    // Nothing was written into the repository itself.
    QCOMPARE(fixture.builder.git({QStringLiteral("count-objects"), QStringLiteral("-v")}), before);
}

void TestChanges::plainDiffIsAppliedInMemory()
{
    Fixture fixture;
    auto repository = fixture.open();
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("fix.diff")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray::fromStdString(fixture.builder.git({QStringLiteral("diff"), QStringLiteral("main..topic")}) + "\n"));
    file.close();
    const auto change = git::resolveChange(repository, file.fileName().toStdString());
    QVERIFY(change);
    QCOMPARE(change->source, ChangeSource::Patch);
    QCOMPARE(change->base, fixture.base);
    QCOMPARE(change->headTree, repository.commit(fixture.second)->tree);
}

void TestChanges::patchThatDoesNotApplyNamesThePlace()
{
    Fixture fixture;
    auto repository = fixture.open();
    git::ResolveOptions options;
    options.standardInput = "diff --git a/a.txt b/a.txt\n--- a/a.txt\n+++ b/a.txt\n@@ -1,3 +1,3 @@\n eins\n-zwei\n+2\n drei\n";
    const auto change = git::resolveChange(repository, "-", options);
    QVERIFY(!change);
    QCOMPARE(change.error().kind, ErrorKind::Input);
    QVERIFY(change.error().what.english().starts_with("The patch does not apply"));
    QVERIFY(!change.error().hint.isEmpty());
}

void TestChanges::corruptPatchIsRefused()
{
    Fixture fixture;
    auto repository = fixture.open();
    git::ResolveOptions options;
    options.standardInput = "diff --git a/a.txt b/a.txt\n--- a/a.txt\n+++ b/a.txt\n@@ -1,9 +1,3 @@\n one\n";
    const auto corrupt = git::resolveChange(repository, "-", options);
    QVERIFY(!corrupt);
    QVERIFY(corrupt.error().what.english().starts_with("The patch is corrupt"));
    options.standardInput = "just words\n";
    const auto words = git::resolveChange(repository, "-", options);
    QVERIFY(!words);
    QCOMPARE(words.error().what.english(), "There is no patch in it.");
}

void TestChanges::encodedMailIsDecoded()
{
    RepositoryBuilder builder;
    builder.commit({.files = {{"a.txt", "x\n"}}});
    auto repository = std::move(*Repository::open(builder.path()));
    git::ResolveOptions options;
    options.standardInput =
        "From 0123456789012345678901234567890123456789 Mon Sep 17 00:00:00 2001\n"
        "From: =?UTF-8?q?J=C3=B6rg?= <joerg@example.com>\nDate: Thu, 1 Jan 2026 10:00:00 +0100\n"
        "Subject: [PATCH] =?UTF-8?q?Gr=C3=BC=C3=9Fe?=\nContent-Transfer-Encoding: quoted-printable\n\n"
        "Caf=C3=A9.\n---\n b.txt | 1 +\n\ndiff --git a/b.txt b/b.txt\nnew file mode 100644\n--- /dev/null\n+++ b/b.txt\n"
        "@@ -0,0 +1 @@\n+x =3D 1\n-- \n2.47.3\n";
    const auto change = git::resolveChange(repository, "-", options);
    QVERIFY2(change, change ? "" : (change.error().what.english() + change.error().where).c_str());
    QCOMPARE(change->title, "Grüße");
    QCOMPARE(change->author, "Jörg <joerg@example.com>");
    QVERIFY(change->body.starts_with("Café."));
    QCOMPARE(*repository.blob(repository.entry(change->headTree, "b.txt")->value().blob), "x = 1\n");
}

void TestChanges::bundleWithPrerequisitesIsRead()
{
    Fixture fixture;
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("topic.bundle"));
    fixture.builder.git(
        {QStringLiteral("bundle"), QStringLiteral("create"), QStringLiteral("-q"), file, QStringLiteral("main..topic")});
    RepositoryBuilder other;
    other.git({QStringLiteral("fetch"), QStringLiteral("-q"), QStringLiteral("--update-head-ok"),
               QString::fromStdString(fixture.builder.path()), QStringLiteral("main:main")});
    auto repository = std::move(*Repository::open(other.path()));
    const auto change = git::resolveChange(repository, file.toStdString());
    QVERIFY2(change, change ? "" : (change.error().what.english() + change.error().where).c_str());
    QCOMPARE(change->source, ChangeSource::Bundle);
    QCOMPARE(change->head, fixture.second);
    QCOMPARE(change->mergeBase, fixture.base);
    QVERIFY(!change->isStored);
    const auto handle = repository.handle();
    QVERIFY(handle->commit(fixture.first));
}

void TestChanges::bundleWithoutItsPrerequisiteIsRefused()
{
    Fixture fixture;
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("topic.bundle"));
    fixture.builder.git(
        {QStringLiteral("bundle"), QStringLiteral("create"), QStringLiteral("-q"), file, QStringLiteral("main..topic")});
    RepositoryBuilder other;
    other.commit({.files = {{"z", "z"}}});
    auto repository = std::move(*Repository::open(other.path()));
    const auto change = git::resolveChange(repository, file.toStdString());
    QVERIFY(!change);
    QVERIFY(change.error().what.english().find(fixture.base.hex()) != std::string::npos);
}

void TestChanges::patchOfNewFilesNeedsNoRepository()
{
    auto scratch = git::openScratch();
    QVERIFY(scratch);
    git::ResolveOptions options;
    options.standardInput =
        "diff --git a/b.txt b/b.txt\nnew file mode 100644\n--- /dev/null\n+++ b/b.txt\n@@ -0,0 +1 @@\n+hello\n";
    const auto change = git::resolveChange(*scratch, "-", options);
    QVERIFY2(change, change ? "" : (change.error().what.english() + change.error().where).c_str());
    QVERIFY(change->baseTree.isNull());
    QCOMPARE(change->commits.size(), std::size_t{1});
}

void TestChanges::unknownRevisionSaysWhatToDo()
{
    Fixture fixture;
    auto repository = fixture.open();
    for (const char *spec : {"nowhere", "main..nowhere", "#99", "!99"}) {
        const auto change = git::resolveChange(repository, spec);
        QVERIFY(!change);
        QCOMPARE(change.error().kind, ErrorKind::Input);
        QVERIFY(!change.error().hint.isEmpty());
    }
}

void TestChanges::queueListsWhatIsOpenOnce()
{
    Fixture fixture;
    const QString head = QString::fromStdString(fixture.second.hex());
    for (const char *ref : {"refs/pull/12/head", "refs/remotes/origin/topic"})
        fixture.builder.git({QStringLiteral("update-ref"), QString::fromLatin1(ref), head});
    fixture.builder.git(
        {QStringLiteral("update-ref"), QStringLiteral("refs/pull/3/head"), QString::fromStdString(fixture.base.hex())});
    fixture.builder.git(
        {QStringLiteral("update-ref"), QStringLiteral("refs/remotes/origin/other"), QString::fromStdString(fixture.first.hex())});
    const auto repository = fixture.open();
    const auto open = git::openChanges(repository, *repository.targetBranch());
    QVERIFY(open);
    QStringList ids;
    for (const auto &change : *open)
        ids << QString::fromStdString(change.id);
    QCOMPARE(ids, QStringList({QStringLiteral("#12"), QStringLiteral("origin/other")}));
}

QTEST_GUILESS_MAIN(TestChanges)
#include "tst_changes.moc"
