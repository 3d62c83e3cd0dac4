// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "HistoryPanel.h"

#include "../Words.h"

#include "core/Clock.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace countersign::ui
{

namespace
{

/// What a comparison says in a sentence or two.
QString verdictOf(const workbench::InterDiff &difference)
{
    if (difference.isNothingChanged())
        return HistoryPanel::tr("Nothing of the author's changed since then. %1").arg(words(workbench::label(difference.proof)));
    const auto authors = std::ranges::count_if(difference.files, &workbench::InterFile::isAuthors);
    std::size_t added = 0;
    std::size_t removed = 0;
    std::size_t rebased = 0;
    for (const auto &file : difference.files) {
        added += file.author.added;
        removed += file.author.removed;
        rebased += file.rebase.added + file.rebase.removed;
    }
    return HistoryPanel::tr("The author changed %1 of %2 files since then: +%3 −%4 lines. %5 lines came with the rebase.")
        .arg(authors)
        .arg(difference.files.size())
        .arg(added)
        .arg(removed)
        .arg(rebased);
}

} // namespace

HistoryPanel::HistoryPanel(QWidget *parent)
    : QWidget(parent)
    , m_list(new QListWidget(this))
    , m_verdict(new QLabel(this))
    , m_show(new QPushButton(tr("Show what changed since…"), this))
{
    setObjectName(QStringLiteral("historyPanel"));
    m_list->setObjectName(QStringLiteral("patchSetList"));
    m_list->setAccessibleName(tr("Versions of the change that were opened here, newest first"));
    m_list->setWordWrap(true);
    m_list->setSpacing(4);
    m_verdict->setObjectName(QStringLiteral("patchSetVerdict"));
    m_verdict->setTextFormat(Qt::PlainText);
    m_verdict->setWordWrap(true);
    m_verdict->setMargin(10);
    m_show->setObjectName(QStringLiteral("patchSetShow"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 10);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_verdict);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(10, 0, 10, 0);
    row->addWidget(m_show);
    layout->addLayout(row);
    connect(m_list, &QListWidget::currentRowChanged, this, [this] { compare(false); });
    connect(m_list, &QListWidget::itemActivated, this, [this] { compare(true); });
    connect(m_show, &QPushButton::clicked, this, [this] { compare(true); });
    clear();
}

void HistoryPanel::clear()
{
    m_reading.cancel();
    m_comparing.cancel();
    m_workspace.reset();
    m_sets.clear();
    fill();
}

void HistoryPanel::open(std::shared_ptr<Workspace> workspace, Change change)
{
    clear();
    m_workspace = std::move(workspace);
    m_change = std::move(change);
    m_reading.start(
        [shared = m_workspace, opened = m_change](const std::stop_token &stop,
                                                  const ProgressCallback &) -> Result<std::vector<workbench::KnownPatchSet>> {
            auto repository = shared->handle();
            if (!repository)
                return std::unexpected(repository.error());
            return workbench::knownPatchSets(*repository, opened, stop);
        },
        [this](Result<std::vector<workbench::KnownPatchSet>> sets) {
            if (!sets) {
                m_verdict->setText(words(sets.error()));
                return;
            }
            m_sets = std::move(*sets);
            fill();
        });
}

void HistoryPanel::fill()
{
    m_list->clear();
    const auto now = SystemClock().now();
    for (auto set = m_sets.rbegin(); set != m_sets.rend(); ++set) {
        QStringList parts{tr("Version %1").arg(set->number), QString::fromStdString(set->set.head.shortHex()),
                          age(now - set->set.firstSeen)};
        if (set->isCurrent)
            parts << tr("open now");
        if (!set->isHere)
            parts << tr("no longer in this repository");
        m_list->addItem(parts.join(QStringLiteral(" · ")));
    }
    m_show->setEnabled(false);
    m_verdict->setText(m_sets.size() > 1 ? tr("Choose a version to see what changed since.")
                                         : tr("This is the only version that was opened here."));
    emit countChanged();
}

void HistoryPanel::compare(bool show)
{
    const int row = m_list->currentRow();
    const auto current = std::ranges::find(m_sets, true, &workbench::KnownPatchSet::isCurrent);
    m_show->setEnabled(false);
    if (row < 0 || row >= count() || current == m_sets.end() || !m_workspace)
        return;
    const workbench::KnownPatchSet chosen = m_sets[m_sets.size() - 1 - static_cast<std::size_t>(row)];
    if (chosen.isCurrent) {
        m_verdict->setText(tr("This version is open now."));
        return;
    }
    m_verdict->setText(tr("Comparing …"));
    m_comparing.start(
        [shared = m_workspace, change = m_change, chosen,
         newest = *current](const std::stop_token &stop, const ProgressCallback &progress) -> Result<workbench::InterDiff> {
            auto repository = shared->handle();
            if (!repository)
                return std::unexpected(repository.error());
            const auto before = workbench::treesOf(*repository, change, chosen);
            const auto after = workbench::treesOf(*repository, change, newest);
            if (!before || !after)
                return std::unexpected(before ? after.error() : before.error());
            return workbench::interDiff(*repository, *before, *after, stop, progress);
        },
        [this, show, title = tr("Version %1 to version %2").arg(chosen.number).arg(current->number)](
            const Result<workbench::InterDiff> &difference) {
            if (!difference) {
                m_verdict->setText(words(difference.error()));
                return;
            }
            m_verdict->setText(verdictOf(*difference));
            m_show->setEnabled(true);
            if (show)
                emit comparisonRequested(*difference, title);
        });
}

} // namespace countersign::ui
