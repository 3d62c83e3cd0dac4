// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CommitSteps.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace countersign::provenance
{

/// The paths of a change, put together where a rename leads from one to the other: what happens to the files of one chain
/// has nothing to do with those of another.
class PathChains
{
public:
    /// One step of a chain.
    struct Link {
        std::size_t commit = 0; ///< index into the change's commits
        const CommitStep *step = nullptr;
    };

    /// @param steps of all commits; must outlive the object. Commits that could not be read have none.
    explicit PathChains(std::span<const CommitSteps> steps);

    [[nodiscard]] std::size_t count() const { return m_links.size(); }
    /// The steps of a chain, oldest commit first.
    [[nodiscard]] std::span<const Link> links(std::size_t chain) const { return m_links[chain]; }
    /// The chain of a path; count() for a path that no commit touched.
    [[nodiscard]] std::size_t chainOf(const std::string &path) const;

private:
    std::uint32_t numberOf(const std::string &path);
    std::uint32_t rootOf(std::uint32_t number);

    std::map<std::string, std::uint32_t, std::less<>> m_numbers; ///< of paths
    std::vector<std::uint32_t> m_parents; ///< per path: another one of its chain, or itself
    std::vector<std::size_t> m_chains; ///< per path
    std::vector<std::vector<Link>> m_links; ///< per chain
};

} // namespace countersign::provenance
