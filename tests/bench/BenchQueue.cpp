// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Benches.h"

#include "git/Repository.h"
#include "workbench/Queue.h"

#include <atomic>
#include <cstdio>
#include <cstdlib>

namespace countersign::bench
{

void makeQueueClone(Options &options, const QString &clone)
{
    const auto words = [](const char *text) { return QString::fromLatin1(text).split(QLatin1Char(' ')); };
    const qsizetype count = options.isQuick ? 3 : 1000;
    (void)git(options.repository, words("clone -q --bare --shared --single-branch .") << clone);
    auto tips = git(options.repository,
                    words("for-each-ref --format=%(objectname) --sort=-committerdate --no-merged=HEAD")
                        << QStringLiteral("--count=%1").arg(count) << QStringLiteral("refs/pull/*/head"))
                    .split('\n');
    tips.removeAll(QByteArray());
    options.queueClone = clone;
    options.realRequests = tips.size();
    if (tips.size() < count) {
        auto commits = git(options.repository,
                           words("rev-list --no-merges HEAD") << QStringLiteral("--max-count=%1").arg(count - tips.size()))
                           .split('\n');
        commits.removeAll(QByteArray());
        tips += commits;
        // The target stands before all of them, so that they are open.
        (void)git(clone, words("update-ref HEAD") << QString::fromLatin1(commits.last()));
    }
    QByteArray commands;
    for (qsizetype i = 0; i < tips.size(); ++i)
        commands += "create refs/pull/" + QByteArray::number(i + 1) + "/head " + tips[i] + "\n";
    (void)git(clone, words("update-ref --stdin"), commands);
}

void benchQueue(const Options &options, Table &table)
{
    const auto repository = git::Repository::open(options.queueClone.toStdString());
    const auto engine = workbench::Engine::load();
    const auto target = repository ? repository->targetBranch() : Result<git::Reference>(std::unexpected(repository.error()));
    if (!repository || !engine || !target) {
        std::fprintf(stderr, "the clone cannot be opened\n");
        std::exit(3);
    }
    std::vector<workbench::QueueEntry> entries;
    const double listing = timed([&] {
        if (auto listed = workbench::listQueue(*repository, *target))
            entries = std::move(*listed);
    });
    table.head(QStringLiteral("Queue of %1 pull-request refs (%2 of them real)").arg(entries.size()).arg(options.realRequests));
    table.add({QStringLiteral("first rows in the window"), listing, QStringLiteral("ms"), {}, 200});
    std::atomic<int> unreadable = 0;
    const double whole = timed([&] {
        (void)workbench::analyzeQueue(
            *repository, *target, **engine, entries, 0, {}, {},
            [&](std::size_t, const workbench::QueueEntry &entry) { unreadable += entry.analysis ? 0 : 1; });
    });
    const double diffs = timed([&] {
        for (const auto &entry : entries) {
            if (entry.analysis)
                (void)git(options.queueClone,
                          {QStringLiteral("diff"), QStringLiteral("--numstat"),
                           QString::fromStdString(entry.analysis->change.mergeBase.hex()),
                           QString::fromStdString(entry.head.hex())});
        }
    });
    table.add({QStringLiteral("all bands known"), whole, QStringLiteral("ms"), diffs, {}});
    table.add({QStringLiteral("per change"),
               whole / static_cast<double>(std::max<std::size_t>(1, entries.size())),
               QStringLiteral("ms"),
               {},
               {}});
    if (unreadable > 0)
        std::printf("%d of them could not be read\n", unreadable.load());
}

} // namespace countersign::bench
