// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ImportTargets.h"

#include "NewDependencies.h"

#include <algorithm>
#include <array>

namespace countersign::risk
{

namespace
{

/// "a/b" and "../c/./d" -> "a/c/d"; empty when it leaves the repository.
std::string resolved(std::string_view folder, std::string_view relative)
{
    std::vector<std::string_view> parts;
    const auto add = [&parts](std::string_view path) {
        for (std::size_t at = 0; at <= path.size();) {
            const std::size_t end = std::min(path.find('/', at), path.size());
            const std::string_view part = path.substr(at, end - at);
            at = end + 1;
            if (part == ".." && !parts.empty())
                parts.pop_back();
            else if (part == "..")
                return false;
            else if (!part.empty() && part != ".")
                parts.push_back(part);
        }
        return true;
    };
    if (!add(folder) || !add(relative))
        return {};
    std::string path;
    for (const std::string_view part : parts)
        path.append(path.empty() ? "" : "/").append(part);
    return path;
}

std::string withSlashes(std::string_view dotted)
{
    std::string path(dotted);
    std::ranges::replace(path, '.', '/');
    return path;
}

} // namespace

ImportTargets::ImportTargets(const ChangeContext &context)
{
    if (!context.head)
        return;
    for (const std::string &path : context.head->paths()) {
        m_paths.insert(m_paths.end(), path);
        const std::string_view name = std::string_view(path).substr(path.rfind('/') + 1);
        m_stems.emplace(name.substr(0, name.find('.')));
        for (std::string_view folder = folderOf(path); !folder.empty(); folder = folderOf(folder)) {
            if (!m_folders.emplace(folder).second)
                break;
            m_stems.emplace(folder.substr(folder.rfind('/') + 1));
        }
        for (const std::string_view root : {"src/main/java/", "src/main/kotlin/", "src/test/java/", "src/test/kotlin/"}) {
            if (const std::size_t at = path.find(root); at != std::string::npos)
                addBelowJavaRoot(path, at + root.size());
        }
    }
}

void ImportTargets::addBelowJavaRoot(const std::string &path, std::size_t below)
{
    m_javaRoots.insert(path.substr(0, below - 1));
    const std::string_view inRoot = std::string_view(path).substr(below);
    const std::size_t ending = inRoot.rfind('.');
    if (ending != std::string_view::npos) {
        static constexpr std::array<std::string_view, 4> endings{".java", ".kt", ".groovy", ".scala"};
        if (std::ranges::contains(endings, inRoot.substr(ending)))
            m_javaFiles.try_emplace(std::string(inRoot.substr(0, ending)), path);
    }
    for (std::string_view folder = folderOf(inRoot);; folder = folderOf(folder)) {
        if (!m_javaFolders.emplace(folder).second || folder.empty())
            break;
    }
}

ImportTarget ImportTargets::find(const Import &import, std::string_view from) const
{
    switch (importLanguage(from)) {
    case ImportLanguage::Python:
        return findPython(import, from);
    case ImportLanguage::Script:
        return findScript(import, from);
    case ImportLanguage::Java:
        return findJava(import);
    case ImportLanguage::Cpp:
        return findCpp(import, from);
    case ImportLanguage::Ruby:
        return import.module.starts_with('.') ? among(resolved(folderOf(from), import.module), {"", ".rb", ".so"})
                                              : ImportTarget();
    case ImportLanguage::Go:
    case ImportLanguage::Rust:
    case ImportLanguage::Php:
    case ImportLanguage::CSharp:
    case ImportLanguage::None:
        return {};
    }
    return {};
}

ImportTarget ImportTargets::among(const std::string &base, std::initializer_list<std::string_view> endings) const
{
    if (base.empty())
        return {};
    for (const std::string_view ending : endings) {
        std::string path = base + std::string(ending);
        if (m_paths.contains(path))
            return {ImportTarget::Kind::Standing, std::move(path), {}};
    }
    if (m_folders.contains(base))
        return {ImportTarget::Kind::Standing, base, {}};
    ImportTarget missing{ImportTarget::Kind::Missing, {}, {}};
    for (const std::string_view ending : endings)
        missing.candidates.push_back(base + std::string(ending));
    return missing;
}

ImportTarget ImportTargets::findPython(const Import &import, std::string_view from) const
{
    const auto endings = {std::string_view(".py"), std::string_view("/__init__.py"), std::string_view(".pyi"),
                          std::string_view(".so"), std::string_view(".pyx")};
    const std::size_t dots = std::min(import.module.find_first_not_of('.'), import.module.size());
    if (dots > 0) {
        std::string_view folder = folderOf(from);
        for (std::size_t up = 1; up < dots; ++up)
            folder = folderOf(folder);
        const std::string rest = withSlashes(std::string_view(import.module).substr(dots));
        return rest.empty() ? ImportTarget{ImportTarget::Kind::Standing, std::string(folder), {}}
                            : among(joinPath(folder, rest), endings);
    }
    // The package stands in a folder above the file, or in "src" of one.
    const std::string path = withSlashes(import.module);
    const std::string root = path.substr(0, path.find('/'));
    for (std::string_view folder = folderOf(from);; folder = folderOf(folder)) {
        // What stands inside of a package is not looked for by its bare name.
        const bool isPackage = m_paths.contains(joinPath(folder, "__init__.py"));
        for (const std::string_view source : {"", "src", "lib"}) {
            const std::string base = source.empty() ? std::string(folder) : joinPath(folder, source);
            const std::string package = joinPath(base, root);
            if (isPackage || (!m_paths.contains(package + "/__init__.py") && !m_paths.contains(package + ".py")))
                continue;
            if (root != path && m_paths.contains(package + "/__init__.py"))
                return among(joinPath(base, path), endings);
            return {ImportTarget::Kind::Standing, package, {}};
        }
        if (folder.empty())
            return {};
    }
}

ImportTarget ImportTargets::findScript(const Import &import, std::string_view from) const
{
    if (!import.module.starts_with("./") && !import.module.starts_with("../") && import.module != "." && import.module != "..")
        return {};
    std::string_view module = std::string_view(import.module).substr(0, import.module.find_first_of("?#!"));
    const std::string base = resolved(folderOf(from), module);
    if (base.empty())
        return {};
    std::string stem = base;
    for (const std::string_view ending : {".js", ".jsx", ".mjs", ".cjs"}) {
        if (stem.ends_with(ending)) {
            stem.resize(stem.size() - ending.size());
            break; // TypeScript imports the file that will be made
        }
    }
    ImportTarget target = among(base, {"",           ".ts",       ".tsx",       ".js",        ".jsx",  ".mjs", ".cjs",
                                       ".d.ts",      ".json",     ".vue",       ".svelte",    ".node", ".mts", "/index.ts",
                                       "/index.tsx", "/index.js", "/index.jsx", "/index.mjs", ".css",  ".scss"});
    if (target.kind == ImportTarget::Kind::Missing && stem != base) {
        ImportTarget other = among(stem, {".ts", ".tsx", ".mts", ".cts", ".d.ts"});
        if (other.kind == ImportTarget::Kind::Standing)
            return other;
    }
    return target;
}

ImportTarget ImportTargets::findJava(const Import &import) const
{
    const std::string path = withSlashes(import.module);
    if (const auto standing = m_javaFiles.find(path); standing != m_javaFiles.end())
        return {ImportTarget::Kind::Standing, standing->second, {}};
    if (!m_javaFolders.contains(folderOf(path)))
        return {};
    ImportTarget missing{ImportTarget::Kind::Missing, {}, {}};
    for (const std::string &root : m_javaRoots) {
        for (const std::string_view ending : {".java", ".kt"})
            missing.candidates.push_back(joinPath(root, path) + std::string(ending));
    }
    return missing;
}

ImportTarget ImportTargets::findCpp(const Import &import, std::string_view from) const
{
    const std::string beside = resolved(folderOf(from), import.module);
    if (m_paths.contains(beside))
        return {ImportTarget::Kind::Standing, beside, {}};
    for (std::string_view folder = folderOf(from);; folder = folderOf(folder)) {
        for (const std::string_view source : {"", "include", "src", "lib", "app"}) {
            const std::string path = resolved(folder, joinPath(source, import.module));
            if (m_paths.contains(path))
                return {ImportTarget::Kind::Standing, path, {}};
        }
        if (folder.empty())
            break;
    }
    std::call_once(m_namedOnce, [this] {
        for (const std::string &path : m_paths)
            m_named.emplace_back(std::string_view(path).substr(path.rfind('/') + 1), &path);
        std::ranges::stable_sort(m_named, {}, &Named::first);
    });
    const std::string ending = "/" + import.module;
    const std::string_view name = std::string_view(ending).substr(ending.rfind('/') + 1);
    for (const Named &named : std::ranges::equal_range(m_named, name, {}, &Named::first)) {
        if (named.second->ends_with(ending))
            return {ImportTarget::Kind::Standing, *named.second, {}};
    }
    return {ImportTarget::Kind::Missing, {}, {beside}};
}

} // namespace countersign::risk
