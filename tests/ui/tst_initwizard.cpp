// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "LedgerScene.h"
#include "Need.h"

#include "support/Files.h"
#include "ui/Background.h"
#include "ui/init/InitPages.h"
#include "ui/init/InitWizard.h"
#include "workbench/KnownLedger.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>

using namespace countersign;
using namespace countersign::ui;
using test::alice;
using test::bob;
using test::need;
using test::patience;

/// The wizard that makes the first roster and the policy, with real keys.
class TestInitWizard : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void wizardMakesWhatInitMakes();
    void badNameIsExplained_data();
    void badNameIsExplained();
    void othersAreCheckedBeforeTheyAreAdded();
    void policyIsToldInWordsAndItsNumbersCount();
    void brokenPolicyFileIsExplained();
    void cancelledWizardWritesNothing();
    void failedSignatureIsSaidAndCanBeRepeated();
    void secondMaintainerSignsWhatWasSaved();
    void repositoryWithARosterIsRefused();

private:
    void begin();
    void next()
    {
        m_wizard->button(m_wizard->currentPage()->isCommitPage() ? QWizard::CommitButton : QWizard::NextButton)->click();
    }
    /// To the page that signs.
    void goToSign();
    void waitForSigning()
    {
        QVERIFY(QTest::qWaitFor([this] { return !m_wizard->isBusy(); }, patience));
    }
    void add(const std::string &name, const QString &key)
    {
        need<QLineEdit>(*m_wizard, "initOtherName")->setText(QString::fromStdString(name));
        need<QLineEdit>(*m_wizard, "initOtherKey")->setText(key);
        need<QPushButton>(*m_wizard, "initOtherAdd")->click();
    }
    [[nodiscard]] QString line(const std::string &person) const
    {
        return QString::fromStdString(m_scene->key(person).key.line());
    }
    [[nodiscard]] QString text(const char *label) const { return need<QLabel>(*m_wizard, label)->text(); }
    [[nodiscard]] bool hasLedger() const { return !m_scene->ledger().tip.isNull(); }

    std::unique_ptr<test::LedgerScene> m_scene;
    std::unique_ptr<InitWizard> m_wizard;
};

void TestInitWizard::init()
{
    m_scene = std::make_unique<test::LedgerScene>();
}

void TestInitWizard::cleanup()
{
    m_wizard.reset();
    Background::shared().waitForDone();
    m_scene.reset();
}

void TestInitWizard::begin()
{
    m_wizard = std::make_unique<InitWizard>(m_scene->workspace());
    m_wizard->show();
    QVERIFY(QTest::qWaitFor([this] { return !m_wizard->isBusy(); }, patience));
}

void TestInitWizard::goToSign()
{
    begin();
    for (int i = 0; i < 3; ++i)
        next();
    QCOMPARE(m_wizard->currentPage()->objectName(), QStringLiteral("initSignPage"));
}

void TestInitWizard::wizardMakesWhatInitMakes()
{
    goToSign();
    QVERIFY(!hasLedger());
    next();
    waitForSigning();
    QVERIFY2(m_wizard->proposal(), qPrintable(text("initSignStatus")));
    QCOMPARE(m_wizard->currentPage()->objectName(), QStringLiteral("initDonePage"));
    const auto known = workbench::readKnownLedger(m_scene->repository(), {}, m_scene->clock.now() + 400L * 86400);
    QVERIFY(known && known->verdict.trust);
    QVERIFY(known->verdict.isPinned);
    const auto &trust = *known->verdict.trust;
    QCOMPARE(text("initFingerprint").remove(QLatin1Char(' ')), QString::fromStdString(trust.fingerprint()));
    QVERIFY(text("initCommand").contains(QString::fromStdString(trust.fingerprint())));
    QCOMPARE(trust.policy.sha256, records::defaultPolicy().sha256);
    QCOMPARE(trust.roster().threshold, 1U);
    const auto *person = trust.roster().person(alice);
    QVERIFY(person);
    QCOMPARE(person->roles, (std::vector<std::string>{"maintainer", "reviewer", "senior"}));
    // The command line drafts the same, but for the random id and the time.
    const workbench::InitChoice choice{alice, {}, {}, {}};
    auto drafted = workbench::draftFirstRoster(*std::make_unique<test::LedgerScene>()->workspace()->handle(), choice,
                                               m_scene->key(alice).key, m_scene->clock, m_scene->random);
    QVERIFY(drafted);
    QCOMPARE(drafted->people == trust.roster().people, true);
    QCOMPARE(drafted->policySha256, trust.roster().policySha256);
}

void TestInitWizard::badNameIsExplained_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("blank inside") << QStringLiteral("Alice Smith");
    QTest::newRow("upper case") << QStringLiteral("Alice@example.com");
    QTest::newRow("umlaut") << QStringLiteral("älice@example.com");
    QTest::newRow("too long") << QString(65, QLatin1Char('a'));
}

void TestInitWizard::badNameIsExplained()
{
    QFETCH(QString, name);
    begin();
    QCOMPARE(need<QLineEdit>(*m_wizard, "initPerson")->text(), QString::fromStdString(alice));
    QVERIFY(m_wizard->button(QWizard::NextButton)->isEnabled());
    need<QLineEdit>(*m_wizard, "initPerson")->setText(name);
    QVERIFY(!m_wizard->button(QWizard::NextButton)->isEnabled());
    QVERIFY(text("initProblem").contains(QStringLiteral("a-z 0-9")));
    need<QLineEdit>(*m_wizard, "initPerson")->setText(QStringLiteral("alice"));
    QVERIFY(m_wizard->button(QWizard::NextButton)->isEnabled());
    QVERIFY(text("initProblem").isEmpty());
}

void TestInitWizard::othersAreCheckedBeforeTheyAreAdded()
{
    begin();
    next();
    auto *list = need<QListWidget>(*m_wizard, "initOthers");
    add(bob, QStringLiteral("ssh-ed25519 nonsense"));
    QCOMPARE(list->count(), 0);
    QVERIFY(!text("initOtherProblem").isEmpty());
    add(alice, line(bob));
    QVERIFY(text("initOtherProblem").contains(QStringLiteral("already")));
    add("Bob Builder", line(bob));
    QVERIFY(text("initOtherProblem").contains(QStringLiteral("a-z")));
    need<QCheckBox>(*m_wizard, "initOtherMaintainer")->setChecked(true);
    add(bob, line(bob));
    QCOMPARE(list->count(), 1);
    QVERIFY(text("initOtherProblem").isEmpty());
    QCOMPARE(need<QSpinBox>(*m_wizard, "initThreshold")->maximum(), 2);
    add("carol@example.com", line(bob));
    QVERIFY(text("initOtherProblem").contains(QStringLiteral("somebody else")));
    need<QPushButton>(*m_wizard, "initOtherRemove")->click();
    QCOMPARE(list->count(), 0);
    QCOMPARE(need<QSpinBox>(*m_wizard, "initThreshold")->maximum(), 1);
}

void TestInitWizard::policyIsToldInWordsAndItsNumbersCount()
{
    begin();
    next();
    next();
    auto *list = need<QListWidget>(*m_wizard, "initPolicyWords");
    QVERIFY(list->count() >= 3);
    QVERIFY(list->item(0)->text().startsWith(QStringLiteral("Every change")));
    QVERIFY2(text("initPolicyNote").contains(QStringLiteral("2 people with the role senior")),
             qPrintable(text("initPolicyNote")));
    need<QSpinBox>(*m_wizard, "initReach")->setValue(1);
    QVERIFY2(text("initPolicyNote").isEmpty(), qPrintable(text("initPolicyNote")));
    need<QSpinBox>(*m_wizard, "initReviewers")->setValue(3);
    QVERIFY(list->item(0)->text().contains(QStringLiteral("3 people with the role reviewer")));
    const auto policy = records::parsePolicy(m_wizard->choice().policyText, "policy.toml");
    QVERIFY(policy);
    QCOMPARE(policy->require.front().count, 3U);
}

void TestInitWizard::brokenPolicyFileIsExplained()
{
    begin();
    next();
    next();
    auto *page = m_wizard->findChild<InitPolicyPage *>();
    const QString file = m_scene->path(QStringLiteral("own.toml"));
    QVERIFY(test::writeFile(file, "version = 1\nwish = true\n[defaults]\nrequire = [{ role = \"reviewer\", count = 1 }]\n"));
    page->readFile(file);
    QVERIFY(QTest::qWaitFor([&] { return !text("initPolicyNote").isEmpty() && !page->isComplete(); }, patience));
    QVERIFY2(text("initPolicyNote").contains(QStringLiteral("own.toml:2")), qPrintable(text("initPolicyNote")));
    QVERIFY(!m_wizard->button(QWizard::NextButton)->isEnabled());
    QVERIFY(test::writeFile(file, "version = 3\n[defaults]\nrequire = [{ role = \"reviewer\", count = 1 }]\n"));
    page->readFile(file);
    QVERIFY(QTest::qWaitFor([&] { return page->isComplete(); }, patience));
    QVERIFY(m_wizard->choice().policyText.starts_with("version = 3"));
}

void TestInitWizard::cancelledWizardWritesNothing()
{
    goToSign();
    m_wizard->button(QWizard::CancelButton)->click();
    QVERIFY(!m_wizard->isVisible());
    QVERIFY(!hasLedger());
}

void TestInitWizard::failedSignatureIsSaidAndCanBeRepeated()
{
    const auto locked =
        m_scene->keyring.make("locked", {QStringLiteral("-t"), QStringLiteral("ed25519")}, QStringLiteral("open sesame"));
    m_scene->configure("user.signingKey", locked.privateFile.string());
    const QString script = m_scene->path(QStringLiteral("askpass"));
    QVERIFY(test::writeFile(script, "#!/bin/sh\ncat \"$HOME/answer\"\n", QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    qputenv("SSH_ASKPASS", script.toUtf8());
    m_scene->keyring.write("answer", "wrong\n");
    goToSign();
    next();
    waitForSigning();
    QVERIFY2(text("initSignStatus").contains(QStringLiteral("passphrase")), qPrintable(text("initSignStatus")));
    QVERIFY(!hasLedger());
    m_scene->keyring.write("answer", "open sesame\n");
    next();
    waitForSigning();
    QVERIFY2(m_wizard->proposal(), qPrintable(text("initSignStatus")));
    QVERIFY(hasLedger());
}

void TestInitWizard::secondMaintainerSignsWhatWasSaved()
{
    begin();
    next();
    need<QCheckBox>(*m_wizard, "initOtherMaintainer")->setChecked(true);
    add(bob, line(bob));
    need<QSpinBox>(*m_wizard, "initThreshold")->setValue(2);
    next();
    next();
    next();
    waitForSigning();
    QVERIFY2(m_wizard->proposal(), qPrintable(text("initSignStatus")));
    QVERIFY(!m_wizard->proposal()->leaf);
    QVERIFY(!hasLedger());
    QVERIFY(text("initDoneText").contains(QString::fromStdString(bob)));
    const auto done =
        workbench::cosignRoster(m_scene->repository(), m_wizard->proposal()->roster.envelope, m_wizard->choice().policyText,
                                m_scene->key(bob), m_scene->keyring.runner, {m_scene->keyring.environment});
    QVERIFY2(done, done ? "" : done.error().what.english().c_str());
    QVERIFY(done->leaf);
    QCOMPARE(m_scene->fingerprint(), m_wizard->proposal()->roster.id);
}

void TestInitWizard::repositoryWithARosterIsRefused()
{
    m_scene->publish(m_scene->first(), {alice});
    begin();
    QVERIFY(text("initProblem").contains(QStringLiteral("roster already")));
    QVERIFY(!m_wizard->button(QWizard::NextButton)->isEnabled());
}

QTEST_MAIN(TestInitWizard)
#include "tst_initwizard.moc"
