// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../Job.h"
#include "../Workspace.h"
#include "../models/QueueModel.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QSortFilterProxyModel;
class QTableView;
class QVBoxLayout;

namespace countersign::ui
{

/// Every open change, riskiest first. Rows appear at once, bands as they become known.
class QueuePage : public QWidget
{
    Q_OBJECT
public:
    explicit QueuePage(QWidget *parent = nullptr);

    void setWorkspace(std::shared_ptr<Workspace> workspace);
    [[nodiscard]] const std::shared_ptr<Workspace> &workspace() const { return m_workspace; }
    /// Reads the refs again and analyses what is open.
    void refresh();
    void cancel();
    /// The gate of one change was asked elsewhere.
    void setGate(const std::string &change, workbench::GateState state) { m_model->setGate(change, state); }
    [[nodiscard]] bool isBusy() const { return m_job.isRunning(); }
    [[nodiscard]] const QueueModel &model() const { return *m_model; }

signals:
    void changeActivated(const QString &id);
    void settled();

private:
    void buildHeader(QVBoxLayout *layout);
    void buildTable(QVBoxLayout *layout);
    void showSummary();
    void showReason();
    void activate(const QModelIndex &index);

    std::shared_ptr<Workspace> m_workspace;
    QueueModel *m_model;
    QSortFilterProxyModel *m_filtered;
    QTableView *m_table;
    QLineEdit *m_filter;
    QLabel *m_title;
    QLabel *m_summary;
    QLabel *m_progressText;
    QProgressBar *m_progress;
    QPushButton *m_cancel;
    QLabel *m_reason;
    Job m_job;
};

} // namespace countersign::ui
