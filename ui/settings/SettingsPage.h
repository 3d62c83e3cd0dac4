// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../Workspace.h"

#include <QWidget>

#include <memory>

class QListWidget;
class QStackedWidget;

namespace countersign::ui
{

class AppearanceSettings;
class DiffSettingsPanel;
class KeySettings;
class PolicySettings;
class RepositorySettings;
class RosterSettings;
class RuleSettings;

/// What can be set, and what is in force: keys, appearance and language, diff, rules, roster, policy, repositories. Everything
/// takes effect at once and is kept.
class SettingsPage : public QWidget
{
    Q_OBJECT
public:
    explicit SettingsPage(QWidget *parent = nullptr);

    /// Null: no repository is open. Sections read what they show when they are looked at.
    void setWorkspace(std::shared_ptr<Workspace> workspace);
    [[nodiscard]] bool isBusy() const;
    [[nodiscard]] KeySettings *keys() const { return m_keys; }
    [[nodiscard]] RosterSettings *roster() const { return m_roster; }
    [[nodiscard]] RepositorySettings *repositories() const { return m_repositories; }
    /// What is shown is read anew.
    void refresh();
    /// A scheme was chosen elsewhere.
    void showScheme();

signals:
    void schemeChosen(const QString &scheme);
    void languageChosen(const QString &language);
    void diffChanged();
    void repositoryChosen(const QString &path);
    void setUpRequested();
    void rosterChanged();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void addSection(const QString &title, QWidget *section);

    std::shared_ptr<Workspace> m_workspace;
    bool m_isStale = false; ///< the sections show another repository
    QListWidget *m_list;
    QStackedWidget *m_sections;
    KeySettings *m_keys;
    AppearanceSettings *m_appearance;
    DiffSettingsPanel *m_diff;
    RuleSettings *m_rules;
    RosterSettings *m_roster;
    PolicySettings *m_policy;
    RepositorySettings *m_repositories;
};

} // namespace countersign::ui
