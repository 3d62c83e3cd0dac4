// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/Repository.h"
#include "support/RepositoryBuilder.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <fstream>

#include <algorithm>
#include <format>
#include <map>
#include <random>
#include <set>

using namespace countersign;
using git::Repository;
using test::CommitText;
using test::RepositoryBuilder;

class TestRepository : public QObject
{
    Q_OBJECT
private slots:
    void missingRepositoryIsNamedWithAWayOut();
    void emptyRepositoryHasNoTargetBranch();
    void bareRepositoriesAndWorktreesOpen();
    void treesAreComparedAsWhatTheyAre();
    void namesOfFilesAndFoldersMeetAsInGit();
    void damagedTreesAreRefused();
    void fewObjectsThatStandForMillionsOfFilesAreRefused();
    void renamesCarryTheirSimilarity();
    void comparisonAgreesWithGitOnAScriptedHistory();
    void referencesMoveOnlyFromTheExpectedValue();
    void notesAreWrittenAndReadBack();
    void twoHandlesSeeTheSameTemporaryObjects();
    void handlesThatWereUsedBeforeSeeWhatIsThereNow();
    void configuredProgramsAreNeverRun();
    void damagedObjectIsFoundWhenVerified();
    void shallowCloneSaysHowToGetTheRest();
};

void TestRepository::missingRepositoryIsNamedWithAWayOut()
{
    QTemporaryDir folder;
    const auto repository = Repository::open(folder.path().toStdString());
    QVERIFY(!repository);
    QCOMPARE(repository.error().kind, ErrorKind::Input);
    QVERIFY(!repository.error().hint.isEmpty());
}

void TestRepository::emptyRepositoryHasNoTargetBranch()
{
    const RepositoryBuilder builder;
    const auto repository = Repository::open(builder.path());
    QVERIFY(repository);
    QVERIFY(repository->isEmpty());
    const auto target = repository->targetBranch();
    QVERIFY(!target);
    QCOMPARE(target.error().what.english(), "The repository has no commit yet.");
}

void TestRepository::bareRepositoriesAndWorktreesOpen()
{
    RepositoryBuilder bare(true);
    const auto id = bare.commit({.files = {{"a.txt", "one\n"}}});
    const auto opened = Repository::open(bare.path());
    QVERIFY(opened);
    QVERIFY(opened->isBare());
    QCOMPARE(opened->targetBranch()->target, id);

    RepositoryBuilder builder;
    builder.commit({.files = {{"a.txt", "one\n"}}});
    QTemporaryDir place;
    const QString worktree = place.filePath(QStringLiteral("linked"));
    builder.git({QStringLiteral("worktree"), QStringLiteral("add"), QStringLiteral("-q"), QStringLiteral("-b"),
                 QStringLiteral("side"), worktree});
    const auto linked = Repository::open(worktree.toStdString());
    QVERIFY(linked);
    QCOMPARE(linked->headReference().value_or(""), "refs/heads/side");
    QCOMPARE(linked->targetBranch()->name, "refs/heads/main");
}

void TestRepository::treesAreComparedAsWhatTheyAre()
{
    RepositoryBuilder builder;
    const std::string submodule(40, 'a');
    const std::string other(40, 'b');
    const auto before = builder.commit({.files = {{"link", "target"},
                                                  {"run.sh", "echo\n"},
                                                  {"sub", submodule},
                                                  {"gone.txt", "x\n"},
                                                  {"turn", "text\n"},
                                                  {"logo.png", "png"}},
                                        .modes = {{"link", "120000"}, {"sub", "160000"}}});
    const auto after =
        builder.commit({.files = {{"link", "elsewhere"},
                                  {"run.sh", "echo\n"},
                                  {"sub", other},
                                  {"gone.txt", std::nullopt},
                                  {"turn", "text"},
                                  {"new\t\"odd\".txt", "n\n"},
                                  {"logo.png", "gnp"}},
                        .modes = {{"link", "120000"}, {"run.sh", "100755"}, {"sub", "160000"}, {"turn", "120000"}}});
    const auto repository = Repository::open(builder.path());
    const auto deltas =
        repository->diffTrees(repository->commit(before)->tree, repository->commit(after)->tree, Repository::Renames::Find);
    QVERIFY(deltas);
    std::map<std::string, FileDelta> byPath;
    for (const auto &delta : *deltas)
        byPath[delta.path()] = delta;
    QCOMPARE(byPath.size(), std::size_t{7});
    QCOMPARE(byPath["link"].kind, FileKind::Symlink);
    QCOMPARE(byPath["run.sh"].oldSide.mode, 0100644U);
    QCOMPARE(byPath["run.sh"].newSide.mode, 0100755U);
    QCOMPARE(byPath["sub"].kind, FileKind::Submodule);
    QCOMPARE(byPath["sub"].newSide.blob.hex(), other);
    QCOMPARE(byPath["gone.txt"].status, DeltaStatus::Deleted);
    QVERIFY(!byPath["gone.txt"].newSide.exists());
    QCOMPARE(byPath["turn"].status, DeltaStatus::TypeChange);
    QCOMPARE(byPath["new\t\"odd\".txt"].status, DeltaStatus::Added);
    QCOMPARE(byPath["logo.png"].kind, FileKind::Image);
}

/// Names that stand in another order as a file than as a folder, some of them both, in turns.
void TestRepository::namesOfFilesAndFoldersMeetAsInGit()
{
    const std::vector<std::string> pool{"a",    "a/b", "a/b/c", "a.b", "a-b/c", "a0",         "ab",
                                        "ab/c", "A",   "z/y/x", "z/y", "z.y",   "\xC3\xA4/b", "a b"};
    std::mt19937 random(7);
    RepositoryBuilder builder;
    std::vector<Oid> commits;
    std::set<std::string> there;
    for (int i = 0; i < 30; ++i) {
        CommitText next;
        for (const std::string &path : there)
            next.files[path] = std::nullopt;
        there.clear();
        for (const std::string &path : pool) {
            const bool isFree = std::ranges::none_of(there, [&path](const std::string &other) {
                return path.starts_with(other + "/") || other.starts_with(path + "/");
            });
            if (isFree && random() % 2 == 0) {
                there.insert(path);
                next.files[path] = "content " + std::to_string(random() % 3) + "\n";
                next.modes[path] = random() % 4 == 0 ? "100755" : "100644";
            }
        }
        commits.push_back(builder.commit(next));
    }
    const auto repository = Repository::open(builder.path());
    for (std::size_t i = 0; i + 1 < commits.size(); ++i) {
        for (const std::size_t j : {i + 1, random() % commits.size()}) {
            const auto deltas = repository->diffTrees(repository->commit(commits[i])->tree, repository->commit(commits[j])->tree,
                                                      Repository::Renames::Off);
            QVERIFY(deltas);
            QStringList ours;
            for (const FileDelta &delta : *deltas)
                ours << QString::fromStdString(std::format("{:06o} {:06o} {} {} {}", delta.oldSide.mode, delta.newSide.mode,
                                                           delta.oldSide.blob.hex(), delta.newSide.blob.hex(), delta.path()));
            QStringList theirs;
            const std::string raw =
                builder.git({QStringLiteral("-c"), QStringLiteral("core.quotePath=false"), QStringLiteral("diff-tree"),
                             QStringLiteral("-r"), QStringLiteral("--no-renames"), QString::fromStdString(commits[i].hex()),
                             QString::fromStdString(commits[j].hex())});
            for (const QString &line : QString::fromStdString(raw).split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
                const QStringList parts = line.mid(1).section(QLatin1Char('\t'), 0, 0).split(QLatin1Char(' '));
                theirs << parts.mid(0, 4).join(QLatin1Char(' ')) + QLatin1Char(' ') + line.section(QLatin1Char('\t'), 1);
            }
            ours.sort();
            theirs.sort();
            QCOMPARE(ours, theirs);
        }
    }
}

void TestRepository::damagedTreesAreRefused()
{
    RepositoryBuilder builder;
    const auto commit = builder.commit({.files = {{"a.txt", "one\n"}}});
    const auto repository = Repository::open(builder.path());
    const Oid tree = repository->commit(commit)->tree;
    const QStringList asTree{QStringLiteral("hash-object"), QStringLiteral("-t"),          QStringLiteral("tree"),
                             QStringLiteral("-w"),          QStringLiteral("--literally"), QStringLiteral("--stdin")};
    const QByteArray id(20, '\x11');
    for (const QByteArray &bytes :
         {QByteArray("100644 a"), QByteArray("100644 a\0", 9) + id.left(19), QByteArray("x a\0", 4) + id,
          QByteArray("100644 \0", 8) + id, QByteArray("100644a\0", 8) + id, QByteArray("1")}) {
        const auto damaged = Oid::fromHex(builder.git(asTree, bytes));
        QVERIFY(damaged);
        QVERIFY(!repository->diffTrees(tree, *damaged, Repository::Renames::Off));
        QVERIFY(!repository->diffTrees(*damaged, {}, Repository::Renames::Find));
    }
    const auto blob = builder.id("HEAD:a.txt");
    QVERIFY2(!repository->diffTrees(tree, blob, Repository::Renames::Off), "a blob is no tree");
    QCOMPARE(repository->diffTrees({}, tree, Repository::Renames::Off)->size(), 1U);
}

void TestRepository::fewObjectsThatStandForMillionsOfFilesAreRefused()
{
    RepositoryBuilder builder;
    builder.commit({.files = {{"a.txt", "one\n"}}});
    const auto repository = Repository::open(builder.path());
    for (const bool hasFiles : {true, false}) {
        std::string inner =
            hasFiles ? "100644 blob " + builder.id("HEAD:a.txt").hex() : "040000 tree " + builder.git({QStringLiteral("mktree")});
        for (int level = 0; level < 8; ++level) {
            std::string lines;
            for (char name = 'a'; name < 'k'; ++name)
                lines += inner + "\t" + name + "\n";
            inner = "040000 tree " + builder.git({QStringLiteral("mktree")}, QByteArray::fromStdString(lines));
        }
        const auto deltas =
            repository->diffTrees({}, *Oid::fromHex(inner.substr(inner.rfind(' ') + 1)), Repository::Renames::Off);
        QVERIFY(!deltas);
        QVERIFY(deltas.error().what.english().contains("files differ"));
    }
}

void TestRepository::renamesCarryTheirSimilarity()
{
    RepositoryBuilder builder;
    std::string text;
    for (int i = 0; i < 40; ++i)
        text += "line number " + std::to_string(i) + "\n";
    const auto before = builder.commit({.files = {{"old/name.txt", text}, {"same.txt", text + "tail\n"}}});
    const auto after = builder.commit({.files = {{"old/name.txt", std::nullopt},
                                                 {"new/name.txt", text + "one more\n"},
                                                 {"same.txt", std::nullopt},
                                                 {"moved.txt", text + "tail\n"}}});
    const auto repository = Repository::open(builder.path());
    const auto deltas =
        repository->diffTrees(repository->commit(before)->tree, repository->commit(after)->tree, Repository::Renames::Find);
    QVERIFY(deltas);
    QCOMPARE(deltas->size(), std::size_t{2});
    QCOMPARE((*deltas)[0].path(), "moved.txt");
    QCOMPARE((*deltas)[0].similarity, 100);
    QCOMPARE((*deltas)[1].status, DeltaStatus::Renamed);
    QCOMPARE((*deltas)[1].oldSide.path, "old/name.txt");
    QVERIFY((*deltas)[1].similarity > 90);
}

void TestRepository::comparisonAgreesWithGitOnAScriptedHistory()
{
    RepositoryBuilder builder;
    std::vector<Oid> commits;
    quint32 seed = 7;
    const auto random = [&seed](quint32 bound) { return (seed = seed * 1664525U + 1013904223U) / 65536U % bound; };
    for (int i = 0; i < 25; ++i) {
        CommitText text;
        for (int k = 0; k < 6; ++k) {
            const std::string path = "d" + std::to_string(random(4)) + "/f" + std::to_string(random(9));
            if (i != 0 && random(5) == 0)
                text.files[path] = std::nullopt;
            else
                text.files[path] = "content " + std::to_string(random(1000)) + "\n";
        }
        std::erase_if(text.files, [&](const auto &file) {
            return !file.second
                && builder.git({QStringLiteral("ls-tree"), QStringLiteral("main"), QString::fromStdString(file.first)}).empty();
        });
        commits.push_back(builder.commit(text));
    }
    const auto repository = Repository::open(builder.path());
    for (std::size_t i = 1; i < commits.size(); ++i) {
        const auto deltas = repository->diffTrees(repository->commit(commits[i - 1])->tree, repository->commit(commits[i])->tree,
                                                  Repository::Renames::Off);
        QVERIFY(deltas);
        QString ours;
        for (const auto &delta : *deltas) {
            const char status = delta.status == DeltaStatus::Added ? 'A' : delta.status == DeltaStatus::Deleted ? 'D' : 'M';
            ours += QStringLiteral("%1\t%2\n").arg(QLatin1Char(status)).arg(QString::fromStdString(delta.path()));
        }
        const auto theirs = builder.git({QStringLiteral("diff"), QStringLiteral("--name-status"), QStringLiteral("--no-renames"),
                                         QString::fromStdString(commits[i - 1].hex()), QString::fromStdString(commits[i].hex())});
        QCOMPARE(ours.trimmed(), QString::fromStdString(theirs));
    }
}

void TestRepository::referencesMoveOnlyFromTheExpectedValue()
{
    RepositoryBuilder builder;
    const auto first = builder.commit({.files = {{"a", "1"}}});
    const auto second = builder.commit({.files = {{"a", "2"}}});
    auto repository = Repository::open(builder.path());
    QVERIFY(repository->updateReference("refs/countersign/test", first, Oid(), "first"));
    QVERIFY(!repository->updateReference("refs/countersign/test", second, Oid(), "must not exist"));
    QVERIFY(!repository->updateReference("refs/countersign/test", second, second, "wrong value"));
    QVERIFY(repository->updateReference("refs/countersign/test", second, first, "right value"));
    QCOMPARE(repository->reference("refs/countersign/test")->value(), second);
}

void TestRepository::notesAreWrittenAndReadBack()
{
    RepositoryBuilder builder;
    const auto id = builder.commit({.files = {{"a", "1"}}});
    auto repository = Repository::open(builder.path());
    QVERIFY(!repository->note("refs/notes/x", id)->has_value());
    QVERIFY(repository->writeNote("refs/notes/x", id, "hello\n", {"Ann", "ann@example.com", 1767225600, 0}));
    QCOMPARE(repository->note("refs/notes/x", id)->value(), "hello\n");
    QCOMPARE(builder.git(
                 {QStringLiteral("notes"), QStringLiteral("--ref=x"), QStringLiteral("show"), QString::fromStdString(id.hex())}),
             "hello");
}

void TestRepository::twoHandlesSeeTheSameTemporaryObjects()
{
    RepositoryBuilder builder;
    builder.commit({.files = {{"a", "1"}}});
    auto repository = Repository::open(builder.path());
    QVERIFY(repository->useTemporaryObjects());
    const auto blob = repository->writeBlob("only for now\n");
    QVERIFY(blob);
    const auto other = repository->handle();
    QVERIFY(other);
    QCOMPARE(*other->blob(*blob), "only for now\n");
    const auto fresh = Repository::open(builder.path());
    QVERIFY(!fresh->blob(*blob));
}

void TestRepository::handlesThatWereUsedBeforeSeeWhatIsThereNow()
{
    RepositoryBuilder builder;
    const auto first = builder.commit({.files = {{"a", "1"}}});
    auto repository = Repository::open(builder.path());
    QVERIFY(repository->handle()->commit(first)); // and is idle from now on
    // What others wrote since, as loose objects and in packs.
    const auto second = builder.commit({.files = {{"a", "2"}}});
    builder.git({QStringLiteral("gc"), QStringLiteral("-q")});
    const auto used = repository->handle();
    QVERIFY(used->commit(first));
    QVERIFY(used->commit(second));
    QCOMPARE(used->reference("refs/heads/main")->value_or(Oid()), second);
    // Handles from before do not know of temporary objects; those from then on do.
    QVERIFY(repository->useTemporaryObjects());
    const auto blob = repository->writeBlob("only for now\n");
    QVERIFY(blob);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(*repository->handle()->blob(*blob), "only for now\n");
    // A history that was rewritten meanwhile is refused as it would be in the beginning.
    std::ofstream(builder.path() + "/.git/info/grafts") << second.hex() << "\n";
    QVERIFY(!repository->handle());
}

void TestRepository::configuredProgramsAreNeverRun()
{
    RepositoryBuilder builder;
    const auto before = builder.commit({.files = {{".gitattributes", "*.txt diff=evil filter=evil\n"}, {"a.txt", "1\n"}}});
    const auto after = builder.commit({.files = {{"a.txt", "2\n"}}});
    const QString proof = QString::fromStdString(builder.path()) + QStringLiteral("/proof");
    const QString command = QStringLiteral("touch '%1' #").arg(proof);
    for (const char *key : {"core.fsmonitor", "core.sshCommand", "diff.external", "diff.evil.textconv", "diff.evil.command",
                            "filter.evil.clean", "filter.evil.smudge", "gpg.ssh.program", "core.hooksPath"})
        builder.git({QStringLiteral("config"), QString::fromLatin1(key), command});
    auto repository = Repository::open(builder.path());
    QVERIFY(repository);
    const auto deltas =
        repository->diffTrees(repository->commit(before)->tree, repository->commit(after)->tree, Repository::Renames::Find);
    QVERIFY(deltas);
    QCOMPARE(deltas->size(), std::size_t{1});
    QVERIFY(repository->blob(deltas->front().newSide.blob));
    QVERIFY(repository->updateReference("refs/countersign/test", after, Oid(), "x"));
    QVERIFY(!QFile::exists(proof));
}

void TestRepository::damagedObjectIsFoundWhenVerified()
{
    RepositoryBuilder builder;
    builder.commit({.files = {{"a", "content\n"}}});
    const auto good = builder.id("main:a");
    const auto other = builder.git({QStringLiteral("hash-object"), QStringLiteral("-w"), QStringLiteral("--stdin")}, "other\n");
    const QString objects = QString::fromStdString(builder.path()) + QStringLiteral("/.git/objects/");
    const QString otherFile = objects + QString::fromStdString(other.substr(0, 2) + "/" + other.substr(2));
    const QString fakeName(40, QLatin1Char('c'));
    QVERIFY(QDir().mkpath(objects + fakeName.left(2)));
    QVERIFY(QFile::copy(otherFile, objects + fakeName.left(2) + QLatin1Char('/') + fakeName.mid(2)));
    const auto repository = Repository::open(builder.path());
    QVERIFY(repository->verifyObject(good));
    const auto fake = Oid::fromHex(fakeName.toStdString());
    QVERIFY(!repository->verifyObject(*fake));
}

void TestRepository::shallowCloneSaysHowToGetTheRest()
{
    RepositoryBuilder builder;
    const auto first = builder.commit({.files = {{"a", "1\n"}}});
    builder.commit({.files = {{"a", "2\n"}}});
    RepositoryBuilder clone;
    clone.git({QStringLiteral("fetch"), QStringLiteral("-q"), QStringLiteral("--update-head-ok"), QStringLiteral("--depth=1"),
               QStringLiteral("file://") + QString::fromStdString(builder.path()), QStringLiteral("main:main")});
    const auto repository = Repository::open(clone.path());
    QVERIFY(repository->isShallow());
    const auto missing = repository->commit(first);
    QVERIFY(!missing);
    QVERIFY(missing.error().hint.english().find("--unshallow") != std::string::npos);
}

QTEST_GUILESS_MAIN(TestRepository)
#include "tst_repository.moc"
