// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Ctags.h"
#include "ImportGraph.h"
#include "Owners.h"

#include "core/BlastRadius.h"
#include "core/FileChange.h"

#include <cstdint>
#include <memory>
#include <span>
#include <stop_token>
#include <string_view>
#include <vector>

namespace countersign::impact
{

/// Everything about one tree that the blast radius of a change is read from. Immutable; any thread.
struct ImpactIndex {
    ImportGraph graph;
    Owners owners;
    Modules modules;

    /// Reads and resolves the tree; files that @p also holds and the tree does not (those that the change deletes) are part of
    /// it, so that whoever still needs them is found. Errors: those of readSourceTree().
    [[nodiscard]] static Result<ImpactIndex> build(const git::Repository &repository, const Oid &tree,
                                                   std::span<const FileSide> also, FactsStore &store, unsigned threads,
                                                   std::stop_token stop = {}, const ProgressCallback &progress = {});
    /// The same as build(repository, tree, also, …), from this one of the tree @p from: only what differs is read.
    [[nodiscard]] Result<ImpactIndex> at(const git::Repository &repository, const Oid &from, const Oid &tree,
                                         std::span<const FileSide> also, FactsStore &store, unsigned threads,
                                         std::stop_token stop = {}) const;
};

/// How many files each set of paths reaches, sorted: what percentiles are taken from. Paths that the tree does not have are left
/// out.
[[nodiscard]] std::vector<std::uint32_t>
reachOfChanges(const ImportGraph &graph, std::span<const std::vector<std::string>> changes, std::stop_token stop = {});

/// Where a change reaches. Co-change partners are not filled in.
/// @param recent files reached by each of the repository's recent changes, sorted; with fewer than 50 there is no percentile.
/// @param tags definitions in each of the files, see readTags(); empty: definitions are told by the look of the lines.
[[nodiscard]] BlastRadius blastRadius(const ImpactIndex &index, std::span<const FileChange> files,
                                      std::span<const std::uint32_t> recent, std::span<const FileTags> tags = {});

/// Who depends on a file, or uses a symbol, of the tree.
struct Users {
    std::vector<std::string> definers; ///< files that define the symbol; the file itself
    std::vector<Dependent> dependents; ///< by hops, then path
};
/// @param what a path of the tree, or else a name. Empty definers: neither.
[[nodiscard]] Users usersOf(const ImpactIndex &index, std::string_view what);

} // namespace countersign::impact
