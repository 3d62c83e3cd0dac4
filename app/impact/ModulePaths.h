// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "SourceTree.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace countersign::impact
{

/// What manifests say about how names lead to folders.
class ModulePaths
{
public:
    explicit ModulePaths(const std::vector<Manifest> &manifests);

    /// Folder of a Go import path; nothing when it leads out of the tree.
    [[nodiscard]] std::optional<std::string> goFolder(std::string_view import) const;
    /// Folders and files, without ending, that a bare JavaScript import of a file in @p folder may mean: paths of the nearest
    /// tsconfig.json, then packages of the same tree.
    [[nodiscard]] std::vector<std::string> scriptPaths(std::string_view folder, std::string_view import) const;
    /// Folder of the crate that a Rust file belongs to ("" at the top); nothing where there is none.
    [[nodiscard]] std::optional<std::string> crateOf(std::string_view path) const;
    /// Folder of a crate of this tree by the name that code uses.
    [[nodiscard]] std::optional<std::string> crateNamed(std::string_view name) const;

private:
    void readGo(const Manifest &manifest);
    void readPackage(const Manifest &manifest);
    void readTypeScript(const Manifest &manifest);
    void readCargo(const Manifest &manifest);

    /// "@/*" -> "src/*" below a folder; without star an exact name.
    struct Alias {
        std::string pattern;
        std::string target;
    };
    std::map<std::string, std::string, std::greater<>> m_goModules; ///< path of the module -> folder; longer ones first
    std::map<std::string, std::string, std::less<>> m_packages;
    std::map<std::string, std::vector<Alias>, std::less<>> m_aliases; ///< by folder of the tsconfig.json
    std::map<std::string, std::string, std::less<>> m_crates; ///< by name
    std::map<std::string, bool, std::less<>> m_crateFolders;
};

/// "a/b/../c/./d" -> "a/c/d"; nothing when it leaves the tree.
[[nodiscard]] std::optional<std::string> normalized(std::string_view folder, std::string_view relative);
/// "folder/name", or "name" at the top.
[[nodiscard]] std::string joined(std::string_view folder, std::string_view name);

} // namespace countersign::impact
