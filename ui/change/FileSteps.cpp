// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "FileSteps.h"

#include "FilePanel.h"

#include "../diffview/DiffView.h"

namespace countersign::ui
{

FileSteps::FileSteps(FilePanel *files, DiffView *view, QObject *parent)
    : QObject(parent)
    , m_files(files)
    , m_view(view)
{
}

/// @param direction 1: the files behind this one, -1: those before it
void FileSteps::step(bool (DiffView::*go)(), int direction)
{
    if ((m_view->*go)())
        return;
    for (int file = m_files->current() + direction; m_files->select(file); file += direction) {
        m_view->setCurrentItem(direction > 0 ? 0 : static_cast<int>(m_view->model().items().size()) - 1);
        if ((m_view->*go)())
            return;
    }
}

void FileSteps::nextHunk()
{
    if (!m_view->nextHunk())
        m_files->select(m_files->current() + 1);
}

void FileSteps::previousHunk()
{
    if (!m_view->previousHunk() && m_files->select(m_files->current() - 1)) {
        m_view->setCurrentItem(static_cast<int>(m_view->model().items().size()) - 1);
        m_view->previousHunk();
    }
}

void FileSteps::nextFinding()
{
    step(&DiffView::nextFinding, 1);
}

void FileSteps::previousFinding()
{
    step(&DiffView::previousFinding, -1);
}

void FileSteps::nextComment()
{
    step(&DiffView::nextComment, 1);
}

void FileSteps::previousComment()
{
    step(&DiffView::previousComment, -1);
}

void FileSteps::nextFile()
{
    m_files->select(m_files->current() + 1);
}

void FileSteps::previousFile()
{
    m_files->select(m_files->current() - 1);
}

void FileSteps::nextUnread()
{
    if (m_view->goToUnread(false))
        return;
    for (int file = m_files->current() + 1; m_files->select(file); ++file) {
        if (m_view->goToUnread(true))
            return;
    }
}

} // namespace countersign::ui
