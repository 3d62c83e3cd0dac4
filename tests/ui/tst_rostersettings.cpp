// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "LedgerScene.h"
#include "Need.h"

#include "core/Clock.h"
#include "support/Files.h"
#include "ui/Background.h"
#include "ui/settings/RosterEditDialog.h"
#include "ui/settings/RosterSettings.h"
#include "ui/sign/KeyDialog.h"
#include "ui/style/Theme.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRegularExpression>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableWidget>
#include <QTimeZone>

using namespace countersign;
using namespace countersign::ui;
using test::alice;
using test::bob;
using test::carol;
using test::need;
using test::patience;

/// People and keys are enrolled, rotated, revoked and ended in the settings, and the others sign what they read there.
class TestRosterSettings : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void rosterInForceIsListed();
    void withoutARosterSetUpIsOffered();
    void personIsEnrolledByKeyboard();
    void keyIsRotatedRevokedAndEnded_data();
    void keyIsRotatedRevokedAndEnded();
    void mistakeIsSaidInTheDialog_data();
    void mistakeIsSaidInTheDialog();
    void rolesAndThresholdAreSet();
    void secondMaintainerSignsWhatIsShown();
    void keyOfNoMaintainerSignsNothing();
    void draftOfAnOlderVersionIsDropped();
    void fileThatIsNoProposalIsRefused();
    void everyWidgetHasItsNames();

private:
    void open();
    void wait()
    {
        QVERIFY(QTest::qWaitFor([this] { return !m_page->isBusy(); }, patience));
    }
    /// Opens the dialog of a button.
    RosterEditDialog *dialog(const char *button)
    {
        need<QPushButton>(*m_page, button)->click();
        return need<RosterEditDialog>(*m_page, "rosterEditDialog");
    }
    void accept(RosterEditDialog &dialog) { need<QPushButton>(dialog, "rosterEditAccept")->click(); }
    void sign(const std::string &with);
    [[nodiscard]] QString text(const char *name) const { return need<QLabel>(*m_page, name)->text(); }
    [[nodiscard]] QString changes() const
    {
        QStringList out;
        const auto *list = need<QListWidget>(*m_page, "rosterChanges");
        for (int i = 0; i < list->count(); ++i)
            out << list->item(i)->text();
        return out.join(QLatin1Char('\n'));
    }
    void select(const std::string &person)
    {
        auto *table = need<QTableWidget>(*m_page, "rosterTable");
        table->selectRow(table->findItems(QString::fromStdString(person), Qt::MatchExactly).front()->row());
    }
    [[nodiscard]] QString line(const std::string &name) { return QString::fromStdString(m_scene->key(name).key.line()); }
    /// As the ledger has it.
    [[nodiscard]] records::Roster inForce()
    {
        const auto trust = records::readTrustRoot(m_scene->ledger(), {});
        return trust && *trust ? (*trust)->roster() : records::Roster();
    }

    std::unique_ptr<test::LedgerScene> m_scene;
    std::unique_ptr<RosterSettings> m_page;
};

void TestRosterSettings::init()
{
    m_scene = std::make_unique<test::LedgerScene>();
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_scene->path(QStringLiteral("settings")));
    applyTheme(*qApp, QStringLiteral("light"));
}

void TestRosterSettings::cleanup()
{
    m_page.reset();
    Background::shared().waitForDone();
    m_scene.reset();
}

void TestRosterSettings::open()
{
    m_page = std::make_unique<RosterSettings>();
    m_page->resize(1200, 800);
    m_page->show();
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    m_page->open(m_scene->workspace());
    wait();
}

/// With the key that git is configured with.
void TestRosterSettings::sign(const std::string &with)
{
    m_scene->configure("user.signingKey", m_scene->key(with).privateFile.string());
    need<QPushButton>(*m_page, "rosterSign")->click();
    auto *asks = need<KeyDialog>(*m_page, "keyDialog");
    auto *button = need<QPushButton>(*asks, "dialogKeySign");
    QVERIFY(QTest::qWaitFor([button] { return button->isEnabled(); }, patience));
    button->click();
    wait();
}

void TestRosterSettings::rosterInForceIsListed()
{
    m_scene->publish(m_scene->first(), {alice});
    open();
    QVERIFY2(text("rosterOrigin").contains(QStringLiteral("Version 1")), qPrintable(text("rosterOrigin")));
    QVERIFY(text("rosterOrigin").contains(QStringLiteral("not pinned")));
    const auto *table = need<QTableWidget>(*m_page, "rosterTable");
    QCOMPARE(table->rowCount(), 3);
    QCOMPARE(table->item(0, 0)->text(), QString::fromStdString(alice));
    QCOMPARE(table->item(0, 1)->text(), QStringLiteral("maintainer, reviewer, senior"));
    QVERIFY(table->item(0, 2)->text().contains(QString::fromStdString(m_scene->key(alice).key.fingerprint())));
    QCOMPARE(table->item(0, 3)->text(), QStringLiteral("✓ counts"));
    QVERIFY(!need<QPushButton>(*m_page, "rosterSign")->isEnabled());
}

void TestRosterSettings::withoutARosterSetUpIsOffered()
{
    open();
    const QSignalSpy asked(m_page.get(), &RosterSettings::setUpRequested);
    QVERIFY(!need<QPushButton>(*m_page, "rosterEnrol")->isEnabled());
    need<QPushButton>(*m_page, "rosterSetUp")->click();
    QCOMPARE(asked.count(), 1);
}

void TestRosterSettings::personIsEnrolledByKeyboard()
{
    m_scene->publish(m_scene->first(), {alice});
    open();
    auto *button = need<QPushButton>(*m_page, "rosterEnrol");
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Space);
    auto *asks = need<RosterEditDialog>(*m_page, "rosterEditDialog");
    asks->activateWindow(); // without a window manager nobody else does
    QVERIFY(QTest::qWaitForWindowActive(asks));
    QVERIFY(QTest::qWaitFor([asks] { return need<QLineEdit>(*asks, "rosterEditPerson")->hasFocus(); }, patience));
    const auto type = [asks](const QString &words) {
        QTest::keyClicks(asks->focusWidget(), words);
        QTest::keyClick(asks->focusWidget(), Qt::Key_Tab);
    };
    type(QStringLiteral("dave@example.com"));
    type(line("dave"));
    QVERIFY(need<QPushButton>(*asks, "rosterEditKeyFile")->hasFocus());
    type({});
    type(QStringLiteral("reviewer, senior")); // entering it has marked what was there
    QTest::keyClicks(asks->focusWidget(), QStringLiteral("dave@home.example"));
    QTest::keyClick(asks->focusWidget(), Qt::Key_Return);
    QVERIFY2(changes().contains(QStringLiteral("New person: dave@example.com (reviewer, senior)")), qPrintable(changes()));
    QVERIFY(changes().contains(QStringLiteral("dave@home.example")));
    QVERIFY(changes().contains(QString::fromStdString(m_scene->key("dave").key.fingerprint())));
    QCOMPARE(inForce().version, std::uint64_t{1}); // nothing before the signature
    const QSignalSpy changed(m_page.get(), &RosterSettings::rosterChanged);
    sign(alice);
    QVERIFY2(text("rosterStatus").contains(QStringLiteral("Version 2 is in force")), qPrintable(text("rosterStatus")));
    QCOMPARE(changed.count(), 1);
    QCOMPARE(need<QTableWidget>(*m_page, "rosterTable")->rowCount(), 4);
    const auto roster = inForce();
    const auto *dave = roster.person("dave@example.com");
    QVERIFY(dave && dave->has("senior") && dave->keys.front().validAfter);
    QCOMPARE(dave->addresses, std::vector<std::string>{"dave@home.example"});
}

void TestRosterSettings::keyIsRotatedRevokedAndEnded_data()
{
    QTest::addColumn<QByteArray>("button");
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("state"); // of the old key, in the list
    QTest::newRow("rotate") << QByteArray("rosterRotate") << QStringLiteral("New key of carol@example.com")
                            << QStringLiteral("until|ended");
    QTest::newRow("revoke") << QByteArray("rosterRevoke") << QStringLiteral("is revoked as of")
                            << QStringLiteral("revoked as of");
    QTest::newRow("end") << QByteArray("rosterExpire") << QStringLiteral("Key of carol@example.com ends at 2001-02-03T04:05:06Z")
                         << QStringLiteral("ended on 2001-02-03");
}

void TestRosterSettings::keyIsRotatedRevokedAndEnded()
{
    QFETCH(QByteArray, button);
    QFETCH(QString, change);
    QFETCH(QString, state);
    m_scene->publish(m_scene->first(), {alice});
    open();
    select(carol);
    auto *asks = dialog(button.constData());
    const auto fingerprint = QString::fromStdString(m_scene->key(carol).key.fingerprint());
    if (button == "rosterRotate") {
        QCOMPARE(need<QLineEdit>(*asks, "rosterEditPerson")->text(), QString::fromStdString(carol));
        need<QLineEdit>(*asks, "rosterEditKey")
            ->setText(QString::fromStdString(m_scene->key("newer").privateFile.string() + ".pub"));
    } else {
        QCOMPARE(need<QComboBox>(*asks, "rosterEditWhat")->currentData().toString(), fingerprint);
        if (button == "rosterRevoke")
            need<QLineEdit>(*asks, "rosterEditReason")->setText(QStringLiteral("stolen on a train"));
        else
            need<QDateTimeEdit>(*asks, "rosterEditTime")
                ->setDateTime(QDateTime(QDate(2001, 2, 3), QTime(4, 5, 6), QTimeZone::UTC));
    }
    accept(*asks);
    QVERIFY2(changes().contains(change), qPrintable(changes()));
    sign(alice);
    QCOMPARE(inForce().version, std::uint64_t{2});
    const auto roster = inForce();
    const auto &old = roster.person(carol)->keys.front();
    QCOMPARE(old.revokedAt.has_value(), button == "rosterRevoke");
    QCOMPARE(old.validBefore.has_value(), button != "rosterRevoke");
    QCOMPARE(old.reason, std::string(button == "rosterRevoke" ? "stolen on a train" : ""));
    QCOMPARE(roster.person(carol)->keys.size(), std::size_t{button == "rosterRotate" ? 2U : 1U});
    const auto *table = need<QTableWidget>(*m_page, "rosterTable");
    const auto shown = table->item(table->findItems(QString::fromStdString(carol), Qt::MatchExactly).front()->row(), 3)->text();
    QVERIFY2(shown.contains(QRegularExpression(state)), qPrintable(shown));
}

void TestRosterSettings::mistakeIsSaidInTheDialog_data()
{
    QTest::addColumn<QString>("person");
    QTest::addColumn<QString>("key"); // empty: that of dave
    QTest::addColumn<QString>("said");
    QTest::newRow("name") << QStringLiteral("Dave Smith") << QString() << QStringLiteral("is no name for a person");
    QTest::newRow("no key") << QStringLiteral("dave@example.com") << QStringLiteral("ssh-ed25519 nonsense")
                            << QStringLiteral("no public key");
    QTest::newRow("key of another") << QStringLiteral("dave@example.com") << QStringLiteral("bob")
                                    << QStringLiteral("on the roster already");
}

void TestRosterSettings::mistakeIsSaidInTheDialog()
{
    QFETCH(QString, person);
    QFETCH(QString, key);
    QFETCH(QString, said);
    m_scene->publish(m_scene->first(), {alice});
    open();
    auto *asks = dialog("rosterEnrol");
    need<QLineEdit>(*asks, "rosterEditPerson")->setText(person);
    need<QLineEdit>(*asks, "rosterEditKey")
        ->setText(key.isEmpty()                     ? line("dave")
                      : key == QLatin1String("bob") ? line(bob)
                                                    : key);
    accept(*asks);
    QVERIFY(asks->isVisible());
    const auto problem = need<QLabel>(*asks, "rosterEditProblem")->text();
    QVERIFY2(problem.contains(said), qPrintable(problem));
    QVERIFY(!need<QPushButton>(*m_page, "rosterSign")->isEnabled());
}

void TestRosterSettings::rolesAndThresholdAreSet()
{
    m_scene->publish(m_scene->first(), {alice});
    open();
    select(carol);
    auto *roles = dialog("rosterRoles");
    QCOMPARE(need<QLineEdit>(*roles, "rosterEditRoles")->text(), QStringLiteral("reviewer, senior"));
    need<QLineEdit>(*roles, "rosterEditRoles")->setText(QStringLiteral("maintainer reviewer"));
    accept(*roles);
    QVERIFY(QTest::qWaitFor([this] { return !m_page->findChild<RosterEditDialog *>(); }, patience));
    auto *threshold = dialog("rosterThreshold");
    QCOMPARE(need<QSpinBox>(*threshold, "rosterEditThreshold")->maximum(), 3);
    need<QSpinBox>(*threshold, "rosterEditThreshold")->setValue(2);
    accept(*threshold);
    QVERIFY(changes().contains(QStringLiteral("Roles of carol@example.com: maintainer, reviewer (before: reviewer, senior)")));
    QVERIFY(changes().contains(QStringLiteral("maintainers sign the version after it: 2")));
    need<QPushButton>(*m_page, "rosterDiscard")->click();
    QCOMPARE(changes(), QStringLiteral("Nothing is changed yet."));
}

void TestRosterSettings::secondMaintainerSignsWhatIsShown()
{
    m_scene->publish(m_scene->first(2), {alice, bob});
    open();
    need<QPushButton>(*m_page, "rosterRenew")->click();
    sign(alice);
    QVERIFY2(text("rosterStatus").contains(QStringLiteral("Who can sign: bob@example.com")), qPrintable(text("rosterStatus")));
    QCOMPARE(inForce().version, std::uint64_t{1});
    QVERIFY(!need<QPushButton>(*m_page, "rosterRevoke")->isEnabled()); // what was signed is not changed any more
    sign(alice);
    QVERIFY2(text("rosterStatus").contains(QStringLiteral("signed the version already")), qPrintable(text("rosterStatus")));
    const QString file = m_scene->path(QStringLiteral("roster-2.dsse.json"));
    m_page->writeProposal(file);
    QVERIFY(text("rosterStatus").contains(file));
    // Somebody else, at another machine.
    open();
    m_page->readProposal(file);
    wait();
    QVERIFY2(changes().contains(QStringLiteral("Good until")), qPrintable(text("rosterStatus")));
    sign(bob);
    QVERIFY2(text("rosterStatus").contains(QStringLiteral("Version 2 is in force")), qPrintable(text("rosterStatus")));
    QCOMPARE(inForce().version, std::uint64_t{2});
}

void TestRosterSettings::keyOfNoMaintainerSignsNothing()
{
    m_scene->publish(m_scene->first(), {alice});
    open();
    need<QPushButton>(*m_page, "rosterRenew")->click();
    sign(carol);
    QVERIFY2(text("rosterStatus").contains(QStringLiteral("no valid key of a maintainer")), qPrintable(text("rosterStatus")));
    QCOMPARE(inForce().version, std::uint64_t{1});
    QVERIFY(need<QPushButton>(*m_page, "rosterSign")->isEnabled()); // with another key
}

void TestRosterSettings::draftOfAnOlderVersionIsDropped()
{
    m_scene->publish(m_scene->first(), {alice});
    open();
    need<QPushButton>(*m_page, "rosterRenew")->click();
    m_page->open(m_scene->workspace()); // another repository, as far as the page knows
    wait();
    QVERIFY(!need<QPushButton>(*m_page, "rosterSign")->isEnabled());
    const auto workspace = m_scene->workspace();
    m_page->open(workspace);
    wait();
    need<QPushButton>(*m_page, "rosterRenew")->click();
    m_page->open(workspace);
    wait();
    QVERIFY(need<QPushButton>(*m_page, "rosterSign")->isEnabled());
    const QString drafted = changes();
    m_scene->publish(m_scene->next(), {alice});
    m_page->open(workspace);
    wait();
    QVERIFY(!need<QPushButton>(*m_page, "rosterSign")->isEnabled());
    QVERIFY2(text("rosterStatus").contains(QStringLiteral("meanwhile")) && text("rosterStatus").endsWith(drafted),
             qPrintable(text("rosterStatus")));
    QVERIFY(text("rosterOrigin").contains(QStringLiteral("Version 2")));
}

void TestRosterSettings::fileThatIsNoProposalIsRefused()
{
    const auto first = m_scene->publish(m_scene->first(), {alice});
    open();
    const QString file = m_scene->path(QStringLiteral("proposal"));
    for (const auto &bytes :
         {QByteArray(), QByteArray("{}"), QByteArray(2 << 20, 'x'), QByteArray::fromStdString(first.envelope)}) {
        QVERIFY(test::writeFile(file, bytes));
        m_page->readProposal(file);
        wait();
        QVERIFY(!text("rosterStatus").isEmpty());
        QVERIFY(!need<QPushButton>(*m_page, "rosterSign")->isEnabled());
    }
    // Version 1 stands already.
    QVERIFY2(text("rosterStatus").contains(QStringLiteral("version 1")), qPrintable(text("rosterStatus")));
}

void TestRosterSettings::everyWidgetHasItsNames()
{
    m_scene->publish(m_scene->first(), {alice});
    open();
    const auto check = [](const QWidget &page) {
        for (const auto *widget : page.findChildren<QWidget *>()) {
            if (widget->focusPolicy() == Qt::NoFocus || widget->inherits("QHeaderView") || widget->inherits("QScrollBar"))
                continue;
            QVERIFY2(!widget->objectName().isEmpty(), widget->metaObject()->className());
            if (!widget->inherits("QPushButton") && !widget->objectName().startsWith(QLatin1String("qt_")))
                QVERIFY2(!widget->accessibleName().isEmpty() || widget->inherits("QAbstractItemView"),
                         qPrintable(widget->objectName()));
        }
    };
    check(*m_page);
    for (const char *button : {"rosterEnrol", "rosterRotate", "rosterRevoke", "rosterExpire", "rosterRoles", "rosterThreshold"}) {
        auto *asks = dialog(button);
        check(*asks);
        QTest::keyClick(asks, Qt::Key_Escape);
        QVERIFY(QTest::qWaitFor([this] { return !m_page->findChild<RosterEditDialog *>(); }, patience));
    }
}

QTEST_MAIN(TestRosterSettings)
#include "tst_rostersettings.moc"
