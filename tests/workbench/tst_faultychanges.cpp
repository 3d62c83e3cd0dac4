// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/RepositoryBuilder.h"
#include "workbench/Calibrating.h"
#include "workbench/FaultyChanges.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace countersign;
using namespace countersign::workbench;

/// Which changes are blamed for a bug, and which are not.
class TestFaultyChanges : public QObject
{
    Q_OBJECT

private slots:
    void fixBlamesWhatItTakesAway_data();
    void fixBlamesWhatItTakesAway();
    void linesAreFollowedThroughARename();
    void trailerNamesTheChange();
    void revertNamesTheChange();
    void wideFixIsLeftOut();
    void noProgramOfTheRepositoryRuns();
    void stoppedSearchSaysSo();
};

namespace
{

FaultyChanges search(const test::RepositoryBuilder &builder, const Oid &tip)
{
    const auto repository = git::Repository::open(builder.path());
    impact::History history;
    if (!repository || !history.readUpTo(*repository, tip))
        qFatal("no history");
    auto found = findFaultyChanges(*repository, history, history.changesUpTo(tip), 2);
    if (!found)
        qFatal("%s", found.error().what.english().c_str());
    return std::move(*found);
}

const std::string start = "def total(a, b):\n    return a + b\n";

} // namespace

void TestFaultyChanges::fixBlamesWhatItTakesAway_data()
{
    QTest::addColumn<QString>("brought");
    QTest::addColumn<QString>("repaired");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("subject");
    QTest::addColumn<bool>("isBlamed");
    const auto row = [](const char *name, const char *brought, const char *repaired, bool isBlamed, const char *path = "src/a.py",
                        const char *subject = "Fix wrong total") {
        QTest::newRow(name) << QString::fromLatin1(brought) << QString::fromLatin1(repaired) << QString::fromLatin1(path)
                            << QString::fromLatin1(subject) << isBlamed;
    };
    row("a line is replaced", "x = total(1, 2)\n", "x = total(2, 2)\n", true);
    row("a line goes", "x = total(1, 2)\n", "", true);
    row("a comment is replaced", "# adds 1\n", "# adds two\n", false);
    row("a blank line goes", "\n", "", false);
    row("lines are only added", "x = total(1, 2)\n", "x = total(1, 2)\ny = 3\n", false);
    row("a test is repaired", "x = total(1, 2)\n", "x = total(2, 2)\n", false, "tests/test_a.py");
    row("no program", "total is 3\n", "total is 4\n", false, "docs/a.md");
    row("not said to be a fix", "x = total(1, 2)\n", "x = total(2, 2)\n", false, "src/a.py", "Change the total");
    row("a typo", "x = total(1, 2)\n", "x = total(2, 2)\n", false, "src/a.py", "Fix typo");
}

void TestFaultyChanges::fixBlamesWhatItTakesAway()
{
    QFETCH(QString, brought);
    QFETCH(QString, repaired);
    QFETCH(QString, path);
    QFETCH(QString, subject);
    QFETCH(bool, isBlamed);
    test::RepositoryBuilder builder(true);
    const std::string file = path.toStdString();
    builder.commit({.files = {{file, start}}});
    const Oid cause = builder.commit({.files = {{file, start + brought.toStdString()}}, .message = "Use it"});
    builder.commit({.files = {{"src/other.py", "z = 1\n"}}, .message = "Other"});
    const Oid fix = builder.commit({.files = {{file, start + repaired.toStdString()}}, .message = subject.toStdString()});
    const auto found = search(builder, fix);
    QCOMPARE(found.brought.size(), isBlamed ? 1U : 0U);
    QCOMPARE(found.traced, isBlamed ? 1U : 0U);
    if (isBlamed) {
        QCOMPARE(found.brought.begin()->first, cause);
        QCOMPARE(found.brought.begin()->second, 120); // seconds; one minute a commit
    }
}

void TestFaultyChanges::linesAreFollowedThroughARename()
{
    test::RepositoryBuilder builder(true);
    builder.commit({.files = {{"a.py", start}}});
    const Oid cause = builder.commit({.files = {{"a.py", start + "x = total(1, 2)\n"}}});
    builder.commit({.files = {{"a.py", std::nullopt}, {"b.py", start + "x = total(1, 2)\n"}}, .message = "Rename"});
    const Oid fix = builder.commit({.files = {{"b.py", start + "x = total(2, 2)\n"}}, .message = "Fix total"});
    const auto found = search(builder, fix);
    QCOMPARE(found.brought.size(), 1U);
    QCOMPARE(found.brought.begin()->first, cause);
}

void TestFaultyChanges::trailerNamesTheChange()
{
    test::RepositoryBuilder builder(true);
    builder.commit({.files = {{"a.py", start}}});
    const Oid cause = builder.commit({.files = {{"b.py", "x = 1\n"}}});
    const Oid fix = builder.commit(
        {.files = {{"c.py", "y = 1\n"}}, .message = "Mend it\n\nFixes: " + cause.hex().substr(0, 12) + " (\"Change\")\n"});
    const auto found = search(builder, fix);
    QCOMPARE(found.trailers, 1U);
    QCOMPARE(found.fixes, 0U);
    QVERIFY(found.brought.contains(cause));
}

void TestFaultyChanges::revertNamesTheChange()
{
    test::RepositoryBuilder builder(true);
    builder.commit({.files = {{"a.py", start}}});
    const Oid cause = builder.commit({.files = {{"b.py", "x = 1\n"}}});
    const Oid revert = builder.commit(
        {.files = {{"b.py", std::nullopt}}, .message = "Revert \"Change\"\n\nThis reverts commit " + cause.hex() + ".\n"});
    const auto found = search(builder, revert);
    QCOMPARE(found.reverts, 1U);
    QCOMPARE(found.brought.size(), 1U);
    QVERIFY(found.brought.contains(cause));
}

void TestFaultyChanges::wideFixIsLeftOut()
{
    test::RepositoryBuilder builder(true);
    test::CommitText wide;
    test::CommitText fix{.message = "Fix everything"};
    for (std::size_t i = 0; i <= mostFilesOfFix; ++i) {
        wide.files["f" + std::to_string(i) + ".py"] = "x = 1\n";
        fix.files["f" + std::to_string(i) + ".py"] = "x = 2\n";
    }
    builder.commit({.files = {{"a.py", start}}});
    builder.commit(wide);
    const auto found = search(builder, builder.commit(fix));
    QCOMPARE(found.tooLarge, 1U);
    QVERIFY(found.brought.empty());
}

void TestFaultyChanges::noProgramOfTheRepositoryRuns()
{
    const QTemporaryDir folder;
    const QString trace = folder.filePath(QStringLiteral("ran"));
    const QString program = folder.filePath(QStringLiteral("program"));
    QFile script(program);
    QVERIFY(script.open(QIODevice::WriteOnly));
    script.write("#!/bin/sh\ntouch " + trace.toUtf8() + "\ncat \"$@\"\n");
    script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    script.close();
    test::RepositoryBuilder builder;
    for (const char *key : {"core.fsmonitor", "core.pager", "diff.external", "diff.evil.textconv", "diff.evil.command",
                            "gpg.program", "core.sshCommand", "core.alternateRefsCommand"})
        builder.git({QStringLiteral("config"), QString::fromLatin1(key), program});
    builder.git({QStringLiteral("config"), QStringLiteral("blame.ignoreRevsFile"), program});
    builder.commit({.files = {{".gitattributes", "*.py diff=evil\n"}, {"a.py", start}}});
    const Oid cause = builder.commit({.files = {{"a.py", start + "x = total(1, 2)\n"}}});
    const auto found = search(builder, builder.commit({.files = {{"a.py", start}}, .message = "Fix it"}));
    QVERIFY(found.brought.contains(cause));
    QVERIFY(!QFile::exists(trace));
}

void TestFaultyChanges::stoppedSearchSaysSo()
{
    test::RepositoryBuilder builder(true);
    builder.commit({.files = {{"a.py", start}}});
    const auto repository = git::Repository::open(builder.path());
    std::stop_source stop;
    stop.request_stop();
    const auto result = calibrateRepository(*repository, {}, 1, stop.get_token());
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Cancelled);
}

QTEST_GUILESS_MAIN(TestFaultyChanges)
#include "tst_faultychanges.moc"
