// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "MeetingList.h"

#include "Meetings.h"

#include "../Words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace countersign::ui
{

namespace
{

constexpr int atOnce = 100; ///< rows that are made in one go

} // namespace

MeetingList::MeetingList(Meetings &meetings, QWidget *parent)
    : QWidget(parent)
    , m_meetings(meetings)
    , m_status(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_list(new QListWidget(this))
{
    setObjectName(QStringLiteral("meetings"));
    m_status->setObjectName(QStringLiteral("meetingStatus"));
    m_status->setTextFormat(Qt::PlainText);
    m_status->setWordWrap(true);
    m_status->setForegroundRole(QPalette::PlaceholderText);
    m_progress->setObjectName(QStringLiteral("meetingProgress"));
    m_progress->setAccessibleName(tr("Progress of the comparison with other changes"));
    m_progress->setTextVisible(false);
    m_cancel->setObjectName(QStringLiteral("meetingCancel"));
    m_list->setObjectName(QStringLiteral("meetingList"));
    m_list->setAccessibleName(tr("Places where this change meets others"));
    m_list->setWordWrap(true);
    m_list->setSpacing(4);
    m_list->setLayoutMode(QListView::Batched);
    m_adding.setSingleShot(true);
    connect(&m_adding, &QTimer::timeout, this, [this] { addUpTo(m_list->count() + atOnce); });
    auto *top = new QHBoxLayout;
    top->setContentsMargins(12, 10, 12, 6);
    top->addWidget(m_status, 1);
    top->addWidget(m_progress);
    top->addWidget(m_cancel);
    m_progress->setMaximumWidth(120);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(m_list, 1);
    setFocusProxy(m_list);
    connect(&m_meetings, &Meetings::changed, this, &MeetingList::fill);
    connect(&m_meetings, &Meetings::progressed, this, [this](const Progress &progress) {
        m_progress->setRange(0, static_cast<int>(progress.total));
        m_progress->setValue(static_cast<int>(progress.done));
    });
    connect(m_cancel, &QPushButton::clicked, &m_meetings, &Meetings::cancel);
    connect(m_list, &QListWidget::currentRowChanged, this, &MeetingList::currentChanged);
    connect(m_list, &QListWidget::itemActivated, this, [this] { emit activated(m_list->currentRow()); });
    fill();
}

void MeetingList::setCurrent(int meeting)
{
    m_list->setCurrentRow(meeting);
}

int MeetingList::current() const
{
    return m_list->currentRow();
}

void MeetingList::fill()
{
    m_status->setText(m_meetings.status());
    m_progress->setVisible(m_meetings.isBusy());
    m_cancel->setVisible(m_meetings.isBusy());
    const int kept = std::max(0, m_list->currentRow());
    {
        const QSignalBlocker blocker(m_list);
        m_list->clear();
        addUpTo(kept + atOnce);
    }
    m_list->setCurrentRow(std::min(kept, m_list->count() - 1));
}

/// A wide change meets others in thousands of places: some at once, so that nobody waits for the list.
void MeetingList::addUpTo(int rows)
{
    const auto &all = m_meetings.list();
    const auto end = std::min(all.size(), static_cast<std::size_t>(rows));
    for (auto i = static_cast<std::size_t>(m_list->count()); i < end; ++i) {
        const Interaction &one = all[i];
        m_list->addItem(tr("%1\n%2\nhere %3 · there %4")
                            .arg(safe(one.with, 80), meetingWords(one), placeWords(one.here), placeWords(one.there)));
    }
    if (end < all.size())
        m_adding.start();
    else
        m_adding.stop();
}

} // namespace countersign::ui
