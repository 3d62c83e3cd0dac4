// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "OpenStore.h"

#include "Migrations.h"

#include <algorithm>
#include <array>
#include <string>
#include <system_error>

namespace countersign::review
{

namespace
{

namespace fs = std::filesystem;

fs::path beside(const fs::path &path, const std::string &suffix)
{
    fs::path other = path;
    other += suffix;
    return other;
}

Result<void> makeFolder(const fs::path &path)
{
    std::error_code error;
    if (path.has_parent_path())
        fs::create_directories(path.parent_path(), error);
    if (error)
        return fail(ErrorKind::Environment,
                    Message(QT_TRANSLATE_NOOP("app", "The folder of the review store cannot be made: %1"), {error.message()}),
                    path.parent_path().string(),
                    Message(QT_TRANSLATE_NOOP("app", "Check that its folder exists and that you may write there.")));
    return {};
}

/// Renames the file and what SQLite keeps beside it. The log goes first: should the machine stop in between, the next start
/// still finds the damaged file and goes on here.
Result<fs::path> setAside(const fs::path &path, const Clock &clock)
{
    std::string time = formatUtc(clock.now());
    std::erase_if(time, [](char c) { return c == '-' || c == ':'; });
    fs::path target = beside(path, ".corrupt-" + time);
    for (int i = 2; fs::exists(target) || fs::exists(beside(target, "-wal")); ++i)
        target = beside(path, ".corrupt-" + time + "-" + std::to_string(i));
    for (const char *suffix : {"-wal", "-shm", ""}) {
        std::error_code error;
        if (!fs::exists(beside(path, suffix)))
            continue;
        fs::rename(beside(path, suffix), beside(target, suffix), error);
        if (error)
            return fail(ErrorKind::Environment,
                        Message(QT_TRANSLATE_NOOP("app", "The damaged review store cannot be set aside: %1"), {error.message()}),
                        path.string(), Message(QT_TRANSLATE_NOOP("app", "Move the file away by hand, then try again.")));
    }
    return target;
}

bool isDamage(int code)
{
    return code == SQLITE_CORRUPT || code == SQLITE_NOTADB;
}

/// False when the file is damaged. Errors: it could not be checked.
Result<bool> isSound(Sqlite &database)
{
    bool sound = true;
    const auto checked =
        database.query("PRAGMA quick_check(1)", {}, [&sound](const SqlRow &row) { sound = row.text(0) == "ok"; });
    if (!checked && !isDamage(database.lastCode()))
        return std::unexpected(checked.error());
    return checked && sound;
}

Error at(Error error, const fs::path &path)
{
    if (error.where.empty())
        error.where = path.string();
    return error;
}

struct Attempt {
    std::optional<Sqlite> database; ///< nothing: the file is damaged
};

Result<Attempt> tryOpen(const fs::path &path)
{
    auto database = Sqlite::open(path, true);
    if (!database)
        return std::unexpected(database.error());
    // The version comes first: a newer program may have added what this one would take for damage.
    auto version = database->number("PRAGMA user_version");
    if (!version && isDamage(database->lastCode())) {
        database->closeUntouched();
        return Attempt{};
    }
    if (!version)
        return std::unexpected(version.error());
    if (*version <= static_cast<std::int64_t>(migrations().size())) {
        const auto sound = isSound(*database);
        if (!sound)
            return std::unexpected(sound.error());
        if (!*sound) {
            database->closeUntouched();
            return Attempt{};
        }
    }
    auto migrated = migrate(*database, migrations());
    if (!migrated && isDamage(database->lastCode())) {
        database->closeUntouched();
        return Attempt{};
    }
    if (!migrated) {
        database->closeUntouched();
        return std::unexpected(at(migrated.error(), path));
    }
    return Attempt{std::move(*database)};
}

} // namespace

Result<OpenedFile> openStoreFile(const fs::path &path, const Clock &clock)
{
    if (auto made = makeFolder(path); !made)
        return std::unexpected(made.error());
    auto attempt = tryOpen(path);
    std::optional<fs::path> damaged;
    if (attempt && !attempt->database) {
        auto moved = setAside(path, clock);
        if (!moved)
            return std::unexpected(moved.error());
        damaged = std::move(*moved);
        attempt = tryOpen(path);
    }
    if (!attempt)
        return std::unexpected(attempt.error());
    if (!attempt->database)
        return fail(ErrorKind::Environment, Message(QT_TRANSLATE_NOOP("app", "A new review store is damaged at once.")),
                    path.string(), Message(QT_TRANSLATE_NOOP("app", "Check the disk and how it is mounted.")));
    Sqlite &database = *attempt->database;
    if (auto set = database.execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;"); !set)
        return std::unexpected(set.error());
    return OpenedFile{std::move(database), std::move(damaged)};
}

} // namespace countersign::review
