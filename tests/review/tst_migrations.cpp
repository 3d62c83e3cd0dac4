// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/Comments.h"
#include "review/Migrations.h"
#include "review/Store.h"

#include <QTemporaryDir>
#include <QTest>

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
