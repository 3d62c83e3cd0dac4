// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "SettingsPage.h"

#include "AppearanceSettings.h"
#include "DiffSettingsPanel.h"
#include "KeySettings.h"
#include "PolicySettings.h"
#include "RepositorySettings.h"
#include "RosterSettings.h"
#include "RuleSettings.h"

#include "../style/Parts.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace countersign::ui
{

SettingsPage::SettingsPage(QWidget *parent)
    : QWidget(parent)
    , m_list(new QListWidget(this))
    , m_sections(new QStackedWidget(this))
    , m_keys(new KeySettings(this))
    , m_appearance(new AppearanceSettings(this))
    , m_diff(new DiffSettingsPanel(this))
    , m_rules(new RuleSettings(this))
    , m_roster(new RosterSettings(this))
    , m_policy(new PolicySettings(this))
    , m_repositories(new RepositorySettings(this))
{
    setObjectName(QStringLiteral("settingsPage"));
    m_list->setObjectName(QStringLiteral("settingsSections"));
    m_list->setAccessibleName(tr("Sections of the settings"));
    m_list->setFixedWidth(210);
    m_list->setSpacing(2);
    m_sections->setObjectName(QStringLiteral("settingsStack"));
    addSection(tr("Keys"), m_keys);
    addSection(tr("Appearance and language"), m_appearance);
    addSection(tr("Diff"), m_diff);
    addSection(tr("Rules"), m_rules);
    addSection(tr("Roster"), m_roster);
    addSection(tr("Policy"), m_policy);
    addSection(tr("Repositories"), m_repositories);
    auto *title = titleLabel(QStringLiteral("settingsTitle"), this, tr("Settings"));
    title->setContentsMargins(16, 12, 16, 10);
    auto *body = new QHBoxLayout;
    body->addWidget(m_list);
    body->addWidget(m_sections, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(title);
    layout->addLayout(body, 1);
    setFocusProxy(m_list);
    connect(m_list, &QListWidget::currentRowChanged, m_sections, &QStackedWidget::setCurrentIndex);
    connect(m_appearance, &AppearanceSettings::schemeChosen, this, &SettingsPage::schemeChosen);
    connect(m_appearance, &AppearanceSettings::languageChosen, this, &SettingsPage::languageChosen);
    connect(m_diff, &DiffSettingsPanel::changed, this, &SettingsPage::diffChanged);
    connect(m_roster, &RosterSettings::setUpRequested, this, &SettingsPage::setUpRequested);
    connect(m_roster, &RosterSettings::rosterChanged, this, &SettingsPage::rosterChanged);
    connect(m_policy, &PolicySettings::setUpRequested, this, &SettingsPage::setUpRequested);
    connect(m_repositories, &RepositorySettings::chosen, this, &SettingsPage::repositoryChosen);
    m_list->setCurrentRow(0);
}

void SettingsPage::addSection(const QString &title, QWidget *section)
{
    auto *item = new QListWidgetItem(title, m_list);
    item->setSizeHint({0, fontMetrics().height() + 16});
    m_sections->addWidget(section);
}

void SettingsPage::setWorkspace(std::shared_ptr<Workspace> workspace)
{
    m_workspace = std::move(workspace);
    m_isStale = true;
    if (isVisible())
        refresh();
}

void SettingsPage::refresh()
{
    m_isStale = false;
    m_keys->open(m_workspace);
    m_rules->open(m_workspace);
    m_roster->open(m_workspace);
    m_policy->open(m_workspace);
    m_repositories->read();
}

void SettingsPage::showScheme()
{
    m_appearance->read();
}

void SettingsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_appearance->read();
    m_diff->read();
    if (m_isStale)
        refresh();
}

bool SettingsPage::isBusy() const
{
    return m_keys->isBusy() || m_rules->isBusy() || m_roster->isBusy() || m_policy->isBusy();
}

} // namespace countersign::ui
