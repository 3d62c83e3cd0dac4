// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "OtherChanges.h"

#include "core/Workers.h"
#include "diff/FileLoader.h"

#include <algorithm>
#include <mutex>

namespace countersign::workbench
{

namespace
{

using Paths = std::optional<std::set<std::string>>;

/// Hunks of a diff are its blocks, counted as people count.
std::vector<Hunk> hunksOf(const Text &before, const Text &after, const std::stop_token &stop)
{
    std::vector<Hunk> hunks;
    for (const diff::Block &block : diff::diffBlocks(before, after, stop)) {
        Hunk hunk;
        hunk.oldCount = block.aCount();
        hunk.oldStart = block.aBegin + (hunk.oldCount > 0 ? 1 : 0);
        hunk.newCount = block.bCount();
        hunk.newStart = block.bBegin + (hunk.newCount > 0 ? 1 : 0);
        hunks.push_back(hunk);
    }
    return hunks;
}

/// Nothing: it cannot be read.
std::optional<FileChange> readFile(const git::Repository &repository, const FileDelta &delta, const Paths &paths,
                                   const std::stop_token &stop)
{
    constexpr std::size_t classifiedBytes = 4096;
    FileChange file;
    file.delta = delta;
    file.fileClass = classify(file.path());
    if (isFolded(file.fileClass) && paths && !paths->contains(file.path()))
        return file;
    auto before = diff::loadText(repository, delta.oldSide, delta.kind);
    auto after = diff::loadText(repository, delta.newSide, delta.kind);
    if (!before || !after)
        return std::nullopt;
    if (!*before || !*after) // binary
        return file;
    file.oldText = std::move(**before);
    file.newText = std::move(**after);
    const Text &shown = delta.newSide.exists() ? file.newText : file.oldText;
    file.fileClass = classify(file.path(), shown.bytes().substr(0, classifiedBytes));
    file.rows.hunks = hunksOf(file.oldText, file.newText, stop);
    return file;
}

std::optional<impact::Footprint> readFootprint(const git::Repository &repository, const OtherChange &other, const Paths &paths,
                                               const std::stop_token &stop)
{
    constexpr std::size_t mostFiles = 1000; // of a change; a wider one meets everything
    const auto head = repository.commit(other.head);
    const auto base = other.base.isNull() ? Result<Commit>() : repository.commit(other.base);
    if (!head || !base)
        return std::nullopt;
    const auto deltas = repository.diffTrees(base->tree, head->tree, git::Repository::Renames::Find, stop);
    if (!deltas || deltas->size() > mostFiles)
        return std::nullopt;
    std::vector<FileChange> files;
    for (const FileDelta &delta : *deltas) {
        auto file = readFile(repository, delta, paths, stop);
        if (!file)
            return std::nullopt;
        files.push_back(std::move(*file));
    }
    std::vector<const FileChange *> pointers;
    for (const FileChange &file : files)
        pointers.push_back(&file);
    Change change;
    change.id = other.id;
    change.head = other.head;
    return impact::footprintOf(change, pointers);
}

} // namespace

Result<std::vector<std::optional<impact::Footprint>>> readFootprints(const git::Repository &repository,
                                                                     std::span<const OtherChange> changes, const Paths &paths,
                                                                     unsigned threads, std::stop_token stop,
                                                                     const ProgressCallback &progress)
{
    std::vector<git::Repository> handles;
    for (std::size_t i = 0; i < std::clamp<std::size_t>(changes.size(), 1, std::max(1U, threads)); ++i) {
        auto handle = repository.handle();
        if (!handle)
            return std::unexpected(handle.error());
        handles.push_back(std::move(*handle));
    }
    std::vector<std::optional<impact::Footprint>> found(changes.size());
    std::mutex reporting;
    std::size_t done = 0;
    onThreads(handles, changes.size(), [&](const git::Repository &handle, std::size_t i) {
        if (stop.stop_requested())
            return;
        found[i] = readFootprint(handle, changes[i], paths, stop);
        const std::scoped_lock lock(reporting);
        if (progress)
            progress({++done, changes.size(), Message(QT_TRANSLATE_NOOP("app", "Comparing with other open changes"))});
    });
    if (stop.stop_requested())
        return cancelled();
    return found;
}

} // namespace countersign::workbench
