// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Commands.h"
#include "Job.h"
#include "LatePage.h"
#include "Workspace.h"

#include <QMainWindow>

#include <future>
#include <memory>

class QActionGroup;
class QStackedWidget;

namespace countersign::ui
{

class BlastPage;
class ChangePage;
class LedgerPage;
class MeetingList;
class MeetingPage;
class Meetings;
class QueuePage;
class SettingsPage;
class WelcomePage;

/// What is shown where: what a window in another language takes over.
struct WindowPlace {
    QByteArray geometry;
    QString repository; ///< folder; empty: none is open
    QString page; ///< object name
};

/// The window: a bar of pages on the left, the pages beside it.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(QWidget *parent = nullptr);

    using Opening = std::shared_future<Result<std::shared_ptr<Workspace>>>;
    /// Opens a repository in the background, then @p change in it, if given.
    /// @param begun where somebody has begun to open it
    void openRepository(const QString &path, const QString &change = {}, const Opening &begun = {});
    void openChange(const QString &id);
    [[nodiscard]] QueuePage *queuePage() const { return m_queue; }
    [[nodiscard]] ChangePage *changePage() const { return m_change; }
    [[nodiscard]] LedgerPage *ledgerPage() { return m_ledger.get(); }
    [[nodiscard]] SettingsPage *settingsPage() { return m_settings.get(); }
    [[nodiscard]] WindowPlace place() const;
    /// Shows a window that was somewhere else; an empty place: nothing happens.
    void restore(const WindowPlace &place);
    [[nodiscard]] BlastPage *blastPage() { return m_blast.get(); }
    [[nodiscard]] MeetingPage *meetingPage() { return m_meetingPage.get(); }
    [[nodiscard]] Meetings *meetings() const { return m_meetings; }
    /// Runs an action of the table (see actionTable()) by its id.
    void run(const QString &id);
    void refresh();
    void fillQueue();
    /// Opens the wizard that makes the first roster and the policy.
    void setUp();
    /// What shows the roster shows the one that is in force now.
    void readRoster();
    /// Nothing runs in the background.
    [[nodiscard]] bool isSettled() const;
    /// The text that the help shows: every action with its shortcut.
    [[nodiscard]] static QString keysText();

signals:
    /// Another language was chosen: what is shown is still in the old one.
    void languageChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildPages();
    [[nodiscard]] LedgerPage *makeLedger();
    [[nodiscard]] SettingsPage *makeSettings();
    [[nodiscard]] BlastPage *makeBlast();
    [[nodiscard]] MeetingPage *makeMeetingPage();
    template<class Page>
    Page *added(Page *page);
    void connectPages();
    void showMeetingCount();
    void addOwnCommands();
    void addPageCommands();
    void buildActions();
    void chooseRepository();
    void choosePatch();
    void showPage(const QString &action);
    void showWelcome();
    void markShown(const QString &shown);
    void showLedger();
    void showSettings();
    void cancelShown();
    [[nodiscard]] QWidget *pageOf(const QString &action);
    void showKeys();
    void showAbout();
    void setScheme(const QString &scheme);
    void setLanguage(const QString &language);
    void openDemo();
    void applyIcons();

    QStackedWidget *m_pages;
    QueuePage *m_queue;
    ChangePage *m_change;
    LatePage<LedgerPage> m_ledger;
    LatePage<SettingsPage> m_settings;
    LatePage<BlastPage> m_blast;
    Meetings *m_meetings;
    LatePage<MeetingPage> m_meetingPage;
    MeetingList *m_meetingTab; ///< the same list beside the change
    WelcomePage *m_welcome;
    QActionGroup *m_pageActions;
    Commands m_commands;
    Commands m_blastCommands; ///< while that page is shown, these come first
    QString m_repository; ///< folder that was opened last
    Job m_opening;
    std::shared_ptr<Workspace> m_workspace;
};

} // namespace countersign::ui
