// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "LibGit.h"

#include <algorithm>
#include <array>

namespace countersign::git
{

namespace
{

bool isImageName(std::string_view path)
{
    static constexpr std::array<std::string_view, 9> endings{".png", ".jpg", ".jpeg", ".gif", ".webp",
                                                             ".bmp", ".ico", ".tiff", ".avif"};
    return std::ranges::any_of(endings, [path](std::string_view ending) {
        return path.size() >= ending.size()
            && std::ranges::equal(path.substr(path.size() - ending.size()), ending, [](char a, char b) {
                   return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b;
               });
    });
}

FileKind kindOf(const FileSide &side)
{
    switch (side.mode) {
    case GIT_FILEMODE_COMMIT:
        return FileKind::Submodule;
    case GIT_FILEMODE_LINK:
        return FileKind::Symlink;
    default:
        return isImageName(side.path) ? FileKind::Image : FileKind::Text;
    }
}

FileSide toSide(const git_diff_file &file)
{
    FileSide side;
    if (file.mode == 0)
        return side;
    side.path = file.path ? file.path : "";
    side.blob = fromGit(&file.id);
    side.mode = file.mode;
    side.size = file.size;
    return side;
}

FileDelta toDelta(const git_diff_delta &raw)
{
    FileDelta delta;
    delta.oldSide = toSide(raw.old_file);
    delta.newSide = toSide(raw.new_file);
    switch (raw.status) {
    case GIT_DELTA_ADDED:
        delta.status = DeltaStatus::Added;
        delta.oldSide = {};
        break;
    case GIT_DELTA_DELETED:
        delta.status = DeltaStatus::Deleted;
        delta.newSide = {};
        break;
    case GIT_DELTA_RENAMED:
        delta.status = DeltaStatus::Renamed;
        delta.similarity = raw.similarity;
        break;
    case GIT_DELTA_COPIED:
        delta.status = DeltaStatus::Copied;
        delta.similarity = raw.similarity;
        break;
    case GIT_DELTA_TYPECHANGE:
        delta.status = DeltaStatus::TypeChange;
        break;
    default:
        delta.status = DeltaStatus::Modified;
        break;
    }
    delta.kind = kindOf(delta.newSide.exists() ? delta.newSide : delta.oldSide);
    return delta;
}

Result<Handle<git_tree>> treeOrEmpty(const Repository &repository, const Oid &id)
{
    Handle<git_tree> tree;
    if (id.isNull())
        return tree;
    const git_oid raw = toGit(id);
    if (git_tree_lookup(tree.out(), repository.d().repository, &raw) < 0)
        return missingObject(repository, id);
    return tree;
}

struct StopPayload {
    std::stop_token stop;
};

/// Exact renames cost nothing; inexact ones read blobs, so a change with very many candidates gets only the exact ones.
int findRenames(git_diff *diff)
{
    constexpr std::size_t manyDeltas = 20'000;
    git_diff_find_options options = GIT_DIFF_FIND_OPTIONS_INIT;
    options.flags = GIT_DIFF_FIND_RENAMES | GIT_DIFF_FIND_DONT_IGNORE_WHITESPACE;
    options.rename_threshold = 50;
    options.rename_limit = 1000;
    if (git_diff_num_deltas(diff) > manyDeltas)
        options.flags |= GIT_DIFF_FIND_EXACT_MATCH_ONLY;
    return git_diff_find_similar(diff, &options);
}

} // namespace

Result<std::vector<FileDelta>> Repository::diffTrees(const Oid &oldTree, const Oid &newTree, Renames renames,
                                                     std::stop_token stop) const
{
    auto before = treeOrEmpty(*this, oldTree);
    if (!before)
        return std::unexpected(before.error());
    auto after = treeOrEmpty(*this, newTree);
    if (!after)
        return std::unexpected(after.error());
    git_diff_options options = GIT_DIFF_OPTIONS_INIT;
    options.flags = GIT_DIFF_INCLUDE_TYPECHANGE | GIT_DIFF_SKIP_BINARY_CHECK;
    StopPayload payload{stop};
    options.payload = &payload;
    options.progress_cb = [](const git_diff *, const char *, const char *, void *data) {
        return static_cast<StopPayload *>(data)->stop.stop_requested() ? GIT_EUSER : 0;
    };
    Handle<git_diff> diff;
    const int code = git_diff_tree_to_tree(diff.out(), m_d->repository, *before, *after, &options);
    if (stop.stop_requested())
        return cancelled();
    if (code < 0)
        return libgitError(Message(QT_TRANSLATE_NOOP("app", "The two versions cannot be compared.")), {},
                           Message(QT_TRANSLATE_NOOP(
                               "app",
                               "Objects may be missing; fetch the change again, or run “git fetch --unshallow” in a shallow "
                               "clone.")));
    if (renames == Renames::Find && findRenames(diff) < 0)
        return libgitError(Message(QT_TRANSLATE_NOOP("app", "Renamed files cannot be found.")), {},
                           Message(QT_TRANSLATE_NOOP("app", "Objects may be missing; fetch the change again.")));
    std::vector<FileDelta> deltas;
    for (std::size_t i = 0; i < git_diff_num_deltas(diff); ++i)
        deltas.push_back(toDelta(*git_diff_get_delta(diff, i)));
    if (stop.stop_requested())
        return cancelled();
    std::ranges::stable_sort(deltas, {}, [](const FileDelta &delta) -> const std::string & { return delta.path(); });
    return deltas;
}

} // namespace countersign::git
