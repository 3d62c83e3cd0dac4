// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ChangeRow.h"
#include "CommentRows.h"
#include "Comments.h"

namespace countersign::review
{

namespace
{

std::unexpected<Error> noSuchDraft()
{
    return fail(ErrorKind::Input, Message(QT_TRANSLATE_NOOP("app", "This draft was posted or thrown away already.")));
}

/// What is needed to post a draft or to throw it away.
struct DraftRow {
    std::optional<std::int64_t> thread;
    std::int64_t anchor = 0; ///< 0 for an answer
    std::string text;
};

Result<DraftRow> draftRow(Sqlite &database, std::int64_t change, CommentId draft, std::string_view reviewer)
{
    std::optional<DraftRow> found;
    const auto asked = database.query(
        "SELECT thread, anchor, text FROM comment_draft WHERE id = ?1 AND change = ?2 AND reviewer = ?3",
        {draft, change, reviewer}, [&found](const SqlRow &row) {
            found = DraftRow{row.isNull(0) ? std::nullopt : std::optional(row.integer(0)), row.integer(1), row.text(2)};
        });
    if (!asked)
        return std::unexpected(asked.error());
    if (!found)
        return noSuchDraft();
    return *found;
}

} // namespace

Result<std::vector<CommentDraft>> Comments::drafts(const ReviewKey &key, std::string_view reviewer)
{
    std::vector<CommentDraft> drafts;
    const auto read = findChangeRow(m_d->database, key).and_then([&](std::int64_t change) {
        return m_d->database.query(
            "SELECT d.id, d.thread, d.text, d.time, " COUNTERSIGN_ANCHOR_COLUMNS " FROM comment_draft d "
            "LEFT JOIN comment_thread t ON t.id = d.thread JOIN comment_anchor a ON a.id = coalesce(d.anchor, t.anchor) "
            "WHERE d.change = ?1 AND d.reviewer = ?2 ORDER BY d.id",
            {change, reviewer}, [&](const SqlRow &row) {
                drafts.push_back({row.integer(0), row.isNull(1) ? std::nullopt : std::optional(row.integer(1)),
                                  anchorFrom(row, 4), row.text(2), row.integer(3)});
            });
    });
    if (!read)
        return std::unexpected(read.error());
    return drafts;
}

Result<CommentId> Comments::saveDraft(const ReviewKey &key, const Anchor &anchor, std::string_view text,
                                      std::string_view reviewer)
{
    CommentId id = 0;
    const auto save = [&](std::int64_t change) -> Result<void> {
        const std::string head = anchor.head.hex();
        const auto known = m_d->database.number(
            "SELECT d.id FROM comment_draft d JOIN comment_anchor a ON a.id = d.anchor WHERE d.change = ?1 AND d.reviewer = ?2 "
            "AND a.path = ?3 AND a.side = ?4 AND a.first_line = ?5 AND a.last_line = ?6 AND a.head = ?7",
            {change, reviewer, anchor.path, name(anchor.side), std::int64_t{anchor.lines.first}, std::int64_t{anchor.lines.last},
             head});
        if (!known)
            return std::unexpected(known.error());
        id = *known;
        if (id != 0)
            return m_d->database.run("UPDATE comment_draft SET text = ?2, time = ?3 WHERE id = ?1", {id, text, m_d->clock.now()});
        const auto place = m_d->addAnchor(anchor);
        if (!place)
            return std::unexpected(place.error());
        return m_d->database
            .run("INSERT INTO comment_draft (change, reviewer, anchor, text, time) VALUES (?1, ?2, ?3, ?4, ?5)",
                 {change, reviewer, *place, text, m_d->clock.now()})
            .and_then([&] { return m_d->lastId(); })
            .transform([&id](std::int64_t made) { id = made; });
    };
    return checkLengths({text, reviewer, anchor.path, anchor.quote})
        .and_then([&] { return withChangeRow(m_d->database, key, save); })
        .transform([&id] { return id; });
}

Result<CommentId> Comments::saveReplyDraft(const ReviewKey &key, CommentId thread, std::string_view text,
                                           std::string_view reviewer)
{
    CommentId id = 0;
    const auto save = [&](std::int64_t change) {
        return m_d->needThread(change, thread)
            .and_then([&] {
                return m_d->database.run(
                    "INSERT INTO comment_draft (change, reviewer, thread, text, time) VALUES (?1, ?2, ?3, ?4, ?5) "
                    "ON CONFLICT DO UPDATE SET text = excluded.text, time = excluded.time",
                    {change, reviewer, thread, text, m_d->clock.now()});
            })
            .and_then([&] {
                return m_d->database.number("SELECT id FROM comment_draft WHERE change = ?1 AND reviewer = ?2 AND thread = ?3",
                                            {change, reviewer, thread});
            })
            .transform([&id](std::int64_t found) { id = found; });
    };
    return checkLengths({text, reviewer}).and_then([&] { return withChangeRow(m_d->database, key, save); }).transform([&id] {
        return id;
    });
}

Result<void> Comments::updateDraft(const ReviewKey &key, CommentId draft, std::string_view text, std::string_view reviewer)
{
    return checkLengths({text}).and_then([&] {
        return withChangeRow(m_d->database, key, [&](std::int64_t change) {
            return draftRow(m_d->database, change, draft, reviewer).and_then([&](const DraftRow &) {
                return m_d->database.run("UPDATE comment_draft SET text = ?2, time = ?3 WHERE id = ?1",
                                         {draft, text, m_d->clock.now()});
            });
        });
    });
}

Result<void> Comments::discardDraft(const ReviewKey &key, CommentId draft, std::string_view reviewer)
{
    return withChangeRow(m_d->database, key, [&](std::int64_t change) {
        return draftRow(m_d->database, change, draft, reviewer).and_then([&](const DraftRow &row) {
            return m_d->database.run("DELETE FROM comment_draft WHERE id = ?1", {draft}).and_then([&] {
                return m_d->database.run("DELETE FROM comment_anchor WHERE id = ?1", {row.anchor});
            });
        });
    });
}

Result<CommentId> Comments::postDraft(const ReviewKey &key, CommentId draft, std::string_view reviewer)
{
    CommentId thread = 0;
    const auto post = [&](std::int64_t change) -> Result<void> {
        const auto row = draftRow(m_d->database, change, draft, reviewer);
        if (!row)
            return std::unexpected(row.error());
        if (auto checked = checkCommentText(row->text); !checked)
            return checked;
        const auto found = row->thread ? Result<std::int64_t>(*row->thread) : m_d->addThread(change, row->anchor, reviewer);
        if (!found)
            return std::unexpected(found.error());
        thread = *found;
        return m_d->addComment(thread, reviewer, row->text).and_then([&](std::int64_t) {
            return m_d->database.run("DELETE FROM comment_draft WHERE id = ?1", {draft});
        });
    };
    return withChangeRow(m_d->database, key, post).transform([&thread] { return thread; });
}

} // namespace countersign::review
