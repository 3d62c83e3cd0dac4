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

Result<ImportGraph> ImportGraph::build(SourceTree tree, unsigned threads, std::stop_token stop)
{
    ImportGraph graph;
    graph.m_tree = std::move(tree);
    const std::vector<SourceFile> &files = graph.files();
    const Resolver resolver(graph.m_tree);
    std::vector<std::vector<Link>> links(files.size());
    constexpr std::size_t share = 64; // files that a thread takes at once
    onThreads((files.size() + share - 1) / share, threads, [&](std::size_t part) {
        const std::size_t end = std::min(files.size(), (part + 1) * share);
        for (std::size_t i = part * share; i < end && !stop.stop_requested(); ++i) {
            const auto self = static_cast<FileIndex>(i);
            resolver.resolve(self, links[i]);
            std::erase_if(links[i], [self](const Link &link) { return link.file == self; });
            std::ranges::sort(links[i], {}, [](const Link &link) { return std::tuple(link.file, link.kind, link.line); });
            const auto repeats = std::ranges::unique(links[i], {}, &Link::file);
            links[i].erase(repeats.begin(), repeats.end());
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
