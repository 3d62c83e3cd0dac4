// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "FilePairs.h"

#include "ui/Background.h"
#include "ui/change/DiffPane.h"
#include "ui/change/DiffSearch.h"
#include "ui/diffview/DiffView.h"
#include "ui/style/Theme.h"

#include <QAccessible>
#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace countersign;
using namespace countersign::ui;
using test::change;
using test::numbered;

namespace
{

constexpr int patience = 20'000; // ms

Finding finding(LineNumber line)
{
    Finding one;
    one.id = "f1";
    one.rule = "DST-03";
    one.startLine = one.endLine = line;
    one.title = Message("Guard removed");
    one.why = Message("Nothing stops it now.");
    return one;
}

} // namespace

/// The diff view and its pane, driven as a reader drives them: keys, mouse, and what assistive technology sees.
class TestDiffView : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void cleanup();
    void layoutSwitchKeepsTheLine();
    void expandingKeepsWhatIsOnTheScreen();
    void wrappedPanesStayAligned();
    void lineOfFiveMegabytesIsOpenToItsEnd();
    void searchGoesRoundAndOpensWhatIsCollapsed();
    void changeAndHitFarToTheRightComeIntoView();
    void wrongPatternIsExplained();
    void mouseSelectsCharactersOfOneSide();
    void doubleClickSelectsAWord();
    void cardsHaveButtons();
    void otherEndOfAMoveIsOneKeyAway();
    void whitespaceModeSaysWhatItHides();
    void readMarkInWhitespaceModeMeansTheExactHunks();
    void viewIsATableToAssistiveTechnology();
    void coloursArriveForFarLinesToo();
    void manyTinyHunksAndAMillionLines();

private:
    void show(std::shared_ptr<const FileChange> file, std::vector<Finding> findings = {});
    [[nodiscard]] LineNumber currentNewLine() const { return m_pane->view()->currentLine().second; }
    [[nodiscard]] QPoint pointOf(int item, Side side, int cell) const;
    QTemporaryDir m_folder;
    std::unique_ptr<DiffPane> m_pane;
};

void TestDiffView::initTestCase()
{
    qputenv("XDG_CONFIG_HOME", m_folder.path().toUtf8()); // settings of nobody
    applyTheme(*qApp, QStringLiteral("light"));
}

void TestDiffView::init()
{
    m_pane = std::make_unique<DiffPane>();
    m_pane->resize(1000, 600);
    m_pane->show();
    m_pane->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
}

void TestDiffView::cleanup()
{
    m_pane.reset();
    Background::shared().waitForDone();
}

void TestDiffView::show(std::shared_ptr<const FileChange> file, std::vector<Finding> findings)
{
    m_pane->setFile(std::move(file), std::move(findings), {});
    QVERIFY(QTest::qWaitFor([this] { return !m_pane->isBusy(); }, patience));
    m_pane->view()->setFocus();
}

/// The middle of a character, by trying: the view alone knows where it paints.
QPoint TestDiffView::pointOf(int item, Side side, int cell) const
{
    const auto *view = m_pane->view();
    const QFontMetricsF metrics(view->font());
    const qreal width = metrics.horizontalAdvance(QLatin1Char('0'));
    const int half = view->viewport()->width() / 2;
    const int digits = 3; // of files below 1,000 lines
    const int digit = static_cast<int>(width + .5);
    const int left = (side == Side::Old ? 4 : half + 8) + digit * (digits + 1) + 2 * digit;
    return {left + static_cast<int>(width * (cell + .4)), view->itemRect(item).top() + view->itemRect(item).height() / 2};
}

void TestDiffView::layoutSwitchKeepsTheLine()
{
    show(change(numbered(1, 200), numbered(1, 99) + "a new line\n" + numbered(101, 200)));
    auto *view = m_pane->view();
    const LineNumber before = currentNewLine();
    QCOMPARE(before, LineNumber{100});
    const int y = view->itemRect(view->currentItem()).top();
    m_pane->toggleUnified();
    QCOMPARE(view->model().layout(), DiffLayout::Unified);
    QCOMPARE(currentNewLine(), before);
    QVERIFY(view->viewport()->rect().contains(view->itemRect(view->currentItem())));
    m_pane->toggleUnified();
    QCOMPARE(currentNewLine(), before);
    QCOMPARE(view->itemRect(view->currentItem()).top(), y);
}

void TestDiffView::expandingKeepsWhatIsOnTheScreen()
{
    show(change(numbered(1, 400), numbered(1, 199) + "a new line\n" + numbered(201, 400)));
    auto *view = m_pane->view();
    const auto rows = view->model().file()->rows.rows.size();
    QTest::keyClick(view, Qt::Key_Home);
    QCOMPARE(view->model().items().front().kind, DiffModel::Kind::Collapsed);
    QTest::keyClick(view, Qt::Key_Return);
    QVERIFY(view->model().items().size() > 20);
    m_pane->view()->expandAll();
    QCOMPARE(view->model().items().size(), rows);
    QVERIFY(view->showLine(Side::New, 200));
    view->collapseAll();
    QCOMPARE(currentNewLine(), LineNumber{200});
    const int y = view->itemRect(view->currentItem()).top();
    QVERIFY(view->viewport()->rect().contains(view->itemRect(view->currentItem())));
    view->expandAll();
    QCOMPARE(view->itemRect(view->currentItem()).top(), y);
    QCOMPARE(currentNewLine(), LineNumber{200});
}

void TestDiffView::wrappedPanesStayAligned()
{
    const std::string longLine = "value = " + std::string(300, 'x') + "\n";
    show(change("short\n" + longLine + "end\n", "short\n" + longLine + "end 2\n"));
    auto *view = m_pane->view();
    const int height = view->itemRect(0).height();
    QCOMPARE(view->itemRect(1).height(), height);
    QVERIFY(view->horizontalScrollBar()->maximum() > 0 || !view->grab().isNull());
    m_pane->toggleWrap();
    const int lines = view->itemRect(1).height() / height;
    QVERIFY(lines >= 5);
    QCOMPARE(view->horizontalScrollBar()->maximum(), 0);
    m_pane->resize(600, 600);
    QVERIFY(QTest::qWaitFor([&] { return view->itemRect(1).height() / height > lines; }, patience));
    m_pane->toggleWrap();
    QCOMPARE(view->itemRect(1).height(), height);
}

void TestDiffView::lineOfFiveMegabytesIsOpenToItsEnd()
{
    std::string line;
    while (line.size() < 5'000'000)
        line += "{\"id\":" + std::to_string(line.size()) + "},";
    show(change(line + "x", line + "THE END"));
    auto *view = m_pane->view();
    (void)view->grab();
    QVERIFY(QTest::qWaitFor([&] { return view->horizontalScrollBar()->maximum() > 30'000'000; }, patience));
    view->horizontalScrollBar()->setValue(view->horizontalScrollBar()->maximum());
    (void)view->grab();
    m_pane->search()->open();
    QTest::keyClicks(m_pane->findChild<QLineEdit *>(QStringLiteral("searchWords")), QStringLiteral("THE END"));
    auto *result = m_pane->findChild<QLabel *>(QStringLiteral("searchResult"));
    QVERIFY(QTest::qWaitFor([&] { return result->text() == QStringLiteral("1 of 1"); }, patience));
    m_pane->toggleWrap();
    QVERIFY(view->contentHeight() > 100'000);
    view->scrollToContent(view->contentHeight());
    (void)view->grab();
    m_pane->toggleWrap();
}

void TestDiffView::searchGoesRoundAndOpensWhatIsCollapsed()
{
    show(change("needle one\n" + numbered(1, 100) + "end\n", "needle one\n" + numbered(1, 100) + "the Needle two\n"));
    auto *view = m_pane->view();
    auto *result = m_pane->findChild<QLabel *>(QStringLiteral("searchResult"));
    auto *words = m_pane->findChild<QLineEdit *>(QStringLiteral("searchWords"));
    QVERIFY(words && result);
    m_pane->search()->open();
    QTest::keyClicks(words, QStringLiteral("needle"));
    // From the place of the reader, who stands at the changed last line.
    QVERIFY(QTest::qWaitFor([&] { return result->text() == QStringLiteral("2 of 2"); }, patience));
    QCOMPARE(currentNewLine(), LineNumber{102});
    QTest::keyClick(words, Qt::Key_Return);
    QCOMPARE(result->text(), QStringLiteral("1 of 2"));
    QCOMPARE(currentNewLine(), LineNumber{1});
    QCOMPARE(view->model().items().front().kind, DiffModel::Kind::Code);
    QTest::keyClick(words, Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(currentNewLine(), LineNumber{102});
    m_pane->findChild<QCheckBox *>(QStringLiteral("searchCase"))->setChecked(true);
    QVERIFY(QTest::qWaitFor([&] { return result->text() == QStringLiteral("1 of 1"); }, patience));
    QTest::keyClick(words, Qt::Key_Escape);
    QVERIFY(!words->isVisible());
    QVERIFY(view->hasFocus());
}

void TestDiffView::changeAndHitFarToTheRightComeIntoView()
{
    std::string far;
    for (int i = 0; i < 400; ++i)
        far += "f(" + std::to_string(i) + "); ";
    show(change("top\n" + numbered(1, 9) + far + "old\n" + numbered(10, 19) + "x\n",
                "top needle\n" + numbered(1, 9) + far + "new\n" + numbered(10, 19) + "y\n"));
    auto *view = m_pane->view();
    auto *across = view->horizontalScrollBar();
    QVERIFY(view->nextHunk());
    QVERIFY(across->value() > 0);
    const auto isInSight = [&](std::size_t byte) {
        const QRect line = view->itemRect(view->currentItem());
        const int x = pointOf(view->currentItem(), Side::New, static_cast<int>(byte)).x() - across->value();
        return line.isValid() && x > view->viewport()->width() / 2 && x < view->viewport()->width();
    };
    QVERIFY(isInSight(far.size()));
    QVERIFY(view->nextHunk());
    QCOMPARE(across->value(), 0); // what is at the left is shown from the left
    m_pane->search()->open();
    QTest::keyClicks(m_pane->findChild<QLineEdit *>(QStringLiteral("searchWords")), QStringLiteral("f(399)"));
    auto *result = m_pane->findChild<QLabel *>(QStringLiteral("searchResult"));
    QVERIFY(QTest::qWaitFor([&] { return result->text().endsWith(QStringLiteral(" of 2")); }, patience));
    QVERIFY(across->value() > 0);
}

void TestDiffView::wrongPatternIsExplained()
{
    show(change("a\n", "b\n"));
    m_pane->search()->open();
    m_pane->findChild<QCheckBox *>(QStringLiteral("searchPattern"))->setChecked(true);
    QTest::keyClicks(m_pane->findChild<QLineEdit *>(QStringLiteral("searchWords")), QStringLiteral("a("));
    auto *result = m_pane->findChild<QLabel *>(QStringLiteral("searchResult"));
    QVERIFY(QTest::qWaitFor([&] { return result->text().startsWith(QStringLiteral("Not a regular expression")); }, patience));
}

void TestDiffView::mouseSelectsCharactersOfOneSide()
{
    show(change("alpha beta\nsecond line\n", "alpha gamma\nsecond line\n"));
    auto *view = m_pane->view();
    QTest::mousePress(view->viewport(), Qt::LeftButton, {}, pointOf(0, Side::New, 6));
    QTest::mouseMove(view->viewport(), pointOf(0, Side::New, 11));
    QTest::mouseRelease(view->viewport(), Qt::LeftButton, {}, pointOf(0, Side::New, 11));
    QCOMPARE(view->selectedText(), QStringLiteral("gamma"));
    QTest::mousePress(view->viewport(), Qt::LeftButton, {}, pointOf(0, Side::Old, 6));
    QTest::mouseMove(view->viewport(), pointOf(1, Side::Old, 6));
    QTest::mouseRelease(view->viewport(), Qt::LeftButton, {}, pointOf(1, Side::Old, 6));
    QCOMPARE(view->selectedText(), QStringLiteral("beta\nsecond"));
    QTest::keyClick(view, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("beta\nsecond"));
    QTest::keyClick(view, Qt::Key_Home);
    QCOMPARE(view->selectedText(), QStringLiteral("alpha beta\n")); // the side that was pointed at last
    view->copyOldSide();
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("alpha beta\n"));
}

void TestDiffView::doubleClickSelectsAWord()
{
    show(change("x\n", "call(some_name, gr\u00FCn)\n"));
    auto *view = m_pane->view();
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, pointOf(0, Side::New, 8));
    QTest::mouseDClick(view->viewport(), Qt::LeftButton, {}, pointOf(0, Side::New, 8));
    QCOMPARE(view->selectedWord(), QStringLiteral("some_name"));
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, pointOf(0, Side::New, 17));
    QTest::mouseDClick(view->viewport(), Qt::LeftButton, {}, pointOf(0, Side::New, 17));
    QCOMPARE(view->selectedWord(), QString::fromUtf8("gr\u00FCn"));
}

void TestDiffView::cardsHaveButtons()
{
    show(change(numbered(1, 20), numbered(1, 20) + "new\n"), {finding(21)});
    auto *view = m_pane->view();
    QSignalSpy spy(view, &DiffView::cardAction);
    QVERIFY(view->nextFinding());
    const QRect card = view->itemRect(view->currentItem());
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, QPoint(52 + 12 + 20, card.bottom() - 6 - 12 - 8));
    QCOMPARE(spy.size(), 1);
    QCOMPARE(spy[0][0].toString(), QStringLiteral("f1"));
    QCOMPARE(spy[0][1].value<CardAction>(), CardAction::Acknowledge);
    view->setDecisions({{"f1", QStringLiteral("acknowledged")}});
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {},
                      QPoint(52 + 12 + 20, view->itemRect(view->currentItem()).bottom() - 26));
    QCOMPARE(spy.size(), 2);
    QCOMPARE(spy[1][1].value<CardAction>(), CardAction::Reopen);
}

void TestDiffView::otherEndOfAMoveIsOneKeyAway()
{
    const std::string block = "def settle(account, amount):\n    account.balance -= amount\n    ledger.append(account, amount)\n";
    show(change(block + numbered(1, 50), numbered(1, 50) + block));
    auto *view = m_pane->view();
    const int from = view->currentItem();
    QCOMPARE(view->model().row(view->model().items()[static_cast<std::size_t>(from)]).kind, RowKind::MovedFrom);
    view->jumpToOtherEnd();
    QCOMPARE(view->currentLine(), std::pair(Side::New, LineNumber{51}));
    view->jumpToOtherEnd();
    QCOMPARE(view->currentItem(), from);
}

void TestDiffView::whitespaceModeSaysWhatItHides()
{
    show(change("a = 1\n" + numbered(1, 30) + "b = 2\n", "a  =  1\n" + numbered(1, 30) + "b = 3\n"));
    auto *view = m_pane->view();
    auto *header = m_pane->findChild<QLabel *>(QStringLiteral("diffHeader"));
    QVERIFY(header->text().contains(QStringLiteral("of 2")));
    QVERIFY(view->showLine(Side::New, 32));
    m_pane->nextWhitespaceMode(); // line ends
    m_pane->nextWhitespaceMode(); // amount
    QVERIFY(QTest::qWaitFor([&] { return !m_pane->isBusy(); }, patience));
    QCOMPARE(view->model().file()->rows.hunks.size(), 1U);
    QVERIFY2(header->text().contains(QStringLiteral("hunk 1 of 1")), qPrintable(header->text()));
    QVERIFY2(header->text().contains(QStringLiteral("amount of white space")), qPrintable(header->text()));
    QVERIFY2(header->text().contains(QStringLiteral("1 hunk(s) hidden")), qPrintable(header->text()));
    QCOMPARE(currentNewLine(), LineNumber{32});
    m_pane->nextWhitespaceMode();
    m_pane->nextWhitespaceMode();
    QVERIFY(QTest::qWaitFor([&] { return !m_pane->isBusy(); }, patience));
    QCOMPARE(view->model().file()->rows.hunks.size(), 2U);
}

void TestDiffView::readMarkInWhitespaceModeMeansTheExactHunks()
{
    show(change("a = 1\n" + numbered(1, 30) + "b = 2\n", "a  =  1\n" + numbered(1, 30) + "b = 3\n"));
    for (int i = 0; i < 3; ++i)
        m_pane->nextWhitespaceMode();
    QVERIFY(QTest::qWaitFor([&] { return !m_pane->isBusy(); }, patience));
    m_pane->view()->nextHunk();
    QCOMPARE(m_pane->pointedAt(), (RowsOfHunks{{1, review::RowSet::all()}})); // the first is not on the screen: not read
    m_pane->setRead({{0, review::RowSet::all()}});
    QVERIFY(!m_pane->view()->isHunkRead(1));
    m_pane->setRead({{1, review::RowSet::all()}});
    QVERIFY(m_pane->view()->isHunkRead(1));
}

void TestDiffView::viewIsATableToAssistiveTechnology()
{
    ProvenanceRun run;
    run.lines = {11, 11};
    run.level = ProvenanceLevel::Asserted;
    run.isAi = true;
    m_pane->setFile(change(numbered(1, 10), numbered(1, 10) + "danger()\n"), {finding(11)}, {run});
    auto *view = m_pane->view();
    view->setFocus();
    auto *accessible = QAccessible::queryAccessibleInterface(view);
    QVERIFY(accessible);
    QCOMPARE(accessible->role(), QAccessible::Table);
    auto *table = accessible->tableInterface();
    QVERIFY(table);
    QCOMPARE(table->columnCount(), 2);
    QCOMPARE(table->rowCount(), static_cast<int>(view->model().items().size()));
    const int row = view->model().nextHunk(-1, 1);
    auto *added = table->cellAt(row, 1);
    QVERIFY(added);
    QCOMPARE(added->text(QAccessible::Name), QStringLiteral("line 11 added, AI-assisted, 1 finding(s): danger()"));
    QCOMPARE(table->cellAt(row, 0)->text(QAccessible::Name), QStringLiteral("no line on the old side"));
    QCOMPARE(table->cellAt(row - 1, 0)->text(QAccessible::Name), QStringLiteral("old line 10: line 10"));
    QVERIFY(table->rowDescription(row + 1).startsWith(QStringLiteral("finding DST-03")));
    QVERIFY(added->state().focused);
    QCOMPARE(accessible->indexOfChild(added), row * 2 + 1);
    QCOMPARE(accessible->child(row * 2 + 1), added);
    QVERIFY(table->selectRow(row - 1));
    QCOMPARE(view->currentItem(), row - 1);
    QVERIFY(!added->state().focused);
    QCOMPARE(table->selectedRows(), QList<int>{row - 1});
    const QRect place = table->cellAt(row, 1)->rect();
    QCOMPARE(accessible->childAt(place.center().x(), place.center().y()), added);
    m_pane->toggleUnified();
    QCOMPARE(table->columnCount(), 1);
    m_pane->toggleUnified();
    QVERIFY(!table->cellAt(100'000, 0));
}

void TestDiffView::coloursArriveForFarLinesToo()
{
    std::string text;
    for (int i = 0; i < 30'000; ++i)
        text += "def f" + std::to_string(i) + "(): # why\n";
    show(change(text, text + "def last(): # end\n"));
    auto *view = m_pane->view();
    (void)view->grab();
    const auto hasColours = [&] {
        const QImage picture = view->grab().toImage();
        const QRgb comment = Theme::light().syntax(syntax::Style::Keyword).rgb();
        for (int y = 0; y < picture.height(); ++y) {
            for (int x = 0; x < picture.width(); ++x) {
                if (picture.pixel(x, y) == comment)
                    return true;
            }
        }
        return false;
    };
    QVERIFY(QTest::qWaitFor(hasColours, patience)); // the hunk is at the far end
}

void TestDiffView::manyTinyHunksAndAMillionLines()
{
    std::string before;
    std::string after;
    for (int i = 0; i < 300'000; ++i) {
        before += "value " + std::to_string(i) + "\n";
        after += (i % 3 == 0 ? "other " : "value ") + std::to_string(i) + "\n";
    }
    show(change(before, after));
    auto *view = m_pane->view();
    QCOMPARE(view->model().file()->rows.hunks.size(), 100'000U);
    QTest::keyClick(view, Qt::Key_End);
    QCOMPARE(currentNewLine(), LineNumber{300'000});
    QVERIFY(view->previousHunk());
    QVERIFY(!view->grab().isNull());
    m_pane->toggleUnified();
    QTest::keyClick(view, Qt::Key_End);
    QCOMPARE(currentNewLine(), LineNumber{300'000});
    m_pane->toggleUnified();
    std::string lines;
    for (int i = 0; i < 1'000'000; ++i)
        lines += "line\n";
    show(change(lines, lines + "more\n"));
    view->expandAll();
    QTest::keyClick(view, Qt::Key_End);
    QCOMPARE(currentNewLine(), LineNumber{1'000'001});
    QVERIFY(!view->grab().isNull());
}

QTEST_MAIN(TestDiffView)
#include "tst_diffview.moc"
