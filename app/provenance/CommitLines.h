// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Change.h"
#include "core/Error.h"
#include "core/FileChange.h"
#include "git/Repository.h"

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <unordered_map>
#include <vector>

namespace countersign::provenance
{

/// Where a line of a commit's file came from: a line of one of its parents, or the commit itself.
struct LineSource {
    static constexpr std::uint32_t own = UINT32_MAX;
    std::uint32_t parent = own; ///< index into Commit::parents
    LineNumber line = noLine; ///< line of the parent's file
};

/// One file that a commit changed, as text, and where each of its lines came from.
struct CommitFile {
    FileDelta delta; ///< against the first parent
    Text text;
    std::vector<LineSource> sources; ///< one for each line of text
    std::vector<std::string> parentPaths; ///< path of the file in each parent; empty where it has none

    /// The lines that no parent has, ascending.
    [[nodiscard]] std::vector<LineNumber> ownLines() const;
};

/// Compares single commits with their parents. A line of a merge belongs to the first parent that has it. Not for several
/// threads at once: it keeps the texts that it read last, since the next commit of a file starts from them.
class CommitLines
{
public:
    /// @param known files whose texts and rows are already there: they are used again where the blobs are the same; must outlive
    /// the object.
    CommitLines(const git::Repository &repository, const Change &change, std::span<const FileChange> known);

    /// What the commit changed against its first parent, renames found.
    [[nodiscard]] Result<std::vector<FileDelta>> deltas(const Commit &commit, std::stop_token stop);
    /// Lines and their sources of one of these deltas. Binary files have no lines.
    [[nodiscard]] Result<CommitFile> file(const Commit &commit, const FileDelta &delta, std::stop_token stop);

private:
    using MaybeText = std::optional<Text>; ///< nothing: not a text

    Result<Oid> treeOf(const Oid &commit);
    Result<MaybeText> textOf(const FileSide &side, FileKind kind);
    Result<void> compare(const FileDelta &delta, std::uint32_t parent, CommitFile &file, const std::stop_token &stop);
    Result<void> lookInParent(const Commit &commit, std::uint32_t parent, CommitFile &file, const std::stop_token &stop);

    const git::Repository &m_repository;
    std::map<std::pair<Oid, Oid>, const FileChange *> m_known;
    std::unordered_map<Oid, Text> m_texts; ///< of the known files
    std::unordered_map<Oid, Oid> m_trees;
    std::deque<std::pair<Oid, MaybeText>> m_recent; ///< the newest first
};

} // namespace countersign::provenance
