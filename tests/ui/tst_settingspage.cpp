// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "LedgerScene.h"
#include "Need.h"

#include "support/Files.h"
#include "ui/Background.h"
#include "ui/MainWindow.h"
#include "ui/change/ChangePage.h"
#include "ui/diffview/DiffView.h"
#include "ui/ledger/LedgerPage.h"
#include "ui/settings/DiffSettings.h"
#include "ui/settings/KeySettings.h"
#include "ui/settings/RepositorySettings.h"
#include "ui/settings/SettingsPage.h"
#include "ui/sign/KeyBox.h"
#include "ui/style/Theme.h"

#include <QAction>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableWidget>

using namespace countersign;
using namespace countersign::ui;
using test::alice;
using test::need;
using test::patience;

/// The settings in the real window, with throw-away keys, agent and settings.
class TestSettingsPage : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void keysOfAgentAndDiskAreListedWithTheirStanding();
    void testTellsWhatIsMissing_data();
    void testTellsWhatIsMissing();
    void testOfARevokedKeySaysSo();
    void defaultKeyIsOfferedFirst();
    void schemeTakesEffectAtOnceAndIsKept();
    void diffSettingsTakeEffectAtOnceAndAreKept();
    void rulesAreListedWithTheirOrigin();
    void policyIsToldWithItsTrustRoot();
    void repositoriesAreRememberedAndForgotten();
    void otherLanguageIsKeptAndTold();
    void everyPageIsReachedByKeyboard();
    void everyWidgetHasAName();

private:
    void open();
    void show();
    void wait()
    {
        QVERIFY(QTest::qWaitFor([this] { return m_window->isSettled(); }, patience));
    }
    void useSigners(const std::string &text)
    {
        m_scene->keyring.write("allowed_signers", text);
        m_scene->configure("gpg.ssh.allowedSignersFile", m_scene->keyring.file("allowed_signers"));
    }
    /// Puts a key where people have theirs.
    void install(const std::string &name) const;
    [[nodiscard]] QStringList items(const char *name) const
    {
        QStringList out;
        const auto *list = need<QListWidget>(*m_window, name);
        for (int i = 0; i < list->count(); ++i)
            out << list->item(i)->text();
        return out;
    }
    std::unique_ptr<test::LedgerScene> m_scene;
    std::unique_ptr<MainWindow> m_window;
};

void TestSettingsPage::init()
{
    QCoreApplication::setOrganizationName(QStringLiteral("countersign"));
    QCoreApplication::setApplicationName(QStringLiteral("countersign"));
    m_scene = std::make_unique<test::LedgerScene>();
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_scene->path(QStringLiteral("settings")));
    applyTheme(*qApp, QStringLiteral("light"));
}

void TestSettingsPage::cleanup()
{
    m_window.reset();
    Background::shared().waitForDone();
    m_scene.reset();
}

void TestSettingsPage::install(const std::string &name) const
{
    const auto home = QString::fromStdString(m_scene->keyring.environment.at("HOME"));
    QVERIFY(QDir(home).mkpath(QStringLiteral(".ssh")));
    const auto from = QString::fromStdString(m_scene->key(name).privateFile.string());
    const QString to = QStringLiteral("%1/.ssh/%2").arg(home, QString::fromStdString(name));
    QVERIFY(QFile::copy(from, to) && QFile::copy(from + QStringLiteral(".pub"), to + QStringLiteral(".pub")));
}

void TestSettingsPage::open()
{
    m_window = std::make_unique<MainWindow>();
    m_window->resize(1400, 900);
    m_window->show();
    m_window->activateWindow(); // without a window manager nobody else does
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_window->openRepository(QString::fromStdString(m_scene->builder.path()));
    wait();
}

void TestSettingsPage::show()
{
    open();
    m_window->run(QStringLiteral("showSettings"));
    wait();
}

void TestSettingsPage::keysOfAgentAndDiskAreListedWithTheirStanding()
{
    m_scene->keyring.startAgent();
    qputenv("SSH_AUTH_SOCK", QByteArray::fromStdString(m_scene->keyring.environment.at("SSH_AUTH_SOCK")));
    m_scene->keyring.addToAgent(m_scene->key(alice));
    install("carol@example.com");
    m_scene->publish(m_scene->first(), {alice});
    install("mallory@example.com");
    show();
    const auto *table = need<QTableWidget>(*m_window, "keyTable");
    QCOMPARE(table->rowCount(), 3);
    QCOMPARE(table->item(0, 2)->text(), QStringLiteral("agent"));
    QCOMPARE(table->item(0, 3)->text(), QStringLiteral("✓ alice@example.com"));
    QCOMPARE(table->item(1, 3)->text(), QStringLiteral("✓ carol@example.com"));
    QVERIFY(table->item(1, 2)->text().contains(QStringLiteral(".ssh")));
    QVERIFY(table->item(2, 3)->text().startsWith(QStringLiteral("✗")));
    QVERIFY(table->item(2, 3)->text().contains(QStringLiteral("not on the roster")));
    QVERIFY(table->item(2, 3)->text().contains(QStringLiteral("countersign roster enrol")));
    QVERIFY(!need<QLabel>(*m_window, "keyNote")->text().contains(QStringLiteral("No SSH agent")));
}

void TestSettingsPage::testTellsWhatIsMissing_data()
{
    QTest::addColumn<QString>("signers"); // %1: the key
    QTest::addColumn<QString>("missing"); // empty: nothing
    const auto who = QStringLiteral("alice@example.com ");
    QTest::newRow("counts") << who + QStringLiteral("namespaces=\"approval@countersign.dev\" %1\n") << QString();
    QTest::newRow("no namespace") << who + QStringLiteral("%1\n") << QStringLiteral("namespaces=");
    QTest::newRow("not enrolled") << QStringLiteral("# nobody\n") << QStringLiteral("is not in ");
    QTest::newRow("expired") << who + QStringLiteral("valid-before=\"20200101Z\",namespaces=\"approval@countersign.dev\" %1\n")
                             << QStringLiteral("has expired");
}

void TestSettingsPage::testTellsWhatIsMissing()
{
    QFETCH(QString, signers);
    QFETCH(QString, missing);
    install(alice);
    const auto line = QString::fromStdString(m_scene->key(alice).key.line());
    useSigners((signers.contains(QStringLiteral("%1")) ? signers.arg(line) : signers).toStdString());
    show();
    QCOMPARE(need<QTableWidget>(*m_window, "keyTable")->rowCount(), 1);
    QVERIFY(need<QLabel>(*m_window, "keyNote")->text().contains(QStringLiteral("No SSH agent")));
    need<QPushButton>(*m_window, "keyTest")->click();
    wait();
    const auto steps = items("keyResult");
    QCOMPARE(steps.size(), 3);
    QVERIFY(steps[0].startsWith(QStringLiteral("✓")));
    QVERIFY(steps[1].startsWith(QStringLiteral("✓")) && steps[1].contains(QStringLiteral("the signature verifies")));
    QVERIFY2(steps[2].startsWith(missing.isEmpty() ? QStringLiteral("✓") : QStringLiteral("✗")), qPrintable(steps[2]));
    QVERIFY2(steps[2].contains(missing), qPrintable(steps[2]));
    // Nothing of the test is kept.
    QVERIFY(m_scene->ledger().tip.isNull());
}

void TestSettingsPage::testOfARevokedKeySaysSo()
{
    install(alice);
    m_scene->publish(m_scene->first(), {alice});
    auto next = m_scene->next();
    QVERIFY(records::enrol(next, alice, m_scene->key("other").key, {}, {}));
    QVERIFY(records::revoke(next, m_scene->key(alice).key.fingerprint(), next.issuedAt + 10, "lost"));
    m_scene->publish(next, {alice});
    show();
    need<QPushButton>(*m_window, "keyTest")->click();
    wait();
    const auto steps = items("keyResult");
    QCOMPARE(steps.size(), 3);
    QVERIFY2(steps[2].startsWith(QStringLiteral("✗")) && steps[2].contains(QStringLiteral("revoked")), qPrintable(steps[2]));
}

void TestSettingsPage::defaultKeyIsOfferedFirst()
{
    install("carol@example.com");
    install(alice);
    show();
    auto *table = need<QTableWidget>(*m_window, "keyTable");
    QCOMPARE(table->rowCount(), 2);
    table->selectRow(1);
    const QString wanted = table->item(1, 0)->data(Qt::UserRole).toString();
    need<QPushButton>(*m_window, "keyMakeDefault")->click();
    QVERIFY(need<QLabel>(*m_window, "keyDefault")->text().contains(wanted));
    KeyBox box(QStringLiteral("test"));
    box.load(m_scene->workspace());
    QVERIFY(QTest::qWaitFor([&] { return !box.isBusy(); }, patience));
    QCOMPARE(box.key(), wanted);
}

void TestSettingsPage::schemeTakesEffectAtOnceAndIsKept()
{
    show();
    const QColor light = Theme::of(m_window.get()).surface;
    need<QRadioButton>(*m_window, "scheme_dark")->click();
    QVERIFY(Theme::of(m_window.get()).surface != light);
    QCOMPARE(QSettings().value(QStringLiteral("scheme")).toString(), QStringLiteral("dark"));
    m_window->run(QStringLiteral("contrast"));
    QVERIFY(need<QRadioButton>(*m_window, "scheme_contrast")->isChecked());
    m_window = std::make_unique<MainWindow>();
    m_window->run(QStringLiteral("showSettings"));
    QVERIFY(need<QRadioButton>(*m_window, "scheme_contrast")->isChecked());
    m_window->run(QStringLiteral("lightTheme"));
}

void TestSettingsPage::diffSettingsTakeEffectAtOnceAndAreKept()
{
    open();
    m_window->openChange(QStringLiteral("feature"));
    QVERIFY(QTest::qWaitFor([&] { return m_window->isSettled() && m_window->changePage()->hasChange(); }, patience));
    m_window->run(QStringLiteral("showSettings"));
    auto *view = m_window->changePage()->diffView();
    QCOMPARE(view->model().context(), 3U);
    need<QSpinBox>(*m_window, "diffContext")->setValue(12);
    need<QSpinBox>(*m_window, "diffSize")->setValue(15);
    need<QComboBox>(*m_window, "diffLayout")->setCurrentIndex(1);
    need<QComboBox>(*m_window, "diffWhitespace")->setCurrentIndex(3);
    QCOMPARE(view->model().context(), 12U);
    QCOMPARE(view->font().pointSize(), 15);
    QCOMPARE(view->model().layout(), DiffLayout::Unified);
    wait();
    const auto kept = DiffSettings::read();
    QCOMPARE(kept.context, 12);
    QCOMPARE(kept.codeSize, 15);
    QVERIFY(kept.isUnified);
    QCOMPARE(kept.options.whitespace, diff::Whitespace::All);
    MainWindow again;
    QCOMPARE(again.changePage()->diffView()->model().context(), 12U);
    QCOMPARE(need<QSpinBox>(*again.settingsPage(), "diffSize")->value(), 15);
    QSettings().setValue(QStringLiteral("diff/context"), 5000); // edited by hand
    QCOMPARE(DiffSettings::read().context, 100);
}

void TestSettingsPage::rulesAreListedWithTheirOrigin()
{
    m_scene->builder.commit({.files = {{".countersign/rules/team.toml", R"([[rule]]
id = "TEAM-01"
title = "Old client used: %1"
why = "It does not retry."
check = "Can the new client be used?"
severity = "high"
direction = "added"
files = ["*.py"]
patterns = ['\bOldClient\(']
[[rule.example]]
file = "a.py"
finds = true
change = '''
+c = OldClient()
'''
[[rule.example]]
file = "a.py"
finds = false
change = '''
+c = None
'''
)"}}});
    show();
    auto *table = need<QTableWidget>(*m_window, "ruleTable");
    QVERIFY(table->rowCount() > 50);
    const auto found = table->findItems(QStringLiteral("TEAM-01"), Qt::MatchExactly);
    QCOMPARE(found.size(), 1);
    const int row = found.front()->row();
    QCOMPARE(table->item(row, 1)->text(), QStringLiteral("high"));
    QVERIFY(table->item(row, 3)->text().contains(QStringLiteral(".countersign/rules/team.toml")));
    need<QLineEdit>(*m_window, "ruleFilter")->setText(QStringLiteral("team-01"));
    QVERIFY(!table->isRowHidden(row));
    int shown = 0;
    for (int i = 0; i < table->rowCount(); ++i)
        shown += table->isRowHidden(i) ? 0 : 1;
    QCOMPARE(shown, 1);
}

void TestSettingsPage::policyIsToldWithItsTrustRoot()
{
    show();
    QVERIFY(need<QLabel>(*m_window, "policyOrigin")->text().contains(QStringLiteral("no roster")));
    m_scene->policy = std::string(records::defaultPolicy().text);
    m_scene->publish(m_scene->first(), {alice});
    m_window->run(QStringLiteral("refresh"));
    wait();
    const auto origin = need<QLabel>(*m_window, "policyOrigin")->text();
    QVERIFY2(origin.contains(QString::fromStdString(m_scene->fingerprint())), qPrintable(origin));
    QVERIFY(origin.contains(QStringLiteral("not pinned")));
    const auto sentences = items("policyWords").join(QLatin1Char('\n'));
    QVERIFY(sentences.contains(QStringLiteral("may have written, at least 1 of its added lines")));
    QVERIFY(sentences.contains(QStringLiteral("Approved by 2 people with the role senior")));
    QVERIFY(need<QPlainTextEdit>(*m_window, "policyText")->toPlainText().contains(QStringLiteral("[defaults]")));
}

void TestSettingsPage::repositoriesAreRememberedAndForgotten()
{
    const test::RepositoryBuilder other;
    rememberRepository(QString::fromStdString(other.path()));
    show();
    const auto all = items("repositoryList");
    QCOMPARE(all.size(), 2);
    QCOMPARE(all.front(), QString::fromStdString(m_scene->builder.path())); // the one that was opened last
    auto *list = need<QListWidget>(*m_window, "repositoryList");
    list->setCurrentRow(1);
    need<QPushButton>(*m_window, "repositoryRemove")->click();
    QCOMPARE(recentRepositories(), QStringList(all.front()));
    QVERIFY(QDir(QString::fromStdString(other.path())).exists());
    need<QPushButton>(*m_window, "repositoryOpen")->click();
    wait();
    QCOMPARE(m_window->place().repository, all.front());
}

void TestSettingsPage::otherLanguageIsKeptAndTold()
{
    show();
    const QSignalSpy told(m_window.get(), &MainWindow::languageChanged);
    need<QRadioButton>(*m_window, "language_de")->click();
    QCOMPARE(told.count(), 1);
    QCOMPARE(QSettings().value(QStringLiteral("language")).toString(), QStringLiteral("de"));
    const auto place = m_window->place();
    QCOMPARE(place.page, QStringLiteral("settingsPage"));
    m_window = std::make_unique<MainWindow>();
    m_window->restore(place);
    wait();
    QVERIFY(m_window->isVisible());
    QVERIFY(m_window->settingsPage()->isVisible());
    QVERIFY(need<QRadioButton>(*m_window, "language_de")->isChecked());
}

void TestSettingsPage::everyPageIsReachedByKeyboard()
{
    open();
    QTest::keyClick(m_window.get(), Qt::Key_7, Qt::AltModifier);
    QVERIFY(need<QWidget>(*m_window, "settingsPage")->isVisible());
    auto *sections = need<QListWidget>(*m_window, "settingsSections");
    QVERIFY(sections->hasFocus());
    QTest::keyClick(sections, Qt::Key_Down);
    QVERIFY(need<QWidget>(*m_window, "appearanceSettings")->isVisible());
    QTest::keyClick(m_window.get(), Qt::Key_5, Qt::AltModifier);
    QVERIFY(need<QWidget>(*m_window, "ledgerPage")->isVisible());
    QVERIFY(need<QAction>(*m_window, "showLedger")->isChecked());
    wait();
}

void TestSettingsPage::everyWidgetHasAName()
{
    show();
    for (const QWidget *page :
         {static_cast<QWidget *>(m_window->settingsPage()), static_cast<QWidget *>(m_window->ledgerPage())}) {
        for (const auto *widget : page->findChildren<QWidget *>()) {
            if (widget->focusPolicy() != Qt::NoFocus && !widget->inherits("QTabBar") && !widget->inherits("QHeaderView"))
                QVERIFY2(!widget->objectName().isEmpty(), widget->metaObject()->className());
        }
    }
}

QTEST_MAIN(TestSettingsPage)
#include "tst_settingspage.moc"
