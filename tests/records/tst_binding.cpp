// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Scene.h"

#include "records/Binding.h"
#include "records/Manifest.h"

#include "core/Sha256.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTest>

#include <functional>

using namespace countersign;
using namespace countersign::records;
using namespace countersign::test;

namespace
{

BoundChange bound(const git::Repository &repository, const std::string &base, const std::string &branch)
{
    const auto change = bindChange(repository, analysisOf(repository, base, branch).change);
    if (!change)
        qFatal("%s", change.error().what.english().c_str());
    return *change;
}

std::string namesOf(const std::vector<Problem> &problems)
{
    std::string out;
    for (const auto &problem : problems)
        out += (out.empty() ? "" : " ") + std::string(name(problem.failure));
    return out;
}

} // namespace

class TestBinding : public QObject
{
    Q_OBJECT
private slots:
    void init() { m_scene.reset(); }

    void changeIsBoundToEveryCommit();
    void manifestNamesContentsModesAndTargets();
    void whiteSpaceChangesTheManifest();
    void rootCommitIsBoundToTheEmptyTree();
    void cloneIsTheSameRepositoryAndAnotherRootIsNot();
    void shallowCloneDoesNotKnowItself();
    void wrongClaimIsNamed_data();
    void wrongClaimIsNamed();
    void claimsHoldWhenBranchesHaveMoved();
    void replacedObjectsAreNotFollowed();
    void graftedHistoryIsNotOpened();
    void damagedContentIsNamed();
    void patchCannotBeBound();

private:
    Scene m_scene;
};

void TestBinding::changeIsBoundToEveryCommit()
{
    const auto change = bound(m_scene.repository(), "main", "feature");
    auto &builder = m_scene.builder;
    QCOMPARE(change.name, std::string("refs/heads/feature"));
    QCOMPARE(change.targetRef, std::string("refs/heads/main"));
    QCOMPARE(change.base, builder.id("main"));
    QCOMPARE(change.mergeBase, builder.id("main"));
    QCOMPARE(change.head, builder.id("feature"));
    QCOMPARE(change.headTree, builder.id("feature^{tree}"));
    QCOMPARE(change.commits, (std::vector{builder.id("feature~1"), builder.id("feature")}));
    QCOMPARE(change.manifestPaths, std::uint64_t{2});
    QVERIFY(differences(change, change).empty());
}

void TestBinding::manifestNamesContentsModesAndTargets()
{
    RepositoryBuilder builder;
    const std::string commitId(40, '7');
    builder.commit({.files = {{"gone", "gone\n"}, {"moved", "moved\n"}, {"run", "run\n"}, {"Z", "z\n"}, {"same", "same\n"}}});
    builder.commit({.branch = "feature",
                    .files = {{"gone", std::nullopt},
                              {"moved", std::nullopt},
                              {"there/moved", "moved\n"},
                              {"run", "run\n"},
                              {"Z", "zz\n"},
                              {"odd name\xFF", "odd\n"},
                              {"link", "../../etc/passwd"},
                              {"sub", commitId}},
                    .modes = {{"run", "100755"}, {"link", "120000"}, {"sub", "160000"}},
                    .from = "main"});
    const auto repository = git::Repository::open(builder.path());
    QVERIFY(repository);
    const auto text = manifestText(*repository, builder.id("main^{tree}"), builder.id("feature^{tree}"));
    QVERIFY(text);
    const std::string expected = "100644 100644 " + sha256Hex("z\n") + ' ' + sha256Hex("zz\n") + " Z\n" //
        + "100644 000000 " + sha256Hex("gone\n") + " - gone\n" //
        + "000000 120000 - " + sha256Hex("../../etc/passwd") + " link\n" //
        + "100644 000000 " + sha256Hex("moved\n") + " - moved\n" //
        + "000000 100644 - " + sha256Hex("odd\n") + " odd%20name%FF\n" //
        + "100644 100755 " + sha256Hex("run\n") + ' ' + sha256Hex("run\n") + " run\n" //
        + "000000 160000 - " + commitId + " sub\n" //
        + "000000 100644 - " + sha256Hex("moved\n") + " there/moved\n";
    QCOMPARE(*text, expected);
    const auto change = bound(*repository, "main", "feature");
    QCOMPARE(change.manifestSha256, sha256Hex(expected));
    QCOMPARE(change.manifestPaths, std::uint64_t{8});
}

void TestBinding::whiteSpaceChangesTheManifest()
{
    // git patch-id ignores white space, though it moves a line of Python out of its condition.
    RepositoryBuilder builder;
    builder.commit({.files = {{"a.py", "x = 1\n"}}});
    builder.commit({.branch = "inside", .files = {{"a.py", "x = 1\nif ok:\n    log()\n    delete()\n"}}, .from = "main"});
    builder.commit({.branch = "outside", .files = {{"a.py", "x = 1\nif ok:\n    log()\ndelete()\n"}}, .from = "main"});
    const auto patchId = [&builder](const char *branch) {
        const auto patch = builder.git({QStringLiteral("diff"), QStringLiteral("main"), QString::fromLatin1(branch)}) + '\n';
        return builder.git({QStringLiteral("patch-id"), QStringLiteral("--stable")}, QByteArray::fromStdString(patch));
    };
    QCOMPARE(patchId("inside"), patchId("outside"));
    const auto repository = git::Repository::open(builder.path());
    QVERIFY(repository);
    QVERIFY(bound(*repository, "main", "inside").manifestSha256 != bound(*repository, "main", "outside").manifestSha256);
}

void TestBinding::rootCommitIsBoundToTheEmptyTree()
{
    RepositoryBuilder builder;
    builder.commit({.branch = "main", .files = {{"a", "a\n"}}});
    const auto repository = git::Repository::open(builder.path());
    QVERIFY(repository);
    const auto change = bound(*repository, "main", builder.id("main").hex());
    QVERIFY(change.mergeBase.isNull());
    QCOMPARE(change.manifestSha256, sha256Hex("000000 100644 - " + sha256Hex("a\n") + " a\n"));
    Statement statement;
    statement.change = change;
    statement.repository = identify(*repository, change).value();
    QCOMPARE(namesOf(checkBinding(*repository, statement).value()), std::string());
}

void TestBinding::cloneIsTheSameRepositoryAndAnotherRootIsNot()
{
    const auto change = bound(m_scene.repository(), "main", "feature");
    const auto identity = identify(m_scene.repository(), change);
    QVERIFY(identity);
    QCOMPARE(identity->rootCommits, std::vector{m_scene.builder.id("main~1")});
    QCOMPARE(identity->id, sha256Hex("countersign repository\n" + identity->rootCommits.front().hex() + '\n').substr(0, 32));

    RepositoryBuilder clone(true);
    const auto source = QString::fromStdString(m_scene.builder.path());
    clone.git({QStringLiteral("fetch"), QStringLiteral("-q"), source, QStringLiteral("refs/heads/*:refs/heads/*")});
    const auto cloned = git::Repository::open(clone.path());
    QVERIFY(cloned);
    QVERIFY(*identify(*cloned, change) == *identity);
    // A second root is merged: another history, another identity.
    clone.commit({.branch = "elsewhere", .files = {{"z", "z\n"}}});
    clone.commit({.branch = "main", .files = {{"z", "z\n"}}, .merges = {"elsewhere"}});
    const auto merged = identify(*cloned, bound(*cloned, "feature", "main"));
    QVERIFY(merged);
    QVERIFY(*merged == *identity); // what counts is the base, which the change cannot move
    const auto onMerged = identify(*cloned, bound(*cloned, "main", "other"));
    QVERIFY(onMerged);
    QCOMPARE(onMerged->rootCommits.size(), std::size_t{2});
    QVERIFY(onMerged->id != identity->id);
}

void TestBinding::shallowCloneDoesNotKnowItself()
{
    const auto record = m_scene.sign(alice, m_scene.statement(alice));
    RepositoryBuilder clone(true);
    clone.git({QStringLiteral("fetch"), QStringLiteral("-q"), QStringLiteral("--depth=2"),
               QStringLiteral("file://") + QString::fromStdString(m_scene.builder.path()),
               QStringLiteral("refs/heads/*:refs/heads/*")});
    const auto repository = git::Repository::open(clone.path());
    QVERIFY(repository);
    const auto identity = identify(*repository, record.statement.change);
    QVERIFY(!identity);
    QVERIFY(identity.error().hint.english().contains("--unshallow"));
    QCOMPARE(namesOf(checkBinding(*repository, record.statement).value()), std::string("object-missing"));
}

void TestBinding::wrongClaimIsNamed_data()
{
    QTest::addColumn<std::function<void(Statement &)>>("edit");
    QTest::addColumn<std::string>("expected");
    const auto row = [](const char *title, std::function<void(Statement &)> edit, const char *expected) {
        QTest::newRow(title) << std::move(edit) << std::string(expected);
    };
    const auto nowhere = *Oid::fromHex(std::string(40, 'f'));
    const auto other = m_scene.builder.id("other");
    const auto otherTree = m_scene.builder.id("other^{tree}");
    const auto root = m_scene.builder.id("main~1");
    const auto part = m_scene.builder.id("feature~1");
    row("as it is", [](Statement &) { }, "");
    row("another repository", [](Statement &statement) { statement.repository.id = std::string(32, '0'); }, "other-repository");
    row("another root", [=](Statement &statement) { statement.repository.rootCommits = {nowhere}; }, "other-repository");
    row("one root more", [=](Statement &statement) { statement.repository.rootCommits.push_back(nowhere); }, "other-repository");
    row(
        "another head", [=](Statement &statement) { statement.change.head = other; },
        "head-tree-mismatch commits-mismatch manifest-mismatch");
    row(
        "a part of it", [=](Statement &statement) { statement.change.head = part; },
        "head-tree-mismatch commits-mismatch manifest-mismatch");
    row("a head that is not there", [=](Statement &statement) { statement.change.head = nowhere; }, "object-missing");
    row("another tree", [=](Statement &statement) { statement.change.headTree = otherTree; }, "head-tree-mismatch");
    row("an older base", [=](Statement &statement) { statement.change.base = root; }, "merge-base-mismatch");
    row(
        "an older merge base", [=](Statement &statement) { statement.change.mergeBase = root; },
        "merge-base-mismatch commits-mismatch manifest-mismatch");
    row(
        "no base", [](Statement &statement) { statement.change.base = statement.change.mergeBase = Oid(); },
        "commits-mismatch manifest-mismatch");
    row("a base that is not there", [=](Statement &statement) { statement.change.base = nowhere; }, "object-missing");
    row(
        "a commit hidden", [](Statement &statement) { statement.change.commits.erase(statement.change.commits.begin()); },
        "commits-mismatch");
    row("a commit more", [=](Statement &statement) { statement.change.commits.push_back(other); }, "commits-mismatch");
    row(
        "a commit twice", [](Statement &statement) { statement.change.commits.push_back(statement.change.commits.back()); },
        "commits-mismatch");
    row(
        "other contents", [](Statement &statement) { statement.change.manifestSha256 = std::string(64, 'a'); },
        "manifest-mismatch");
    row("more paths", [](Statement &statement) { ++statement.change.manifestPaths; }, "manifest-mismatch");
    row(
        "a blob for a head", [this](Statement &statement) { statement.change.head = m_scene.builder.id("main:README"); },
        "object-missing");
}

void TestBinding::wrongClaimIsNamed()
{
    using Edit = std::function<void(Statement &)>;
    QFETCH(Edit, edit);
    QFETCH(std::string, expected);
    auto statement = m_scene.statement(alice);
    edit(statement);
    QCOMPARE(namesOf(checkBinding(m_scene.repository(), statement).value()), expected);
    // The same through a signed and stored record.
    m_scene.append(m_scene.sign(alice, statement));
    const auto verdict = m_scene.verify();
    QCOMPARE(failures(verdict.records.front()), expected);
}

void TestBinding::claimsHoldWhenBranchesHaveMoved()
{
    const auto statement = m_scene.statement(alice);
    auto &builder = m_scene.builder;
    const auto head = builder.id("feature");
    builder.commit({.branch = "main", .files = {{"later", "x\n"}}});
    builder.commit({.branch = "feature", .files = {{"later", "y\n"}}, .from = "main"});
    builder.git({QStringLiteral("update-ref"), QStringLiteral("refs/keep"), QString::fromStdString(head.hex())});
    QCOMPARE(namesOf(checkBinding(m_scene.repository(), statement).value()), std::string());
    const auto now = bound(m_scene.repository(), "main", "feature");
    QVERIFY(!differences(statement.change, now).empty());
}

void TestBinding::replacedObjectsAreNotFollowed()
{
    const auto statement = m_scene.statement(alice);
    m_scene.builder.git({QStringLiteral("replace"), QStringLiteral("feature"), QStringLiteral("other")});
    m_scene.builder.git({QStringLiteral("replace"), QStringLiteral("feature:new.cpp"), QStringLiteral("main:README")});
    // For git the change is another one now; for us it is what its ids say.
    QCOMPARE(m_scene.builder.git({QStringLiteral("show"), QStringLiteral("feature:README")}), std::string("Bye"));
    const auto repository = git::Repository::open(m_scene.builder.path());
    QVERIFY(repository);
    QCOMPARE(namesOf(checkBinding(*repository, statement).value()), std::string());
    QVERIFY(bound(*repository, "main", "feature") == statement.change);
}

void TestBinding::graftedHistoryIsNotOpened()
{
    // A graft gives a commit other parents: the same head would have fewer commits, and another base.
    RepositoryBuilder builder;
    for (const char *content : {"a\n", "b\n", "c\n"})
        builder.commit({.files = {{"a", content}}});
    const auto file = QString::fromStdString(builder.path() + "/.git/info/grafts");
    QVERIFY(QDir().mkpath(QFileInfo(file).path()));
    QFile grafts(file);
    QVERIFY(grafts.open(QIODevice::WriteOnly));
    grafts.write(QByteArray::fromStdString(builder.id("main").hex() + ' ' + builder.id("main~2").hex() + '\n'));
    grafts.close();
    QCOMPARE(builder.git({QStringLiteral("rev-list"), QStringLiteral("--count"), QStringLiteral("main")}), std::string("2"));
    const auto refused = git::Repository::open(builder.path());
    QVERIFY(!refused);
    QVERIFY2(refused.error().where.contains("grafts"), refused.error().where.c_str());
    QVERIFY(QFile::resize(file, 0));
    builder.git({QStringLiteral("branch"), QStringLiteral("start"), QStringLiteral("main~2")});
    const auto repository = git::Repository::open(builder.path());
    QVERIFY(repository);
    QCOMPARE(bound(*repository, "start", "main").commits.size(), std::size_t{2});
}

void TestBinding::damagedContentIsNamed()
{
    // One loose object gets the bytes of another: what SHA-1 promises is hashed anew.
    RepositoryBuilder builder;
    builder.commit({.files = {{"a", "a\n"}}});
    builder.commit({.branch = "feature", .files = {{"a", "b\n"}}, .from = "main"});
    const auto repository = git::Repository::open(builder.path());
    QVERIFY(repository);
    Statement statement;
    statement.change = bound(*repository, "main", "feature");
    statement.repository = identify(*repository, statement.change).value();
    const auto fileOf = [&builder](const char *revision) {
        const auto id = builder.id(revision).hex();
        return QString::fromStdString(builder.path() + "/.git/objects/" + id.substr(0, 2) + '/' + id.substr(2));
    };
    const auto file = fileOf("feature:a");
    QVERIFY(QFile::remove(file));
    QVERIFY(QFile::copy(fileOf("main:a"), file));
    const auto reopened = git::Repository::open(builder.path());
    QVERIFY(reopened);
    QCOMPARE(namesOf(checkBinding(*reopened, statement).value()), std::string("object-missing"));
    QVERIFY(!bindChange(*reopened, analysisOf(*reopened, "main", "feature").change));
}

void TestBinding::patchCannotBeBound()
{
    auto change = analysisOf(m_scene.repository(), "main", "feature").change;
    change.isStored = false;
    const auto refused = bindChange(m_scene.repository(), change);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Input);
    QVERIFY(refused.error().hint.english().contains("git am"));
}

QTEST_GUILESS_MAIN(TestBinding)
#include "tst_binding.moc"
