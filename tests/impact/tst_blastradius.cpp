// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/FileLoader.h"
#include "impact/BlastRadius.h"
#include "support/RepositoryBuilder.h"

#include <QTest>

#include <numeric>

using namespace countersign;
using namespace countersign::impact;
using Files = std::map<std::string, std::string>;

Q_DECLARE_METATYPE(Files)

/// The parts of a blast radius, and the band that they make.
class TestBlastRadius : public QObject
{
    Q_OBJECT

private slots:
    void partsAreGathered_data();
    void partsAreGathered();
    void bandHasItsReason_data();
    void bandHasItsReason();
    void deletedFileReachesThoseWhoStillNeedIt();
    void unknownLanguageIsUngraded();
    void settingReachesItsReaders();
};

namespace
{

BlastRadius radiusOf(const Files &before, const Files &after, std::span<const std::uint32_t> recent = {})
{
    test::RepositoryBuilder builder(true);
    const auto commit = [&builder](const Files &files) {
        test::CommitText text;
        for (const auto &[path, content] : files)
            text.files[path] = content == "gone" ? std::nullopt : std::optional(content);
        return builder.commit(text);
    };
    const Oid first = commit(before);
    const Oid second = commit(after);
    const auto repository = git::Repository::open(builder.path());
    const auto deltas =
        repository->diffTrees(repository->commit(first)->tree, repository->commit(second)->tree, git::Repository::Renames::Find);
    std::vector<FileChange> files;
    std::vector<FileSide> gone;
    for (const FileDelta &delta : *deltas) {
        files.push_back(*diff::loadFile(*repository, delta));
        files.back().fileClass = classify(delta.path());
        if (!delta.newSide.exists())
            gone.push_back(delta.oldSide);
    }
    FactsStore store;
    const auto index = ImpactIndex::build(*repository, repository->commit(second)->tree, gone, store, 1);
    return blastRadius(*index, files, recent);
}

QString words(const std::vector<std::string> &names)
{
    QStringList out;
    for (const std::string &name : names)
        out << QString::fromStdString(name);
    return out.join(QLatin1Char(' '));
}

/// A file that so many others import.
Files imported(int importers)
{
    Files files{{"core.py", "def charge(a):\n    return a\n"}};
    for (int i = 0; i < importers; ++i)
        files["m" + std::to_string(i) + ".py"] = "from core import charge\n\ncharge(1)\n";
    return files;
}

} // namespace

void TestBlastRadius::partsAreGathered_data()
{
    QTest::addColumn<Files>("before");
    QTest::addColumn<Files>("after");
    QTest::addColumn<QString>("services");
    QTest::addColumn<QString>("owners");
    QTest::addColumn<QString>("entryPoints");
    QTest::addColumn<QString>("environments");
    QTest::addColumn<QString>("dataStores");
    const std::string main = "from shop.cart import total\n\n\nif __name__ == \"__main__\":\n    total()\n";
    QTest::newRow("an importer with owner, service and main")
        << Files{{"CODEOWNERS", "/shop/ @shop\n/run/ @run\n"},
                 {"run/catalog-info.yaml", "kind: Component\nmetadata:\n  name: runner\n"},
                 {"run/go.py", main},
                 {"shop/__init__.py", ""},
                 {"shop/cart.py", "def total():\n    return 1\n"}}
        << Files{{"shop/cart.py", "def total():\n    return 2\n"}} << "runner" << "@shop @run" << "main: run/go.py" << "" << "";
    QTest::newRow("a data store of an environment")
        << Files{{"infra/prod/db.tf", "resource \"aws_db_instance\" \"ledger\" {\n  size = 1\n}\n"}}
        << Files{{"infra/prod/db.tf", "resource \"aws_db_instance\" \"ledger\" {\n  size = 2\n}\n"}} << "" << ""
        << "infrastructure: infra/prod/db.tf" << "prod" << "infra/prod/db.tf";
    QTest::newRow("routes and schedules")
        << Files{{"api.py", "from core import a\n\n\n@app.get(\"/orders\")\ndef orders():\n    return a\n"},
                 {"core.py", "a = 1\n"}}
        << Files{{"core.py", "a = 2\n"}} << "" << "" << "routes: api.py" << "" << "";
}

void TestBlastRadius::partsAreGathered()
{
    QFETCH(Files, before);
    QFETCH(Files, after);
    const auto blast = radiusOf(before, after);
    QTEST(words(blast.services), "services");
    QFETCH(QString, owners);
    QStringList wanted = owners.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    wanted.sort();
    QCOMPARE(words(blast.owners), wanted.join(QLatin1Char(' ')));
    QFETCH(QString, entryPoints);
    QCOMPARE(QString::fromStdString(blast.entryPoints.empty() ? "" : blast.entryPoints.front()), entryPoints);
    QTEST(words(blast.environments), "environments");
    QTEST(words(blast.dataStores), "dataStores");
}

void TestBlastRadius::bandHasItsReason_data()
{
    QTest::addColumn<int>("importers");
    QTest::addColumn<int>("recentReach"); // of every recent change; -1: no history
    QTest::addColumn<Band>("band");
    QTest::addColumn<QString>("reason");
    QTest::newRow("nobody") << 0 << 3 << Band::Low << "No file depends on what it changes";
    QTest::newRow("wider than all, but few") << 10 << 3 << Band::Moderate << "wider than 100 % of changes here";
    QTest::newRow("wider than all, and many") << 25 << 3 << Band::High << "Reaches 25 files";
    QTest::newRow("many, but usual here") << 25 << 60 << Band::Low << "Reaches 25 files";
    QTest::newRow("many, without a history") << 25 << -1 << Band::Moderate << "Reaches 25 files";
    QTest::newRow("very many, without a history") << 110 << -1 << Band::High << "Reaches 110 files";
}

void TestBlastRadius::bandHasItsReason()
{
    QFETCH(int, importers);
    QFETCH(int, recentReach);
    QFETCH(Band, band);
    QFETCH(QString, reason);
    const std::vector<std::uint32_t> recent(recentReach < 0 ? 0 : 100, static_cast<std::uint32_t>(std::max(0, recentReach)));
    const auto blast = radiusOf(imported(importers), {{"core.py", "def charge(a):\n    return -a\n"}}, recent);
    QCOMPARE(blast.percentile.has_value(), recentReach >= 0);
    QCOMPARE(blast.band, std::optional(band));
    QVERIFY2(blast.reason.english().contains(reason.toStdString()), blast.reason.english().c_str());
}

void TestBlastRadius::deletedFileReachesThoseWhoStillNeedIt()
{
    const auto blast = radiusOf(imported(2), {{"core.py", "gone"}});
    QCOMPARE(blast.directDependents, 2U);
    QCOMPARE(blast.symbolReach, 2U);
}

void TestBlastRadius::unknownLanguageIsUngraded()
{
    const auto blast = radiusOf({{"src/shop.ex", "defmodule Shop do\nend\n"}}, {{"src/shop.ex", "defmodule Shop2 do\nend\n"}});
    QVERIFY(!blast.band);
    QCOMPARE(words(blast.unread), QStringLiteral("src/shop.ex"));
    QVERIFY(blast.reason.english().contains("src/shop.ex"));
}

void TestBlastRadius::settingReachesItsReaders()
{
    const auto blast = radiusOf({{"config/app.env", "MAX_RETRIES=3\nNAME=x\n"},
                                 {"src/retry.py", "import os\n\nlimit = os.environ[\"MAX_RETRIES\"]\n"},
                                 {"src/name.py", "NAME = 1\n"}},
                                {{"config/app.env", "MAX_RETRIES=4\nNAME=y\n"}});
    QCOMPARE(blast.dependents->size(), 1U); // NAME is anybody's word
    QCOMPARE(blast.dependents->front().path, std::string("src/retry.py"));
    QCOMPARE(blast.dependents->front().kind, std::string("key"));
    QVERIFY(blast.dependents->front().isReachedBySymbol);
}

QTEST_GUILESS_MAIN(TestBlastRadius)
#include "tst_blastradius.moc"
