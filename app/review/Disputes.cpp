// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Disputes.h"

#include "Migrations.h"
#include "Sqlite.h"

namespace countersign::review
{

namespace
{

/// The store as it stands, if it has the current layout. Opening a review checks, repairs and reports; this only looks.
Result<Sqlite> look(const std::filesystem::path &store)
{
    std::error_code ignored;
    if (!std::filesystem::exists(store, ignored))
        return fail(ErrorKind::Environment, Message());
    auto database = Sqlite::open(store, false);
    if (!database)
        return database;
    const auto application = database->number("PRAGMA application_id");
    const auto version = database->number("PRAGMA user_version");
    if (application.value_or(0) == storeApplicationId && version.value_or(0) == static_cast<std::int64_t>(migrations().size()))
        return database;
    database->closeUntouched();
    return fail(ErrorKind::Environment, Message());
}

} // namespace

bool hasDisputes(const std::filesystem::path &store)
{
    auto database = look(store);
    return database
        && database->number("SELECT 1 FROM finding_state WHERE state = 'disputed' AND rule IS NOT NULL LIMIT 1").value_or(0) == 1;
}

std::map<std::string, unsigned> disputes(const std::filesystem::path &store, std::string_view repository)
{
    std::map<std::string, unsigned> counts;
    auto database = look(store);
    if (!database)
        return counts;
    const auto read = database->query(
        "SELECT rule, count(DISTINCT content) FROM finding_state JOIN change ON change.id = finding_state.change "
        "WHERE finding_state.state = 'disputed' AND rule IS NOT NULL AND change.repository = ?1 GROUP BY rule",
        {repository}, [&](const SqlRow &row) { counts.emplace(row.text(0), static_cast<unsigned>(row.integer(1))); });
    return read ? counts : std::map<std::string, unsigned>();
}

} // namespace countersign::review
