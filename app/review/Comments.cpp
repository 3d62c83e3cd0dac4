// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Comments.h"

#include "ChangeRow.h"
#include "CommentRows.h"
#include "OpenStore.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

namespace countersign::review
{

namespace
{

constexpr std::array<std::pair<ThreadState, std::string_view>, 4> states{{{ThreadState::Open, "open"},
                                                                          {ThreadState::Acknowledged, "acknowledged"},
                                                                          {ThreadState::Fixed, "fixed"},
                                                                          {ThreadState::WontFix, "wontfix"}}};

std::optional<std::int64_t> timeFrom(const SqlRow &row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(row.integer(column));
}

Comment commentFrom(const SqlRow &row)
{
    return {row.integer(1), row.text(2), row.integer(3), row.text(4), timeFrom(row, 5), timeFrom(row, 6)};
}

/// A comment as far as it matters for changing it.
struct Owned {
    std::string author;
    std::string text;
    std::int64_t written = 0; ///< when the present wording was
    bool isDeleted = false;
};

/// Errors (input): not of this change; (usage): somebody else's.
Result<Owned> ownComment(Sqlite &database, std::int64_t change, CommentId id, std::string_view author)
{
    std::optional<Owned> found;
    const auto asked = database.query(
        "SELECT c.author, c.text, coalesce(c.edited, c.time), c.deleted FROM comment c "
        "JOIN comment_thread t ON t.id = c.thread WHERE c.id = ?1 AND t.change = ?2",
        {id, change}, [&found](const SqlRow &row) { found = Owned{row.text(0), row.text(1), row.integer(2), !row.isNull(3)}; });
    if (!asked)
        return std::unexpected(asked.error());
    if (!found)
        return noSuchComment(id);
    if (found->author != author)
        return fail(ErrorKind::Usage, Message(QT_TRANSLATE_NOOP("app", "Only its author can change a comment.")), {},
                    Message(QT_TRANSLATE_NOOP("app", "Answer it instead.")));
    return *found;
}

} // namespace

std::string_view name(ThreadState state)
{
    return states[static_cast<std::size_t>(state)].second;
}

std::optional<ThreadState> threadStateFromName(std::string_view text)
{
    const auto *const found = std::ranges::find(states, text, &std::pair<ThreadState, std::string_view>::second);
    return found == states.end() ? std::nullopt : std::optional(found->first);
}

Message label(ThreadState state)
{
    switch (state) {
    case ThreadState::Open:
        return Message(QT_TRANSLATE_NOOP("app", "open"));
    case ThreadState::Acknowledged:
        return Message(QT_TRANSLATE_NOOP("app", "acknowledged"));
    case ThreadState::Fixed:
        return Message(QT_TRANSLATE_NOOP("app", "fixed"));
    case ThreadState::WontFix:
        return Message(QT_TRANSLATE_NOOP("app", "won’t fix"));
    }
    std::unreachable();
}

Comments::Comments(std::unique_ptr<Private> d)
    : m_d(std::move(d))
{
}

Comments::Comments(Comments &&) noexcept = default;
Comments &Comments::operator=(Comments &&) noexcept = default;
Comments::~Comments() = default;

Result<OpenedComments> Comments::open(const std::filesystem::path &path, const Clock &clock)
{
    auto opened = openStoreFile(path, clock);
    if (!opened)
        return std::unexpected(opened.error());
    return OpenedComments{Comments(std::make_unique<Private>(std::move(opened->database), clock)), std::move(opened->setAside)};
}

Result<std::vector<Thread>> Comments::threads(const ReviewKey &key)
{
    std::vector<Thread> threads;
    std::unordered_map<CommentId, std::size_t> places;
    Sqlite &database = m_d->database;
    const auto read = database.snapshot([&]() -> Result<void> {
        const auto change = findChangeRow(database, key);
        if (!change)
            return std::unexpected(change.error());
        return database
            .query("SELECT t.id, t.state, t.state_by, t.state_time, " COUNTERSIGN_ANCHOR_COLUMNS " FROM comment_thread t "
                   "JOIN comment_anchor a ON a.id = t.anchor WHERE t.change = ?1 ORDER BY t.id",
                   {*change},
                   [&](const SqlRow &row) {
                       places.emplace(row.integer(0), threads.size());
                       threads.push_back({row.integer(0),
                                          anchorFrom(row, 4),
                                          threadStateFromName(row.text(1)).value_or(ThreadState::Open),
                                          row.text(2),
                                          row.integer(3),
                                          {}});
                   })
            .and_then([&] {
                return database.query("SELECT c.thread, c.id, c.author, c.time, c.text, c.edited, c.deleted FROM comment c "
                                      "JOIN comment_thread t ON t.id = c.thread WHERE t.change = ?1 ORDER BY c.id",
                                      {*change}, [&](const SqlRow &row) {
                                          threads[places.at(row.integer(0))].comments.push_back(commentFrom(row));
                                      });
            });
    });
    if (!read)
        return std::unexpected(read.error());
    return threads;
}

Result<CommentId> Comments::post(const ReviewKey &key, const Anchor &anchor, std::string_view text, std::string_view author)
{
    CommentId made = 0;
    const auto done = checkCommentText(text).and_then([&] { return checkLengths({author, anchor.path, anchor.quote}); });
    const auto posted = done.and_then([&] {
        return withChangeRow(m_d->database, key, [&](std::int64_t change) -> Result<void> {
            const auto thread =
                m_d->addAnchor(anchor).and_then([&](std::int64_t place) { return m_d->addThread(change, place, author); });
            if (!thread)
                return std::unexpected(thread.error());
            made = *thread;
            return m_d->addComment(made, author, text).transform([](std::int64_t) { });
        });
    });
    return posted.transform([&made] { return made; });
}

Result<CommentId> Comments::reply(const ReviewKey &key, CommentId thread, std::string_view text, std::string_view author)
{
    CommentId made = 0;
    const auto posted = checkCommentText(text).and_then([&] {
        return withChangeRow(m_d->database, key, [&](std::int64_t change) {
            return m_d->needThread(change, thread)
                .and_then([&] { return m_d->addComment(thread, author, text); })
                .transform([&made](std::int64_t id) { made = id; });
        });
    });
    return posted.transform([&made] { return made; });
}

Result<void> Comments::setState(const ReviewKey &key, CommentId thread, ThreadState state, std::string_view reviewer)
{
    return withChangeRow(m_d->database, key, [&](std::int64_t change) {
        const std::int64_t now = m_d->clock.now();
        return m_d->needThread(change, thread)
            .and_then([&] {
                return m_d->database.run("UPDATE comment_thread SET state = ?2, state_by = ?3, state_time = ?4 WHERE id = ?1",
                                         {thread, name(state), reviewer, now});
            })
            .and_then([&] {
                return m_d->database.run(
                    "INSERT INTO comment_state_history (thread, state, reviewer, time) VALUES (?1, ?2, ?3, ?4)",
                    {thread, name(state), reviewer, now});
            });
    });
}

Result<std::vector<StateChange>> Comments::stateHistory(const ReviewKey &key, CommentId thread)
{
    std::vector<StateChange> history;
    const auto read = findChangeRow(m_d->database, key).and_then([&](std::int64_t change) {
        return m_d->needThread(change, thread).and_then([&] {
            return m_d->database.query("SELECT state, reviewer, time FROM comment_state_history WHERE thread = ?1 ORDER BY id",
                                       {thread}, [&](const SqlRow &row) {
                                           history.push_back({threadStateFromName(row.text(0)).value_or(ThreadState::Open),
                                                              row.text(1), row.integer(2)});
                                       });
        });
    });
    if (!read)
        return std::unexpected(read.error());
    return history;
}

Result<void> Comments::edit(const ReviewKey &key, CommentId comment, std::string_view text, std::string_view author)
{
    return checkCommentText(text).and_then([&] {
        return withChangeRow(m_d->database, key, [&](std::int64_t change) -> Result<void> {
            const auto own = ownComment(m_d->database, change, comment, author);
            if (!own)
                return std::unexpected(own.error());
            if (own->isDeleted)
                return fail(ErrorKind::Usage, Message(QT_TRANSLATE_NOOP("app", "This comment was deleted.")), {},
                            Message(QT_TRANSLATE_NOOP("app", "Write a new one.")));
            if (own->text == text)
                return {};
            return m_d->database
                .run("INSERT INTO comment_history (comment, text, time) VALUES (?1, ?2, ?3)", {comment, own->text, own->written})
                .and_then([&] {
                    return m_d->database.run("UPDATE comment SET text = ?2, edited = ?3 WHERE id = ?1",
                                             {comment, text, m_d->clock.now()});
                });
        });
    });
}

Result<void> Comments::remove(const ReviewKey &key, CommentId comment, std::string_view author)
{
    return withChangeRow(m_d->database, key, [&](std::int64_t change) -> Result<void> {
        const auto own = ownComment(m_d->database, change, comment, author);
        if (!own)
            return std::unexpected(own.error());
        if (own->isDeleted)
            return {};
        return m_d->database.run("UPDATE comment SET text = '', deleted = ?2 WHERE id = ?1", {comment, m_d->clock.now()})
            .and_then([&] { return m_d->database.run("DELETE FROM comment_history WHERE comment = ?1", {comment}); });
    });
}

Result<std::vector<Wording>> Comments::history(const ReviewKey &key, CommentId comment)
{
    std::vector<Wording> wordings;
    const auto read = findChangeRow(m_d->database, key).and_then([&](std::int64_t change) {
        return m_d->database.query("SELECT h.text, h.time FROM comment_history h JOIN comment c ON c.id = h.comment "
                                   "JOIN comment_thread t ON t.id = c.thread WHERE c.id = ?1 AND t.change = ?2 ORDER BY h.id",
                                   {comment, change},
                                   [&](const SqlRow &row) { wordings.push_back({row.text(0), row.integer(1)}); });
    });
    if (!read)
        return std::unexpected(read.error());
    return wordings;
}

} // namespace countersign::review
