// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Measure.h"

#include <QFile>
#include <QProcess>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>

namespace countersign::bench
{

double timed(const std::function<void()> &work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

double quantile(std::vector<double> values, double share)
{
    if (values.empty())
        return 0;
    std::ranges::sort(values);
    return values[std::min(values.size() - 1, static_cast<std::size_t>(share * static_cast<double>(values.size())))];
}

double median(std::vector<double> values)
{
    return quantile(std::move(values), 0.5);
}

Pair alternated(int rounds, const std::function<void()> &ours, const std::function<void()> &theirs)
{
    std::vector<double> a;
    std::vector<double> b;
    for (int i = 0; i < rounds; ++i) {
        b.push_back(timed(theirs));
        a.push_back(timed(ours));
    }
    return {median(std::move(a)), median(std::move(b))};
}

QByteArray git(const QString &repository, const QStringList &arguments, const QByteArray &input)
{
    QProcess process;
    process.start(QStringLiteral("git"), QStringList{QStringLiteral("-C"), repository} + arguments);
    process.write(input);
    process.closeWriteChannel();
    process.waitForFinished(-1);
    // "git diff --no-index" says 1 for "there are differences".
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() > 1) {
        std::fprintf(stderr, "git %s: %s", qPrintable(arguments.join(QLatin1Char(' '))),
                     process.readAllStandardError().constData());
        std::exit(3);
    }
    return process.readAllStandardOutput();
}

std::size_t residentKiB()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (status.open(QIODevice::ReadOnly)) {
        for (const QByteArray &line : status.readAll().split('\n')) {
            if (line.startsWith("VmRSS:"))
                return line.simplified().split(' ').at(1).toULongLong();
        }
    }
    return 0;
}

void Table::head(const QString &title)
{
    std::printf("\n%s\n", qPrintable(title));
    if (!m_hasHead)
        std::printf("%-52s %12s %10s %8s %8s  %s\n", "", "ours", "git (ms)", "ratio", "mark", "");
    m_hasHead = true;
}

void Table::add(const Row &row)
{
    const double value = row.yardstick ? row.ours / std::max(*row.yardstick, 0.001) : row.ours;
    const QString ours = QString::number(row.ours, 'f', row.ours < 10 ? 2 : row.ours < 100 ? 1 : 0) + QLatin1Char(' ') + row.unit;
    const QString yardstick = row.yardstick ? QString::number(*row.yardstick, 'f', 1) : QString();
    const QString ratio = row.yardstick ? QString::number(value, 'f', 2) : QString();
    const QString mark = row.mark ? QString::number(*row.mark, 'g', 4) : QString();
    const char *verdict = !row.mark ? "" : value <= *row.mark ? "ok" : value <= 2 * *row.mark ? "half" : "over";
    std::printf("%-52s %12s %10s %8s %8s  %s\n", qPrintable(row.what), qPrintable(ours), qPrintable(yardstick), qPrintable(ratio),
                qPrintable(mark), verdict);
    std::fflush(stdout);
}

} // namespace countersign::bench
