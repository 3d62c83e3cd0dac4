// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "LedgerPage.h"

#include "EvidencePanel.h"
#include "LedgerDelegate.h"
#include "TrustPanel.h"

#include "../Words.h"
#include "../sign/KeyDialog.h"
#include "../style/Parts.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPrintDialog>
#include <QPrinter>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace countersign::ui
{

LedgerPage::LedgerPage(QWidget *parent)
    : QWidget(parent)
    , m_desk(new LedgerDesk(this))
    , m_model(new LedgerModel(this))
{
    setObjectName(QStringLiteral("ledgerPage"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    buildHeader(layout);
    buildActions(layout);
    buildBody(layout);
    buildFooter(layout);
    setFocusProxy(m_table);
    connect(m_desk, &LedgerDesk::listed, this, &LedgerPage::showRows);
    connect(m_desk, &LedgerDesk::verified, this, &LedgerPage::showLedger);
    connect(m_desk, &LedgerDesk::said, m_status, &QLabel::setText);
    connect(m_desk, &LedgerDesk::failed, m_status, &QLabel::setText);
    connect(&m_desk->job(), &Job::started, this, &LedgerPage::showBusy);
    connect(&m_desk->job(), &Job::finished, this, &LedgerPage::showBusy);
    connect(&m_desk->job(), &Job::progressed, this, [this](const Progress &progress) {
        m_progress->setRange(0, static_cast<int>(progress.total));
        m_progress->setValue(static_cast<int>(progress.done));
        m_status->setText(tr("Verifying %1 of %2").arg(progress.done).arg(progress.total));
    });
    showBusy();
}

void LedgerPage::buildHeader(QVBoxLayout *layout)
{
    auto *header = new QHBoxLayout;
    header->setContentsMargins(16, 12, 16, 4);
    header->setSpacing(12);
    m_summary = dimmedLabel(QStringLiteral("ledgerSummary"), this);
    m_summary->setWordWrap(false);
    m_filter = new QLineEdit(this);
    m_filter->setObjectName(QStringLiteral("ledgerFilter"));
    m_filter->setAccessibleName(tr("Filter the records"));
    m_filter->setPlaceholderText(tr("Filter: bad alice …"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setFixedWidth(360);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_model->setFilter(text);
        m_table->selectRow(0);
        showRecord();
    });
    header->addWidget(titleLabel(QStringLiteral("ledgerTitle"), this, tr("Ledger")));
    header->addWidget(m_summary);
    header->addStretch();
    header->addWidget(m_filter);
    layout->addLayout(header);
    m_verdict = plainLabel(QStringLiteral("ledgerVerdict"), this);
    m_verdict->setContentsMargins(16, 0, 16, 6);
    layout->addWidget(m_verdict);
}

void LedgerPage::buildActions(QVBoxLayout *layout)
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(16, 0, 16, 10);
    row->setSpacing(8);
    const auto add = [this, row](const char *name, const QString &text, const auto &slot) {
        auto *made = button(QString::fromLatin1(name), text, this);
        connect(made, &QPushButton::clicked, this, slot);
        row->addWidget(made);
        return made;
    };
    m_back = add("ledgerBack", tr("Back to the repository"), [this] { m_desk->openBundle({}); });
    add("ledgerVerify", tr("Verify all"), &LedgerPage::refresh);
    m_remote = new QLineEdit(QStringLiteral("origin"), this);
    m_remote->setObjectName(QStringLiteral("ledgerRemote"));
    m_remote->setAccessibleName(tr("Remote or URL to share the ledger with"));
    m_remote->setMaximumWidth(160);
    row->addSpacing(12);
    row->addWidget(m_remote);
    m_ofRepository = {add("ledgerFetch", tr("Fetch"), &LedgerPage::fetch), add("ledgerPush", tr("Push"), &LedgerPage::push)};
    row->addStretch();
    add("ledgerOpenBundle", tr("Verify a bundle…"), &LedgerPage::openBundle);
    m_export = add("ledgerExport", tr("Export a bundle…"), &LedgerPage::exportBundle);
    m_ofVerified = {add("ledgerReport", tr("Save report…"), &LedgerPage::saveReport),
                    add("ledgerPrint", tr("Print…"), &LedgerPage::print)};
    layout->addLayout(row);
}

void LedgerPage::buildBody(QVBoxLayout *layout)
{
    auto *splitter = new QSplitter(this);
    splitter->setObjectName(QStringLiteral("ledgerSplitter"));
    splitter->setHandleWidth(1);
    splitter->setChildrenCollapsible(false);
    m_table = new QTableView(splitter);
    m_table->setObjectName(QStringLiteral("ledgerTable"));
    m_table->setAccessibleName(tr("Records of the ledger, newest first"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new LedgerDelegate(m_table));
    showAsRows(m_table, 2 * fontMetrics().height() + 22);
    for (const auto &[column, width] :
         {std::pair(LedgerModel::Verdict, 110), std::pair(LedgerModel::Person, 220), std::pair(LedgerModel::Time, 170)})
        m_table->setColumnWidth(column, width);
    m_table->horizontalHeader()->setSectionResizeMode(LedgerModel::Decision, QHeaderView::Stretch);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &LedgerPage::showRecord);
    auto *tabs = new QTabWidget(splitter);
    tabs->setObjectName(QStringLiteral("ledgerTabs"));
    tabs->setDocumentMode(true);
    tabs->tabBar()->setDrawBase(false);
    m_evidence = new EvidencePanel(tabs);
    m_trust = new TrustPanel(tabs);
    tabs->addTab(m_evidence, tr("Record"));
    tabs->addTab(m_trust, tr("Trust"));
    connect(m_trust, &TrustPanel::pinRequested, m_desk, &LedgerDesk::pin);
    connect(m_trust, &TrustPanel::checkpointRequested, this, &LedgerPage::signCheckpoint);
    connect(m_trust, &TrustPanel::setUpRequested, this, &LedgerPage::setUpRequested);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 0);
    splitter->setSizes({950, 570});
    layout->addWidget(splitter, 1);
}

void LedgerPage::buildFooter(QVBoxLayout *layout)
{
    auto *footer = new QHBoxLayout;
    footer->setContentsMargins(16, 8, 16, 8);
    m_status = plainLabel(QStringLiteral("ledgerStatus"), this);
    m_progress = new QProgressBar(this);
    m_progress->setObjectName(QStringLiteral("ledgerProgress"));
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setTextVisible(false);
    m_progress->setMaximumWidth(180);
    m_cancel = button(QStringLiteral("ledgerCancel"), tr("Cancel"), this);
    connect(m_cancel, &QPushButton::clicked, this, &LedgerPage::cancel);
    footer->addWidget(m_status, 1);
    footer->addWidget(m_progress);
    footer->addWidget(m_cancel);
    layout->addLayout(footer);
}

void LedgerPage::setWorkspace(std::shared_ptr<Workspace> workspace)
{
    m_trust->clear();
    m_evidence->clear();
    m_verdict->clear();
    m_status->clear();
    m_desk->setWorkspace(std::move(workspace));
}

void LedgerPage::refresh()
{
    m_desk->verify();
}

void LedgerPage::cancel()
{
    m_desk->cancel();
    m_status->setText(tr("Stopped. Press F5 to verify again."));
}

void LedgerPage::showBusy()
{
    const bool isBusy = m_desk->isBusy();
    m_progress->setVisible(isBusy);
    m_cancel->setVisible(isBusy);
    if (isBusy) {
        m_progress->setRange(0, 0);
        m_status->setText(tr("Working …"));
    }
    m_back->setVisible(!m_desk->bundle().isEmpty());
    const bool isOwn = m_desk->bundle().isEmpty() && m_desk->workspace();
    const bool isVerified = m_desk->known() != nullptr;
    for (auto *one : m_ofRepository)
        one->setEnabled(isOwn);
    for (auto *one : m_ofVerified)
        one->setEnabled(isVerified);
    m_export->setEnabled(isOwn && isVerified);
}

void LedgerPage::showRows(std::shared_ptr<const std::vector<LedgerRow>> rows)
{
    m_model->setRows(std::move(rows));
    m_table->selectRow(0);
    m_summary->setText(
        m_desk->bundle().isEmpty()
            ? tr("%1 · %n record(s)", nullptr, m_model->total()).arg(safe(m_desk->workspace()->name()))
            : tr("Bundle %1 · %n record(s)", nullptr, m_model->total()).arg(safe(m_desk->bundle().toStdString(), 80)));
}

QString LedgerPage::verdictWords() const
{
    const auto &verdict = m_desk->known()->verdict;
    if (verdict.records.empty() && verdict.problems.empty())
        return tr("Nothing was signed here yet.");
    const auto bad = std::ranges::count_if(verdict.records, [](const auto &one) { return !one.isValid(); });
    QString text = verdict.isValid() ? tr("✓ Everything verifies.") : QString();
    if (bad > 0)
        text = tr("✗ %n record(s) do not verify.", nullptr, static_cast<int>(bad));
    if (!verdict.problems.empty())
        text += QLatin1Char(' ') + tr("✗ The ledger itself: %1").arg(words(verdict.problems.front().what));
    if (verdict.checkpoint)
        text += QLatin1Char(' ')
            + tr("Checkpoint of %1 entries, %n signature(s).", nullptr, static_cast<int>(verdict.cosigners.size()))
                  .arg(verdict.checkpoint->size);
    if (verdict.trust && !verdict.isPinned)
        text += QLatin1Char(' ') + tr("The roster is not pinned here: see Trust.");
    return text.trimmed();
}

void LedgerPage::showLedger()
{
    m_verdict->setText(verdictWords());
    m_trust->setLedger(*m_desk->known(), m_desk->bundle().isEmpty());
    m_status->clear();
    showRecord();
    showBusy();
}

void LedgerPage::showRecord()
{
    const LedgerRow *row = m_model->row(m_table->currentIndex().row());
    const auto &known = m_desk->known();
    if (row && row->state != LedgerRow::State::Unverified && known && row->record < known->verdict.records.size())
        m_evidence->setRecord(*known, row->record);
    else
        m_evidence->clear();
}

void LedgerPage::fetch()
{
    m_desk->share(false, m_remote->text().trimmed());
}

void LedgerPage::push()
{
    m_desk->share(true, m_remote->text().trimmed());
}

void LedgerPage::signCheckpoint()
{
    if (!m_desk->workspace())
        return;
    auto *dialog = new KeyDialog(m_desk->workspace(), tr("Sign a checkpoint"),
                                 tr("Signs the log as it is now: later nothing can be cut off it unnoticed."), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &KeyDialog::chosen, m_desk, &LedgerDesk::signCheckpoint);
    dialog->open();
}

void LedgerPage::openBundle()
{
    const QString file = QFileDialog::getOpenFileName(this, tr("Audit bundle: a .tar file, or manifest.sha256 in its folder"), {},
                                                      tr("Audit bundle (*.tar manifest.sha256)"));
    if (file.isEmpty())
        return;
    const QFileInfo info(file);
    m_desk->openBundle(info.fileName() == QLatin1String("manifest.sha256") ? info.path() : file);
}

void LedgerPage::exportBundle()
{
    // Nothing is overwritten, so nothing has to be confirmed.
    const QString archive = tr("One file (*.tar)");
    QString chosen = archive;
    QString place = QFileDialog::getSaveFileName(this, tr("New file or folder for the audit bundle"), QStringLiteral("audit.tar"),
                                                 archive + QStringLiteral(";;") + tr("Folder (*)"), &chosen,
                                                 QFileDialog::DontConfirmOverwrite);
    if (place.isEmpty())
        return;
    if (chosen == archive && !place.endsWith(QLatin1String(".tar")))
        place += QStringLiteral(".tar");
    m_desk->exportTo(place);
}

void LedgerPage::saveReport()
{
    const QString file =
        QFileDialog::getSaveFileName(this, tr("Save report"), QStringLiteral("audit.pdf"), tr("Report (*.pdf *.html *.json)"));
    if (!file.isEmpty())
        m_desk->saveReport(file);
}

void LedgerPage::print()
{
    if (!m_desk->known())
        return;
    const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    QPrintDialog dialog(printer.get(), this);
    dialog.setObjectName(QStringLiteral("printDialog"));
    if (dialog.exec() == QDialog::Accepted)
        m_desk->print(printer);
}

} // namespace countersign::ui
