// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ChangePage.h"

#include "ChangeFooter.h"
#include "ChangeHeader.h"
#include "DiffPane.h"
#include "FilePanel.h"
#include "FileSteps.h"
#include "FindingDesk.h"
#include "FindingPanel.h"
#include "GateDesk.h"
#include "GatePanel.h"
#include "ImportedReports.h"
#include "LineTools.h"
#include "OpenedChange.h"
#include "ProvenancePanel.h"
#include "ReviewSession.h"
#include "TagDialog.h"

#include "../Words.h"
#include "../checklist/ChecklistPanel.h"
#include "../comments/CommentPanel.h"
#include "../comments/Conversation.h"
#include "../diffview/DiffView.h"
#include "../history/HistoryPanel.h"
#include "../history/InterDiffWindow.h"

#include "workbench/Signing.h"

#include <QPointer>
#include <QSplitter>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace countersign::ui
{

ChangePage::ChangePage(QWidget *parent)
    : QWidget(parent)
    , m_header(new ChangeHeader(this))
    , m_footer(new ChangeFooter(this))
    , m_review(new ReviewSession(this))
{
    setObjectName(QStringLiteral("changePage"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    auto *splitter = new QSplitter(this);
    splitter->setObjectName(QStringLiteral("changeSplitter"));
    splitter->setHandleWidth(1);
    splitter->setChildrenCollapsible(false);
    m_files = new FilePanel(splitter);
    connect(m_files, &FilePanel::selected, this, &ChangePage::showFile);
    m_pane = new DiffPane(splitter);
    m_diff = m_pane->view();
    m_steps = new FileSteps(m_files, m_diff, this);
    m_reader.emplace(m_pane, m_review);
    connect(m_pane, &DiffPane::rowsChanged, this, [this] { m_reader->show(); });
    connect(m_diff, &DiffView::cardAction, this, &ChangePage::runCardAction);
    connect(m_diff, &DiffView::movedElsewhere, this, &ChangePage::showMove);
    m_lines = new LineTools(m_diff, this);
    connect(m_lines, &LineTools::said, m_footer, &ChangeFooter::setStatus);
    connect(m_lines, &LineTools::placeFound, this, [this](int file, Side side, LineNumber line) {
        selectFile(file);
        m_diff->showLine(side, line);
    });
    connect(m_lines, &LineTools::blamed, this, &ChangePage::showComments);
    buildDetails(splitter);
    splitter->setStretchFactor(0, 0);
    splitter->setStretchFactor(1, 1);
    splitter->setStretchFactor(2, 0);
    splitter->setSizes({230, 780, 480});
    layout->addWidget(splitter, 1);
    layout->addWidget(m_footer);
    connect(m_header, &ChangeHeader::axisChosen, this, &ChangePage::axesRequested);
    connect(m_footer, &ChangeFooter::cancelRequested, this, &ChangePage::cancel);
    connect(m_footer, &ChangeFooter::approveRequested, this, &ChangePage::approve);
    connect(m_footer, &ChangeFooter::rejectRequested, this, &ChangePage::reject);
    connect(&m_job, &Job::progressed, m_footer, &ChangeFooter::setProgress);
    connect(&m_job, &Job::started, m_footer, [this] { m_footer->setRunning(true); });
    connect(&m_job, &Job::finished, m_footer, [this] { m_footer->setRunning(false); });
    connect(m_review, &ReviewSession::changed, this, &ChangePage::showState);
    connect(m_review, &ReviewSession::failed, this, [this](const QString &why) {
        m_footer->setStatus(why);
        m_findings->showError(why);
    });
}

void ChangePage::buildDetails(QSplitter *splitter)
{
    m_details = new QTabWidget(splitter);
    m_details->setObjectName(QStringLiteral("changeDetails"));
    m_details->setDocumentMode(true);
    m_details->tabBar()->setDrawBase(false);
    m_findings = new FindingPanel(m_details);
    m_gate = new GatePanel(m_details);
    m_provenance = new ProvenancePanel(m_details);
    m_checklist = new ChecklistPanel(m_details);
    connect(m_checklist, &ChecklistPanel::answered, this,
            [this](const std::string &question, std::optional<review::Answer> answer, const std::string &evidence) {
                m_review->save([=](workbench::ReviewDesk &desk) { return desk.saveAnswer(question, answer, evidence); });
            });
    m_details->addTab(m_findings, tr("Findings"));
    m_details->addTab(m_checklist, tr("Checklist"));
    buildComments();
    m_details->addTab(m_gate, tr("Gate"));
    m_details->addTab(m_provenance, tr("Origin"));
    buildHistory();
    m_gateDesk = new GateDesk(m_gate, m_review, this);
    connect(m_gateDesk, &GateDesk::judged, this, [this](workbench::GateState state) {
        m_header->setGate(state);
        emit judged(m_report->analysis.change.id, state);
    });
    buildReports();
    connect(m_gate, &GatePanel::withdrawRequested, this, &ChangePage::withdraw);
    connect(m_gate, &GatePanel::overrideRequested, this, &ChangePage::overrideGate);
    connect(m_findings, &FindingPanel::findingSelected, this, &ChangePage::showFinding);
    m_decisions = new FindingDesk(m_diff, m_findings, m_review, this);
    connect(m_decisions, &FindingDesk::asks, this, [this] { m_details->setCurrentWidget(m_findings); });
}

void ChangePage::buildComments()
{
    m_conversation = new Conversation(m_diff, m_details, this);
    m_details->addTab(m_conversation->panel(), tr("Comments"));
    connect(m_conversation, &Conversation::changed, this, [this] {
        m_details->setTabText(m_details->indexOf(m_conversation->panel()),
                              m_conversation->count() > 0 ? tr("Comments %1").arg(m_conversation->count()) : tr("Comments"));
        showComments();
    });
    connect(m_conversation, &Conversation::placeChosen, this, [this](const std::string &path, Side side, LineNumber line) {
        selectFile(indexOf(path));
        m_diff->showLine(side, line);
        m_diff->nextComment();
    });
}

void ChangePage::buildHistory()
{
    m_history = new HistoryPanel(m_details);
    m_details->addTab(m_history, tr("History"));
    connect(m_history, &HistoryPanel::countChanged, this, [this] {
        m_details->setTabText(m_details->indexOf(m_history),
                              m_history->count() > 1 ? tr("History %1").arg(m_history->count()) : tr("History"));
    });
    connect(m_history, &HistoryPanel::comparisonRequested, this,
            [this](const workbench::InterDiff &difference, const QString &title) {
                auto *window = new InterDiffWindow(difference, title, this);
                window->setAttribute(Qt::WA_DeleteOnClose);
                window->show();
            });
}

void ChangePage::buildReports()
{
    m_imported = new ImportedReports(this);
    connect(m_findings, &FindingPanel::importRequested, m_imported, &ImportedReports::import);
    connect(m_imported, &ImportedReports::imported, this, &ChangePage::showImported);
    connect(m_imported, &ImportedReports::failed, this, [this](const QString &why) { m_findings->showError(why); });
    connect(m_findings, &FindingPanel::annotationSelected, this, [this](const Annotation &annotation) {
        selectFile(indexOf(annotation.file));
        m_diff->showLine(Side::New, std::max<LineNumber>(annotation.startLine, 1));
    });
}

/// The same change with what other programs say about it: the reader stays where he is.
void ChangePage::showImported(std::shared_ptr<const workbench::ChangeReport> report)
{
    const std::string shown = m_pane->file() ? m_pane->file()->path() : std::string();
    setReport(std::move(report));
    showAnalysis();
    m_header->setAnalysis(m_report->analysis);
    m_findings->setReports(m_report->analysis.annotations, m_report->analysis.testCoverage);
    showFirst(shown, {.isSame = true});
    m_review->open(m_workspace, m_report);
}

bool ChangePage::isBusy() const
{
    return m_imported->isBusy() || m_job.isRunning() || m_review->isBusy() || m_gateDesk->isBusy() || m_pane->isBusy()
        || m_lines->isBusy() || m_conversation->isBusy() || m_history->isBusy();
}

void ChangePage::comment()
{
    if (m_begun) // nobody keeps it yet
        return;
    m_details->setCurrentWidget(m_conversation->panel());
    m_conversation->write();
}

void ChangePage::showFinding(const Finding &finding)
{
    selectFile(indexOf(finding.file));
    m_diff->showFinding(finding.id);
}

bool ChangePage::isShowing(const std::shared_ptr<Workspace> &workspace, const QString &id) const
{
    return m_report && m_workspace == workspace && m_id == id;
}

void ChangePage::open(std::shared_ptr<Workspace> workspace, const QString &id)
{
    if (isShowing(workspace, id)) {
        refresh();
        return;
    }
    m_workspace = std::move(workspace);
    m_id = id;
    clear();
    m_header->setPending(safe(id.toStdString()), tr("Opening …"));
    m_pane->setMessage(tr("Opening …"));
    read();
}

void ChangePage::refresh()
{
    if (m_report)
        read();
}

void ChangePage::clear()
{
    m_reader->setCoverage(nullptr);
    m_report.reset();
    m_begun.reset();
    m_isJudged = false;
    m_review->close();
    m_checklist->clear();
    m_conversation->close();
    m_history->clear();
    m_details->setTabText(m_details->indexOf(m_checklist), tr("Checklist"));
    setCanSign(false);
    m_footer->clearToSign();
    m_gateDesk->close();
    m_files->setReport(nullptr);
    m_imported->setReport(nullptr);
    m_findings->setFindings({});
    m_provenance->clear();
    emit reported(nullptr);
}

void ChangePage::read()
{
    m_isJudged = false;
    const auto shown = m_report ? m_pane->file() : nullptr;
    // The lines of a change that is opened anew are there long before its risks are known.
    const QPointer<ChangePage> self(m_report ? nullptr : this);
    m_job.start(
        [workspace = m_workspace, id = m_id.toStdString(), shown, self](const std::stop_token &stop,
                                                                        const ProgressCallback &progress) {
            using Report = std::shared_ptr<const workbench::ChangeReport>;
            const auto inGui = [self, stop](void (ChangePage::*step)(Report)) {
                return [self, stop, step](Report report) {
                    callInGui([self, stop, step, report = std::move(report)] {
                        if (self && !stop.stop_requested())
                            (self->*step)(report);
                    });
                };
            };
            const EarlyParts early{inGui(&ChangePage::showCompared), inGui(&ChangePage::showJudged)};
            return readChange(*workspace, id, shown.get(), early, stop, progress);
        },
        [this](Result<OpenedChange> opened) {
            if (opened)
                showReport(std::move(*opened));
            else
                showError(opened.error());
            QMetaObject::invokeMethod(this, &ChangePage::settled, Qt::QueuedConnection);
        });
}

void ChangePage::cancel()
{
    m_job.cancel();
    m_footer->setStatus(tr("Stopped."));
    if (!m_report)
        m_pane->setMessage(tr("Stopped. Open the change again to go on."));
}

void ChangePage::showError(const Error &error)
{
    clear();
    m_header->setPending(tr("This change cannot be opened"), words(error));
    m_pane->setMessage(words(error));
    m_footer->setStatus({});
}

/// What shows lines works on these from now on.
void ChangePage::setReport(std::shared_ptr<const workbench::ChangeReport> report)
{
    m_report = std::move(report);
    m_reader->setCoverage(&m_report->coverage);
    m_lines->setChange(m_workspace, m_report);
    m_pane->setExtrasReader([workspace = m_workspace, report = m_report](const FileChange &file, const std::stop_token &stop) {
        return readExtras(*workspace, report->analysis.change, file, stop);
    });
    m_pane->setFileReader(
        [workspace = m_workspace](const FileChange &file, const diff::ChosenEncodings &chosen, const diff::DiffOptions &options,
                                  const std::stop_token &stop) { return readFileAs(*workspace, file, chosen, options, stop); });
    m_files->setReport(m_report);
    m_imported->setReport(m_report);
}

void ChangePage::showCompared(std::shared_ptr<const workbench::ChangeReport> report)
{
    if (m_report)
        return;
    setReport(std::move(report));
    m_header->setChange(m_report->analysis.change);
    selectFile(0);
    m_diff->setFocus();
    m_begun = place();
}

/// Findings before the axes, which can take seconds where the history was never read.
void ChangePage::showJudged(std::shared_ptr<const workbench::ChangeReport> report)
{
    if (!m_begun)
        return;
    showFindings({std::move(report), {.isSame = true}});
    m_review->open(m_workspace, m_report);
    m_conversation->open(m_workspace, m_report);
    m_history->open(m_workspace, m_report->analysis.change);
    m_isJudged = true;
}

void ChangePage::showReport(OpenedChange opened)
{
    const bool isAgain = m_report != nullptr;
    showFindings(std::move(opened));
    m_header->setAnalysis(m_report->analysis);
    if (!isAgain)
        m_diff->setFocus();
    m_review->open(m_workspace, m_report);
    if (!std::exchange(m_isJudged, false)) {
        m_conversation->open(m_workspace, m_report);
        m_history->open(m_workspace, m_report->analysis.change);
    }
    m_gateDesk->open(m_workspace, m_report);
    emit reported(m_report);
}

void ChangePage::showFindings(OpenedChange opened)
{
    // Who has not moved yet is led to the riskiest file; who has is not disturbed.
    const bool isUntouched = m_begun && *m_begun == place();
    m_begun.reset();
    const std::string shown = m_report && !isUntouched && m_pane->file() ? m_pane->file()->path() : std::string();
    setReport(std::move(opened.report));
    showAnalysis();
    const Analysis &analysis = m_report->analysis;
    m_footer->setStatus(tr("AI lines %1 of %2 · %n open finding(s)", nullptr, static_cast<int>(analysis.findings.size()))
                            .arg(analysis.provenance.aiLines)
                            .arg(analysis.provenance.totalLines));
    if (m_report->files.empty())
        m_pane->setMessage(tr("This change touches no file."));
    else
        showFirst(shown, std::move(opened.lines));
}

/// Beside the lines: findings and origin.
void ChangePage::showAnalysis()
{
    const Analysis &analysis = m_report->analysis;
    m_findings->setFindings(analysis.findings, analysis.problems);
    m_details->setTabText(0, analysis.findings.empty() ? tr("Findings") : tr("Findings %1").arg(analysis.findings.size()));
    m_provenance->setAnalysis(analysis);
}

void ChangePage::showState()
{
    const workbench::ReviewState &state = m_review->state();
    m_files->setCoverage(state.coverage);
    m_findings->setDecisions(state.stored.findings);
    m_decisions->show();
    m_gate->setMissing(workbench::missingParts(state));
    setCanSign(m_report->analysis.change.isStored);
    m_checklist->setItems(state.checklist);
    showToSign();
    m_details->setTabText(1, tr("Checklist %1/%2").arg(m_checklist->satisfied()).arg(m_checklist->count()));
    const auto &lines = state.coverage.total;
    const QString pace = state.pace ? tr(" · Pace %1 lines/h").arg(state.pace->linesPerHour) : QString();
    m_footer->setStatus(
        tr("Read %1 / %2 lines · AI lines %3 / %4 · Checklist %5 / %6 · %n open finding(s)", nullptr, m_findings->openCount())
            .arg(lines.changed.read)
            .arg(lines.changed.total)
            .arg(lines.ai.read)
            .arg(lines.ai.total)
            .arg(m_checklist->satisfied())
            .arg(m_checklist->count())
        + pace);
    m_reader->show();
}

/// The file that was shown before, where it is still in the change; else the riskiest one.
void ChangePage::showFirst(const std::string &shown, LineMap lines)
{
    const int same = shown.empty() ? -1 : indexOf(shown);
    if (same >= 0)
        m_kept = std::move(lines);
    selectFile(std::max(0, same));
    m_kept.reset();
}

void ChangePage::setCanSign(bool can)
{
    m_gate->setCanSign(can);
    m_footer->setCanSign(can);
}

void ChangePage::showToSign()
{
    const auto &lines = m_review->state().coverage.total.changed;
    const int questions = m_checklist->count() - m_checklist->satisfied();
    QStringList parts;
    if (lines.read < lines.total)
        parts << tr("read %n line(s)", nullptr, static_cast<int>(lines.total - lines.read));
    if (questions > 0)
        parts << tr("answer %n question(s)", nullptr, questions);
    if (m_findings->openCount() > 0)
        parts << tr("settle %n finding(s)", nullptr, m_findings->openCount());
    m_footer->setToSign(parts);
}

void ChangePage::runCardAction(const QString &id, CardAction action)
{
    const std::string finding = id.toStdString();
    switch (action) {
    case CardAction::Acknowledge:
        m_decisions->acknowledge(finding);
        break;
    case CardAction::Reopen:
        m_decisions->reopen(finding);
        break;
    case CardAction::Waive:
        m_decisions->prepare(finding, review::FindingDecision::Waived);
        break;
    case CardAction::Dispute:
        m_decisions->prepare(finding, review::FindingDecision::Disputed);
        break;
    case CardAction::Comment:
        comment();
        break;
    case CardAction::Reply:
        m_details->setCurrentWidget(m_conversation->panel());
        m_conversation->reply(id.toLongLong());
        break;
    }
}

void ChangePage::showMove(quint32 move)
{
    const auto *here = m_diff->model().file();
    for (std::size_t i = 0; m_report && i < m_report->files.size(); ++i) {
        const auto &file = *m_report->files[i];
        if (&file == here || file.path() == here->path())
            continue;
        for (const Row &row : file.rows.rows) {
            if (row.move != move || (row.kind != RowKind::MovedFrom && row.kind != RowKind::MovedTo))
                continue;
            selectFile(static_cast<int>(i));
            const Side side = row.kind == RowKind::MovedFrom ? Side::Old : Side::New;
            m_diff->showLine(side, side == Side::Old ? row.left : row.right);
            return;
        }
    }
}

void ChangePage::markRead()
{
    m_reader->setRead(true);
    m_steps->nextUnread();
}

void ChangePage::markUnread()
{
    m_reader->setRead(false);
}

void ChangePage::approve()
{
    m_gateDesk->sign(records::RecordKind::Approve);
}

void ChangePage::reject()
{
    m_gateDesk->sign(records::RecordKind::Reject);
}

void ChangePage::withdraw()
{
    m_gateDesk->sign(records::RecordKind::Withdraw);
}

void ChangePage::importReport()
{
    m_imported->import();
}

void ChangePage::tagAsAi()
{
    if (!m_report || m_begun || !m_report->analysis.change.isStored)
        return;
    TagDialog::Subject subject{m_workspace, m_report->analysis.change, {}, {}};
    const FileChange *file = m_diff->model().file();
    if (file && file->delta.newSide.exists() && m_report->messages.get() != file) {
        subject.path = file->delta.newSide.path;
        const auto [first, last] = m_diff->selectedItems();
        for (int i = std::max(0, first); first < last && i <= last; ++i) {
            const auto &item = m_diff->model().items()[static_cast<std::size_t>(i)];
            const LineNumber line =
                item.kind == DiffModel::Kind::Code ? m_diff->model().lineOf(item, Side::New) : LineNumber{noLine};
            if (line == noLine)
                continue;
            if (!subject.lines)
                subject.lines = LineRange{line, line};
            subject.lines->last = line;
        }
    }
    auto *dialog = new TagDialog(std::move(subject), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &TagDialog::tagged, this, &ChangePage::refresh);
    dialog->open();
}

void ChangePage::overrideGate()
{
    m_gateDesk->sign(records::RecordKind::Override);
}

/// A file, or the commit messages behind the last one; null: there is no such.
std::shared_ptr<const FileChange> ChangePage::fileAt(int index) const
{
    if (!m_report || index < 0 || index > static_cast<int>(m_report->files.size()))
        return nullptr;
    const auto at = static_cast<std::size_t>(index);
    return at < m_report->files.size() ? m_report->files[at] : m_report->messages;
}

/// Where a path of the change is listed; -1: nowhere.
int ChangePage::indexOf(const std::string &path) const
{
    for (int i = 0; const auto file = fileAt(i); ++i) {
        if (file->delta.newSide.path == path || file->delta.oldSide.path == path)
            return i;
    }
    return -1;
}

void ChangePage::showPlace(const std::string &path, Side side, LineNumber line)
{
    selectFile(indexOf(path));
    if (line != noLine)
        m_diff->showLine(side, line);
    m_diff->setFocus();
}

void ChangePage::showFile(int index)
{
    const auto file = fileAt(index);
    if (!file)
        return;
    std::vector<Finding> findings;
    for (const auto &finding : m_report->analysis.findings) {
        const auto &path = finding.side == Side::Old ? file->delta.oldSide.path : file->delta.newSide.path;
        if (finding.file == path)
            findings.push_back(finding);
    }
    std::vector<ProvenanceRun> runs;
    for (const auto &one : m_report->analysis.provenance.files) {
        if (one.path == file->path())
            runs = one.runs;
    }
    m_lines->forget();
    if (m_kept && m_pane->file() && m_pane->file()->path() == file->path())
        m_pane->setVersion(file, std::move(findings), std::move(runs), *m_kept);
    else
        m_pane->setFile(file, std::move(findings), std::move(runs));
    m_decisions->show();
    showComments();
    m_reader->show();
}

int ChangePage::currentFile() const
{
    return m_files->current();
}

bool ChangePage::selectFile(int index)
{
    return m_files->select(index);
}

/// What stands under the lines of the file that is shown.
void ChangePage::showComments()
{
    const FileChange *file = m_diff->model().file();
    if (!file || !m_report)
        return;
    auto comments = m_conversation->under(*file);
    std::ranges::move(ImportedReports::under(m_report->analysis, *file), std::back_inserter(comments));
    if (const auto &blame = m_lines->blame())
        comments.push_back(*blame);
    m_diff->setComments(std::move(comments));
}

} // namespace countersign::ui
