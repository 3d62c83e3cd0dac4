// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/Program.h"
#include "support/RepositoryBuilder.h"

#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace countersign;

/// The program where it is installed: it must find its parts there, wherever that is, and say so when one is missing.
class TestInstalled : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void changeIsAnalysed();
    void missingPartIsNamed();

private:
    test::Outcome run(const QStringList &arguments)
    {
        return test::runProgram(m_folder.filePath(QStringLiteral("prefix/bin/countersign")), arguments,
                                test::cleanEnvironment(m_folder.path()));
    }
    test::Outcome analyze()
    {
        return run({QStringLiteral("analyze"), QStringLiteral("-C"), QString::fromStdString(m_repository.path()),
                    QStringLiteral("work"), QStringLiteral("--format"), QStringLiteral("json")});
    }
    QTemporaryDir m_folder;
    test::RepositoryBuilder m_repository;
};

void TestInstalled::initTestCase()
{
    const auto installed = test::runProgram(QStringLiteral(COUNTERSIGN_CMAKE),
                                            {QStringLiteral("--install"), QStringLiteral(COUNTERSIGN_BUILD),
                                             QStringLiteral("--prefix"), m_folder.filePath(QStringLiteral("prefix"))},
                                            test::cleanEnvironment(m_folder.path()));
    QVERIFY2(installed.code == 0, installed.err.constData());
    // Whether this stands in a string, only who knows the language can tell.
    m_repository.commit({.files = {{"web/client.js", "export const a = 1;\n"}}});
    m_repository.commit({.branch = "work",
                         .files = {{"web/client.js", "export const a = new https.Agent({ rejectUnauthorized: false });\n"}},
                         .from = "main"});
}

void TestInstalled::changeIsAnalysed()
{
    const auto analysed = analyze();
    QVERIFY2(analysed.code == 0, analysed.err.constData());
    QVERIFY(analysed.out.contains("web/client.js") && analysed.out.contains("rejectUnauthorized"));
}

void TestInstalled::missingPartIsNamed()
{
    QDirIterator parts(m_folder.filePath(QStringLiteral("prefix")), {QStringLiteral("countersign-languages*")}, QDir::Files,
                       QDirIterator::Subdirectories);
    QVERIFY(parts.hasNext());
    QVERIFY(QFile::remove(parts.next()));
    const auto analysed = analyze();
    QCOMPARE(analysed.code, 3);
    QVERIFY(analysed.err.contains("countersign-languages") && analysed.err.contains("Install it again"));
}

QTEST_GUILESS_MAIN(TestInstalled)
#include "tst_installed.moc"
