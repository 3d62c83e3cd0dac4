// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "FilePatch.h"
#include "Repository.h"

#include <map>
#include <optional>
#include <set>
#include <span>
#include <stop_token>
#include <string>

namespace countersign::git
{

/// A tree while a patch is applied to it: files of the tree, and on top of them what was changed.
class PatchTree
{
public:
    PatchTree(Repository &repository, const Oid &tree)
        : m_repository(repository)
        , m_tree(tree)
    {
    }

    /// Where messages place the patch that is applied now.
    struct Source {
        std::size_t firstLine = 0; ///< of its diff in the input; 0 unknown
        bool lostLineEnds = false;
        std::string name; ///< "2/3" in a series
    };

    /// The file at @p path; nothing when there is none.
    [[nodiscard]] Result<std::optional<FileSide>> file(const std::string &path) const;
    void set(const std::string &path, const Oid &blob, std::uint32_t mode);
    void remove(const std::string &path) { m_changed[path] = {}; }

    /// Does what the parts of one diff say; call write() before the next diff. Renames and copies start from the files as they
    /// were before it, so that two names can be swapped. Errors: it does not apply (file, hunk and line).
    [[nodiscard]] Result<void> apply(std::span<const FilePatch> diff, const Source &source, const std::stop_token &stop);
    /// Writes the tree with all changes so far.
    [[nodiscard]] Result<Oid> write();

private:
    [[nodiscard]] Result<std::optional<FileSide>> unchanged(const std::string &path) const;
    [[nodiscard]] Result<void> checkFree(const FilePatch &patch, const Source &source) const;
    [[nodiscard]] Result<void> applyFile(const FilePatch &patch, const Source &source, const std::stop_token &stop);
    [[nodiscard]] Result<Oid> content(const FilePatch &patch, const std::optional<FileSide> &before, std::uint32_t mode,
                                      const Source &source, const std::stop_token &stop);
    [[nodiscard]] Result<Oid> binaryContent(const FilePatch &patch, const std::optional<FileSide> &before, const Source &source);

    Repository &m_repository;
    Oid m_tree;
    std::map<std::string, FileSide> m_changed; ///< mode 0: removed
    std::set<std::string> m_leaving; ///< paths that the diff deletes or renames
};

} // namespace countersign::git
