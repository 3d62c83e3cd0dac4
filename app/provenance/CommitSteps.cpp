// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "CommitSteps.h"

#include "core/Workers.h"

#include <algorithm>
#include <unordered_set>

namespace countersign::provenance
{

namespace
{

using Renames = git::Repository::Renames;

/// Paths whose content differs between two trees, of those that matter. A merge of a branch that is far apart differs from it in
/// thousands of files and brings a few.
Result<std::unordered_set<std::string_view>> differing(const git::Repository &repository, const Oid &tree, const Oid &mergedTree,
                                                       std::span<const CommitStep> steps, const std::stop_token &stop)
{
    constexpr std::size_t few = 256; // looked up one by one; each takes some 20 microseconds
    std::unordered_set<std::string_view> paths;
    if (steps.size() <= few) {
        for (const CommitStep &step : steps) {
            const FileSide &side = step.delta.newSide;
            if (!side.exists())
                continue;
            const auto entry = repository.entry(tree, side.path);
            if (!entry)
                return std::unexpected(entry.error());
            if (!*entry || (*entry)->blob != side.blob)
                paths.insert(side.path);
        }
        return paths;
    }
    const auto deltas = repository.diffTrees(tree, mergedTree, Renames::Off, stop);
    if (!deltas)
        return std::unexpected(deltas.error());
    std::unordered_set<std::string_view> differs;
    for (const FileDelta &delta : *deltas) {
        if (delta.oldSide.blob != delta.newSide.blob)
            differs.insert(delta.path());
    }
    for (const CommitStep &step : steps) {
        if (differs.contains(step.delta.newSide.path))
            paths.insert(step.delta.newSide.path);
    }
    return paths;
}

/// Of the other parents of a merge, the last one that has a file as the merge has it: what the merge took as it is.
Result<void> findTaken(const git::Repository &repository, const Commit &commit, std::vector<CommitStep> &steps,
                       const std::stop_token &stop)
{
    for (std::size_t parent = 1; parent < commit.parents.size(); ++parent) {
        const auto read = repository.commit(commit.parents[parent]);
        if (!read)
            return std::unexpected(read.error());
        const auto differs = differing(repository, read->tree, commit.tree, steps, stop);
        if (!differs)
            return std::unexpected(differs.error());
        for (CommitStep &step : steps) {
            if (step.delta.newSide.exists() && !differs->contains(step.delta.newSide.path))
                step.takenFrom = parent;
        }
    }
    return {};
}

} // namespace

CommitSteps stepsOf(const git::Repository &repository, const Commit &commit, std::stop_token stop)
{
    Oid parentTree;
    if (!commit.parents.empty()) {
        const auto parent = repository.commit(commit.parents.front());
        if (!parent)
            return std::unexpected(parent.error());
        parentTree = parent->tree;
    }
    auto deltas = repository.diffTrees(parentTree, commit.tree, Renames::Find, stop);
    if (!deltas)
        return std::unexpected(deltas.error());
    std::vector<CommitStep> steps;
    steps.reserve(deltas->size());
    for (FileDelta &delta : *deltas)
        steps.push_back({std::move(delta), std::nullopt});
    if (auto found = findTaken(repository, commit, steps, stop); !found)
        return std::unexpected(found.error());
    return steps;
}

std::vector<CommitSteps> stepsOf(std::span<const git::Repository *const> handles, std::span<const Commit> commits,
                                 const std::stop_token &stop, const std::function<void()> &read)
{
    constexpr std::size_t batch = 16; // neighbouring commits share trees, which a handle keeps
    std::vector<CommitSteps> all(commits.size());
    onThreads(handles, (commits.size() + batch - 1) / batch, [&](const git::Repository *handle, std::size_t number) {
        for (std::size_t i = number * batch; i < std::min(commits.size(), (number + 1) * batch); ++i) {
            all[i] = stop.stop_requested() ? CommitSteps(cancelled()) : stepsOf(*handle, commits[i], stop);
            read();
        }
    });
    return all;
}

} // namespace countersign::provenance
