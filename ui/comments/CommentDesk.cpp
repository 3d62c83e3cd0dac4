// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "CommentDesk.h"

#include "../Words.h"

#include <QPointer>

#include <optional>

namespace countersign::ui
{

/// One change's discussion; it is made and used by the desk's thread.
struct CommentDesk::Opened {
    std::shared_ptr<Workspace> workspace;
    Change change;
    std::shared_ptr<workbench::Discussion> discussion;
};

CommentDesk::CommentDesk(QObject *parent)
    : QObject(parent)
{
}

CommentDesk::~CommentDesk() = default;

void CommentDesk::open(std::shared_ptr<Workspace> workspace, Change change)
{
    m_opened = std::make_shared<Opened>(std::move(workspace), std::move(change), nullptr);
    run([](workbench::Discussion &) { return Result<void>(); }, Then::Reload);
}

void CommentDesk::close()
{
    m_opened.reset();
}

void CommentDesk::run(Work work, Then then)
{
    if (!m_opened)
        return;
    ++m_pending;
    const QPointer<CommentDesk> self(this);
    m_thread.start([self, opened = m_opened, work = std::move(work), then] {
        const auto attempt = [&]() -> Result<std::optional<workbench::Talk>> {
            if (!opened->discussion) {
                auto repository = opened->workspace->handle();
                if (!repository)
                    return std::unexpected(repository.error());
                auto discussion = workbench::Discussion::open(*repository, opened->change);
                if (!discussion)
                    return std::unexpected(discussion.error());
                opened->discussion = std::move(*discussion);
            }
            if (auto done = work(*opened->discussion); !done)
                return std::unexpected(done.error());
            if (then == Then::Nothing)
                return std::nullopt;
            auto talk = opened->discussion->load();
            if (!talk)
                return std::unexpected(talk.error());
            return std::move(*talk);
        };
        auto outcome = std::make_shared<Result<std::optional<workbench::Talk>>>(attempt());
        callInGui([self, opened, outcome, then] {
            if (!self)
                return;
            --self->m_pending;
            if (self->m_opened != opened)
                return;
            if (!*outcome) {
                emit self->failed(words(outcome->error()));
                return;
            }
            if (**outcome)
                emit self->talkChanged(***outcome);
            if (then == Then::TellPosted)
                emit self->posted();
        });
    });
}

namespace
{

Result<review::CommentId> keepDraft(workbench::Discussion &discussion, const CommentTarget &target, const std::string &text)
{
    return target.thread ? discussion.saveReplyDraft(*target.thread, text)
                         : discussion.saveDraft(target.path, target.side, target.lines, text);
}

} // namespace

void CommentDesk::saveDraft(const CommentTarget &target, const std::string &text)
{
    run(
        [target, text](workbench::Discussion &discussion) -> Result<void> {
            auto draft = keepDraft(discussion, target, text);
            if (draft && text.empty())
                return discussion.discardDraft(*draft);
            return draft ? Result<void>() : std::unexpected(draft.error());
        },
        Then::Nothing);
}

void CommentDesk::post(const CommentTarget &target, const std::string &text)
{
    run(
        [target, text](workbench::Discussion &discussion) -> Result<void> {
            const auto draft = keepDraft(discussion, target, text);
            if (!draft)
                return std::unexpected(draft.error());
            const auto thread = discussion.postDraft(*draft);
            return thread ? Result<void>() : std::unexpected(thread.error());
        },
        Then::TellPosted);
}

void CommentDesk::setState(review::CommentId thread, review::ThreadState state)
{
    run([thread, state](workbench::Discussion &discussion) { return discussion.setState(thread, state); }, Then::Reload);
}

} // namespace countersign::ui
