// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "RowCheck.h"

#include "diff/Diff.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace countersign;

/// Readable pairs and the rows they give, in tests/diff/golden. COUNTERSIGN_UPDATE_GOLDEN=1 writes the rows anew.
class TestDiffGolden : public QObject
{
    Q_OBJECT

private slots:
    void rowsAreAsRecorded_data();
    void rowsAreAsRecorded();

private:
    static QString pathOf(const QString &name, const QString &part)
    {
        return QStringLiteral(GOLDEN_FOLDER "/%1.%2.txt").arg(name, part);
    }
    static std::string read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
    }
};

void TestDiffGolden::rowsAreAsRecorded_data()
{
    QTest::addColumn<QString>("name");
    const QStringList olds =
        QDir(QStringLiteral(GOLDEN_FOLDER)).entryList({QStringLiteral("*.old.txt")}, QDir::Files, QDir::Name);
    QVERIFY(olds.size() >= 8);
    for (const QString &old : olds) {
        const QString name = old.chopped(8);
        QTest::newRow(qPrintable(name)) << name;
    }
}

void TestDiffGolden::rowsAreAsRecorded()
{
    QFETCH(QString, name);
    const Text oldText(read(pathOf(name, QStringLiteral("old"))));
    const Text newText(read(pathOf(name, QStringLiteral("new"))));
    const std::string rows = test::dump(oldText, newText, diff::diffTexts(oldText, newText));
    if (qEnvironmentVariableIntValue("COUNTERSIGN_UPDATE_GOLDEN") != 0) {
        QFile file(pathOf(name, QStringLiteral("rows")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(rows.c_str());
    }
    QCOMPARE(rows, read(pathOf(name, QStringLiteral("rows"))));
}

QTEST_GUILESS_MAIN(TestDiffGolden)
#include "tst_diffgolden.moc"
