// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "PatchApply.h"

#include "LibGit.h"

namespace countersign::git
{

namespace
{

std::string lastMessage()
{
    const git_error *last = git_error_last();
    return last && last->message ? last->message : "";
}

Result<Oid> applyOne(Repository &repository, const PatchMail &patch, const Oid &tree, const std::string &place)
{
    git_repository *raw = repository.d().repository;
    Handle<git_diff> diff;
    if (git_diff_from_buffer(diff.out(), patch.diff.data(), patch.diff.size()) < 0)
        return fail(
            ErrorKind::Input, Message(QT_TRANSLATE_NOOP("app", "The patch is corrupt: %1."), {lastMessage()}), place,
            Message(QT_TRANSLATE_NOOP("app", "Make it again with “git format-patch”; mail programs often damage patches.")));
    Handle<git_tree> base;
    Oid baseId = tree;
    if (tree.isNull()) {
        auto empty = repository.writeTree(Oid(), {});
        if (!empty)
            return empty;
        baseId = *empty;
    }
    const git_oid id = toGit(baseId);
    if (git_tree_lookup(base.out(), raw, &id) < 0)
        return missingObject(repository, baseId);
    Handle<git_index> index;
    if (git_apply_to_tree(index.out(), raw, base, diff, nullptr) < 0)
        return fail(
            ErrorKind::Input, Message(QT_TRANSLATE_NOOP("app", "The patch does not apply: %1."), {lastMessage()}), place,
            Message(QT_TRANSLATE_NOOP(
                "app", "Open the repository it was made for with -C REPO, and name the branch it is based on with --target.")));
    git_oid written;
    if (git_index_write_tree_to(&written, index, raw) < 0)
        return libgitError(Message(QT_TRANSLATE_NOOP("app", "A tree cannot be written.")));
    return fromGit(&written);
}

} // namespace

Result<AppliedPatches> applyPatches(Repository &repository, std::span<const PatchMail> patches, const Oid &tip,
                                    std::stop_token stop)
{
    if (auto ready = repository.useTemporaryObjects(); !ready)
        return std::unexpected(ready.error());
    AppliedPatches out{tip, tip};
    if (const auto named = Oid::fromHex(patches.front().baseCommit); named && repository.commit(*named))
        out = {*named, *named};
    Oid tree;
    if (!out.base.isNull()) {
        auto commit = repository.commit(out.base);
        if (!commit)
            return std::unexpected(commit.error());
        tree = commit->tree;
    }
    for (std::size_t i = 0; i < patches.size(); ++i) {
        if (stop.stop_requested())
            return cancelled();
        auto next = applyOne(repository, patches[i], tree,
                             patches.size() == 1 ? std::string() : std::to_string(i + 1) + "/" + std::to_string(patches.size()));
        if (!next)
            return std::unexpected(next.error());
        tree = *next;
        CommitSpec spec;
        spec.tree = tree;
        if (!out.head.isNull())
            spec.parents.push_back(out.head);
        spec.author = patches[i].author;
        spec.committer = patches[i].author;
        spec.message = patches[i].message;
        auto commit = repository.writeCommit(spec);
        if (!commit)
            return std::unexpected(commit.error());
        out.head = *commit;
    }
    return out;
}

} // namespace countersign::git
