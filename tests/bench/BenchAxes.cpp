// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Benches.h"

#include "core/Workers.h"
#include "git/ChangeResolver.h"
#include "git/Repository.h"
#include "impact/BlastRadius.h"
#include "impact/History.h"
#include "impact/Interactions.h"
#include "workbench/ChangeReport.h"
#include "workbench/OtherChanges.h"
#include "workbench/Surroundings.h"

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
    for (const char *kind : {"--raw", "--name-only"}) {
        const Pair pass = alternated(
            options.rounds(),
            [&] {
                impact::History history;
                require(history.readUpTo(repository, tip));
            },
            [&] {
                (void)git(options.repository,
                          {QStringLiteral("log"), QString::fromLatin1(kind), QStringLiteral("-z"), QStringLiteral("--no-renames"),
                           QStringLiteral("HEAD")});
            });
        table.add({QStringLiteral("history pass, against git log %1").arg(QLatin1String(kind)), pass.ours, QStringLiteral("ms"),
                   pass.theirs, 1.5});
    }
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
        const double log = timed([&] {
            (void)git(options.repository,
                      {QStringLiteral("log"), QStringLiteral("--name-only"), QStringLiteral("-z"), QStringLiteral("--no-renames"),
                       QString::fromLatin1(old) + QStringLiteral("..HEAD")});
        });
        table.add({QStringLiteral("%1 new commits (all before: %2 ms; git log --name-only of them: %3 ms)")
                       .arg(history.commitCount() - known)
                       .arg(qRound(fresh))
                       .arg(qRound(log)),
                   more,
                   QStringLiteral("ms"),
                   {},
                   50});
    }
}

/// The newest commits, each as if it were an open change.
std::vector<std::string> newestCommits(const Options &options, int count)
{
    const auto ids = git(options.repository,
                         {QStringLiteral("rev-list"), QStringLiteral("--no-merges"), QStringLiteral("--min-parents=1"),
                          QStringLiteral("--max-count=%1").arg(count), QStringLiteral("HEAD")})
                         .split('\n');
    std::vector<std::string> out;
    for (const QByteArray &id : ids) {
        if (!id.isEmpty())
            out.push_back(id.toStdString());
    }
    return out;
}

/// Where so many open changes meet, from nothing: reading them is part of it.
void benchInteractions(const Options &options, git::Repository &repository, Table &table)
{
    const auto ids = newestCommits(options, options.isQuick ? 5 : 200);
    std::size_t meetings = 0;
    const double all = timed([&] {
        std::vector<workbench::OtherChange> changes;
        for (const std::string &id : ids) {
            const Change change = required(git::resolveChange(repository, id));
            changes.push_back({change.id, change.mergeBase, change.head});
        }
        const auto footprints = required(workbench::readFootprints(repository, changes, {}, workbench::allCores()));
        std::vector<const impact::Footprint *> pointers;
        for (const auto &footprint : footprints) {
            if (footprint)
                pointers.push_back(&*footprint);
        }
        for (const auto &found : required(impact::findInteractions(repository, pointers)))
            meetings += found.size();
    });
    table.add({QStringLiteral("interactions among %1 open changes, cold (%2 found)").arg(ids.size()).arg(meetings / 2),
               all,
               QStringLiteral("ms"),
               {},
               5000});
}

/// The axes of one change after the other, as the queue asks for them: they share history and imports.
void benchSharing(const Options &options, git::Repository &repository, Table &table)
{
    const QTemporaryDir folder;
    workbench::Surroundings surroundings(folder.path().toStdString(), required(risk::LikelihoodModel::builtIn()));
    std::vector<double> times;
    for (const std::string &id : newestCommits(options, options.isQuick ? 2 : 60)) {
        const Change change = required(git::resolveChange(repository, id));
        const auto deltas = required(repository.diffTrees(change.baseTree, change.headTree, git::Repository::Renames::Find));
        const auto loaded = required(workbench::loadFiles(repository, deltas, 1));
        Analysis analysis;
        analysis.change = change;
        times.push_back(timed([&] { require(surroundings.addAxes(repository, analysis, loaded.files, workbench::allCores())); }));
    }
    if (times.empty())
        return;
    table.add({QStringLiteral("axes of the first change, nothing kept before"), times.front(), QStringLiteral("ms"), {}, {}});
    times.erase(times.begin());
    table.add(
        {QStringLiteral("axes of each of the next %1, median").arg(times.size()), median(times), QStringLiteral("ms"), {}, {}});
    table.add({QStringLiteral("and the slowest but 5 %"), quantile(times, .95), QStringLiteral("ms"), {}, {}});
}

} // namespace

void benchAxes(const Options &options, Table &table)
{
    auto repository = required(git::Repository::open(options.repository.toStdString()));
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
    if (!parentTree.isNull()) {
        impact::FactsStore store(cache);
        const auto earlier = required(impact::ImpactIndex::build(repository, parentTree, {}, store, workbench::allCores()));
        table.add({QStringLiteral("its import graph, from that of the commit before"),
                   timed([&] { (void)earlier.at(repository, parentTree, commit.tree, {}, store, workbench::allCores()); }),
                   QStringLiteral("ms"),
                   {},
                   {}});
    }
    index.reset();
    benchInteractions(options, repository, table);
    benchSharing(options, repository, table);
}

} // namespace countersign::bench
