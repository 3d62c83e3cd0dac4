// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "impact/Interactions.h"
#include "support/RepositoryBuilder.h"
#include "workbench/KeptFiles.h"
#include "workbench/Meetings.h"
#include "workbench/OtherChanges.h"
#include "workbench/Queue.h"

#include <QTest>

#include <algorithm>

using namespace countersign;
using namespace countersign::workbench;

/// An opened change among the other open ones of its repository.
class TestMeetings : public QObject
{
    Q_OBJECT

private slots:
    void testsKeepNothingInTheUsersCache();
    void anOpenedChangeMeetsWhatTheQueueSays();
    void lockFilesThatDoNotMergeAreNamed();
    void branchesThatStartApartAreMergedFromTheirCommonPast();
    void onlyTheNewestOthersAreLookedAt();
    void aWideChangeMeetsNothing();
};

namespace
{

const std::string body = "def charge(order):\n    a = 1\n    b = 2\n    c = 3\n    d = 4\n    e = 5\n    return a\n";

std::string edited(std::string text, const std::string &from, const std::string &to)
{
    return text.replace(text.find(from), from.size(), to);
}

/// Kinds and names of where @p branch meets others, as its page shows them.
QString meetingsOf(const test::RepositoryBuilder &builder, const std::string &branch, std::vector<Message> *problems = nullptr)
{
    auto repository = git::Repository::open(builder.path());
    const auto engine = Engine::load();
    if (!repository || !engine)
        qFatal("no repository or engine");
    auto report = openChange(*repository, **engine, branch);
    if (!report || !findMeetings(*repository, *report, 2))
        qFatal("not read");
    QStringList out;
    for (const Interaction &one : *report->analysis.interactions)
        out << QString::fromStdString(one.with + ": " + std::string(name(one.kind)) + " " + one.what);
    if (problems)
        *problems = report->analysis.problems;
    return out.join(QStringLiteral(", "));
}

} // namespace

void TestMeetings::testsKeepNothingInTheUsersCache()
{
    QVERIFY(cacheFolder().empty());
}

void TestMeetings::anOpenedChangeMeetsWhatTheQueueSays()
{
    test::RepositoryBuilder builder;
    const std::string moved = "def refund(order):\n    return order.total - order.paid\n";
    builder.commit(
        {.files = {{"pay.py", body + "\n\n" + moved}, {"shop.py", "import pay\n"}, {"config/app.yaml", "server:\n  port: 1\n"}}});
    builder.commit(
        {.branch = "head", .files = {{"pay.py", edited(body, "(order)", "(order, currency)") + "\n\n" + moved}}, .from = "main"});
    builder.commit({.branch = "use", .files = {{"shop.py", "import pay\n\npay.charge(1)\n"}}, .from = "main"});
    builder.commit({.branch = "move", .files = {{"pay.py", moved + "\n\n" + body}}, .from = "main"});
    builder.commit({.branch = "port", .files = {{"config/app.yaml", "server:\n  port: 2\n"}}, .from = "main"});
    builder.commit({.branch = "port2", .files = {{"config/app.yaml", "server:\n  port: 3\n"}}, .from = "main"});
    auto repository = git::Repository::open(builder.path());
    const auto engine = Engine::load();
    const auto target = repository->targetBranch();
    auto entries = listQueue(*repository, *target).value();
    QVERIFY(analyzeQueue(*repository, *target, **engine, entries, 2));
    QCOMPARE(entries.size(), 5U);
    for (const QueueEntry &entry : entries) {
        auto report = openChange(*repository, **engine, entry.id);
        QVERIFY(report && findMeetings(*repository, *report, 2));
        QCOMPARE(report->analysis.interactions, entry.analysis->interactions);
    }
    QCOMPARE(meetingsOf(builder, "use"), QStringLiteral("head: contract charge"));
    QCOMPARE(meetingsOf(builder, "port"), QStringLiteral("port2: config-key server.port, port2: text-conflict config/app.yaml"));
}

void TestMeetings::lockFilesThatDoNotMergeAreNamed()
{
    test::RepositoryBuilder builder;
    const auto lock = [](const char *version) {
        return "[[package]]\nname = \"a\"\nversion = \"" + std::string(version)
            + "\"\n\n[[package]]\nname = \"b\"\nversion = \"1\"\n";
    };
    builder.commit({.files = {{"poetry.lock", lock("1")}, {"a.txt", "one\n"}}});
    builder.commit({.branch = "two", .files = {{"poetry.lock", lock("2")}}, .from = "main"});
    builder.commit({.branch = "three", .files = {{"poetry.lock", lock("3")}}, .from = "main"});
    builder.commit({.branch = "text", .files = {{"a.txt", "two\n"}}, .from = "main"});
    QCOMPARE(meetingsOf(builder, "two"), QStringLiteral("three: text-conflict poetry.lock"));
    QCOMPARE(meetingsOf(builder, "text"), QString());
}

void TestMeetings::branchesThatStartApartAreMergedFromTheirCommonPast()
{
    test::RepositoryBuilder builder;
    const std::string text = "one\n\n\n\n\ntwo\n\n\n\n\nthree\n";
    builder.commit({.files = {{"notes.txt", text}}});
    builder.commit({.branch = "early", .files = {{"notes.txt", edited(text, "one", "uno")}}, .from = "main"});
    const std::string later = edited(text, "two", "due");
    builder.commit({.files = {{"notes.txt", later}}});
    builder.commit({.branch = "apart", .files = {{"notes.txt", edited(later, "three", "tre")}}, .from = "main"});
    builder.commit({.branch = "same", .files = {{"notes.txt", edited(later, "one", "ein")}}, .from = "main"});
    QCOMPARE(meetingsOf(builder, "early"), QStringLiteral("same: text-conflict notes.txt"));
    QCOMPARE(meetingsOf(builder, "apart"), QString());
}

void TestMeetings::onlyTheNewestOthersAreLookedAt()
{
    test::RepositoryBuilder builder(true);
    builder.commit({.files = {{"notes.txt", "zero\n"}}});
    QByteArray stream; // a process for each would take long
    const std::size_t count = mostOtherChanges + 2;
    for (std::size_t i = 0; i < count; ++i) {
        const QByteArray text = QByteArray::number(static_cast<int>(i)) + "\n";
        stream += "commit refs/heads/b" + QByteArray::number(static_cast<int>(i)) + "\ncommitter A <a@example.com> "
            + QByteArray::number(1767300000 + static_cast<int>(i))
            + " +0000\ndata 0\nfrom refs/heads/main^0\nM 100644 inline notes.txt\ndata " + QByteArray::number(text.size()) + "\n"
            + text;
    }
    builder.git({QStringLiteral("fast-import"), QStringLiteral("--quiet")}, stream);
    std::vector<Message> problems;
    const QString found = meetingsOf(builder, "b100", &problems);
    QCOMPARE(static_cast<std::size_t>(found.count(QLatin1String("text-conflict"))), mostOtherChanges);
    QVERIFY(!found.contains(QLatin1String("b0: ")) && found.contains(QLatin1String("b1: ")));
    QVERIFY(std::ranges::contains(problems, std::string("Compared with the 200 newest of 201 other open changes only."),
                                  &Message::english));
}

void TestMeetings::aWideChangeMeetsNothing()
{
    test::RepositoryBuilder builder;
    builder.commit({.files = {{"a.txt", "one\n"}}});
    test::CommitText wide{.branch = "wide", .files = {{"a.txt", "two\n"}}, .from = "main"};
    for (int i = 0; i < 1000; ++i)
        wide.files["f" + std::to_string(i)] = "x\n";
    builder.commit(wide);
    builder.commit({.branch = "small", .files = {{"a.txt", "three\n"}}, .from = "main"});
    QCOMPARE(meetingsOf(builder, "small"), QString());
}

QTEST_GUILESS_MAIN(TestMeetings)
#include "tst_meetings.moc"
