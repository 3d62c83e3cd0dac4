// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ModulePaths.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace countersign::impact
{

namespace
{

using Json = nlohmann::json;

Json parsed(std::string_view text)
{
    return Json::parse(text, nullptr, false, true); // tsconfig.json may have comments; what is broken says nothing
}

std::string textOf(const Json &json, const char *key)
{
    return json.is_object() && json.contains(key) && json[key].is_string() ? json[key].get<std::string>() : std::string();
}

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t\r\"'");
    const auto last = text.find_last_not_of(" \t\r\"'");
    return first == std::string_view::npos ? std::string_view() : text.substr(first, last - first + 1);
}

/// Calls @p use for every folder from @p path's own up to the top until it answers true.
template<class Use>
void upwards(std::string_view folder, const Use &use)
{
    while (!use(folder) && !folder.empty())
        folder = folderOf(folder);
}

} // namespace

std::string joined(std::string_view folder, std::string_view name)
{
    return folder.empty() ? std::string(name) : std::string(folder) + "/" + std::string(name);
}

std::optional<std::string> normalized(std::string_view folder, std::string_view relative)
{
    std::string out(folder);
    while (!relative.empty()) {
        const auto slash = relative.find('/');
        const std::string_view part = relative.substr(0, slash);
        relative.remove_prefix(slash == std::string_view::npos ? relative.size() : slash + 1);
        if (part.empty() || part == ".")
            continue;
        if (part != "..") {
            out += (out.empty() ? "" : "/") + std::string(part);
        } else {
            if (out.empty())
                return std::nullopt;
            out = folderOf(out);
        }
    }
    return out;
}

ModulePaths::ModulePaths(const std::vector<Manifest> &manifests)
{
    for (const Manifest &manifest : manifests) {
        const std::string_view file = fileNameOf(manifest.path);
        if (file == "go.mod")
            readGo(manifest);
        else if (file == "package.json")
            readPackage(manifest);
        else if (file == "Cargo.toml")
            readCargo(manifest);
        else if (file.ends_with(".json"))
            readTypeScript(manifest);
    }
}

void ModulePaths::readGo(const Manifest &manifest)
{
    std::string_view rest = manifest.text;
    while (!rest.empty()) {
        const auto end = rest.find('\n');
        const std::string_view line = trimmed(rest.substr(0, end));
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
        if (!line.starts_with("module "))
            continue;
        const std::string_view path = trimmed(line.substr(7));
        m_goModules.emplace(path.substr(0, path.find_first_of(" \t")), folderOf(manifest.path));
        return;
    }
}

void ModulePaths::readPackage(const Manifest &manifest)
{
    if (std::string name = textOf(parsed(manifest.text), "name"); !name.empty())
        m_packages.emplace(std::move(name), folderOf(manifest.path));
}

void ModulePaths::readTypeScript(const Manifest &manifest)
{
    const Json json = parsed(manifest.text);
    if (!json.is_object() || !json.contains("compilerOptions"))
        return;
    const Json &options = json["compilerOptions"];
    const std::string_view folder = folderOf(manifest.path);
    const std::string base = textOf(options, "baseUrl");
    const auto root = normalized(folder, base);
    if (!root)
        return;
    std::vector<Alias> &aliases = m_aliases[std::string(folder)];
    if (options.is_object() && options.contains("paths") && options["paths"].is_object()) {
        for (const auto &[pattern, targets] : options["paths"].items()) {
            for (const Json &target : targets) {
                if (!target.is_string())
                    continue;
                if (auto path = normalized(*root, target.get<std::string>()))
                    aliases.push_back({pattern, std::move(*path)});
            }
        }
    }
    if (!base.empty())
        aliases.push_back({"*", joined(*root, "*")});
}

void ModulePaths::readCargo(const Manifest &manifest)
{
    const std::string folder(folderOf(manifest.path));
    bool isPackage = false;
    std::string_view rest = manifest.text;
    while (!rest.empty()) {
        const auto end = rest.find('\n');
        const std::string_view line = trimmed(rest.substr(0, end));
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
        if (line.starts_with('['))
            isPackage = line == "[package]";
        if (!isPackage || !line.starts_with("name"))
            continue;
        const auto equals = line.find('=');
        if (equals == std::string_view::npos)
            continue;
        std::string name(trimmed(line.substr(equals + 1)));
        std::ranges::replace(name, '-', '_');
        m_crates.emplace(std::move(name), folder);
        m_crateFolders[folder] = true;
        return;
    }
}

std::optional<std::string> ModulePaths::goFolder(std::string_view import) const
{
    for (const auto &[module, folder] : m_goModules) {
        if (!import.starts_with(module))
            continue;
        if (import.size() == module.size())
            return folder;
        if (import[module.size()] == '/')
            return joined(folder, import.substr(module.size() + 1));
    }
    return std::nullopt;
}

std::vector<std::string> ModulePaths::scriptPaths(std::string_view folder, std::string_view import) const
{
    std::vector<std::string> out;
    upwards(folder, [&](std::string_view here) {
        const auto found = m_aliases.find(here);
        if (found == m_aliases.end())
            return false;
        for (const Alias &alias : found->second) {
            const auto star = alias.pattern.find('*');
            const std::string_view before = std::string_view(alias.pattern).substr(0, star);
            if (star == std::string::npos ? import != alias.pattern : !import.starts_with(before))
                continue;
            std::string path = alias.target;
            if (const auto place = path.find('*'); place != std::string::npos)
                path.replace(place, 1, import.substr(std::min(before.size(), import.size())));
            out.push_back(std::move(path));
        }
        return true;
    });
    for (std::string_view name = import; !name.empty(); name = folderOf(name)) {
        const auto package = m_packages.find(name);
        if (package == m_packages.end())
            continue;
        const std::string_view inside = import.substr(std::min(import.size(), name.size() + 1));
        out.push_back(joined(package->second, inside.empty() ? "src/index" : inside));
        out.push_back(joined(package->second, inside.empty() ? "index" : "src/" + std::string(inside)));
        break;
    }
    return out;
}

std::optional<std::string> ModulePaths::crateOf(std::string_view path) const
{
    std::optional<std::string> out;
    upwards(folderOf(path), [&](std::string_view folder) {
        if (m_crateFolders.contains(folder))
            out = folder;
        return out.has_value();
    });
    return out;
}

std::optional<std::string> ModulePaths::crateNamed(std::string_view name) const
{
    const auto found = m_crates.find(name);
    return found == m_crates.end() ? std::nullopt : std::optional(found->second);
}

} // namespace countersign::impact
