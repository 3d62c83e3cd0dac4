// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Migrations.h"

#include <array>
#include <string>

namespace countersign::review
{

namespace
{

constexpr Migration version1 = R"(
CREATE TABLE change (
    id INTEGER PRIMARY KEY,
    repository TEXT NOT NULL,
    key TEXT NOT NULL,
    UNIQUE (repository, key)
) STRICT;
CREATE TABLE answer (
    change INTEGER NOT NULL REFERENCES change (id) ON DELETE CASCADE,
    question TEXT NOT NULL,
    reviewer TEXT NOT NULL,
    answer TEXT,
    evidence TEXT NOT NULL,
    time INTEGER NOT NULL,
    PRIMARY KEY (change, question, reviewer)
) STRICT, WITHOUT ROWID;
CREATE TABLE answer_history (
    id INTEGER PRIMARY KEY,
    change INTEGER NOT NULL REFERENCES change (id) ON DELETE CASCADE,
    question TEXT NOT NULL,
    reviewer TEXT NOT NULL,
    answer TEXT,
    evidence TEXT NOT NULL,
    time INTEGER NOT NULL
) STRICT;
CREATE INDEX answer_history_of ON answer_history (change, question, reviewer);
CREATE TABLE read_mark (
    change INTEGER NOT NULL REFERENCES change (id) ON DELETE CASCADE,
    hunk TEXT NOT NULL,
    reviewer TEXT NOT NULL,
    time INTEGER NOT NULL,
    PRIMARY KEY (change, reviewer, hunk)
) STRICT, WITHOUT ROWID;
CREATE TABLE finding_state (
    change INTEGER NOT NULL REFERENCES change (id) ON DELETE CASCADE,
    finding TEXT NOT NULL,
    state TEXT NOT NULL,
    reason TEXT NOT NULL,
    expires INTEGER,
    reviewer TEXT NOT NULL,
    time INTEGER NOT NULL,
    PRIMARY KEY (change, finding)
) STRICT, WITHOUT ROWID;
CREATE TABLE finding_history (
    id INTEGER PRIMARY KEY,
    change INTEGER NOT NULL REFERENCES change (id) ON DELETE CASCADE,
    finding TEXT NOT NULL,
    state TEXT NOT NULL,
    reason TEXT NOT NULL,
    expires INTEGER,
    reviewer TEXT NOT NULL,
    time INTEGER NOT NULL
) STRICT;
CREATE INDEX finding_history_of ON finding_history (change, finding);
CREATE TABLE draft (
    change INTEGER NOT NULL REFERENCES change (id) ON DELETE CASCADE,
    reviewer TEXT NOT NULL,
    intent TEXT NOT NULL,
    notes TEXT NOT NULL,
    time INTEGER NOT NULL,
    PRIMARY KEY (change, reviewer)
) STRICT, WITHOUT ROWID;
CREATE TABLE patch_set (
    id INTEGER PRIMARY KEY,
    change INTEGER NOT NULL REFERENCES change (id) ON DELETE CASCADE,
    head TEXT NOT NULL,
    time INTEGER NOT NULL,
    UNIQUE (change, head)
) STRICT;
)";

/// Comments, and where a patch set started from.
constexpr Migration version2 = R"(
CREATE TABLE comment_anchor (
    id INTEGER PRIMARY KEY,
    path TEXT NOT NULL,
    side TEXT NOT NULL,
    first_line INTEGER NOT NULL,
    last_line INTEGER NOT NULL,
    before TEXT NOT NULL,
    content TEXT NOT NULL,
    after TEXT NOT NULL,
    quote TEXT NOT NULL,
    head TEXT NOT NULL,
    base TEXT NOT NULL
) STRICT;
CREATE TABLE comment_thread (
    id INTEGER PRIMARY KEY,
    change INTEGER NOT NULL REFERENCES change (id) ON DELETE CASCADE,
    anchor INTEGER NOT NULL REFERENCES comment_anchor (id),
    state TEXT NOT NULL,
    state_by TEXT NOT NULL,
    state_time INTEGER NOT NULL
) STRICT;
CREATE INDEX comment_thread_of ON comment_thread (change);
CREATE TABLE comment (
    id INTEGER PRIMARY KEY,
    thread INTEGER NOT NULL REFERENCES comment_thread (id) ON DELETE CASCADE,
    author TEXT NOT NULL,
    time INTEGER NOT NULL,
    text TEXT NOT NULL,
    edited INTEGER,
    deleted INTEGER
) STRICT;
CREATE INDEX comment_of ON comment (thread);
CREATE TABLE comment_history (
    id INTEGER PRIMARY KEY,
    comment INTEGER NOT NULL REFERENCES comment (id) ON DELETE CASCADE,
    text TEXT NOT NULL,
    time INTEGER NOT NULL
) STRICT;
CREATE INDEX comment_history_of ON comment_history (comment);
CREATE TABLE comment_state_history (
    id INTEGER PRIMARY KEY,
    thread INTEGER NOT NULL REFERENCES comment_thread (id) ON DELETE CASCADE,
    state TEXT NOT NULL,
    reviewer TEXT NOT NULL,
    time INTEGER NOT NULL
) STRICT;
CREATE INDEX comment_state_history_of ON comment_state_history (thread);
CREATE TABLE comment_draft (
    id INTEGER PRIMARY KEY,
    change INTEGER NOT NULL REFERENCES change (id) ON DELETE CASCADE,
    reviewer TEXT NOT NULL,
    thread INTEGER REFERENCES comment_thread (id) ON DELETE CASCADE,
    anchor INTEGER REFERENCES comment_anchor (id),
    text TEXT NOT NULL,
    time INTEGER NOT NULL,
    UNIQUE (change, reviewer, thread),
    CHECK ((thread IS NULL) <> (anchor IS NULL))
) STRICT;
ALTER TABLE patch_set ADD COLUMN base TEXT;
ALTER TABLE patch_set ADD COLUMN target TEXT;
ALTER TABLE patch_set ADD COLUMN target_ref TEXT;
)";

/// What a decision was about, so that it follows the content and counts for its rule. Older decisions do not tell.
constexpr Migration version3 = R"(
ALTER TABLE finding_state ADD COLUMN rule TEXT;
ALTER TABLE finding_state ADD COLUMN content TEXT;
CREATE INDEX finding_state_disputed ON finding_state (rule) WHERE state = 'disputed';
)";

/// Single rows of a hunk as read, and what it takes to find them again after an edit. Until then a mark was of a whole hunk.
constexpr Migration version4 = R"(
ALTER TABLE read_mark ADD COLUMN rows TEXT NOT NULL DEFAULT 'all';
ALTER TABLE read_mark ADD COLUMN path TEXT NOT NULL DEFAULT '';
ALTER TABLE read_mark ADD COLUMN digests TEXT NOT NULL DEFAULT '';
)";

constexpr std::array<Migration, 4> allMigrations{version1, version2, version3, version4};

} // namespace

std::span<const Migration> migrations()
{
    return allMigrations;
}

Result<void> migrate(Sqlite &database, std::span<const Migration> steps)
{
    const auto wanted = static_cast<std::int64_t>(steps.size());
    const auto look = [&]() -> Result<std::int64_t> {
        const auto version = database.number("PRAGMA user_version");
        const auto application = database.number("PRAGMA application_id");
        const auto tables = database.number("SELECT count(*) FROM sqlite_master");
        for (const auto *result : {&version, &application, &tables}) {
            if (!*result)
                return std::unexpected(result->error());
        }
        const bool isEmpty = *version == 0 && *application == 0 && *tables == 0;
        if (!isEmpty && *application != storeApplicationId)
            return fail(ErrorKind::Input, Message(QT_TRANSLATE_NOOP("app", "This database belongs to another program.")), {},
                        Message(QT_TRANSLATE_NOOP("app", "Choose another place for the review store.")));
        if (*version > wanted)
            return fail(ErrorKind::Input,
                        Message(QT_TRANSLATE_NOOP("app",
                                                  "The review store was written by a newer version of this program "
                                                  "(format %1; this one knows %2)."),
                                {std::to_string(*version), std::to_string(wanted)}),
                        {}, Message(QT_TRANSLATE_NOOP("app", "Install the newer version. Nothing was changed.")));
        return *version;
    };
    const auto before = look();
    if (!before)
        return std::unexpected(before.error());
    if (*before == wanted)
        return {};
    return database.transaction([&]() -> Result<void> {
        const auto version = look(); // another program may have been quicker
        if (!version)
            return std::unexpected(version.error());
        for (auto step = static_cast<std::size_t>(*version); step < steps.size(); ++step) {
            if (auto done = database.execute(steps[step]); !done)
                return done;
        }
        const std::string mark =
            "PRAGMA application_id = " + std::to_string(storeApplicationId) + "; PRAGMA user_version = " + std::to_string(wanted);
        return database.execute(mark.c_str());
    });
}

} // namespace countersign::review
