// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/Files.h"
#include "support/Program.h"
#include "support/RepositoryBuilder.h"

#include <QDir>
#include <QDirIterator>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace countersign;
using test::Outcome;
using test::RepositoryBuilder;

/// `calibrate` on a history whose bugs follow a rule of their own: short changes break, long ones do not.
class TestCalibrate : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void defectPatternIsLearned();
    void resultIsTheGoldenOne();
    void analysisSaysWhichWeightsItUsed();
    void nothingIsKeptInTheRepository();
    void brokenWeightsAreNamed();
    void tooLittleIsRefused();
    void shallowCloneIsRefused();

private:
    static constexpr int bugs = 70;
    Outcome run(const QStringList &arguments, const QString &folder = {})
    {
        return test::runProgram(QStringLiteral(COUNTERSIGN_PROGRAM), arguments, m_environment, {},
                                folder.isEmpty() ? QString::fromStdString(m_builder.path()) : folder);
    }
    [[nodiscard]] QStringList weights() const
    {
        QStringList out;
        for (QDirIterator files(m_folder.path(), {QStringLiteral("*.toml")}, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
             files.hasNext();)
            out << files.next();
        return out;
    }
    QJsonObject likelihoodOf(const QString &change)
    {
        const auto analysis = run({QStringLiteral("analyze"), change, QStringLiteral("--format"), QStringLiteral("json")}).json();
        return analysis.value(QStringLiteral("axes")).toObject().value(QStringLiteral("likelihood")).toObject();
    }

    QTemporaryDir m_folder;
    QProcessEnvironment m_environment = test::cleanEnvironment(m_folder.path());
    RepositoryBuilder m_builder;
};

void TestCalibrate::initTestCase()
{
    std::map<std::string, std::string> files;
    const auto commit = [this, &files](std::initializer_list<std::string> paths, const std::string &message) {
        test::CommitText text{.message = message};
        for (const std::string &path : paths)
            text.files[path] = files[path];
        m_builder.commit(text);
    };
    commit({"src/main.py"}, "Start");
    for (int i = 0; i < bugs; ++i) {
        const std::string number = std::to_string(i);
        const std::string small = "src/small" + std::to_string(i % 7) + ".py";
        const std::string broken = "value_" + number + " = broken(" + number + ")\n";
        files[small] += broken;
        commit({small}, "Add value " + number);
        const std::string wide[] = {"src/wide" + std::to_string(i % 3) + ".py", "src/wide_b.py", "src/wide_c.py"};
        for (const std::string &path : wide) {
            for (int line = 0; line < 12; ++line)
                files[path] += "wide_" + number + "_" + std::to_string(line) + " = 1\n";
        }
        commit({wide[0], wide[1], wide[2]}, "Add table " + number);
        files[small].replace(files[small].find(broken), broken.size(), "value_" + number + " = right(" + number + ")\n");
        commit({small}, "Fix value " + number + "\n\nFixes #" + number + "\n");
    }
    files["src/small0.py"] += "another = 1\n";
    m_builder.commit({.branch = "work", .files = {{"src/small0.py", files["src/small0.py"]}}, .from = "main"});
}

void TestCalibrate::defectPatternIsLearned()
{
    const auto dry = run({QStringLiteral("calibrate"), QStringLiteral("--dry-run")});
    QVERIFY2(dry.code == 0, dry.err.constData());
    QVERIFY(dry.out.contains("70 of them brought a bug"));
    QVERIFY(dry.out.contains("lines added"));
    QVERIFY(dry.err.contains("Nothing was kept."));
    QVERIFY(weights().isEmpty());
    QVERIFY(!likelihoodOf(QStringLiteral("work")).value(QStringLiteral("calibrated")).toBool(true));
}

void TestCalibrate::resultIsTheGoldenOne()
{
    const auto outcome =
        run({QStringLiteral("calibrate"), QStringLiteral("--dry-run"), QStringLiteral("--format"), QStringLiteral("json")});
    QCOMPARE(outcome.code, 0);
    const QString golden = QStringLiteral(COUNTERSIGN_GOLDEN "/calibration.json");
    if (qEnvironmentVariableIsSet("COUNTERSIGN_UPDATE_GOLDEN"))
        QVERIFY(test::writeFile(golden, outcome.out));
    QCOMPARE(outcome.out, test::readFile(golden));
}

void TestCalibrate::analysisSaysWhichWeightsItUsed()
{
    const auto before = likelihoodOf(QStringLiteral("work"));
    QVERIFY(before.value(QStringLiteral("weights")).toString().contains(QStringLiteral("Zeng")));
    const auto kept = run({QStringLiteral("calibrate")});
    QVERIFY2(kept.code == 0, kept.err.constData());
    QCOMPARE(weights().size(), 1);
    const auto after = likelihoodOf(QStringLiteral("work"));
    QVERIFY(after.value(QStringLiteral("calibrated")).toBool());
    QVERIFY(after.value(QStringLiteral("weights")).toString().startsWith(QStringLiteral("Refitted on ")));
    QVERIFY(after.value(QStringLiteral("percentile")).toInt() > before.value(QStringLiteral("percentile")).toInt());
    QVERIFY(run({QStringLiteral("analyze"), QStringLiteral("work")}).out.contains("weights of this repository"));
    QCOMPARE(run({QStringLiteral("calibrate"), QStringLiteral("--reset")}).code, 0);
    QVERIFY(weights().isEmpty());
    QCOMPARE(likelihoodOf(QStringLiteral("work")), before);
    QVERIFY(run({QStringLiteral("calibrate"), QStringLiteral("--reset")}).err.contains("in use already"));
}

void TestCalibrate::nothingIsKeptInTheRepository()
{
    const auto state = [this] {
        QStringList out{QString::fromStdString(m_builder.git({QStringLiteral("for-each-ref")})),
                        QString::fromStdString(m_builder.git({QStringLiteral("config"), QStringLiteral("--list")}))};
        for (QDirIterator files(QString::fromStdString(m_builder.path()), QDir::Files | QDir::Hidden,
                                QDirIterator::Subdirectories);
             files.hasNext();)
            out << files.next();
        out.sort();
        return out;
    };
    const auto before = state();
    QCOMPARE(run({QStringLiteral("calibrate")}).code, 0);
    QCOMPARE(state(), before);
}

void TestCalibrate::brokenWeightsAreNamed()
{
    QCOMPARE(run({QStringLiteral("calibrate")}).code, 0);
    QVERIFY(test::writeFile(weights().front(), "origin = \"cut off"));
    const auto analysis =
        run({QStringLiteral("analyze"), QStringLiteral("work"), QStringLiteral("--format"), QStringLiteral("json")});
    QVERIFY2(analysis.code == 0, analysis.err.constData());
    QVERIFY(!analysis.json().value(QStringLiteral("problems")).toArray().isEmpty());
    QCOMPARE(run({QStringLiteral("calibrate"), QStringLiteral("--reset")}).code, 0);
}

void TestCalibrate::tooLittleIsRefused()
{
    RepositoryBuilder young;
    young.commit({.files = {{"a.py", "x = 1\n"}}});
    young.commit({.files = {{"a.py", "x = 1\ny = 2\n"}}});
    young.commit({.files = {{"a.py", "x = 1\ny = 3\n"}}, .message = "Fix y"});
    const QString folder = QString::fromStdString(young.path());
    const auto outcome = run({QStringLiteral("calibrate")}, folder);
    QCOMPARE(outcome.code, 1);
    QVERIFY(outcome.err.contains("at least 50 are needed"));
    QVERIFY(outcome.err.contains("lead back to 1 change"));
    QVERIFY(weights().isEmpty());
    const auto json = run({QStringLiteral("calibrate"), QStringLiteral("--format"), QStringLiteral("json")}, folder).json();
    QVERIFY(json.value(QStringLiteral("result")).isNull());
    QVERIFY(json.value(QStringLiteral("refusal")).toString().contains(QStringLiteral("at least 50")));
}

void TestCalibrate::shallowCloneIsRefused()
{
    const QString clone = m_folder.filePath(QStringLiteral("shallow"));
    m_builder.git({QStringLiteral("clone"), QStringLiteral("-q"), QStringLiteral("--depth"), QStringLiteral("2"),
                   QStringLiteral("file://") + QString::fromStdString(m_builder.path()), clone});
    const auto outcome = run({QStringLiteral("calibrate")}, clone);
    QCOMPARE(outcome.code, 3);
    QVERIFY(outcome.err.contains("shallow"));
    QVERIFY(outcome.err.contains("--unshallow"));
}

QTEST_GUILESS_MAIN(TestCalibrate)
#include "tst_calibrate.moc"
