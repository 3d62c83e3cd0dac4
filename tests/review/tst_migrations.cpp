// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/Migrations.h"

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
    QCOMPARE(number(database, "SELECT count(*) FROM sqlite_master WHERE type = 'table'"), 8);
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
