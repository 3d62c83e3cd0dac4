// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Transition.h"

#include "risk/DeclarativeRule.h"
#include "risk/Detector.h"
#include "risk/RuleSet.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace countersign;
using namespace countersign::testing;

/// Runs every case of tests/risk/transitions/*.txt; a file is named after the one rule it is about.
class TransitionsTest : public QObject
{
    Q_OBJECT
private slots:
    void ruleSaysWhatTheCaseExpects_data();
    void ruleSaysWhatTheCaseExpects();
    void everyRuleHasEightCasesOfEitherKind_data();
    void everyRuleHasEightCasesOfEitherKind();
    void everyRuleOfTheEngineHasCases();
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
    const std::string found = rule == "SCP-07"
        ? summary(meetings(seeded))
        : summary(findings(rule, seeded.before, seeded.after, seeded.change, seeded.renames, seeded.around, seeded.pasts));
    QCOMPARE(QString::fromStdString(found), QString::fromStdString(seeded.expected));
}

void TransitionsTest::everyRuleHasEightCasesOfEitherKind_data()
{
    QTest::addColumn<QString>("file");
    for (const std::string &file : transitionFiles())
        QTest::addRow("%s", file.c_str()) << QString::fromStdString(file);
}

void TransitionsTest::everyRuleHasEightCasesOfEitherKind()
{
    QFETCH(QString, file);
    int silent = 0;
    int loud = 0;
    bool moved = false;
    bool preExisting = false;
    bool fixed = false;
    for (const TransitionCase &seeded : readTransitions(file.toStdString())) {
        ++(seeded.expected.empty() ? silent : loud);
        moved |= seeded.name.starts_with("moved");
        preExisting |= seeded.name.starts_with("pre-existing");
        fixed |= seeded.name.starts_with("fix");
    }
    QVERIFY2(silent >= 8 && loud >= 8, qPrintable(QStringLiteral("%1 findings, %2 silent").arg(loud).arg(silent)));
    QVERIFY2(moved && preExisting && fixed,
             qPrintable(QStringLiteral("moved %1, pre-existing %2, fixed %3").arg(moved).arg(preExisting).arg(fixed)));
}

void TransitionsTest::everyRuleOfTheEngineHasCases()
{
    const auto files = transitionFiles();
    std::set<std::string> ids{"SCP-07"}; // of meetings, which the engine is not asked about
    const auto rules = risk::RuleSet::builtIn();
    QVERIFY(rules.has_value());
    for (const auto &rule : (*rules)->rules())
        ids.insert(rule->id);
    for (const auto &detector : risk::detectors())
        ids.emplace(detector->rule());
    for (const std::string &id : ids)
        QVERIFY2(std::ranges::contains(files, id + ".txt"), id.c_str());
}

QTEST_GUILESS_MAIN(TransitionsTest)
#include "tst_transitions.moc"
