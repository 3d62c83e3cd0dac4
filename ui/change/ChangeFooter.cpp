// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ChangeFooter.h"

#include "../Words.h"

#include "core/Progress.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

namespace countersign::ui
{

ChangeFooter::ChangeFooter(QWidget *parent)
    : QWidget(parent)
    , m_status(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_toSign(new QLabel(this))
    , m_reject(new QPushButton(tr("Reject…"), this))
    , m_approve(new QPushButton(tr("Approve and sign…"), this))
{
    setObjectName(QStringLiteral("changeFooter"));
    m_status->setObjectName(QStringLiteral("changeStatus"));
    m_progress->setObjectName(QStringLiteral("changeProgress"));
    m_cancel->setObjectName(QStringLiteral("changeCancel"));
    m_toSign->setObjectName(QStringLiteral("changeToSign"));
    m_reject->setObjectName(QStringLiteral("changeReject"));
    m_approve->setObjectName(QStringLiteral("changeApprove"));
    m_progress->setAccessibleName(tr("Progress of the analysis"));
    m_progress->setTextVisible(false);
    m_progress->setMaximumWidth(180);
    m_approve->setProperty("primary", true);
    m_toSign->setForegroundRole(QPalette::PlaceholderText);
    m_toSign->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    for (QLabel *label : {m_status, m_toSign}) {
        label->setTextFormat(Qt::PlainText);
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // long sentences must not force the window's width
    }
    connect(m_cancel, &QPushButton::clicked, this, &ChangeFooter::cancelRequested);
    connect(m_reject, &QPushButton::clicked, this, &ChangeFooter::rejectRequested);
    connect(m_approve, &QPushButton::clicked, this, &ChangeFooter::approveRequested);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 8, 16, 8);
    layout->addWidget(m_status, 3);
    layout->addWidget(m_progress);
    layout->addWidget(m_cancel);
    layout->addWidget(m_toSign, 3);
    layout->addSpacing(10);
    layout->addWidget(m_reject);
    layout->addWidget(m_approve);
    setRunning(false);
    setCanSign(false);
}

void ChangeFooter::setStatus(const QString &text)
{
    m_status->setText(text);
}

void ChangeFooter::setProgress(const Progress &progress)
{
    m_progress->setRange(0, static_cast<int>(progress.total));
    m_progress->setValue(static_cast<int>(progress.done));
    m_status->setText(words(progress.stage));
}

void ChangeFooter::setRunning(bool running)
{
    m_progress->setVisible(running);
    m_cancel->setVisible(running);
}

void ChangeFooter::setToSign(const QStringList &parts)
{
    m_toSign->setText(parts.isEmpty() ? tr("Ready to sign") : tr("To sign: %1").arg(parts.join(QStringLiteral(", "))));
}

void ChangeFooter::clearToSign()
{
    m_toSign->clear();
}

void ChangeFooter::setCanSign(bool can)
{
    m_reject->setEnabled(can);
    m_approve->setEnabled(can);
}

} // namespace countersign::ui
