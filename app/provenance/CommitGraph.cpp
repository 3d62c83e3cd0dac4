// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "CommitGraph.h"

#include <unordered_map>

namespace countersign::provenance
{

CommitGraph::CommitGraph(std::span<const Commit> commits, const Oid &head)
    : m_parents(commits.size())
    , m_lastChildren(commits.size(), none)
{
    std::unordered_map<Oid, std::size_t> places;
    for (std::size_t commit = 0; commit < commits.size(); ++commit)
        places.emplace(commits[commit].id, commit);
    const auto placeOf = [&places](const Oid &id) {
        const auto found = places.find(id);
        return found == places.end() ? none : found->second;
    };
    for (std::size_t commit = 0; commit < commits.size(); ++commit) {
        for (const Oid &parent : commits[commit].parents) {
            const std::size_t place = placeOf(parent);
            const bool isOlder = place != none && place < commit;
            m_parents[commit].push_back(isOlder ? place : none);
            if (isOlder)
                m_lastChildren[place] = commit;
        }
    }
    m_head = placeOf(head);
}

} // namespace countersign::provenance
