// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/ChangeResolver.h"
#include "support/RepositoryBuilder.h"

#include <QFile>
#include <QTest>

#include <random>

using namespace countersign;
using git::Repository;
using test::CommitText;
using test::RepositoryBuilder;

namespace
{

std::string numberedLines(int count, const std::string &end = "\n")
{
    std::string out;
    for (int i = 1; i <= count; ++i)
        out += "line " + std::to_string(i) + end;
    return out;
}

std::string bytesOf(std::size_t size, unsigned seed)
{
    std::mt19937 random(seed);
    std::string out(size, '\0');
    for (char &byte : out)
        byte = static_cast<char>(random() & 0xffU);
    return out;
}

CommitText start()
{
    return {.files = {{"text.txt", numberedLines(60)},
                      {"crlf.txt", numberedLines(20, "\r\n")},
                      {"open.txt", "one\ntwo"},
                      {"old name.txt", numberedLines(40)},
                      {"left", "left\n"},
                      {"right", "right\n"},
                      {"run.sh", "#!/bin/sh\n"},
                      {"data.bin", bytesOf(3000, 1)},
                      {"gone.txt", "gone\n"},
                      {"link", "text.txt"}},
            .modes = {{"link", "120000"}},
            .message = "Start\n"};
}

/// Resolves @p patch read from standard input against "main" of @p builder.
Result<Change> resolve(const RepositoryBuilder &builder, std::string patch)
{
    auto repository = Repository::open(builder.path());
    if (!repository)
        return std::unexpected(repository.error());
    git::ResolveOptions options;
    options.standardInput = std::move(patch);
    return git::resolveChange(*repository, "-", options);
}

} // namespace

class TestPatches : public QObject
{
    Q_OBJECT
private slots:
    void whatGitWritesIsAppliedToTheSameTree_data();
    void whatGitWritesIsAppliedToTheSameTree();
    void patchOfSomethingOlderStartsFromTheBlobsItNames();
    void mergedPatchIsShownAsTheChangeItWas();
    void mailWithBase64AndPartsIsDecoded();
    void mailWithCarriageReturnsApplies();
    void hostilePatchIsRefused_data();
    void hostilePatchIsRefused();
    void damagedPatchNeverCrashes();
};

void TestPatches::whatGitWritesIsAppliedToTheSameTree_data()
{
    QTest::addColumn<std::shared_ptr<CommitText>>("text");
    const auto row = [](const char *name, CommitText text) {
        text.branch = "topic";
        text.from = "main";
        text.message = "Do it\n";
        QTest::newRow(name) << std::make_shared<CommitText>(std::move(text));
    };
    std::string edited = numberedLines(60);
    edited.replace(edited.find("line 30\n"), 8, "thirty\nand more\n");
    edited.insert(0, "top\n");
    row("several hunks", {.files = {{"text.txt", edited}}});
    row("CR LF kept", {.files = {{"crlf.txt", numberedLines(19, "\r\n") + "end\r\n"}}});
    row("newline at the end comes", {.files = {{"open.txt", "one\ntwo\n"}}});
    row("newline at the end goes", {.files = {{"left", "left"}}});
    row("new and deleted", {.files = {{"new/deep/file.txt", "x\n"}, {"gone.txt", std::nullopt}}});
    row("empty file", {.files = {{"empty", ""}}});
    row("emptied file", {.files = {{"left", ""}}});
    row("rename", {.files = {{"old name.txt", std::nullopt}, {"dir/new name.txt", numberedLines(40)}}});
    row("rename with edit", {.files = {{"old name.txt", std::nullopt}, {"new.txt", numberedLines(41)}}});
    row("names swapped", {.files = {{"left", "right\n"}, {"right", "left\n"}}});
    row("mode", {.files = {{"run.sh", "#!/bin/sh\n"}}, .modes = {{"run.sh", "100755"}}});
    row("binary", {.files = {{"data.bin", bytesOf(3100, 2)}, {"more.bin", bytesOf(500, 3)}}});
    row("symlink", {.files = {{"link", "left"}, {"link2", "right"}}, .modes = {{"link", "120000"}, {"link2", "120000"}}});
    row("file becomes a symlink", {.files = {{"left", "right"}}, .modes = {{"left", "120000"}}});
    row("submodule", {.files = {{"sub", std::string(40, 'a')}}, .modes = {{"sub", "160000"}}});
    row("file becomes a folder", {.files = {{"left", std::nullopt}, {"left/inside", "x\n"}}});
    row("name with quotes and Umlaut", {.files = {{"d\"\xC3\xBC\t.txt", "x\n"}}});
    row("lines that look like headers", {.files = {{"text.txt", "-- a\n++ b\n@@ -1 +1 @@\ndiff --git a/x b/x\nFrom me\n"}}});
}

void TestPatches::whatGitWritesIsAppliedToTheSameTree()
{
    QFETCH(std::shared_ptr<CommitText>, text);
    RepositoryBuilder builder;
    builder.commit(start());
    const Oid head = builder.commit(*text);
    const Oid tree = Repository::open(builder.path())->commit(head)->tree;
    const QTemporaryDir folder;
    const auto same = [&](const QStringList &arguments) {
        const QString file = folder.filePath(QStringLiteral("change.patch"));
        builder.git(arguments + QStringList{QStringLiteral("--output=") + file, QStringLiteral("main..topic")});
        QFile patch(file);
        const auto change = patch.open(QIODevice::ReadOnly) ? resolve(builder, patch.readAll().toStdString())
                                                            : fail(ErrorKind::Environment, Message("no patch"));
        if (!change) {
            qWarning("%s: %s (%s)", qPrintable(arguments.join(u' ')), change.error().what.english().c_str(),
                     change.error().where.c_str());
            return false;
        }
        return change->headTree == tree && !change->isStored;
    };
    QVERIFY(same({QStringLiteral("format-patch")}));
    QVERIFY(same({QStringLiteral("format-patch"), QStringLiteral("--attach")}));
    QVERIFY(same({QStringLiteral("diff"), QStringLiteral("--binary")}));
    QVERIFY(same({QStringLiteral("diff"), QStringLiteral("--binary"), QStringLiteral("-M"), QStringLiteral("-C"),
                  QStringLiteral("--find-copies-harder")}));
    QVERIFY(same({QStringLiteral("diff"), QStringLiteral("--binary"), QStringLiteral("--no-renames"), QStringLiteral("-U0")}));
}

void TestPatches::patchOfSomethingOlderStartsFromTheBlobsItNames()
{
    RepositoryBuilder builder;
    builder.commit(start());
    const Oid head = builder.commit({.branch = "topic", .files = {{"left", "left\nmore\n"}}, .from = "main"});
    const std::string patch =
        builder.git({QStringLiteral("format-patch"), QStringLiteral("--stdout"), QStringLiteral("main..topic")}) + "\n";
    builder.commit({.files = {{"left", "something else\n"}}});
    const auto change = resolve(builder, patch);
    QVERIFY2(change, change ? "" : change.error().what.english().c_str());
    QCOMPARE(change->headTree, Repository::open(builder.path())->commit(head)->tree);
}

void TestPatches::mergedPatchIsShownAsTheChangeItWas()
{
    RepositoryBuilder builder;
    builder.commit(start());
    builder.commit({.branch = "topic", .files = {{"left", "left\nmore\n"}, {"new.txt", "new\n"}}, .from = "main"});
    const std::string patch =
        builder.git({QStringLiteral("format-patch"), QStringLiteral("--stdout"), QStringLiteral("main..topic")}) + "\n";
    builder.commit({.files = {{"left", "left\nmore\n"}, {"new.txt", "new\n"}}});
    builder.commit({.files = {{"new.txt", "newer\n"}}});
    auto repository = std::move(*Repository::open(builder.path()));
    git::ResolveOptions options;
    options.standardInput = patch;
    const auto change = git::resolveChange(repository, "-", options);
    QVERIFY2(change, change ? "" : change.error().what.english().c_str());
    QCOMPARE(repository.diffTrees(change->baseTree, change->headTree, Repository::Renames::Off)->size(), std::size_t{2});
}

void TestPatches::mailWithBase64AndPartsIsDecoded()
{
    RepositoryBuilder builder;
    builder.commit(start());
    const QByteArray diff = "Why.\n---\ndiff --git a/left b/left\n--- a/left\n+++ b/left\n@@ -1 +1 @@\n-left\n+links\n";
    const auto change =
        resolve(builder,
                "From: Ann <ann@example.com>\nDate: Thu, 1 Jan 2026 10:00:00 +0100\nSubject: [PATCH] Left\n"
                "MIME-Version: 1.0\nContent-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: base64\n\n"
                    + diff.toBase64().toStdString() + "\n");
    QVERIFY2(change, change ? "" : change.error().what.english().c_str());
    QCOMPARE(change->title, "Left");
    auto repository = std::move(*Repository::open(builder.path()));
    QVERIFY(change->body.starts_with("Why."));
}

void TestPatches::mailWithCarriageReturnsApplies()
{
    RepositoryBuilder builder;
    builder.commit(start());
    const Oid head = builder.commit({.branch = "topic", .files = {{"left", "left\nmore\n"}}, .from = "main"});
    std::string patch =
        builder.git({QStringLiteral("format-patch"), QStringLiteral("--stdout"), QStringLiteral("main..topic")}) + "\n";
    for (std::size_t at = 0; (at = patch.find('\n', at)) != std::string::npos; at += 2)
        patch.insert(at, "\r");
    const auto change = resolve(builder, patch);
    QVERIFY2(change, change ? "" : change.error().what.english().c_str());
    QCOMPARE(change->headTree, Repository::open(builder.path())->commit(head)->tree);
}

void TestPatches::hostilePatchIsRefused_data()
{
    QTest::addColumn<QByteArray>("patch");
    QTest::addColumn<QByteArray>("says");
    const auto file = [](const QByteArray &path) {
        return "diff --git a/" + path + " b/" + path + "\nnew file mode 100644\n--- /dev/null\n+++ b/" + path
            + "\n@@ -0,0 +1 @@\n+x\n";
    };
    QTest::newRow("path leads out") << file("../evil") << QByteArray("“../evil”");
    QTest::newRow("into .git") << file(".git/hooks/post-checkout") << QByteArray("“.git”");
    QTest::newRow("into .GIT") << file("sub/.GIT/config") << QByteArray("“.GIT”");
    QTest::newRow("absolute") << QByteArray("--- /dev/null\n+++ /etc/passwd\n@@ -0,0 +1 @@\n+x\n") << QByteArray();
    QTest::newRow("hunk too short") << QByteArray("--- a/left\n+++ b/left\n@@ -1,9 +1,9 @@\n left\n")
                                    << QByteArray("The patch is corrupt");
    QTest::newRow("huge numbers") << QByteArray("--- a/left\n+++ b/left\n@@ -99999999999999999999,1 +1 @@\n-left\n+x\n")
                                  << QByteArray("The patch is corrupt");
    QTest::newRow("other text") << QByteArray("--- a/left\n+++ b/left\n@@ -1 +1 @@\n-not there\n+x\n")
                                << QByteArray("The patch does not apply");
    QTest::newRow("no such file") << QByteArray("--- a/none\n+++ b/none\n@@ -1 +1 @@\n-a\n+x\n")
                                  << QByteArray("The patch does not apply");
    QTest::newRow("binary without content") << QByteArray("diff --git a/x b/x\nBinary files a/x and b/x differ\n")
                                            << QByteArray();
}

void TestPatches::hostilePatchIsRefused()
{
    QFETCH(QByteArray, patch);
    QFETCH(QByteArray, says);
    RepositoryBuilder builder;
    builder.commit(start());
    const auto change = resolve(builder, patch.toStdString());
    QVERIFY(!change);
    QCOMPARE(change.error().kind, ErrorKind::Input);
    QVERIFY2(change.error().what.english().starts_with(says.toStdString()), change.error().what.english().c_str());
}

void TestPatches::damagedPatchNeverCrashes()
{
    RepositoryBuilder builder;
    builder.commit(start());
    builder.commit(
        {.branch = "topic",
         .files = {{"text.txt", "x\n"}, {"data.bin", bytesOf(900, 4)}, {"old name.txt", std::nullopt}, {"n", numberedLines(40)}},
         .from = "main"});
    const std::string patch = builder.git({QStringLiteral("format-patch"), QStringLiteral("--stdout"), QStringLiteral("--binary"),
                                           QStringLiteral("main..topic")})
        + "\n";
    std::mt19937 random(7);
    for (int round = 0; round < 150; ++round) {
        std::string damaged = patch;
        for (int edits = 0; edits <= round % 3; ++edits) {
            const std::size_t at = random() % damaged.size();
            if (random() % 2 == 0)
                damaged[at] = static_cast<char>(random() & 0xffU);
            else
                damaged.erase(at, random() % 40);
        }
        const auto change = resolve(builder, damaged);
        if (!change)
            QVERIFY(!change.error().what.isEmpty());
    }
}

QTEST_GUILESS_MAIN(TestPatches)
#include "tst_patches.moc"
