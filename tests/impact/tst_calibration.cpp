// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "impact/Calibration.h"
#include "impact/FixMessage.h"

#include <QTest>

#include <random>

using namespace countersign;
using namespace countersign::impact;
using risk::Factor;

namespace
{

risk::LikelihoodModel shipped()
{
    const auto model = risk::LikelihoodModel::builtIn();
    if (!model)
        qFatal("no weights");
    return *model;
}

/// Changes where what wide ones touch breaks, and long ones are harmless: the opposite of what the shipped weights say of lines.
std::vector<LabelledChange> peculiar(std::size_t count)
{
    std::mt19937 random(7);
    std::vector<LabelledChange> out;
    for (std::size_t i = 0; i < count; ++i) {
        const double files = 1 + static_cast<double>(random() % 12);
        const double lines = 5 + static_cast<double>(random() % 400);
        LabelledChange change;
        for (std::size_t factor = 0; factor < risk::factorCount; ++factor)
            change.features.at(factor) = 0;
        change.features.at(static_cast<std::size_t>(Factor::Files)) = files;
        change.features.at(static_cast<std::size_t>(Factor::LinesAdded)) = lines;
        change.isBad = files > 8 || (files > 6 && random() % 2 == 0);
        out.push_back(change);
    }
    return out;
}

double weight(const risk::LikelihoodModel &model, Factor factor)
{
    return model.terms.at(static_cast<std::size_t>(factor)).weight;
}

} // namespace

class TestCalibration : public QObject
{
    Q_OBJECT

private slots:
    void ownPatternIsLearned();
    void endlessShrinkageGivesTheShippedWeights();
    void withoutShrinkageThePastAloneSpeaks();
    void sameChangesGiveTheSameWeights();
    void tooLittleIsSaid_data();
    void tooLittleIsSaid();
    void weightsComeBackFromTheirFile();
    void messagesTellOfFixes_data();
    void messagesTellOfFixes();
    void messagesNameTheirCauses();
};

void TestCalibration::ownPatternIsLearned()
{
    const auto changes = peculiar(1000);
    const Calibration found = calibrate(changes, shipped());
    QCOMPARE(found.changes, 1000U);
    QCOMPARE(found.judged, 200U);
    QVERIFY2(found.isBetter(), qPrintable(QString::number(found.refitted.auc)));
    QVERIFY(found.refitted.auc > .95);
    QVERIFY(found.linesAdded.auc < .6);
    QVERIFY(found.refitted.capture30 > found.shipped.capture30);
    QVERIFY(weight(found.model, Factor::Files) > weight(shipped(), Factor::Files));
    QVERIFY(found.model.isCalibrated);
    QCOMPARE(found.model.quantiles.size(), shipped().quantiles.size());
    QVERIFY(std::ranges::is_sorted(found.model.quantiles));
}

void TestCalibration::endlessShrinkageGivesTheShippedWeights()
{
    const auto found = calibrate(peculiar(1000), shipped(), 1e12);
    for (std::size_t i = 0; i < risk::factorCount; ++i)
        QVERIFY(std::abs(found.model.terms.at(i).weight - shipped().terms.at(i).weight) < 1e-6);
    QVERIFY(std::abs(found.refitted.auc - found.shipped.auc) < 1e-9);
    QVERIFY(!found.isBetter() || found.refitted.auc - found.shipped.auc < 1e-9);
}

void TestCalibration::withoutShrinkageThePastAloneSpeaks()
{
    const auto changes = peculiar(1000);
    const auto drawn = calibrate(changes, shipped(), shrinkage);
    const auto free = calibrate(changes, shipped(), .01);
    // Lines say nothing about these bugs; the less the shipped weight draws, the closer to nothing.
    QVERIFY(std::abs(weight(free.model, Factor::LinesAdded)) < std::abs(weight(drawn.model, Factor::LinesAdded)) + .2);
    QVERIFY(weight(free.model, Factor::Files) > weight(drawn.model, Factor::Files));
}

void TestCalibration::sameChangesGiveTheSameWeights()
{
    const auto changes = peculiar(600);
    QCOMPARE(calibrate(changes, shipped()).model.toToml(), calibrate(changes, shipped()).model.toToml());
}

void TestCalibration::tooLittleIsSaid_data()
{
    QTest::addColumn<int>("bad");
    QTest::addColumn<bool>("isLate");
    QTest::addColumn<bool>("isEnough");
    QTest::newRow("nothing") << 0 << false << false;
    QTest::newRow("one less than needed") << 49 << true << false;
    QTest::newRow("as many as needed") << 50 << true << true;
    QTest::newRow("none among the newest") << 100 << false << false;
}

void TestCalibration::tooLittleIsSaid()
{
    QFETCH(int, bad);
    QFETCH(bool, isLate);
    QFETCH(bool, isEnough);
    std::vector<LabelledChange> changes(500);
    for (int i = 0; i < bad; ++i)
        changes[static_cast<std::size_t>(isLate ? 499 - 2 * i : i)].isBad = true;
    const auto reason = tooLittle(changes);
    QCOMPARE(!reason.has_value(), isEnough);
    if (reason)
        QVERIFY(reason->english().contains(bad < 50 ? "at least 50" : "at least 10"));
}

void TestCalibration::weightsComeBackFromTheirFile()
{
    auto model = calibrate(peculiar(600), shipped()).model;
    model.origin = "Refitted on 600 changes";
    const auto back = risk::LikelihoodModel::parse(model.toToml(), "weights.toml");
    QVERIFY(back.has_value());
    QCOMPARE(back->toToml(), model.toToml());
    QVERIFY(back->isCalibrated);
    const auto judged = back->judge(peculiar(1).front().features, {}, {});
    QCOMPARE(judged.origin, model.origin);
    QVERIFY(judged.isCalibrated);
}

void TestCalibration::messagesTellOfFixes_data()
{
    QTest::addColumn<QString>("message");
    QTest::addColumn<bool>("isFix");
    QTest::addColumn<bool>("namesIssue");
    QTest::newRow("fix") << "Fix crash on empty orders" << true << false;
    QTest::newRow("fix of an issue") << "Handle empty orders\n\nFixes #12." << false << true;
    QTest::newRow("tracker key first") << "SHOP-77: fix rounding" << true << true;
    QTest::newRow("pull request number only") << "Fix rounding (#481)" << true << false;
    QTest::newRow("fix of a web address") << "Fix: https://example.com/a/b/issues/7" << true << true;
    QTest::newRow("typo") << "Fix typo in the manual" << false << false;
    QTest::newRow("test") << "fix(tests): flaky clock" << false << false;
    QTest::newRow("feature") << "Add orders, see #12" << false << false;
    QTest::newRow("closes a wish") << "Add orders\n\nCloses #12" << false << false;
}

void TestCalibration::messagesTellOfFixes()
{
    QFETCH(QString, message);
    const auto read = readFixMessage(message.toStdString());
    QTEST(read.isFix, "isFix");
    QTEST(read.namesIssue, "namesIssue");
}

void TestCalibration::messagesNameTheirCauses()
{
    const auto read = readFixMessage("net: fix it\n\nFixes: 1A2b3c4d5e6f (\"net: break it\")\nFixes: #12\nFixes: abc\n"
                                     "This reverts commit 0123456789012345678901234567890123456789.\n");
    QCOMPARE(read.causes, std::vector<std::string>{"1a2b3c4d5e6f"});
    QCOMPARE(read.reverted, std::vector<std::string>{"0123456789012345678901234567890123456789"});
}

QTEST_GUILESS_MAIN(TestCalibration)
#include "tst_calibration.moc"
