// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/blast/DependentModel.h"
#include "ui/blast/RingLayout.h"
#include "ui/blast/RingPicture.h"

#include <QApplication>
#include <QLineF>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>
#include <random>
#include <set>
#include <tuple>

using namespace countersign;
using namespace countersign::ui;

/// Where the marks of the blast radius stand, for few files and for very many.
class TestRingLayout : public QObject
{
    Q_OBJECT
private slots:
    void holdsWhatItPromises_data();
    void holdsWhatItPromises();
    void isTheSameEveryTime();
    void fewFilesStandAlone();
    void manyFilesOfOneCellBecomeOneMarkALevel();
    void smallGroupsShareTheLastSector();
    void groupsByOwnerAndEnvironment();
    void marksAreFoundByPointAndByFile();
    void arrowKeysReachEveryMark();
    void levelTellsTheWorst_data();
    void levelTellsTheWorst();
    void filterNarrowsByTextHopsAndModule();
    void labelsStandApart_data();
    void labelsStandApart();
};

namespace
{

constexpr double turn = 2 * std::numbers::pi;

/// @p count files in @p modules modules, deeper ones depending on earlier ones.
std::vector<Dependent> files(int count, int modules, unsigned seed = 3)
{
    std::mt19937 random(seed);
    std::vector<Dependent> all;
    for (int i = 0; i < count; ++i) {
        Dependent one;
        // Unequal modules: the first ones are far larger than the last.
        const int module =
            static_cast<int>(static_cast<double>(modules) * std::pow(static_cast<double>(random() % 1000U) / 1000.0, 2));
        one.module = "mod" + std::to_string(module);
        one.path = one.module + "/file" + std::to_string(i) + ".py";
        one.hops = 1 + static_cast<int>(random() % 3U);
        one.via = i > 0 ? all[random() % static_cast<unsigned>(i)].path : "changed.py";
        one.fileClass =
            std::array{FileClass::Code, FileClass::Test, FileClass::Documentation, FileClass::Configuration}[random() % 4U];
        if (one.fileClass == FileClass::Configuration && random() % 8U == 0)
            one.environment = "prod";
        if (module % 3 != 0)
            one.owners = {"@team" + std::to_string(module % 5)};
        all.push_back(std::move(one));
    }
    return all;
}

std::vector<std::uint32_t> everyOne(const std::vector<Dependent> &all)
{
    std::vector<std::uint32_t> shown(all.size());
    std::iota(shown.begin(), shown.end(), 0U);
    return shown;
}

RingLayout layoutOf(const std::vector<Dependent> &all, RingGroup group = RingGroup::Module)
{
    return layOutRings(all, everyOne(all), group);
}

std::uint32_t sum(const std::array<std::uint32_t, ringCount> &counts)
{
    return std::accumulate(counts.begin(), counts.end(), 0U);
}

} // namespace

void TestRingLayout::holdsWhatItPromises_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("modules");
    QTest::newRow("none") << 0 << 1;
    QTest::newRow("one") << 1 << 1;
    QTest::newRow("a few in one module") << 7 << 1;
    QTest::newRow("usual") << 120 << 8;
    QTest::newRow("more modules than sectors") << 300 << 60;
    QTest::newRow("one huge module") << 3000 << 1;
    QTest::newRow("5,000 in 12 modules") << 5000 << 12;
    QTest::newRow("5,000 in 400 modules") << 5000 << 400;
}

void TestRingLayout::holdsWhatItPromises()
{
    QFETCH(int, count);
    QFETCH(int, modules);
    const auto all = files(count, modules);
    for (const RingGroup group : {RingGroup::Module, RingGroup::Owner, RingGroup::Environment}) {
        const RingLayout layout = layoutOf(all, group);
        // Every file is in exactly one mark, of its own ring and level.
        std::vector<std::uint32_t> members = layout.members;
        std::ranges::sort(members);
        QCOMPARE(members, everyOne(all));
        std::uint32_t next = 0;
        for (const auto &mark : layout.marks) {
            QCOMPARE(mark.first, next);
            next += mark.count;
            for (const std::uint32_t member : layout.membersOf(mark)) {
                QCOMPARE(all[member].hops, mark.hops);
                QVERIFY(levelOf(all[member]) <= mark.level);
            }
        }
        QCOMPARE(std::size_t{next}, all.size());
        // Counts add up.
        std::array<std::uint32_t, ringCount> counts{};
        double angle = 0;
        for (const auto &sector : layout.sectors) {
            for (std::size_t i = 0; i < counts.size(); ++i)
                counts[i] += sector.counts[i];
            QVERIFY(std::abs(sector.begin - angle) < 1e-9);
            angle += sector.sweep;
        }
        QCOMPARE(counts, layout.counts);
        QCOMPARE(std::size_t{sum(counts)}, all.size());
        QVERIFY(layout.sectors.size() <= mostSectors);
        if (!layout.sectors.empty())
            QVERIFY(std::abs(angle - turn) < 1e-9);
        // Each mark is inside its ring and its sector, and no two touch.
        for (std::size_t i = 0; i < layout.marks.size(); ++i) {
            const auto &mark = layout.marks[i];
            const double distance = std::hypot(mark.x, mark.y);
            QVERIFY(mark.radius > 0);
            QVERIFY(distance - mark.radius > ringEdge(mark.hops - 1));
            QVERIFY(distance + mark.radius < ringEdge(mark.hops));
            double at = std::atan2(mark.x, -mark.y);
            at = at < 0 ? at + turn : at;
            const auto &sector = layout.sectors[mark.sector];
            QVERIFY(at > sector.begin && at < sector.begin + sector.sweep);
            for (std::size_t j = 0; j < i; ++j) {
                const auto &other = layout.marks[j];
                const double apart = std::hypot(mark.x - other.x, mark.y - other.y);
                QVERIFY2(apart > mark.radius + other.radius, qPrintable(QStringLiteral("%1 and %2").arg(i).arg(j)));
            }
        }
    }
}

void TestRingLayout::isTheSameEveryTime()
{
    const auto all = files(800, 20);
    const RingLayout layout = layoutOf(all);
    QCOMPARE(layoutOf(all), layout);
    auto shown = everyOne(all);
    std::ranges::reverse(shown);
    const RingLayout other = layOutRings(all, shown, RingGroup::Module);
    QCOMPARE(other.sectors, layout.sectors);
    QCOMPARE(other.marks, layout.marks);
    QCOMPARE(other.members, layout.members);
}

void TestRingLayout::fewFilesStandAlone()
{
    const auto all = files(40, 5);
    const RingLayout layout = layoutOf(all);
    QCOMPARE(layout.marks.size(), all.size());
    QVERIFY(std::ranges::none_of(layout.marks, &RingLayout::Mark::isBundle));
}

void TestRingLayout::manyFilesOfOneCellBecomeOneMarkALevel()
{
    auto all = files(5000, 12);
    const RingLayout layout = layoutOf(all);
    // Readable: far fewer marks than files, and never two bundles of one level in a cell.
    QVERIFY2(layout.marks.size() < 1500, qPrintable(QString::number(layout.marks.size())));
    std::set<std::tuple<std::uint32_t, int, ReachLevel>> bundles;
    for (const auto &mark : layout.marks) {
        if (mark.isBundle())
            QVERIFY(bundles.emplace(mark.sector, mark.hops, mark.level).second);
    }
    QVERIFY(!bundles.empty());
}

void TestRingLayout::smallGroupsShareTheLastSector()
{
    const auto all = files(600, 60);
    const RingLayout layout = layoutOf(all);
    QCOMPARE(layout.sectors.size(), mostSectors);
    QVERIFY(layout.sectors.back().isRest);
    std::set<std::string> modules;
    for (const Dependent &one : all)
        modules.insert(one.module);
    QCOMPARE(std::size_t{layout.sectors.back().groups}, modules.size() - (mostSectors - 1));
    const auto sorted = std::span(layout.sectors).first(mostSectors - 1);
    QVERIFY(std::ranges::is_sorted(sorted, {}, &RingLayout::Sector::name));
}

void TestRingLayout::groupsByOwnerAndEnvironment()
{
    std::vector<Dependent> all(3);
    all[0].path = "a";
    all[0].owners = {"@a", "@b"};
    all[0].environment = "prod";
    all[1].path = "b";
    all[1].owners = {"@a", "@b"};
    all[2].path = "c";
    const RingLayout owners = layoutOf(all, RingGroup::Owner);
    QCOMPARE(owners.sectors.size(), std::size_t{2});
    QCOMPARE(QString::fromStdString(owners.sectors[1].name), QStringLiteral("@a, @b"));
    QCOMPARE(owners.sectors[1].files(), 2U);
    const RingLayout environments = layoutOf(all, RingGroup::Environment);
    QCOMPARE(environments.sectors.size(), std::size_t{2});
    QCOMPARE(QString::fromStdString(environments.sectors[1].name), QStringLiteral("prod"));
    QVERIFY(environments.sectors[0].name.empty());
}

void TestRingLayout::marksAreFoundByPointAndByFile()
{
    const auto all = files(900, 9);
    const RingLayout layout = layoutOf(all);
    for (std::size_t i = 0; i < layout.marks.size(); ++i) {
        const auto &mark = layout.marks[i];
        QCOMPARE(layout.markAt(mark.x, mark.y), static_cast<int>(i));
        QCOMPARE(layout.markAt(mark.x + mark.radius * 0.9, mark.y), static_cast<int>(i));
        for (const std::uint32_t member : layout.membersOf(mark))
            QCOMPARE(layout.markOf(member), static_cast<int>(i));
    }
    QCOMPARE(layout.markAt(0, 0), -1); // the change itself
    QCOMPARE(layout.markAt(2, 2), -1);
    QCOMPARE(layout.markOf(5000), -1);
}

void TestRingLayout::arrowKeysReachEveryMark()
{
    const auto all = files(200, 7);
    const RingLayout layout = layoutOf(all);
    std::set<int> seen;
    QCOMPARE(layout.neighbour(-1, 1, 0), 0);
    int start = 0;
    for (int ring = 1; ring <= ringCount; ++ring) {
        int at = start;
        for (std::size_t i = 0; i < layout.marks.size(); ++i) {
            seen.insert(at);
            const int before = at;
            at = layout.neighbour(at, 1, 0);
            QCOMPARE(layout.neighbour(at, -1, 0), before);
        }
        start = layout.neighbour(start, 0, 1);
    }
    QCOMPARE(seen.size(), layout.marks.size());
}

void TestRingLayout::levelTellsTheWorst_data()
{
    QTest::addColumn<int>("fileClass");
    QTest::addColumn<QString>("environment");
    QTest::addColumn<QString>("entryPoint");
    QTest::addColumn<bool>("usesSymbol");
    QTest::addColumn<int>("level");
    const auto row = [](const char *name, FileClass fileClass, const char *environment, const char *entry, bool uses,
                        ReachLevel level) {
        QTest::newRow(name) << static_cast<int>(fileClass) << QString::fromLatin1(environment) << QString::fromLatin1(entry)
                            << uses << static_cast<int>(level);
    };
    row("code", FileClass::Code, "", "", false, ReachLevel::Code);
    row("uses the changed name", FileClass::Code, "", "", true, ReachLevel::Exposed);
    row("entry point", FileClass::Code, "", "routes", false, ReachLevel::Exposed);
    row("staging", FileClass::Configuration, "staging", "", false, ReachLevel::Exposed);
    row("dev", FileClass::Configuration, "dev", "", false, ReachLevel::Code);
    row("production", FileClass::Infrastructure, "prod", "infrastructure", false, ReachLevel::Production);
    row("test that uses it", FileClass::Test, "", "", true, ReachLevel::Test);
    row("document that names it", FileClass::Documentation, "", "", true, ReachLevel::Context);
    row("generated", FileClass::Generated, "", "", false, ReachLevel::Context);
}

void TestRingLayout::levelTellsTheWorst()
{
    QFETCH(int, fileClass);
    QFETCH(QString, environment);
    QFETCH(QString, entryPoint);
    QFETCH(bool, usesSymbol);
    QFETCH(int, level);
    Dependent one;
    one.fileClass = static_cast<FileClass>(fileClass);
    one.environment = environment.toStdString();
    one.entryPoint = entryPoint.toStdString();
    if (usesSymbol)
        one.symbols = {"total"};
    QCOMPARE(static_cast<int>(levelOf(one)), level);
}

void TestRingLayout::filterNarrowsByTextHopsAndModule()
{
    auto all = files(300, 6);
    all[17].symbols = {"month_total"};
    all[17].hops = 2;
    const auto count = [&all](const DependentFilter &filter) { return filtered(all, filter).size(); };
    QCOMPARE(count({}), all.size());
    QCOMPARE(count({.text = QStringLiteral("MONTH_total file17.py")}), std::size_t{1});
    QCOMPARE(count({.text = QStringLiteral("month_total"), .mostHops = 1}), std::size_t{0});
    all[18].owners = {"@Überblick"};
    QCOMPARE(count({.text = QStringLiteral("überBLICK")}), std::size_t{1});
    QCOMPARE(count({.text = QStringLiteral("überall")}), std::size_t{0});
    const auto inModule = static_cast<std::size_t>(std::ranges::count(all, "mod1", &Dependent::module));
    QVERIFY(inModule > 0);
    QCOMPARE(count({.module = "mod1"}), inModule);
    const auto order = filtered(all, {});
    QVERIFY(std::ranges::is_sorted(order, std::ranges::greater(), [&all](std::uint32_t one) { return levelOf(all[one]); }));
}

void TestRingLayout::labelsStandApart_data()
{
    QTest::addColumn<int>("modules");
    QTest::addColumn<QSizeF>("size");
    for (const int modules : {1, 2, 5, 12, 40}) {
        for (const QSizeF size : {QSizeF(800, 780), QSizeF(420, 400), QSizeF(1600, 700)})
            QTest::addRow("%d modules, %gx%g", modules, size.width(), size.height()) << modules << size;
    }
}

void TestRingLayout::labelsStandApart()
{
    QFETCH(int, modules);
    QFETCH(QSizeF, size);
    const RingPicture picture{layoutOf(files(200, modules)), nullptr, RingGroup::Module, {}, {}, {}};
    const QRectF area(QPointF(10, 10), size);
    const RingPlan plan = planRings(picture, area, qApp->font());
    QCOMPARE(plan.labels.size(), picture.layout.sectors.size());
    for (const RingLabel &label : plan.labels) {
        QVERIFY(area.adjusted(-1, -1, 1, 1).contains(label.place));
        // Outside of the circle: the nearest point of the label is beyond its edge.
        const QPointF nearest(std::clamp(plan.centre.x(), label.place.left(), label.place.right()),
                              std::clamp(plan.centre.y(), label.place.top(), label.place.bottom()));
        QVERIFY(QLineF(plan.centre, nearest).length() > plan.radius);
        for (const RingLabel &other : plan.labels)
            QVERIFY(&label == &other || !label.place.intersects(other.place));
    }
}

QTEST_MAIN(TestRingLayout)
#include "tst_ringlayout.moc"
