// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Sqlite.h"

#include <utility>

namespace countersign::review
{

namespace
{

constexpr int busyMilliseconds = 5'000;

Error describe(int code, const std::string &said, const std::filesystem::path &path)
{
    const auto error = [&path](ErrorKind kind, Message what, Message hint) {
        return Error{kind, std::move(what), path.string(), std::move(hint)};
    };
    switch (code & 0xFF) {
    case SQLITE_CANTOPEN:
        return error(ErrorKind::Environment, Message(QT_TRANSLATE_NOOP("app", "The review store cannot be opened.")),
                     Message(QT_TRANSLATE_NOOP("app", "Check that its folder exists and that you may write there.")));
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return error(ErrorKind::Environment,
                     Message(QT_TRANSLATE_NOOP("app", "The review store cannot be written: the disk or file is read-only.")),
                     Message(QT_TRANSLATE_NOOP("app", "Make it writable or choose another place for the store.")));
    case SQLITE_FULL:
        return error(ErrorKind::Environment,
                     Message(QT_TRANSLATE_NOOP("app", "The review store cannot be written: the disk is full.")),
                     Message(QT_TRANSLATE_NOOP("app", "Make room on the disk, then try again.")));
    case SQLITE_IOERR:
        return error(ErrorKind::Environment,
                     Message(QT_TRANSLATE_NOOP("app", "The disk reports an error for the review store: %1"), {said}),
                     Message(QT_TRANSLATE_NOOP("app", "Check the disk and how it is mounted.")));
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return error(ErrorKind::Environment, Message(QT_TRANSLATE_NOOP("app", "Another program keeps the review store busy.")),
                     Message(QT_TRANSLATE_NOOP("app", "Close the other program or wait for it, then try again.")));
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return error(ErrorKind::Input, Message(QT_TRANSLATE_NOOP("app", "The review store is damaged: %1"), {said}),
                     Message(QT_TRANSLATE_NOOP("app", "Start the program again: it sets the damaged file aside.")));
    default:
        return error(ErrorKind::Environment, Message(QT_TRANSLATE_NOOP("app", "The review store failed: %1"), {said}), {});
    }
}

int bind(sqlite3_stmt *statement, int place, const SqlValue &value)
{
    if (const auto *number = std::get_if<std::int64_t>(&value))
        return sqlite3_bind_int64(statement, place, *number);
    if (const auto *text = std::get_if<std::string_view>(&value))
        return sqlite3_bind_text64(statement, place, text->empty() ? "" : text->data(), text->size(), SQLITE_STATIC, SQLITE_UTF8);
    return sqlite3_bind_null(statement, place);
}

} // namespace

std::string SqlRow::text(int column) const
{
    const unsigned char *bytes = sqlite3_column_text(m_statement, column);
    if (!bytes)
        return {};
    return {reinterpret_cast<const char *>(bytes), static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column))};
}

Sqlite::Sqlite(std::unique_ptr<sqlite3, Close> handle, std::filesystem::path path)
    : m_handle(std::move(handle))
    , m_path(std::move(path))
{
}

Result<Sqlite> Sqlite::open(const std::filesystem::path &path, bool mayCreate)
{
    sqlite3 *raw = nullptr;
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE | (mayCreate ? SQLITE_OPEN_CREATE : 0);
    const int code = sqlite3_open_v2(path.c_str(), &raw, flags, nullptr);
    Sqlite opened(std::unique_ptr<sqlite3, Close>(raw), path);
    if (code != SQLITE_OK)
        return opened.failure(code);
    sqlite3_busy_timeout(raw, busyMilliseconds);
    if (opened.isReadOnly())
        return opened.failure(SQLITE_READONLY);
    return opened;
}

Result<void> Sqlite::execute(const char *sql)
{
    const int code = sqlite3_exec(m_handle.get(), sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return failure(code);
    return {};
}

Result<void> Sqlite::run(const char *sql, std::initializer_list<SqlValue> values)
{
    return query(sql, values, [](const SqlRow &) { });
}

Result<void> Sqlite::query(const char *sql, std::initializer_list<SqlValue> values,
                           const std::function<void(const SqlRow &)> &row)
{
    // Taken out while it runs, so that what @p row asks may have the same text.
    Statement statement = std::exchange(m_statements[sql], nullptr);
    int code = SQLITE_OK;
    if (!statement) {
        sqlite3_stmt *prepared = nullptr;
        code = sqlite3_prepare_v3(m_handle.get(), sql, -1, SQLITE_PREPARE_PERSISTENT, &prepared, nullptr);
        statement.reset(prepared);
    }
    sqlite3_stmt *raw = statement.get();
    int place = 0;
    for (const SqlValue &value : values) {
        if (code == SQLITE_OK)
            code = bind(raw, ++place, value);
    }
    if (code != SQLITE_OK)
        return failure(code);
    while ((code = sqlite3_step(raw)) == SQLITE_ROW)
        row(SqlRow(raw));
    if (code != SQLITE_DONE)
        return failure(code);
    sqlite3_reset(raw);
    sqlite3_clear_bindings(raw);
    m_statements[sql] = std::move(statement);
    return {};
}

Result<std::int64_t> Sqlite::number(const char *sql, std::initializer_list<SqlValue> values)
{
    std::int64_t found = 0;
    if (auto asked = query(sql, values, [&found](const SqlRow &row) { found = row.integer(0); }); !asked)
        return std::unexpected(asked.error());
    return found;
}

Result<void> Sqlite::transaction(const std::function<Result<void>()> &work)
{
    // IMMEDIATE takes the lock at once: a read that turns into a write later could not wait for another writer.
    return enclose("BEGIN IMMEDIATE", work);
}

Result<void> Sqlite::snapshot(const std::function<Result<void>()> &reads)
{
    return enclose("BEGIN", reads);
}

Result<void> Sqlite::enclose(const char *begin, const std::function<Result<void>()> &work)
{
    if (auto begun = run(begin, {}); !begun)
        return begun;
    auto done = work();
    if (done)
        done = run("COMMIT", {});
    if (!done && sqlite3_get_autocommit(m_handle.get()) == 0)
        sqlite3_exec(m_handle.get(), "ROLLBACK", nullptr, nullptr, nullptr);
    return done ? checkPlace() : done;
}

/// What is written to a file that was moved or deleted meanwhile is gone with the next start.
Result<void> Sqlite::checkPlace()
{
    int hasMoved = 0;
    const int code = sqlite3_file_control(m_handle.get(), "main", SQLITE_FCNTL_HAS_MOVED, &hasMoved);
    if (code != SQLITE_OK || hasMoved == 0)
        return {};
    return fail(
        ErrorKind::Environment,
        Message(QT_TRANSLATE_NOOP("app",
                                  "The review store was moved or deleted while it was open, so nothing more is "
                                  "saved in it.")),
        m_path.string(),
        Message(QT_TRANSLATE_NOOP("app", "Put it back, or start the program again to begin a new one; keep what you typed.")));
}

void Sqlite::closeUntouched()
{
    sqlite3_db_config(m_handle.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    m_statements.clear();
    m_handle.reset();
}

std::unexpected<Error> Sqlite::failure(int code)
{
    m_lastCode = code & 0xFF;
    const std::string said = m_handle ? sqlite3_errmsg(m_handle.get()) : sqlite3_errstr(code);
    return std::unexpected(describe(code, said, m_path));
}

} // namespace countersign::review
