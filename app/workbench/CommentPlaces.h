// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Change.h"
#include "core/Error.h"
#include "git/Repository.h"
#include "review/Anchor.h"
#include "review/Follow.h"

#include <map>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

namespace countersign::workbench
{

/// Where the lines of an anchor stand in the version of a change that is looked at.
struct PlacedLines {
    std::string path; ///< on the anchor's side; another than the anchor's when the file was renamed or the lines moved
    review::Place place;
    bool isFileHere = false; ///< the file exists on this side
    friend bool operator==(const PlacedLines &, const PlacedLines &) = default;
};

/// Finds the lines of anchors in one version of a change: reads the files on both sides, now and then, and follows renames.
/// Keeps what it has read. Belongs to one thread.
class CommentPlaces
{
public:
    CommentPlaces(const git::Repository &repository, const Change &change);

    /// The text of a file of the change's base (old) or head (new), also one that the change does not touch.
    /// Errors (usage): no such file on this side; it has no lines (binary, submodule).
    [[nodiscard]] Result<Text> text(Side side, const std::string &path);

    /// A version of a file that cannot be read any more counts as unknown. Errors: cancelled.
    [[nodiscard]] Result<PlacedLines> find(const review::Anchor &anchor, const std::stop_token &stop);

private:
    using Index = std::shared_ptr<const review::LineIndex>;

    [[nodiscard]] Oid treeNow(Side side) const { return side == Side::Old ? m_change.baseTree : m_change.headTree; }
    /// Tree of the version that the anchor was made in; nothing when it is not here any more.
    [[nodiscard]] std::optional<Oid> treeThen(const review::Anchor &anchor);
    /// Blob of a text; nothing when there is no such file, or it has no lines, or cannot be read.
    [[nodiscard]] std::optional<Oid> blobAt(const Oid &tree, const std::string &path) const;
    [[nodiscard]] Index index(const Oid &blob);
    /// The commit messages of this version, which are no file of a tree.
    [[nodiscard]] Index messages();
    [[nodiscard]] const std::map<std::string, std::string> &renames(const Oid &before, const Oid &after,
                                                                    const std::stop_token &stop);
    [[nodiscard]] std::optional<PlacedLines> findElsewhere(const review::Anchor &anchor, const Oid &then,
                                                           const std::stop_token &stop);

    const git::Repository &m_repository;
    const Change &m_change;
    Index m_messages; ///< null: not asked for yet
    std::map<Oid, std::optional<Oid>> m_trees; ///< by commit
    std::map<Oid, Index> m_indexes; ///< by blob; null: it cannot be read
    std::map<std::pair<Oid, Oid>, std::map<std::string, std::string>> m_renames; ///< by trees: old path to new path
    std::map<Side, std::vector<std::string>> m_touched; ///< paths that the change touches
};

} // namespace countersign::workbench
