// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ImportGraph.h"

#include "Resolver.h"

#include "core/Workers.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace countersign::impact
{

std::string_view name(LinkKind kind)
{
    switch (kind) {
    case LinkKind::Import:
        return "import";
    case LinkKind::Package:
        return "package";
    case LinkKind::Path:
        return "path";
    case LinkKind::Key:
        return "key";
    }
    std::unreachable();
}

struct ImportGraph::Ground {
    explicit Ground(SourceTree read)
        : tree(std::move(read))
        , resolver(tree)
    {
    }
    SourceTree tree;
    Resolver resolver; ///< points into the tree
};

namespace
{

/// What @p source depends on, by index: each once, with its strongest reason.
std::vector<Link> linksOf(const Resolver &resolver, const SourceFile &source, FileIndex self)
{
    std::vector<Link> links;
    resolver.resolve(source, links);
    std::erase_if(links, [self](const Link &link) { return link.file == self; });
    std::ranges::sort(links, {}, [](const Link &link) { return std::tuple(link.file, link.kind, link.line); });
    const auto repeats = std::ranges::unique(links, {}, &Link::file);
    links.erase(repeats.begin(), repeats.end());
    return links;
}

/// The namespaces that a C# file opens for its whole project.
std::vector<std::string_view> globalUsings(const FileFacts &facts)
{
    std::vector<std::string_view> out;
    for (const Import &import : facts.imports) {
        if (import.name == "global")
            out.emplace_back(import.target);
    }
    return out;
}

/// References of other files lead to such a file by its path alone, and not by what it defines.
bool isFoundByPath(const SourceFile &file)
{
    const Language language = file.language;
    return language == Language::C || language == Language::Python || language == Language::JavaScript
        || language == Language::Rust || language == Language::None
        || (language == Language::Naming && file.facts->package.empty());
}

/// Nobody else's references lead elsewhere when one takes the place of the other.
bool areTheSameToOthers(const SourceFile &a, const SourceFile &b)
{
    return a.language == b.language && a.facts->package == b.facts->package
        && (isFoundByPath(a) || a.facts->defines == b.facts->defines)
        && (a.language != Language::CSharp || globalUsings(*a.facts) == globalUsings(*b.facts));
}

} // namespace

const std::vector<Manifest> &ImportGraph::manifests() const
{
    static const std::vector<Manifest> none;
    return m_ground ? m_ground->tree.manifests : none;
}

Result<ImportGraph> ImportGraph::build(SourceTree tree, unsigned threads, std::stop_token stop)
{
    ImportGraph graph;
    const auto ground = std::make_shared<const Ground>(std::move(tree));
    graph.m_ground = ground;
    graph.m_files = std::shared_ptr<const Files>(ground, &ground->tree.files);
    const std::vector<SourceFile> &files = graph.files();
    std::vector<std::vector<Link>> links(files.size());
    constexpr std::size_t share = 64; // files that a thread takes at once
    onThreads((files.size() + share - 1) / share, threads, [&](std::size_t part) {
        const std::size_t end = std::min(files.size(), (part + 1) * share);
        for (std::size_t i = part * share; i < end && !stop.stop_requested(); ++i) {
            links[i] = linksOf(ground->resolver, files[i], static_cast<FileIndex>(i));
        }
    });
    if (stop.stop_requested())
        return cancelled();
    graph.m_dependencies.starts.reserve(files.size() + 1);
    for (auto &list : links) {
        graph.m_dependencies.starts.push_back(static_cast<std::uint32_t>(graph.m_dependencies.links.size()));
        graph.m_dependencies.links.insert(graph.m_dependencies.links.end(), list.begin(), list.end());
        list = {};
    }
    graph.m_dependencies.starts.push_back(static_cast<std::uint32_t>(graph.m_dependencies.links.size()));
    graph.invert();
    return graph;
}

std::optional<ImportGraph> ImportGraph::edited(std::span<const SourceFile> changed) const
{
    std::vector<std::pair<FileIndex, const SourceFile *>> edits;
    for (const SourceFile &file : changed) {
        const auto at = find(file.path);
        if (!at || !areTheSameToOthers(files()[*at], file))
            return std::nullopt;
        edits.emplace_back(*at, &file);
    }
    std::ranges::sort(edits);
    ImportGraph graph;
    graph.m_ground = m_ground;
    auto files = std::make_shared<Files>(*m_files);
    for (const auto &[at, file] : edits)
        (*files)[at] = *file;
    graph.m_files = std::move(files);
    graph.m_dependencies.starts.reserve(m_dependencies.starts.size());
    graph.m_dependencies.links.reserve(m_dependencies.links.size());
    auto edit = edits.begin();
    for (FileIndex i = 0; i < graph.files().size(); ++i) {
        graph.m_dependencies.starts.push_back(static_cast<std::uint32_t>(graph.m_dependencies.links.size()));
        if (edit != edits.end() && edit->first == i) {
            const std::vector<Link> links = linksOf(m_ground->resolver, graph.files()[i], i);
            graph.m_dependencies.links.insert(graph.m_dependencies.links.end(), links.begin(), links.end());
            ++edit;
        } else {
            const auto links = dependencies(i);
            graph.m_dependencies.links.insert(graph.m_dependencies.links.end(), links.begin(), links.end());
        }
    }
    graph.m_dependencies.starts.push_back(static_cast<std::uint32_t>(graph.m_dependencies.links.size()));
    graph.invert();
    return graph;
}

std::optional<FileIndex> ImportGraph::find(std::string_view path) const
{
    const auto found =
        std::ranges::lower_bound(files(), path, {}, [](const SourceFile &file) { return std::string_view(file.path); });
    if (found == files().end() || found->path != path)
        return std::nullopt;
    return static_cast<FileIndex>(found - files().begin());
}

void ImportGraph::invert()
{
    std::vector<std::uint32_t> &starts = m_dependents.starts;
    starts.assign(files().size() + 1, 0);
    for (const Link &link : m_dependencies.links)
        ++starts[link.file + 1];
    for (std::size_t i = 1; i < starts.size(); ++i)
        starts[i] += starts[i - 1];
    m_dependents.links.resize(m_dependencies.links.size());
    std::vector<std::uint32_t> next(starts.begin(), starts.end() - 1);
    for (FileIndex from = 0; from < files().size(); ++from) {
        for (const Link &link : m_dependencies.of(from))
            m_dependents.links[next[link.file]++] = {from, link.line, link.kind};
    }
}

} // namespace countersign::impact
