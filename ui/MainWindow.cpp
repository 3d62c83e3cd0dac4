// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "MainWindow.h"

#include "Actions.h"
#include "WelcomePage.h"
#include "Words.h"

#include "blast/BlastPage.h"
#include "change/ChangeCommands.h"
#include "change/ChangePage.h"
#include "change/DiffPane.h"
#include "init/InitWizard.h"
#include "interactions/MeetingList.h"
#include "interactions/MeetingPage.h"
#include "interactions/Meetings.h"
#include "ledger/LedgerPage.h"
#include "queue/QueuePage.h"
#include "settings/KeySettings.h"
#include "settings/RepositorySettings.h"
#include "settings/SettingsPage.h"
#include "style/Icons.h"
#include "style/Theme.h"

#include "workbench/Demo.h"

#include "Version.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QEvent>
#include <QFileDialog>
#include <QMenuBar>
#include <QMessageBox>
#include <QSettings>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QTabWidget>
#include <QToolBar>

#include <filesystem>
#include <map>

namespace countersign::ui
{

namespace
{

QString translated(const char *text)
{
    return QCoreApplication::translate("Actions", text);
}

QList<QKeySequence> shortcuts(const ActionRow &row)
{
    QList<QKeySequence> keys;
    const QStringList texts = QString::fromLatin1(row.shortcut).split(QStringLiteral("; "), Qt::SkipEmptyParts);
    for (const QString &text : texts)
        keys << QKeySequence(text, QKeySequence::PortableText);
    return keys;
}

/// The actions of the page bar.
const std::map<QString, PageIcon> &pageIcons()
{
    static const std::map<QString, PageIcon> icons{
        {QStringLiteral("showQueue"), PageIcon::Queue},   {QStringLiteral("showChange"), PageIcon::Change},
        {QStringLiteral("showBlast"), PageIcon::Blast},   {QStringLiteral("showMeetings"), PageIcon::Meetings},
        {QStringLiteral("showLedger"), PageIcon::Ledger}, {QStringLiteral("showSettings"), PageIcon::Settings},
    };
    return icons;
}

} // namespace

MainWindow::MainWindow(QWidget *parent)
    : QMainWindow(parent)
    , m_pages(new QStackedWidget(this))
    , m_queue(new QueuePage(m_pages)) // to give a page another parent styles every widget of it anew
    , m_change(new ChangePage(m_pages))
    , m_ledger([this] { return makeLedger(); })
    , m_settings([this] { return makeSettings(); })
    , m_blast([this] { return makeBlast(); })
    , m_meetings(new Meetings(this))
    , m_meetingPage([this] { return makeMeetingPage(); })
    , m_meetingTab(new MeetingList(*m_meetings, m_change))
    , m_welcome(new WelcomePage(m_pages))
    , m_pageActions(new QActionGroup(this))
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(tr("Countersign"));
    resize(1600, 1000);
    buildPages();
    addOwnCommands();
    addPageCommands();
    buildActions();
    showWelcome();
}

void MainWindow::buildPages()
{
    for (QWidget *page : {static_cast<QWidget *>(m_welcome), static_cast<QWidget *>(m_queue), static_cast<QWidget *>(m_change)})
        m_pages->addWidget(page);
    setCentralWidget(m_pages);
    m_change->details()->addTab(m_meetingTab, tr("Meets"));
    connectPages();
}

void MainWindow::connectPages()
{
    connect(m_queue, &QueuePage::changeActivated, this, &MainWindow::openChange);
    connect(m_welcome, &WelcomePage::openRequested, this, &MainWindow::chooseRepository);
    connect(m_welcome, &WelcomePage::demoRequested, this, &MainWindow::openDemo);
    connect(m_welcome, &WelcomePage::repositoryChosen, this, [this](const QString &path) { openRepository(path); });
    connect(m_change, &ChangePage::judged, m_queue, &QueuePage::setGate);
    connect(m_change, &ChangePage::axesRequested, this, [this] { showPage(QStringLiteral("showBlast")); });
    connect(m_change, &ChangePage::reported, this, [this](const std::shared_ptr<const workbench::ChangeReport> &report) {
        if (auto *blast = m_blast.made())
            blast->setReport(m_change->workspace(), report);
        m_meetings->open(m_change->workspace(), report);
    });
    connect(m_meetings, &Meetings::changed, this, &MainWindow::showMeetingCount);
    connect(m_meetingTab, &MeetingList::activated, this, [this](int meeting) {
        m_meetingPage.get()->showMeeting(meeting);
        showPage(QStringLiteral("showMeetings"));
    });
}

template<class Page>
Page *MainWindow::added(Page *page)
{
    m_pages->addWidget(page);
    return page;
}

LedgerPage *MainWindow::makeLedger()
{
    auto *page = added(new LedgerPage(m_pages));
    connect(page, &LedgerPage::setUpRequested, this, &MainWindow::setUp);
    return page;
}

SettingsPage *MainWindow::makeSettings()
{
    auto *page = added(new SettingsPage(m_pages));
    connect(page, &SettingsPage::schemeChosen, this, &MainWindow::setScheme);
    connect(page, &SettingsPage::languageChosen, this, &MainWindow::setLanguage);
    connect(page, &SettingsPage::diffChanged, m_change->diffPane(), &DiffPane::readSettings);
    connect(page, &SettingsPage::repositoryChosen, this, [this](const QString &path) { openRepository(path); });
    connect(page, &SettingsPage::setUpRequested, this, &MainWindow::setUp);
    connect(page, &SettingsPage::rosterChanged, this, &MainWindow::readRoster);
    page->setWorkspace(m_workspace);
    return page;
}

BlastPage *MainWindow::makeBlast()
{
    auto *page = added(new BlastPage(m_pages));
    connect(page, &BlastPage::placeRequested, this, [this](const std::string &path, Side side, LineNumber line) {
        showPage(QStringLiteral("showChange"));
        m_change->showPlace(path, side, line);
    });
    page->setReport(m_change->workspace(), m_meetings->report());
    return page;
}

MeetingPage *MainWindow::makeMeetingPage()
{
    auto *page = added(new MeetingPage(*m_meetings, m_pages));
    connect(page, &MeetingPage::changeRequested, this, &MainWindow::openChange);
    return page;
}

void MainWindow::showMeetingCount()
{
    const auto count = m_meetings->list().size();
    m_change->details()->setTabText(m_change->details()->indexOf(m_meetingTab),
                                    count > 0 ? tr("Meets %1").arg(count) : tr("Meets"));
}

void MainWindow::buildActions()
{
    auto *bar = new QToolBar(tr("Pages"), this);
    bar->setObjectName(QStringLiteral("pageBar"));
    bar->setMovable(false);
    bar->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    bar->setIconSize({20, 20});
    addToolBar(Qt::LeftToolBarArea, bar);
    std::map<QString, QMenu *> menus;
    for (const auto &row : actionTable()) {
        auto *&menu = menus[translated(row.menu)];
        if (!menu)
            menu = menuBar()->addMenu(translated(row.menu));
        auto *action = menu->addAction(translated(row.text));
        const QString id = QString::fromLatin1(row.id);
        action->setObjectName(id);
        action->setShortcuts(shortcuts(row));
        connect(action, &QAction::triggered, this, [this, id] { run(id); });
        if (pageIcons().contains(id)) {
            action->setCheckable(true);
            m_pageActions->addAction(action);
            bar->addAction(action);
        }
    }
    applyIcons();
}

void MainWindow::applyIcons()
{
    const Theme &theme = Theme::of(this);
    const auto actions = m_pageActions->actions();
    for (auto *action : actions)
        action->setIcon(pageIcon(pageIcons().at(action->objectName()), theme));
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_pageActions)
        applyIcons();
}

void MainWindow::addOwnCommands()
{
    m_commands.add(this,
                   {
                       {"openRepository", &MainWindow::chooseRepository},
                       {"openPatch", &MainWindow::choosePatch},
                       {"keys", &MainWindow::showKeys},
                       {"about", &MainWindow::showAbout},
                       {"showLedger", &MainWindow::showLedger},
                       {"showSettings", &MainWindow::showSettings},
                       {"setUp", &MainWindow::setUp},
                       {"refresh", &MainWindow::refresh},
                       {"cancel", &MainWindow::cancelShown},
                   });
    m_commands.add("quit", [this] { close(); });
    m_commands.add("exportPicture", [this] { m_blast.get()->exportPicture(); });
    m_commands.add("signTest", [this] {
        showSettings();
        m_settings.get()->keys()->signTest();
    });
    for (const char *page : {"showQueue", "showChange", "showBlast", "showMeetings"})
        m_commands.add(page, [this, shown = QString::fromLatin1(page)] { showPage(shown); });
    for (const auto &[id, scheme] : {std::pair("systemTheme", ""),
                                     {"lightTheme", "light"},
                                     {"darkTheme", "dark"},
                                     {"lightColourBlind", "light-colour-blind"},
                                     {"darkColourBlind", "dark-colour-blind"},
                                     {"contrast", "contrast"}})
        m_commands.add(id, [this, name = QString::fromLatin1(scheme)] { setScheme(name); });
    for (const auto &[id, language] : {std::pair("systemLanguage", ""), {"english", "en"}, {"german", "de"}})
        m_commands.add(id, [this, name = QString::fromLatin1(language)] { setLanguage(name); });
}

void MainWindow::addPageCommands()
{
    addCommands(m_commands, m_change, [this] { return m_pages->currentWidget() == m_change; });
    m_commands.addOf<LedgerPage>([this] { return m_ledger.get(); },
                                 {
                                     {"ledgerVerifyAll", &LedgerPage::refresh},
                                     {"ledgerFetchAll", &LedgerPage::fetch},
                                     {"ledgerPushAll", &LedgerPage::push},
                                     {"checkpoint", &LedgerPage::signCheckpoint},
                                     {"verifyBundle", &LedgerPage::openBundle},
                                     {"exportBundle", &LedgerPage::exportBundle},
                                     {"saveReport", &LedgerPage::saveReport},
                                     {"printReport", &LedgerPage::print},
                                 },
                                 [this] {
                                     showLedger();
                                     return true;
                                 });
    m_blastCommands.addOf<BlastPage>([this] { return m_blast.get(); },
                                     {
                                         {"search", &BlastPage::focusFilter},
                                         {"cause", &BlastPage::jumpToCause},
                                     });
}

void MainWindow::run(const QString &id)
{
    if (m_pages->currentWidget() == m_blast.made() && m_blastCommands.run(id))
        return;
    (void)m_commands.run(id); // "cause" does nothing on the other pages
}

void MainWindow::cancelShown()
{
    const auto *page = m_pages->currentWidget();
    if (page == m_change || page == m_meetingPage.made())
        m_meetings->cancel();
    if (page == m_change)
        m_change->cancel();
    else if (auto *ledger = m_ledger.made(); page == ledger)
        ledger->cancel();
    else if (page == m_queue)
        m_queue->cancel();
}

/// The page that an action of the page bar shows.
QWidget *MainWindow::pageOf(const QString &action)
{
    if (action == QLatin1String("showQueue"))
        return m_queue;
    if (action == QLatin1String("showBlast"))
        return m_blast.get();
    if (action == QLatin1String("showMeetings"))
        return m_meetingPage.get();
    if (action == QLatin1String("showLedger"))
        return m_ledger.get();
    if (action == QLatin1String("showSettings"))
        return m_settings.get();
    return m_change;
}

void MainWindow::showLedger()
{
    showPage(QStringLiteral("showLedger"));
    if (auto *ledger = m_ledger.made(); m_workspace && ledger->workspace() != m_workspace)
        ledger->setWorkspace(m_workspace);
}

void MainWindow::showSettings()
{
    showPage(QStringLiteral("showSettings"));
}

void MainWindow::setUp()
{
    if (!m_workspace)
        return;
    auto *wizard = new InitWizard(m_workspace, this);
    wizard->setAttribute(Qt::WA_DeleteOnClose);
    connect(wizard, &InitWizard::signedRoster, this, &MainWindow::readRoster);
    wizard->open();
}

void MainWindow::readRoster()
{
    if (auto *ledger = m_ledger.made(); ledger && ledger->workspace() == m_workspace)
        ledger->refresh();
    if (auto *settings = m_settings.made())
        settings->setWorkspace(m_workspace);
    m_change->refresh();
}

WindowPlace MainWindow::place() const
{
    return {saveGeometry(), m_workspace ? m_repository : QString(), m_pages->currentWidget()->objectName()};
}

void MainWindow::restore(const WindowPlace &place)
{
    if (place.geometry.isEmpty())
        return;
    restoreGeometry(place.geometry);
    if (!place.repository.isEmpty())
        openRepository(place.repository);
    if (place.page == QLatin1String("settingsPage"))
        connect(&m_opening, &Job::finished, this, &MainWindow::showSettings, Qt::SingleShotConnection);
    if (place.repository.isEmpty())
        showSettings();
    show();
}

void MainWindow::fillQueue()
{
    if (m_workspace && m_queue->workspace() != m_workspace)
        m_queue->setWorkspace(m_workspace);
}

void MainWindow::refresh()
{
    if (m_workspace && m_queue->workspace() == m_workspace)
        m_queue->refresh();
    fillQueue();
    if (m_pages->currentWidget() == m_change)
        m_change->refresh();
    if (auto *ledger = m_ledger.made(); m_pages->currentWidget() == ledger)
        ledger->refresh();
    if (auto *settings = m_settings.made(); m_pages->currentWidget() == settings)
        settings->refresh();
    m_meetings->refresh();
}

void MainWindow::openRepository(const QString &path, const QString &change, const Opening &begun)
{
    m_welcome->setText(tr("Opening %1 …").arg(safe(path.toStdString())));
    m_welcome->setRecent({});
    showWelcome();
    m_repository = path;
    m_opening.start(
        [folder = path.toStdString(), begun](const std::stop_token &, const ProgressCallback &) {
            return begun.valid() ? begun.get() : Workspace::open(folder);
        },
        [this, change](Result<std::shared_ptr<Workspace>> workspace) {
            if (!workspace) {
                m_welcome->setText(words(workspace.error()));
                m_welcome->setRecent(recentRepositories());
                return;
            }
            m_workspace = std::move(*workspace);
            rememberRepository(m_repository);
            if (auto *settings = m_settings.made())
                settings->setWorkspace(m_workspace);
            setWindowTitle(tr("%1 – Countersign").arg(safe(m_workspace->name())));
            if (change.isEmpty()) {
                showPage(QStringLiteral("showQueue"));
                return;
            }
            // The change that was asked for comes first; the queue fills when it is there.
            connect(m_change, &ChangePage::settled, this, &MainWindow::fillQueue, Qt::SingleShotConnection);
            openChange(change);
        });
}

void MainWindow::openChange(const QString &id)
{
    if (!m_workspace)
        return;
    showPage(QStringLiteral("showChange"));
    m_change->open(m_workspace, id);
}

bool MainWindow::isSettled() const
{
    const auto isBusy = [](const auto &late) { return late.made() && late.made()->isBusy(); };
    return !m_opening.isRunning() && !m_queue->isBusy() && !m_change->isBusy() && !m_meetings->isBusy() && !isBusy(m_blast)
        && !isBusy(m_meetingPage) && !isBusy(m_ledger) && !isBusy(m_settings);
}

void MainWindow::chooseRepository()
{
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Open repository"));
    if (!folder.isEmpty())
        openRepository(folder);
}

void MainWindow::choosePatch()
{
    if (!m_workspace) {
        chooseRepository();
        return;
    }
    const QString file = QFileDialog::getOpenFileName(this, tr("Open patch or bundle"), {},
                                                      tr("Patches and bundles (*.patch *.diff *.mbox *.bundle)"));
    if (!file.isEmpty())
        openChange(file);
}

/// @param action of the page bar. Without a repository there are only the settings to show.
void MainWindow::showPage(const QString &action)
{
    if (!m_workspace && action != QLatin1String("showSettings")) {
        showWelcome();
        return;
    }
    m_pages->setCurrentWidget(pageOf(action));
    markShown(action);
    if (m_pages->currentWidget() == m_queue)
        fillQueue();
}

void MainWindow::showWelcome()
{
    m_pages->setCurrentWidget(m_welcome);
    markShown({});
}

void MainWindow::markShown(const QString &shown)
{
    const auto actions = m_pageActions->actions();
    for (auto *action : actions) {
        action->setChecked(action->objectName() == shown);
        action->setEnabled(m_workspace || action->objectName() == QLatin1String("showSettings"));
    }
    m_pages->currentWidget()->setFocus();
}

QString MainWindow::keysText()
{
    QString text;
    for (const auto &row : actionTable()) {
        QStringList keys;
        const auto own = shortcuts(row);
        for (const auto &key : own)
            keys << key.toString(QKeySequence::NativeText);
        if (!keys.isEmpty())
            text += keys.join(QStringLiteral(", ")) + QStringLiteral("\t") + translated(row.text) + QLatin1Char('\n');
    }
    return text;
}

void MainWindow::showKeys()
{
    QMessageBox box(QMessageBox::NoIcon, tr("Keys"), keysText(), QMessageBox::Close, this);
    box.setObjectName(QStringLiteral("keysDialog"));
    box.setTextFormat(Qt::PlainText);
    box.exec();
}

void MainWindow::showAbout()
{
    QMessageBox box(QMessageBox::NoIcon, tr("About Countersign"),
                    tr("Countersign %1\nReview workbench for AI-assisted changes.\nLicence: GPL 3.0 or later.")
                        .arg(QString::fromLatin1(engineVersion)),
                    QMessageBox::Close, this);
    box.setTextFormat(Qt::PlainText);
    box.exec();
}

void MainWindow::setLanguage(const QString &language)
{
    QSettings().setValue(QStringLiteral("language"), language);
    emit languageChanged();
}

void MainWindow::openDemo()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + QStringLiteral("/demo");
    m_welcome->setText(tr("Writing the demo repository …"));
    m_opening.start(
        [path = folder.toStdString()](const std::stop_token &, const ProgressCallback &) -> Result<void> {
            std::error_code missing;
            if (std::filesystem::exists(std::filesystem::path(path) / ".git", missing))
                return {}; // with the reviews and records that were made in it
            auto written = workbench::writeDemo(path);
            return written ? Result<void>() : std::unexpected(written.error());
        },
        [this, folder](const Result<void> &written) {
            if (written)
                openRepository(folder);
            else
                m_welcome->setText(words(written.error()));
        });
}

void MainWindow::setScheme(const QString &scheme)
{
    applyTheme(*qApp, scheme);
    QSettings().setValue(QStringLiteral("scheme"), scheme);
    if (auto *settings = m_settings.made())
        settings->showScheme();
}

} // namespace countersign::ui
