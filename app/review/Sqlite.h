// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Error.h"

#include <sqlite3.h>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <initializer_list>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <variant>

namespace countersign::review
{

/// What a place in an SQL statement takes. A text must live until the call returns.
using SqlValue = std::variant<std::monostate, std::int64_t, std::string_view>;

/// The row that a query is at; valid inside the callback only.
class SqlRow
{
public:
    explicit SqlRow(sqlite3_stmt *statement)
        : m_statement(statement)
    {
    }
    [[nodiscard]] std::int64_t integer(int column) const { return sqlite3_column_int64(m_statement, column); }
    [[nodiscard]] bool isNull(int column) const { return sqlite3_column_type(m_statement, column) == SQLITE_NULL; }
    [[nodiscard]] std::string text(int column) const;

private:
    sqlite3_stmt *m_statement;
};

/// One connection to an SQLite file. Belongs to one thread.
class Sqlite
{
public:
    /// Opens for reading and writing; creates the file when @p mayCreate. Errors: cannot be opened, read-only.
    [[nodiscard]] static Result<Sqlite> open(const std::filesystem::path &path, bool mayCreate);

    /// Runs statements that take and give nothing.
    [[nodiscard]] Result<void> execute(const char *sql);
    /// Runs one statement with values for its places ?1, ?2, …
    [[nodiscard]] Result<void> run(const char *sql, std::initializer_list<SqlValue> values);
    /// The same, with a call for every row.
    [[nodiscard]] Result<void> query(const char *sql, std::initializer_list<SqlValue> values,
                                     const std::function<void(const SqlRow &)> &row);
    /// The one number that a query gives; 0 when it gives none.
    [[nodiscard]] Result<std::int64_t> number(const char *sql, std::initializer_list<SqlValue> values = {});
    /// Everything that @p work writes, or nothing of it when it or the end of the transaction fails. A file that is not in its
    /// place any more is a failure, too, though it took what was written.
    [[nodiscard]] Result<void> transaction(const std::function<Result<void>()> &work);
    /// Several reads that see the same state of the file.
    [[nodiscard]] Result<void> snapshot(const std::function<Result<void>()> &reads);

    [[nodiscard]] bool isReadOnly() const { return sqlite3_db_readonly(m_handle.get(), "main") == 1; }
    /// SQLite's code of the last failure, without its extension: SQLITE_CORRUPT, SQLITE_NOTADB, …
    [[nodiscard]] int lastCode() const { return m_lastCode; }
    /// Closes without writing what stands in the write-ahead log into the file: a file that is not ours stays as it is.
    void closeUntouched();

private:
    struct Close {
        void operator()(sqlite3 *handle) const { sqlite3_close_v2(handle); }
    };
    struct Finalize {
        void operator()(sqlite3_stmt *statement) const { sqlite3_finalize(statement); }
    };

    using Statement = std::unique_ptr<sqlite3_stmt, Finalize>;

    Sqlite(std::unique_ptr<sqlite3, Close> handle, std::filesystem::path path);
    Result<void> checkPlace();
    Result<void> enclose(const char *begin, const std::function<Result<void>()> &work);
    std::unexpected<Error> failure(int code);

    std::unique_ptr<sqlite3, Close> m_handle;
    std::map<std::string, Statement, std::less<>> m_statements; ///< prepared, by their text; null: in use
    std::filesystem::path m_path;
    int m_lastCode = SQLITE_OK;
};

} // namespace countersign::review
