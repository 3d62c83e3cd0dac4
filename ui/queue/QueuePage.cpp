// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "QueuePage.h"

#include "QueueDelegate.h"

#include "../Words.h"
#include "../style/Parts.h"
#include "../style/Theme.h"

#include "core/Clock.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace countersign::ui
{

namespace
{

/// Every word of the filter must stand somewhere in the row.
class RowFilter : public QSortFilterProxyModel
{
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setWords(const QString &text)
    {
        m_words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
        invalidateFilter();
    }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override
    {
        if (m_words.isEmpty())
            return true; // every row is asked again whenever one moves
        QString all;
        for (int column = 0; column < sourceModel()->columnCount(parent); ++column)
            all += sourceModel()->index(row, column, parent).data(Qt::AccessibleTextRole).toString() + QLatin1Char(' ');
        return std::ranges::all_of(m_words, [&all](const QString &word) { return all.contains(word, Qt::CaseInsensitive); });
    }

private:
    QStringList m_words;
};

} // namespace

QueuePage::QueuePage(QWidget *parent)
    : QWidget(parent)
    , m_model(new QueueModel(this))
    , m_filtered(new RowFilter(this))
{
    setObjectName(QStringLiteral("queuePage"));
    m_filtered->setSourceModel(m_model);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    buildHeader(layout);
    buildTable(layout);
    m_reason = lineLabel(QStringLiteral("queueReason"), this);
    m_reason->setMargin(12);
    m_reason->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // a long title must not force the window's width
    layout->addWidget(m_reason);
    connect(&m_job, &Job::progressed, this, [this](const Progress &progress) {
        m_progress->setRange(0, static_cast<int>(progress.total));
        m_progress->setValue(static_cast<int>(progress.done));
        m_progressText->setText(tr("Analysing %1 of %2 in the background").arg(progress.done).arg(progress.total));
    });
    const auto showBusy = [this] {
        const bool busy = m_job.isRunning();
        m_progress->setVisible(busy);
        m_cancel->setVisible(busy);
        if (!busy)
            showSummary();
    };
    connect(&m_job, &Job::started, this, showBusy);
    connect(&m_job, &Job::finished, this, showBusy);
    showBusy();
}

void QueuePage::buildHeader(QVBoxLayout *layout)
{
    auto *header = new QHBoxLayout;
    header->setContentsMargins(16, 12, 16, 4);
    m_title = lineLabel(QStringLiteral("queueTitle"), this);
    QFont font = m_title->font();
    font.setPointSizeF(13);
    font.setWeight(QFont::DemiBold);
    m_title->setFont(font);
    m_title->setText(tr("Review queue"));
    m_summary = lineLabel(QStringLiteral("queueSummary"), this);
    m_summary->setForegroundRole(QPalette::PlaceholderText);
    m_filter = new QLineEdit(this);
    m_filter->setObjectName(QStringLiteral("queueFilter"));
    m_filter->setAccessibleName(tr("Filter the queue"));
    m_filter->setPlaceholderText(tr("Filter: critical claude-code …"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setFixedWidth(360);
    connect(m_filter, &QLineEdit::textChanged, this,
            [this](const QString &text) { static_cast<RowFilter *>(m_filtered)->setWords(text); });
    header->setSpacing(12);
    header->addWidget(m_title);
    header->addWidget(m_summary);
    header->addStretch();
    header->addWidget(m_filter);
    layout->addLayout(header);

    auto *status = new QHBoxLayout;
    status->setContentsMargins(16, 0, 16, 8);
    m_progressText = lineLabel(QStringLiteral("queueProgressText"), this);
    m_progressText->setForegroundRole(QPalette::PlaceholderText);
    m_progress = new QProgressBar(this);
    m_progress->setObjectName(QStringLiteral("queueProgress"));
    m_progress->setAccessibleName(tr("Progress of the analysis"));
    m_progress->setTextVisible(false);
    m_progress->setMaximumWidth(180);
    m_cancel = new QPushButton(tr("Cancel"), this);
    m_cancel->setObjectName(QStringLiteral("queueCancel"));
    connect(m_cancel, &QPushButton::clicked, this, &QueuePage::cancel);
    status->addWidget(m_progressText);
    status->addWidget(m_progress);
    status->addWidget(m_cancel);
    status->addStretch();
    layout->addLayout(status);
}

void QueuePage::buildTable(QVBoxLayout *layout)
{
    m_table = new QTableView(this);
    m_table->setObjectName(QStringLiteral("queueTable"));
    m_table->setAccessibleName(tr("Open changes, riskiest first"));
    m_table->setModel(m_filtered);
    m_table->setItemDelegate(new QueueDelegate(m_table));
    showAsRows(m_table, 2 * fontMetrics().height() + 22);
    const int widths[] = {120, 0, 190, 110, 200, 130, 110, 110};
    for (int column = 0; column < QueueModel::ColumnCount; ++column)
        m_table->setColumnWidth(column, widths[column]);
    m_table->horizontalHeader()->setSectionResizeMode(QueueModel::Title, QHeaderView::Stretch);
    connect(m_table, &QTableView::activated, this, &QueuePage::activate);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &QueuePage::showReason);
    layout->addWidget(m_table, 1);
}

void QueuePage::setWorkspace(std::shared_ptr<Workspace> workspace)
{
    m_workspace = std::move(workspace);
    refresh();
}

void QueuePage::refresh()
{
    if (!m_workspace)
        return;
    const QPointer<Job> job(&m_job);
    const auto generation = m_job.generation() + (m_job.isRunning() ? 2 : 1);
    m_job.start(
        [workspace = m_workspace, this, job, generation](const std::stop_token &stop,
                                                         const ProgressCallback &progress) -> Result<void> {
            auto repository = workspace->handle();
            if (!repository)
                return std::unexpected(repository.error());
            auto entries = workbench::listQueue(*repository, workspace->target(), stop);
            if (!entries)
                return std::unexpected(entries.error());
            Job::post(job, generation, [this, list = *entries](Job &) mutable {
                m_model->setEntries(std::move(list), SystemClock().now());
                m_table->selectRow(0);
            });
            const auto engine = workspace->engine();
            if (!engine)
                return std::unexpected(engine.error());
            return workbench::analyzeQueue(*repository, workspace->target(), **engine, *entries, 0, stop, progress,
                                           [this, job, generation](std::size_t, const workbench::QueueEntry &entry) {
                                               Job::post(job, generation, [this, entry](Job &) { m_model->updateEntry(entry); });
                                           });
        },
        [this](Result<void> result) {
            if (!result && result.error().kind != ErrorKind::Cancelled)
                m_progressText->setText(words(result.error()));
            if (!m_table->currentIndex().isValid() || m_table->currentIndex().row() != 0)
                m_table->selectRow(0);
            m_table->setFocus();
            showReason();
            QMetaObject::invokeMethod(this, &QueuePage::settled, Qt::QueuedConnection);
        });
}

void QueuePage::cancel()
{
    m_job.cancel();
    m_progressText->setText(tr("Stopped. Press F5 to go on."));
}

void QueuePage::showSummary()
{
    if (!m_workspace)
        return;
    m_summary->setText(
        tr("%1 · target %2 · %n open change(s)", nullptr, m_model->rowCount())
            .arg(safe(m_workspace->name()),
                 safe(QByteArray::fromStdString(m_workspace->target().name).replace("refs/heads/", "").toStdString())));
    if (m_progress->value() == m_progress->maximum())
        m_progressText->setText(m_model->rowCount() == 0 ? tr("No open change: every branch and pull request is merged.")
                                                         : tr("Everything is analysed"));
}

void QueuePage::showReason()
{
    const auto *entry = m_model->entry(m_filtered->mapToSource(m_table->currentIndex()).row());
    if (!entry || !entry->analysis) {
        m_reason->setText(entry && entry->error ? words(*entry->error) : QString());
        return;
    }
    m_reason->setText(
        tr("Why %1 stands here: %2. %n finding(s). Enter opens it.", nullptr, static_cast<int>(entry->analysis->findings.size()))
            .arg(safe(entry->id), words(entry->analysis->bandReason)));
}

void QueuePage::activate(const QModelIndex &index)
{
    if (const auto *entry = m_model->entry(m_filtered->mapToSource(index).row()))
        emit changeActivated(QString::fromStdString(entry->id));
}

} // namespace countersign::ui
