// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/RepositoryBuilder.h"
#include "ui/Background.h"
#include "ui/MainWindow.h"
#include "ui/change/ChangePage.h"
#include "ui/change/FileSteps.h"
#include "ui/change/FindingPanel.h"
#include "ui/change/ImportedReports.h"
#include "ui/change/TagDialog.h"
#include "ui/diffview/DiffView.h"
#include "ui/style/Theme.h"

#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

using namespace countersign;
using namespace countersign::ui;

/// What other programs say about the opened change, and what the reader says about who wrote it.
class TestImportedReports : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void annotationsStandInThePanelAndUnderTheirLines();
    void theSameReportTwiceSaysThingsOnce();
    void annotationLeadsToItsLine();
    void annotationsAreNoFindingsAndNoDecisions();
    void coverageIsShownPerFileAndChange();
    void importedReportsSurviveARefresh();
    void importedReportsFollowTheirLinesOverAPush();
    void importedReportsOfEditedLinesAreNamed();
    void importedReportsOfAnotherChangeAreForgotten();
    void brokenReportIsExplained();
    void brokenReportLeavesTheOthers();
    void lookAlikesAreFoldedUnderTheFirst();
    void selectedLinesAreTagged();
    void tagNeedsATool();

private:
    bool settle();
    QString write(const QString &name, const QByteArray &content);
    void import(const QStringList &files);
    void push(const std::string &content);
    void readAgain();
    [[nodiscard]] QStringList listed() const;
    [[nodiscard]] ChangePage *page() const { return m_window->changePage(); }
    [[nodiscard]] QTreeWidget *list() const { return page()->findChild<QTreeWidget *>(QStringLiteral("findingList")); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<test::RepositoryBuilder> m_repository;
    std::unique_ptr<MainWindow> m_window;
};

namespace
{

const QByteArray sarif = R"({"version": "2.1.0", "runs": [{
  "tool": {"driver": {"name": "Scanner", "version": "3"}},
  "results": [{"ruleId": "S1", "level": "error", "message": {"text": "Looks wrong."},
    "locations": [{"physicalLocation": {"artifactLocation": {"uri": "a.py"}, "region": {"startLine": 2}}}]}]}]})";
const QByteArray lcov = "SF:a.py\nDA:1,1\nDA:2,0\nend_of_record\n";

} // namespace

void TestImportedReports::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    qputenv("XDG_CONFIG_HOME", m_folder->filePath(QStringLiteral("config")).toUtf8());
    qputenv("COUNTERSIGN_STORE", m_folder->filePath(QStringLiteral("reviews.sqlite")).toUtf8());
    applyTheme(*qApp, QStringLiteral("light"));
    m_repository = std::make_unique<test::RepositoryBuilder>();
    m_repository->commit({.files = {{"readme.txt", "one\n"}, {"deploy.sh", "echo\n"}, {"clean.sh", "echo\n"}}});
    m_repository->commit({.branch = "feature",
                          .files = {{"a.py", "first = 1\nsecond = 2\nthird = 3\n"},
                                    {"deploy.sh", "echo\nterraform destroy -auto-approve\n"},
                                    {"clean.sh", "echo\nterraform destroy -auto-approve\n"}},
                          .from = "main"});
    m_repository->git({QStringLiteral("config"), QStringLiteral("user.name"), QStringLiteral("Rita")});
    m_repository->git({QStringLiteral("config"), QStringLiteral("user.email"), QStringLiteral("rita@example.com")});
    m_window = std::make_unique<MainWindow>();
    m_window->resize(1400, 900);
    m_window->show();
    m_window->activateWindow(); // without a window manager nobody else does
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_window->openRepository(QString::fromStdString(m_repository->path()), QStringLiteral("feature"));
    QVERIFY(settle());
}

void TestImportedReports::cleanup()
{
    m_window.reset();
    Background::shared().waitForDone();
}

bool TestImportedReports::settle()
{
    return QTest::qWaitFor([&] { return m_window->isSettled() && page()->hasChange() && !page()->isBusy(); }, 20'000);
}

QString TestImportedReports::write(const QString &name, const QByteArray &content)
{
    QFile file(m_folder->filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write");
    return file.fileName();
}

void TestImportedReports::import(const QStringList &files)
{
    page()->importedReports()->setFileChooser([files](QWidget *) { return files; });
    QTest::mouseClick(page()->findChild<QPushButton *>(QStringLiteral("importReport")), Qt::LeftButton);
    QVERIFY(settle());
}

/// Another commit on the branch that is open.
void TestImportedReports::push(const std::string &content)
{
    m_repository->commit({.branch = "feature", .files = {{"a.py", content}}});
}

void TestImportedReports::readAgain()
{
    QTest::keyClick(page()->diffView(), Qt::Key_F5);
    QVERIFY(!m_window->isSettled());
    QVERIFY(settle());
}

QStringList TestImportedReports::listed() const
{
    QStringList texts;
    for (QTreeWidgetItemIterator item(list()); *item; ++item)
        texts << (*item)->text(0);
    return texts;
}

void TestImportedReports::annotationsStandInThePanelAndUnderTheirLines()
{
    import({write(QStringLiteral("r.sarif"), sarif)});
    const QString all = listed().join(QLatin1Char('\n'));
    QVERIFY2(all.contains(QStringLiteral("Scanner 3 · S1\nLooks wrong.\na.py:2")), qPrintable(all));
    while (page()->diffView()->model().file()->path() != "a.py")
        page()->steps()->nextFile();
    const auto &comments = page()->diffView()->model().comments();
    QCOMPARE(comments.size(), 1U);
    QCOMPARE(comments.front().line, 2U);
    QCOMPARE(comments.front().heading, QStringLiteral("Scanner 3 · S1"));
}

void TestImportedReports::theSameReportTwiceSaysThingsOnce()
{
    const QString file = write(QStringLiteral("r.sarif"), sarif);
    import({file, file});
    import({file});
    QCOMPARE(listed().filter(QStringLiteral("Looks wrong.")).size(), 1);
}

void TestImportedReports::annotationLeadsToItsLine()
{
    import({write(QStringLiteral("r.sarif"), sarif)});
    for (QTreeWidgetItemIterator item(list()); *item; ++item) {
        if ((*item)->text(0).contains(QLatin1String("Looks wrong.")))
            list()->setCurrentItem(*item);
    }
    QCOMPARE(page()->diffView()->model().file()->path(), std::string("a.py"));
    QCOMPARE(page()->diffView()->currentLine().second, 2U);
}

void TestImportedReports::annotationsAreNoFindingsAndNoDecisions()
{
    auto *panel = page()->findChild<FindingPanel *>(QStringLiteral("findingPanel"));
    const int before = panel->openCount();
    import({write(QStringLiteral("r.sarif"), sarif)});
    QCOMPARE(panel->openCount(), before);
    list()->setCurrentItem(list()->topLevelItem(list()->topLevelItemCount() - 1)->child(0));
    QVERIFY(!page()->findChild<QComboBox *>(QStringLiteral("findingDecision"))->isEnabled());
    QVERIFY(!page()->findChild<QPushButton *>(QStringLiteral("findingSave"))->isEnabled());
}

void TestImportedReports::coverageIsShownPerFileAndChange()
{
    import({write(QStringLiteral("lcov.info"), lcov)});
    const QStringList texts = listed();
    QVERIFY2(texts.contains(QStringLiteral("Tests run 1 of 2 added lines, 0 of 0 by an AI")),
             qPrintable(texts.join(QLatin1Char('|'))));
    QVERIFY(texts.contains(QStringLiteral("a.py\n1 of 2 added lines, 0 of 0 by an AI")));
}

void TestImportedReports::brokenReportIsExplained()
{
    import({write(QStringLiteral("r.sarif"), "{\"version\": ")});
    QVERIFY(!page()->findChild<QLabel *>(QStringLiteral("findingNote"))->text().isEmpty());
    QVERIFY(page()->hasChange());
}

void TestImportedReports::importedReportsSurviveARefresh()
{
    import({write(QStringLiteral("r.sarif"), sarif), write(QStringLiteral("lcov.info"), lcov)});
    while (page()->diffView()->model().file()->path() != "a.py")
        page()->steps()->nextFile();
    const QStringList before = listed();
    QVERIFY(before.contains(QStringLiteral("a.py\n1 of 2 added lines, 0 of 0 by an AI")));
    for (int i = 0; i < 2; ++i) {
        readAgain();
        QCOMPARE(listed(), before);
        QCOMPARE(page()->diffView()->model().file()->path(), std::string("a.py"));
        QCOMPARE(page()->diffView()->model().comments().size(), 1U);
    }
}

void TestImportedReports::importedReportsFollowTheirLinesOverAPush()
{
    import({write(QStringLiteral("r.sarif"), sarif), write(QStringLiteral("lcov.info"), lcov)});
    push("zero = 0\nfirst = 1\nsecond = 2\nthird = 3\n");
    readAgain();
    QStringList texts = listed();
    QVERIFY2(texts.contains(QStringLiteral("Scanner 3 · S1\nLooks wrong.\na.py:3")), qPrintable(texts.join(QLatin1Char('|'))));
    QVERIFY(texts.contains(QStringLiteral("a.py\n1 of 2 added lines, 0 of 0 by an AI")));
    QVERIFY(texts.filter(QStringLiteral("edited since")).isEmpty());
    push("second = 2\nthird = 3\n"); // and on from there
    readAgain();
    texts = listed();
    QVERIFY(texts.contains(QStringLiteral("Scanner 3 · S1\nLooks wrong.\na.py:1")));
    QVERIFY(texts.contains(QStringLiteral("a.py\n0 of 1 added lines, 0 of 0 by an AI")));
}

void TestImportedReports::importedReportsOfEditedLinesAreNamed()
{
    import({write(QStringLiteral("r.sarif"), sarif), write(QStringLiteral("lcov.info"), lcov)});
    push("first = 1\nsecond = 4\nthird = 3\n");
    readAgain();
    const QStringList texts = listed();
    QVERIFY(texts.filter(QStringLiteral("Looks wrong.")).isEmpty());
    QVERIFY2(texts.contains(QStringLiteral("Results of other tools on lines that have been edited since, left out: 1")),
             qPrintable(texts.join(QLatin1Char('|'))));
    QVERIFY(texts.contains(QStringLiteral("Lines of the coverage report that have been edited since, left out: 1")));
    QVERIFY(texts.contains(QStringLiteral("a.py\n1 of 1 added lines, 0 of 0 by an AI")));
}

void TestImportedReports::importedReportsOfAnotherChangeAreForgotten()
{
    m_repository->commit({.branch = "other", .files = {{"a.py", "first = 1\nsecond = 2\n"}}, .from = "main"});
    import({write(QStringLiteral("r.sarif"), sarif)});
    m_window->openChange(QStringLiteral("other"));
    QVERIFY(settle());
    QVERIFY(listed().filter(QStringLiteral("Looks wrong.")).isEmpty());
}

void TestImportedReports::brokenReportLeavesTheOthers()
{
    import({write(QStringLiteral("r.sarif"), sarif)});
    import({write(QStringLiteral("broken.sarif"), "{\"version\": ")});
    QVERIFY(!page()->findChild<QLabel *>(QStringLiteral("findingNote"))->text().isEmpty());
    QCOMPARE(listed().filter(QStringLiteral("Looks wrong.")).size(), 1);
}

void TestImportedReports::lookAlikesAreFoldedUnderTheFirst()
{
    const QTreeWidgetItem *group = nullptr;
    for (int i = 0; i < list()->topLevelItemCount(); ++i) {
        if (list()->topLevelItem(i)->childCount() > 0)
            group = list()->topLevelItem(i);
    }
    QVERIFY(group);
    QVERIFY(!group->isExpanded());
    QVERIFY(group->text(0).contains(QLatin1String("1 like it")));
    QVERIFY(group->child(0)->text(0).contains(QLatin1String("DST-04")));
}

void TestImportedReports::selectedLinesAreTagged()
{
    while (page()->diffView()->model().file()->path() != "a.py")
        page()->steps()->nextFile();
    page()->diffView()->showLine(Side::New, 1);
    page()->diffView()->setFocus();
    QTest::keyClick(page()->diffView(), Qt::Key_Down, Qt::ShiftModifier);
    page()->tagAsAi();
    auto *dialog = page()->findChild<TagDialog *>(QStringLiteral("tagDialog"));
    QVERIFY(dialog);
    QVERIFY(dialog->findChild<QRadioButton *>(QStringLiteral("tagLines"))->isChecked());
    dialog->findChild<QComboBox *>(QStringLiteral("tagTool"))->setCurrentText(QStringLiteral("claude-code"));
    QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("tagSave")), Qt::LeftButton);
    QVERIFY(QTest::qWaitFor([&] { return !page()->findChild<TagDialog *>(QStringLiteral("tagDialog")); }, 20'000));
    QVERIFY(settle());
    const auto &runs = page()->diffView()->model().provenance();
    const auto ai = std::ranges::find_if(runs, [](const ProvenanceRun &run) { return run.isAi; });
    QVERIFY(ai != runs.end());
    QCOMPARE(ai->lines.first, 1U);
    QCOMPARE(ai->lines.last, 2U);
}

void TestImportedReports::tagNeedsATool()
{
    page()->tagAsAi();
    auto *dialog = page()->findChild<TagDialog *>(QStringLiteral("tagDialog"));
    QVERIFY(dialog);
    QVERIFY(dialog->findChild<QRadioButton *>(QStringLiteral("tagChange"))->isChecked());
    QVERIFY(!dialog->findChild<QPushButton *>(QStringLiteral("tagSave"))->isEnabled());
    dialog->reject();
}

QTEST_MAIN(TestImportedReports)
#include "tst_importedreports.moc"
