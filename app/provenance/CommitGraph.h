// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Change.h"

#include <cstddef>
#include <span>
#include <vector>

namespace countersign::provenance
{

/// Which commits of a change stand on which, by their places in it. Immutable; any thread.
class CommitGraph
{
public:
    static constexpr std::size_t none = SIZE_MAX;

    /// @param commits oldest first
    CommitGraph(std::span<const Commit> commits, const Oid &head);

    /// One entry for each parent; none: it stood before the change.
    [[nodiscard]] std::span<const std::size_t> parents(std::size_t commit) const { return m_parents[commit]; }
    [[nodiscard]] std::size_t firstParent(std::size_t commit) const
    {
        return m_parents[commit].empty() ? none : m_parents[commit].front();
    }
    /// The last commit that has this one as a parent; none: there is none.
    [[nodiscard]] std::size_t lastChild(std::size_t commit) const { return m_lastChildren[commit]; }
    /// none: the head is no commit of the change.
    [[nodiscard]] std::size_t head() const { return m_head; }

private:
    std::vector<std::vector<std::size_t>> m_parents;
    std::vector<std::size_t> m_lastChildren;
    std::size_t m_head = none;
};

} // namespace countersign::provenance
