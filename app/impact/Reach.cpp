// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Reach.h"

#include <algorithm>

namespace countersign::impact
{

Reach::Reach(const ImportGraph &graph)
    : m_graph(graph)
    , m_seen(graph.files().size(), 0)
{
}

const std::vector<Reached> &Reach::from(std::span<const FileIndex> from)
{
    ++m_walk;
    m_reached.clear();
    for (const FileIndex file : from)
        m_seen[file] = m_walk;
    std::size_t begin = 0;
    for (int hops = 1; hops <= mostHops; ++hops) {
        const std::size_t end = m_reached.size();
        const auto step = [&](FileIndex file) {
            for (const Link &link : m_graph.dependents(file)) {
                if (std::exchange(m_seen[link.file], m_walk) != m_walk)
                    m_reached.push_back({link.file, hops, {file, link.line, link.kind}});
            }
        };
        if (hops == 1)
            std::ranges::for_each(from, step);
        else
            for (std::size_t i = begin; i < end; ++i)
                step(m_reached[i].file);
        begin = end;
        std::ranges::sort(m_reached.begin() + static_cast<std::ptrdiff_t>(begin), m_reached.end(), {}, &Reached::file);
    }
    return m_reached;
}

} // namespace countersign::impact
