// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CommentTarget.h"

#include "workbench/Discussion.h"

#include <QWidget>

#include <optional>
#include <utility>
#include <vector>

class QComboBox;
class QLabel;
class QListWidget;
class QPlainTextEdit;
class QPushButton;

namespace countersign::ui
{

/// The threads of a change, and the comment that is being written. What is typed is given away with every key, as a draft.
class CommentPanel : public QWidget
{
    Q_OBJECT
public:
    explicit CommentPanel(QWidget *parent = nullptr);

    void setTalk(const workbench::Talk &talk);
    void clear();
    /// Puts the cursor into a comment on these lines, or an answer; a draft that is there for it comes back.
    void write(const CommentTarget &target);
    /// The comment was posted: nothing is being written any more.
    void forgetTarget();
    void say(const QString &text);
    /// Threads that are open.
    [[nodiscard]] int openCount() const;
    [[nodiscard]] const workbench::Talk &talk() const { return m_talk; }

    /// "Ann · 3 h · open · edited since": a thread's heading.
    [[nodiscard]] static QString headingOf(const workbench::PlacedThread &thread);
    /// Its comments, a paragraph each.
    [[nodiscard]] static QStringList paragraphsOf(const workbench::PlacedThread &thread);

signals:
    void threadSelected(qint64 thread);
    void typed(const countersign::ui::CommentTarget &target, const std::string &text);
    void postRequested(const countersign::ui::CommentTarget &target, const std::string &text);
    void stateChosen(qint64 thread, countersign::review::ThreadState state);

private:
    [[nodiscard]] const workbench::PlacedThread *current() const;
    void showCurrent();
    void showTarget();
    /// What was typed for a target: here if it was, else as the store had it.
    [[nodiscard]] QString draftOf(const CommentTarget &target) const;

    workbench::Talk m_talk;
    std::optional<CommentTarget> m_target;
    std::vector<std::pair<CommentTarget, QString>> m_typed; ///< since the change was opened, newer than the drafts of m_talk
    QListWidget *m_list;
    QComboBox *m_state;
    QLabel *m_about;
    QPlainTextEdit *m_text;
    QPushButton *m_post;
    QLabel *m_note;
};

} // namespace countersign::ui
