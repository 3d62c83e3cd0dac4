// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "RepositorySettings.h"

#include "../Words.h"
#include "../style/Parts.h"

#include <QDir>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSettings>
#include <QVBoxLayout>

namespace countersign::ui
{

namespace
{

constexpr qsizetype mostRemembered = 20;
const QLatin1String settingName("repositories/recent");

} // namespace

QStringList recentRepositories()
{
    return QSettings().value(settingName).toStringList();
}

void rememberRepository(const QString &path)
{
    const QString whole = QDir(path).absolutePath();
    QStringList all = recentRepositories();
    all.removeAll(whole);
    all.prepend(whole);
    QSettings().setValue(settingName, QStringList(all.mid(0, mostRemembered)));
}

void forgetRepository(const QString &path)
{
    QStringList all = recentRepositories();
    all.removeAll(path);
    QSettings().setValue(settingName, all);
}

RepositorySettings::RepositorySettings(QWidget *parent)
    : QWidget(parent)
    , m_list(new QListWidget(this))
    , m_open(button(QStringLiteral("repositoryOpen"), tr("Open"), this))
    , m_remove(button(QStringLiteral("repositoryRemove"), tr("Remove from the list"), this))
{
    setObjectName(QStringLiteral("repositorySettings"));
    m_list->setObjectName(QStringLiteral("repositoryList"));
    m_list->setAccessibleName(tr("Repositories that were opened"));
    m_list->setSpacing(2);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_open);
    buttons->addWidget(m_remove);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 0, 16, 12);
    layout->addWidget(dimmedLabel(QStringLiteral("repositoryIntro"), this, tr("Removing one here deletes nothing on the disk.")));
    layout->addWidget(m_list, 1);
    layout->addLayout(buttons);
    connect(m_list, &QListWidget::itemActivated, this, [this] { emit chosen(current()); });
    connect(m_open, &QPushButton::clicked, this, [this] { emit chosen(current()); });
    connect(m_remove, &QPushButton::clicked, this, [this] {
        forgetRepository(current());
        read();
    });
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) {
        m_open->setEnabled(row >= 0);
        m_remove->setEnabled(row >= 0);
    });
    read();
}

void RepositorySettings::read()
{
    m_list->clear();
    for (const auto &path : recentRepositories()) {
        auto *item = new QListWidgetItem(safe(path.toStdString()), m_list);
        item->setData(Qt::UserRole, path);
    }
    m_list->setCurrentRow(m_list->count() > 0 ? 0 : -1);
    m_open->setEnabled(m_list->count() > 0);
    m_remove->setEnabled(m_list->count() > 0);
}

QString RepositorySettings::current() const
{
    const auto *item = m_list->currentItem();
    return item ? item->data(Qt::UserRole).toString() : QString();
}

} // namespace countersign::ui
