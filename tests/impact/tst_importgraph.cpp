// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "impact/BlastRadius.h"
#include "impact/Places.h"
#include "support/RepositoryBuilder.h"

#include <QTest>

#include <algorithm>

using namespace countersign;
using namespace countersign::impact;
using Files = std::map<std::string, std::string>;

Q_DECLARE_METATYPE(Files)

namespace
{

ImpactIndex indexOf(const Files &files)
{
    test::RepositoryBuilder builder(true);
    test::CommitText text;
    for (const auto &[path, content] : files)
        text.files[path] = content;
    const Oid id = builder.commit(text);
    const auto repository = git::Repository::open(builder.path());
    if (!repository)
        qFatal("no repository");
    const auto commit = repository->commit(id);
    FactsStore store;
    auto index = ImpactIndex::build(*repository, commit->tree, {}, store, 1);
    if (!index)
        qFatal("no index");
    return std::move(*index);
}

/// "a.py b.py": who depends directly on a file.
QString dependentsOf(const ImpactIndex &index, const std::string &path)
{
    QStringList out;
    for (const Link &link : index.graph.dependents(*index.graph.find(path)))
        out << QString::fromStdString(index.graph.files()[link.file].path);
    return out.join(QLatin1Char(' '));
}

} // namespace

class TestImportGraph : public QObject
{
    Q_OBJECT

private slots:
    void directDependentsAreFound_data();
    void directDependentsAreFound();
    void dependentsGoThreeHopsFar();
    void ownersAreThoseOfTheLastMatchingLine_data();
    void ownersAreThoseOfTheLastMatchingLine();
    void brokenSourcesGiveSomeFacts_data();
    void brokenSourcesGiveSomeFacts();
    void factsAreKeptBetweenRuns();
    void environmentIsReadFromThePath_data();
    void environmentIsReadFromThePath();
    void whoUsesASymbolIsFoundByItsName();
    void indexOfTheNextTreeIsTheSameAsBuilt_data();
    void indexOfTheNextTreeIsTheSameAsBuilt();
    void dependentsSayWhatTheyAre();
};

void TestImportGraph::directDependentsAreFound_data()
{
    QTest::addColumn<Files>("files");
    QTest::addColumn<QString>("of");
    QTest::addColumn<QString>("dependents");
    const auto row = [](const char *name, const Files &files, const char *of, const char *dependents) {
        QTest::newRow(name) << files << QString::fromLatin1(of) << QString::fromLatin1(dependents);
    };
    row("an include in an include folder",
        {{"include/lib/a.h", "int f();\n"}, {"src/b.cpp", "#include <lib/a.h>\n"}, {"src/c.cpp", "// #include <lib/a.h>\n"}},
        "include/lib/a.h", "src/b.cpp");
    row("the include beside goes first", {{"a.h", ""}, {"x/a.h", ""}, {"x/b.cpp", "#include \"a.h\"\n"}}, "x/a.h", "x/b.cpp");
    row("python modules, relative and not",
        {{"app/__init__.py", ""},
         {"app/models.py", "class Order: ...\n"},
         {"app/views.py", "from .models import Order\n"},
         {"app/jobs.py", "def run():\n    from app import models\n"},
         {"app/text.py", "note = '''\nimport app.models\n'''\n"}},
        "app/models.py", "app/jobs.py app/views.py");
    row("typescript with alias, index and a compiled name",
        {{"tsconfig.json", "{ /* paths */ \"compilerOptions\": {\"baseUrl\": \".\", \"paths\": {\"@/*\": [\"src/*\"]}}}\n"},
         {"src/util/index.ts", "export const a = 1\n"},
         {"src/one.ts", "import { a } from '@/util'\n"},
         {"src/two.ts", "const { a } = require('./util/index.js')\n"},
         {"src/three.ts", "const text = `import './util'`\n"}},
        "src/util/index.ts", "src/one.ts src/two.ts");
    row("java imports and the own package",
        {{"a/x/Order.java", "package x;\nclass Order {}\n"},
         {"a/x/Cart.java", "package x;\nclass Cart { Order order; }\n"},
         {"a/y/Shop.java", "package y;\nimport x.Order;\nclass Shop {}\n"},
         {"a/y/Other.java", "package y;\nclass Other { Order order; }\n"}},
        "a/x/Order.java", "a/x/Cart.java a/y/Shop.java");
    row("kotlin functions of a package",
        {{"k/text.kt", "package k\nfun shout(s: String) = s\n"}, {"m/main.kt", "package m\nimport k.shout\n"}}, "k/text.kt",
        "m/main.kt");
    row("go packages and files of the own one",
        {{"go.mod", "module example.com/shop\n"},
         {"store/store.go", "package store\nfunc Open() {}\n"},
         {"store/use.go", "package store\nfunc init() { Open() }\n"},
         {"store/apart.go", "package store\n"},
         {"cmd/main.go", "package main\nimport (\n\t\"fmt\"\n\ts \"example.com/shop/store\"\n)\n"}},
        "store/store.go", "cmd/main.go store/use.go");
    row("rust modules",
        {{"Cargo.toml", "[package]\nname = \"shop\"\n"},
         {"src/lib.rs", "mod store;\nmod web;\n"},
         {"src/store.rs", "pub fn open() {}\n"},
         {"src/web.rs", "use crate::{store::{self, open}, other};\n"}},
        "src/store.rs", "src/lib.rs src/web.rs");
    row("c# namespaces",
        {{"A/Order.cs", "namespace Shop.Model;\npublic class Order {}\n"},
         {"B/Cart.cs", "using Shop.Model;\nnamespace Shop.Web;\nclass Cart { Order order; }\n"},
         {"B/Other.cs", "namespace Elsewhere;\nclass Other { Order order; }\n"}},
        "A/Order.cs", "B/Cart.cs");
    row("ruby files and constants",
        {{"lib/order.rb", "class Order\nend\n"}, {"lib/cart.rb", "require_relative 'order'\n"}, {"app/shop.rb", "Order.new\n"}},
        "lib/order.rb", "app/shop.rb lib/cart.rb");
    row("php classes",
        {{"src/Order.php", "<?php\nnamespace Shop;\nclass Order {}\n"}, {"web/a.php", "<?php\nuse Shop\\{Order, Cart};\n"}},
        "src/Order.php", "web/a.php");
    row("terraform addresses and modules",
        {{"db/main.tf", "resource \"aws_db_instance\" \"ledger\" {\n}\n"},
         {"db/out.tf", "output \"url\" {\n  value = aws_db_instance.ledger.address\n}\n"},
         {"live/main.tf", "module \"db\" {\n  source = \"../db\"\n}\n"}},
        "db/main.tf", "db/out.tf live/main.tf");
    row("kubernetes objects by name",
        {{"k8s/config.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  labels:\n    app: shop\n  name: shop-config\n"},
         {"k8s/web.yaml",
          "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n"
          "      envFrom:\n        - configMapRef:\n            name: shop-config\n"},
         {"k8s/other.yaml",
          "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: other\nspec:\n  containers:\n"
          "    - name: shop-config\n"}},
        "k8s/config.yaml", "k8s/web.yaml");
    row("kubernetes objects of the same environment",
        {{"dev/secret.yaml", "apiVersion: v1\nkind: Secret\nmetadata:\n  name: key\n"},
         {"prod/secret.yaml", "apiVersion: v1\nkind: Secret\nmetadata:\n  name: key\n"},
         {"prod/web.yaml", "apiVersion: v1\nkind: Pod\nspec:\n  volumes:\n    - secret:\n        secretName: \"key\"\n"}},
        "prod/secret.yaml", "prod/web.yaml");
    row("kustomization names manifests",
        {{"base/web.yaml", "apiVersion: v1\nkind: Pod\n"},
         {"base/kustomization.yaml", "resources:\n  - web.yaml\n"},
         {"prod/kustomization.yaml", "resources:\n  - ../base\n"}},
        "base/web.yaml", "base/kustomization.yaml");
    row("kustomization names folders",
        {{"base/kustomization.yaml", "resources:\n  - web.yaml\n"}, {"prod/kustomization.yaml", "resources:\n  - ../base\n"}},
        "base/kustomization.yaml", "prod/kustomization.yaml");
    row("compositions name environments and what they build",
        {{"compose.yaml", "services:\n  web:\n    build: ./web\n    env_file: ./web.env\n"},
         {"web.env", "DB_HOST=db\n"},
         {"web/Dockerfile", "FROM scratch\n"},
         {"other.yaml", "services:\n  web:\n    image: web\n"}},
        "web.env", "compose.yaml");
    row("compositions build folders", {{"compose.yaml", "services:\n  web:\n    build: ./web\n"}, {"web/Dockerfile", "FROM x\n"}},
        "web/Dockerfile", "compose.yaml");
    row("workflows and compositions name paths",
        {{"scripts/deploy.sh", "#!/bin/sh\n"},
         {".github/workflows/ci.yml", "jobs:\n  a:\n    steps:\n      - run: ./scripts/deploy.sh prod\n"},
         {"web/Dockerfile", "FROM x\n"}},
        "scripts/deploy.sh", ".github/workflows/ci.yml");
}

void TestImportGraph::directDependentsAreFound()
{
    QFETCH(Files, files);
    QFETCH(QString, of);
    QFETCH(QString, dependents);
    QCOMPARE(dependentsOf(indexOf(files), of.toStdString()), dependents);
}

void TestImportGraph::dependentsGoThreeHopsFar()
{
    const auto index = indexOf(
        {{"a.py", "x = 1\n"}, {"b.py", "import a\n"}, {"c.py", "import b\n"}, {"d.py", "import c\n"}, {"e.py", "import d\n"}});
    const Users users = usersOf(index, "a.py");
    QStringList seen;
    for (const Dependent &dependent : users.dependents)
        seen << QString::fromStdString(std::to_string(dependent.hops) + " " + dependent.path + " via " + dependent.via);
    QCOMPARE(
        seen,
        (QStringList{QStringLiteral("1 b.py via a.py"), QStringLiteral("2 c.py via b.py"), QStringLiteral("3 d.py via c.py")}));
}

void TestImportGraph::ownersAreThoseOfTheLastMatchingLine_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("matches");
    QTest::newRow("everything") << "*" << "a/b.txt" << true;
    QTest::newRow("ending anywhere") << "*.js" << "a/b.js" << true;
    QTest::newRow("other ending") << "*.js" << "a/b.jsx" << false;
    QTest::newRow("folder anywhere") << "apps/" << "x/apps/a.txt" << true;
    QTest::newRow("folder at the top") << "/apps/" << "x/apps/a.txt" << false;
    QTest::newRow("files of a folder only") << "docs/*" << "docs/a/b.md" << false;
    QTest::newRow("a file of the folder") << "docs/*" << "docs/b.md" << true;
    QTest::newRow("two stars") << "**/logs" << "a/b/logs/x" << true;
    QTest::newRow("a folder named like a file") << "/infra" << "infra/a/b.tf" << true;
}

void TestImportGraph::ownersAreThoseOfTheLastMatchingLine()
{
    QFETCH(QString, pattern);
    QFETCH(QString, path);
    QFETCH(bool, matches);
    QCOMPARE(ownerPatternMatches(pattern.toStdString(), path.toStdString()), matches);
    const Owners owners({{"CODEOWNERS", pattern.toStdString() + " @first # why\n" + pattern.toStdString() + " @last @second\n"}});
    QCOMPARE(owners.of(path.toStdString()),
             matches ? (std::vector<std::string>{"@last", "@second"}) : std::vector<std::string>());
}

void TestImportGraph::brokenSourcesGiveSomeFacts_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("open string") << QByteArray("import a\nx = \"never closed\nimport b\n");
    QTest::newRow("open comment") << QByteArray("/* import './a'");
    QTest::newRow("nested templates") << QByteArray(200, '`') + QByteArray("${").repeated(200);
    QTest::newRow("use trees without end") << QByteArray("use ") + QByteArray("a::{").repeated(5000);
    QTest::newRow("dots") << QByteArray("from ") + QByteArray(5000, '.') + QByteArray(" import (a,");
    QTest::newRow("zero bytes") << QByteArray(1000, '\0');
    QTest::newRow("backslashes") << QByteArray(1000, '\\');
}

void TestImportGraph::brokenSourcesGiveSomeFacts()
{
    QFETCH(QByteArray, text);
    for (int language = 0; language <= static_cast<int>(Language::Naming); ++language) {
        const auto once = readFacts(text.toStdString(), static_cast<Language>(language));
        QCOMPARE(readFacts(text.toStdString(), static_cast<Language>(language)), once);
    }
}

void TestImportGraph::factsAreKeptBetweenRuns()
{
    const QTemporaryDir folder;
    const std::filesystem::path file = folder.filePath(QStringLiteral("facts")).toStdString();
    const auto blob = *Oid::fromHex("1111111111111111111111111111111111111111");
    const auto facts =
        std::make_shared<const FileFacts>(readFacts("package a.b;\nimport c.D;\nclass E { void f() {} }\n", Language::Java));
    {
        FactsStore store(file);
        store.put(blob, Language::Java, facts);
        store.save();
    }
    QCOMPARE(*FactsStore(file).find(blob, Language::Java), *facts);
    QVERIFY(!FactsStore(file).find(blob, Language::Kotlin));
    const auto next = *Oid::fromHex("2222222222222222222222222222222222222222");
    const auto others = std::make_shared<const FileFacts>(readFacts("import x\n", Language::Python));
    {
        FactsStore store(file);
        QVERIFY(!store.find(next, Language::Python));
        store.put(next, Language::Python, others);
        store.save();
        QCOMPARE(*store.find(next, Language::Python), *others);
        QCOMPARE(*store.find(blob, Language::Java), *facts);
    }
    const FactsStore opened(file);
    QCOMPARE(*opened.find(next, Language::Python), *others);
    QCOMPARE(*opened.find(blob, Language::Java), *facts);
    const auto size = std::filesystem::file_size(file);
    {
        QFile same(QString::fromStdString(file.string()));
        QVERIFY(same.open(QIODevice::ReadWrite) && same.resize(0)
                && same.write(QByteArray(static_cast<qsizetype>(size), 'x')) > 0);
    }
    QVERIFY(!opened.find(blob, Language::Java)); // begun anew by another process
    std::filesystem::remove(file);
    {
        FactsStore store(file);
        store.put(blob, Language::Java, facts);
        store.save();
    }
    std::filesystem::resize_file(file, std::filesystem::file_size(file) - 3);
    QVERIFY(!FactsStore(file).find(blob, Language::Java)); // cut off: read anew
}

void TestImportGraph::environmentIsReadFromThePath_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("environment");
    QTest::newRow("folder") << "deploy/prod/values.yaml" << "prod";
    QTest::newRow("part of the name") << "config/settings-staging.toml" << "staging";
    QTest::newRow("production wins") << "dev/production.env" << "prod";
    QTest::newRow("product is not production") << "src/product/list.yaml" << "";
}

void TestImportGraph::environmentIsReadFromThePath()
{
    QFETCH(QString, path);
    QFETCH(QString, environment);
    QCOMPARE(QString::fromStdString(environmentOf(path.toStdString()).value_or("")), environment);
}

void TestImportGraph::whoUsesASymbolIsFoundByItsName()
{
    const auto index = indexOf({{"a.py", "def charge():\n    pass\n\ndef other():\n    pass\n"},
                                {"b.py", "from a import charge\ncharge()\n"},
                                {"c.py", "from a import other\n"}});
    const Users users = usersOf(index, "charge");
    QCOMPARE(users.definers, std::vector<std::string>{"a.py"});
    QCOMPARE(users.dependents.size(), 1U);
    QCOMPARE(users.dependents.front().path, std::string("b.py"));
    QCOMPARE(users.dependents.front().symbols, std::vector<std::string>{"charge"});
    QVERIFY(usersOf(index, "nobody_knows").definers.empty());
}

namespace
{

const Files before{{"go.mod", "module example.com/shop\n"},
                   {"store/store.go", "package store\nfunc Open() {}\n"},
                   {"store/use.go", "package store\nfunc init() { Open() }\n"},
                   {"cmd/main.go", "package main\nimport \"example.com/shop/store\"\n"},
                   {"py/a.py", "x = 1\n"},
                   {"py/b.py", "import a\n"},
                   {"src/One.cs", "global using Shop.Model;\nnamespace Shop.Web;\nclass One { Order order; }\n"},
                   {"src/Order.cs", "namespace Shop.Model;\nclass Order {}\n"},
                   {"src/Two.cs", "namespace Shop.Other;\nclass Two { Order order; }\n"},
                   {"web/util.ts", "export const a = 1\n"},
                   {"web/page.ts", "import { a } from './util'\n"}};

/// Every link, in words.
QStringList linksOf(const ImportGraph &graph)
{
    QStringList out;
    for (FileIndex i = 0; i < graph.files().size(); ++i) {
        for (const Link &link : graph.dependencies(i))
            out << QString::fromStdString(graph.files()[i].path + " -> " + graph.files()[link.file].path + " "
                                          + std::string(name(link.kind)) + " " + std::to_string(link.line));
        for (const Link &link : graph.dependents(i))
            out << QString::fromStdString(graph.files()[i].path + " <- " + graph.files()[link.file].path);
    }
    return out;
}

} // namespace

void TestImportGraph::indexOfTheNextTreeIsTheSameAsBuilt_data()
{
    QTest::addColumn<Files>("edits");
    QTest::addColumn<bool>("isQuick");
    QTest::newRow("a body") << Files{{"py/b.py", "import a\n\n\ndef f():\n    return a.x\n"}} << true;
    QTest::newRow("an import goes") << Files{{"web/page.ts", "const b = 1\n"}} << true;
    QTest::newRow("an import comes") << Files{{"py/a.py", "import b\nx = 1\n"}} << true;
    QTest::newRow("another name is defined") << Files{{"store/store.go", "package store\nfunc Shut() {}\n"}} << false;
    QTest::newRow("another package") << Files{{"store/use.go", "package other\nfunc init() { Open() }\n"}} << false;
    QTest::newRow("what a project opens") << Files{{"src/One.cs", "namespace Shop.Web;\nclass One { Order order; }\n"}} << false;
    QTest::newRow("a file comes") << Files{{"py/sub/a.py", "y = 1\n"}, {"py/sub/c.py", "import a\n"}} << false;
    QTest::newRow("a file goes") << Files{{"py/a.py", ""}} << false;
    QTest::newRow("a manifest, which only at() looks at") << Files{{"go.mod", "module example.com/other\n"}} << true;
}

void TestImportGraph::indexOfTheNextTreeIsTheSameAsBuilt()
{
    QFETCH(Files, edits);
    QFETCH(bool, isQuick);
    test::RepositoryBuilder builder(true);
    const auto commit = [&builder](const Files &files, bool mayDelete) {
        test::CommitText text;
        for (const auto &[path, content] : files)
            text.files[path] = content.empty() && mayDelete ? std::nullopt : std::optional(content);
        return builder.commit(text);
    };
    const Oid first = commit(before, false);
    const Oid second = commit(edits, true);
    const auto repository = git::Repository::open(builder.path());
    const Oid from = repository->commit(first)->tree;
    const Oid to = repository->commit(second)->tree;
    FactsStore store;
    const auto start = ImpactIndex::build(*repository, from, {}, store, 1);
    const auto built = ImpactIndex::build(*repository, to, {}, store, 1);
    const auto next = start->at(*repository, from, to, {}, store, 1);
    QVERIFY(next && built);
    QCOMPARE(linksOf(next->graph), linksOf(built->graph));
    std::vector<FileSide> sides;
    const auto deltas = repository->diffTrees(from, to, git::Repository::Renames::Off);
    for (const FileDelta &delta : *deltas)
        sides.push_back(delta.newSide);
    QCOMPARE(start->graph.edited(*readSourceFiles(*repository, sides, store, 1)).has_value(), isQuick);
}

void TestImportGraph::dependentsSayWhatTheyAre()
{
    const auto index = indexOf({{"src/charges/a.py", "def charge():\n    pass\n"},
                                {"web.py", "from src.charges import a\n\n@app.get(\"/x\")\ndef show():\n    a.charge()\n"},
                                {"test_a.py", "from src.charges import a\n"},
                                {"deploy/prod/job.yaml", "command: python src/charges/a.py\n"}});
    std::map<std::string, Dependent> byPath;
    for (const Dependent &one : usersOf(index, "src/charges/a.py").dependents)
        byPath.emplace(one.path, one);
    QCOMPARE(byPath.at("web.py").entryPoint, std::string("routes"));
    QCOMPARE(byPath.at("web.py").fileClass, FileClass::Code);
    QCOMPARE(byPath.at("web.py").environment, std::string());
    QVERIFY(byPath.at("test_a.py").isTest());
    QCOMPARE(byPath.at("test_a.py").entryPoint, std::string());
    QCOMPARE(byPath.at("deploy/prod/job.yaml").environment, std::string("prod"));
}

QTEST_GUILESS_MAIN(TestImportGraph)
#include "tst_importgraph.moc"
