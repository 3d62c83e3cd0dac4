// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Discussion.h"

#include "ReviewDesk.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace countersign::workbench
{

namespace
{

/// Number of the patch set with this head; 0 when there is none.
std::size_t numberOf(const std::vector<review::PatchSet> &sets, const Oid &head)
{
    const auto found = std::ranges::find(sets, head, &review::PatchSet::head);
    return found == sets.end() ? 0 : static_cast<std::size_t>(found - sets.begin()) + 1;
}

/// Line a thread is listed at.
LineNumber lineOf(const PlacedThread &one)
{
    return one.now.place.lines.first != noLine ? one.now.place.lines.first : one.now.place.nearest;
}

} // namespace

Discussion::Discussion(git::Repository repository, Change change, review::ReviewKey key, std::unique_ptr<SystemClock> clock,
                       review::OpenedStore store, review::OpenedComments comments)
    : m_repository(std::move(repository))
    , m_change(std::move(change))
    , m_key(std::move(key))
    , m_reviewer(reviewerOf(m_repository))
    , m_clock(std::move(clock))
    , m_store(std::move(store.store))
    , m_comments(std::move(comments.comments))
    , m_setAside(std::move(store.setAside))
    , m_places(m_repository, m_change)
{
}

Result<std::shared_ptr<Discussion>> Discussion::open(const git::Repository &repository, Change change, std::stop_token stop)
{
    auto key = reviewKey(repository, change, std::move(stop));
    if (!key)
        return std::unexpected(key.error());
    auto handle = repository.handle();
    if (!handle)
        return std::unexpected(handle.error());
    auto clock = std::make_unique<SystemClock>();
    auto store = review::Store::open(defaultStorePath(), *clock);
    if (!store)
        return std::unexpected(store.error());
    if (auto added = store->store.addPatchSet(*key, patchSetOf(change)); !added)
        return std::unexpected(added.error());
    auto comments = review::Comments::open(defaultStorePath(), *clock);
    if (!comments)
        return std::unexpected(comments.error());
    return std::shared_ptr<Discussion>(new Discussion(std::move(*handle), std::move(change), std::move(*key), std::move(clock),
                                                      std::move(*store), std::move(*comments)));
}

Result<Talk> Discussion::load(const std::stop_token &stop)
{
    const std::scoped_lock lock(m_mutex);
    const auto review = m_store.load(m_key, m_reviewer);
    if (!review)
        return std::unexpected(review.error());
    auto threads = m_comments.threads(m_key);
    if (!threads)
        return std::unexpected(threads.error());
    auto drafts = m_comments.drafts(m_key, m_reviewer);
    if (!drafts)
        return std::unexpected(drafts.error());
    Talk talk;
    for (auto &thread : *threads) {
        auto place = m_places.find(thread.anchor, stop);
        if (!place)
            return std::unexpected(place.error());
        const std::size_t patchSet = numberOf(review->patchSets, thread.anchor.head);
        talk.threads.push_back({std::move(thread), std::move(*place), patchSet});
    }
    for (auto &draft : *drafts) {
        auto place = m_places.find(draft.anchor, stop);
        if (!place)
            return std::unexpected(place.error());
        talk.drafts.push_back({std::move(draft), std::move(*place)});
    }
    std::ranges::stable_sort(talk.threads, [](const PlacedThread &a, const PlacedThread &b) {
        const auto key = [](const PlacedThread &one) {
            return std::tuple(std::string_view(one.now.path), lineOf(one), one.thread.anchor.side, one.thread.id);
        };
        return key(a) < key(b);
    });
    return talk;
}

Result<review::Anchor> Discussion::anchorAt(const std::string &path, Side side, LineRange lines)
{
    const auto text = m_places.text(side, path);
    if (!text)
        return std::unexpected(text.error());
    return review::makeAnchor(*text, path, side, lines, m_change.head, m_change.mergeBase);
}

Result<Discussion::Id> Discussion::post(const std::string &path, Side side, LineRange lines, std::string_view text)
{
    const std::scoped_lock lock(m_mutex);
    return anchorAt(path, side, lines).and_then([&](const review::Anchor &anchor) {
        return m_comments.post(m_key, anchor, text, m_reviewer);
    });
}

Result<Discussion::Id> Discussion::reply(Id thread, std::string_view text)
{
    const std::scoped_lock lock(m_mutex);
    return m_comments.reply(m_key, thread, text, m_reviewer);
}

Result<void> Discussion::setState(Id thread, review::ThreadState state)
{
    const std::scoped_lock lock(m_mutex);
    return m_comments.setState(m_key, thread, state, m_reviewer);
}

Result<void> Discussion::edit(Id comment, std::string_view text)
{
    const std::scoped_lock lock(m_mutex);
    return m_comments.edit(m_key, comment, text, m_reviewer);
}

Result<void> Discussion::remove(Id comment)
{
    const std::scoped_lock lock(m_mutex);
    return m_comments.remove(m_key, comment, m_reviewer);
}

Result<std::vector<review::Wording>> Discussion::history(Id comment)
{
    const std::scoped_lock lock(m_mutex);
    return m_comments.history(m_key, comment);
}

Result<Discussion::Id> Discussion::saveDraft(const std::string &path, Side side, LineRange lines, std::string_view text)
{
    const std::scoped_lock lock(m_mutex);
    return anchorAt(path, side, lines).and_then([&](const review::Anchor &anchor) {
        return m_comments.saveDraft(m_key, anchor, text, m_reviewer);
    });
}

Result<Discussion::Id> Discussion::saveReplyDraft(Id thread, std::string_view text)
{
    const std::scoped_lock lock(m_mutex);
    return m_comments.saveReplyDraft(m_key, thread, text, m_reviewer);
}

Result<void> Discussion::updateDraft(Id draft, std::string_view text)
{
    const std::scoped_lock lock(m_mutex);
    return m_comments.updateDraft(m_key, draft, text, m_reviewer);
}

Result<void> Discussion::discardDraft(Id draft)
{
    const std::scoped_lock lock(m_mutex);
    return m_comments.discardDraft(m_key, draft, m_reviewer);
}

Result<Discussion::Id> Discussion::postDraft(Id draft)
{
    const std::scoped_lock lock(m_mutex);
    return m_comments.postDraft(m_key, draft, m_reviewer);
}

} // namespace countersign::workbench
