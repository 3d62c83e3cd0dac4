// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "LibGit.h"

#include <algorithm>
#include <unordered_set>

namespace countersign::git
{

namespace
{

/// Clocks are wrong by up to a month; a walk by time goes on that much longer.
constexpr std::int64_t clockSlack = 31L * 86400;

Result<Handle<git_revwalk>> walkFrom(const Repository &repository, const Oid &tip)
{
    Handle<git_revwalk> walk;
    const git_oid from = toGit(tip);
    if (git_revwalk_new(walk.out(), repository.d().repository) < 0 || git_revwalk_push(walk, &from) < 0)
        return missingObject(repository, tip);
    return walk;
}

} // namespace

Result<std::optional<Oid>> Repository::mergeBase(const Oid &a, const Oid &b) const
{
    git_oid out;
    const git_oid rawA = toGit(a);
    const git_oid rawB = toGit(b);
    const int code = git_merge_base(&out, m_d->repository, &rawA, &rawB);
    if (code == GIT_ENOTFOUND && commit(a) && commit(b))
        return std::nullopt;
    if (code < 0)
        return missingObject(*this, b);
    return fromGit(&out);
}

Result<bool> Repository::isAncestor(const Oid &ancestor, const Oid &descendant) const
{
    if (ancestor == descendant)
        return true;
    const git_oid a = toGit(ancestor);
    const git_oid d = toGit(descendant);
    const int code = git_graph_descendant_of(m_d->repository, &d, &a);
    if (code < 0)
        return missingObject(*this, descendant);
    return code == 1;
}

Result<bool> Repository::isCutOff(const Oid &id) const
{
    Handle<git_commit> raw;
    const git_oid oid = toGit(id);
    if (git_commit_lookup(raw.out(), m_d->repository, &oid) < 0)
        return missingObject(*this, id);
    // libgit2 leaves out the parents that a shallow clone lacks; the commit itself still names them.
    const std::string_view header = git_commit_raw_header(raw);
    return git_commit_parentcount(raw) == 0 && header.find("\nparent ") != std::string_view::npos;
}

Result<std::vector<Commit>> Repository::commitsBetween(const Oid &base, const Oid &head, std::stop_token stop) const
{
    auto walk = walkFrom(*this, head);
    if (!walk)
        return std::unexpected(walk.error());
    const git_oid to = toGit(base);
    if (!base.isNull() && git_revwalk_hide(*walk, &to) < 0)
        return missingObject(*this, base);
    git_revwalk_sorting(*walk, GIT_SORT_TOPOLOGICAL | GIT_SORT_REVERSE);
    std::vector<Commit> commits;
    git_oid next;
    int code = 0;
    while ((code = git_revwalk_next(&next, *walk)) == 0) {
        if (stop.stop_requested())
            return cancelled();
        auto one = commit(fromGit(&next));
        if (!one)
            return std::unexpected(one.error());
        commits.push_back(std::move(*one));
    }
    if (code != GIT_ITEROVER)
        return missingObject(*this, head);
    return commits;
}

Result<std::vector<Oid>> Repository::rootCommits(const Oid &head, std::stop_token stop) const
{
    auto walk = walkFrom(*this, head);
    if (!walk)
        return std::unexpected(walk.error());
    std::vector<Oid> roots;
    git_oid next;
    int code = 0;
    while ((code = git_revwalk_next(&next, *walk)) == 0) {
        if (stop.stop_requested())
            return cancelled();
        Handle<git_commit> raw;
        if (git_commit_lookup(raw.out(), m_d->repository, &next) < 0)
            return missingObject(*this, fromGit(&next));
        if (git_commit_parentcount(raw) == 0)
            roots.push_back(fromGit(&next));
    }
    if (code != GIT_ITEROVER)
        return missingObject(*this, head);
    std::ranges::sort(roots);
    return roots;
}

Result<std::vector<Oid>> Repository::reachable(const Oid &tip, std::span<const Oid> wanted, std::stop_token stop) const
{
    std::unordered_set<Oid> open(wanted.begin(), wanted.end());
    std::int64_t oldest = INT64_MAX;
    for (const auto &id : open) {
        if (const auto one = commit(id))
            oldest = std::min(oldest, std::max<std::int64_t>(0, one->committer.time));
    }
    auto walk = walkFrom(*this, tip);
    if (!walk)
        return std::unexpected(walk.error());
    git_revwalk_sorting(*walk, GIT_SORT_TIME);
    // Newest first, so the walk can end among commits older than every wanted one. A single old date says nothing.
    constexpr int enoughOldOnes = 256;
    int old = 0;
    std::vector<Oid> found;
    git_oid next;
    while (!open.empty() && old < enoughOldOnes && git_revwalk_next(&next, *walk) == 0) {
        if (stop.stop_requested())
            return cancelled();
        if (open.erase(fromGit(&next)) != 0)
            found.push_back(fromGit(&next));
        Handle<git_commit> raw;
        if (git_commit_lookup(raw.out(), m_d->repository, &next) < 0)
            break;
        old = git_commit_time(raw) < oldest - clockSlack ? old + 1 : 0;
    }
    std::ranges::sort(found);
    return found;
}

Result<std::optional<Oid>> Repository::mergeOf(const Oid &head, const Oid &tip, std::stop_token stop) const
{
    auto merged = commit(head);
    if (!merged)
        return std::unexpected(merged.error());
    auto walk = walkFrom(*this, tip);
    if (!walk)
        return std::unexpected(walk.error());
    git_revwalk_simplify_first_parent(*walk);
    const std::int64_t oldest = std::max<std::int64_t>(0, merged->committer.time) - clockSlack;
    std::vector<Oid> line;
    git_oid next;
    while (git_revwalk_next(&next, *walk) == 0) {
        if (stop.stop_requested())
            return cancelled();
        if (fromGit(&next) == head)
            return std::nullopt;
        line.push_back(fromGit(&next));
        Handle<git_commit> raw;
        if (git_commit_lookup(raw.out(), m_d->repository, &next) < 0 || git_commit_time(raw) < oldest)
            break;
    }
    // Newest first: those that have head come before those that have not.
    std::optional<Error> problem;
    const auto end = std::ranges::partition_point(line, [&](const Oid &id) {
        auto has = stop.stop_requested() ? Result<bool>(cancelled()) : isAncestor(head, id);
        if (!has)
            problem = has.error();
        return has.value_or(false);
    });
    if (problem)
        return std::unexpected(*problem);
    return end == line.begin() ? std::nullopt : std::optional(*std::prev(end));
}

} // namespace countersign::git
