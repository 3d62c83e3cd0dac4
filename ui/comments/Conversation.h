// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CommentDesk.h"

#include "../Workspace.h"
#include "../diffview/DiffModel.h"

#include "workbench/ChangeReport.h"

#include <QObject>

#include <memory>
#include <vector>

namespace countersign::ui
{

class CommentPanel;
class DiffView;

/// What is said about the opened change: brings together the panel where it is read and written, the desk that keeps it, and the
/// lines of the view that it is about.
class Conversation : public QObject
{
    Q_OBJECT
public:
    Conversation(DiffView *view, QWidget *panelParent, QObject *parent);

    void open(std::shared_ptr<Workspace> workspace, std::shared_ptr<const workbench::ChangeReport> report);
    void close();
    [[nodiscard]] CommentPanel *panel() const { return m_panel; }
    [[nodiscard]] bool isBusy() const { return m_desk->isBusy(); }
    /// Number of threads.
    [[nodiscard]] std::size_t count() const;
    /// The threads about a file, as the view shows them.
    [[nodiscard]] std::vector<DiffComment> under(const FileChange &file) const;
    /// Begins a comment on the current line of the view, or an answer to the current thread.
    void write();
    void reply(review::CommentId thread);

signals:
    void changed();
    /// The reader chose a thread: it stands under this line of this side of a file.
    void placeChosen(const std::string &path, countersign::Side side, countersign::LineNumber line);

private:
    void choose(review::CommentId thread);

    DiffView *m_view;
    CommentPanel *m_panel;
    CommentDesk *m_desk;
    std::shared_ptr<const workbench::ChangeReport> m_report;
};

} // namespace countersign::ui
