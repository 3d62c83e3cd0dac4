// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Need.h"

#include "core/Clock.h"
#include "records/Ledger.h"
#include "records/Random.h"
#include "support/Files.h"
#include "ui/Background.h"
#include "ui/MainWindow.h"
#include "ui/change/ChangePage.h"
#include "ui/queue/QueuePage.h"
#include "ui/sign/SignDialog.h"
#include "ui/style/Theme.h"
#include "workbench/Demo.h"
#include "workbench/RosterDesk.h"

#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

#include <algorithm>
#include <ranges>

using namespace countersign;
using namespace countersign::ui;
using test::readFile;
using test::writeFile;

namespace
{

constexpr int patience = 30'000; // ms
const QString person = QStringLiteral("alice@example.com");

void run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    QVERIFY2(process.waitForFinished(patience) && process.exitCode() == 0, process.readAllStandardError().constData());
}

} // namespace

/// Deciding and signing in the real window, with real keys, on the demo repository.
class TestSignWindow : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void cleanup();
    void approvalOpensTheGate();
    void dialogShowsWhatIsMissingAndWhatIsSigned();
    void passphraseIsAskedForAndAWrongOneIsSaid();
    void withoutAKeyTheDialogSaysWhatToDo();
    void ownRecordIsWithdrawn();
    void movedBranchIsSaidAndWhatWasShownIsSigned();
    void rolloutIsSigned();
    void waivedFindingKeepsItsReasonAndDay();
    void decisionWithoutAReasonIsRefused();
    void gateTellsWhatWouldSatisfyItAndWhoCan(); // from here on the demo has a roster
    void overrideNeedsAChoiceAndAReason();

private:
    void openChange(const QString &id);
    void configure(const QString &name, const QString &value)
    {
        run(QStringLiteral("git"), {QStringLiteral("-C"), m_demo, QStringLiteral("config"), name, value});
    }
    SignDialog *openDialog(void (ChangePage::*slot)());
    [[nodiscard]] QString key(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    template<class T>
    T *find(const char *name, QWidget *in = nullptr)
    {
        return test::need<T>(in ? *in : *m_window, name);
    }
    QTemporaryDir m_folder;
    QString m_demo;
    std::unique_ptr<MainWindow> m_window;
};

void TestSignWindow::initTestCase()
{
    qputenv("HOME", m_folder.path().toUtf8());
    qputenv("GIT_CONFIG_GLOBAL", m_folder.filePath(QStringLiteral("gitconfig")).toUtf8());
    qunsetenv("SSH_AUTH_SOCK");
    const QString script = m_folder.filePath(QStringLiteral("askpass"));
    QVERIFY(writeFile(script, "#!/bin/sh\ncat \"$HOME/answer\"\n", QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    qputenv("SSH_ASKPASS", script.toUtf8());
    m_demo = m_folder.filePath(QStringLiteral("demo"));
    const auto written = workbench::writeDemo(m_demo.toStdString());
    QVERIFY2(written, written ? "" : written.error().what.english().c_str());
    QByteArray signers;
    for (const char *name : {"plain", "locked"}) {
        run(QStringLiteral("ssh-keygen"),
            {QStringLiteral("-q"), QStringLiteral("-t"), QStringLiteral("ed25519"), QStringLiteral("-N"),
             QString::fromLatin1(name) == QLatin1String("plain") ? QString() : QStringLiteral("open sesame"),
             QStringLiteral("-C"), QString::fromLatin1(name), QStringLiteral("-f"), key(name)});
        signers += person.toUtf8() + " namespaces=\"approval@countersign.dev\" " + readFile(key(name) + QStringLiteral(".pub"));
    }
    QVERIFY(writeFile(key("allowed_signers"), signers));
    configure(QStringLiteral("gpg.ssh.allowedSignersFile"), key("allowed_signers"));
    configure(QStringLiteral("user.email"), person);
    applyTheme(*qApp, QStringLiteral("light"));
}

void TestSignWindow::init()
{
    qputenv("COUNTERSIGN_STORE",
            m_folder.filePath(QStringLiteral("%1.sqlite").arg(QLatin1String(QTest::currentTestFunction()))).toUtf8());
    configure(QStringLiteral("user.signingKey"), key("plain"));
    m_window = std::make_unique<MainWindow>();
    m_window->resize(1400, 900);
    m_window->show();
    m_window->openRepository(m_demo);
    QVERIFY(QTest::qWaitFor([&] { return m_window->isSettled() && m_window->queuePage()->model().rowCount() == 14; }, patience));
}

void TestSignWindow::cleanup()
{
    m_window.reset();
    Background::shared().waitForDone();
}

void TestSignWindow::openChange(const QString &id)
{
    m_window->openChange(id);
    QVERIFY(QTest::qWaitFor([&] { return m_window->isSettled() && find<QPushButton>("changeApprove")->isEnabled(); }, patience));
}

SignDialog *TestSignWindow::openDialog(void (ChangePage::*slot)())
{
    (m_window->changePage()->*slot)();
    auto *dialog = find<SignDialog>("signDialog");
    return QTest::qWaitFor([&] { return !dialog->isBusy(); }, patience) ? dialog : nullptr;
}

void TestSignWindow::approvalOpensTheGate()
{
    openChange(QStringLiteral("#475"));
    QVERIFY(find<QLabel>("gateVerdict")->text().startsWith(QStringLiteral("The gate is closed: waiting")));
    const QPointer<SignDialog> dialog = openDialog(&ChangePage::approve);
    QVERIFY(dialog);
    QCOMPARE(find<QLineEdit>("signId", dialog)->text(), person);
    QTest::mouseClick(find<QPushButton>("signButton", dialog), Qt::LeftButton);
    QVERIFY(QTest::qWaitFor([&] { return !dialog->isBusy() && dialog->signedRecord(); }, patience));
    QVERIFY(find<QLabel>("signStatus", dialog)->text().contains(QStringLiteral("number 1")));
    QVERIFY(QTest::qWaitFor([&] { return m_window->isSettled(); }, patience));
    QCOMPARE(find<QLabel>("gateVerdict")->text(), QStringLiteral("The gate is open."));
    QCOMPARE(find<QLabel>("changeGate")->text(), QStringLiteral("Gate: open"));
    const auto &queue = m_window->queuePage()->model();
    QCOMPARE(queue.entry(queue.rowOf("#475"))->gate, workbench::GateState::Open);
    // Exactly what the dialog showed is in the ledger.
    const auto repository = git::Repository::open(m_demo.toStdString());
    const auto ledger = records::readLedger(*repository);
    QVERIFY(ledger && ledger->entries.size() == 1);
    QCOMPARE(ledger->entries.front().leaf.recordId, dialog->signedRecord()->record.id);
    QVERIFY(find<QLabel>("signDigest", dialog)->text().contains(QString::fromStdString(ledger->entries.front().leaf.recordId)));
    dialog->close();
}

void TestSignWindow::dialogShowsWhatIsMissingAndWhatIsSigned()
{
    openChange(QStringLiteral("#482"));
    const QPointer<SignDialog> dialog = openDialog(&ChangePage::approve);
    QVERIFY(dialog);
    auto *missing = find<QListWidget>("signMissing", dialog);
    QVERIFY(missing->count() >= 2);
    QVERIFY(missing->item(0)->text().startsWith(QStringLiteral("0 of ")));
    const QString bytes = find<QPlainTextEdit>("signBytes", dialog)->toPlainText();
    QVERIFY(bytes.contains(QStringLiteral("\"https://countersign.dev/review-approval/v1\"")));
    const auto head = git::Repository::open(m_demo.toStdString())->reference("refs/pull/482/head");
    QVERIFY(head && *head);
    QVERIFY(bytes.contains(QString::fromStdString((*head)->hex())));
    QVERIFY(find<QPlainTextEdit>("signWords", dialog)->toPlainText().contains(person));
    dialog->close();
}

void TestSignWindow::passphraseIsAskedForAndAWrongOneIsSaid()
{
    configure(QStringLiteral("user.signingKey"), key("locked"));
    openChange(QStringLiteral("#480"));
    const QPointer<SignDialog> dialog = openDialog(&ChangePage::approve);
    QVERIFY(dialog);
    auto *button = find<QPushButton>("signButton", dialog);
    QVERIFY(writeFile(key("answer"), "wrong\n"));
    button->click();
    QVERIFY(QTest::qWaitFor([&] { return !dialog->isBusy(); }, patience));
    QVERIFY(!dialog->signedRecord());
    QVERIFY2(find<QLabel>("signStatus", dialog)->text().contains(QStringLiteral("passphrase")),
             qPrintable(find<QLabel>("signStatus", dialog)->text()));
    QVERIFY(button->isEnabled());
    QVERIFY(writeFile(key("answer"), "open sesame\n"));
    button->click();
    QVERIFY(QTest::qWaitFor([&] { return dialog->signedRecord().has_value(); }, patience));
    dialog->close();
}

void TestSignWindow::withoutAKeyTheDialogSaysWhatToDo()
{
    configure(QStringLiteral("user.signingKey"), key("none"));
    openChange(QStringLiteral("#480"));
    const QPointer<SignDialog> dialog = openDialog(&ChangePage::reject);
    QVERIFY(dialog);
    QVERIFY(!find<QPushButton>("signButton", dialog)->isEnabled());
    QVERIFY2(find<QLabel>("signStatus", dialog)->text().contains(QStringLiteral("ssh-keygen -t ed25519")),
             qPrintable(find<QLabel>("signStatus", dialog)->text()));
    dialog->close();
}

void TestSignWindow::ownRecordIsWithdrawn()
{
    openChange(QStringLiteral("#475"));
    QCOMPARE(find<QLabel>("gateVerdict")->text(), QStringLiteral("The gate is open."));
    const QPointer<SignDialog> dialog = openDialog(&ChangePage::withdraw);
    QVERIFY(dialog);
    find<QPushButton>("signButton", dialog)->click();
    QVERIFY(QTest::qWaitFor([&] { return dialog->signedRecord().has_value() && m_window->isSettled(); }, patience));
    QVERIFY(find<QLabel>("gateVerdict")->text().startsWith(QStringLiteral("The gate is closed: waiting")));
    dialog->close();
}

void TestSignWindow::movedBranchIsSaidAndWhatWasShownIsSigned()
{
    openChange(QStringLiteral("#479"));
    const QPointer<SignDialog> dialog = openDialog(&ChangePage::approve);
    QVERIFY(dialog);
    QVERIFY(!find<QLabel>("signMoved", dialog)->isVisibleTo(dialog));
    const QString shown = find<QPlainTextEdit>("signBytes", dialog)->toPlainText();
    const auto repository = git::Repository::open(m_demo.toStdString());
    const auto head = *repository->reference("refs/pull/479/head");
    const auto other = *repository->reference("refs/pull/475/head");
    QVERIFY(head && other);
    const auto move = [this](const Oid &to) {
        run(QStringLiteral("git"),
            {QStringLiteral("-C"), m_demo, QStringLiteral("update-ref"), QStringLiteral("refs/pull/479/head"),
             QString::fromStdString(to.hex())});
    };
    move(*other);
    find<QPushButton>("signButton", dialog)->click();
    QVERIFY(QTest::qWaitFor([&] { return dialog->signedRecord().has_value(); }, patience));
    move(*head);
    const auto &record = dialog->signedRecord()->record;
    QCOMPARE(record.statement.change.head.hex(), head->hex());
    QVERIFY(shown.contains(QString::fromStdString(head->hex())));
    // Byte for byte what was on the screen, behind the envelope's prefix.
    QVERIFY(QString::fromStdString(record.pae).endsWith(shown));
    QVERIFY(find<QLabel>("signMoved", dialog)->isVisibleTo(dialog));
    QVERIFY(find<QLabel>("signMoved", dialog)->text().contains(QString::fromStdString(other->shortHex())));
    dialog->close();
    QVERIFY(QTest::qWaitFor([&] { return m_window->isSettled(); }, patience));
}

void TestSignWindow::rolloutIsSigned()
{
    openChange(QStringLiteral("#480"));
    const QPointer<SignDialog> dialog = openDialog(&ChangePage::approve);
    QVERIFY(dialog);
    for (const auto &[name, percent] : {std::pair("canary", 1), std::pair("all", 100)}) {
        find<QLineEdit>("rolloutName", dialog)->setText(QString::fromLatin1(name));
        find<QSpinBox>("rolloutPercent", dialog)->setValue(percent);
        find<QPushButton>("rolloutAdd", dialog)->click();
    }
    QTest::keyClicks(find<QLineEdit>("rolloutTrigger", dialog), QStringLiteral("errors above 1 %"));
    const auto *text = find<QPlainTextEdit>("signWords", dialog);
    QVERIFY(QTest::qWaitFor(
        [&] { return !dialog->isBusy() && text->toPlainText().contains(QStringLiteral("Rolled back when: errors above 1 %")); },
        patience));
    QVERIFY(text->toPlainText().contains(QStringLiteral("canary, 1 % for 60 min")));
    find<QPushButton>("signButton", dialog)->click();
    QVERIFY(QTest::qWaitFor([&] { return dialog->signedRecord().has_value(); }, patience));
    const auto &rollout = dialog->signedRecord()->record.statement.rollout;
    QVERIFY(rollout);
    QCOMPARE(rollout->stages, (std::vector<records::RolloutStage>{{"canary", 1, 60}, {"all", 100, 60}}));
    dialog->close();
    QVERIFY(QTest::qWaitFor([&] { return m_window->isSettled(); }, patience));
}

void TestSignWindow::waivedFindingKeepsItsReasonAndDay()
{
    const auto choose = [this] {
        openChange(QStringLiteral("#482"));
        find<QTreeWidget>("findingList")->setCurrentItem(find<QTreeWidget>("findingList")->topLevelItem(0));
    };
    choose();
    auto *decision = find<QComboBox>("findingDecision");
    decision->setCurrentIndex(decision->findText(QStringLiteral("waived")));
    emit decision->activated(decision->currentIndex());
    QTest::keyClicks(find<QLineEdit>("findingReason"), QStringLiteral("restored from backup"));
    find<QPushButton>("findingSave")->click();
    QVERIFY(QTest::qWaitFor([&] { return m_window->isSettled(); }, patience));
    QVERIFY(find<QTreeWidget>("findingList")
                ->topLevelItem(0)
                ->text(0)
                .contains(QStringLiteral("waived · alice@example.com · restored from backup")));
    choose();
    QCOMPARE(find<QLineEdit>("findingReason")->text(), QStringLiteral("restored from backup"));
    const QPointer<SignDialog> dialog = openDialog(&ChangePage::approve);
    QVERIFY(dialog);
    QVERIFY(find<QPlainTextEdit>("signWords", dialog)->toPlainText().contains(QStringLiteral("restored from backup")));
    dialog->close();
}

void TestSignWindow::decisionWithoutAReasonIsRefused()
{
    openChange(QStringLiteral("#482"));
    find<QTreeWidget>("findingList")->setCurrentItem(find<QTreeWidget>("findingList")->topLevelItem(0));
    auto *decision = find<QComboBox>("findingDecision");
    decision->setCurrentIndex(decision->findText(QStringLiteral("disputed")));
    emit decision->activated(decision->currentIndex());
    find<QPushButton>("findingSave")->click();
    QVERIFY(QTest::qWaitFor([&] { return m_window->isSettled(); }, patience));
    QVERIFY(!find<QLabel>("findingNote")->text().isEmpty());
    QVERIFY(!find<QTreeWidget>("findingList")->topLevelItem(0)->text(0).contains(QStringLiteral("disputed")));
}

void TestSignWindow::gateTellsWhatWouldSatisfyItAndWhoCan()
{
    auto repository = git::Repository::open(m_demo.toStdString());
    const records::SystemProcessRunner runner;
    const auto key = records::findKey(this->key("plain").toStdString(), runner, records::signingEnvironment());
    QVERIFY(repository && key);
    records::SystemRandom random;
    const auto roster =
        workbench::draftFirstRoster(*repository, {person.toStdString(), {}, {}, {}}, key->key, SystemClock(), random);
    QVERIFY(roster);
    QVERIFY(workbench::signRoster(*repository, *roster, records::defaultPolicy().text, *key, runner));
    openChange(QStringLiteral("#482"));
    const auto *list = find<QListWidget>("gateRequirements");
    QStringList all;
    for (int i = 0; i < list->count(); ++i)
        all << list->item(i)->text();
    const QString text = all.join(QLatin1Char('\n'));
    QVERIFY2(text.contains(QStringLiteral("Needed: ")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("Who can: alice@example.com")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("Because: ")), qPrintable(text));
    QVERIFY(find<QPushButton>("gateOverride")->isEnabled());
}

void TestSignWindow::overrideNeedsAChoiceAndAReason()
{
    openChange(QStringLiteral("#482"));
    const QPointer<SignDialog> dialog = openDialog(&ChangePage::overrideGate);
    QVERIFY(dialog);
    QVERIFY(!find<QPushButton>("signButton", dialog)->isEnabled());
    QVERIFY(find<QLabel>("signStatus", dialog)->text().contains(QStringLiteral("say why")));
    auto *requirements = find<QListWidget>("overrideRequirements", dialog);
    QVERIFY(requirements->count() > 1);
    auto *wanted = requirements->item(0);
    const auto id = wanted->data(Qt::UserRole).toString().toStdString();
    wanted->setCheckState(Qt::Checked);
    QTest::keyClicks(find<QLineEdit>("overrideReason", dialog), QStringLiteral("outage, fixes it"));
    QVERIFY(QTest::qWaitFor([&] { return find<QPushButton>("signButton", dialog)->isEnabled(); }, patience));
    find<QPushButton>("signButton", dialog)->click();
    QVERIFY(QTest::qWaitFor([&] { return dialog->signedRecord().has_value() && m_window->isSettled(); }, patience));
    const auto &statement = dialog->signedRecord()->record.statement;
    QCOMPARE(statement.kind, records::RecordKind::Override);
    QCOMPARE(statement.overrides->requirements, std::vector<std::string>{id});
    QCOMPARE(statement.overrides->reason, std::string("outage, fixes it"));
    const auto *list = find<QListWidget>("gateRequirements");
    QVERIFY(std::ranges::any_of(std::views::iota(0, list->count()),
                                [&](int i) { return list->item(i)->text().startsWith(QStringLiteral("⊘")); }));
    dialog->close();
}

QTEST_MAIN(TestSignWindow)
#include "tst_signwindow.moc"
