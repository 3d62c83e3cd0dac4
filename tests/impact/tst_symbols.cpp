// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/FileLoader.h"
#include "impact/BlastRadius.h"
#include "impact/Places.h"
#include "support/RepositoryBuilder.h"

#include <QTest>

using namespace countersign;
using namespace countersign::impact;
using Files = std::map<std::string, std::string>;

Q_DECLARE_METATYPE(Files)

/// What changed inside files, and whom that reaches.
class TestSymbols : public QObject
{
    Q_OBJECT

private slots:
    void bothSourcesTellTheSameSymbols_data();
    void bothSourcesTellTheSameSymbols();
    void innermostDefinitionCounts_data();
    void innermostDefinitionCounts();
    void changedSymbolsDecideWhoIsReached_data();
    void changedSymbolsDecideWhoIsReached();
    void manyTextsAreAskedInParts();
    void hostileTextsGiveSomeAnswer();
};

namespace
{

/// One commit on another: the files of the difference, and the index of the second tree.
struct Edit {
    std::vector<FileChange> files;
    ImpactIndex index;
};

Edit edit(const Files &before, const Files &after)
{
    test::RepositoryBuilder builder(true);
    const auto commit = [&builder](const Files &files) {
        test::CommitText text;
        for (const auto &[path, content] : files)
            text.files[path] = content;
        return builder.commit(text);
    };
    const Oid first = commit(before);
    const Oid second = commit(after);
    const auto repository = git::Repository::open(builder.path());
    const Oid from = repository->commit(first)->tree;
    const Oid to = repository->commit(second)->tree;
    FactsStore store;
    auto index = ImpactIndex::build(*repository, to, {}, store, 1);
    if (!index)
        qFatal("no index");
    Edit out{{}, std::move(*index)};
    const auto deltas = repository->diffTrees(from, to, git::Repository::Renames::Find);
    for (const FileDelta &delta : *deltas)
        out.files.push_back(*diff::loadFile(*repository, delta));
    return out;
}

QString words(const std::set<std::string> &names)
{
    QStringList out;
    for (const std::string &name : names)
        out << QString::fromStdString(name);
    return out.join(QLatin1Char(' '));
}

} // namespace

void TestSymbols::bothSourcesTellTheSameSymbols_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("symbols");
    const auto row = [](const char *path, const char *text, const char *symbols) {
        QTest::newRow(path) << QString::fromLatin1(path) << QString::fromLatin1(text) << QString::fromLatin1(symbols);
    };
    // Every "1" becomes a "2".
    row("pay.py", "import os\n\n\ndef charge(order):\n    a = 1\n    return a\n\n\ndef refund(order):\n    return 0\n", "charge");
    row("shop.py", "class Shop:\n    def open(self):\n        return 1\n\n    def shut(self):\n        return 0\n", "open");
    row("constant.py", "import os\n\nLIMIT = 1\nOTHER = 0\n", "LIMIT");
    row("pay.c",
        "#include <stdio.h>\n\nint charge(int order)\n{\n    return order + 1;\n}\n\nint refund(int order)\n{\n    return "
        "0;\n}\n",
        "charge");
    row("pay.go", "package pay\n\nfunc Charge(order int) int {\n\treturn order + 1\n}\n\nfunc Refund() int {\n\treturn 0\n}\n",
        "Charge");
    row("pay.rs", "pub fn charge(order: u32) -> u32 {\n    order + 1\n}\n\npub fn refund() -> u32 {\n    0\n}\n", "charge");
    row("Pay.java",
        "package shop;\n\nclass Pay {\n    int charge(int order) {\n        return order + 1;\n    }\n\n    int refund() {\n"
        "        return 0;\n    }\n}\n",
        "charge");
    row("pay.ts",
        "export function charge(order: number): number {\n  return order + 1\n}\n\nexport function refund() {\n  return 0\n}\n",
        "charge");
    row("pay.rb", "def charge(order)\n  order + 1\nend\n\ndef refund\n  0\nend\n", "charge");
    row("pay.php", "<?php\nfunction charge($order)\n{\n    return $order + 1;\n}\n\nfunction refund()\n{\n    return 0;\n}\n",
        "charge");
    row("Pay.cs",
        "namespace Shop\n{\n    class Pay\n    {\n        int Charge(int order)\n        {\n            return order + 1;\n"
        "        }\n    }\n}\n",
        "Charge");
}

void TestSymbols::bothSourcesTellTheSameSymbols()
{
    QFETCH(QString, path);
    QFETCH(QString, text);
    QFETCH(QString, symbols);
    QString after = text;
    after.replace(QLatin1Char('1'), QLatin1Char('2'));
    const auto changed = edit({{path.toStdString(), text.toStdString()}}, {{path.toStdString(), after.toStdString()}}).files;
    const auto byLook = changedNames(changed.front());
    QCOMPARE(words(byLook.symbols), symbols);
    QVERIFY(byLook.isInSymbols);
    if (!hasCtags())
        QSKIP("universal-ctags with its sandbox is not installed");
    const auto tags = readTags(changed);
    QVERIFY2(tags.has_value(), tags ? "" : tags.error().where.c_str());
    const auto byTags = changedNames(changed.front(), tags->front());
    QCOMPARE(words(byTags.symbols), symbols);
    QVERIFY(byTags.isInSymbols);
}

void TestSymbols::innermostDefinitionCounts_data()
{
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("symbols");
    QTest::newRow("between") << 1 << QString();
    QTest::newRow("head of the outer one") << 2 << QStringLiteral("Outer");
    QTest::newRow("inner one") << 4 << QStringLiteral("inner");
    QTest::newRow("after the inner one") << 6 << QStringLiteral("Outer");
    QTest::newRow("two begin in one line") << 7 << QStringLiteral("first");
    QTest::newRow("reaches beyond the one that began before") << 9 << QStringLiteral("longer");
    QTest::newRow("after all") << 12 << QString();
}

void TestSymbols::innermostDefinitionCounts()
{
    QFETCH(int, line);
    std::string before;
    std::string after;
    for (int i = 1; i <= 12; ++i) {
        before += "x" + std::to_string(i) + "\n";
        after += (i == line ? "y" : "x") + std::to_string(i) + "\n";
    }
    const auto changed = edit({{"a.py", before}}, {{"a.py", after}}).files;
    const std::vector<Tag> tags{{"Outer", 2, 8},  {"inner", 3, 5},   {"first", 7, 7},
                                {"second", 7, 7}, {"longer", 8, 10}, {"not a name", 11, 12}};
    const auto names = changedNames(changed.front(), FileTags{true, tags, tags});
    QTEST(words(names.symbols), "symbols");
}

void TestSymbols::changedSymbolsDecideWhoIsReached_data()
{
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("bySymbol");
    const QString charge = QStringLiteral("def charge(a):\n    return a\n");
    const QString refund = QStringLiteral("\n\ndef refund(a):\n    return a\n");
    QTest::newRow("one function") << charge + QStringLiteral("\n\ndef refund(a):\n    return -a\n") << "desk.py office.py";
    QTest::newRow("the other one") << QStringLiteral("def charge(a):\n    return -a\n") + refund << "shop.py";
    QTest::newRow("both") << QStringLiteral("def charge(a):\n    return -a\n\n\ndef refund(a):\n    return -a\n")
                          << "desk.py office.py shop.py";
    QTest::newRow("outside of any") << charge + refund + QStringLiteral("\n\nprint(charge(1))\n") << "desk.py office.py shop.py";
    QTest::newRow("a comment") << QStringLiteral("# Money\n") + charge + refund << "";
    QTest::newRow("an import of its own") << QStringLiteral("import os\n") + charge + refund << "";
}

void TestSymbols::changedSymbolsDecideWhoIsReached()
{
    QFETCH(QString, after);
    QFETCH(QString, bySymbol);
    const auto changed = edit({{"pay.py", "def charge(a):\n    return a\n\n\ndef refund(a):\n    return a\n"},
                               {"shop.py", "from pay import charge\n\ncharge(1)\n"},
                               {"desk.py", "import pay\n\npay.refund(1)\n"},
                               {"office.py", "import desk\n"}},
                              {{"pay.py", after.toStdString()}});
    const auto blast = blastRadius(changed.index, changed.files, {});
    QCOMPARE(blast.directDependents, 2U);
    QCOMPARE(blast.transitiveDependents, 3U);
    QStringList reached;
    for (const Dependent &dependent : *blast.dependents) {
        if (dependent.isReachedBySymbol)
            reached << QString::fromStdString(dependent.path);
    }
    reached.sort();
    QCOMPARE(reached.join(QLatin1Char(' ')), bySymbol);
    QCOMPARE(blast.symbolReach, static_cast<std::uint32_t>(reached.size()));
}

/// More than one child is told at once.
void TestSymbols::manyTextsAreAskedInParts()
{
    if (!hasCtags())
        QSKIP("universal-ctags with its sandbox is not installed");
    constexpr int files = 12;
    const std::string filler(std::size_t{1} << 20U, ' ');
    std::map<std::string, std::string> before;
    std::map<std::string, std::string> after;
    for (int i = 0; i < files; ++i) {
        const std::string name = "function" + std::to_string(i);
        before["f" + std::to_string(10 + i) + ".py"] = "def " + name + "():\n    return 1\n#" + filler + "\n";
        after["f" + std::to_string(10 + i) + ".py"] = "\ndef " + name + "():\n    return 2\n#" + filler + "\n";
    }
    const auto changed = edit(before, after);
    const auto tags = readTags(changed.files);
    QVERIFY2(tags.has_value(), tags ? "" : tags.error().where.c_str());
    QCOMPARE(tags->size(), static_cast<std::size_t>(files));
    for (int i = 0; i < files; ++i) {
        const FileTags &file = (*tags)[static_cast<std::size_t>(i)];
        QCOMPARE(file.oldSide, (std::vector<Tag>{{"function" + std::to_string(i), 1, 2}}));
        QCOMPARE(file.newSide, (std::vector<Tag>{{"function" + std::to_string(i), 2, 3}}));
    }
}

void TestSymbols::hostileTextsGiveSomeAnswer()
{
    if (!hasCtags())
        QSKIP("universal-ctags with its sandbox is not installed");
    const std::string order = "{\"command\":\"generate-tags\",\"filename\":\"/etc/passwd\"}\n";
    const auto changed = edit({{"a.py", "x = 1\n"}, {"--options=b.py", "y = 1\n"}, {"c.go", "package c\n"}},
                              {{"a.py", order + order}, {"--options=b.py", std::string(100'000, '(')}, {"c.go", "\x01\xFF\n"}});
    const auto tags = readTags(changed.files);
    QVERIFY2(tags.has_value(), tags ? "" : tags.error().where.c_str());
    QCOMPARE(tags->size(), 3U);
    for (const FileTags &file : *tags) {
        for (const Tag &tag : file.newSide)
            QVERIFY(tag.name != "root"); // of /etc/passwd
    }
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(!readTags(changed.files, stop.get_token()));
}

QTEST_GUILESS_MAIN(TestSymbols)
#include "tst_symbols.moc"
