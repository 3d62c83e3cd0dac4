// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/Program.h"
#include "support/RepositoryBuilder.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace countersign;
using test::Outcome;
using test::RepositoryBuilder;

namespace
{

const std::string login = "bool check(const User &user)\n"
                          "{\n"
                          "    if (user.isBlocked())\n"
                          "        return false;\n"
                          "    const auto token = issueToken(user);\n"
                          "    store(token);\n"
                          "    return true;\n"
                          "}\n"
                          "\n"
                          "void logOut(User &user)\n"
                          "{\n"
                          "    audit(user, Event::LogOut);\n"
                          "    user.token.clear();\n"
                          "    user.lastSeen = Clock::now();\n"
                          "}\n";

/// One repository, one store, one user.
class Desk
{
public:
    Outcome run(QStringList arguments, const QByteArray &input = {})
    {
        arguments.insert(1, QStringLiteral("-C"));
        arguments.insert(2, QString::fromStdString(repository.path()));
        return test::runProgram(QStringLiteral(COUNTERSIGN_PROGRAM), arguments, test::cleanEnvironment(m_home.path()), input);
    }
    Outcome comment(const char *place, const QStringList &more, const QByteArray &input = {})
    {
        return run(QStringList{QStringLiteral("comment"), QStringLiteral("topic"), QString::fromLatin1(place)} + more, input);
    }
    QByteArray comments(const char *format = "text")
    {
        return run({QStringLiteral("comments"), QStringLiteral("topic"), QStringLiteral("--format"), QString::fromLatin1(format)})
            .out;
    }
    QJsonArray threads()
    {
        return run({QStringLiteral("comments"), QStringLiteral("topic"), QStringLiteral("--format"), QStringLiteral("json")})
            .json()[QStringLiteral("threads")]
            .toArray();
    }

    RepositoryBuilder repository;

private:
    QTemporaryDir m_home;
};

/// main with a login, and topic that issues tokens there.
void buildFirst(Desk &desk)
{
    desk.repository.commit(
        {.files = {{"login.cpp", "bool check(const User &user)\n{\n    return true;\n}\n"}, {"old.txt", "bye\n"}}});
    desk.repository.commit({.branch = "topic",
                            .files = {{"login.cpp", login}, {"old.txt", std::nullopt}},
                            .message = "Issue tokens",
                            .from = "main"});
}

QString text(const QJsonValue &value, const char *key)
{
    return value.toObject()[QLatin1String(key)].toString();
}

} // namespace

class TalkTest : public QObject
{
    Q_OBJECT

private slots:
    void commentIsListedInEveryForm();
    void commentFollowsItsLinesOverPatchSets();
    void commentOnTheOldSideAndFromStandardInput();
    void hostileTextsStayText();
    void mistakesAreNamed_data();
    void mistakesAreNamed();
};

void TalkTest::commentIsListedInEveryForm()
{
    Desk desk;
    buildFirst(desk);
    QVERIFY(desk.threads().isEmpty());
    const auto made = desk.comment("login.cpp:5-6", {QStringLiteral("Is"), QStringLiteral("this"), QStringLiteral("safe?")});
    QVERIFY2(made.code == 0, made.err.constData());
    QVERIFY(made.err.contains("Thread 1"));
    QVERIFY(made.out.isEmpty());

    const QByteArray plain = desk.comments();
    QVERIFY2(plain.contains("login.cpp:5-6  #1  open"), plain.constData());
    QVERIFY(plain.contains("    |     store(token);\n"));
    QVERIFY(plain.contains("    Is this safe?\n"));
    const QByteArray markdown = desk.comments("markdown");
    QVERIFY2(markdown.contains("\n## login.cpp:5-6\n"), markdown.constData());
    QVERIFY(markdown.contains("```\n    const auto token = issueToken(user);\n    store(token);\n```\n"));
    QVERIFY(markdown.contains("> Is this safe?\n"));

    const auto json =
        desk.run({QStringLiteral("comments"), QStringLiteral("topic"), QStringLiteral("--format"), QStringLiteral("json")})
            .json();
    QCOMPARE(json[QStringLiteral("schema")].toString(), QStringLiteral("countersign.comments/1"));
    QCOMPARE(text(json[QStringLiteral("change")], "id"), QStringLiteral("topic"));
    const auto thread = json[QStringLiteral("threads")].toArray().first().toObject();
    QCOMPARE(thread[QStringLiteral("file")].toString(), QStringLiteral("login.cpp"));
    QCOMPARE(thread[QStringLiteral("startLine")].toInt(), 5);
    QCOMPARE(thread[QStringLiteral("endLine")].toInt(), 6);
    QCOMPARE(thread[QStringLiteral("place")].toString(), QStringLiteral("exact"));
    QCOMPARE(thread[QStringLiteral("madeAt")].toObject()[QStringLiteral("patchSet")].toInt(), 1);
    QCOMPARE(text(thread[QStringLiteral("comments")].toArray().first(), "text"), QStringLiteral("Is this safe?"));
}

void TalkTest::commentFollowsItsLinesOverPatchSets()
{
    Desk desk;
    buildFirst(desk);
    QCOMPARE(desk.comment("login.cpp:5", {QStringLiteral("for how long?")}).code, 0);
    QCOMPARE(desk.comment("login.cpp:3-4", {QStringLiteral("say why")}).code, 0);
    const auto place = [&desk](qsizetype index) {
        const auto thread = desk.threads()[index].toObject();
        return text(thread, "file") + QStringLiteral(" ") + text(thread, "place") + QStringLiteral(" ")
            + QString::number(thread[QStringLiteral("startLine")].toInt());
    };
    // The author adds lines above and moves the file.
    desk.repository.commit(
        {.branch = "topic", .files = {{"login.cpp", std::nullopt}, {"src/login.cpp", "#include <token>\n\n" + login}}});
    QCOMPARE(place(0), QStringLiteral("src/login.cpp exact 5"));
    QCOMPARE(place(1), QStringLiteral("src/login.cpp exact 7"));
    // The commented lines are rewritten.
    std::string edited = login;
    edited.replace(edited.find("issueToken(user)"), 16, "issueToken(user, seconds(60))");
    edited.replace(edited.find("    if (user.isBlocked())\n        return false;\n"), 48, "");
    desk.repository.commit({.branch = "topic", .files = {{"src/login.cpp", edited}}});
    QCOMPARE(place(0), QStringLiteral("src/login.cpp outdated 0"));
    QVERIFY(place(1).startsWith(QStringLiteral("src/login.cpp context"))
            || place(1).startsWith(QStringLiteral("src/login.cpp mapped")));
    QVERIFY(desk.comments().contains("        return false;\n")); // the old lines are still shown
    QVERIFY(desk.comments("markdown").contains("of patch set 1: outdated"));
    // The branch is thrown away and made anew without the file; its earlier commits are gone.
    desk.repository.commit({.branch = "other", .files = {{"readme", "x\n"}}, .from = "main"});
    desk.repository.git({QStringLiteral("branch"), QStringLiteral("-f"), QStringLiteral("topic"), QStringLiteral("other")});
    desk.repository.git(
        {QStringLiteral("reflog"), QStringLiteral("expire"), QStringLiteral("--expire=now"), QStringLiteral("--all")});
    desk.repository.git({QStringLiteral("repack"), QStringLiteral("-adq")});
    desk.repository.git({QStringLiteral("prune"), QStringLiteral("--expire=now")});
    QCOMPARE(desk.threads().size(), 2);
    QVERIFY(desk.comments().contains("for how long?"));
}

void TalkTest::commentOnTheOldSideAndFromStandardInput()
{
    Desk desk;
    buildFirst(desk);
    const auto made = desk.comment("old.txt:1", {QStringLiteral("--side"), QStringLiteral("old"), QStringLiteral("-")},
                                   "Who needs it?\nNobody.\n");
    QVERIFY2(made.code == 0, made.err.constData());
    const auto thread = desk.threads().first();
    QCOMPARE(text(thread, "side"), QStringLiteral("old"));
    QCOMPARE(text(thread, "quote"), QStringLiteral("bye"));
    QCOMPARE(text(thread.toObject()[QStringLiteral("comments")].toArray().first(), "text"),
             QStringLiteral("Who needs it?\nNobody."));
    QVERIFY(desk.comments().contains("(old side)"));
    QVERIFY(desk.comments("markdown").contains("> Who needs it?\n> Nobody.\n"));
}

void TalkTest::hostileTextsStayText()
{
    Desk desk;
    desk.repository.commit({.files = {{"a", "x\n"}}});
    desk.repository.commit({.branch = "topic",
                            .files = {{"evil`</h2>\x1b[2J.md", "```\n<script>alert(1)</script>\x1b[31m\n````\n"}},
                            .message = "<b>\x1b[2J",
                            .from = "main"});
    const auto made = desk.run(
        {QStringLiteral("comment"), QStringLiteral("topic"), QStringLiteral("evil`</h2>\x1b[2J.md:1-3"), QStringLiteral("-")},
        "<img src=x>\n\xE2\x80\xAE```\n\x1b[2J# no heading\n");
    QVERIFY2(made.code == 0, made.err.constData());
    for (const char *format : {"text", "markdown"}) {
        const QByteArray out = desk.comments(format);
        QVERIFY(!out.contains('\x1b'));
        QVERIFY(!out.contains("\xE2\x80\xAE"));
    }
    const QByteArray markdown = desk.comments("markdown");
    QVERIFY2(markdown.contains("\n`````\n```\n<script>"), markdown.constData()); // inside a fence that it cannot close
    QVERIFY(!markdown.contains("<img"));
    QVERIFY(!markdown.contains("</h2>") || markdown.contains("\\</h2\\>"));
    QVERIFY(markdown.contains("\n> \\x1B[2J# no heading\n"));
}

void TalkTest::mistakesAreNamed_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char *words, int code, const char *says) {
        QTest::newRow(words) << QString::fromLatin1(words).split(QLatin1Char(' ')) << code << QByteArray(says);
    };
    row("comment topic login.cpp:5", 2, "missing");
    row("comment topic login.cpp text", 2, "FILE:LINE");
    row("comment topic login.cpp:0 text", 2, "FILE:LINE");
    row("comment topic login.cpp:5-x text", 2, "FILE:LINE");
    row("comment topic login.cpp:6-5 text", 2, "no line");
    row("comment topic login.cpp:99 text", 2, "no line 99");
    row("comment topic nowhere.cpp:1 text", 2, "no file nowhere.cpp");
    row("comment topic old.txt:1 text", 2, "no file old.txt");
    row("comment topic login.cpp:5 --side both text", 2, "old or new");
    row("comment - login.cpp:5 -", 2, "Standard input");
    row("comment nothing login.cpp:5 text", 3, "no revision");
    row("comments topic --format xml", 2, "xml");
    row("comments", 2, "missing");
}

void TalkTest::mistakesAreNamed()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, code);
    QFETCH(QByteArray, says);
    Desk desk;
    buildFirst(desk);
    const auto outcome = desk.run(arguments);
    QVERIFY2(outcome.err.contains(says), outcome.err.constData());
    QCOMPARE(outcome.code, code);
    QVERIFY(desk.threads().isEmpty());
}

QTEST_GUILESS_MAIN(TalkTest)
#include "tst_talk.moc"
