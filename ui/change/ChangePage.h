// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "DiffPane.h"
#include "HunkReader.h"
#include "LineTools.h"

#include "../Job.h"
#include "../Workspace.h"
#include "../diffview/DiffView.h"

#include "workbench/ChangeReport.h"
#include "workbench/Gatekeeper.h"

#include <QWidget>

#include <optional>
#include <string>
#include <vector>

class QSplitter;
class QTabWidget;

namespace countersign::ui
{

class ChangeFooter;
class ChangeHeader;
class ChecklistPanel;
class Conversation;
class FilePanel;
class FileSteps;
class FindingDesk;
class FindingPanel;
class GateDesk;
class GatePanel;
class HistoryPanel;
struct OpenedChange;
class ImportedReports;
class ProvenancePanel;
class ReviewSession;

/// One change: files riskiest first, the two-pane diff with its findings, and what is known about it.
class ChangePage : public QWidget
{
    Q_OBJECT
public:
    explicit ChangePage(QWidget *parent = nullptr);

    /// Where it is open already, it is read again and the reader stays where he was.
    void open(std::shared_ptr<Workspace> workspace, const QString &id);
    [[nodiscard]] bool isBusy() const;
    /// The lines are shown; isBusy() tells whether what is known about them is still being found out.
    [[nodiscard]] bool hasChange() const { return m_report != nullptr; }
    [[nodiscard]] DiffView *diffView() const { return m_diff; }
    [[nodiscard]] DiffPane *diffPane() const { return m_pane; }
    [[nodiscard]] LineTools *lineTools() const { return m_lines; }
    [[nodiscard]] FileSteps *steps() const { return m_steps; }
    [[nodiscard]] FindingDesk *findingDesk() const { return m_decisions; }
    [[nodiscard]] ImportedReports *importedReports() const { return m_imported; }
    [[nodiscard]] QTabWidget *details() const { return m_details; } ///< findings, checklist, …; others may add to them
    [[nodiscard]] const std::shared_ptr<Workspace> &workspace() const { return m_workspace; }
    /// Goes to a line of a file of the change; with noLine to the file only.
    void showPlace(const std::string &path, Side side, LineNumber line);
    [[nodiscard]] int currentFile() const;

public slots:
    void refresh(); ///< reads the change again; what is shown stays until that is done
    void markRead(); ///< the selected lines, else the current hunk; then goes to the next unread line
    void markUnread();
    void comment(); ///< on the current line, or an answer to the current thread
    void approve(); ///< opens the sign dialog
    void reject();
    void withdraw();
    void tagAsAi(); ///< the change, the file that is shown, or the selected lines
    void importReport(); ///< of scanners, AI reviewers or coverage
    void overrideGate();
    void cancel();

signals:
    void settled();
    /// All is known about the change that is shown; null: none is, or its risks are being looked for.
    void reported(const std::shared_ptr<const countersign::workbench::ChangeReport> &report);
    void axesRequested(); ///< one of the four axes in the header was chosen
    /// The gate was asked anew: where the change stands now.
    void judged(const std::string &change, countersign::workbench::GateState state);

private:
    void buildDetails(QSplitter *splitter);
    struct ReadingPlace {
        int file = 0;
        int item = 0;
        int top = 0; ///< pixels
        friend bool operator==(const ReadingPlace &, const ReadingPlace &) = default;
    };
    [[nodiscard]] ReadingPlace place() const { return {currentFile(), m_diff->currentItem(), m_diff->visibleTop()}; }
    [[nodiscard]] bool isShowing(const std::shared_ptr<Workspace> &workspace, const QString &id) const;
    void clear();
    void read();
    void setReport(std::shared_ptr<const workbench::ChangeReport> report);
    void showCompared(std::shared_ptr<const workbench::ChangeReport> report);
    void showJudged(std::shared_ptr<const workbench::ChangeReport> report);
    void showReport(OpenedChange opened);
    void showFindings(OpenedChange opened);
    void showAnalysis();
    void showError(const Error &error);
    void showFile(int index);
    void showFirst(const std::string &shown, LineMap lines);
    bool selectFile(int index);
    [[nodiscard]] std::shared_ptr<const FileChange> fileAt(int index) const;
    [[nodiscard]] int indexOf(const std::string &path) const;
    void showState();
    void runCardAction(const QString &id, countersign::ui::CardAction action);
    void showMove(quint32 move);
    void showComments();
    void buildComments();
    void buildReports();
    void showImported(std::shared_ptr<const workbench::ChangeReport> report);
    void buildHistory();
    void showFinding(const Finding &finding);
    void setCanSign(bool can);
    void showToSign();

    std::shared_ptr<Workspace> m_workspace;
    QString m_id;
    std::shared_ptr<const workbench::ChangeReport> m_report;
    std::optional<ReadingPlace> m_begun; ///< where a change whose risks are not known yet was opened
    bool m_isJudged = false; ///< findings are shown, and the axes are still looked for
    std::optional<LineMap> m_kept; ///< while a new version of the change takes the place of the one shown
    ChangeHeader *m_header;
    ChangeFooter *m_footer;
    ReviewSession *m_review;
    FilePanel *m_files;
    DiffPane *m_pane;
    DiffView *m_diff;
    FileSteps *m_steps;
    std::optional<HunkReader> m_reader;
    LineTools *m_lines;
    QTabWidget *m_details;
    FindingPanel *m_findings;
    FindingDesk *m_decisions;
    ChecklistPanel *m_checklist;
    GatePanel *m_gate;
    GateDesk *m_gateDesk;
    Conversation *m_conversation;
    HistoryPanel *m_history;
    ImportedReports *m_imported;
    ProvenancePanel *m_provenance;
    Job m_job;
};

} // namespace countersign::ui
