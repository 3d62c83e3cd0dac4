// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Resolver.h"

#include "FactsBuilder.h"

#include <algorithm>
#include <array>

/// How each language finds what an import names.
namespace countersign::impact
{

void Resolver::resolveInclude(const SourceFile &source, const Import &import, std::vector<Link> &links) const
{
    if (import.isLocal) {
        if (const auto beside = normalized(folderOf(source.path), import.target)) {
            if (const auto found = fileAt(*beside))
                return links.push_back({*found, import.line, LinkKind::Import});
        }
    }
    // Include folders are known to the build alone: whatever ends with the written path may be meant.
    std::string_view target = import.target;
    while (target.starts_with("../") || target.starts_with("./"))
        target.remove_prefix(target.find('/') + 1);
    const auto named = m_byName.find(fileNameOf(target));
    if (named == m_byName.end())
        return;
    Files candidates;
    for (const FileIndex candidate : named->second) {
        const std::string_view path = at(candidate).path;
        if (path == target || (path.ends_with(target) && path[path.size() - target.size() - 1] == '/'))
            candidates.push_back(candidate);
    }
    if (!candidates.empty())
        links.push_back({nearest(source, candidates), import.line, LinkKind::Import});
}

void Resolver::resolvePython(const SourceFile &source, const Import &import, std::vector<Link> &links) const
{
    std::string module = import.target;
    const auto dots = module.find_first_not_of('.');
    const std::size_t up = dots == std::string::npos ? module.size() : dots;
    std::string_view folder = folderOf(source.path);
    if (up > 0) {
        for (std::size_t i = 1; i < up; ++i)
            folder = folderOf(folder);
        std::string base(folder);
        std::ranges::replace(base, '/', '.');
        module = base + (base.empty() || up == module.size() ? "" : ".") + module.substr(up);
    }
    const auto link = [&](const std::string &name) {
        const auto found = m_pythonModules.find(name);
        if (found == m_pythonModules.end() || name.empty())
            return false;
        links.push_back({nearest(source, found->second), import.line, LinkKind::Import});
        return true;
    };
    if (!import.name.empty() && import.name != "*" && link((module.empty() ? "" : module + ".") + import.name))
        return;
    if (link(module) || up > 0)
        return;
    // A script finds what stands beside it.
    std::string beside(folder);
    std::ranges::replace(beside, '/', '.');
    if (beside.empty() || (!import.name.empty() && link(beside + "." + module + "." + import.name)))
        return;
    (void)link(beside + "." + module);
}

std::optional<FileIndex> Resolver::scriptAt(const std::string &path) const
{
    static constexpr std::array<std::string_view, 13> endings{"",     ".ts",  ".tsx",  ".js",   ".jsx", ".mjs",   ".cjs",
                                                              ".mts", ".cts", ".d.ts", ".json", ".vue", ".svelte"};
    static constexpr std::array<std::string_view, 5> indexes{"/index.ts", "/index.tsx", "/index.js", "/index.jsx", "/index.mjs"};
    for (const std::string_view ending : endings) {
        if (const auto found = fileAt(path + std::string(ending)))
            return found;
    }
    // TypeScript writes the name of what it is compiled to.
    for (const auto &[written, meant] : {std::pair(".js", ".ts"), std::pair(".js", ".tsx"), std::pair(".jsx", ".tsx"),
                                         std::pair(".mjs", ".mts"), std::pair(".cjs", ".cts")}) {
        if (path.ends_with(written)) {
            if (const auto found = fileAt(path.substr(0, path.rfind('.')) + meant))
                return found;
        }
    }
    for (const std::string_view index : indexes) {
        if (const auto found = fileAt(path.empty() ? std::string(index.substr(1)) : path + std::string(index)))
            return found;
    }
    return std::nullopt;
}

void Resolver::resolveJavaScript(const SourceFile &source, const Import &import, std::vector<Link> &links) const
{
    const std::string_view target = std::string_view(import.target).substr(0, import.target.find('?'));
    const std::string_view folder = folderOf(source.path);
    std::vector<std::string> paths;
    if (target.starts_with('.')) {
        if (auto path = normalized(folder, target))
            paths.push_back(std::move(*path));
    } else {
        paths = m_modules.scriptPaths(folder, target);
    }
    for (const std::string &path : paths) {
        if (const auto found = scriptAt(path))
            return links.push_back({*found, import.line, LinkKind::Import});
    }
}

void Resolver::resolveQualified(const SourceFile &source, const Import &import, char separator, std::vector<Link> &links) const
{
    const std::string prefix = source.language == Language::Php ? "php:" : "jvm:";
    if (import.name == "*") {
        if (const Package *all = package(prefix + import.target))
            linkUses(source, *all, LinkKind::Import, import.line, links);
    }
    // The package may be followed by a type, by a member of it, or by a type inside it.
    std::string_view target = import.target;
    for (auto cut = target.rfind(separator); cut != std::string_view::npos; cut = target.rfind(separator, cut - 1)) {
        if (const Package *home = package(prefix + std::string(target.substr(0, cut)))) {
            const std::string_view rest = target.substr(cut + 1);
            const auto found = home->defines.find(hashName(rest.substr(0, rest.find(separator))));
            if (found == home->defines.end())
                return;
            links.push_back({nearest(source, found->second), import.line, LinkKind::Import});
            return;
        }
        if (cut == 0)
            return;
    }
}

void Resolver::resolveGo(const SourceFile &source, const Import &import, std::vector<Link> &links) const
{
    const auto folder = m_modules.goFolder(import.target);
    const auto found = folder ? m_byFolder.find(*folder) : m_byFolder.end();
    if (found == m_byFolder.end() || *folder == folderOf(source.path))
        return;
    for (const FileIndex candidate : found->second) {
        if (at(candidate).language == Language::Go && !at(candidate).path.ends_with("_test.go"))
            links.push_back({candidate, import.line, LinkKind::Import});
    }
}

void Resolver::resolveRust(const SourceFile &source, const Import &import, std::vector<Link> &links) const
{
    const std::string_view stem = stemOf(source.path);
    const bool ownsFolder = stem == "mod" || stem == "lib" || stem == "main";
    const std::string folder(folderOf(source.path));
    if (import.isLocal) {
        const std::string home = ownsFolder ? folder : joined(folder, stem);
        for (const std::string &path : {joined(home, import.target + ".rs"), joined(home, import.target + "/mod.rs"),
                                        joined(folder, import.target + ".rs")}) {
            if (const auto found = fileAt(path))
                return links.push_back({*found, import.line, LinkKind::Import});
        }
        return;
    }
    const auto crate = m_modules.crateOf(source.path);
    if (!crate)
        return;
    const auto own = m_rustNames.find(source.path);
    const std::string self = own == m_rustNames.end() ? *crate : own->second;
    std::string_view rest = import.target;
    const auto first = rest.substr(0, rest.find("::"));
    const auto dropFirst = [&rest] {
        const auto cut = rest.find("::");
        rest = cut == std::string_view::npos ? std::string_view() : rest.substr(cut + 2);
    };
    std::string base;
    if (first == "crate") {
        base = *crate;
        dropFirst();
    } else if (first == "self" || first == "super") {
        base = self;
        if (first == "self")
            dropFirst();
        for (; rest.starts_with("super"); dropFirst())
            base = base.substr(0, base.rfind("::"));
    } else if (const auto other = m_modules.crateNamed(first)) {
        base = *other;
        dropFirst();
    } else {
        base = self; // a module below this one
    }
    // The longest part that is a module; what follows is a name inside it.
    std::string path = base + (rest.empty() ? "" : "::" + std::string(rest));
    for (; path.size() >= base.size(); path = path.substr(0, path.rfind("::"))) {
        if (const auto found = m_rustModules.find(path); found != m_rustModules.end()) {
            if (path != base || first == "crate" || first == "super" || m_modules.crateNamed(first))
                links.push_back({found->second, import.line, LinkKind::Import});
            return;
        }
        if (path.rfind("::") == std::string::npos)
            return;
    }
}

void Resolver::resolveRuby(const SourceFile &source, const Import &import, std::vector<Link> &links) const
{
    const std::string target = import.target.ends_with(".rb") ? import.target : import.target + ".rb";
    if (import.isLocal || target.starts_with('.')) {
        if (const auto path = normalized(folderOf(source.path), target)) {
            if (const auto found = fileAt(*path))
                links.push_back({*found, import.line, LinkKind::Import});
        }
        return;
    }
    const auto named = m_byName.find(fileNameOf(target));
    if (named == m_byName.end())
        return;
    Files candidates;
    for (const FileIndex candidate : named->second) {
        const std::string_view path = at(candidate).path;
        if (path == target || path.ends_with("/" + target))
            candidates.push_back(candidate);
    }
    if (!candidates.empty())
        links.push_back({nearest(source, candidates), import.line, LinkKind::Import});
}

void Resolver::resolvePath(const SourceFile &source, const Import &import, std::vector<Link> &links) const
{
    static constexpr std::array<std::string_view, 7> mains{
        "action.yml", "action.yaml", "Dockerfile", "kustomization.yaml", "CMakeLists.txt", "Chart.yaml", "docker-compose.yml"};
    std::string_view target = import.target;
    if (target.starts_with('/'))
        target.remove_prefix(1);
    for (const std::string_view folder : {folderOf(source.path), std::string_view()}) {
        const auto path = normalized(folder, target);
        if (!path || path->empty())
            continue;
        if (const auto found = fileAt(*path))
            return links.push_back({*found, import.line, LinkKind::Path});
        if (target.find('/') == std::string_view::npos)
            continue;
        for (const std::string_view name : mains) {
            if (const auto found = fileAt(joined(*path, name)))
                return links.push_back({*found, import.line, LinkKind::Path});
        }
    }
}

void Resolver::resolveObject(const SourceFile &source, const Import &import, std::vector<Link> &links) const
{
    const Package *objects = package(std::string(objectsPackage));
    if (!objects)
        return;
    // The same name stands in every environment: the nearest one is meant.
    if (const auto found = objects->defines.find(hashName(objectName(import.target))); found != objects->defines.end())
        links.push_back({nearest(source, found->second), import.line, LinkKind::Import});
}

void Resolver::resolveFolder(const SourceFile &source, const Import &import, std::vector<Link> &links) const
{
    const auto folder = normalized(folderOf(source.path), import.target);
    const auto found = folder ? m_byFolder.find(*folder) : m_byFolder.end();
    if (found == m_byFolder.end())
        return;
    for (const FileIndex candidate : found->second)
        links.push_back({candidate, import.line, LinkKind::Import});
}

void Resolver::linkNamespaces(const SourceFile &source, std::vector<Link> &links) const
{
    std::map<std::string, LineNumber> visible; // namespace -> line that makes it so
    for (const Import &import : source.facts->imports)
        visible.emplace(import.target, import.line);
    if (const auto project = m_globalUsings.find(source.path.substr(0, source.path.find('/'))); project != m_globalUsings.end()) {
        for (const std::string &name : project->second)
            visible.emplace(name, noLine);
    }
    for (std::string_view own = source.facts->package; !own.empty();
         own = own.rfind('.') == std::string_view::npos ? std::string_view() : own.substr(0, own.rfind('.')))
        visible.emplace(own, noLine);
    for (const auto &[name, line] : visible) {
        if (const Package *home = package("cs:" + name)) {
            linkUses(source, *home, line == noLine ? LinkKind::Package : LinkKind::Import, line, links);
            continue;
        }
        // "using static X.Y.Type" and aliases name a type.
        const auto dot = name.rfind('.');
        const Package *home = dot == std::string::npos ? nullptr : package("cs:" + name.substr(0, dot));
        if (!home)
            continue;
        if (const auto type = home->defines.find(hashName(name.substr(dot + 1))); type != home->defines.end()) {
            for (const FileIndex definer : type->second)
                links.push_back({definer, line, LinkKind::Import});
        }
    }
}

void Resolver::linkConstants(const SourceFile &source, std::vector<Link> &links) const
{
    // Rails and Zeitwerk load a constant by its name; one that several files open is nobody's in particular.
    constexpr std::size_t mostDefiners = 2;
    for (const NameHash name : source.facts->uses) {
        const auto found = m_rubyConstants.find(name);
        if (found == m_rubyConstants.end() || found->second.size() > mostDefiners)
            continue;
        for (const FileIndex definer : found->second)
            links.push_back({definer, noLine, LinkKind::Package});
    }
}

} // namespace countersign::impact
