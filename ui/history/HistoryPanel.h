// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../Job.h"
#include "../Workspace.h"

#include "core/Change.h"
#include "workbench/PatchSets.h"

#include <QWidget>

#include <memory>
#include <vector>

class QLabel;
class QListWidget;
class QPushButton;

namespace countersign::ui
{

/// The versions of a change that were ever opened here, newest first, and what the one that is open now changed since an earlier
/// one.
class HistoryPanel : public QWidget
{
    Q_OBJECT
public:
    explicit HistoryPanel(QWidget *parent = nullptr);

    /// Reads the versions in the background.
    void open(std::shared_ptr<Workspace> workspace, Change change);
    void clear();
    [[nodiscard]] bool isBusy() const { return m_reading.isRunning() || m_comparing.isRunning(); }
    [[nodiscard]] int count() const { return static_cast<int>(m_sets.size()); }

signals:
    void countChanged();
    /// The reader wants to see what the version that is open now changed since this one.
    void comparisonRequested(const countersign::workbench::InterDiff &difference, const QString &title);

private:
    void fill();
    void compare(bool show);

    std::shared_ptr<Workspace> m_workspace;
    Change m_change;
    std::vector<workbench::KnownPatchSet> m_sets; ///< oldest first
    QListWidget *m_list;
    QLabel *m_verdict;
    QPushButton *m_show;
    Job m_reading;
    Job m_comparing;
};

} // namespace countersign::ui
