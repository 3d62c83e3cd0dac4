// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Comments.h"
#include "Sqlite.h"

#include <cstdint>
#include <initializer_list>
#include <string_view>

namespace countersign::review
{

/// What the parts of Comments share: the connection and the rows that threads and drafts are made of.
class Comments::Private
{
public:
    Private(Sqlite opened, const Clock &time)
        : database(std::move(opened))
        , clock(time)
    {
    }

    [[nodiscard]] Result<std::int64_t> lastId() { return database.number("SELECT last_insert_rowid()"); }
    [[nodiscard]] Result<std::int64_t> addAnchor(const Anchor &anchor);
    [[nodiscard]] Result<std::int64_t> addThread(std::int64_t change, std::int64_t anchor, std::string_view author);
    [[nodiscard]] Result<std::int64_t> addComment(std::int64_t thread, std::string_view author, std::string_view text);
    /// Errors (input): the change has no such thread.
    [[nodiscard]] Result<void> needThread(std::int64_t change, CommentId thread);

    Sqlite database;
    const Clock &clock;
};

/// The columns of an anchor as anchorFrom() reads them, of a table that is joined as "a".
#define COUNTERSIGN_ANCHOR_COLUMNS                                                                                               \
    "a.path, a.side, a.first_line, a.last_line, a.before, a.content, a.after, a.quote, a.head, a.base"
[[nodiscard]] Anchor anchorFrom(const SqlRow &row, int firstColumn);

/// Errors (usage): nothing but blanks, or longer than 1 MiB.
[[nodiscard]] Result<void> checkCommentText(std::string_view text);

/// The change has nothing with this number.
[[nodiscard]] std::unexpected<Error> noSuchThread(CommentId id);
[[nodiscard]] std::unexpected<Error> noSuchComment(CommentId id);

} // namespace countersign::review
