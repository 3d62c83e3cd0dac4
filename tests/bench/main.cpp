// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Benches.h"
#include "core/Memory.h"

#include "workbench/Demo.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QTemporaryDir>
#include <QThread>

#include <cstdio>

using namespace countersign;

/// countersign_bench [--quick] [--part ranges|analysis|alarms|fixes|axes|blast|view|queue|records]... [REPO]: prints a table of
/// times and ratios. Without REPO, on the demo repository; without a part, all of them.
int main(int argc, char *argv[])
{
    countersign::giveLargeBlocksBack();
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption quick(QStringLiteral("quick"));
    const QCommandLineOption part(
        QStringLiteral("part"),
        QStringLiteral("Measures only this: ranges, analysis, alarms, fixes, axes, blast, view, queue or records."),
        QStringLiteral("PART"));
    const QCommandLineOption commits(QStringLiteral("commits"), QStringLiteral("Counts findings in so many commits."),
                                     QStringLiteral("COUNT"), QStringLiteral("500"));
    const QCommandLineOption sample(QStringLiteral("sample"), QStringLiteral("Prints a sample of this rule's high findings."),
                                    QStringLiteral("RULE"));
    parser.addHelpOption();
    parser.addOptions({quick, part, commits, sample});
    parser.addPositionalArgument(QStringLiteral("REPO"), QStringLiteral("Repository to measure on; it is not written to."));
    parser.process(application);
    const QTemporaryDir folder;
    qputenv("COUNTERSIGN_STORE", folder.filePath(QStringLiteral("reviews.sqlite")).toUtf8());
    qputenv("COUNTERSIGN_CACHE", folder.filePath(QStringLiteral("cache")).toUtf8());
    bench::Options options;
    options.repository = parser.positionalArguments().value(0);
    options.isQuick = parser.isSet(quick);
    options.commits = parser.value(commits).toInt();
    options.samples = parser.values(sample);
    if (options.repository.isEmpty()) {
        options.repository = folder.filePath(QStringLiteral("demo"));
        if (!workbench::writeDemo(options.repository.toStdString()))
            return 3;
        std::printf("On the demo repository; name one with a long history: ./dev bench REPO\n");
    }
#ifdef NDEBUG
    constexpr const char *build = "release";
#else
    constexpr const char *build = "DEBUG: these numbers mean nothing";
#endif
    std::printf("%d cores, %s build. N = git diff --numstat of the same range; medians of %d rounds in turns.\n"
                "ok: the mark is reached; half: within twice the mark; over: neither.\n",
                QThread::idealThreadCount(), build, options.rounds());
    const QStringList parts = parser.values(part);
    const auto isAsked = [&parts](const char *name) { return parts.isEmpty() || parts.contains(QLatin1String(name)); };
    bench::Table table;
    if (isAsked("ranges"))
        bench::benchRanges(options, table);
    if (isAsked("analysis"))
        bench::benchAnalysis(options, table);
    if (isAsked("alarms"))
        bench::benchAlarms(options, table);
    if (isAsked("fixes"))
        bench::benchFixes(options, table);
    if (isAsked("axes"))
        bench::benchAxes(options, table);
    if (isAsked("blast"))
        bench::benchBlast(options, table);
    if (isAsked("view") || isAsked("queue"))
        bench::makeQueueClone(options, folder.filePath(QStringLiteral("queue.git")));
    if (isAsked("view"))
        bench::benchView(options, table);
    if (isAsked("queue"))
        bench::benchQueue(options, table);
    if (isAsked("records"))
        bench::benchRecords(options, table);
    return 0;
}
