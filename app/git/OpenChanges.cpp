// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ChangeResolver.h"
#include "NumberedChange.h"

#include <algorithm>
#include <array>
#include <map>
#include <unordered_set>

namespace countersign::git
{

namespace
{

/// The id that names a ref in the queue; empty when it is no change.
std::string idOf(const std::string &ref)
{
    if (const auto numbered = changeOfRef(ref))
        return numbered->id();
    static constexpr std::array<std::string_view, 2> branches{"refs/heads/", "refs/remotes/"};
    for (const auto folder : branches) {
        if (ref.starts_with(folder))
            return ref.substr(folder.size());
    }
    return {};
}

/// Of each Gerrit change only the newest patch set is open.
void dropOldPatchSets(std::vector<ChangeRef> &changes)
{
    std::map<std::string, std::uint32_t> newest;
    const auto ofGerrit = [](const ChangeRef &change) {
        auto numbered = changeOfRef(change.ref);
        return numbered && numbered->source == ChangeSource::GerritChange ? numbered : std::nullopt;
    };
    for (const auto &change : changes) {
        if (const auto numbered = ofGerrit(change))
            newest[numbered->number] = std::max(newest[numbered->number], numbered->patchSet);
    }
    std::erase_if(changes, [&](const ChangeRef &change) {
        const auto numbered = ofGerrit(change);
        return numbered && numbered->patchSet < newest[numbered->number];
    });
}

} // namespace

Result<std::vector<ChangeRef>> openChanges(const Repository &repository, const Reference &target, std::stop_token stop)
{
    std::vector<ChangeRef> found;
    // In the order of precedence: what a forge numbered before branches, local before remote.
    for (const char *prefix : {"refs/pull/", "refs/merge-requests/", "refs/changes/", "refs/heads/", "refs/remotes/"}) {
        auto references = repository.references(prefix);
        if (!references)
            return std::unexpected(references.error());
        for (auto &reference : *references) {
            if (auto id = idOf(reference.name); !id.empty() && reference.name != target.name)
                found.push_back({std::move(id), std::move(reference.name), reference.target});
        }
    }
    dropOldPatchSets(found);
    std::vector<Oid> heads;
    for (const auto &change : found)
        heads.push_back(change.head);
    auto merged = repository.reachable(target.target, heads, stop);
    if (!merged)
        return std::unexpected(merged.error());
    std::unordered_set<Oid> seen(merged->begin(), merged->end());
    std::vector<ChangeRef> open;
    for (auto &change : found) {
        if (seen.insert(change.head).second)
            open.push_back(std::move(change));
    }
    return open;
}

} // namespace countersign::git
