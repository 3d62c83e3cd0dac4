// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "PathChains.h"

#include <algorithm>

namespace countersign::provenance
{

PathChains::PathChains(std::span<const CommitSteps> steps)
{
    for (const CommitSteps &ofCommit : steps) {
        if (!ofCommit)
            continue;
        for (const CommitStep &step : *ofCommit) {
            const std::uint32_t number = numberOf(step.delta.path());
            const FileSide &old = step.delta.oldSide;
            if (old.exists() && old.path != step.delta.path()) {
                const std::uint32_t other = rootOf(numberOf(old.path));
                m_parents[other] = rootOf(number);
            }
        }
    }
    constexpr std::size_t none = SIZE_MAX;
    m_chains.assign(m_parents.size(), none);
    std::vector<std::size_t> chainOfRoot(m_parents.size(), none);
    for (std::uint32_t number = 0; number < m_parents.size(); ++number) {
        std::size_t &chain = chainOfRoot[rootOf(number)];
        if (chain == none) {
            chain = m_links.size();
            m_links.emplace_back();
        }
        m_chains[number] = chain;
    }
    for (std::size_t commit = 0; commit < steps.size(); ++commit) {
        if (!steps[commit])
            continue;
        for (const CommitStep &step : *steps[commit])
            m_links[chainOf(step.delta.path())].push_back({commit, &step});
    }
}

std::size_t PathChains::chainOf(const std::string &path) const
{
    const auto found = m_numbers.find(path);
    return found == m_numbers.end() ? count() : m_chains[found->second];
}

std::uint32_t PathChains::numberOf(const std::string &path)
{
    const auto [entry, isNew] = m_numbers.try_emplace(path, static_cast<std::uint32_t>(m_parents.size()));
    if (isNew)
        m_parents.push_back(entry->second);
    return entry->second;
}

std::uint32_t PathChains::rootOf(std::uint32_t number)
{
    while (m_parents[number] != number) {
        m_parents[number] = m_parents[m_parents[number]]; // halves the path for the next time
        number = m_parents[number];
    }
    return number;
}

} // namespace countersign::provenance
