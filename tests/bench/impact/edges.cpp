// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/Workers.h"
#include "impact/ImportGraph.h"

#include <cstdio>
#include <thread>

using namespace countersign;

/// countersign_edges REPO REVISION: every dependency of that tree as "dependent TAB dependency TAB kind", for truth.py.
int main(int argc, char *argv[])
{
    if (argc != 3) {
        std::fprintf(stderr, "usage: countersign_edges REPO REVISION\n");
        return 2;
    }
    auto repository = git::Repository::open(argv[1]);
    auto id = repository ? repository->resolveCommit(argv[2]) : std::unexpected(repository.error());
    auto commit = id ? repository->commit(*id) : std::unexpected(id.error());
    if (!commit)
        return 3;
    impact::FactsStore store;
    auto tree = impact::readSourceTree(*repository, commit->tree, store, std::thread::hardware_concurrency());
    auto graph = tree ? impact::ImportGraph::build(std::move(*tree), 2) : std::unexpected(tree.error());
    if (!graph)
        return 3;
    for (impact::FileIndex from = 0; from < graph->files().size(); ++from) {
        for (const impact::Link &link : graph->dependencies(from))
            std::printf("%s\t%s\t%s\n", graph->files()[from].path.c_str(), graph->files()[link.file].path.c_str(),
                        std::string(impact::name(link.kind)).c_str());
    }
    return 0;
}
