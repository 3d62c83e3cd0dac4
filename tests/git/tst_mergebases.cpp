// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/MergeBases.h"
#include "git/Repository.h"
#include "support/RepositoryBuilder.h"

#include <QTest>

#include <random>
#include <set>

using namespace countersign;
using namespace countersign::git;

/// A commit to import: its number is its place in the list, from 1.
struct Imported {
    std::vector<int> parents;
    qint64 time = 0; ///< seconds after the first one
};
using History = std::vector<Imported>;

Q_DECLARE_METATYPE(History)

/// What git calls the merge bases is the truth.
class TestMergeBases : public QObject
{
    Q_OBJECT

private slots:
    void basesAreThoseOfGit_data();
    void basesAreThoseOfGit();
    void anyHistoryIsReadAsGitDoes_data();
    void anyHistoryIsReadAsGitDoes();
    void unknownCommitsHaveNoBase();
    void aMissingParentEndsTheLine();
    void stopsWhenAsked();
};

namespace
{

constexpr qint64 day = 86400;

/// Every commit gets a branch "c1", "c2", …; the ids of all, from 1.
std::vector<Oid> import(test::RepositoryBuilder &builder, const History &history)
{
    constexpr qint64 start = 1767225600;
    QByteArray stream;
    for (std::size_t i = 0; i < history.size(); ++i) {
        const QByteArray number = QByteArray::number(static_cast<int>(i) + 1);
        // A commit names its reference before its parents; each is reset so that it starts from nothing.
        stream += "reset refs/heads/c" + number + "\n";
        stream += "commit refs/heads/c" + number + "\nmark :" + number + "\ncommitter A <a@example.com> "
            + QByteArray::number(start + history[i].time) + " +0000\ndata " + QByteArray::number(number.size()) + "\n" + number
            + "\n";
        for (std::size_t parent = 0; parent < history[i].parents.size(); ++parent)
            stream += (parent == 0 ? "from :" : "merge :") + QByteArray::number(history[i].parents[parent]) + "\n";
    }
    builder.git({QStringLiteral("fast-import"), QStringLiteral("--quiet"), QStringLiteral("--force")}, stream);
    std::vector<Oid> ids(1);
    for (std::size_t i = 1; i <= history.size(); ++i)
        ids.push_back(builder.id("c" + std::to_string(i)));
    return ids;
}

std::set<Oid> basesByGit(test::RepositoryBuilder &builder, const Oid &a, const Oid &b)
{
    // As `git merge-base --all` has them, which fails where there is none.
    const auto lines =
        QString::fromStdString(builder.git({QStringLiteral("rev-parse"), QString::fromStdString(a.hex() + "..." + b.hex())}))
            .split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    std::set<Oid> bases;
    for (const QString &line : lines) {
        if (line.startsWith(QLatin1Char('^')))
            bases.insert(Oid::fromHex(line.sliced(1).toStdString()).value());
    }
    return bases;
}

void compareAll(const History &history, std::size_t firstHead)
{
    test::RepositoryBuilder builder(true);
    const std::vector<Oid> ids = import(builder, history);
    const auto repository = Repository::open(builder.path());
    QVERIFY(repository);
    const std::vector<Oid> heads(ids.begin() + static_cast<std::ptrdiff_t>(firstHead), ids.end());
    const auto bases = MergeBases::of(*repository, heads);
    QVERIFY(bases);
    for (std::size_t a = 0; a < heads.size(); ++a) {
        for (std::size_t b = a; b < heads.size(); ++b) {
            const auto truth = basesByGit(builder, heads[a], heads[b]);
            const auto found = bases->between(heads[a], heads[b]);
            QCOMPARE(found, bases->between(heads[b], heads[a]));
            QVERIFY2(found ? truth.contains(*found) : truth.empty(),
                     qPrintable(QStringLiteral("c%1 and c%2").arg(firstHead + a).arg(firstHead + b)));
        }
    }
}

} // namespace

void TestMergeBases::basesAreThoseOfGit_data()
{
    QTest::addColumn<History>("history");
    QTest::newRow("one commit") << History{{{}, 0}};
    QTest::newRow("stacked branches") << History{{{}, 0}, {{1}, 1}, {{2}, 2}, {{3}, 3}, {{4}, 4}};
    QTest::newRow("two branches") << History{{{}, 0}, {{1}, 1}, {{2}, 2}, {{2}, 3}, {{3}, 4}, {{4}, 5}};
    QTest::newRow("a branch that merged the other one") << History{{{}, 0}, {{1}, 1}, {{1}, 2}, {{2, 3}, 3}, {{3}, 4}, {{4}, 5}};
    QTest::newRow("crossed merges have two bases")
        << History{{{}, 0}, {{1}, 1}, {{1}, 2}, {{2, 3}, 3}, {{3, 2}, 4}, {{4}, 5}, {{5}, 6}};
    QTest::newRow("crossed merges twice") << History{{{}, 0},     {{1}, 1},    {{1}, 2}, {{2, 3}, 3}, {{3, 2}, 4},
                                                     {{4, 5}, 5}, {{5, 4}, 6}, {{6}, 7}, {{7}, 8}};
    QTest::newRow("a merge of three") << History{{{}, 0}, {{1}, 1}, {{1}, 2}, {{1}, 3}, {{2, 3, 4}, 4}, {{3}, 5}, {{5}, 6}};
    QTest::newRow("unrelated") << History{{{}, 0}, {{1}, 1}, {{}, 2}, {{3}, 3}};
    QTest::newRow("once unrelated, then merged") << History{{{}, 0}, {{1}, 1}, {{}, 2}, {{3}, 3}, {{2, 4}, 4}, {{4}, 5}};
    QTest::newRow("a child that is older than its parent")
        << History{{{}, 0}, {{1}, 9 * day}, {{2}, 5 * day}, {{3}, 10 * day}, {{2}, 11 * day}, {{1}, 8 * day}};
    QTest::newRow("long before and long after") << History{{{}, 0},          {{1}, 100 * day}, {{2}, 200 * day}, {{3}, 300 * day},
                                                           {{1}, 301 * day}, {{4}, 400 * day}, {{3}, 401 * day}};
}

void TestMergeBases::basesAreThoseOfGit()
{
    QFETCH(History, history);
    compareAll(history, 1);
}

void TestMergeBases::anyHistoryIsReadAsGitDoes_data()
{
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 1; seed <= 6; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestMergeBases::anyHistoryIsReadAsGitDoes()
{
    QFETCH(unsigned, seed);
    std::mt19937 random(seed);
    const auto below = [&random](int limit) { return static_cast<int>(random() % static_cast<unsigned>(limit)); };
    constexpr int commits = 120;
    constexpr int near = 12; // so many before it may be parents: the history is long rather than wide
    History history;
    for (int i = 1; i <= commits; ++i) {
        Imported commit;
        commit.time = i * day + (below(8) == 0 ? below(40) - 20 : 0) * day; // some clocks are wrong
        if (i > 1 && below(40) != 0)
            commit.parents.push_back(i - 1 - below(std::min(i - 1, near)));
        if (!commit.parents.empty() && below(3) == 0) {
            const int other = i - 1 - below(std::min(i - 1, near));
            if (other != commit.parents.front())
                commit.parents.push_back(other);
        }
        history.push_back(std::move(commit));
    }
    constexpr std::size_t heads = 12;
    compareAll(history, commits + 1 - heads);
}

void TestMergeBases::unknownCommitsHaveNoBase()
{
    test::RepositoryBuilder builder(true);
    const auto ids = import(builder, {{{}, 0}, {{1}, 1}});
    const auto repository = Repository::open(builder.path());
    const Oid nowhere = Oid::fromHex(std::string(40, 'a')).value();
    const auto bases = MergeBases::of(*repository, std::vector{ids[2], nowhere, Oid()});
    QVERIFY(bases);
    QCOMPARE(bases->between(ids[2], nowhere), std::nullopt);
    QCOMPARE(bases->between(ids[2], Oid()), std::nullopt);
    QCOMPARE(bases->between(ids[2], ids[1]), std::nullopt); // not asked for
    QCOMPARE(bases->between(ids[2], ids[2]), std::optional(ids[2]));
}

void TestMergeBases::aMissingParentEndsTheLine()
{
    test::RepositoryBuilder builder(true);
    const auto ids = import(builder, {{{}, 0}, {{1}, 1}, {{2}, 2}, {{2}, 3}});
    const std::string tree = builder.git({QStringLiteral("rev-parse"), QStringLiteral("c1^{tree}")});
    const std::string commit = "tree " + tree + "\nparent " + std::string(40, 'b')
        + "\nauthor A <a@example.com> 1767225700 +0000\ncommitter A <a@example.com> 1767225700 +0000\n\nOrphan\n";
    const auto orphan = Oid::fromHex(builder.git({QStringLiteral("hash-object"), QStringLiteral("-t"), QStringLiteral("commit"),
                                                  QStringLiteral("-w"), QStringLiteral("--stdin")},
                                                 QByteArray::fromStdString(commit)))
                            .value();
    const auto repository = Repository::open(builder.path());
    const auto bases = MergeBases::of(*repository, std::vector{ids[3], orphan, ids[4]});
    QVERIFY(bases);
    QCOMPARE(bases->between(ids[3], ids[4]), std::optional(ids[2]));
    QCOMPARE(bases->between(ids[3], orphan), std::nullopt);
}

void TestMergeBases::stopsWhenAsked()
{
    test::RepositoryBuilder builder(true);
    const auto ids = import(builder, {{{}, 0}, {{1}, 1}, {{1}, 2}});
    const auto repository = Repository::open(builder.path());
    std::stop_source source;
    source.request_stop();
    const auto bases = MergeBases::of(*repository, std::vector{ids[2], ids[3]}, source.get_token());
    QVERIFY(!bases);
    QCOMPARE(bases.error().kind, ErrorKind::Cancelled);
}

QTEST_GUILESS_MAIN(TestMergeBases)
#include "tst_mergebases.moc"
