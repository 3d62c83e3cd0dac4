// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/Comments.h"
#include "review/Migrations.h"
#include "review/Store.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <random>
#include <string>
#include <vector>

using namespace countersign;
using namespace countersign::review;

namespace
{

/// Steps of a made-up store: each adds one column and keeps what is there.
const std::vector<Migration> steps{"CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT) STRICT;",
                                   "ALTER TABLE note ADD COLUMN author TEXT NOT NULL DEFAULT 'nobody';",
                                   "ALTER TABLE note ADD COLUMN stars INTEGER; UPDATE note SET stars = 1;"};

std::span<const Migration> upTo(std::size_t version)
{
    return std::span(steps).first(version);
}

class Database
{
public:
    Sqlite open()
    {
        auto opened = Sqlite::open(m_folder.path().toStdString() + "/x.db", true);
        if (!opened)
            qFatal("%s", opened.error().what.english().c_str());
        return std::move(*opened);
    }

private:
    QTemporaryDir m_folder;
};

/// Rows as the program of that version wrote them.
std::string contentOf(int version)
{
    std::string sql = "INSERT INTO change VALUES (1, 'repository', '#12');"
                      "INSERT INTO answer VALUES (1, 'q', 'ann', 'yes', 'because', 5);"
                      "INSERT INTO answer_history VALUES (1, 1, 'q', 'ann', 'yes', 'because', 5);"
                      "INSERT INTO finding_history VALUES (1, 1, 'f', 'waived', 'known', 900, 'ann', 7);"
                      "INSERT INTO draft VALUES (1, 'ann', 'intent', 'notes', 8);";
    sql += version < 4 ? "INSERT INTO read_mark VALUES (1, 'hunk', 'ann', 6);"
                       : "INSERT INTO read_mark VALUES (1, 'hunk', 'ann', 6, '1-2', 'a.txt', '');";
    sql += version < 3 ? "INSERT INTO finding_state VALUES (1, 'f', 'waived', 'known', 900, 'ann', 7);"
                       : "INSERT INTO finding_state VALUES (1, 'f', 'waived', 'known', 900, 'ann', 7, 'DST-01', 'content');";
    const std::string head = "'" + std::string(40, '1') + "'";
    sql += "INSERT INTO patch_set VALUES (1, 1, " + head + ", 9"
        + (version < 2 ? ");" : ", NULL, " + head + ", 'refs/heads/main');");
    if (version >= 2)
        sql += "INSERT INTO comment_anchor VALUES (1, 'a.txt', 'new', 1, 1, '', '', '', 'quote', " + head + ", " + head
            + ");"
              "INSERT INTO comment_thread VALUES (1, 1, 1, 'open', 'ann', 10);"
              "INSERT INTO comment VALUES (1, 1, 'ann', 10, 'text', NULL, NULL);";
    return sql;
}

std::int64_t number(Sqlite &database, const char *sql)
{
    const auto found = database.number(sql);
    if (!found)
        qFatal("%s: %s", sql, found.error().what.english().c_str());
    return *found;
}

} // namespace

class MigrationsTest : public QObject
{
    Q_OBJECT

private slots:
    void everyVersionReachesEveryLaterOne();
    void currentLayoutIsMadeFromNothing();
    void reviewsOfTheFirstReleaseAreKept();
    void reviewsOfEveryReleaseAreKept_data();
    void reviewsOfEveryReleaseAreKept();
    void killedWhileMigratingLosesNothing();
    void migratingTwiceChangesNothing();
    void failedStepLeavesTheOldVersion();
    void newerVersionIsRefused();
    void otherDatabaseIsRefused();
};

void MigrationsTest::everyVersionReachesEveryLaterOne()
{
    for (std::size_t from = 1; from <= steps.size(); ++from) {
        for (std::size_t to = from; to <= steps.size(); ++to) {
            Database place;
            Sqlite database = place.open();
            QVERIFY(migrate(database, upTo(from)).has_value());
            QVERIFY(database.execute("INSERT INTO note (text) VALUES ('kept')").has_value());
            QVERIFY(migrate(database, upTo(to)).has_value());
            QCOMPARE(number(database, "PRAGMA user_version"), static_cast<std::int64_t>(to));
            QCOMPARE(number(database, "PRAGMA application_id"), storeApplicationId);
            QCOMPARE(number(database, "SELECT count(*) FROM note WHERE text = 'kept'"), 1);
            QCOMPARE(number(database, "SELECT count(*) FROM pragma_table_info('note')"), static_cast<std::int64_t>(to + 1));
        }
    }
}

void MigrationsTest::currentLayoutIsMadeFromNothing()
{
    Database place;
    Sqlite database = place.open();
    QVERIFY(migrate(database, migrations()).has_value());
    QCOMPARE(number(database, "PRAGMA user_version"), static_cast<std::int64_t>(migrations().size()));
    QCOMPARE(number(database, "SELECT count(*) FROM sqlite_master WHERE type = 'table'"), 14);
}

void MigrationsTest::reviewsOfTheFirstReleaseAreKept()
{
    const QTemporaryDir folder;
    const std::string path = folder.path().toStdString() + "/reviews.sqlite";
    const auto head = *Oid::fromHex("1111111111111111111111111111111111111111");
    {
        auto database = Sqlite::open(path, true);
        QVERIFY(database && migrate(*database, migrations().first(1)));
        QVERIFY(database->execute("INSERT INTO change VALUES (1, 'repository', '#12');"
                                  "INSERT INTO answer VALUES (1, 'q', 'ann', 'yes', 'because', 5);"
                                  "INSERT INTO answer_history VALUES (1, 1, 'q', 'ann', 'yes', 'because', 5);"
                                  "INSERT INTO read_mark VALUES (1, 'hunk', 'ann', 6);"
                                  "INSERT INTO finding_state VALUES (1, 'f', 'waived', 'known', 900, 'ann', 7);"
                                  "INSERT INTO draft VALUES (1, 'ann', 'intent', 'notes', 8);"
                                  "INSERT INTO patch_set VALUES (1, 1, '1111111111111111111111111111111111111111', 9);"));
    }
    const SystemClock clock;
    const ReviewKey key{"repository", "#12"};
    auto opened = Store::open(path, clock);
    QVERIFY(opened && !opened->setAside);
    auto review = opened->store.load(key, "ann");
    QVERIFY(review.has_value());
    QCOMPARE(review->answers.at("q"), (StoredAnswer{"q", Answer::Yes, "because", "ann", 5}));
    QCOMPARE(review->read, (ReadRows{{"hunk", RowSet::all()}}));
    QCOMPARE(review->findings.at("f").expires, 900);
    QCOMPARE(review->draft, (Draft{"intent", "notes"}));
    QCOMPARE(review->patchSets, (std::vector<PatchSet>{{head, 9}})); // its base is not known

    // Seen again, it gets its base; its time stays the first.
    const PatchSet again{head, 0, Oid(), head, "refs/heads/main"};
    QVERIFY(opened->store.addPatchSet(key, again));
    review = opened->store.load(key, "ann");
    QCOMPARE(review->patchSets, (std::vector<PatchSet>{{head, 9, Oid(), head, "refs/heads/main"}}));
    auto comments = Comments::open(path, clock);
    QVERIFY(comments && comments->comments.threads(key)->empty());
}

/// What each layout that was ever released holds, as its own program wrote it.
void MigrationsTest::reviewsOfEveryReleaseAreKept_data()
{
    QTest::addColumn<int>("version");
    for (std::size_t version = 1; version <= migrations().size(); ++version)
        QTest::addRow("version %zu", version) << static_cast<int>(version);
}

void MigrationsTest::reviewsOfEveryReleaseAreKept()
{
    QFETCH(int, version);
    const QTemporaryDir folder;
    const std::string path = folder.path().toStdString() + "/reviews.sqlite";
    {
        auto database = Sqlite::open(path, true);
        QVERIFY(database && migrate(*database, migrations().first(static_cast<std::size_t>(version))));
        QVERIFY(database->execute(contentOf(version).c_str()));
    }
    const SystemClock clock;
    const ReviewKey key{"repository", "#12"};
    auto opened = Store::open(path, clock);
    QVERIFY(opened && !opened->setAside);
    const auto review = opened->store.load(key, "ann");
    QVERIFY(review.has_value());
    QCOMPARE(review->answers.at("q"), (StoredAnswer{"q", Answer::Yes, "because", "ann", 5}));
    QCOMPARE(review->read.at("hunk"), version < 4 ? RowSet::all() : RowSet::of(1, 2));
    QCOMPARE(review->findings.at("f").content, version < 3 ? "" : "content");
    QCOMPARE(review->draft, (Draft{"intent", "notes"}));
    QCOMPARE(review->patchSets.size(), std::size_t{1});
    QCOMPARE(review->patchSets.front().targetRef, version < 2 ? "" : "refs/heads/main");
    QCOMPARE(opened->store.answerHistory(key, "q")->size(), std::size_t{1});
    auto comments = Comments::open(path, clock);
    QVERIFY(comments.has_value());
    QCOMPARE(comments->comments.threads(key)->size(), version < 2 ? std::size_t{0} : std::size_t{1});
}

void MigrationsTest::killedWhileMigratingLosesNothing()
{
    const int rounds = qEnvironmentVariableIsSet("COUNTERSIGN_LONG") ? 500 : 12;
    const QTemporaryDir folder;
    const std::string path = folder.path().toStdString() + "/reviews.sqlite";
    const std::string first = folder.path().toStdString() + "/first.sqlite";
    const int rows = 20'000; // so that the steps take a while
    {
        auto database = Sqlite::open(first, true);
        QVERIFY(database && migrate(*database, migrations().first(1)));
        const std::string many =
            "INSERT INTO change VALUES (1, 'repository', '#12'); WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL "
            "SELECT i + 1 FROM n WHERE i < "
            + std::to_string(rows) + ") INSERT INTO answer SELECT 1, 'q' || i, 'ann', 'yes', hex(zeroblob(50)), i FROM n";
        QVERIFY(database->execute(many.c_str()));
    }
    std::mt19937 random(20261121);
    int killed = 0;
    for (int round = 0; round < rounds; ++round) {
        for (const char *ending : {"", "-wal", "-shm", "-journal"})
            std::filesystem::remove(path + ending);
        std::filesystem::copy_file(first, path);
        QProcess process;
        process.start(QStringLiteral(COUNTERSIGN_STORE_WRITER), {QStringLiteral("open"), QString::fromStdString(path)});
        QVERIFY(process.waitForStarted());
        if (!process.waitForFinished(std::uniform_int_distribution<int>(1, 40)(random))) {
            process.kill(); // SIGKILL
            process.waitForFinished();
            ++killed;
        }
        const SystemClock clock;
        auto opened = Store::open(path, clock);
        QVERIFY2(opened && !opened->setAside, std::to_string(round).c_str());
        const auto review = opened->store.load({"repository", "#12"}, "ann");
        QVERIFY(review.has_value());
        QCOMPARE(review->answers.size(), static_cast<std::size_t>(rows));
    }
    qInfo("%d of %d killed before they ended", killed, rounds);
    QVERIFY(killed > 0);
}

void MigrationsTest::migratingTwiceChangesNothing()
{
    Database place;
    Sqlite database = place.open();
    QVERIFY(migrate(database, migrations()).has_value());
    const auto before = number(database, "PRAGMA schema_version");
    QVERIFY(migrate(database, migrations()).has_value());
    QCOMPARE(number(database, "PRAGMA schema_version"), before);
}

void MigrationsTest::failedStepLeavesTheOldVersion()
{
    Database place;
    Sqlite database = place.open();
    QVERIFY(migrate(database, upTo(1)).has_value());
    std::vector<Migration> broken{steps[0], steps[1], "ALTER TABLE nowhere ADD COLUMN x;"};
    const auto migrated = migrate(database, broken);
    QVERIFY(!migrated);
    QCOMPARE(number(database, "PRAGMA user_version"), 1);
    QCOMPARE(number(database, "SELECT count(*) FROM pragma_table_info('note')"), 2);
    QVERIFY(migrate(database, upTo(3)).has_value());
}

void MigrationsTest::newerVersionIsRefused()
{
    Database place;
    Sqlite database = place.open();
    QVERIFY(migrate(database, upTo(3)).has_value());
    const auto migrated = migrate(database, upTo(2));
    QVERIFY(!migrated);
    QCOMPARE(migrated.error().kind, ErrorKind::Input);
    QCOMPARE(number(database, "PRAGMA user_version"), 3);
}

void MigrationsTest::otherDatabaseIsRefused()
{
    Database place;
    Sqlite database = place.open();
    QVERIFY(database.execute("CREATE TABLE bookmarks (x); PRAGMA user_version = 1;").has_value());
    QVERIFY(!migrate(database, upTo(3)));
    QCOMPARE(number(database, "SELECT count(*) FROM sqlite_master"), 1);
}

QTEST_GUILESS_MAIN(MigrationsTest)
#include "tst_migrations.moc"
