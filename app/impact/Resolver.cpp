// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Resolver.h"

#include "FactsBuilder.h"

#include <algorithm>
#include <array>

/// The indexes, and what several languages share. The rules of each are in ResolverRules.cpp.
namespace countersign::impact
{

namespace
{

/// Length of the common path of two files, in folders.
std::size_t commonFolders(std::string_view a, std::string_view b)
{
    std::size_t count = 0;
    for (std::size_t i = 0; i < std::min(a.size(), b.size()) && a[i] == b[i]; ++i)
        count += a[i] == '/' ? 1U : 0U;
    return count;
}

/// Dotted module of a path without its ending: "a/b/__init__" -> "a.b".
std::string dotted(std::string_view path)
{
    std::string out(path);
    if (out == "__init__")
        return {};
    if (out.ends_with("/__init__"))
        out.resize(out.size() - 9);
    std::ranges::replace(out, '/', '.');
    return out;
}

std::string_view withoutEnding(std::string_view path)
{
    return path.substr(0, path.size() - (fileNameOf(path).size() - stemOf(path).size()));
}

} // namespace

Resolver::Resolver(const SourceTree &tree)
    : m_tree(tree)
    , m_modules(tree.manifests)
{
    m_byPath.reserve(tree.files.size());
    for (FileIndex i = 0; i < tree.files.size(); ++i)
        m_byPath.emplace(tree.files[i].path, i);
    for (FileIndex i = 0; i < tree.files.size(); ++i)
        index(i);
}

void Resolver::index(FileIndex file)
{
    const SourceFile &source = at(file);
    const std::string_view path = source.path;
    switch (source.language) {
    case Language::C:
        m_byName[fileNameOf(path)].push_back(file);
        break;
    case Language::Python: {
        // From the top of the tree, and from the folder that holds its outermost package.
        const std::string_view whole = withoutEnding(path);
        m_pythonModules[dotted(whole)].push_back(file);
        std::string_view top = folderOf(path);
        while (!top.empty() && m_byPath.contains(joined(top, "__init__.py")))
            top = folderOf(top);
        if (!top.empty())
            m_pythonModules[dotted(whole.substr(top.size() + 1))].push_back(file);
        break;
    }
    case Language::Rust:
        if (const auto crate = m_modules.crateOf(path)) {
            std::string_view inside = withoutEnding(path).substr(crate->empty() ? 0 : crate->size() + 1);
            if (inside.starts_with("src/"))
                inside.remove_prefix(4);
            std::string key = *crate;
            while (!inside.empty()) {
                const auto slash = inside.find('/');
                const std::string_view part = inside.substr(0, slash);
                const bool isLast = slash == std::string_view::npos;
                if (!isLast || (part != "mod" && part != "lib" && part != "main"))
                    key += "::" + std::string(part);
                inside.remove_prefix(isLast ? inside.size() : slash + 1);
            }
            m_rustNames.emplace(path, key);
            m_rustModules.emplace(std::move(key), file);
        }
        break;
    case Language::Ruby:
        m_byName[fileNameOf(path)].push_back(file);
        for (const NameHash name : source.facts->defines)
            m_rubyConstants[name].push_back(file);
        break;
    case Language::Go:
    case Language::Terraform:
        m_byFolder[folderOf(path)].push_back(file);
        indexPackage(file, packageKey(source));
        break;
    case Language::Java:
    case Language::Kotlin:
    case Language::Php:
        indexPackage(file, packageKey(source));
        break;
    case Language::CSharp:
        indexPackage(file, packageKey(source));
        for (const Import &import : source.facts->imports) {
            if (import.name == "global")
                m_globalUsings[std::string(path.substr(0, path.find('/')))].insert(import.target);
        }
        break;
    case Language::Naming:
        if (source.facts->package == objectsPackage)
            indexPackage(file, packageKey(source));
        break;
    case Language::JavaScript:
    case Language::None:
        break;
    }
}

void Resolver::indexPackage(FileIndex file, std::string key)
{
    Package &package = m_packages[std::move(key)];
    package.files.push_back(file);
    for (const NameHash name : at(file).facts->defines)
        package.defines[name].push_back(file);
}

std::string Resolver::packageKey(const SourceFile &file) const
{
    switch (file.language) {
    case Language::Go:
        return "go:" + std::string(folderOf(file.path)) + ":" + file.facts->package;
    case Language::Terraform:
        return "tf:" + std::string(folderOf(file.path));
    case Language::Php:
        return "php:" + file.facts->package;
    case Language::CSharp:
        return "cs:" + file.facts->package;
    case Language::Naming:
        return std::string(objectsPackage);
    default:
        return "jvm:" + file.facts->package;
    }
}

const Resolver::Package *Resolver::package(const std::string &key) const
{
    const auto found = m_packages.find(key);
    return found == m_packages.end() ? nullptr : &found->second;
}

void Resolver::resolve(const SourceFile &source, std::vector<Link> &links) const
{
    for (const Import &import : source.facts->imports)
        resolveImport(source, import, links);
    switch (source.language) {
    case Language::Go:
    case Language::Terraform:
    case Language::Java:
    case Language::Kotlin:
    case Language::Php:
        if (const Package *own = package(packageKey(source)); own && !source.facts->package.empty())
            linkUses(source, *own, LinkKind::Package, noLine, links);
        else if (own && source.language == Language::Terraform)
            linkUses(source, *own, LinkKind::Package, noLine, links);
        break;
    case Language::CSharp:
        linkNamespaces(source, links);
        break;
    case Language::Ruby:
        linkConstants(source, links);
        break;
    default:
        break;
    }
}

void Resolver::resolveImport(const SourceFile &source, const Import &import, std::vector<Link> &links) const
{
    switch (source.language) {
    case Language::C:
        return resolveInclude(source, import, links);
    case Language::Python:
        return resolvePython(source, import, links);
    case Language::JavaScript:
        return resolveJavaScript(source, import, links);
    case Language::Java:
    case Language::Kotlin:
        return resolveQualified(source, import, '.', links);
    case Language::Go:
        return resolveGo(source, import, links);
    case Language::Rust:
        return resolveRust(source, import, links);
    case Language::Ruby:
        return resolveRuby(source, import, links);
    case Language::Php:
        return import.isLocal ? resolvePath(source, import, links) : resolveQualified(source, import, '\\', links);
    case Language::Terraform:
        return resolveFolder(source, import, links);
    case Language::Naming:
        return import.name == objectsPackage ? resolveObject(source, import, links) : resolvePath(source, import, links);
    case Language::CSharp: // all of a file's namespaces together: linkNamespaces()
    case Language::None:
        return;
    }
}

std::optional<FileIndex> Resolver::fileAt(std::string_view path) const
{
    const auto found = m_byPath.find(path);
    return found == m_byPath.end() ? std::nullopt : std::optional(found->second);
}

FileIndex Resolver::nearest(const SourceFile &from, const Files &candidates) const
{
    return *std::ranges::max_element(candidates, {}, [&](FileIndex candidate) {
        return std::pair(commonFolders(from.path, at(candidate).path), ~at(candidate).path.size());
    });
}

void Resolver::linkUses(const SourceFile &source, const Package &package, LinkKind kind, LineNumber line,
                        std::vector<Link> &links) const
{
    const std::vector<NameHash> &uses = source.facts->uses;
    // Of several modules that have the same package, the own one is meant; a C# type may have parts in many files.
    const Language language = source.language;
    const bool takesNearest = language == Language::Java || language == Language::Kotlin || language == Language::Php;
    const auto link = [&](const Files &definers) {
        if (takesNearest) {
            links.push_back({nearest(source, definers), line, kind});
            return;
        }
        for (const FileIndex definer : definers)
            links.push_back({definer, line, kind});
    };
    if (package.defines.size() < uses.size() / 8) {
        for (const auto &[name, definers] : package.defines) {
            if (std::ranges::binary_search(uses, name))
                link(definers);
        }
        return;
    }
    for (const NameHash name : uses) {
        if (const auto found = package.defines.find(name); found != package.defines.end())
            link(found->second);
    }
}

} // namespace countersign::impact
