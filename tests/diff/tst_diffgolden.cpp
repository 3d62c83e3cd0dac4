// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "RowCheck.h"
#include "WhitespaceRule.h"

#include "diff/Diff.h"
#include "support/Files.h"

#include <QDir>
#include <QTest>

#include <algorithm>
#include <format>
#include <utility>
#include <vector>

using namespace countersign;

/// Readable pairs (tests/diff/pairs) and the rows they give in every whitespace mode (tests/diff/golden).
/// tests/diff/update-golden writes the rows anew.
class TestDiffGolden : public QObject
{
    Q_OBJECT

private slots:
    void rowsAreAsRecorded_data();
    void rowsAreAsRecorded();
    void everyRecordHasItsPair();

private:
    static QString goldenPath(const QString &name) { return QStringLiteral(GOLDEN_FOLDER "/%1.txt").arg(name); }
    static Text side(const QString &name, const QString &side)
    {
        return Text(test::readFile(QStringLiteral(PAIRS_FOLDER "/%1.%2.txt").arg(name, side)).toStdString());
    }
    static QStringList namesIn(const QString &folder, const QString &ending)
    {
        QStringList names = QDir(folder).entryList({QLatin1Char('*') + ending}, QDir::Files, QDir::Name);
        for (QString &name : names)
            name.chop(ending.size());
        return names;
    }

    /// The rows of every mode, those of modes that give the same ones only once.
    static std::string dumpOfAllModes(const Text &oldText, const Text &newText)
    {
        std::vector<std::pair<std::string, std::string>> sections; // names of the modes, rows
        for (const test::WhitespaceMode &mode : test::whitespaceModes()) {
            const FileRows rows = diff::diffTexts(oldText, newText, mode.options);
            const std::string dump =
                std::format("{} added, {} removed, {} hidden hunks\n", rows.added, rows.removed, rows.hiddenHunks)
                + test::dump(oldText, newText, rows);
            const auto same = std::ranges::find(sections, dump, &std::pair<std::string, std::string>::second);
            if (same == sections.end())
                sections.emplace_back(mode.name, dump);
            else
                same->first += std::string("; ") + mode.name;
        }
        std::string out;
        for (const auto &[names, dump] : sections)
            out += sections.size() == 1 ? "## every mode\n" + dump : std::format("## {}\n{}", names, dump);
        return out;
    }
};

void TestDiffGolden::rowsAreAsRecorded_data()
{
    QTest::addColumn<QString>("name");
    const QStringList names = namesIn(QStringLiteral(PAIRS_FOLDER), QStringLiteral(".old.txt"));
    QVERIFY(names.size() >= 20);
    for (const QString &name : names)
        QTest::newRow(qPrintable(name)) << name;
}

void TestDiffGolden::rowsAreAsRecorded()
{
    QFETCH(QString, name);
    const QByteArray rows =
        QByteArray::fromStdString(dumpOfAllModes(side(name, QStringLiteral("old")), side(name, QStringLiteral("new"))));
    if (qEnvironmentVariableIntValue("COUNTERSIGN_UPDATE_GOLDEN") != 0)
        QVERIFY(test::writeFile(goldenPath(name), rows));
    const QList<QByteArray> lines = rows.split('\n');
    const QList<QByteArray> recorded = test::readFile(goldenPath(name)).split('\n');
    for (qsizetype i = 0; i < std::max(lines.size(), recorded.size()); ++i) {
        const QByteArray line = lines.value(i, "(end)");
        const QByteArray expected = recorded.value(i, "(end)");
        if (line != expected)
            QFAIL(qPrintable(
                QStringLiteral("%1:%2: recorded \"%3\", is \"%4\"")
                    .arg(goldenPath(name), QString::number(i + 1), QString::fromUtf8(expected), QString::fromUtf8(line))));
    }
}

void TestDiffGolden::everyRecordHasItsPair()
{
    QCOMPARE(namesIn(QStringLiteral(GOLDEN_FOLDER), QStringLiteral(".txt")),
             namesIn(QStringLiteral(PAIRS_FOLDER), QStringLiteral(".old.txt")));
}

QTEST_GUILESS_MAIN(TestDiffGolden)
#include "tst_diffgolden.moc"
