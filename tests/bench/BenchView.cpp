// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Benches.h"

#include "core/Memory.h"
#include "diff/Diff.h"
#include "ui/MainWindow.h"
#include "ui/diffview/DiffView.h"
#include "ui/style/Theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <memory>
#include <random>

namespace countersign::bench
{

std::vector<double> gapsWhile(const std::function<bool()> &isBusy)
{
    std::vector<double> gaps;
    QElapsedTimer since;
    QTimer probe;
    probe.setTimerType(Qt::PreciseTimer);
    QObject::connect(&probe, &QTimer::timeout, [&] {
        gaps.push_back(static_cast<double>(since.nsecsElapsed()) / 1e6);
        since.restart();
    });
    since.start();
    probe.start(1);
    QElapsedTimer whole;
    whole.start();
    while ((isBusy() || whole.elapsed() < 300) && whole.elapsed() < 60'000)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 20);
    return gaps;
}

namespace
{

/// A file of @p lines lines, and the same with every 40th line changed and some put in.
std::pair<QByteArray, QByteArray> pairOfFiles(int lines)
{
    std::mt19937 random(11);
    QByteArray before;
    QByteArray after;
    for (int i = 0; i < lines; ++i) {
        const QByteArray line = "    total += price_of(item_" + QByteArray::number(static_cast<int>(random() % 5000)) + ") * "
            + QByteArray::number(i % 97) + ";\n";
        before += line;
        after += i % 40 == 7 ? QByteArray(line).replace("total", "sum") : line;
        if (i % 1000 == 3)
            after += "    check(total);\n";
    }
    return {before, after};
}

std::shared_ptr<const FileChange> fileChange(const QByteArray &before, const QByteArray &after)
{
    auto file = std::make_shared<FileChange>();
    file->delta.oldSide = {"src/prices.cpp", {}, 0100644, 0};
    file->delta.newSide = {"src/prices.cpp", {}, 0100644, 0};
    file->oldText = Text(before.toStdString());
    file->newText = Text(after.toStdString());
    file->rows = diff::diffTexts(file->oldText, file->newText);
    return file;
}

void benchFile(const Options &options, Table &table, int lines, double memoryMarkMiB)
{
    const auto [before, after] = pairOfFiles(lines);
    const QTemporaryDir folder;
    for (const auto &[name, bytes] : {std::pair("a.cpp", before), std::pair("b.cpp", after)}) {
        QFile out(folder.filePath(QString::fromLatin1(name)));
        if (out.open(QIODevice::WriteOnly))
            out.write(bytes);
    }
    table.head(QStringLiteral("Two files of %1 lines").arg(lines));
    ui::DiffView view;
    view.resize(1600, 1000);
    view.show();
    view.setFile(fileChange("a\n", "b\n"), {}, {}); // fonts and glyphs are not the file's
    (void)view.grab();
    const std::size_t memoryBefore = residentKiB();
    std::shared_ptr<const FileChange> file;
    const Pair pair = alternated(
        options.rounds(),
        [&] {
            file = fileChange(before, after);
            view.setFile(file, {}, {});
            (void)view.grab();
        },
        [&] {
            (void)git(folder.path(),
                      {QStringLiteral("diff"), QStringLiteral("--no-index"), QStringLiteral("--numstat"), QStringLiteral("a.cpp"),
                       QStringLiteral("b.cpp")});
        });
    table.add({QStringLiteral("first painted diff, scrollable"), pair.ours, QStringLiteral("ms"), pair.theirs, 2});
    giveFreeMemoryBack(); // as the program does when a change is open
    const double memory = static_cast<double>(residentKiB() - memoryBefore) / 1024;
    table.add({QStringLiteral("resident memory, texts included"), memory, QStringLiteral("MiB"), {}, memoryMarkMiB});
    const double texts = static_cast<double>(before.size() + after.size()) / 1048576;
    table.add({QStringLiteral("  above the two texts, a row"),
               (memory - texts) * 1048576 / std::max<double>(1, static_cast<double>(file->rows.rows.size())),
               QStringLiteral("B"),
               {},
               {}});
    std::vector<double> jumps;
    std::vector<double> steps;
    std::mt19937 random(5);
    auto *bar = view.verticalScrollBar();
    for (int i = 0; i < (options.isQuick ? 3 : 200); ++i) {
        jumps.push_back(timed([&] {
            bar->setValue(static_cast<int>(random() % static_cast<unsigned>(std::max(1, bar->maximum()))));
            (void)view.grab();
        }));
        steps.push_back(timed([&] {
            bar->setValue(bar->value() + bar->singleStep());
            (void)view.grab();
        }));
    }
    table.add({QStringLiteral("scrolling a step, p95"), quantile(steps, .95), QStringLiteral("ms"), {}, 8});
    table.add({QStringLiteral("scrolling a step, p99"), quantile(steps, .99), QStringLiteral("ms"), {}, 16.7});
    table.add({QStringLiteral("jump anywhere, worst"), quantile(jumps, 1), QStringLiteral("ms"), {}, 16.7});
}

void benchWindow(const Options &options, Table &table)
{
    table.head(QStringLiteral("The window: the queue fills, then a change is opened"));
    ui::MainWindow window;
    window.show();
    window.openRepository(options.queueClone);
    auto gaps = gapsWhile([&] { return !window.isSettled(); });
    window.openChange(options.isQuick ? QStringLiteral("HEAD") : QStringLiteral("HEAD~40..HEAD"));
    for (const double gap : gapsWhile([&] { return !window.isSettled(); }))
        gaps.push_back(gap);
    table.add({QStringLiteral("GUI thread away, p99"), quantile(gaps, .99), QStringLiteral("ms"), {}, 8});
    table.add({QStringLiteral("GUI thread away, worst"), quantile(gaps, 1), QStringLiteral("ms"), {}, 50});
}

} // namespace

void benchView(const Options &options, Table &table)
{
    ui::applyTheme(*qApp, QStringLiteral("light"));
    benchFile(options, table, options.isQuick ? 1000 : 100'000, 100);
    if (!options.isQuick)
        benchFile(options, table, 1'000'000, 280);
    benchWindow(options, table);
}

} // namespace countersign::bench
