// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/RepositoryBuilder.h"
#include "ui/Background.h"
#include "ui/MainWindow.h"
#include "ui/change/ChangePage.h"
#include "ui/diffview/DiffView.h"
#include "ui/queue/QueuePage.h"
#include "ui/style/Theme.h"

#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTest>

using namespace countersign;
using namespace countersign::ui;

/// Reading a long file in the real window, by keyboard: what is marked, selected and in sight stays so, whatever happens around.
class TestReading : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void selectedLinesAreMarkedAlone();
    void placeAndMarksSurviveARefresh();
    void placeAndMarksSurviveAPush();
    void placeAndMarksSurviveEveryMode();
    void reopeningTheChangeLeadsBackToThePlace();
    void commitMessagesAreReadLikeAFile();
    void encodingIsChosenByHand();
    void changeThatIsGoneIsExplained();

private:
    void open();
    bool settle();
    void goTo(LineNumber line);
    [[nodiscard]] LineNumber currentLine() const;
    [[nodiscard]] QPoint placeOnScreen() const;
    [[nodiscard]] bool isRead(LineNumber line) const;
    [[nodiscard]] DiffView *diff() const { return m_window->changePage()->diffView(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<test::RepositoryBuilder> m_repository;
    std::unique_ptr<MainWindow> m_window;
};

namespace
{

std::string source(int functions, int edited = -1, const std::string &top = {})
{
    std::string text = top;
    for (int i = 0; i < functions; ++i) {
        const std::string n = std::to_string(i);
        text += "int function_number_" + n + "(int value)\n{\n    return value + " + (i == edited ? "1000" : n) + ";\n}\n";
    }
    return text;
}

} // namespace

void TestReading::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    qputenv("XDG_CONFIG_HOME", m_folder->filePath(QStringLiteral("config")).toUtf8());
    qputenv("COUNTERSIGN_STORE", m_folder->filePath(QStringLiteral("reviews.sqlite")).toUtf8());
    applyTheme(*qApp, QStringLiteral("light"));
    m_repository = std::make_unique<test::RepositoryBuilder>();
    m_repository->commit({.files = {{"readme.txt", "one\n"}}});
    m_repository->commit({.branch = "feature", .files = {{"code.cpp", source(100)}}, .from = "main"});
    m_window = std::make_unique<MainWindow>();
    m_window->resize(1400, 900);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    open();
}

void TestReading::cleanup()
{
    m_window.reset();
    Background::shared().waitForDone();
}

bool TestReading::settle()
{
    return QTest::qWaitFor([&] { return m_window->isSettled() && m_window->changePage()->hasChange(); }, 20'000);
}

void TestReading::open()
{
    m_window->openRepository(QString::fromStdString(m_repository->path()), QStringLiteral("feature"));
    QVERIFY(settle());
    diff()->setFocus();
}

void TestReading::goTo(LineNumber line)
{
    QVERIFY(diff()->showLine(Side::New, line));
    diff()->setFocus();
}

LineNumber TestReading::currentLine() const
{
    return diff()->currentLine().second;
}

QPoint TestReading::placeOnScreen() const
{
    return diff()->itemRect(diff()->currentItem()).topLeft();
}

bool TestReading::isRead(LineNumber line) const
{
    return diff()->isRowRead(static_cast<std::uint32_t>(diff()->model().rowOfLine(Side::New, line)));
}

void TestReading::selectedLinesAreMarkedAlone()
{
    goTo(9);
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(diff(), Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(diff(), Qt::Key_M);
    QCOMPARE(currentLine(), LineNumber{13}); // the next unread line
    QVERIFY(!isRead(8) && isRead(9) && isRead(12) && !isRead(13));
    QVERIFY(!diff()->isHunkRead(1));
    QVERIFY(settle());
    QVERIFY2(
        m_window->findChild<QLabel *>(QStringLiteral("changeStatus"))->text().startsWith(QStringLiteral("Read 4 / 400 lines")),
        qPrintable(m_window->findChild<QLabel *>(QStringLiteral("changeStatus"))->text()));

    // Part of it taken back, then everything else read at once.
    goTo(10);
    QTest::keyClick(diff(), Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(diff(), Qt::Key_M, Qt::ShiftModifier);
    QVERIFY(isRead(9) && !isRead(10) && !isRead(11) && isRead(12));
    goTo(50);
    QTest::keyClick(diff(), Qt::Key_M);
    QCOMPARE(m_window->changePage()->currentFile(), 1); // nothing unread is left here
    QTest::keyClick(diff(), Qt::Key_BracketLeft);
    QVERIFY(diff()->isHunkRead(1));
    QVERIFY(settle());
    QVERIFY(diff()->isHunkRead(1));
}

void TestReading::placeAndMarksSurviveARefresh()
{
    goTo(201);
    QTest::keyClick(diff(), Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(diff(), Qt::Key_M);
    goTo(301);
    for (int i = 0; i < 2; ++i)
        QTest::keyClick(diff(), Qt::Key_Down, Qt::ShiftModifier);
    const QString selected = diff()->selectedText();
    QCOMPARE(selected.count(QLatin1Char('\n')), 3);
    const QPoint place = placeOnScreen();
    QTest::keyClick(diff(), Qt::Key_F5);
    QVERIFY(!m_window->isSettled());
    QCOMPARE(currentLine(), LineNumber{303}); // nothing is taken away while it is read again
    QVERIFY(settle());
    QCOMPARE(currentLine(), LineNumber{303});
    QCOMPARE(placeOnScreen(), place);
    QCOMPARE(diff()->selectedText(), selected);
    QVERIFY(isRead(201) && isRead(202) && !isRead(203));
}

void TestReading::placeAndMarksSurviveAPush()
{
    goTo(1);
    QTest::keyClick(diff(), Qt::Key_M); // all of it
    QVERIFY(settle());
    QTest::keyClick(diff(), Qt::Key_BracketLeft);
    goTo(301);
    QTest::keyClick(diff(), Qt::Key_Down, Qt::ShiftModifier);
    const QString selected = diff()->selectedText();
    const QPoint place = placeOnScreen();
    // Three lines come in above, and function 20 (lines 81 to 84 before) returns something else.
    m_repository->commit({.branch = "feature", .files = {{"code.cpp", source(100, 20, "// one\n// two\n// three\n")}}});
    QTest::keyClick(diff(), Qt::Key_F5);
    QVERIFY(settle());
    QCOMPARE(currentLine(), LineNumber{305});
    QCOMPARE(diff()->selectedText(), selected);
    QCOMPARE(placeOnScreen(), place);
    for (LineNumber line = 1; line <= 403; ++line)
        QVERIFY2(isRead(line) == (line > 3 && line != 86), qPrintable(QString::number(line)));
    QVERIFY(
        m_window->findChild<QLabel *>(QStringLiteral("changeStatus"))->text().startsWith(QStringLiteral("Read 399 / 403 lines")));

    // What the window took over is in the store: another window knows it, too.
    m_window = std::make_unique<MainWindow>();
    m_window->resize(1400, 900);
    m_window->show();
    open();
    QVERIFY(!isRead(1) && isRead(4) && !isRead(86) && isRead(403));
}

void TestReading::placeAndMarksSurviveEveryMode()
{
    goTo(201);
    for (int i = 0; i < 2; ++i)
        QTest::keyClick(diff(), Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(diff(), Qt::Key_M);
    goTo(201);
    for (int i = 0; i < 2; ++i)
        QTest::keyClick(diff(), Qt::Key_Down, Qt::ShiftModifier);
    const QString selected = diff()->selectedText();
    auto *pane = m_window->changePage()->diffPane();
    const auto isKept = [&] {
        return QTest::qWaitFor([&] { return !pane->isBusy(); }, 20'000) && currentLine() == 203
            && diff()->selectedText() == selected && isRead(201) && isRead(203) && !isRead(204)
            && diff()->viewport()->rect().intersects(diff()->itemRect(diff()->currentItem()));
    };
    QVERIFY(isKept());
    for (const auto &mode : {&DiffPane::toggleUnified, &DiffPane::toggleWrap, &DiffPane::nextWhitespaceMode, &DiffPane::zoomIn}) {
        (pane->*mode)();
        QVERIFY(isKept());
    }
    m_window->resize(900, 600);
    QVERIFY(isKept());
    for (const auto &mode : {&DiffPane::toggleUnified, &DiffPane::toggleWrap, &DiffPane::zoomOut}) {
        (pane->*mode)();
        QVERIFY(isKept());
    }
}

void TestReading::reopeningTheChangeLeadsBackToThePlace()
{
    goTo(250);
    const QPoint place = placeOnScreen();
    QTest::keyClick(m_window.get(), Qt::Key_1, Qt::ControlModifier);
    m_window->openChange(QStringLiteral("feature"));
    QVERIFY(settle());
    QCOMPARE(currentLine(), LineNumber{250});
    QCOMPARE(placeOnScreen(), place);
}

void TestReading::commitMessagesAreReadLikeAFile()
{
    QTest::keyClick(diff(), Qt::Key_BracketRight);
    QCOMPARE(m_window->changePage()->currentFile(), 1);
    QVERIFY(diff()->model().file()->newText.bytes().contains("Author: Ann Author <ann@example.com>"));
    auto *list = m_window->findChild<QListView *>(QStringLiteral("fileList"));
    QCOMPARE(list->currentIndex().data().toString(), QStringLiteral("Commit messages"));
    QTest::keyClick(diff(), Qt::Key_M);
    QVERIFY(settle());
    QVERIFY(diff()->isHunkRead(1));
    // It is no line of the change.
    QVERIFY(
        m_window->findChild<QLabel *>(QStringLiteral("changeStatus"))->text().startsWith(QStringLiteral("Read 0 / 400 lines")));
    goTo(4);
    m_window->changePage()->comment();
    auto *text = m_window->findChild<QPlainTextEdit *>(QStringLiteral("commentText"));
    QTest::keyClicks(text, QStringLiteral("Which ticket?"));
    m_window->findChild<QPushButton *>(QStringLiteral("commentPost"))->click();
    QVERIFY(settle());
    QVERIFY(diff()->model().nextComment(-1, 1) > 0);

    // Another commit: what was read of the first message stays read, and the comment stays under its line.
    m_repository->commit({.branch = "feature", .files = {{"more.txt", "more\n"}}, .message = "Add more"});
    QTest::keyClick(m_window.get(), Qt::Key_F5);
    QVERIFY(settle());
    QVERIFY(isRead(1) && isRead(4) && !isRead(8));
    QVERIFY(diff()->model().file()->newText.line(9) == "Add more" || diff()->model().file()->newText.line(8) == "Add more");
    const int comment = diff()->model().nextComment(-1, 1);
    QVERIFY(comment > 0);
    QCOMPARE(diff()->model().comment(diff()->model().items()[static_cast<std::size_t>(comment)]).line, LineNumber{4});
}

void TestReading::encodingIsChosenByHand()
{
    m_repository->commit({.branch = "feature", .files = {{"code.cpp", std::nullopt}, {"legacy.txt", "gr\xfc\xdf dir\n"}}});
    QTest::keyClick(diff(), Qt::Key_F5);
    QVERIFY(settle());
    auto *pane = m_window->changePage()->diffPane();
    const auto shown = [&] {
        return QTest::qWaitFor([&] { return !pane->isBusy(); }, 20'000) ? diff()->model().file()->newEncoding
                                                                        : TextEncoding::Utf32Be;
    };
    QCOMPARE(diff()->model().file()->path(), "legacy.txt");
    QCOMPARE(shown(), TextEncoding::Latin1);
    QTest::keyClick(diff(), Qt::Key_M);
    QTest::keyClick(diff(), Qt::Key_BracketLeft);
    pane->setEncodings({std::nullopt, TextEncoding::Utf8});
    QCOMPARE(shown(), TextEncoding::Utf8);
    QVERIFY(m_window->findChild<QLabel *>(QStringLiteral("diffHeader"))->text().contains(QStringLiteral("read as")));
    QVERIFY(diff()->isHunkRead(1)); // the same lines
    // An odd number of bytes is no UTF-16: said, and nothing is taken away.
    pane->setEncodings({std::nullopt, TextEncoding::Utf16Le});
    QCOMPARE(shown(), TextEncoding::Latin1);
    QCOMPARE(diff()->model().items()[0].kind, DiffModel::Kind::Note);
    pane->setEncodings({});
    QCOMPARE(shown(), TextEncoding::Latin1);
    QCOMPARE(diff()->model().notes().size(), 1); // only what is said of a legacy encoding
    pane->chooseEncoding();
    auto *menu = pane->findChild<QMenu *>(QStringLiteral("encodingMenu"));
    QVERIFY(menu && menu->actions().size() == static_cast<qsizetype>(offeredEncodings().size()) + 2);
    menu->close();
}

void TestReading::changeThatIsGoneIsExplained()
{
    m_repository->git({QStringLiteral("branch"), QStringLiteral("-D"), QStringLiteral("feature")});
    QTest::keyClick(diff(), Qt::Key_F5);
    QVERIFY(QTest::qWaitFor([&] { return m_window->isSettled(); }, 20'000));
    QVERIFY(!m_window->changePage()->hasChange());
    QCOMPARE(m_window->findChild<QLabel *>(QStringLiteral("changeTitle"))->text(),
             QStringLiteral("This change cannot be opened"));
}

QTEST_MAIN(TestReading)
#include "tst_reading.moc"
