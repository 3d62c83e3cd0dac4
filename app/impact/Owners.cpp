// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Owners.h"

#include <algorithm>
#include <array>
#include <sstream>

namespace countersign::impact
{

namespace
{

/// '*' stays inside a folder, "**" does not, '?' is one byte. Iterative but for "**": linear in most patterns, bounded in all.
bool globMatches(std::string_view pattern, std::string_view text, int depth = 0)
{
    constexpr int deepest = 8; // "**" in one pattern
    std::size_t p = 0;
    std::size_t t = 0;
    std::size_t star = std::string_view::npos;
    std::size_t mark = 0;
    while (t < text.size()) {
        if (pattern.substr(p).starts_with("**")) {
            const std::size_t stars = pattern.substr(p + 2).starts_with('/') ? 3 : 2;
            const std::string_view rest = pattern.substr(p + stars);
            if (rest.empty())
                return true;
            for (std::size_t at = t; depth < deepest && at <= text.size(); ++at) {
                if ((at == t || text[at - 1] == '/' || !pattern.substr(p + 2).starts_with('/'))
                    && globMatches(rest, text.substr(at), depth + 1))
                    return true;
            }
            return false;
        }
        if (p < pattern.size() && (pattern[p] == text[t] || (pattern[p] == '?' && text[t] != '/'))) {
            ++p;
            ++t;
        } else if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            mark = t;
        } else if (star != std::string_view::npos && text[mark] != '/') {
            p = star + 1;
            t = ++mark;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == '*')
        ++p;
    return p == pattern.size();
}

std::vector<std::string> words(std::string_view line)
{
    std::vector<std::string> out(1);
    for (std::size_t i = 0; i < line.size() && line[i] != '#'; ++i) {
        if (line[i] == '\\' && i + 1 < line.size())
            out.back() += line[++i];
        else if (line[i] != ' ' && line[i] != '\t' && line[i] != '\r')
            out.back() += line[i];
        else if (!out.back().empty())
            out.emplace_back();
    }
    if (out.back().empty())
        out.pop_back();
    return out;
}

/// "metadata: name:" of a catalog-info.yaml: the first "name" that stands indented below "metadata".
std::string componentName(std::string_view text)
{
    std::istringstream lines{std::string(text)};
    bool inMetadata = false;
    for (std::string line; std::getline(lines, line);) {
        if (!line.starts_with(' '))
            inMetadata = line.starts_with("metadata:");
        const auto key = line.find_first_not_of(' ');
        if (inMetadata && key != std::string::npos && line.compare(key, 5, "name:") == 0) {
            const auto value = words(std::string_view(line).substr(key + 5));
            return value.empty() ? std::string() : value.front();
        }
    }
    return {};
}

} // namespace

bool ownerPatternMatches(std::string_view pattern, std::string_view path)
{
    const bool isFolder = pattern.ends_with('/');
    if (isFolder)
        pattern.remove_suffix(1);
    const bool isAnchored = pattern.find('/') != std::string_view::npos || (isFolder && pattern.starts_with('/'));
    if (pattern.starts_with('/'))
        pattern.remove_prefix(1);
    // The path itself (a folder pattern: only what is inside), or any folder around it.
    for (std::string_view here = path; !here.empty(); here = folderOf(here)) {
        if (isFolder && here.size() == path.size())
            continue;
        // "docs/*" owns the files of docs, not those of its folders.
        if (here.size() != path.size() && pattern.ends_with("/*"))
            continue;
        if (globMatches(pattern, isAnchored ? here : fileNameOf(here)))
            return true;
    }
    return false;
}

Owners::Owners(const std::vector<Manifest> &manifests)
{
    for (const std::string_view place : {".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS", ".gitlab/CODEOWNERS"}) {
        const auto found = std::ranges::find(manifests, place, &Manifest::path);
        if (found != manifests.end()) {
            read(found->text);
            return;
        }
    }
}

void Owners::read(std::string_view text)
{
    m_sections.emplace_back();
    std::istringstream lines{std::string(text)};
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with('[') || line.starts_with("^[")) {
            m_sections.emplace_back();
            continue;
        }
        auto read = words(line);
        if (read.empty())
            continue;
        Line one{read.front(), {}};
        one.owners.assign(read.begin() + 1, read.end());
        m_sections.back().push_back(std::move(one));
    }
}

std::vector<std::string> Owners::of(std::string_view path) const
{
    std::vector<std::string> out;
    for (const auto &section : m_sections) {
        const auto last = std::find_if(section.rbegin(), section.rend(),
                                       [path](const Line &line) { return ownerPatternMatches(line.pattern, path); });
        if (last == section.rend())
            continue;
        for (const std::string &owner : last->owners) {
            if (!std::ranges::contains(out, owner))
                out.push_back(owner);
        }
    }
    return out;
}

Modules::Modules(const SourceTree &tree)
{
    static constexpr std::array<std::string_view, 9> builds{"package.json",   "go.mod",       "Cargo.toml",
                                                            "pom.xml",        "build.gradle", "build.gradle.kts",
                                                            "pyproject.toml", "setup.py",     "composer.json"};
    for (const SourceFile &file : tree.files) {
        const std::string_view folder = folderOf(file.path);
        if (!folder.empty() && (std::ranges::contains(builds, fileNameOf(file.path)) || file.path.ends_with(".csproj")))
            m_folders[std::string(folder)] = true;
    }
    for (const Manifest &manifest : tree.manifests) {
        if (fileNameOf(manifest.path) == "catalog-info.yaml")
            m_services[std::string(folderOf(manifest.path))] = componentName(manifest.text);
    }
}

std::string Modules::of(std::string_view path) const
{
    for (std::string_view folder = folderOf(path); !folder.empty(); folder = folderOf(folder)) {
        if (m_folders.contains(folder))
            return std::string(folder);
    }
    const std::string_view folder = folderOf(path);
    const auto first = folder.find('/');
    const auto second = first == std::string_view::npos ? first : folder.find('/', first + 1);
    return folder.empty() ? "." : std::string(folder.substr(0, second));
}

std::string Modules::serviceOf(std::string_view path) const
{
    std::string_view folder = folderOf(path);
    while (true) {
        if (const auto found = m_services.find(folder); found != m_services.end())
            return found->second;
        if (folder.empty())
            return {};
        folder = folderOf(folder);
    }
}

} // namespace countersign::impact
