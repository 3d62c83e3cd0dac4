// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ReachWindow.h"

#include "support/RepositoryBuilder.h"
#include "ui/Background.h"
#include "ui/MainWindow.h"
#include "ui/blast/BlastPage.h"
#include "ui/blast/RingView.h"
#include "ui/blast/TreeFileWindow.h"
#include "ui/change/ChangePage.h"
#include "ui/diffview/DiffView.h"
#include "ui/interactions/MeetingPage.h"
#include "ui/interactions/Meetings.h"
#include "ui/queue/QueuePage.h"
#include "ui/style/Theme.h"

#include <QComboBox>
#include <QFile>
#include <QFrame>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <memory>
#include <set>

using namespace countersign;
using namespace countersign::ui;

/// The page of the blast radius in the real window, driven by keys and object names.
class TestBlastPage : public QObject, private test::ReachWindow
{
    Q_OBJECT
private slots:
    void initTestCase() { prepare(); }
    void init() { show(); }
    void cleanup() { close(); }
    void tableSaysWhatIsReachedAndWhy();
    void picturesAndTableShowTheSame();
    void filtersNarrowBoth_data();
    void filtersNarrowBoth();
    void slashLeadsToTheFilterAndEnterBack();
    void enterOpensTheFileAtTheLine();
    void causeIsShownInTheDiff();
    void keysWalkTheRingsAndEnterJumps();
    void clickOnASectorsNameNarrowsToIt();
    void anAxisInTheHeaderLeadsHere();
    void pictureIsExportedAsSvg();
    void pictureIsExportedAsPng();
    void exportWaitsForThePicture();
    void failedExportIsExplained();
    void readingKeysDoNothingHere();
    void everySchemePaintsThePage_data();
    void everySchemePaintsThePage();
    void changeWithoutAnalysisShowsNothing();

private:
    void openBlast();
    [[nodiscard]] QTableView *table() { return find<QTableView>("blastTable"); }
    [[nodiscard]] QStringList column(int column);
    void selectPath(const QString &path);
};

void TestBlastPage::openBlast()
{
    openChange();
    QTest::keyClick(m_window.get(), Qt::Key_3, Qt::AltModifier);
    QCOMPARE(page(), m_window->blastPage());
    QVERIFY(QTest::qWaitFor([&] { return m_window->isSettled(); }, 20'000));
}

QStringList TestBlastPage::column(int column)
{
    QStringList out;
    const auto *model = table()->model();
    for (int row = 0; row < model->rowCount(); ++row)
        out << model->index(row, column).data().toString();
    return out;
}

void TestBlastPage::selectPath(const QString &path)
{
    const auto *model = table()->model();
    for (int row = 0; row < model->rowCount(); ++row) {
        if (model->index(row, 0).data().toString().startsWith(path)) {
            table()->selectRow(row);
            return;
        }
    }
    QFAIL(qPrintable(path));
}

void TestBlastPage::tableSaysWhatIsReachedAndWhy()
{
    openBlast();
    // Worst first: production, what uses the changed name or begins something, what merely depends, tests.
    QCOMPARE(column(DependentModel::Reached),
             (QStringList{QStringLiteral("deploy/prod/job.yaml:2"), QStringLiteral("src/report/loader.py:3"),
                          QStringLiteral("src/api/costs.py:3"), QStringLiteral("services/portal/page.py:1"),
                          QStringLiteral("tests/test_money.py:1")}));
    QCOMPARE(column(DependentModel::Owner),
             (QStringList{QStringLiteral("@platform"), QStringLiteral("@finance"), QStringLiteral("@orders"),
                          QStringLiteral("@portal"), QStringLiteral("no owner")}));
    const auto *model = table()->model();
    const auto cell = [&](int row, int column, int role = Qt::DisplayRole) {
        return model->index(row, column).data(role).toString();
    };
    QCOMPARE(cell(0, DependentModel::Why), QStringLiteral("names the path of src/core/money.py"));
    QCOMPARE(cell(0, DependentModel::Role, DependentModel::SecondLineRole), QStringLiteral("prod"));
    QCOMPARE(cell(1, DependentModel::Why), QStringLiteral("uses month_total"));
    QCOMPARE(cell(1, DependentModel::Why, DependentModel::SecondLineRole), QStringLiteral("imports src/core/money.py"));
    QCOMPARE(cell(1, DependentModel::Reached, DependentModel::SecondLineRole), QStringLiteral("direct · src/report"));
    QCOMPARE(cell(2, DependentModel::Why), QStringLiteral("imports src/report/loader.py"));
    QCOMPARE(cell(2, DependentModel::Role), QStringLiteral("routes"));
    QVERIFY(cell(0, 0, Qt::AccessibleTextRole).contains(QStringLiteral("production")));
    QCOMPARE(find<QLabel>("cardValue", find<QWidget>("cardEnvironment"))->text(), QStringLiteral("prod"));
    QVERIFY(find<QLabel>("blastSubtitle")->text().startsWith(QStringLiteral("rounding Round each cost · computed at head ")));
    QVERIFY(!find<QLabel>("blastReason")->text().isEmpty());
}

void TestBlastPage::picturesAndTableShowTheSame()
{
    openBlast();
    const RingLayout &layout = m_window->blastPage()->rings()->picture().layout;
    QCOMPARE(layout.members.size(), std::size_t{5});
    QCOMPARE(layout.counts, (std::array<std::uint32_t, 3>{3, 1, 1}));
    QCOMPARE(layout.sectors.size(), std::size_t{5});
    for (int row = 0; row < 5; ++row) {
        table()->selectRow(row);
        const int mark = m_window->blastPage()->rings()->currentMark();
        QVERIFY(mark >= 0);
        const auto file = layout.members[layout.marks[static_cast<std::size_t>(mark)].first];
        QCOMPARE(file, *m_window->blastPage()->model().dependentAt(row));
    }
    find<QComboBox>("blastGroup")->setCurrentIndex(2);
    QVERIFY(QTest::qWaitFor([&] { return m_window->isSettled(); }, 20'000));
    QCOMPARE(m_window->blastPage()->rings()->picture().layout.sectors.size(), std::size_t{2}); // prod, and the others
}

void TestBlastPage::filtersNarrowBoth_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("hops");
    QTest::addColumn<QString>("module");
    QTest::addColumn<int>("files");
    QTest::newRow("nothing") << QString() << 3 << QString() << 5;
    QTest::newRow("owner") << QStringLiteral("@finance") << 3 << QString() << 1;
    QTest::newRow("name") << QStringLiteral("month_TOTAL") << 3 << QString() << 2;
    QTest::newRow("two words") << QStringLiteral("month_total tests") << 3 << QString() << 1;
    QTest::newRow("direct") << QString() << 1 << QString() << 3;
    QTest::newRow("two steps") << QString() << 2 << QString() << 4;
    QTest::newRow("module") << QString() << 3 << QStringLiteral("src/api") << 1;
    QTest::newRow("none is left") << QStringLiteral("nowhere") << 3 << QString() << 0;
}

void TestBlastPage::filtersNarrowBoth()
{
    QFETCH(QString, text);
    QFETCH(int, hops);
    QFETCH(QString, module);
    QFETCH(int, files);
    openBlast();
    find<QLineEdit>("blastFilter")->setText(text);
    find<QComboBox>("blastHops")->setCurrentIndex(hops - 1);
    auto *modules = find<QComboBox>("blastModule");
    modules->setCurrentIndex(modules->findData(module.toUtf8()));
    QVERIFY(QTest::qWaitFor([&] { return m_window->isSettled(); }, 20'000));
    QCOMPARE(table()->model()->rowCount(), files);
    QCOMPARE(m_window->blastPage()->rings()->picture().layout.members.size(), static_cast<std::size_t>(files));
    QCOMPARE(find<QLabel>("blastCount")->text(), QStringLiteral("%1 of 5").arg(files));
}

void TestBlastPage::slashLeadsToTheFilterAndEnterBack()
{
    openBlast();
    QTest::keyClick(table(), Qt::Key_Slash);
    auto *filter = find<QLineEdit>("blastFilter");
    QVERIFY(filter->hasFocus());
    QTest::keyClicks(filter, QStringLiteral("portal"));
    QTest::keyClick(filter, Qt::Key_Return);
    QVERIFY(table()->hasFocus());
    QCOMPARE(table()->model()->rowCount(), 1);
}

void TestBlastPage::enterOpensTheFileAtTheLine()
{
    openBlast();
    selectPath(QStringLiteral("src/report/loader.py"));
    QTest::keyClick(table(), Qt::Key_Return);
    auto *window = m_window->findChild<TreeFileWindow *>();
    QVERIFY(window);
    QVERIFY(QTest::qWaitFor([&] { return !window->isBusy() && window->view()->model().file(); }, 20'000));
    QCOMPARE(window->view()->currentLine(), (std::pair<Side, LineNumber>(Side::New, 3)));
    QVERIFY(window->view()->selectedText().contains(QStringLiteral("from src.core.money import month_total")));
    QVERIFY(window->windowTitle().startsWith(QStringLiteral("src/report/loader.py at ")));
    QCOMPARE(window->view()->model().items().size(), std::size_t{7}); // all of it, nothing collapsed
    QTest::keyClick(window->view(), Qt::Key_Escape);
    QVERIFY(QTest::qWaitFor([&] { return !m_window->findChild<TreeFileWindow *>(); }, 5'000));
}

void TestBlastPage::causeIsShownInTheDiff()
{
    openBlast();
    selectPath(QStringLiteral("src/report/loader.py"));
    QTest::keyClick(table(), Qt::Key_V);
    QCOMPARE(page(), m_window->changePage());
    auto *diff = m_window->changePage()->diffView();
    QCOMPARE(diff->currentLine(), (std::pair<Side, LineNumber>(Side::New, 4))); // def month_total
    QVERIFY(diff->hasFocus());
}

void TestBlastPage::keysWalkTheRingsAndEnterJumps()
{
    openBlast();
    auto *rings = m_window->blastPage()->rings();
    rings->setFocus();
    QTest::keyClick(rings, Qt::Key_Home);
    const auto hops = [&] { return rings->picture().layout.marks[static_cast<std::size_t>(rings->currentMark())].hops; };
    QTest::keyClick(rings, Qt::Key_Down);
    QTest::keyClick(rings, Qt::Key_Down);
    QCOMPARE(hops(), 1);
    std::set<int> seen;
    for (int i = 0; i < 3; ++i) {
        seen.insert(rings->currentMark());
        QTest::keyClick(rings, Qt::Key_Right);
    }
    QCOMPARE(seen.size(), std::size_t{3});
    QTest::keyClick(rings, Qt::Key_Up);
    QCOMPARE(hops(), 2);
    QTest::keyClick(rings, Qt::Key_Up);
    QCOMPARE(hops(), 3);
    // The table went along.
    QCOMPARE(table()->currentIndex().siblingAtColumn(0).data().toString(), QStringLiteral("services/portal/page.py:1"));
    QVERIFY(rings->accessibleDescription().startsWith(QStringLiteral("services/portal/page.py")));
    QTest::keyClick(rings, Qt::Key_Return);
    auto *window = m_window->findChild<TreeFileWindow *>();
    QVERIFY(window);
    QVERIFY(QTest::qWaitFor([&] { return !window->isBusy(); }, 20'000));
    QCOMPARE(window->view()->currentLine().second, LineNumber{1});
    window->close();
}

void TestBlastPage::clickOnASectorsNameNarrowsToIt()
{
    openBlast();
    auto *rings = m_window->blastPage()->rings();
    QSignalSpy chosen(rings, &RingView::markChosen);
    QTest::mouseClick(rings, Qt::LeftButton, {}, rings->pointOf(0).toPoint());
    QCOMPARE(chosen.size(), 1);
    emit rings->sectorActivated(1);
    QVERIFY(QTest::qWaitFor([&] { return m_window->isSettled(); }, 20'000));
    QCOMPARE(column(DependentModel::Reached), QStringList{QStringLiteral("services/portal/page.py:1")});
}

void TestBlastPage::anAxisInTheHeaderLeadsHere()
{
    openBlast();
    QTest::keyClick(m_window.get(), Qt::Key_2, Qt::AltModifier);
    QCOMPARE(page(), m_window->changePage());
    auto *axis = find<QFrame>("axisBlastRadius");
    axis->setFocus();
    QTest::keyClick(axis, Qt::Key_Return);
    QCOMPARE(page(), m_window->blastPage());
    QTest::keyClick(m_window.get(), Qt::Key_2, Qt::AltModifier);
    QTest::mouseClick(axis, Qt::LeftButton);
    QCOMPARE(page(), m_window->blastPage());
}

void TestBlastPage::pictureIsExportedAsSvg()
{
    openBlast();
    const QString file = m_folder.filePath(QStringLiteral("blast.svg"));
    m_window->blastPage()->setFileChooser([&](QWidget *, const QString &, const QString &, const QString &) { return file; });
    QTest::keyClick(m_window.get(), Qt::Key_S, Qt::ControlModifier | Qt::AltModifier);
    QFile in(file);
    QVERIFY(in.open(QIODevice::ReadOnly));
    QXmlStreamReader xml(&in);
    QString texts;
    int marks = 0;
    while (!xml.atEnd()) {
        xml.readNext();
        marks +=
            xml.isStartElement() && (xml.name() == QLatin1String("circle") || xml.name() == QLatin1String("ellipse")) ? 1 : 0;
        if (xml.isCharacters())
            texts += xml.text();
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    for (const char *name :
         {"src/report", "src/api", "services/portal", "deploy/prod", "tests", "@finance", "rounding", "direct 3"})
        QVERIFY2(texts.contains(QLatin1String(name)), name);
    QVERIFY(marks >= 8); // three rings, the centre, and the files
}

void TestBlastPage::pictureIsExportedAsPng()
{
    openBlast();
    const QString file = m_folder.filePath(QStringLiteral("blast.png"));
    m_window->blastPage()->setFileChooser([&](QWidget *, const QString &, const QString &, const QString &) { return file; });
    find<QPushButton>("blastExport")->click();
    const QImage image(file);
    QCOMPARE(image.size(), QSize(2400, 2000)); // twice the size, for sharp prints
    QCOMPARE(image.pixelColor(5, 5), Theme::light().surface);
    bool hasRed = false;
    for (int y = 0; y < image.height() && !hasRed; y += 2) {
        for (int x = 0; x < image.width() && !hasRed; x += 2)
            hasRed = image.pixelColor(x, y) == Theme::light().band(Band::Critical);
    }
    QVERIFY(hasRed); // production
}

void TestBlastPage::exportWaitsForThePicture()
{
    openChange();
    // Nobody has looked at the page: its picture is being made when the file is named.
    const QString file = m_folder.filePath(QStringLiteral("early.svg"));
    m_window->blastPage()->setFileChooser([&](QWidget *, const QString &, const QString &, const QString &) { return file; });
    QVERIFY(m_window->blastPage()->isBusy());
    m_window->run(QStringLiteral("exportPicture"));
    QVERIFY(QTest::qWaitFor([&] { return m_window->isSettled(); }, 20'000));
    QFile in(file);
    QVERIFY(in.open(QIODevice::ReadOnly));
    const QByteArray picture = in.readAll();
    for (const char *name : {"src/report", "deploy/prod", "direct 3"})
        QVERIFY2(picture.contains(name), name);
}

void TestBlastPage::failedExportIsExplained()
{
    const RingPicture picture;
    PictureStyle style;
    style.theme = &Theme::light();
    const auto written = writePicture(picture, style, m_folder.filePath(QStringLiteral("no/such/folder/x.svg")));
    QVERIFY(!written);
    QCOMPARE(written.error().kind, ErrorKind::Environment);
}

/// A key that decides about the change must not work on a page where nobody sees what it decides about.
void TestBlastPage::readingKeysDoNothingHere()
{
    openBlast();
    const QString before = find<QLabel>("changeStatus")->text();
    QVERIFY(before.contains(QStringLiteral("Read 0 /")));
    QTest::keyClick(table(), Qt::Key_M);
    QVERIFY(QTest::qWaitFor([&] { return m_window->isSettled(); }, 20'000));
    QCOMPARE(find<QLabel>("changeStatus")->text(), before);
}

void TestBlastPage::everySchemePaintsThePage_data()
{
    QTest::addColumn<QString>("scheme");
    for (const char *scheme : {"light", "dark", "light-colour-blind", "dark-colour-blind", "contrast"})
        QTest::newRow(scheme) << QString::fromLatin1(scheme);
}

void TestBlastPage::everySchemePaintsThePage()
{
    QFETCH(QString, scheme);
    openBlast();
    auto *rings = m_window->blastPage()->rings();
    (void)rings->grab(); // in the scheme from before
    applyTheme(*qApp, scheme);
    const Theme &theme = Theme::of(m_window.get());
    const QImage image = rings->grab().toImage();
    const auto &layout = rings->picture().layout;
    int seen = 0;
    for (std::size_t i = 0; i < layout.marks.size(); ++i) {
        if (layout.marks[i].isEntry)
            continue; // hollow
        const QPointF at = rings->pointOf(static_cast<int>(i)) * image.devicePixelRatio();
        QCOMPARE(image.pixelColor(at.toPoint()), colourOf(layout.marks[i].level, theme));
        ++seen;
    }
    QVERIFY(seen >= 3);
    QCOMPARE(image.pixelColor(3, image.height() / 2), theme.surface);
    applyTheme(*qApp, QStringLiteral("light"));
}

/// It is filled in parts, so that the window goes on meanwhile.
void TestBlastPage::changeWithoutAnalysisShowsNothing()
{
    auto *page = m_window->blastPage();
    QCOMPARE(table()->model()->rowCount(), 0);
    QVERIFY(!find<QPushButton>("blastExport")->isEnabled());
    page->jump();
    page->jumpToCause();
    page->exportPicture();
    QVERIFY(!m_window->findChild<TreeFileWindow *>());
    QVERIFY(find<QLabel>("blastSubtitle")->text().startsWith(QStringLiteral("Open a change")));
}

QTEST_MAIN(TestBlastPage)
#include "tst_blastpage.moc"
