// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Benches.h"

#include "core/SafeText.h"
#include "core/Workers.h"
#include "workbench/ChangeReport.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>
#include <ranges>

namespace countersign::bench
{

namespace
{

constexpr std::size_t severities = 5;

/// What the rules say about one commit.
struct Judged {
    QByteArray commit;
    std::vector<Finding> findings;
};

/// The newest commits of the first-parent line that are no merges.
QList<QByteArray> commitsOf(const Options &options)
{
    QList<QByteArray> commits =
        git(options.repository,
            {QStringLiteral("rev-list"), QStringLiteral("--first-parent"), QStringLiteral("--no-merges"),
             QStringLiteral("--max-count=%1").arg(options.isQuick ? 5 : options.commits), QStringLiteral("HEAD")})
            .split('\n');
    commits.removeAll(QByteArray());
    return commits;
}

std::vector<Judged> judge(const Options &options, const QList<QByteArray> &commits)
{
    workbench::Engine engine = *demand(workbench::Engine::load());
    engine.reports.reset();
    std::vector<git::Repository> handles;
    for (unsigned i = 0; i < workbench::allCores(); ++i)
        handles.push_back(demand(git::Repository::open(options.repository.toStdString())));
    std::vector<Judged> judged(static_cast<std::size_t>(commits.size()));
    const auto threads = std::views::iota(std::size_t{0}, handles.size());
    onThreads(threads, judged.size(), [&](std::size_t thread, std::size_t i) {
        git::Repository &handle = handles[thread];
        judged[i].commit = commits[static_cast<qsizetype>(i)];
        const auto change = git::resolveChange(handle, judged[i].commit.toStdString() + "^.." + judged[i].commit.toStdString());
        if (!change)
            return; // the first commit has no parent
        const auto compared = demand(workbench::compareChange(handle, *change));
        judged[i].findings = demand(workbench::findRisks(handle, engine, compared));
    });
    return judged;
}

void printSample(const std::vector<Judged> &judged, const QString &rule)
{
    constexpr std::size_t most = 20;
    std::vector<std::pair<QByteArray, const Finding *>> alarms;
    for (const Judged &one : judged) {
        for (const Finding &finding : one.findings) {
            if (finding.rule == rule.toStdString() && finding.severity >= Severity::High)
                alarms.emplace_back(one.commit.left(10), &finding);
        }
    }
    const std::size_t step = std::max<std::size_t>(1, alarms.size() / most);
    for (std::size_t i = 0; i < alarms.size(); i += step) {
        const auto &[commit, finding] = alarms[i];
        std::printf("    %s %s %s %s:%u  %s | %s\n", commit.constData(), finding->rule.c_str(),
                    std::string(name(finding->severity)).c_str(), safeText(finding->file).c_str(), finding->startLine,
                    finding->title.english().c_str(),
                    finding->evidence.empty() ? "" : finding->evidence.front().english().c_str());
    }
}

} // namespace

void benchAlarms(const Options &options, Table &table)
{
    const QList<QByteArray> commits = commitsOf(options);
    const std::vector<Judged> judged = judge(options, commits);
    std::map<std::string, std::array<int, severities>> counts;
    int alarms = 0;
    for (const Judged &one : judged) {
        for (const Finding &finding : one.findings) {
            ++counts[finding.rule].at(static_cast<std::size_t>(finding.severity));
            alarms += finding.severity >= Severity::High ? 1 : 0;
        }
    }
    table.head(QStringLiteral("Findings in %1 commits of %2").arg(commits.size()).arg(options.repository));
    table.add({QStringLiteral("high or critical findings a commit"),
               alarms / std::max<double>(1, static_cast<double>(commits.size())),
               QStringLiteral("findings"),
               {},
               0.3});
    std::printf("  %-8s %8s %8s %8s %8s %8s\n", "rule", "critical", "high", "medium", "low", "info");
    for (const auto &[rule, count] : counts)
        std::printf("  %-8s %8d %8d %8d %8d %8d\n", rule.c_str(), count[4], count[3], count[2], count[1], count[0]);
    for (const QString &rule : options.samples)
        printSample(judged, rule);
}

} // namespace countersign::bench
