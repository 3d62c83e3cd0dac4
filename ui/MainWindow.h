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

class BlastPage;
class ChangePage;
class MeetingList;
class MeetingPage;
class Meetings;
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
    [[nodiscard]] BlastPage *blastPage() const { return m_blast; }
    [[nodiscard]] MeetingPage *meetingPage() const { return m_meetingPage; }
    [[nodiscard]] Meetings *meetings() const { return m_meetings; }
    /// Runs an action of the table (see actionTable()) by its id.
    void run(const QString &id);
    void refresh();
    void fillQueue();
    /// Nothing runs in the background.
    [[nodiscard]] bool isSettled() const;
    /// The text that the help shows: every action with its shortcut.
    [[nodiscard]] static QString keysText();

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildPages();
    void connectPages();
    /// The page that an action of the page bar shows; null: it shows none.
    [[nodiscard]] QWidget *pageOf(const QString &action) const;
    void showMeetingCount();
    [[nodiscard]] bool runOnBlast(const QString &id); ///< false: not an action of that page
    void cancelPage();
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
    BlastPage *m_blast;
    Meetings *m_meetings;
    MeetingPage *m_meetingPage;
    MeetingList *m_meetingTab; ///< the same list beside the change
    WelcomePage *m_welcome;
    QStackedWidget *m_pages;
    QActionGroup *m_pageActions;
    Job m_opening;
    std::shared_ptr<Workspace> m_workspace;
};

} // namespace countersign::ui
