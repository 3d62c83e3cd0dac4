// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/GitModules.h"
#include "git/SubmoduleHistory.h"
#include "support/RepositoryBuilder.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace countersign;
using namespace countersign::git;
using test::RepositoryBuilder;

namespace
{

/// A library with four commits, and a product that had it at the first or at the second one.
struct Scene {
    RepositoryBuilder library;
    RepositoryBuilder product;
    std::vector<Oid> commits;

    Scene()
    {
        for (const char *content : {"1", "2", "3", "4"})
            commits.push_back(library.commit({.files = {{"a", content}}, .message = std::string("Make it ") + content}));
    }

    void pin(const Oid &commit, const std::string &name = "lib", const std::string &path = "third/lib")
    {
        product.commit({.files = {{path, commit.hex()},
                                  {".gitmodules", "[submodule \"" + name + "\"]\n\tpath = " + path + "\n\turl = ../library\n"}},
                        .modes = {{path, "160000"}}});
    }

    void cloneInto(const std::string &folder)
    {
        product.git({QStringLiteral("clone"), QStringLiteral("-q"), QStringLiteral("--bare"),
                     QString::fromStdString(library.path()), QString::fromStdString(product.path() + "/" + folder)});
    }

    /// Of the product's last change.
    Result<SubmoduleHistory> history(std::size_t most = 200, std::stop_token stop = {})
    {
        const auto repository = Repository::open(product.path());
        const Oid oldTree = repository->commit(product.id("main~1"))->tree;
        const Oid newTree = repository->commit(product.id("main"))->tree;
        const auto deltas = repository->diffTrees(oldTree, newTree, Repository::Renames::Off).value();
        const auto delta = std::ranges::find(deltas, FileKind::Submodule, &FileDelta::kind);
        return submoduleHistory(*repository, oldTree, newTree, *delta, most, std::move(stop));
    }
};

QStringList subjects(const std::vector<Commit> &commits)
{
    QStringList out;
    for (const Commit &commit : commits)
        out << QString::fromStdString(commit.subject());
    return out;
}

} // namespace

class TestSubmodules : public QObject
{
    Q_OBJECT

private slots:
    void commitsBetweenAreListedNewestFirst()
    {
        Scene scene;
        scene.pin(scene.commits[0]);
        scene.pin(scene.commits[2]);
        scene.cloneInto(".git/modules/lib");
        const auto history = scene.history();
        QVERIFY(history);
        QCOMPARE(history->state, SubmoduleHistory::State::Here);
        QCOMPARE(history->name, "lib");
        QCOMPARE(history->url, "../library");
        QCOMPARE(subjects(history->added), (QStringList{QStringLiteral("Make it 3"), QStringLiteral("Make it 2")}));
        QVERIFY(history->removed.empty());
        QVERIFY(!history->isCut);
    }

    void goingBackListsWhatIsLost()
    {
        Scene scene;
        scene.pin(scene.commits[3]);
        scene.pin(scene.commits[2]);
        scene.cloneInto(".git/modules/lib");
        const auto history = scene.history();
        QVERIFY(history->added.empty());
        QCOMPARE(subjects(history->removed), QStringList{QStringLiteral("Make it 4")});
    }

    void cloneInTheWorkTreeIsFound()
    {
        Scene scene;
        scene.pin(scene.commits[0]);
        scene.pin(scene.commits[1]);
        scene.cloneInto("third/lib/.git");
        QCOMPARE(subjects(scene.history()->added), QStringList{QStringLiteral("Make it 2")});
    }

    void submoduleThatIsNotHere()
    {
        Scene scene;
        scene.pin(scene.commits[0]);
        scene.pin(scene.commits[1]);
        QDir().mkpath(QString::fromStdString(scene.product.path()) + QStringLiteral("/third/lib")); // as after a plain clone
        QCOMPARE(scene.history()->state, SubmoduleHistory::State::NotHere);
    }

    void commitThatIsNotHere()
    {
        Scene scene;
        scene.pin(scene.commits[0]);
        scene.cloneInto(".git/modules/lib");
        scene.pin(scene.library.commit({.files = {{"a", "5"}}}));
        QCOMPARE(scene.history()->state, SubmoduleHistory::State::CommitMissing);
    }

    void listIsBounded()
    {
        Scene scene;
        scene.pin(scene.commits[0]);
        scene.pin(scene.commits[3]);
        scene.cloneInto(".git/modules/lib");
        const auto history = scene.history(2);
        QCOMPARE(subjects(history->added), (QStringList{QStringLiteral("Make it 4"), QStringLiteral("Make it 3")}));
        QVERIFY(history->isCut);
    }

    void cancelled()
    {
        Scene scene;
        scene.pin(scene.commits[0]);
        scene.pin(scene.commits[3]);
        scene.cloneInto(".git/modules/lib");
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(scene.history(200, stop.get_token()).error().kind, ErrorKind::Cancelled);
    }

    void nameCannotLeadOutOfTheRepository()
    {
        for (const char *name : {"../../../outside", "/tmp", "a/../../b", ".."}) {
            Scene scene;
            scene.pin(scene.commits[0], name);
            scene.pin(scene.commits[1], name);
            QCOMPARE(scene.history()->state, SubmoduleHistory::State::NotHere);
        }
        Scene scene;
        scene.pin(scene.commits[0]);
        scene.pin(scene.commits[1]);
        const QString modules = QString::fromStdString(scene.product.path()) + QStringLiteral("/.git/modules");
        QVERIFY(QDir().mkpath(modules));
        QVERIFY(QFile::link(QString::fromStdString(scene.library.path()), modules + QStringLiteral("/lib")));
        QCOMPARE(scene.history()->state, SubmoduleHistory::State::NotHere);
    }

    void gitModulesAreReadAsGitReadsThem()
    {
        const std::string text = "; a comment\n[core]\n\tpath = no\n[submodule \"a \\\"b\\\"\"] path = x/y # why\n"
                                 "\turl = \"with # and ; \" \\\n   more  \n[SubModule \"c\"]\nPATH = \"q\\\\t\\tz\"\npath\n"
                                 "update = !touch proof\n[submodule \"a \\\"b\\\"\"]\npath = last\n";
        RepositoryBuilder builder;
        QFile file(QString::fromStdString(builder.path()) + QStringLiteral("/modules"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray::fromStdString(text).replace("\npath\n", "\n"));
        file.close();
        const auto modules = parseGitModules(text);
        QCOMPARE(modules.size(), 2U);
        for (const auto &module : modules) {
            const auto ask = [&](const char *key) {
                return builder.git(
                    {QStringLiteral("config"), QStringLiteral("-f"), QStringLiteral("modules"), QStringLiteral("--default="),
                     QStringLiteral("submodule.%1.%2").arg(QString::fromStdString(module.name), QString::fromLatin1(key))});
            };
            QCOMPARE(module.path, ask("path"));
            QCOMPARE(module.url, ask("url"));
        }
        QCOMPARE(modules[0].path, "last");
    }

    void brokenGitModulesDoNoHarm()
    {
        for (const char *text : {"[", "[submodule", "[submodule \"", "[submodule \"a", "[submodule \"a\\",
                                 "[submodule \"a\"]\npath", "[submodule \"a\"]\npath =", "[submodule \"a\"]\npath = \"x",
                                 "[submodule \"a\"]\npath = x\\", "[submodule \"a\"]\npath = \\q", "=", "]"})
            for (const auto &module : parseGitModules(text))
                QVERIFY2(module.path.empty(), text);
        std::string many;
        for (int i = 0; i < 10'100; ++i)
            many += "[submodule \"" + std::to_string(i) + "\"]\n";
        QCOMPARE(parseGitModules(many).size(), 10'000U);
    }
};

QTEST_GUILESS_MAIN(TestSubmodules)
#include "tst_submodules.moc"
