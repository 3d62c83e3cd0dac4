// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../Job.h"
#include "../Workspace.h"

#include "core/FileChange.h"

#include <QDialog>

#include <memory>
#include <string>
#include <vector>

class QLabel;

namespace countersign::ui
{

class DiffView;

/// What is to be shown of a tree.
struct TreePlace {
    Oid tree;
    QString version; ///< of the tree, for people: "9f31c2e"
    std::string path;
    LineNumber line = noLine; ///< noLine: the first that has one of the names, else the top
    std::vector<std::string> names;
    QString why; ///< what is to be seen there
};

/// A file as it stands in a version, at one line. Read only; Escape closes it.
class TreeFileWindow : public QDialog
{
    Q_OBJECT
public:
    TreeFileWindow(std::shared_ptr<Workspace> workspace, TreePlace place, QWidget *parent);

    [[nodiscard]] DiffView *view() const { return m_view; }
    [[nodiscard]] bool isBusy() const { return m_reading.isRunning(); }

private:
    void read();
    void show(std::shared_ptr<const FileChange> file);

    std::shared_ptr<Workspace> m_workspace;
    const TreePlace m_place;
    QLabel *m_heading;
    QLabel *m_why;
    DiffView *m_view;
    Job m_reading;
};

} // namespace countersign::ui
