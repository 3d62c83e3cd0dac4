// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "WelcomePage.h"

#include "Words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace countersign::ui
{

WelcomePage::WelcomePage(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
    , m_recent(new QListWidget(this))
{
    setObjectName(QStringLiteral("welcomePage"));
    auto *title = new QLabel(tr("Countersign"), this);
    title->setObjectName(QStringLiteral("welcomeTitle"));
    QFont font = title->font();
    font.setPointSizeF(20);
    font.setWeight(QFont::DemiBold);
    title->setFont(font);
    title->setAlignment(Qt::AlignCenter);
    m_text->setObjectName(QStringLiteral("welcome"));
    m_text->setAlignment(Qt::AlignCenter);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    setText(tr("Open a repository to see its changes, riskiest first."));
    auto *open = new QPushButton(tr("Open repository…"), this);
    open->setObjectName(QStringLiteral("welcomeOpen"));
    open->setProperty("primary", true);
    auto *demo = new QPushButton(tr("Try the demo"), this);
    demo->setObjectName(QStringLiteral("welcomeDemo"));
    connect(open, &QPushButton::clicked, this, &WelcomePage::openRequested);
    connect(demo, &QPushButton::clicked, this, &WelcomePage::demoRequested);
    setFocusProxy(open);
    m_recent->setObjectName(QStringLiteral("welcomeRecent"));
    m_recent->setAccessibleName(tr("Repositories that were opened before"));
    m_recent->setFixedSize(560, 180);
    connect(m_recent, &QListWidget::itemActivated, this,
            [this](const QListWidgetItem *item) { emit repositoryChosen(item->data(Qt::UserRole).toString()); });
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(open);
    buttons->addWidget(demo);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(16);
    layout->addStretch();
    layout->addWidget(title);
    layout->addWidget(m_text);
    layout->addLayout(buttons);
    layout->addWidget(m_recent, 0, Qt::AlignHCenter);
    layout->addStretch();
    setRecent({});
}

void WelcomePage::setRecent(const QStringList &paths)
{
    m_recent->clear();
    for (const auto &path : paths) {
        auto *item = new QListWidgetItem(safe(path.toStdString()), m_recent);
        item->setData(Qt::UserRole, path);
    }
    m_recent->setVisible(!paths.isEmpty());
}

void WelcomePage::setText(const QString &text)
{
    m_text->setText(text);
}

} // namespace countersign::ui
