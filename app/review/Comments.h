// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Anchor.h"
#include "Store.h"

#include "core/Clock.h"
#include "core/Error.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace countersign::review
{

enum class ThreadState { Open, Acknowledged, Fixed, WontFix };
/// Stable lower-case names: "open", "acknowledged", "fixed", "wontfix".
[[nodiscard]] std::string_view name(ThreadState state);
[[nodiscard]] std::optional<ThreadState> threadStateFromName(std::string_view text);
/// Words for people, translatable.
[[nodiscard]] Message label(ThreadState state);

/// Number of a thread, a comment or a draft; never given twice in one store while it exists.
using CommentId = std::int64_t;

struct Comment {
    CommentId id = 0;
    std::string author;
    std::int64_t time = 0; ///< seconds since 1970
    std::string text; ///< as it was typed, from outside; empty when deleted
    std::optional<std::int64_t> edited; ///< when its text last changed
    std::optional<std::int64_t> deleted; ///< when it was deleted; author and times stay
    friend bool operator==(const Comment &, const Comment &) = default;
};

/// One wording of a comment.
struct Wording {
    std::string text;
    std::int64_t time = 0; ///< when it was written
    friend bool operator==(const Wording &, const Wording &) = default;
};

struct Thread {
    CommentId id = 0;
    Anchor anchor;
    ThreadState state = ThreadState::Open;
    std::string stateBy; ///< who set it last
    std::int64_t stateTime = 0;
    std::vector<Comment> comments; ///< oldest first, at least one; deleted ones included
    friend bool operator==(const Thread &, const Thread &) = default;
};

/// Who set which state.
struct StateChange {
    ThreadState state = ThreadState::Open;
    std::string reviewer;
    std::int64_t time = 0;
    friend bool operator==(const StateChange &, const StateChange &) = default;
};

/// What a reviewer has typed and not posted.
struct CommentDraft {
    CommentId id = 0;
    std::optional<CommentId> thread; ///< the thread it answers; nothing: it begins one
    Anchor anchor; ///< where it stands, the thread's own for an answer
    std::string text;
    std::int64_t time = 0; ///< when it was last saved
    friend bool operator==(const CommentDraft &, const CommentDraft &) = default;
};

struct OpenedComments;

/// The comments on changes, in the same SQLite file as Store, with a connection of their own.
///
/// As in Store: a call that returns without an error is on the disk; an object belongs to one thread, several may have the
/// same file open; texts are at most 1 MiB. Every function that names a thread, comment or draft fails (input) when the change
/// has none with this number.
class Comments
{
public:
    /// See Store::open(). @param clock must outlive the object.
    [[nodiscard]] static Result<OpenedComments> open(const std::filesystem::path &path, const Clock &clock);
    Comments(Comments &&) noexcept;
    Comments &operator=(Comments &&) noexcept;
    ~Comments();

    /// Every thread of a change, in the order they were begun.
    [[nodiscard]] Result<std::vector<Thread>> threads(const ReviewKey &key);
    /// Begins a thread, open. Errors (usage): nothing but blanks.
    [[nodiscard]] Result<CommentId> post(const ReviewKey &key, const Anchor &anchor, std::string_view text,
                                         std::string_view author);
    /// Adds a comment to a thread. Errors (usage): nothing but blanks.
    [[nodiscard]] Result<CommentId> reply(const ReviewKey &key, CommentId thread, std::string_view text, std::string_view author);
    [[nodiscard]] Result<void> setState(const ReviewKey &key, CommentId thread, ThreadState state, std::string_view reviewer);
    /// Every state the thread was set to, oldest first; being open at first is not among them.
    [[nodiscard]] Result<std::vector<StateChange>> stateHistory(const ReviewKey &key, CommentId thread);

    /// Rewords one's own comment; the history keeps what it said. Errors (usage): another's, a deleted one, blanks.
    [[nodiscard]] Result<void> edit(const ReviewKey &key, CommentId comment, std::string_view text, std::string_view author);
    /// Deletes one's own comment: its author and times stay, its text and earlier wordings go. Errors (usage): another's.
    [[nodiscard]] Result<void> remove(const ReviewKey &key, CommentId comment, std::string_view author);
    /// Earlier wordings, oldest first, without the present one.
    [[nodiscard]] Result<std::vector<Wording>> history(const ReviewKey &key, CommentId comment);

    /// The drafts of one reviewer, in the order they were begun.
    [[nodiscard]] Result<std::vector<CommentDraft>> drafts(const ReviewKey &key, std::string_view reviewer);
    /// Saves what was typed for a new thread; there is one draft for each reviewer, place and patch set.
    [[nodiscard]] Result<CommentId> saveDraft(const ReviewKey &key, const Anchor &anchor, std::string_view text,
                                              std::string_view reviewer);
    /// Saves what was typed as an answer; one draft for each reviewer and thread.
    [[nodiscard]] Result<CommentId> saveReplyDraft(const ReviewKey &key, CommentId thread, std::string_view text,
                                                   std::string_view reviewer);
    /// Saves what was typed into a draft that is there already, wherever its lines stand by now.
    [[nodiscard]] Result<void> updateDraft(const ReviewKey &key, CommentId draft, std::string_view text,
                                           std::string_view reviewer);
    [[nodiscard]] Result<void> discardDraft(const ReviewKey &key, CommentId draft, std::string_view reviewer);
    /// Turns a draft into a comment: both or neither happens. @return the thread's number. Errors (usage): blanks only.
    [[nodiscard]] Result<CommentId> postDraft(const ReviewKey &key, CommentId draft, std::string_view reviewer);

private:
    class Private;
    explicit Comments(std::unique_ptr<Private> d);
    std::unique_ptr<Private> m_d;
};

struct OpenedComments {
    Comments comments;
    std::optional<std::filesystem::path> setAside; ///< where a damaged file was put; tell the user
};

} // namespace countersign::review
