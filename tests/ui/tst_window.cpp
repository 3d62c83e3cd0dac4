// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/MainWindow.h"
#include "ui/change/ChangePage.h"
#include "ui/diffview/DiffView.h"
#include "ui/queue/QueuePage.h"
#include "ui/style/Theme.h"
#include "workbench/Demo.h"

#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

#include <set>

using namespace countersign;
using namespace countersign::ui;

/// The real window on the demo repository, driven by keys and object names.
class TestWindow : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void cleanup();
    void queueShowsTheRiskiestChangeFirst();
    void filterNarrowsTheQueue();
    void enterOpensTheChangeWithItsRiskiestFile();
    void keysWalkThroughHunksFindingsAndFiles();
    void findingListLeadsToTheLine();
    void selectionAndPlaceSurviveAResize();
    void copyTakesTheLinesWithoutMarkers();
    void missingRepositoryIsExplained();
    void everyActionHasATextAndNoTwoShareAKey();
    void everyWidgetHasAName();
    void cancelledAnalysisLeavesTheQueueUsable();
    void readMarksAndAnswersSurviveReopening();

private:
    void openDemo();
    template<class T>
    T *find(const char *name)
    {
        auto *widget = m_window->findChild<T *>(QString::fromLatin1(name));
        if (!widget)
            qFatal("no widget %s", name);
        return widget;
    }
    QTemporaryDir m_folder;
    QString m_demo;
    std::unique_ptr<MainWindow> m_window;
};

void TestWindow::initTestCase()
{
    m_demo = m_folder.filePath(QStringLiteral("demo"));
    const auto written = workbench::writeDemo(m_demo.toStdString());
    QVERIFY2(written, written ? "" : written.error().what.english().c_str());
    qputenv("COUNTERSIGN_STORE", m_folder.filePath(QStringLiteral("reviews.sqlite")).toUtf8());
    applyTheme(*qApp, QStringLiteral("light"));
}

void TestWindow::init()
{
    m_window = std::make_unique<MainWindow>();
    m_window->resize(1400, 900);
    m_window->show();
    // Shortcuts reach the active window only; without a window manager nobody else activates it.
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestWindow::cleanup()
{
    m_window.reset();
    QThreadPool::globalInstance()->waitForDone();
}

void TestWindow::openDemo()
{
    m_window->openRepository(m_demo);
    QVERIFY(QTest::qWaitFor([&] { return m_window->isSettled() && m_window->queuePage()->model().rowCount() == 14; }, 20'000));
}

void TestWindow::queueShowsTheRiskiestChangeFirst()
{
    openDemo();
    const auto &model = m_window->queuePage()->model();
    int last = static_cast<int>(Band::Critical);
    for (int row = 0; row < model.rowCount(); ++row) {
        const int band = model.index(row, 0).data(QueueModel::BandRole).toInt();
        QVERIFY(band >= 0 && band <= last);
        last = band;
    }
    QCOMPARE(model.index(0, 0).data(QueueModel::BandRole).toInt(), static_cast<int>(Band::Critical));
    QVERIFY(find<QLabel>("queueReason")->text().contains(QString::fromStdString(model.entry(0)->id)));
}

void TestWindow::filterNarrowsTheQueue()
{
    openDemo();
    auto *filter = find<QLineEdit>("queueFilter");
    filter->setFocus();
    QTest::keyClicks(filter, QStringLiteral("dependabot"));
    QCOMPARE(find<QTableView>("queueTable")->model()->rowCount(), 1);
    filter->clear();
    QCOMPARE(find<QTableView>("queueTable")->model()->rowCount(), 14);
}

void TestWindow::enterOpensTheChangeWithItsRiskiestFile()
{
    openDemo();
    m_window->openChange(QStringLiteral("#482"));
    QVERIFY(QTest::qWaitFor([&] { return m_window->isSettled() && m_window->changePage()->hasChange(); }, 20'000));
    QCOMPARE(find<QLabel>("changeTitle")->text(), QStringLiteral("Minor fix: rounding of monthly cost totals"));
    QCOMPARE(find<QLabel>("changeBand")->text(), QStringLiteral("CRITICAL"));
    QCOMPARE(m_window->changePage()->diffView()->model().file()->path(), "infra/environments/prod/db.tf");
    QVERIFY(!m_window->changePage()->diffView()->model().findings().empty());
}

void TestWindow::keysWalkThroughHunksFindingsAndFiles()
{
    openDemo();
    m_window->openChange(QStringLiteral("#482"));
    QVERIFY(QTest::qWaitFor([&] { return m_window->isSettled() && m_window->changePage()->hasChange(); }, 20'000));
    auto *page = m_window->changePage();
    auto *diff = page->diffView();
    diff->setFocus();
    QCOMPARE(diff->currentHunk(), 1);
    QTest::keyClick(diff, Qt::Key_N);
    QCOMPARE(diff->currentHunk(), 2);
    QTest::keyClick(diff, Qt::Key_N); // past the last hunk: the next file
    QCOMPARE(page->currentFile(), 1);
    QTest::keyClick(diff, Qt::Key_P);
    QCOMPARE(page->currentFile(), 0);
    QCOMPARE(diff->currentHunk(), 2);
    QTest::keyClick(diff, Qt::Key_Home);
    QTest::keyClick(diff, Qt::Key_F);
    QCOMPARE(diff->model().items()[static_cast<std::size_t>(diff->currentItem())].kind, DiffModel::Kind::Card);
    QTest::keyClick(diff, Qt::Key_BracketRight);
    QCOMPARE(page->currentFile(), 1);
    QTest::keyClick(diff, Qt::Key_Escape);
    QVERIFY(m_window->queuePage()->isVisible());
}

void TestWindow::findingListLeadsToTheLine()
{
    openDemo();
    m_window->openChange(QStringLiteral("#470"));
    QVERIFY(QTest::qWaitFor([&] { return m_window->isSettled() && m_window->changePage()->hasChange(); }, 20'000));
    auto *list = find<QListWidget>("findingList");
    QVERIFY(list->count() >= 1);
    list->setCurrentRow(list->count() - 1);
    const auto *diff = m_window->changePage()->diffView();
    const auto &item = diff->model().items()[static_cast<std::size_t>(diff->currentItem())];
    QCOMPARE(item.kind, DiffModel::Kind::Card);
    QVERIFY(list->item(list->count() - 1)->text().contains(QString::fromStdString(diff->model().finding(item).rule)));
}

void TestWindow::selectionAndPlaceSurviveAResize()
{
    openDemo();
    m_window->openChange(QStringLiteral("#482"));
    QVERIFY(QTest::qWaitFor([&] { return m_window->isSettled() && m_window->changePage()->hasChange(); }, 20'000));
    auto *diff = m_window->changePage()->diffView();
    diff->setFocus();
    QTest::keyClick(diff, Qt::Key_N);
    const int item = diff->currentItem();
    m_window->resize(1000, 600);
    QVERIFY(QTest::qWaitFor([&] { return m_window->width() == 1000; }, 20'000));
    QCOMPARE(diff->currentItem(), item);
    QTest::keyClick(diff, Qt::Key_Down);
    QCOMPARE(diff->currentItem(), item + 1);
    const int top = diff->topOf(diff->currentItem()) - diff->verticalScrollBar()->value();
    QVERIFY(top >= 0 && top < diff->viewport()->height());
}

void TestWindow::copyTakesTheLinesWithoutMarkers()
{
    openDemo();
    m_window->openChange(QStringLiteral("#471"));
    QVERIFY(QTest::qWaitFor([&] { return m_window->isSettled() && m_window->changePage()->hasChange(); }, 20'000));
    auto *diff = m_window->changePage()->diffView();
    diff->setFocus();
    QTest::keyClick(diff, Qt::Key_Down, Qt::ShiftModifier); // the card of a finding stands between the lines
    QTest::keyClick(diff, Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(diff->selectedText(), QStringLiteral("  dry_run: false\n  batch_size: 250\n"));
}

void TestWindow::missingRepositoryIsExplained()
{
    m_window->openRepository(m_folder.filePath(QStringLiteral("nowhere")));
    QVERIFY(QTest::qWaitFor(
        [&] { return find<QLabel>("welcome")->text().contains(QStringLiteral("There is no git repository here.")); }, 20'000));
}

void TestWindow::everyActionHasATextAndNoTwoShareAKey()
{
    std::set<QString> keys;
    int count = 0;
    for (const auto *action : m_window->findChildren<QAction *>()) {
        if (action->objectName().isEmpty() || action->objectName().startsWith(QLatin1Char('_')))
            continue;
        ++count;
        QVERIFY(!action->text().isEmpty());
        for (const auto &key : action->shortcuts()) {
            QVERIFY2(keys.insert(key.toString()).second, qPrintable(key.toString()));
            QVERIFY2(MainWindow::keysText().contains(key.toString(QKeySequence::NativeText)), qPrintable(key.toString()));
        }
    }
    QVERIFY(count >= 15);
}

void TestWindow::everyWidgetHasAName()
{
    openDemo();
    for (const auto *widget : m_window->findChildren<QWidget *>()) {
        const bool takesInput = widget->focusPolicy() != Qt::NoFocus;
        const bool isOurs = QByteArray(widget->metaObject()->className()).startsWith("countersign::")
            || qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QAbstractItemView *>(widget);
        if (takesInput && isOurs)
            QVERIFY2(!widget->objectName().isEmpty(), widget->metaObject()->className());
    }
}

void TestWindow::cancelledAnalysisLeavesTheQueueUsable()
{
    openDemo();
    m_window->queuePage()->refresh();
    m_window->queuePage()->cancel();
    QVERIFY(!m_window->queuePage()->isBusy());
    m_window->queuePage()->refresh();
    QVERIFY(QTest::qWaitFor([&] { return m_window->isSettled(); }, 20'000));
    QCOMPARE(m_window->queuePage()->model().rowCount(), 14);
    QVERIFY(m_window->queuePage()->model().index(0, 0).data(QueueModel::BandRole).toInt() >= 0);
}

void TestWindow::readMarksAndAnswersSurviveReopening()
{
    openDemo();
    const auto open = [this] {
        m_window->openChange(QStringLiteral("#473"));
        return QTest::qWaitFor([&] { return m_window->isSettled() && m_window->findChild<QComboBox *>() != nullptr; }, 20'000);
    };
    QVERIFY(open());
    auto *diff = m_window->changePage()->diffView();
    diff->setFocus();
    QVERIFY(!diff->isHunkRead(1));
    QTest::keyClick(diff, Qt::Key_M);
    auto *evidence = m_window->findChild<QPlainTextEdit *>();
    QVERIFY(evidence);
    const QString name = evidence->objectName();
    evidence->setFocus();
    QTest::keyClicks(evidence, QStringLiteral("restored once in staging"));
    QVERIFY(QTest::qWaitFor([&] { return m_window->isSettled(); }, 20'000));
    QVERIFY(find<QLabel>("changeStatus")->text().startsWith(QStringLiteral("Read 5 / 5 lines")));

    m_window = std::make_unique<MainWindow>();
    m_window->show();
    openDemo();
    QVERIFY(open());
    QVERIFY(m_window->changePage()->diffView()->isHunkRead(1));
    QCOMPARE(m_window->findChild<QPlainTextEdit *>(name)->toPlainText(), QStringLiteral("restored once in staging"));
}

QTEST_MAIN(TestWindow)
#include "tst_window.moc"
