// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ChangeRow.h"

#include <algorithm>

namespace countersign::review
{

namespace
{
constexpr std::size_t mostTextBytes = 1024 * 1024;
} // namespace

Result<std::int64_t> findChangeRow(Sqlite &database, const ReviewKey &key)
{
    return database.number("SELECT id FROM change WHERE repository = ?1 AND key = ?2", {key.repository, key.change});
}

Result<void> withChangeRow(Sqlite &database, const ReviewKey &key, const std::function<Result<void>(std::int64_t)> &work)
{
    return database.transaction([&]() -> Result<void> {
        if (auto made =
                database.run("INSERT OR IGNORE INTO change (repository, key) VALUES (?1, ?2)", {key.repository, key.change});
            !made)
            return made;
        const auto id = findChangeRow(database, key);
        if (!id)
            return std::unexpected(id.error());
        return work(*id);
    });
}

Result<void> checkLengths(std::initializer_list<std::string_view> texts)
{
    if (std::ranges::none_of(texts, [](std::string_view text) { return text.size() > mostTextBytes; }))
        return {};
    return fail(ErrorKind::Usage, Message(QT_TRANSLATE_NOOP("app", "A text of more than 1 MiB cannot be saved.")), {},
                Message(QT_TRANSLATE_NOOP("app", "Keep the long text in a file and name the file here.")));
}

} // namespace countersign::review
