// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "PatchApply.h"

#include "FilePatch.h"
#include "LibGit.h"
#include "PatchTree.h"

#include <algorithm>
#include <set>

namespace countersign::git
{

namespace
{

using Diffs = std::vector<std::vector<FilePatch>>;

std::string nameInSeries(std::size_t i, std::size_t count)
{
    return count == 1 ? std::string() : std::to_string(i + 1) + "/" + std::to_string(count);
}

Result<Diffs> readDiffs(std::span<const PatchMail> patches)
{
    Diffs diffs;
    for (std::size_t i = 0; i < patches.size(); ++i) {
        auto diff = readDiff(patches[i].diff, patches[i].diffLine);
        if (!diff) {
            Error error = diff.error();
            if (error.where.empty())
                error.where = nameInSeries(i, patches.size());
            return std::unexpected(std::move(error));
        }
        diffs.push_back(std::move(*diff));
    }
    return diffs;
}

/// The blob whose name starts with these digits, if the repository has exactly one.
std::optional<Oid> blobByPrefix(const Repository &repository, const std::string &digits)
{
    constexpr std::size_t fewest = 7;
    if (digits.size() < fewest || digits.size() > 2 * Oid::size)
        return std::nullopt;
    const auto padded = Oid::fromHex(digits + std::string(2 * Oid::size - digits.size(), '0'));
    if (!padded)
        return std::nullopt;
    const git_oid prefix = toGit(*padded);
    Handle<git_odb> odb;
    git_oid id;
    std::size_t size = 0;
    git_object_t type = GIT_OBJECT_INVALID;
    if (git_repository_odb(odb.out(), repository.d().repository) < 0
        || git_odb_exists_prefix(&id, odb, &prefix, digits.size()) < 0 || git_odb_read_header(&size, &type, odb, &id) < 0
        || type != GIT_OBJECT_BLOB)
        return std::nullopt;
    return fromGit(&id);
}

/// Puts the files of @p tree that a patch starts from into the state its index lines name.
/// @return whether anything had to be put back.
Result<bool> restorePreimages(const Repository &repository, const Diffs &diffs, PatchTree &tree)
{
    bool changed = false;
    std::set<std::string> touched;
    for (const auto &diff : diffs) {
        for (const auto &patch : diff) {
            const bool isFirst = !touched.contains(patch.path());
            touched.insert({patch.oldPath, patch.newPath});
            if (!isFirst || patch.oldBlob.empty())
                continue;
            auto there = tree.file(patch.oldPath.empty() ? patch.newPath : patch.oldPath);
            if (!there)
                return std::unexpected(there.error());
            if (patch.oldPath.empty()) {
                // A file that the patch adds and the repository has had just so: the patch is merged.
                if (*there && blobByPrefix(repository, patch.newBlob)) {
                    tree.remove(patch.newPath);
                    changed = true;
                }
                continue;
            }
            if (*there && (*there)->blob.hex().starts_with(patch.oldBlob))
                continue;
            if (const auto blob = blobByPrefix(repository, patch.oldBlob)) {
                tree.set(patch.oldPath, *blob, *there ? (*there)->mode : patch.oldMode != 0 ? patch.oldMode : 0100644U);
                changed = true;
            }
        }
    }
    return changed;
}

Result<Oid> commitOn(Repository &repository, const Oid &parent, const Oid &tree, const Signature &author, std::string message)
{
    CommitSpec spec;
    spec.tree = tree;
    if (!parent.isNull())
        spec.parents.push_back(parent);
    spec.author = author;
    spec.committer = author;
    spec.message = std::move(message);
    return repository.writeCommit(spec);
}

} // namespace

Result<AppliedPatches> applyPatches(Repository &repository, std::span<const PatchMail> patches, const Oid &tip,
                                    std::stop_token stop)
{
    if (auto ready = repository.useTemporaryObjects(); !ready)
        return std::unexpected(ready.error());
    const auto diffs = readDiffs(patches);
    if (!diffs)
        return std::unexpected(diffs.error());
    AppliedPatches out{tip, tip, tip};
    if (const auto named = Oid::fromHex(patches.front().baseCommit); named && repository.commit(*named))
        out = {*named, *named, *named};
    Oid startTree;
    if (!out.base.isNull()) {
        auto commit = repository.commit(out.base);
        if (!commit)
            return std::unexpected(commit.error());
        startTree = commit->tree;
    }
    PatchTree tree(repository, startTree);
    const auto write = [&](const PatchMail &patch, std::string message) -> Result<void> {
        auto written = tree.write();
        if (!written)
            return std::unexpected(written.error());
        auto commit = commitOn(repository, out.head, *written, patch.author, std::move(message));
        if (!commit)
            return std::unexpected(commit.error());
        out.head = *commit;
        return {};
    };
    auto restored = out.base.isNull() ? Result<bool>(false) : restorePreimages(repository, *diffs, tree);
    if (!restored)
        return std::unexpected(restored.error());
    if (*restored) {
        if (auto done = write(patches.front(), "State that the patch was made on\n"); !done)
            return std::unexpected(done.error());
        out.start = out.head;
    }
    for (std::size_t i = 0; i < patches.size(); ++i) {
        const PatchTree::Source source{patches[i].diffLine, patches[i].lostLineEnds, nameInSeries(i, patches.size())};
        if (auto applied = tree.apply((*diffs)[i], source, stop); !applied)
            return std::unexpected(applied.error());
        if (auto done = write(patches[i], patches[i].message); !done)
            return std::unexpected(done.error());
    }
    return out;
}

} // namespace countersign::git
