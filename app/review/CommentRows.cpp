// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "CommentRows.h"

#include "ChangeRow.h"

#include <algorithm>
#include <limits>

namespace countersign::review
{

namespace
{

/// A line number from the file, which may have been tampered with.
LineNumber lineFrom(const SqlRow &row, int column)
{
    return static_cast<LineNumber>(std::clamp<std::int64_t>(row.integer(column), 1, std::numeric_limits<LineNumber>::max() - 1));
}

} // namespace

Anchor anchorFrom(const SqlRow &row, int firstColumn)
{
    const auto column = [firstColumn](int number) { return firstColumn + number; };
    Anchor anchor;
    anchor.path = row.text(column(0));
    anchor.side = row.text(column(1)) == name(Side::Old) ? Side::Old : Side::New;
    anchor.lines.first = lineFrom(row, column(2));
    anchor.lines.last = std::clamp(lineFrom(row, column(3)), anchor.lines.first,
                                   std::max(anchor.lines.first, anchor.lines.first + (mostAnchorLines - 1)));
    anchor.before = digestsFromHex(row.text(column(4)));
    anchor.content = digestsFromHex(row.text(column(5)));
    anchor.after = digestsFromHex(row.text(column(6)));
    anchor.quote = row.text(column(7));
    anchor.head = Oid::fromHex(row.text(column(8))).value_or(Oid());
    anchor.base = Oid::fromHex(row.text(column(9))).value_or(Oid());
    return anchor;
}

Result<void> checkCommentText(std::string_view text)
{
    if (text.find_first_not_of(" \t\r\n") == std::string_view::npos)
        return fail(ErrorKind::Usage, Message(QT_TRANSLATE_NOOP("app", "A comment needs a text.")));
    return checkLengths({text});
}

std::unexpected<Error> noSuchThread(CommentId id)
{
    return fail(ErrorKind::Input, Message(QT_TRANSLATE_NOOP("app", "This change has no thread %1."), {std::to_string(id)}), {},
                Message(QT_TRANSLATE_NOOP("app", "“countersign comments” lists the threads with their numbers.")));
}

std::unexpected<Error> noSuchComment(CommentId id)
{
    return fail(ErrorKind::Input, Message(QT_TRANSLATE_NOOP("app", "This change has no comment %1."), {std::to_string(id)}), {},
                Message(QT_TRANSLATE_NOOP("app", "“countersign comments --format json” lists the comments with their numbers.")));
}

Result<std::int64_t> Comments::Private::addAnchor(const Anchor &anchor)
{
    const std::string before = digestsToHex(anchor.before);
    const std::string content = digestsToHex(anchor.content);
    const std::string after = digestsToHex(anchor.after);
    const std::string head = anchor.head.hex();
    const std::string base = anchor.base.hex();
    return database
        .run("INSERT INTO comment_anchor (path, side, first_line, last_line, before, content, after, quote, head, base) "
             "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
             {anchor.path, name(anchor.side), std::int64_t{anchor.lines.first}, std::int64_t{anchor.lines.last}, before, content,
              after, anchor.quote, head, base})
        .and_then([this] { return lastId(); });
}

Result<std::int64_t> Comments::Private::addThread(std::int64_t change, std::int64_t anchor, std::string_view author)
{
    return database
        .run("INSERT INTO comment_thread (change, anchor, state, state_by, state_time) VALUES (?1, ?2, ?3, ?4, ?5)",
             {change, anchor, name(ThreadState::Open), author, clock.now()})
        .and_then([this] { return lastId(); });
}

Result<std::int64_t> Comments::Private::addComment(std::int64_t thread, std::string_view author, std::string_view text)
{
    return database
        .run("INSERT INTO comment (thread, author, time, text) VALUES (?1, ?2, ?3, ?4)", {thread, author, clock.now(), text})
        .and_then([this] { return lastId(); });
}

Result<void> Comments::Private::needThread(std::int64_t change, CommentId thread)
{
    const auto found = database.number("SELECT count(*) FROM comment_thread WHERE id = ?1 AND change = ?2", {thread, change});
    if (!found)
        return std::unexpected(found.error());
    if (*found == 0)
        return noSuchThread(thread);
    return {};
}

} // namespace countersign::review
