// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "impact/History.h"
#include "support/RepositoryBuilder.h"

#include <QFile>
#include <QTest>

using namespace countersign;
using namespace countersign::impact;

class TestHistory : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void answersAreThoseOfTheTip();
    void keptHistoryGoesOnWhereItEnded();
    void featuresStandAsTheyWereBefore();
    void noProgramOfTheRepositoryRuns();
    void fixesAreToldFromTheSubject_data();
    void fixesAreToldFromTheSubject();

private:
    [[nodiscard]] History::Answer ask(History &history, const Oid &tip, const std::string &author = "ann@example.com") const;
    std::unique_ptr<test::RepositoryBuilder> m_builder;
    std::vector<Oid> m_commits;
};

void TestHistory::init()
{
    m_builder = std::make_unique<test::RepositoryBuilder>();
    m_commits.clear();
    for (int i = 0; i < 4; ++i) {
        const std::string text = std::to_string(i) + "\n";
        m_commits.push_back(
            m_builder->commit({.files = {{"a.py", text}, {"b.py", text}}, .message = i == 2 ? "Fix it" : "Add it"}));
    }
    m_commits.push_back(m_builder->commit({.files = {{"c.py", "1\n2\n"}}, .author = "Bob <BOB@example.com>"}));
}

History::Answer TestHistory::ask(History &history, const Oid &tip, const std::string &author) const
{
    const auto repository = git::Repository::open(m_builder->path());
    const auto read = history.readUpTo(*repository, tip);
    if (!read)
        qFatal("%s", read.error().what.english().c_str());
    return history.ask(history.changesUpTo(tip), {{"a.py"}, author, 1767225600 + 86400});
}

void TestHistory::answersAreThoseOfTheTip()
{
    History history;
    const auto late = ask(history, m_commits[4]);
    QCOMPARE(late.features[static_cast<std::size_t>(risk::Factor::Revisions)], std::optional<double>(4));
    QCOMPARE(late.features[static_cast<std::size_t>(risk::Factor::Authors)], std::optional<double>(1));
    QCOMPARE(late.features[static_cast<std::size_t>(risk::Factor::Experience)], std::optional<double>(4));
    QCOMPARE(late.mostFixes, 1U);
    QCOMPARE(late.coChange.size(), 1U);
    QCOMPARE(late.coChange.front().file, std::string("b.py"));
    QCOMPARE(late.coChange.front().confidence, 1.0);
    // The same object, asked about an earlier tip, knows nothing of what came later.
    const auto early = ask(history, m_commits[1]);
    QCOMPARE(early.features[static_cast<std::size_t>(risk::Factor::Revisions)], std::optional<double>(2));
    QCOMPARE(early.mostFixes, 0U);
    QVERIFY(early.coChange.empty());
    QCOMPARE(ask(history, m_commits[4], "bob@example.com").features[static_cast<std::size_t>(risk::Factor::Experience)],
             std::optional<double>(1));
}

void TestHistory::keptHistoryGoesOnWhereItEnded()
{
    const QTemporaryDir folder;
    const std::filesystem::path file = folder.filePath(QStringLiteral("cache/history")).toStdString();
    {
        History history(file);
        (void)ask(history, m_commits[2]);
        QCOMPARE(history.commitCount(), 3U);
    }
    History history(file);
    QCOMPARE(history.commitCount(), 3U);
    const auto kept = ask(history, m_commits[4]);
    QCOMPARE(history.commitCount(), 5U);
    History fresh;
    const auto anew = ask(fresh, m_commits[4]);
    QCOMPARE(kept.features, anew.features);
    QCOMPARE(kept.coChange, anew.coChange);
}

void TestHistory::featuresStandAsTheyWereBefore()
{
    History history;
    const auto repository = git::Repository::open(m_builder->path());
    QVERIFY(history.readUpTo(*repository, m_commits[4]));
    QVERIFY(history.readSizes(*repository, m_commits[4], sizedChanges));
    const auto changes = history.changesUpTo(m_commits[4]);
    QCOMPARE(changes.size(), 5U);
    const auto features = history.featuresOf(changes, 0);
    QCOMPARE(features[0][static_cast<std::size_t>(risk::Factor::Revisions)], std::optional<double>(0));
    QCOMPARE(features[3][static_cast<std::size_t>(risk::Factor::Revisions)], std::optional<double>(3));
    QCOMPARE(features[3][static_cast<std::size_t>(risk::Factor::Files)], std::optional<double>(2));
    QCOMPARE(features[3][static_cast<std::size_t>(risk::Factor::Entropy)], std::optional<double>(1));
    QCOMPARE(features[2][static_cast<std::size_t>(risk::Factor::IsFix)], std::optional<double>(1));
    QCOMPARE(features[4][static_cast<std::size_t>(risk::Factor::LinesAdded)], std::optional<double>(2));
}

void TestHistory::noProgramOfTheRepositoryRuns()
{
    const QTemporaryDir folder;
    const QString trace = folder.filePath(QStringLiteral("ran"));
    const QString program = folder.filePath(QStringLiteral("program"));
    QFile script(program);
    QVERIFY(script.open(QIODevice::WriteOnly));
    script.write("#!/bin/sh\ntouch " + trace.toUtf8() + "\n");
    script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    script.close();
    for (const char *key : {"core.fsmonitor", "core.pager", "diff.external", "diff.evil.textconv", "diff.evil.command",
                            "gpg.program", "core.sshCommand", "core.alternateRefsCommand"})
        m_builder->git({QStringLiteral("config"), QString::fromLatin1(key), program});
    m_builder->git({QStringLiteral("config"), QStringLiteral("log.showSignature"), QStringLiteral("true")});
    const Oid tip = m_builder->commit({.files = {{".gitattributes", "*.py diff=evil\n"}, {"a.py", "evil\n"}}});
    History history;
    const auto repository = git::Repository::open(m_builder->path());
    QVERIFY(history.readUpTo(*repository, tip));
    QVERIFY(history.readSizes(*repository, tip, sizedChanges));
    QCOMPARE(history.commitCount(), 6U);
    QVERIFY(!QFile::exists(trace));
}

void TestHistory::fixesAreToldFromTheSubject_data()
{
    QTest::addColumn<QString>("subject");
    QTest::addColumn<bool>("isFix");
    QTest::newRow("fix") << "Fix crash" << true;
    QTest::newRow("fixes") << "this fixes #12" << true;
    QTest::newRow("bugfix") << "Bugfix for orders" << true;
    QTest::newRow("revert") << "Revert \"Add it\"" << true;
    QTest::newRow("prefix") << "Add a prefix" << false;
    QTest::newRow("debug") << "Better debug output" << false;
}

void TestHistory::fixesAreToldFromTheSubject()
{
    QFETCH(QString, subject);
    QTEST(risk::speaksOfFix(subject.toStdString()), "isFix");
}

QTEST_GUILESS_MAIN(TestHistory)
#include "tst_history.moc"
