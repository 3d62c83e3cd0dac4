// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "BlastRadius.h"

#include <algorithm>
#include <iterator>
#include <set>

/// How the index of a tree is made, or made of that of another one.
namespace countersign::impact
{

namespace
{

/// Sorted, each path once: those of @p first count.
std::vector<SourceFile> joinedByPath(std::vector<SourceFile> first, std::vector<SourceFile> second)
{
    std::ranges::move(second, std::back_inserter(first));
    std::ranges::stable_sort(first, {}, &SourceFile::path);
    const auto repeats = std::ranges::unique(first, {}, &SourceFile::path);
    first.erase(repeats.begin(), repeats.end());
    return first;
}

Result<ImpactIndex> indexOf(SourceTree source, unsigned threads, const std::stop_token &stop)
{
    ImpactIndex index{{}, Owners(source.manifests), Modules(source)};
    auto graph = ImportGraph::build(std::move(source), threads, stop);
    if (!graph)
        return std::unexpected(graph.error());
    index.graph = std::move(*graph);
    return index;
}

/// What differs between two trees.
struct Difference {
    std::vector<FileSide> sides; ///< files with another content
    std::set<std::string> gone;
    bool hasManifest = false; ///< what names lead to may be something else altogether
};

Difference difference(std::span<const FileDelta> deltas)
{
    Difference out;
    for (const FileDelta &delta : deltas) {
        out.hasManifest = out.hasManifest || isManifest(delta.path());
        if (delta.newSide.exists())
            out.sides.push_back(delta.newSide);
        else
            out.gone.insert(delta.oldSide.path);
    }
    return out;
}

} // namespace

Result<ImpactIndex> ImpactIndex::build(const git::Repository &repository, const Oid &tree, std::span<const FileSide> also,
                                       FactsStore &store, unsigned threads, std::stop_token stop,
                                       const ProgressCallback &progress)
{
    auto source = readSourceTree(repository, tree, store, threads, stop, progress);
    if (!source)
        return std::unexpected(source.error());
    auto gone = readSourceFiles(repository, also, store, 1, stop);
    if (!gone)
        return std::unexpected(gone.error());
    source->files = joinedByPath(std::move(source->files), std::move(*gone));
    return indexOf(std::move(*source), threads, stop);
}

Result<ImpactIndex> ImpactIndex::at(const git::Repository &repository, const Oid &from, const Oid &tree,
                                    std::span<const FileSide> also, FactsStore &store, unsigned threads,
                                    std::stop_token stop) const
{
    const auto deltas = repository.diffTrees(from, tree, git::Repository::Renames::Off, stop);
    if (!deltas)
        return std::unexpected(deltas.error());
    Difference differs = difference(*deltas);
    if (differs.hasManifest)
        return build(repository, tree, also, store, threads, stop);
    for (const FileSide &side : also) {
        if (differs.gone.erase(side.path) > 0 || !graph.find(side.path))
            differs.sides.push_back(side);
    }
    auto changed = readSourceFiles(repository, differs.sides, store, threads, stop);
    if (!changed)
        return std::unexpected(changed.error());
    if (differs.gone.empty()) {
        if (auto edited = graph.edited(*changed))
            return ImpactIndex{std::move(*edited), owners, modules};
    }
    SourceTree source{{}, graph.manifests()};
    std::ranges::copy_if(graph.files(), std::back_inserter(source.files),
                         [&differs](const SourceFile &file) { return !differs.gone.contains(file.path); });
    source.files = joinedByPath(std::move(*changed), std::move(source.files));
    return indexOf(std::move(source), threads, stop);
}

} // namespace countersign::impact
