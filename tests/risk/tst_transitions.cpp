// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Transition.h"

#include <QTest>

using namespace countersign;
using namespace countersign::testing;

/// Runs every case of tests/risk/transitions/*.txt; a file is named after the one rule it is about.
class TransitionsTest : public QObject
{
    Q_OBJECT
private slots:
    void ruleSaysWhatTheCaseExpects_data();
    void ruleSaysWhatTheCaseExpects();
    void everyRuleHasPositiveAndNegativeCases_data();
    void everyRuleHasPositiveAndNegativeCases();
};

void TransitionsTest::ruleSaysWhatTheCaseExpects_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("index");
    for (const std::string &file : transitionFiles()) {
        const auto cases = readTransitions(file);
        for (std::size_t i = 0; i < cases.size(); ++i)
            QTest::addRow("%s %s", file.c_str(), cases[i].name.c_str()) << QString::fromStdString(file) << static_cast<int>(i);
    }
}

void TransitionsTest::ruleSaysWhatTheCaseExpects()
{
    QFETCH(QString, file);
    QFETCH(int, index);
    const std::string name = file.toStdString();
    const TransitionCase seeded = readTransitions(name)[static_cast<std::size_t>(index)];
    const std::string rule = name.substr(0, name.find('.'));
    const std::string found =
        summary(findings(rule, seeded.before, seeded.after, seeded.change, seeded.renames, seeded.around, seeded.pasts));
    QCOMPARE(QString::fromStdString(found), QString::fromStdString(seeded.expected));
}

void TransitionsTest::everyRuleHasPositiveAndNegativeCases_data()
{
    QTest::addColumn<QString>("file");
    for (const std::string &file : transitionFiles())
        QTest::addRow("%s", file.c_str()) << QString::fromStdString(file);
}

void TransitionsTest::everyRuleHasPositiveAndNegativeCases()
{
    QFETCH(QString, file);
    int silent = 0;
    int loud = 0;
    for (const TransitionCase &seeded : readTransitions(file.toStdString()))
        ++(seeded.expected.empty() ? silent : loud);
    QVERIFY2(silent >= 4 && loud >= 4, qPrintable(QStringLiteral("%1 findings, %2 silent").arg(loud).arg(silent)));
}

QTEST_GUILESS_MAIN(TransitionsTest)
#include "tst_transitions.moc"
