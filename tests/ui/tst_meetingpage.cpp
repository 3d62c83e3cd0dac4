// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ReachWindow.h"

#include "support/RepositoryBuilder.h"
#include "ui/diffview/DiffView.h"
#include "ui/interactions/MeetingPage.h"
#include "ui/interactions/Meetings.h"
#include "ui/queue/QueuePage.h"

#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>

using namespace countersign;
using namespace countersign::ui;

/// Where a change meets other open changes: the tab beside the change, the page, the queue, in the real window.
class TestMeetingPage : public QObject, private test::ReachWindow
{
    Q_OBJECT
private slots:
    void initTestCase() { prepare(); }
    void init() { show(); }
    void cleanup() { close(); }
    void bothChangesTellWhereTheyMeet_data();
    void bothChangesTellWhereTheyMeet();
    void longListOfMeetingsIsWhole();
    void pageOfMeetingsBeginsWithTheFirst();
    void meetingShowsBothPlaces();
    void queueCountsTheMeetings();
    void searchForMeetingsCanBeCancelled();
};

void TestMeetingPage::bothChangesTellWhereTheyMeet_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("other");
    QTest::newRow("one") << QStringLiteral("rounding") << QStringLiteral("totals");
    QTest::newRow("the other") << QStringLiteral("totals") << QStringLiteral("rounding");
}

void TestMeetingPage::bothChangesTellWhereTheyMeet()
{
    QFETCH(QString, change);
    QFETCH(QString, other);
    m_window->openRepository(m_scene.path(), change);
    QVERIFY(QTest::qWaitFor([&] { return m_window->isSettled() && m_window->changePage()->hasChange(); }, 20'000));
    const auto &list = m_window->meetings()->list();
    QCOMPARE(list.size(), std::size_t{2});
    QCOMPARE(list[0].kind, InteractionKind::SameSymbol);
    QCOMPARE(list[0].what, std::string("month_total"));
    QCOMPARE(list[1].kind, InteractionKind::TextConflict);
    auto *tabs = m_window->changePage()->details();
    int tab = 0;
    while (tab < tabs->count() && tabs->tabText(tab) != QStringLiteral("Meets 2"))
        ++tab;
    QVERIFY(tab < tabs->count());
    const auto *items = find<QListWidget>("meetingList", tabs->widget(tab));
    QVERIFY(items->item(0)->text().startsWith(other + QStringLiteral("\nsame function or type: month_total\n")));
}

void TestMeetingPage::longListOfMeetingsIsWhole()
{
    const auto functions = [](int answer) {
        std::string text;
        for (int i = 0; i < 250; ++i)
            text += "def function_" + std::to_string(i) + "(order):\n    total = order.total\n    return total + "
                + std::to_string(answer + i) + "\n\n\n";
        return text;
    };
    test::RepositoryBuilder builder;
    builder.commit({.files = {{"shop/orders.py", functions(0)}}});
    builder.commit({.branch = "one", .files = {{"shop/orders.py", functions(1000)}}, .from = "main"});
    builder.commit({.branch = "two", .files = {{"shop/orders.py", functions(2000)}}, .from = "main"});
    m_window->openRepository(QString::fromStdString(builder.path()), QStringLiteral("one"));
    QVERIFY(QTest::qWaitFor([&] { return m_window->isSettled() && m_window->changePage()->hasChange(); }, 20'000));
    const auto &list = m_window->meetings()->list();
    QVERIFY2(list.size() > 200, qPrintable(QString::number(list.size())));
    auto *items = find<QListWidget>("meetingList", m_window->changePage()->details());
    QVERIFY(QTest::qWaitFor([&] { return items->count() == static_cast<int>(list.size()); }, 5'000));
    for (int i = 0; i < items->count(); ++i)
        QVERIFY(items->item(i)->text().contains(QString::fromStdString(list[static_cast<std::size_t>(i)].what)));
    QCOMPARE(items->currentRow(), 0);
    items->setCurrentRow(items->count() - 1);
    m_window->meetings()->refresh(); // fills it anew
    QCOMPARE(items->currentRow(), static_cast<int>(list.size()) - 1);
}

void TestMeetingPage::pageOfMeetingsBeginsWithTheFirst()
{
    openChange();
    m_window->run(QStringLiteral("showMeetings"));
    QCOMPARE(page(), m_window->meetingPage());
    QVERIFY(QTest::qWaitFor([&] { return m_window->isSettled(); }, 20'000));
    const QString first = QString::fromStdString(m_window->meetings()->list().front().with);
    QVERIFY(find<QLabel>("meetingTitle")->text().contains(first));
    for (const char *view : {"meetingHereView", "meetingThereView"})
        QVERIFY(find<DiffView>(view)->currentLine().second != noLine);
}

void TestMeetingPage::meetingShowsBothPlaces()
{
    m_window->openRepository(m_scene.path(), QStringLiteral("rounding"));
    QVERIFY(QTest::qWaitFor([&] { return m_window->isSettled() && m_window->changePage()->hasChange(); }, 20'000));
    auto *tabs = m_window->changePage()->details();
    auto *list = find<QListWidget>("meetingList", tabs);
    tabs->setCurrentWidget(list->parentWidget());
    list->setCurrentRow(1);
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(page(), m_window->meetingPage());
    QVERIFY(QTest::qWaitFor([&] { return m_window->isSettled(); }, 20'000));
    QCOMPARE(find<QLabel>("meetingTitle")->text(), QStringLiteral("rounding and totals: does not merge: src/core/money.py"));
    const auto *here = find<DiffView>("meetingHereView");
    const auto *there = find<DiffView>("meetingThereView");
    QCOMPARE(here->currentLine(), (std::pair<Side, LineNumber>(Side::New, 7)));
    QCOMPARE(there->currentLine(), (std::pair<Side, LineNumber>(Side::New, 7)));
    QVERIFY(here->selectedText().contains(QStringLiteral("round(item.cost, 2)")));
    QVERIFY(there->selectedText().contains(QStringLiteral("item.cost * item.count")));
    QCOMPARE(find<QLabel>("meetingWho", find<QWidget>("meetingThere"))->text(), QStringLiteral("There: totals Count the items"));
    find<QPushButton>("meetingOpen")->click();
    QCOMPARE(page(), m_window->changePage());
    QVERIFY(QTest::qWaitFor([&] { return m_window->isSettled() && m_window->changePage()->hasChange(); }, 20'000));
    QCOMPARE(find<QLabel>("changeTitle")->text(), QStringLiteral("Count the items"));
}

void TestMeetingPage::queueCountsTheMeetings()
{
    m_window->openRepository(m_scene.path());
    QVERIFY(QTest::qWaitFor([&] { return m_window->isSettled() && m_window->queuePage()->model().rowCount() == 2; }, 20'000));
    const auto &model = m_window->queuePage()->model();
    const int row = model.rowOf("rounding");
    QCOMPARE(model.index(row, QueueModel::Meets).data().toString(), QStringLiteral("2"));
    QCOMPARE(model.index(row, QueueModel::Meets).data(QueueModel::SecondLineRole).toString(), QStringLiteral("totals"));
}

void TestMeetingPage::searchForMeetingsCanBeCancelled()
{
    m_window->openRepository(m_scene.path(), QStringLiteral("rounding"));
    QVERIFY(QTest::qWaitFor([&] { return m_window->isSettled() && m_window->changePage()->hasChange(); }, 20'000));
    auto *meetings = m_window->meetings();
    meetings->refresh();
    QVERIFY(meetings->isBusy());
    auto *cancel = find<QPushButton>("meetingCancel", m_window->meetingPage());
    QVERIFY(!cancel->isHidden());
    cancel->click();
    QVERIFY(!meetings->isBusy());
    QVERIFY(cancel->isHidden());
    QCOMPARE(find<QLabel>("meetingStatus", m_window->meetingPage())->text(), QStringLiteral("Stopped. Press F5 to go on."));
    Background::shared().waitForDone();
    QCoreApplication::processEvents();
    QVERIFY(!meetings->isBusy()); // what the stopped search brought is not shown
    QTest::keyClick(m_window.get(), Qt::Key_F5);
    QVERIFY(QTest::qWaitFor([&] { return m_window->isSettled() && meetings->list().size() == 2; }, 20'000));
}

QTEST_MAIN(TestMeetingPage)
#include "tst_meetingpage.moc"
