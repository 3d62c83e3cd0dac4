// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Job.h"
#include "Workspace.h"

#include <QMainWindow>

#include <memory>

class QActionGroup;
class QStackedWidget;

namespace countersign::ui
{

class ChangePage;
class QueuePage;
class WelcomePage;

/// The window: a bar of pages on the left, the pages beside it.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(QWidget *parent = nullptr);

    /// Opens a repository in the background, then @p change in it, if given.
    void openRepository(const QString &path, const QString &change = {});
    void openChange(const QString &id);
    [[nodiscard]] QueuePage *queuePage() const { return m_queue; }
    [[nodiscard]] ChangePage *changePage() const { return m_change; }
    /// Nothing runs in the background.
    /// Runs an action of the table (see actionTable()) by its id.
    void run(const QString &id);
    void refresh();
    void fillQueue();
    [[nodiscard]] bool isSettled() const;
    /// The text that the help shows: every action with its shortcut.
    [[nodiscard]] static QString keysText();

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildPages();
    void buildActions();
    void chooseRepository();
    void choosePatch();
    void showPage(QWidget *page);
    void showKeys();
    void showAbout();
    void setScheme(const QString &scheme);
    void setLanguage(const QString &language);
    void openDemo();
    void applyIcons();

    QueuePage *m_queue;
    ChangePage *m_change;
    WelcomePage *m_welcome;
    QStackedWidget *m_pages;
    QActionGroup *m_pageActions;
    Job m_opening;
    std::shared_ptr<Workspace> m_workspace;
};

} // namespace countersign::ui
