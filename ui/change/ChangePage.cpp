// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ChangePage.h"

#include "ChangeHeader.h"
#include "DiffPane.h"
#include "FileDelegate.h"
#include "FileListModel.h"
#include "FindingPanel.h"
#include "GatePanel.h"
#include "LineTools.h"

#include "../Words.h"
#include "../checklist/ChecklistPanel.h"
#include "../comments/CommentPanel.h"
#include "../comments/Conversation.h"
#include "../diffview/DiffView.h"
#include "../history/HistoryPanel.h"
#include "../history/InterDiffWindow.h"
#include "../sign/SignDialog.h"

#include "core/Clock.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace countersign::ui
{

ChangePage::ChangePage(QWidget *parent)
    : QWidget(parent)
    , m_header(new ChangeHeader(this))
    , m_files(new FileListModel(this))
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
    buildFiles(splitter);
    m_pane = new DiffPane(splitter);
    m_diff = m_pane->view();
    connect(m_pane, &DiffPane::rowsChanged, this, &ChangePage::showReadMarks);
    connect(m_diff, &DiffView::cardAction, this, &ChangePage::runCardAction);
    connect(m_diff, &DiffView::movedElsewhere, this, &ChangePage::showMove);
    m_lines = new LineTools(m_diff, this);
    connect(m_lines, &LineTools::said, this, [this](const QString &text) { m_status->setText(text); });
    connect(m_lines, &LineTools::placeFound, this, [this](int file, Side side, LineNumber line) {
        selectFile(file);
        m_diff->showLine(side, line);
    });
    connect(m_lines, &LineTools::blamed, this, &ChangePage::showComments);
    buildDetails(splitter);
    splitter->setStretchFactor(0, 0);
    splitter->setStretchFactor(1, 1);
    splitter->setStretchFactor(2, 0);
    splitter->setSizes({230, 880, 370});
    layout->addWidget(splitter, 1);
    buildFooter(layout);
    connect(&m_job, &Job::progressed, this, [this](const Progress &progress) {
        m_progress->setRange(0, static_cast<int>(progress.total));
        m_progress->setValue(static_cast<int>(progress.done));
        m_status->setText(words(progress.stage));
    });
    const auto showBusy = [this] {
        m_progress->setVisible(m_job.isRunning());
        m_cancel->setVisible(m_job.isRunning());
    };
    connect(&m_job, &Job::started, this, showBusy);
    connect(&m_job, &Job::finished, this, showBusy);
    showBusy();
}

ChangePage::~ChangePage()
{
    // What was typed last must reach the disk.
    m_saves.waitForDone();
}

void ChangePage::buildFiles(QSplitter *splitter)
{
    auto *side = new QWidget(splitter);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_filesTitle = new QLabel(side);
    m_filesTitle->setObjectName(QStringLiteral("filesTitle"));
    m_filesTitle->setTextFormat(Qt::PlainText);
    m_filesTitle->setForegroundRole(QPalette::PlaceholderText);
    m_filesTitle->setMargin(10);
    m_fileList = new QListView(side);
    m_fileList->setObjectName(QStringLiteral("fileList"));
    m_fileList->setAccessibleName(tr("Files of the change, riskiest first"));
    m_fileList->setModel(m_files);
    m_fileList->setItemDelegate(new FileDelegate(m_fileList));
    m_fileList->setUniformItemSizes(true);
    connect(m_fileList->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) { showFile(current.row()); });
    layout->addWidget(m_filesTitle);
    layout->addWidget(m_fileList, 1);
}

void ChangePage::buildDetails(QSplitter *splitter)
{
    m_details = new QTabWidget(splitter);
    m_details->setObjectName(QStringLiteral("changeDetails"));
    m_details->setDocumentMode(true);
    m_details->tabBar()->setDrawBase(false);
    m_findings = new FindingPanel(m_details);
    m_gate = new GatePanel(m_details);
    m_provenance = new QListWidget(m_details);
    m_provenance->setObjectName(QStringLiteral("provenanceList"));
    m_provenance->setAccessibleName(tr("Evidence of who wrote it"));
    m_provenance->setWordWrap(true);
    m_provenance->setSpacing(4);
    m_checklist = new ChecklistPanel(m_details);
    connect(m_checklist, &ChecklistPanel::answered, this,
            [this](const std::string &question, std::optional<review::Answer> answer, const std::string &evidence) {
                save([=](workbench::ReviewDesk &desk) { return desk.saveAnswer(question, answer, evidence); });
            });
    m_details->addTab(m_findings, tr("Findings"));
    m_details->addTab(m_checklist, tr("Checklist"));
    buildComments();
    m_details->addTab(m_gate, tr("Gate"));
    m_details->addTab(m_provenance, tr("Origin"));
    buildHistory();
    connect(m_gate, &GatePanel::withdrawRequested, this, &ChangePage::withdraw);
    connect(m_findings, &FindingPanel::findingSelected, this, &ChangePage::showFinding);
    connect(m_findings, &FindingPanel::decided, this, [this](const FindingChoice &choice) {
        save([choice](workbench::ReviewDesk &desk) {
            return choice.decision ? desk.decide(choice.finding, *choice.decision, choice.reason, choice.expires)
                                   : desk.withdrawDecision(choice.finding);
        });
    });
}

void ChangePage::buildComments()
{
    m_conversation = new Conversation(m_diff, m_details, this);
    m_details->addTab(m_conversation->panel(), tr("Comments"));
    connect(m_conversation, &Conversation::changed, this, [this] {
        m_details->setTabText(m_details->indexOf(m_conversation->panel()), tr("Comments %1").arg(m_conversation->count()));
        showComments();
    });
    connect(m_conversation, &Conversation::placeChosen, this, [this](int file, Side side, LineNumber line) {
        selectFile(file);
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

bool ChangePage::isBusy() const
{
    return m_job.isRunning() || m_opening.isRunning() || m_judging.isRunning() || m_pendingSaves > 0 || m_pane->isBusy()
        || m_lines->isBusy() || m_conversation->isBusy() || m_history->isBusy();
}

void ChangePage::comment()
{
    m_details->setCurrentWidget(m_conversation->panel());
    m_conversation->write();
}

void ChangePage::showFinding(const Finding &finding)
{
    for (std::size_t i = 0; i < m_report->files.size(); ++i) {
        const auto &delta = m_report->files[i]->delta;
        if (delta.newSide.path == finding.file || delta.oldSide.path == finding.file) {
            selectFile(static_cast<int>(i));
            break;
        }
    }
    m_diff->showFinding(finding.id);
}

void ChangePage::buildFooter(QVBoxLayout *layout)
{
    auto *footer = new QHBoxLayout;
    footer->setContentsMargins(16, 8, 16, 8);
    m_status = new QLabel(this);
    m_status->setObjectName(QStringLiteral("changeStatus"));
    m_status->setTextFormat(Qt::PlainText);
    m_progress = new QProgressBar(this);
    m_progress->setObjectName(QStringLiteral("changeProgress"));
    m_progress->setAccessibleName(tr("Progress of the analysis"));
    m_progress->setTextVisible(false);
    m_progress->setMaximumWidth(180);
    m_cancel = new QPushButton(tr("Cancel"), this);
    m_cancel->setObjectName(QStringLiteral("changeCancel"));
    connect(m_cancel, &QPushButton::clicked, this, &ChangePage::cancel);
    m_status->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // long sentences must not force the window's width
    footer->addWidget(m_status, 3);
    footer->addWidget(m_progress);
    footer->addWidget(m_cancel);
    m_toSign = new QLabel(this);
    m_toSign->setObjectName(QStringLiteral("changeToSign"));
    m_toSign->setTextFormat(Qt::PlainText);
    m_toSign->setForegroundRole(QPalette::PlaceholderText);
    m_reject = new QPushButton(tr("Reject…"), this);
    m_reject->setObjectName(QStringLiteral("changeReject"));
    m_approve = new QPushButton(tr("Approve and sign…"), this);
    m_approve->setObjectName(QStringLiteral("changeApprove"));
    m_approve->setProperty("primary", true);
    connect(m_reject, &QPushButton::clicked, this, &ChangePage::reject);
    connect(m_approve, &QPushButton::clicked, this, &ChangePage::approve);
    m_toSign->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_toSign->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    footer->addWidget(m_toSign, 3);
    footer->addSpacing(10);
    footer->addWidget(m_reject);
    footer->addWidget(m_approve);
    layout->addLayout(footer);
    setCanSign(false);
}

void ChangePage::open(std::shared_ptr<Workspace> workspace, const QString &id)
{
    m_workspace = std::move(workspace);
    m_report.reset();
    m_desk.reset();
    m_state = {};
    m_checklist->clear();
    m_conversation->close();
    m_history->clear();
    m_details->setTabText(1, tr("Checklist"));
    m_gate->setUnknown(tr("Not asked yet"));
    setCanSign(false);
    m_toSign->clear();
    m_judging.cancel();
    m_files->setReport(nullptr);
    m_findings->setFindings({});
    m_provenance->clear();
    m_header->setPending(safe(id.toStdString()), tr("Opening …"));
    m_pane->setMessage(tr("Opening …"));
    m_job.start(
        [shared = m_workspace, spec = id.toStdString()](const std::stop_token &stop,
                                                        const ProgressCallback &progress) -> Result<workbench::ChangeReport> {
            auto repository = shared->handle();
            if (!repository)
                return std::unexpected(repository.error());
            git::ResolveOptions options;
            options.target = shared->target().name;
            return workbench::openChange(*repository, shared->engine(), spec, options, stop, progress, {}, workbench::allCores());
        },
        [this](Result<workbench::ChangeReport> report) {
            if (report)
                showReport(std::move(*report));
            else
                showError(report.error());
            QMetaObject::invokeMethod(this, &ChangePage::settled, Qt::QueuedConnection);
        });
}

void ChangePage::cancel()
{
    m_job.cancel();
    m_status->setText(tr("Stopped."));
    m_pane->setMessage(tr("Stopped. Open the change again to go on."));
}

void ChangePage::showError(const Error &error)
{
    m_header->setPending(tr("This change cannot be opened"), words(error));
    m_pane->setMessage(words(error));
    m_status->clear();
}

void ChangePage::showReport(workbench::ChangeReport report)
{
    m_report = std::make_shared<const workbench::ChangeReport>(std::move(report));
    m_lines->setChange(m_workspace, m_report);
    m_pane->setExtrasReader([workspace = m_workspace, report = m_report](const FileChange &file, const std::stop_token &stop) {
        ContentExtras extras;
        if (auto repository = workspace->handle())
            extras = loadExtras(*repository, report->analysis.change, file, stop);
        else
            extras.notes << words(repository.error());
        return extras;
    });
    const Analysis &analysis = m_report->analysis;
    m_header->setAnalysis(analysis);
    m_files->setReport(m_report);
    m_filesTitle->setText(tr("%n file(s), riskiest first", nullptr, static_cast<int>(m_report->files.size())));
    m_findings->setFindings(analysis.findings);
    m_details->setTabText(0, tr("Findings %1").arg(analysis.findings.size()));
    fillProvenance();
    m_status->setText(tr("AI lines %1 of %2 · %n open finding(s)", nullptr, static_cast<int>(analysis.findings.size()))
                          .arg(analysis.provenance.aiLines)
                          .arg(analysis.provenance.totalLines));
    if (m_report->files.empty())
        m_pane->setMessage(tr("This change touches no file."));
    else
        selectFile(0);
    m_diff->setFocus();
    openDesk();
    m_conversation->open(m_workspace, m_report);
    m_history->open(m_workspace, m_report->analysis.change);
    askGate();
}

void ChangePage::openDesk()
{
    m_opening.start(
        [workspace = m_workspace, report = m_report](const std::stop_token &stop,
                                                     const ProgressCallback &) -> Result<std::shared_ptr<workbench::ReviewDesk>> {
            auto repository = workspace->handle();
            if (!repository)
                return std::unexpected(repository.error());
            return workbench::ReviewDesk::open(*repository, report, workspace->engine().templates, stop);
        },
        [this](Result<std::shared_ptr<workbench::ReviewDesk>> desk) {
            if (!desk) {
                m_status->setText(words(desk.error()));
                return;
            }
            m_desk = std::move(*desk);
            if (m_desk->setAside())
                m_status->setText(tr("The store of reviews was damaged. It was kept as %1 and a new one was begun.")
                                      .arg(safe(m_desk->setAside()->string())));
            save([](workbench::ReviewDesk &opened) { return opened.state(); });
        });
}

void ChangePage::save(std::function<Result<workbench::ReviewState>(workbench::ReviewDesk &)> work)
{
    if (!m_desk)
        return;
    ++m_pendingSaves;
    const QPointer<ChangePage> self(this);
    m_saves.start([self, desk = m_desk, work = std::move(work)] {
        auto state = std::make_shared<Result<workbench::ReviewState>>(work(*desk));
        callInGui([self, desk, state] {
            if (!self)
                return;
            --self->m_pendingSaves;
            if (self->m_desk != desk)
                return;
            if (*state) {
                self->showState(**state);
                return;
            }
            self->m_status->setText(words(state->error()));
            self->m_findings->showError(words(state->error()));
        });
    });
}

void ChangePage::showState(const workbench::ReviewState &state)
{
    m_state = state;
    m_files->setCoverage(state.coverage);
    m_findings->setDecisions(state.stored.findings);
    showDecisions();
    m_gate->setMissing(workbench::missingParts(state));
    setCanSign(m_report->analysis.change.isStored);
    m_checklist->setItems(state.checklist);
    showToSign();
    m_details->setTabText(1, tr("Checklist %1/%2").arg(m_checklist->satisfied()).arg(m_checklist->count()));
    const auto &lines = state.coverage.total;
    m_status->setText(
        tr("Read %1 / %2 lines · AI lines %3 / %4 · Checklist %5 / %6 · %n open finding(s)", nullptr, m_findings->openCount())
            .arg(lines.changed.read)
            .arg(lines.changed.total)
            .arg(lines.ai.read)
            .arg(lines.ai.total)
            .arg(m_checklist->satisfied())
            .arg(m_checklist->count()));
    showReadMarks();
}

void ChangePage::setCanSign(bool can)
{
    m_gate->setCanSign(can);
    m_reject->setEnabled(can);
    m_approve->setEnabled(can);
}

void ChangePage::showToSign()
{
    const auto &lines = m_state.coverage.total.changed;
    const int questions = m_checklist->count() - m_checklist->satisfied();
    QStringList parts;
    if (lines.read < lines.total)
        parts << tr("read %n line(s)", nullptr, static_cast<int>(lines.total - lines.read));
    if (questions > 0)
        parts << tr("answer %n question(s)", nullptr, questions);
    if (m_findings->openCount() > 0)
        parts << tr("settle %n finding(s)", nullptr, m_findings->openCount());
    m_toSign->setText(parts.isEmpty() ? tr("Ready to sign") : tr("To sign: %1").arg(parts.join(QStringLiteral(", "))));
}

void ChangePage::showReadMarks()
{
    const auto *hunks = currentHunks();
    if (!hunks)
        return;
    std::vector<bool> read;
    for (const auto &hunk : *hunks)
        read.push_back(m_state.stored.readHunks.contains(hunk.key));
    m_pane->setReadHunks(read);
}

/// The hunks of the file that is shown, as the review counts them.
const std::vector<review::CoverageMap::Hunk> *ChangePage::currentHunks() const
{
    const auto &file = m_pane->file();
    if (!file || !m_report)
        return nullptr;
    const auto &files = m_report->coverage.files();
    const auto found = std::ranges::find(files, file->path(), [](const auto &one) { return one.path; });
    return found == files.end() ? nullptr : &found->hunks;
}

void ChangePage::setCurrentHunkRead(bool read)
{
    const auto *hunks = currentHunks();
    if (!hunks || !m_desk)
        return;
    std::vector<std::string> keys;
    for (const std::size_t hunk : m_pane->hunksBehind(m_diff->currentHunk())) {
        if (hunk < hunks->size())
            keys.push_back((*hunks)[hunk].key);
    }
    if (keys.empty())
        return;
    for (const auto &key : keys) {
        if (read)
            m_state.stored.readHunks.insert(key);
        else
            m_state.stored.readHunks.erase(key);
    }
    save([keys, read](workbench::ReviewDesk &desk) { return desk.setRead(keys, read); });
    showReadMarks();
}

/// What was decided, on the cards.
void ChangePage::showDecisions()
{
    std::map<std::string, QString> decisions;
    const auto now = SystemClock().now();
    for (const auto &[id, state] : m_state.stored.findings) {
        if (state.isInForce(now))
            decisions.emplace(id, FindingPanel::decisionWords(state));
    }
    m_diff->setDecisions(std::move(decisions));
}

void ChangePage::runCardAction(const QString &id, CardAction action)
{
    const std::string finding = id.toStdString();
    switch (action) {
    case CardAction::Acknowledge:
        save([finding](workbench::ReviewDesk &desk) {
            return desk.decide(finding, review::FindingDecision::Acknowledged, {}, {});
        });
        break;
    case CardAction::Reopen:
        save([finding](workbench::ReviewDesk &desk) { return desk.withdrawDecision(finding); });
        break;
    case CardAction::Waive:
    case CardAction::Dispute:
        m_details->setCurrentWidget(m_findings);
        m_findings->prepare(finding,
                            action == CardAction::Waive ? review::FindingDecision::Waived : review::FindingDecision::Disputed);
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

/// The finding whose card is current; nothing: none.
std::optional<std::string> ChangePage::currentFinding() const
{
    const auto &items = m_diff->model().items();
    const auto at = static_cast<std::size_t>(m_diff->currentItem());
    if (at >= items.size() || items[at].kind != DiffModel::Kind::Card)
        return std::nullopt;
    return m_diff->model().finding(items[at]).id;
}

void ChangePage::acknowledge()
{
    if (const auto finding = currentFinding())
        runCardAction(QString::fromStdString(*finding), CardAction::Acknowledge);
}

void ChangePage::waive()
{
    if (const auto finding = currentFinding())
        runCardAction(QString::fromStdString(*finding), CardAction::Waive);
}

void ChangePage::dispute()
{
    if (const auto finding = currentFinding())
        runCardAction(QString::fromStdString(*finding), CardAction::Dispute);
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
    setCurrentHunkRead(true);
    if (m_diff->goToUnread(false))
        return;
    for (int file = currentFile() + 1; selectFile(file); ++file) {
        if (m_diff->goToUnread(true))
            return;
    }
}

void ChangePage::markUnread()
{
    setCurrentHunkRead(false);
}

void ChangePage::askGate()
{
    if (!m_report->analysis.change.isStored) {
        m_gate->setUnknown(
            tr("This change is in no repository, so nothing can be recorded about it. Apply it on a branch first."));
        return;
    }
    m_judging.start(
        [workspace = m_workspace, report = m_report](const std::stop_token &stop,
                                                     const ProgressCallback &) -> Result<records::GateReport> {
            auto repository = workspace->handle();
            if (!repository)
                return std::unexpected(repository.error());
            auto gatekeeper = workbench::Gatekeeper::open(*repository, {}, SystemClock().now(), stop);
            if (!gatekeeper)
                return std::unexpected(gatekeeper.error());
            return gatekeeper->judge(*repository, report->analysis, stop);
        },
        [this](Result<records::GateReport> report) {
            if (report)
                m_gate->setReport(*report);
            else
                m_gate->setUnknown(words(report.error()));
            const auto state = report ? workbench::stateOf(*report) : workbench::GateState::Error;
            m_header->setGate(state);
            emit judged(m_report->analysis.change.id, state);
        });
}

void ChangePage::sign(records::RecordKind kind)
{
    if (!m_report || !m_desk || !m_report->analysis.change.isStored)
        return;
    auto *dialog = new SignDialog({m_workspace, m_report, m_state, kind}, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SignDialog::recorded, this, &ChangePage::askGate);
    dialog->open();
}

void ChangePage::approve()
{
    sign(records::RecordKind::Approve);
}

void ChangePage::reject()
{
    sign(records::RecordKind::Reject);
}

void ChangePage::withdraw()
{
    sign(records::RecordKind::Withdraw);
}

void ChangePage::fillProvenance()
{
    const auto &provenance = m_report->analysis.provenance;
    m_provenance->addItem(tr("%1: %2 AI lines, %3 unknown, %4 added")
                              .arg(provenanceWords(provenance))
                              .arg(provenance.aiLines)
                              .arg(provenance.unknownLines)
                              .arg(provenance.totalLines));
    for (const auto &evidence : provenance.evidence)
        m_provenance->addItem(QStringLiteral("%1 · %2 · %3\n%4")
                                  .arg(words(label(evidence.level)), safe(evidence.source), safe(evidence.commit.substr(0, 10)),
                                       safe(evidence.detail, 200)));
    for (const auto &problem : provenance.problems)
        m_provenance->addItem(words(problem));
    for (const auto &problem : m_report->analysis.problems)
        m_provenance->addItem(words(problem));
}

void ChangePage::showFile(int index)
{
    if (!m_report || index < 0 || index >= static_cast<int>(m_report->files.size()))
        return;
    const auto &file = m_report->files[static_cast<std::size_t>(index)];
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
    m_pane->setFile(file, std::move(findings), std::move(runs));
    showDecisions();
    showComments();
    showReadMarks();
}

int ChangePage::currentFile() const
{
    return m_fileList->currentIndex().row();
}

bool ChangePage::selectFile(int index)
{
    if (index < 0 || index >= m_files->rowCount())
        return false;
    m_fileList->setCurrentIndex(m_files->index(index));
    return true;
}

void ChangePage::nextHunk()
{
    if (!m_diff->nextHunk())
        selectFile(currentFile() + 1);
}

void ChangePage::previousHunk()
{
    if (!m_diff->previousHunk() && selectFile(currentFile() - 1)) {
        m_diff->setCurrentItem(static_cast<int>(m_diff->model().items().size()) - 1);
        m_diff->previousHunk();
    }
}

void ChangePage::nextFinding()
{
    if (m_diff->nextFinding())
        return;
    for (int file = currentFile() + 1; selectFile(file); ++file) {
        m_diff->setCurrentItem(0);
        if (m_diff->nextFinding())
            return;
    }
}

void ChangePage::previousFinding()
{
    if (m_diff->previousFinding())
        return;
    for (int file = currentFile() - 1; selectFile(file); --file) {
        m_diff->setCurrentItem(static_cast<int>(m_diff->model().items().size()) - 1);
        if (m_diff->previousFinding())
            return;
    }
}

void ChangePage::nextComment()
{
    if (m_diff->nextComment())
        return;
    for (int file = currentFile() + 1; selectFile(file); ++file) {
        m_diff->setCurrentItem(0);
        if (m_diff->nextComment())
            return;
    }
}

void ChangePage::previousComment()
{
    if (m_diff->previousComment())
        return;
    for (int file = currentFile() - 1; selectFile(file); --file) {
        m_diff->setCurrentItem(static_cast<int>(m_diff->model().items().size()) - 1);
        if (m_diff->previousComment())
            return;
    }
}

/// What stands under the lines of the file that is shown.
void ChangePage::showComments()
{
    const FileChange *file = m_diff->model().file();
    if (!file)
        return;
    auto comments = m_conversation->under(*file);
    if (const auto &blame = m_lines->blame())
        comments.push_back(*blame);
    m_diff->setComments(std::move(comments));
}

void ChangePage::nextFile()
{
    selectFile(currentFile() + 1);
}

void ChangePage::previousFile()
{
    selectFile(currentFile() - 1);
}

} // namespace countersign::ui
