// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../Job.h"
#include "../Workspace.h"

#include "workbench/ChangeReport.h"

#include <QWidget>

class QLabel;
class QListView;
class QListWidget;
class QProgressBar;
class QPushButton;
class QSplitter;
class QTabWidget;
class QVBoxLayout;

namespace countersign::ui
{

class ChangeHeader;
class DiffView;
class FileListModel;

/// One change: files riskiest first, the two-pane diff with its findings, and what is known about it.
class ChangePage : public QWidget
{
    Q_OBJECT
public:
    explicit ChangePage(QWidget *parent = nullptr);

    void open(std::shared_ptr<Workspace> workspace, const QString &id);
    [[nodiscard]] bool isBusy() const { return m_job.isRunning(); }
    [[nodiscard]] bool hasChange() const { return m_report != nullptr; }
    [[nodiscard]] DiffView *diffView() const { return m_diff; }
    [[nodiscard]] int currentFile() const;

public slots:
    void nextHunk(); ///< rolls over to the next file
    void previousHunk();
    void nextFinding();
    void previousFinding();
    void nextFile();
    void previousFile();
    void cancel();

signals:
    void settled();

private:
    void buildFiles(QSplitter *splitter);
    void buildDiff(QSplitter *splitter);
    void buildDetails(QSplitter *splitter);
    void buildFooter(QVBoxLayout *layout);
    void showReport(workbench::ChangeReport report);
    void showError(const Error &error);
    void showFile(int index);
    bool selectFile(int index);
    void updateDiffHeader();
    void fillFindings();
    void fillProvenance();

    std::shared_ptr<Workspace> m_workspace;
    std::shared_ptr<const workbench::ChangeReport> m_report;
    ChangeHeader *m_header;
    FileListModel *m_files;
    QListView *m_fileList;
    QLabel *m_filesTitle;
    QLabel *m_diffHeader;
    DiffView *m_diff;
    QTabWidget *m_details;
    QListWidget *m_findings;
    QListWidget *m_provenance;
    QLabel *m_status;
    QProgressBar *m_progress;
    QPushButton *m_cancel;
    Job m_job;
};

} // namespace countersign::ui
