// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "CommitLines.h"

#include "diff/Diff.h"
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
    for (const FileChange &file : known) {
        m_known.try_emplace({file.delta.oldSide.blob, file.delta.newSide.blob}, &file);
        if (file.delta.kind != FileKind::Text)
            continue;
        for (const auto &[side, text] : {std::pair(&file.delta.oldSide, &file.oldText), {&file.delta.newSide, &file.newText}}) {
            if (side->exists())
                m_texts.try_emplace(side->blob, *text);
        }
    }
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

Result<CommitLines::MaybeText> CommitLines::textOf(const FileSide &side, FileKind kind)
{
    constexpr std::size_t mostRecent = 4;
    if (!side.exists())
        return Text();
    if (const auto known = m_texts.find(side.blob); known != m_texts.end() && kind == FileKind::Text)
        return known->second;
    const auto found = std::ranges::find(m_recent, side.blob, &std::pair<Oid, MaybeText>::first);
    if (found != m_recent.end())
        return found->second;
    auto text = diff::loadText(m_repository, side, kind);
    if (!text)
        return std::unexpected(text.error());
    m_recent.emplace_front(side.blob, *text);
    if (m_recent.size() > mostRecent)
        m_recent.pop_back();
    return std::move(*text);
}

/// Notes which lines of the file that nobody claimed yet stand in the delta's old side: those of this parent.
Result<void> CommitLines::compare(const FileDelta &delta, std::uint32_t parent, CommitFile &file, const std::stop_token &stop)
{
    const auto claim = [&](LineNumber left, LineNumber right) {
        if (LineSource &source = file.sources[right - 1]; source.parent == LineSource::own)
            source = {parent, left};
    };
    if (const auto known = m_known.find({delta.oldSide.blob, delta.newSide.blob});
        known != m_known.end() && known->second->newText.lineCount() == file.sources.size()) {
        for (const Row &row : known->second->rows.rows) {
            if (row.kind == RowKind::Equal)
                claim(row.left, row.right);
        }
        return {};
    }
    const auto before = textOf(delta.oldSide, delta.kind);
    if (!before)
        return std::unexpected(before.error());
    if (!*before)
        return {};
    LineNumber left = 1;
    LineNumber right = 1;
    for (const diff::Block &block : diff::diffBlocks(**before, file.text, stop)) {
        for (; right <= block.bBegin; ++left, ++right)
            claim(left, right);
        left = block.aEnd + 1;
        right = block.bEnd + 1;
    }
    for (; right <= file.sources.size() && left <= (*before)->lineCount(); ++left, ++right)
        claim(left, right);
    return stop.stop_requested() ? Result<void>(cancelled()) : Result<void>();
}

Result<CommitFile> CommitLines::file(const Commit &commit, const FileDelta &delta, std::stop_token stop)
{
    CommitFile file;
    file.delta = delta;
    file.parentPaths.resize(commit.parents.size());
    if (!commit.parents.empty())
        file.parentPaths.front() = delta.oldSide.path;
    auto text = textOf(delta.newSide, delta.kind);
    if (!text)
        return std::unexpected(text.error());
    if (!*text)
        return file;
    file.text = std::move(**text);
    file.sources.resize(file.text.lineCount());
    if (delta.oldSide.exists()) {
        if (auto compared = compare(delta, 0, file, stop); !compared)
            return std::unexpected(compared.error());
    }
    for (std::uint32_t parent = 1; parent < commit.parents.size(); ++parent) {
        if (auto looked = lookInParent(commit, parent, file, stop); !looked)
            return std::unexpected(looked.error());
    }
    return file;
}

Result<void> CommitLines::lookInParent(const Commit &commit, std::uint32_t parent, CommitFile &file, const std::stop_token &stop)
{
    const auto tree = treeOf(commit.parents[parent]);
    if (!tree)
        return std::unexpected(tree.error());
    for (const std::string *path : {&file.delta.newSide.path, &file.delta.oldSide.path}) {
        const auto entry = path->empty() ? Result<std::optional<FileSide>>() : m_repository.entry(*tree, *path);
        if (!entry)
            return std::unexpected(entry.error());
        if (!*entry)
            continue;
        file.parentPaths[parent] = *path;
        FileDelta delta = file.delta;
        delta.oldSide = **entry;
        if (delta.oldSide.blob != delta.newSide.blob)
            return compare(delta, parent, file, stop);
        // The merge took this parent's file as it is.
        for (std::size_t i = 0; i < file.sources.size(); ++i)
            file.sources[i] = {parent, static_cast<LineNumber>(i + 1)};
        return {};
    }
    return {};
}

} // namespace countersign::provenance
