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

std::string lines(const std::string &tenth, const std::string &first = "line 1\n")
{
    std::string text = first;
    for (int i = 2; i <= 20; ++i)
        text += i == 10 ? tenth : "line " + std::to_string(i) + "\n";
    return text;
}

/// A repository with main and topic, and a store of its own.
class Desk
{
public:
    Desk()
    {
        repository.commit({.files = {{"f", lines("line 10\n")}}});
        repository.commit({.branch = "topic", .files = {{"f", lines("author's\n")}}, .from = "main"});
    }
    Outcome run(const char *words)
    {
        QStringList arguments = QString::fromLatin1(words).split(QLatin1Char(' '));
        arguments << QStringLiteral("-C") << QString::fromStdString(repository.path());
        return test::runProgram(QStringLiteral(COUNTERSIGN_PROGRAM), arguments, test::cleanEnvironment(m_home.path()));
    }
    /// main moves on and topic is made anew on top of it.
    void rebase(const std::string &tenth)
    {
        repository.commit({.files = {{"f", lines("line 10\n", "line 1 of the new base\n")}, {"g", "new\n"}}});
        repository.git({QStringLiteral("branch"), QStringLiteral("-D"), QStringLiteral("topic")});
        repository.commit({.branch = "topic", .files = {{"f", lines(tenth, "line 1 of the new base\n")}}, .from = "main"});
    }

    RepositoryBuilder repository;

private:
    QTemporaryDir m_home;
};

} // namespace

class PushesTest : public QObject
{
    Q_OBJECT

private slots:
    void cleanRebaseIsProved();
    void authorsLinesAreMarked();
    void anyTwoCanBeCompared();
    void pushBackIsComparedWithTheLast();
    void patchSetThatIsGoneIsNamed();
    void mistakesAreNamed_data();
    void mistakesAreNamed();
};

void PushesTest::cleanRebaseIsProved()
{
    Desk desk;
    QCOMPARE(desk.run("comments topic").code, 0); // the first patch set is seen
    desk.rebase("author's\n");
    const auto plain = desk.run("interdiff topic");
    QVERIFY2(plain.code == 0, plain.err.constData());
    QVERIFY2(plain.out.contains("changed nothing but the base"), plain.out.constData());
    QVERIFY(plain.out.contains("1 other files came with the new base."));
    QVERIFY(!plain.out.contains(" ! "));
    const auto json = desk.run("interdiff topic --format json").json();
    QCOMPARE(json[QStringLiteral("schema")].toString(), QStringLiteral("countersign.interdiff/1"));
    QCOMPARE(json[QStringLiteral("changedNothing")].toBool(), true);
    QCOMPARE(json[QStringLiteral("proof")].toString(), QStringLiteral("equal-patches"));
    const auto from = json[QStringLiteral("from")].toObject();
    const auto to = json[QStringLiteral("to")].toObject();
    QCOMPARE(from[QStringLiteral("patchSet")].toInt(), 1);
    QCOMPARE(to[QStringLiteral("patchSet")].toInt(), 2);
    QCOMPARE(from[QStringLiteral("patchDigest")].toString().size(), 64);
    QCOMPARE(from[QStringLiteral("patchDigest")], to[QStringLiteral("patchDigest")]);
    QVERIFY(plain.out.contains(to[QStringLiteral("patchDigest")].toString().toLatin1()));
    QCOMPARE(json[QStringLiteral("broughtByBase")].toArray(), QJsonArray{QStringLiteral("g")});
}

void PushesTest::authorsLinesAreMarked()
{
    Desk desk;
    QCOMPARE(desk.run("comments topic").code, 0);
    desk.rebase("author's, \x1b[2J second thought\n");
    const auto plain = desk.run("interdiff topic");
    QVERIFY2(plain.code == 0, plain.err.constData());
    QVERIFY2(plain.out.contains("  ! -    10 author's\n"), plain.out.constData());
    QVERIFY(plain.out.contains("  ! +    10 author's, \\x1B[2J second thought\n"));
    QVERIFY(plain.out.contains("    -     1 line 1\n"));
    QVERIFY(plain.out.contains("    +     1 line 1 of the new base\n"));
    const auto json = desk.run("interdiff topic --format json").json();
    QCOMPARE(json[QStringLiteral("changedNothing")].toBool(), false);
    const auto file = json[QStringLiteral("files")].toArray().first().toObject();
    QCOMPARE(file[QStringLiteral("push")].toString(), QStringLiteral("both"));
    QCOMPARE(file[QStringLiteral("author")].toObject()[QStringLiteral("added")].toInt(), 1);
}

void PushesTest::anyTwoCanBeCompared()
{
    Desk desk;
    QCOMPARE(desk.run("comments topic").code, 0);
    const std::string first = desk.repository.git({QStringLiteral("rev-parse"), QStringLiteral("topic")});
    desk.rebase("second\n");
    QCOMPARE(desk.run("comments topic").code, 0);
    desk.rebase("author's\n");
    QVERIFY(desk.run("interdiff topic").out.contains("The author changed something"));
    QVERIFY(desk.run("interdiff topic --from 1").out.contains("changed nothing but the base"));
    QVERIFY(desk.run("interdiff topic --from 1 --to 2").out.contains("The author changed something"));
    const std::string range = "interdiff topic --to 2 --from " + first + "~.." + first;
    QVERIFY(desk.run(range.c_str()).out.contains("The author changed something"));
}

void PushesTest::pushBackIsComparedWithTheLast()
{
    Desk desk;
    QCOMPARE(desk.run("comments topic").code, 0);
    const QString first = QString::fromStdString(desk.repository.git({QStringLiteral("rev-parse"), QStringLiteral("topic")}));
    desk.rebase("second\n");
    QCOMPARE(desk.run("comments topic").code, 0);
    desk.repository.git({QStringLiteral("branch"), QStringLiteral("-f"), QStringLiteral("topic"), first});
    const auto json = desk.run("interdiff topic --format json").json();
    QCOMPARE(json[QStringLiteral("from")].toObject()[QStringLiteral("patchSet")].toInt(), 2);
    QCOMPARE(json[QStringLiteral("to")].toObject()[QStringLiteral("patchSet")].toInt(), 1);
}

void PushesTest::patchSetThatIsGoneIsNamed()
{
    Desk desk;
    QCOMPARE(desk.run("comments topic").code, 0);
    desk.rebase("author's\n");
    desk.repository.git(
        {QStringLiteral("reflog"), QStringLiteral("expire"), QStringLiteral("--expire=now"), QStringLiteral("--all")});
    desk.repository.git({QStringLiteral("repack"), QStringLiteral("-adq")});
    desk.repository.git({QStringLiteral("prune"), QStringLiteral("--expire=now")});
    const auto gone = desk.run("interdiff topic");
    QCOMPARE(gone.code, 3);
    QVERIFY2(gone.err.contains("Patch set 1 is no longer in this repository."), gone.err.constData());
}

void PushesTest::mistakesAreNamed_data()
{
    QTest::addColumn<QByteArray>("words");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char *words, int code, const char *says) {
        QTest::newRow(words) << QByteArray(words) << code << QByteArray(says);
    };
    row("interdiff", 2, "missing");
    row("interdiff topic", 3, "No earlier patch set");
    row("interdiff topic --from 7", 2, "There is no patch set");
    row("interdiff topic --from 0", 2, "There is no patch set");
    row("interdiff topic --from x", 2, "There is no patch set");
    row("interdiff topic --from nowhere..topic", 3, "no revision");
    row("interdiff topic --format xml", 2, "xml");
}

void PushesTest::mistakesAreNamed()
{
    QFETCH(QByteArray, words);
    QFETCH(int, code);
    QFETCH(QByteArray, says);
    Desk desk;
    const auto outcome = desk.run(words.constData());
    QVERIFY2(outcome.err.contains(says), outcome.err.constData());
    QCOMPARE(outcome.code, code);
    QVERIFY(outcome.out.isEmpty());
}

QTEST_GUILESS_MAIN(PushesTest)
#include "tst_pushes.moc"
