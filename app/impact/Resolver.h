// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ImportGraph.h"
#include "ModulePaths.h"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace countersign::impact
{

/// Finds what the references of a tree's files lead to, by the rules of each language and without running anything. A reference
/// that may lead to several files takes the one nearest to the file that refers; what leads out of the tree leads nowhere.
class Resolver
{
public:
    /// @param tree must outlive the object.
    explicit Resolver(const SourceTree &tree);
    /// Adds what @p source depends on, in any order and with repeats: a file of the tree, or another version of one. Any thread.
    void resolve(const SourceFile &source, std::vector<Link> &links) const;

private:
    using Files = std::vector<FileIndex>;
    /// What one package, namespace or Terraform folder defines.
    struct Package {
        Files files;
        std::unordered_map<NameHash, Files> defines;
    };

    void index(FileIndex file);
    void indexPackage(FileIndex file, std::string key);
    [[nodiscard]] const SourceFile &at(FileIndex file) const { return m_tree.files[file]; }
    [[nodiscard]] const Package *package(const std::string &key) const;
    [[nodiscard]] std::string packageKey(const SourceFile &file) const;

    void resolveImport(const SourceFile &source, const Import &import, std::vector<Link> &links) const;
    void resolveInclude(const SourceFile &source, const Import &import, std::vector<Link> &links) const;
    void resolvePython(const SourceFile &source, const Import &import, std::vector<Link> &links) const;
    void resolveJavaScript(const SourceFile &source, const Import &import, std::vector<Link> &links) const;
    void resolveQualified(const SourceFile &source, const Import &import, char separator, std::vector<Link> &links) const;
    void resolveGo(const SourceFile &source, const Import &import, std::vector<Link> &links) const;
    void resolveRust(const SourceFile &source, const Import &import, std::vector<Link> &links) const;
    void resolveRuby(const SourceFile &source, const Import &import, std::vector<Link> &links) const;
    void resolvePath(const SourceFile &source, const Import &import, std::vector<Link> &links) const;
    void resolveObject(const SourceFile &source, const Import &import, std::vector<Link> &links) const;
    void resolveFolder(const SourceFile &source, const Import &import, std::vector<Link> &links) const;

    /// Names that @p source uses of those that a package defines.
    void linkUses(const SourceFile &source, const Package &package, LinkKind kind, LineNumber line,
                  std::vector<Link> &links) const;
    void linkNamespaces(const SourceFile &source, std::vector<Link> &links) const;
    void linkConstants(const SourceFile &source, std::vector<Link> &links) const;

    [[nodiscard]] std::optional<FileIndex> fileAt(std::string_view path) const;
    [[nodiscard]] std::optional<FileIndex> scriptAt(const std::string &path) const; ///< JavaScript's endings and index files
    /// Of @p candidates the one that shares the longest path with @p from.
    [[nodiscard]] FileIndex nearest(const SourceFile &from, const Files &candidates) const;

    const SourceTree &m_tree;
    ModulePaths m_modules;
    std::unordered_map<std::string_view, FileIndex> m_byPath;
    std::unordered_map<std::string_view, Files> m_byName; ///< C and Ruby files by file name
    std::unordered_map<std::string_view, Files> m_byFolder; ///< Go and Terraform files
    std::unordered_map<std::string, Files> m_pythonModules;
    std::unordered_map<std::string, FileIndex> m_rustModules; ///< "crate folder::a::b"
    std::unordered_map<std::string_view, std::string> m_rustNames; ///< the same the other way round
    std::unordered_map<std::string, Package> m_packages; ///< by packageKey()
    std::unordered_map<NameHash, Files> m_rubyConstants;
    std::map<std::string, std::set<std::string>> m_globalUsings; ///< of C#, by the folder of a project
};

} // namespace countersign::impact
