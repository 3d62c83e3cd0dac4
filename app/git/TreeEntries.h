// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "LibGit.h"

#include "core/Oid.h"

#include <compare>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace countersign::git
{

/// One line of a tree object. Source of the format and of the order: git's tree-walk, "name, and a slash after a folder's".
struct TreeEntry {
    static constexpr std::uint32_t kindOfMode = 0170000; ///< the bits that tell folder, file, link and submodule apart

    std::string_view name;
    std::uint32_t mode = 0; ///< canonical: of the rights only "executable" is left
    Oid id;

    [[nodiscard]] bool isFolder() const { return (mode & kindOfMode) == 0040000; }
    /// The order of a tree; equal: the same name, and both are folders or none is.
    friend std::strong_ordering operator<=>(const TreeEntry &a, const TreeEntry &b);
    friend bool operator==(const TreeEntry &a, const TreeEntry &b) { return (a <=> b) == 0; }
};

/// The entries of one tree object, in its order.
class TreeEntries
{
public:
    TreeEntries() = default;
    /// Nothing: @p object is no tree, or damaged.
    [[nodiscard]] static std::optional<TreeEntries> parse(Handle<git_odb_object> object);

    [[nodiscard]] auto begin() const { return m_entries.begin(); }
    [[nodiscard]] auto end() const { return m_entries.end(); }

private:
    Handle<git_odb_object> m_object; ///< holds what the entries point to
    std::vector<TreeEntry> m_entries;
};

} // namespace countersign::git
