// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/Analysis.h"
#include "diff/FileLoader.h"
#include "git/ChangeResolver.h"
#include "git/HistoryLog.h"
#include "git/Repository.h"
#include "workbench/Surroundings.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <vector>

/// countersign_bands REPO COUNT: the likelihood and blast radius of each of the newest COUNT changes of a repository, by band.
/// This is how the alarm budget in resources/likelihood/bands.md was measured.
namespace
{

using namespace countersign;

[[noreturn]] void fault(const Error &error)
{
    std::fprintf(stderr, "%s %s\n", error.what.english().c_str(), error.where.c_str());
    std::exit(3);
}

template<class T>
T required(Result<T> result)
{
    if (!result)
        fault(result.error());
    return std::move(*result);
}

/// How often each band was given; the last one: ungraded.
using Counts = std::array<std::size_t, 5>;

void count(Counts &counts, const std::optional<Band> &band)
{
    ++counts.at(band ? static_cast<std::size_t>(*band) : counts.size() - 1);
}

void print(const char *axis, const Counts &counts, std::size_t all)
{
    static constexpr std::array<const char *, 5> names{"low", "moderate", "high", "critical", "ungraded"};
    std::printf("%-14s", axis);
    for (std::size_t i = 0; i < counts.size(); ++i)
        std::printf(" %s %zu (%.1f %%)", names.at(i), counts.at(i),
                    100.0 * static_cast<double>(counts.at(i)) / static_cast<double>(all));
    std::printf("\n");
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    if (argc != 3) {
        std::fprintf(stderr, "usage: countersign_bands REPO COUNT\n");
        return 2;
    }
    auto repository = required(git::Repository::open(argv[1]));
    const auto most = static_cast<std::size_t>(std::strtoul(argv[2], nullptr, 10));
    std::vector<Oid> ids;
    const auto read =
        git::logHistory(repository, required(repository.resolveCommit("HEAD")), {}, [&](const git::LoggedCommit &commit) {
            if (commit.parents.size() == 1 && ids.size() < most)
                ids.push_back(commit.id);
        });
    if (!read)
        fault(read.error());
    const QTemporaryDir folder;
    workbench::Surroundings surroundings(folder.path().toStdString(), required(risk::LikelihoodModel::builtIn()));
    Counts likelihood{};
    Counts blast{};
    Counts either{};
    for (const Oid &id : ids) {
        Analysis analysis;
        analysis.change = required(git::resolveChange(repository, id.hex()));
        const Change &change = analysis.change;
        const auto deltas = required(repository.diffTrees(change.baseTree, change.headTree, git::Repository::Renames::Find));
        std::vector<FileChange> files;
        for (const FileDelta &delta : deltas)
            files.push_back(required(diff::loadFile(repository, delta)));
        if (auto added = surroundings.addAxes(repository, analysis, files, 2); !added)
            fault(added.error());
        count(likelihood, analysis.axes.likelihood);
        count(blast, analysis.axes.blastRadius);
        count(either, std::max(analysis.axes.likelihood, analysis.axes.blastRadius));
    }
    std::printf("%zu changes\n", ids.size());
    print("likelihood", likelihood, ids.size());
    print("blast radius", blast, ids.size());
    print("worse of both", either, ids.size());
    return 0;
}
