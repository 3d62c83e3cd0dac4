// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ImportGraph.h"

#include <span>
#include <vector>

namespace countersign::impact
{

/// Farthest dependents that count.
inline constexpr int mostHops = 3;

/// A file that is reached from others.
struct Reached {
    FileIndex file = 0;
    int hops = 1;
    Link why; ///< why.file: what it depends on
};

/// Walks a graph against its arrows, many times over the same memory. Belongs to one thread.
class Reach
{
public:
    /// @param graph must outlive the object.
    explicit Reach(const ImportGraph &graph);
    /// Everything within mostHops of @p from, itself left out; by hops, then by index.
    [[nodiscard]] const std::vector<Reached> &from(std::span<const FileIndex> from);

private:
    const ImportGraph &m_graph;
    std::vector<std::uint32_t> m_seen; ///< number of the walk that saw the file last
    std::uint32_t m_walk = 0;
    std::vector<Reached> m_reached;
};

} // namespace countersign::impact
