// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CommentPlaces.h"

#include "core/Change.h"
#include "core/Clock.h"
#include "core/Error.h"
#include "git/Repository.h"
#include "review/Comments.h"
#include "review/Store.h"

#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace countersign::workbench
{

/// A thread and where its lines stand now.
struct PlacedThread {
    review::Thread thread;
    PlacedLines now;
    std::size_t patchSet = 0; ///< number of the patch set it was made in, from 1; 0: not known any more
};

struct PlacedDraft {
    review::CommentDraft draft;
    PlacedLines now;
};

/// All that is said about one change.
struct Talk {
    std::vector<PlacedThread> threads; ///< by path, side and line; outdated ones of a file stand where they stood
    std::vector<PlacedDraft> drafts; ///< the reviewer's own, in the order they were begun
};

/// The comments of one opened change, as one reviewer sees and writes them. Calls may come from any thread, one after the
/// other; each that returns without an error is on the disk. Not for the GUI thread. Errors are those of review::Comments.
class Discussion
{
public:
    using Id = review::CommentId;

    /// Opens the store and remembers the head as a patch set. Takes a handle of its own on the repository.
    [[nodiscard]] static Result<std::shared_ptr<Discussion>> open(const git::Repository &repository, Change change,
                                                                  std::stop_token stop = {});

    /// Every thread, and the reviewer's drafts, with their places in this version of the change.
    [[nodiscard]] Result<Talk> load(const std::stop_token &stop = {});

    /// Begins a thread at lines of this version. Errors (usage): no such file or lines on this side; no text.
    [[nodiscard]] Result<Id> post(const std::string &path, Side side, LineRange lines, std::string_view text);
    [[nodiscard]] Result<Id> reply(Id thread, std::string_view text);
    [[nodiscard]] Result<void> setState(Id thread, review::ThreadState state);
    /// Rewords or deletes one's own comment.
    [[nodiscard]] Result<void> edit(Id comment, std::string_view text);
    [[nodiscard]] Result<void> remove(Id comment);
    [[nodiscard]] Result<std::vector<review::Wording>> history(Id comment);

    /// Saves what is being typed: for new lines, as an answer, or into a draft that load() gave.
    [[nodiscard]] Result<Id> saveDraft(const std::string &path, Side side, LineRange lines, std::string_view text);
    [[nodiscard]] Result<Id> saveReplyDraft(Id thread, std::string_view text);
    [[nodiscard]] Result<void> updateDraft(Id draft, std::string_view text);
    [[nodiscard]] Result<void> discardDraft(Id draft);
    /// @return the thread's number.
    [[nodiscard]] Result<Id> postDraft(Id draft);

    [[nodiscard]] const std::string &reviewer() const { return m_reviewer; }
    [[nodiscard]] const Change &change() const { return m_change; }
    /// Where a damaged store was put when it was opened; tell the user.
    [[nodiscard]] const std::optional<std::filesystem::path> &setAside() const { return m_setAside; }

private:
    Discussion(git::Repository repository, Change change, review::ReviewKey key, std::unique_ptr<SystemClock> clock,
               review::OpenedStore store, review::OpenedComments comments);
    [[nodiscard]] Result<review::Anchor> anchorAt(const std::string &path, Side side, LineRange lines);

    std::mutex m_mutex;
    git::Repository m_repository;
    Change m_change;
    review::ReviewKey m_key;
    std::string m_reviewer;
    std::unique_ptr<SystemClock> m_clock;
    review::Store m_store;
    review::Comments m_comments;
    std::optional<std::filesystem::path> m_setAside;
    CommentPlaces m_places;
};

} // namespace countersign::workbench
