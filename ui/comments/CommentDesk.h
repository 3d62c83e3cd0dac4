// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CommentTarget.h"

#include "../Background.h"
#include "../Workspace.h"

#include "core/Change.h"
#include "workbench/Discussion.h"

#include <QObject>

#include <functional>
#include <memory>

namespace countersign::ui
{

/// The discussion of the opened change, kept off the GUI thread: every call returns at once, is carried out in the order of the
/// calls, and talkChanged() or failed() follows. What was given to it reaches the disk even when the window is closed.
class CommentDesk : public QObject
{
    Q_OBJECT
public:
    explicit CommentDesk(QObject *parent = nullptr);
    ~CommentDesk() override;

    void open(std::shared_ptr<Workspace> workspace, Change change);
    void close();
    [[nodiscard]] bool isBusy() const { return m_pending > 0; }

    void saveDraft(const CommentTarget &target, const std::string &text);
    /// Saves the text and makes it a comment.
    void post(const CommentTarget &target, const std::string &text);
    void setState(review::CommentId thread, review::ThreadState state);

signals:
    void talkChanged(const countersign::workbench::Talk &talk);
    void posted();
    void failed(const QString &text);

private:
    struct Opened;
    using Work = std::function<Result<void>(workbench::Discussion &)>;
    enum class Then : std::uint8_t { Nothing, Reload, TellPosted };
    void run(Work work, Then then);

    Background m_thread{1};
    std::shared_ptr<Opened> m_opened;
    int m_pending = 0;
};

} // namespace countersign::ui
