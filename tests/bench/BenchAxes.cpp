// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Benches.h"

#include "core/Workers.h"
#include "git/Repository.h"
#include "impact/BlastRadius.h"
#include "impact/History.h"
#include "workbench/ChangeReport.h"

#include <QTemporaryDir>

#include <cstdio>
#include <cstdlib>

namespace countersign::bench
{

namespace
{

[[noreturn]] void fault(const Error &error)
{
    std::fprintf(stderr, "%s\n", error.what.english().c_str());
    std::exit(3);
}

template<class T>
T required(Result<T> result)
{
    if (!result)
        fault(result.error());
    return std::move(*result);
}

void require(const Result<void> &result)
{
    if (!result)
        fault(result.error());
}

void benchHistory(const Options &options, const git::Repository &repository, const Oid &tip, Table &table)
{
    const auto log = [&options](const QString &revision) {
        (void)git(
            options.repository,
            {QStringLiteral("log"), QStringLiteral("--raw"), QStringLiteral("-z"), QStringLiteral("--no-renames"), revision});
    };
    const Pair pass = alternated(
        options.rounds(),
        [&] {
            impact::History history;
            require(history.readUpTo(repository, tip));
        },
        [&] { log(QStringLiteral("HEAD")); });
    table.add({QStringLiteral("history pass, against git log --raw"), pass.ours, QStringLiteral("ms"), pass.theirs, 1.5});
    const QByteArray old = git(options.repository,
                               {QStringLiteral("rev-list"), QStringLiteral("--first-parent"), QStringLiteral("--skip=100"),
                                QStringLiteral("--max-count=1"), QStringLiteral("HEAD")})
                               .trimmed();
    if (const auto before = Oid::fromHex(old.toStdString())) {
        const double fresh = timed([&] {
            impact::History history;
            require(history.readUpTo(repository, *before));
        });
        impact::History history;
        require(history.readUpTo(repository, *before));
        const std::size_t known = history.commitCount();
        const double more = timed([&] { require(history.readUpTo(repository, tip)); });
        table.add({QStringLiteral("%1 new commits (all before: %2 ms)").arg(history.commitCount() - known).arg(qRound(fresh)),
                   more,
                   QStringLiteral("ms"),
                   {},
                   50});
    }
}

} // namespace

void benchAxes(const Options &options, Table &table)
{
    const auto repository = required(git::Repository::open(options.repository.toStdString()));
    const Oid tip = required(repository.resolveCommit("HEAD"));
    const Commit commit = required(repository.commit(tip));
    const QTemporaryDir folder;
    const std::filesystem::path cache = folder.filePath(QStringLiteral("facts")).toStdString();
    table.head(QStringLiteral("Axes: history, imports, blast radius"));
    benchHistory(options, repository, tip, table);
    const auto build = [&] {
        impact::FactsStore store(cache);
        auto index = required(impact::ImpactIndex::build(repository, commit.tree, {}, store, workbench::allCores()));
        store.save();
        return index;
    };
    const std::size_t before = residentKiB();
    std::optional<impact::ImpactIndex> index;
    const double cold = timed([&] { index.emplace(build()); });
    std::size_t links = 0;
    for (impact::FileIndex i = 0; i < index->graph.files().size(); ++i)
        links += index->graph.dependencies(i).size();
    table.add({QStringLiteral("import graph of %1 files, %2 links, cold").arg(index->graph.files().size()).arg(links),
               cold,
               QStringLiteral("ms"),
               {},
               3000});
    table.add(
        {QStringLiteral("memory of it"), static_cast<double>(residentKiB() - before) / 1024, QStringLiteral("MiB"), {}, 300});
    std::vector<double> warm;
    for (int i = 0; i < options.rounds(); ++i)
        warm.push_back(timed([&] { index.emplace(build()); }));
    table.add({QStringLiteral("the same, warm"), median(warm), QStringLiteral("ms"), {}, 200});
    impact::History history;
    require(history.readUpTo(repository, tip));
    const auto changes = history.changesUpTo(tip);
    std::vector<std::vector<std::string>> recent;
    for (std::size_t i = changes.size() - std::min(changes.size(), impact::recentChanges); i < changes.size(); ++i)
        recent.push_back(history.pathsOf(changes[i]));
    table.add({QStringLiteral("reach of %1 recent changes").arg(recent.size()),
               timed([&] { (void)impact::reachOfChanges(index->graph, recent); }),
               QStringLiteral("ms"),
               {},
               {}});
    const Oid parentTree = commit.parents.empty() ? Oid() : required(repository.commit(commit.parents.front())).tree;
    const auto deltas = required(repository.diffTrees(parentTree, commit.tree, git::Repository::Renames::Find));
    const auto loaded = required(workbench::loadFiles(repository, deltas, 1));
    std::vector<double> one;
    for (int i = 0; i < options.rounds(); ++i)
        one.push_back(timed([&] { (void)impact::blastRadius(*index, loaded.files, {}); }));
    table.add({QStringLiteral("blast radius of one change of %1 files").arg(loaded.files.size()),
               median(one),
               QStringLiteral("ms"),
               {},
               50});
}

} // namespace countersign::bench
