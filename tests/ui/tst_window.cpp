// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Need.h"

#include "support/Program.h"
#include "ui/Background.h"
#include "ui/MainWindow.h"
#include "ui/change/ChangePage.h"
#include "ui/diffview/DiffView.h"
#include "ui/history/InterDiffWindow.h"
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
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollBar>
#include <QStyle>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

#include <algorithm>
#include <cmath>
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
    void commentIsWrittenPostedAndStillThere();
    void blameTellsWhoBroughtALine();
    void findingIsAcknowledgedWithOneKey();
    void pushIsComparedWithTheVersionBefore();
    void everySchemeIsReadable_data();
    void everySchemeIsReadable();
    void crossThatEmptiesAFieldHasTheColoursOfTheScheme();

private:
    void openDemo();
    template<class T>
    T *find(const char *name)
    {
        return test::need<T>(*m_window, name);
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
    qputenv("XDG_CONFIG_HOME", m_folder.filePath(QStringLiteral("config")).toUtf8());
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
    Background::shared().waitForDone();
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
    auto *list = find<QTreeWidget>("findingList");
    QVERIFY(list->topLevelItemCount() >= 1);
    auto *last = list->topLevelItem(list->topLevelItemCount() - 1);
    list->setCurrentItem(last);
    const auto *diff = m_window->changePage()->diffView();
    const auto &item = diff->model().items()[static_cast<std::size_t>(diff->currentItem())];
    QCOMPARE(item.kind, DiffModel::Kind::Card);
    QVERIFY(last->text(0).contains(QString::fromStdString(diff->model().finding(item).rule)));
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
    auto *evidence = find<QWidget>("checklist")->findChild<QPlainTextEdit *>();
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

void TestWindow::commentIsWrittenPostedAndStillThere()
{
    openDemo();
    const auto open = [this] {
        m_window->openChange(QStringLiteral("#482"));
        return QTest::qWaitFor([&] { return m_window->isSettled() && m_window->changePage()->hasChange(); }, 20'000);
    };
    QVERIFY(open());
    auto *diff = m_window->changePage()->diffView();
    const auto place = diff->currentLine();
    QVERIFY(place.second != noLine);
    m_window->changePage()->comment();
    auto *text = find<QPlainTextEdit>("commentText");
    QTest::keyClicks(text, QStringLiteral("Where is the dump?"));
    QVERIFY(QTest::qWaitFor([&] { return m_window->isSettled(); }, 20'000));

    // A look at another line takes nothing away.
    QVERIFY(diff->showLine(Side::New, 16));
    m_window->changePage()->comment();
    QVERIFY(text->toPlainText().isEmpty());
    QVERIFY(diff->showLine(place.first, place.second));
    m_window->changePage()->comment();
    QCOMPARE(text->toPlainText(), QStringLiteral("Where is the dump?"));

    // Typed and not posted: still there after the program ended.
    m_window = std::make_unique<MainWindow>();
    m_window->show();
    openDemo();
    QVERIFY(open());
    diff = m_window->changePage()->diffView();
    QVERIFY(diff->showLine(place.first, place.second));
    m_window->changePage()->comment();
    text = find<QPlainTextEdit>("commentText");
    QCOMPARE(text->toPlainText(), QStringLiteral("Where is the dump?"));
    find<QPushButton>("commentPost")->click();
    QVERIFY(QTest::qWaitFor([&] { return m_window->isSettled() && diff->model().nextComment(-1, 1) >= 0; }, 20'000));
    QVERIFY(text->toPlainText().isEmpty());
    const int item = diff->model().nextComment(-1, 1);
    const DiffComment shown = diff->model().comment(diff->model().items()[static_cast<std::size_t>(item)]);
    QCOMPARE(shown.line, place.second);
    QCOMPARE(shown.paragraphs, QStringList{QStringLiteral("Where is the dump?")});

    // Answered, and fixed.
    diff->setCurrentItem(item);
    m_window->changePage()->comment();
    QTest::keyClicks(text, QStringLiteral("In the bucket."));
    find<QPushButton>("commentPost")->click();
    QVERIFY(QTest::qWaitFor([&] { return m_window->isSettled() && text->toPlainText().isEmpty(); }, 20'000));
    auto *list = find<QListWidget>("commentList");
    QCOMPARE(list->count(), 1);
    QVERIFY2(list->item(0)->text().contains(QStringLiteral("In the bucket.")), qPrintable(list->item(0)->text()));
    list->setCurrentRow(0);
    auto *state = find<QComboBox>("commentState");
    emit state->activated(2);
    QVERIFY(QTest::qWaitFor([&] { return m_window->isSettled() && list->item(0)->text().contains(QStringLiteral("fixed")); },
                            20'000));
}

void TestWindow::blameTellsWhoBroughtALine()
{
    openDemo();
    m_window->openChange(QStringLiteral("#482"));
    QVERIFY(QTest::qWaitFor([&] { return m_window->isSettled() && m_window->changePage()->hasChange(); }, 20'000));
    auto *diff = m_window->changePage()->diffView();
    QVERIFY(diff->showLine(Side::New, 17)); // brought by the change itself
    m_window->run(QStringLiteral("blame"));
    const auto answer = [&] {
        const auto &comments = diff->model().comments();
        const auto found = std::ranges::find(comments, std::string("blame"), &DiffComment::id);
        return found == comments.end() ? QString() : found->heading + QLatin1Char('|') + found->paragraphs.join(QLatin1Char('|'));
    };
    QVERIFY(QTest::qWaitFor([&] { return !answer().isEmpty(); }, 20'000));
    QVERIFY2(answer().contains(QStringLiteral("Jonas Ek")), qPrintable(answer()));
    QVERIFY2(answer().contains(QStringLiteral("Minor fix")), qPrintable(answer()));
    QVERIFY(diff->showLine(Side::New, 10)); // stood before
    m_window->run(QStringLiteral("blame"));
    QVERIFY(QTest::qWaitFor([&] { return answer().contains(QStringLiteral("Line 10 ")); }, 20'000));
    QVERIFY2(!answer().contains(QStringLiteral("Minor fix")), qPrintable(answer()));
    m_window->run(QStringLiteral("blame"));
    QVERIFY(answer().isEmpty());
}

void TestWindow::findingIsAcknowledgedWithOneKey()
{
    openDemo();
    m_window->openChange(QStringLiteral("#482"));
    QVERIFY(QTest::qWaitFor([&] { return m_window->isSettled() && m_window->changePage()->hasChange(); }, 20'000));
    const auto open = [this] {
        static const QRegularExpression count(QStringLiteral("(\\d+) open finding"));
        return count.match(find<QLabel>("changeStatus")->text()).captured(1).toInt();
    };
    const int before = open();
    QVERIFY(before > 1);
    auto *diff = m_window->changePage()->diffView();
    diff->setFocus();
    QTest::keyClick(diff, Qt::Key_F);
    QTest::keyClick(diff, Qt::Key_A);
    QVERIFY(QTest::qWaitFor([&] { return m_window->isSettled(); }, 20'000));
    QCOMPARE(open(), before - 1);
}

void TestWindow::pushIsComparedWithTheVersionBefore()
{
    const auto git = [this](const QStringList &arguments) {
        const auto done = test::runProgram(QStringLiteral("git"), QStringList{QStringLiteral("-C"), m_demo} + arguments,
                                           test::cleanEnvironment(m_folder.path()));
        return done.code == 0 ? QString::fromUtf8(done.out).trimmed() : QString();
    };
    const QString before = git({QStringLiteral("rev-parse"), QStringLiteral("refs/pull/475/head")});
    QVERIFY(!before.isEmpty());
    openDemo();
    const auto open = [this] {
        m_window->openChange(QStringLiteral("#475"));
        return QTest::qWaitFor([&] { return m_window->isSettled() && m_window->changePage()->hasChange(); }, 20'000);
    };
    QVERIFY(open());
    // The author pushes the same content again as another commit.
    const QString tree = git({QStringLiteral("rev-parse"), before + QStringLiteral("^{tree}")});
    const QString again =
        git({QStringLiteral("-c"), QStringLiteral("user.name=Ann"), QStringLiteral("-c"),
             QStringLiteral("user.email=ann@example.com"), QStringLiteral("commit-tree"), tree, QStringLiteral("-p"),
             before + QStringLiteral("^"), QStringLiteral("-m"), QStringLiteral("Again")});
    QVERIFY(!again.isEmpty());
    git({QStringLiteral("update-ref"), QStringLiteral("refs/pull/475/head"), again});
    QVERIFY(open());
    auto *list = find<QListWidget>("patchSetList");
    QCOMPARE(list->count(), 2);
    QVERIFY(list->item(0)->text().contains(QStringLiteral("open now")));
    list->setCurrentRow(1);
    QVERIFY(QTest::qWaitFor([&] { return m_window->isSettled(); }, 20'000));
    QVERIFY2(find<QLabel>("patchSetVerdict")->text().startsWith(QStringLiteral("Nothing of the author's changed")),
             qPrintable(find<QLabel>("patchSetVerdict")->text()));
    find<QPushButton>("patchSetShow")->click();
    QVERIFY(QTest::qWaitFor([&] { return m_window->isSettled() && m_window->findChild<InterDiffWindow *>(); }, 20'000));
    auto *window = m_window->findChild<InterDiffWindow *>();
    QVERIFY(QTest::qWaitFor([&] { return !window->isBusy(); }, 20'000));
    QVERIFY(window->findChild<QListWidget *>(QStringLiteral("interDiffFiles"))->count() > 0);
    window->close();
    git({QStringLiteral("update-ref"), QStringLiteral("refs/pull/475/head"), before});
}

void TestWindow::everySchemeIsReadable_data()
{
    QTest::addColumn<QString>("scheme");
    for (const char *scheme : {"light", "dark", "light-colour-blind", "dark-colour-blind", "contrast"})
        QTest::newRow(scheme) << QString::fromLatin1(scheme);
}

/// Contrast as WCAG 2.2 defines it: text at least 4.5:1 against everything that is painted behind it, 7:1 in high contrast.
void TestWindow::everySchemeIsReadable()
{
    QFETCH(QString, scheme);
    applyTheme(*qApp, scheme);
    const Theme &theme = Theme::of(m_window.get());
    const auto luminance = [](const QColor &colour) {
        const auto linear = [](double c) { return c <= .04045 ? c / 12.92 : std::pow((c + .055) / 1.055, 2.4); };
        return .2126 * linear(colour.redF()) + .7152 * linear(colour.greenF()) + .0722 * linear(colour.blueF());
    };
    const auto contrast = [&](const QColor &a, const QColor &b) {
        const double one = luminance(a);
        const double other = luminance(b);
        const double low = std::min(one, other);
        const double high = std::max(one, other);
        return (high + .05) / (low + .05);
    };
    const double least = scheme == QLatin1String("contrast") ? 7 : 4.5;
    for (const QColor &back : {theme.surface, theme.removed, theme.added, theme.moved, theme.removedStrong, theme.addedStrong,
                               theme.hit, theme.hitCurrent, theme.accentSoft})
        QVERIFY2(contrast(theme.text, back) >= least, qPrintable(back.name()));
    for (int band = 0; band < 4; ++band) {
        QVERIFY2(contrast(theme.bands[band], theme.surface) >= 4.5, qPrintable(theme.bands[band].name()));
        QVERIFY2(contrast(theme.text, theme.bandsSoft[band]) >= least, qPrintable(theme.bandsSoft[band].name()));
    }
    QVERIFY(contrast(theme.dimmed, theme.surface) >= 4.5);
    applyTheme(*qApp, QStringLiteral("light"));
}

void TestWindow::crossThatEmptiesAFieldHasTheColoursOfTheScheme()
{
    const QIcon icon = QApplication::style()->standardIcon(QStyle::SP_LineEditClearButton);
    for (const char *scheme : {"light", "dark", "contrast"}) {
        applyTheme(*qApp, QString::fromLatin1(scheme));
        const QImage picture = icon.pixmap(QSize(40, 40), 1.0).toImage();
        const QColor middle = picture.pixelColor(picture.width() / 2, picture.height() / 2);
        QCOMPARE(middle.rgb(), Theme::of(nullptr).dimmed.rgb());
        QCOMPARE(picture.pixelColor(0, 0).alpha(), 0);
    }
    applyTheme(*qApp, QStringLiteral("light"));
}

QTEST_MAIN(TestWindow)
#include "tst_window.moc"
