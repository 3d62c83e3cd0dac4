// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace countersign::ui
{

class DiffView;
class FilePanel;

/// Steps through a change: to the next and previous hunk, finding, comment, unread line. Where a file has none left, the step
/// goes on in the files behind or before it. GUI thread.
class FileSteps : public QObject
{
    Q_OBJECT
public:
    FileSteps(FilePanel *files, DiffView *view, QObject *parent);

public slots:
    void nextHunk();
    void previousHunk();
    void nextFinding();
    void previousFinding();
    void nextComment();
    void previousComment();
    void nextFile();
    void previousFile();
    void nextUnread(); ///< behind the current line

private:
    void step(bool (DiffView::*go)(), int direction);

    FilePanel *m_files;
    DiffView *m_view;
};

} // namespace countersign::ui
