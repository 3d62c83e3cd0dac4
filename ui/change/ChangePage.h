// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "DiffPane.h"
#include "LineTools.h"

#include "../Background.h"
#include "../Job.h"
#include "../Workspace.h"
#include "../diffview/DiffView.h"

#include "workbench/ChangeReport.h"
#include "workbench/Gatekeeper.h"
#include "workbench/ReviewDesk.h"

#include <QWidget>

#include <functional>
#include <optional>
#include <string>
#include <vector>

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
class ChecklistPanel;
class Conversation;
class FileListModel;
class FindingPanel;
class GatePanel;
class HistoryPanel;

/// One change: files riskiest first, the two-pane diff with its findings, and what is known about it.
class ChangePage : public QWidget
{
    Q_OBJECT
public:
    explicit ChangePage(QWidget *parent = nullptr);

    void open(std::shared_ptr<Workspace> workspace, const QString &id);
    ~ChangePage() override;
    [[nodiscard]] bool isBusy() const;
    [[nodiscard]] bool hasChange() const { return m_report != nullptr; }
    [[nodiscard]] DiffView *diffView() const { return m_diff; }
    [[nodiscard]] DiffPane *diffPane() const { return m_pane; }
    [[nodiscard]] LineTools *lineTools() const { return m_lines; }
    [[nodiscard]] int currentFile() const;

public slots:
    void nextHunk(); ///< rolls over to the next file
    void previousHunk();
    void nextFinding();
    void previousFinding();
    void nextComment();
    void previousComment();
    void nextFile();
    void previousFile();
    void markRead(); ///< the current hunk, then goes to the next unread one
    void markUnread();
    void comment(); ///< on the current line, or an answer to the current thread
    void acknowledge(); ///< the finding whose card is current
    void waive();
    void dispute();
    void approve(); ///< opens the sign dialog
    void reject();
    void withdraw();
    void cancel();

signals:
    void settled();
    /// The gate was asked anew: where the change stands now.
    void judged(const std::string &change, countersign::workbench::GateState state);

private:
    void buildFiles(QSplitter *splitter);
    void buildDetails(QSplitter *splitter);
    void buildFooter(QVBoxLayout *layout);
    void showReport(workbench::ChangeReport report);
    void showError(const Error &error);
    void showFile(int index);
    bool selectFile(int index);
    void openDesk();
    void save(std::function<Result<workbench::ReviewState>(workbench::ReviewDesk &)> work);
    void showState(const workbench::ReviewState &state);
    void showReadMarks();
    void setCurrentHunkRead(bool read);
    [[nodiscard]] const std::vector<review::CoverageMap::Hunk> *currentHunks() const;
    void showDecisions();
    void runCardAction(const QString &id, countersign::ui::CardAction action);
    [[nodiscard]] std::optional<std::string> currentFinding() const;
    void showMove(quint32 move);
    void showComments();
    void buildComments();
    void buildHistory();
    void showFinding(const Finding &finding);
    void setCanSign(bool can);
    void showToSign();
    void askGate();
    void sign(records::RecordKind kind);
    void fillProvenance();

    std::shared_ptr<Workspace> m_workspace;
    std::shared_ptr<const workbench::ChangeReport> m_report;
    ChangeHeader *m_header;
    FileListModel *m_files;
    QListView *m_fileList;
    QLabel *m_filesTitle;
    DiffPane *m_pane;
    DiffView *m_diff;
    LineTools *m_lines;
    QTabWidget *m_details;
    FindingPanel *m_findings;
    ChecklistPanel *m_checklist;
    GatePanel *m_gate;
    Conversation *m_conversation;
    HistoryPanel *m_history;
    QListWidget *m_provenance;
    QLabel *m_status;
    QProgressBar *m_progress;
    QPushButton *m_cancel;
    QLabel *m_toSign;
    QPushButton *m_reject;
    QPushButton *m_approve;
    Job m_job;
    Job m_opening;
    Job m_judging;
    Background m_saves{1}; ///< one thread: saves keep their order
    int m_pendingSaves = 0;
    std::shared_ptr<workbench::ReviewDesk> m_desk;
    workbench::ReviewState m_state;
};

} // namespace countersign::ui
