// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/RepositoryBuilder.h"
#include "ui/change/OpenedChange.h"

#include <QTemporaryDir>
#include <QTest>

using namespace countersign;
using namespace countersign::ui;

/// What the window gets while a change is being opened, without a window.
class OpenedChangeTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void partsComeAsTheyAreKnown();
    void begunChangeIsTheSame();
    void anotherChangeThanTheBegunOneIsCompared();
    void begunChangeThatIsNotThereIsExplained();
    void begunChangeCanBeCancelled();

private:
    [[nodiscard]] std::shared_ptr<Workspace> workspace(const std::string &change = {}) const
    {
        return *Workspace::open(m_repository.path(), change);
    }

    QTemporaryDir m_cache;
    test::RepositoryBuilder m_repository;
};

void OpenedChangeTest::initTestCase()
{
    qputenv("COUNTERSIGN_CACHE", m_cache.path().toUtf8());
    m_repository.commit({.files = {{"deploy.sh", "true\n"}, {"readme.txt", "one\n"}}});
    m_repository.commit({.branch = "feature", .files = {{"deploy.sh", "terraform destroy -auto-approve\n"}}, .from = "main"});
    m_repository.commit({.branch = "other", .files = {{"readme.txt", "two\n"}}, .from = "main"});
}

void OpenedChangeTest::partsComeAsTheyAreKnown()
{
    QStringList order;
    const EarlyParts early{[&](const std::shared_ptr<const workbench::ChangeReport> &report) {
                               order << QStringLiteral("lines");
                               QVERIFY(report->analysis.findings.empty() && !report->files.front()->rows.rows.empty());
                           },
                           [&](const std::shared_ptr<const workbench::ChangeReport> &report) {
                               order << QStringLiteral("findings");
                               QVERIFY(!report->analysis.findings.empty());
                               QVERIFY(!report->analysis.axes.likelihood);
                           }};
    const auto opened = readChange(*workspace(), "feature", nullptr, early, {}, {});
    QVERIFY(opened.has_value());
    QCOMPARE(order, QStringList({QStringLiteral("lines"), QStringLiteral("findings")}));
    QVERIFY(!opened->report->analysis.findings.empty());
    QVERIFY(opened->report->analysis.axes.likelihood.has_value());
}

void OpenedChangeTest::begunChangeIsTheSame()
{
    const auto begun = workspace("feature");
    const auto taken = begun->compare("feature", {}, {});
    const auto again = begun->compare("feature", {}, {});
    QVERIFY(taken && again);
    QCOMPARE(taken->change.headTree, again->change.headTree);
    QCOMPARE(taken->files->front().path(), again->files->front().path());
    QVERIFY(taken->files != again->files);
}

void OpenedChangeTest::anotherChangeThanTheBegunOneIsCompared()
{
    const auto begun = workspace("feature");
    const auto other = begun->compare("other", {}, {});
    QVERIFY(other.has_value());
    QCOMPARE(other->files->front().path(), std::string("readme.txt"));
}

void OpenedChangeTest::begunChangeThatIsNotThereIsExplained()
{
    const auto begun = workspace("nowhere");
    const auto nothing = begun->compare("nowhere", {}, {});
    QVERIFY(!nothing && !nothing.error().what.english().empty());
}

void OpenedChangeTest::begunChangeCanBeCancelled()
{
    const auto begun = workspace("feature");
    std::stop_source stop;
    stop.request_stop();
    (void)begun->compare("feature", stop.get_token(), {}); // cancelled, or done before: it ends
    QVERIFY(begun->compare("feature", {}, {}).has_value());
}

QTEST_GUILESS_MAIN(OpenedChangeTest)
#include "tst_openedchange.moc"
