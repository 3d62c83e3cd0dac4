// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Benches.h"

#include "ui/blast/DependentModel.h"
#include "ui/blast/PictureExport.h"
#include "ui/blast/RingView.h"
#include "ui/style/Theme.h"

#include <QApplication>
#include <QPixmap>
#include <QTemporaryDir>

#include <algorithm>
#include <array>
#include <memory>
#include <random>
#include <string>
#include <tuple>

namespace countersign::bench
{

namespace
{

std::shared_ptr<const std::vector<Dependent>> dependents(int count)
{
    std::mt19937 random(7);
    auto all = std::make_shared<std::vector<Dependent>>();
    for (int i = 0; i < count; ++i) {
        Dependent one;
        one.module = "services/part" + std::to_string(random() % 60U);
        one.path = one.module + "/src/main/file" + std::to_string(i) + ".java";
        one.hops = i < count / 20 ? 1 : i < count / 3 ? 2 : 3;
        one.via = i > 0 ? (*all)[random() % static_cast<unsigned>(i)].path : "core/Money.java";
        one.kind = "import";
        one.line = 3;
        one.owners = {"@team" + std::to_string(random() % 9U)};
        one.fileClass = std::array{FileClass::Code, FileClass::Code,          FileClass::Code,
                                   FileClass::Test, FileClass::Documentation, FileClass::Configuration}[random() % 6U];
        all->push_back(std::move(one));
    }
    std::ranges::sort(*all, {}, [](const Dependent &one) { return std::tie(one.hops, one.path); });
    return all;
}

double medianOf(const Options &options, const std::function<void()> &work)
{
    std::vector<double> times;
    for (int i = 0; i < options.rounds() * 4; ++i)
        times.push_back(timed(work));
    return median(std::move(times));
}

void benchPicture(const Options &options, Table &table, int count)
{
    table.head(QStringLiteral("The picture of a blast radius of %1 files").arg(count));
    const auto all = dependents(count);
    std::vector<std::uint32_t> shown;
    ui::RingPicture picture;
    picture.dependents = all;
    picture.centre = QStringLiteral("#482");
    table.add({QStringLiteral("filter by text, all rows"),
               medianOf(options, [&] { shown = ui::filtered(*all, {.text = QStringLiteral("file java")}); }),
               QStringLiteral("ms"),
               {},
               16.7});
    table.add({QStringLiteral("layout, in the background"),
               medianOf(options, [&] { picture.layout = ui::layOutRings(*all, shown, ui::RingGroup::Module); }),
               QStringLiteral("ms"),
               {},
               50});
    table.add(
        {QStringLiteral("marks in the picture"), static_cast<double>(picture.layout.marks.size()), QStringLiteral(""), {}, {}});
    ui::RingView view;
    view.resize(820, 860);
    view.show();
    const auto paint = [&](qreal scale) {
        QPixmap target(view.size() * scale);
        target.setDevicePixelRatio(scale);
        view.render(&target);
    };
    const auto paintAnew = [&] {
        view.setPicture(picture);
        paint(1);
    };
    table.add({QStringLiteral("painted anew"), medianOf(options, paintAnew), QStringLiteral("ms"), {}, 16.7});
    std::size_t mark = 0;
    const auto moveOn = [&] {
        mark = (mark + 7) % picture.layout.marks.size();
        view.setCurrentFile(picture.layout.members[picture.layout.marks[mark].first]);
        paint(1);
    };
    table.add({QStringLiteral("another mark is current"), medianOf(options, moveOn), QStringLiteral("ms"), {}, 8});
    double x = -0.5;
    const auto point = [&] {
        x += 0.01;
        (void)picture.layout.markAt(x, 0.3, 0.01);
    };
    table.add({QStringLiteral("what is under the pointer"), medianOf(options, point), QStringLiteral("ms"), {}, 1});
    const QTemporaryDir folder;
    ui::PictureStyle style;
    style.theme = &ui::Theme::light();
    style.font = view.font();
    table.add({QStringLiteral("export as SVG"),
               medianOf(options, [&] { (void)ui::writePicture(picture, style, folder.filePath(QStringLiteral("x.svg"))); }),
               QStringLiteral("ms"),
               {},
               {}});
}

} // namespace

void benchBlast(const Options &options, Table &table)
{
    ui::applyTheme(*qApp, QStringLiteral("light"));
    benchPicture(options, table, options.isQuick ? 300 : 5000);
    if (!options.isQuick)
        benchPicture(options, table, 50'000);
}

} // namespace countersign::bench
