// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "LedgerScene.h"
#include "Need.h"

#include "records/Export.h"
#include "records/Tar.h"
#include "support/Files.h"
#include "ui/Background.h"
#include "ui/ledger/LedgerPage.h"
#include "ui/sign/KeyDialog.h"
#include "ui/style/Theme.h"
#include "workbench/KnownLedger.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPrinter>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>

using namespace countersign;
using namespace countersign::ui;
using test::alice;
using test::carol;
using test::need;
using test::patience;

/// The page of the ledger, on a real repository with real keys.
class TestLedgerPage : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void recordsAreListedNewestFirstWithTheirVerdict();
    void chainOfEvidenceIsTold();
    void replacedRecordIsNamedWithTheLinkThatBreaks();
    void rosterIsPinnedOnlyWithItsFingerprint();
    void checkpointIsSignedWithTheChosenKey();
    void bundleIsExportedAndVerified_data();
    void bundleIsExportedAndVerified();
    void changedBundleIsNoticed();
    void reportIsWritten_data();
    void reportIsWritten();
    void reportIsPrinted();
    void ledgerIsPushedAndFetched();
    void missingRemoteIsSaid();
    void filterKeepsRowsWithEveryWord();
    void rowsComeInChunks();
    void cancelledVerificationCanBeRepeated();
    void withoutARosterSetUpIsOffered();

private:
    void publish() { m_scene->publish(m_scene->first(), {alice}); }
    void open();
    void wait()
    {
        QVERIFY(QTest::qWaitFor([this] { return !m_page->isBusy(); }, patience));
    }
    [[nodiscard]] QString text(const char *label) const { return need<QLabel>(*m_page, label)->text(); }
    [[nodiscard]] QString cell(int row, int column, int role = Qt::DisplayRole) const
    {
        return m_page->model().index(row, column).data(role).toString();
    }
    [[nodiscard]] QStringList items(const char *name) const
    {
        QStringList out;
        const auto *list = need<QListWidget>(*m_page, name);
        for (int i = 0; i < list->count(); ++i)
            out << list->item(i)->text();
        return out;
    }
    std::unique_ptr<test::LedgerScene> m_scene;
    std::unique_ptr<LedgerPage> m_page;
};

void TestLedgerPage::init()
{
    m_scene = std::make_unique<test::LedgerScene>();
    m_page = std::make_unique<LedgerPage>();
    m_page->resize(1400, 900);
    m_page->show();
}

void TestLedgerPage::cleanup()
{
    m_page.reset();
    Background::shared().waitForDone();
    m_scene.reset();
}

void TestLedgerPage::open()
{
    m_page->setWorkspace(m_scene->workspace());
    wait();
}

void TestLedgerPage::recordsAreListedNewestFirstWithTheirVerdict()
{
    publish();
    m_scene->add(alice);
    m_scene->add(carol, "other", records::RecordKind::Reject);
    open();
    QCOMPARE(m_page->model().rowCount(), 2);
    QVERIFY(cell(0, LedgerModel::Decision).startsWith(QStringLiteral("Reject · other")));
    QCOMPARE(cell(0, LedgerModel::Person), QString::fromStdString(carol));
    QCOMPARE(cell(1, LedgerModel::Person), QString::fromStdString(alice));
    QCOMPARE(cell(1, LedgerModel::Verdict), QStringLiteral("good"));
    QVERIFY(cell(1, LedgerModel::Time).startsWith(QStringLiteral("2026-01-02 00:00")));
    QVERIFY(text("ledgerVerdict").contains(QStringLiteral("Everything verifies")));
    QVERIFY(text("ledgerVerdict").contains(QStringLiteral("not pinned")));
    QCOMPARE(items("trustPeople").size(), 3);
    QVERIFY(items("trustPeople").front().startsWith(QStringLiteral("alice@example.com · maintainer, reviewer, senior")));
}

void TestLedgerPage::chainOfEvidenceIsTold()
{
    publish();
    const auto record = m_scene->add(alice);
    open();
    const auto steps = items("evidenceSteps");
    QCOMPARE(steps.size(), 5);
    for (int i = 0; i < 4; ++i)
        QVERIFY2(steps[i].startsWith(QStringLiteral("✓")), qPrintable(steps[i]));
    QVERIFY(steps[0].contains(QString::fromStdString(record.id)));
    QVERIFY(steps[1].contains(QStringLiteral("by version 1 of the roster")));
    QVERIFY(steps[4].startsWith(QStringLiteral("○")));
    // The bytes on the screen are those that were signed.
    QVERIFY(need<QPlainTextEdit>(*m_page, "evidenceBytes")
                ->toPlainText()
                .startsWith(QStringLiteral("DSSEv1 28 application/vnd.in-toto+json")));
    QVERIFY(need<QPlainTextEdit>(*m_page, "evidenceWords")->toPlainText().contains(QStringLiteral("Decision: Approve")));
}

void TestLedgerPage::replacedRecordIsNamedWithTheLinkThatBreaks()
{
    publish();
    m_scene->add(alice);
    m_scene->add(carol);
    auto files = m_scene->files();
    std::vector<std::string> paths;
    for (const auto &[path, content] : files) {
        if (path.starts_with("records/"))
            paths.push_back(path);
    }
    QCOMPARE(paths.size(), 2U);
    std::swap(files[paths[0]], files[paths[1]]);
    m_scene->rewrite(files);
    open();
    QCOMPARE(cell(0, LedgerModel::Verdict), QStringLiteral("bad"));
    QVERIFY2(text("ledgerVerdict").contains(QStringLiteral("2 record(s) do not verify")), qPrintable(text("ledgerVerdict")));
    const auto log = items("evidenceSteps")[3];
    QVERIFY2(log.startsWith(QStringLiteral("✗")) && log.contains(QStringLiteral("record-id-mismatch")), qPrintable(log));
    QVERIFY(items("trustProblems").front().startsWith(QStringLiteral("✗")));
}

void TestLedgerPage::rosterIsPinnedOnlyWithItsFingerprint()
{
    publish();
    open();
    QVERIFY(need<QPushButton>(*m_page, "trustPinButton")->isVisibleTo(need<QWidget>(*m_page, "trustPanel")));
    m_page->desk()->pin(QString(64, QLatin1Char('0')));
    wait();
    QVERIFY(!text("ledgerStatus").isEmpty());
    QVERIFY(!m_page->desk()->known()->verdict.isPinned);
    m_page->desk()->pin(QString::fromStdString(m_scene->fingerprint()));
    wait();
    QVERIFY(m_page->desk()->known()->verdict.isPinned);
    QVERIFY(text("trustPin").contains(QStringLiteral("pinned on this machine")));
    QCOMPARE(text("trustFingerprint"), QString::fromStdString(m_scene->fingerprint()));
    QVERIFY(!need<QPushButton>(*m_page, "trustPinButton")->isVisibleTo(need<QWidget>(*m_page, "trustPanel")));
}

void TestLedgerPage::checkpointIsSignedWithTheChosenKey()
{
    publish();
    m_scene->add(alice);
    open();
    m_page->signCheckpoint();
    auto *dialog = need<KeyDialog>(*m_page, "keyDialog");
    QVERIFY(QTest::qWaitFor([&] { return !dialog->isBusy(); }, patience));
    need<QPushButton>(*dialog, "dialogKeySign")->click();
    wait();
    QVERIFY2(text("trustCheckpoint").contains(QStringLiteral("signed by alice@example.com")), qPrintable(text("ledgerStatus")));
    QVERIFY(text("ledgerStatus").contains(QStringLiteral("alice@example.com")));
    QVERIFY(items("evidenceSteps")[4].startsWith(QStringLiteral("✓")));
}

void TestLedgerPage::bundleIsExportedAndVerified_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isFolder");
    QTest::newRow("folder") << QStringLiteral("audit") << true;
    QTest::newRow("archive") << QStringLiteral("audit.tar") << false;
}

void TestLedgerPage::bundleIsExportedAndVerified()
{
    QFETCH(QString, name);
    QFETCH(bool, isFolder);
    publish();
    m_scene->add(alice);
    open();
    const QString folder = m_scene->path(name);
    m_page->desk()->exportTo(folder);
    wait();
    QVERIFY2(text("ledgerStatus").contains(folder), qPrintable(text("ledgerStatus")));
    QCOMPARE(records::isExport(folder.toStdString()), isFolder);
    QCOMPARE(records::isTar(folder.toStdString()), !isFolder);
    m_page->desk()->openBundle(folder);
    wait();
    QVERIFY(text("ledgerSummary").contains(QStringLiteral("audit")));
    QCOMPARE(m_page->model().rowCount(), 1);
    QCOMPARE(cell(0, LedgerModel::Verdict), QStringLiteral("good"));
    // Whoever made a bundle made its roster, too.
    QVERIFY(!m_page->desk()->known()->verdict.isPinned);
    QVERIFY(!need<QPushButton>(*m_page, "ledgerPush")->isEnabled());
    need<QPushButton>(*m_page, "ledgerBack")->click();
    wait();
    QVERIFY(m_page->desk()->bundle().isEmpty());
    QVERIFY(need<QPushButton>(*m_page, "ledgerPush")->isEnabled());
    m_page->desk()->pin(QString::fromStdString(m_scene->fingerprint()));
    wait();
    m_page->desk()->openBundle(folder);
    wait();
    QVERIFY(m_page->desk()->known()->verdict.isPinned);
}

void TestLedgerPage::changedBundleIsNoticed()
{
    publish();
    m_scene->add(alice);
    open();
    const QString folder = m_scene->path(QStringLiteral("audit"));
    m_page->desk()->exportTo(folder);
    wait();
    const QString file = folder + QStringLiteral("/README.txt");
    QVERIFY(test::writeFile(file, test::readFile(file) + "more\n"));
    m_page->desk()->openBundle(folder);
    wait();
    QVERIFY2(items("trustProblems").join(QLatin1Char('\n')).contains(QStringLiteral("bundle-file")),
             qPrintable(items("trustProblems").join(QLatin1Char('\n'))));
    QVERIFY(text("ledgerVerdict").contains(QStringLiteral("✗")));
}

void TestLedgerPage::reportIsWritten_data()
{
    QTest::addColumn<QString>("ending");
    QTest::addColumn<QByteArray>("beginning");
    QTest::newRow("pdf") << QStringLiteral("pdf") << QByteArray("%PDF-1.4");
    QTest::newRow("html") << QStringLiteral("html") << QByteArray("<!DOCTYPE html>");
    QTest::newRow("json") << QStringLiteral("json") << QByteArray("{");
}

void TestLedgerPage::reportIsWritten()
{
    QFETCH(QString, ending);
    QFETCH(QByteArray, beginning);
    publish();
    m_scene->add(alice);
    open();
    const QString file = m_scene->path(QStringLiteral("report.") + ending);
    m_page->desk()->saveReport(file);
    wait();
    QVERIFY(text("ledgerStatus").contains(file));
    const auto bytes = test::readFile(file);
    QVERIFY2(bytes.toLower().startsWith(beginning.toLower()), bytes.left(40).constData());
    m_page->desk()->saveReport(m_scene->path(QStringLiteral("nowhere/report.") + ending));
    wait();
    QVERIFY(text("ledgerStatus").contains(QStringLiteral("cannot be written")));
}

void TestLedgerPage::reportIsPrinted()
{
    publish();
    m_scene->add(alice);
    open();
    const QString file = m_scene->path(QStringLiteral("printed.pdf"));
    const auto printer = std::make_shared<QPrinter>(QPrinter::ScreenResolution);
    printer->setOutputFormat(QPrinter::PdfFormat);
    printer->setOutputFileName(file);
    m_page->desk()->print(printer);
    wait();
    QVERIFY(text("ledgerStatus").contains(QStringLiteral("sent to the printer")));
    QVERIFY(test::readFile(file).startsWith("%PDF"));
}

void TestLedgerPage::ledgerIsPushedAndFetched()
{
    publish();
    m_scene->add(alice);
    open();
    test::RepositoryBuilder shared(true);
    need<QLineEdit>(*m_page, "ledgerRemote")->setText(QString::fromStdString(shared.path()));
    need<QPushButton>(*m_page, "ledgerPush")->click();
    wait();
    QVERIFY2(text("ledgerStatus").startsWith(QStringLiteral("The ledger has 2 entries")), qPrintable(text("ledgerStatus")));
    QCOMPARE(shared.id(std::string(records::ledgerRef)).hex(), m_scene->tip().hex());
    m_scene->moveLedger(m_scene->builder.id(std::string(records::ledgerRef) + "~1")); // as a clone that has not seen the last
    need<QPushButton>(*m_page, "ledgerFetch")->click();
    wait();
    QVERIFY2(text("ledgerStatus").contains(QStringLiteral("1 came from")), qPrintable(text("ledgerStatus")));
    QCOMPARE(m_page->model().rowCount(), 1);
}

void TestLedgerPage::missingRemoteIsSaid()
{
    publish();
    open();
    need<QLineEdit>(*m_page, "ledgerRemote")->setText(QStringLiteral("nowhere"));
    need<QPushButton>(*m_page, "ledgerFetch")->click();
    wait();
    QVERIFY(!text("ledgerStatus").isEmpty());
    QVERIFY(!text("ledgerStatus").startsWith(QStringLiteral("The ledger has")));
}

void TestLedgerPage::filterKeepsRowsWithEveryWord()
{
    publish();
    m_scene->add(alice);
    m_scene->add(carol);
    m_scene->add(carol, "other");
    open();
    auto *filter = need<QLineEdit>(*m_page, "ledgerFilter");
    filter->setText(QStringLiteral("CAROL"));
    QCOMPARE(m_page->model().rowCount(), 2);
    filter->setText(QStringLiteral("carol other"));
    QCOMPARE(m_page->model().rowCount(), 1);
    QVERIFY(need<QLabel>(*m_page, "evidenceVerdict")->text().contains(QStringLiteral("verifies")));
    filter->setText(QStringLiteral("nobody"));
    QCOMPARE(m_page->model().rowCount(), 0);
    QCOMPARE(items("evidenceSteps").size(), 0);
}

void TestLedgerPage::rowsComeInChunks()
{
    std::vector<LedgerRow> rows(1000);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        rows[i].what = QString::number(i);
        rows[i].text = rows[i].what;
    }
    LedgerModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    tester.setUseFetchMore(false);
    model.setRows(std::make_shared<const std::vector<LedgerRow>>(rows));
    QCOMPARE(model.total(), 1000);
    QVERIFY(model.rowCount() < 1000);
    while (model.canFetchMore({}))
        model.fetchMore({});
    QCOMPARE(model.rowCount(), 1000);
    QCOMPARE(model.index(999, LedgerModel::Decision).data().toString(), QStringLiteral("999"));
    model.setFilter(QStringLiteral("99"));
    QCOMPARE(model.total(), 19);
}

void TestLedgerPage::cancelledVerificationCanBeRepeated()
{
    publish();
    m_scene->add(alice);
    m_page->setWorkspace(m_scene->workspace());
    QVERIFY(m_page->isBusy());
    m_page->cancel();
    QVERIFY(!m_page->isBusy());
    QVERIFY(text("ledgerStatus").startsWith(QStringLiteral("Stopped")));
    m_page->refresh();
    wait();
    QCOMPARE(m_page->model().rowCount(), 1);
    QCOMPARE(cell(0, LedgerModel::Verdict), QStringLiteral("good"));
}

void TestLedgerPage::withoutARosterSetUpIsOffered()
{
    m_scene->keyring.write("allowed_signers", test::allowedSigners({{alice, m_scene->key(alice)}}));
    m_scene->configure("gpg.ssh.allowedSignersFile", m_scene->keyring.file("allowed_signers"));
    open();
    QCOMPARE(text("ledgerVerdict"), QStringLiteral("Nothing was signed here yet."));
    const QSignalSpy wanted(m_page.get(), &LedgerPage::setUpRequested);
    auto *button = need<QPushButton>(*m_page, "trustSetUp");
    QVERIFY(button->isVisibleTo(need<QWidget>(*m_page, "trustPanel")));
    button->click();
    QCOMPARE(wanted.count(), 1);
}

QTEST_MAIN(TestLedgerPage)
#include "tst_ledgerpage.moc"
