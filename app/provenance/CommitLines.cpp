// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "CommitLines.h"

#include "diff/FileLoader.h"

#include <algorithm>

namespace countersign::provenance
{

std::vector<LineNumber> CommitFile::ownLines() const
{
    std::vector<LineNumber> lines;
    for (std::size_t i = 0; i < sources.size(); ++i) {
        if (sources[i].parent == LineSource::own)
            lines.push_back(static_cast<LineNumber>(i + 1));
    }
    return lines;
}

CommitLines::CommitLines(const git::Repository &repository, const Change &change, std::span<const FileChange> known)
    : m_repository(repository)
{
    for (const FileChange &file : known)
        m_known.try_emplace({file.delta.oldSide.blob, file.delta.newSide.blob}, &file);
    for (const Commit &commit : change.commits)
        m_trees.emplace(commit.id, commit.tree);
    if (!change.mergeBase.isNull())
        m_trees.emplace(change.mergeBase, change.baseTree);
}

Result<Oid> CommitLines::treeOf(const Oid &commit)
{
    if (const auto found = m_trees.find(commit); found != m_trees.end())
        return found->second;
    const auto read = m_repository.commit(commit);
    if (!read)
        return std::unexpected(read.error());
    return m_trees[commit] = read->tree;
}

Result<std::vector<FileDelta>> CommitLines::deltas(const Commit &commit, std::stop_token stop)
{
    Oid parentTree;
    if (!commit.parents.empty()) {
        const auto tree = treeOf(commit.parents.front());
        if (!tree)
            return std::unexpected(tree.error());
        parentTree = *tree;
    }
    return m_repository.diffTrees(parentTree, commit.tree, git::Repository::Renames::Find, stop);
}

Result<FileChange> CommitLines::load(const FileDelta &delta, std::stop_token stop) const
{
    if (const auto known = m_known.find({delta.oldSide.blob, delta.newSide.blob});
        known != m_known.end() && known->second->delta.kind == delta.kind)
        return *known->second;
    return diff::loadFile(m_repository, delta, {.intraline = false, .moves = false}, stop);
}

Result<CommitFile> CommitLines::file(const Commit &commit, const FileDelta &delta, std::stop_token stop)
{
    CommitFile file;
    file.delta = delta;
    file.parentPaths.resize(commit.parents.size());
    const auto loaded = load(delta, stop);
    if (!loaded)
        return std::unexpected(loaded.error());
    file.text = loaded->newText;
    file.sources.resize(file.text.lineCount());
    if (!commit.parents.empty())
        file.parentPaths.front() = delta.oldSide.path;
    for (const Row &row : loaded->rows.rows) {
        if (row.kind == RowKind::Equal)
            file.sources[row.right - 1] = {0, row.left};
    }
    for (std::uint32_t parent = 1; parent < commit.parents.size(); ++parent) {
        if (auto looked = lookInParent(commit, parent, file, stop); !looked)
            return std::unexpected(looked.error());
    }
    return file;
}

Result<void> CommitLines::lookInParent(const Commit &commit, std::uint32_t parent, CommitFile &file, std::stop_token stop)
{
    if (file.sources.empty())
        return {};
    const auto tree = treeOf(commit.parents[parent]);
    if (!tree)
        return std::unexpected(tree.error());
    FileDelta delta = file.delta;
    for (const std::string *path : {&file.delta.newSide.path, &file.delta.oldSide.path}) {
        if (path->empty())
            continue;
        const auto entry = m_repository.entry(*tree, *path);
        if (!entry)
            return std::unexpected(entry.error());
        if (!*entry)
            continue;
        file.parentPaths[parent] = *path;
        if ((*entry)->blob == file.delta.newSide.blob) {
            // The merge took this parent's file as it is.
            for (std::size_t i = 0; i < file.sources.size(); ++i)
                file.sources[i] = {parent, static_cast<LineNumber>(i + 1)};
            return {};
        }
        delta.status = DeltaStatus::Modified;
        delta.oldSide = **entry;
        const auto loaded = load(delta, stop);
        if (!loaded)
            return std::unexpected(loaded.error());
        for (const Row &row : loaded->rows.rows) {
            if (row.kind == RowKind::Equal && file.sources[row.right - 1].parent == LineSource::own)
                file.sources[row.right - 1] = {parent, row.left};
        }
        return {};
    }
    return {};
}

} // namespace countersign::provenance
