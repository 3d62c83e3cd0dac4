// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "LibGit.h"
#include "Renames.h"

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
    return id.isNull() ? Result<Handle<git_tree>>() : lookupTree(repository, id);
}

Result<std::vector<FileDelta>> compare(const Repository &repository, const Oid &oldTree, const Oid &newTree, std::stop_token stop)
{
    auto before = treeOrEmpty(repository, oldTree);
    if (!before)
        return std::unexpected(before.error());
    auto after = treeOrEmpty(repository, newTree);
    if (!after)
        return std::unexpected(after.error());
    git_diff_options options;
    git_diff_options_init(&options, GIT_DIFF_OPTIONS_VERSION);
    options.flags = GIT_DIFF_INCLUDE_TYPECHANGE | GIT_DIFF_SKIP_BINARY_CHECK;
    options.ignore_submodules = GIT_SUBMODULE_IGNORE_NONE; // no setting of the repository hides one
    options.payload = &stop;
    options.progress_cb = [](const git_diff *, const char *, const char *, void *data) {
        return static_cast<std::stop_token *>(data)->stop_requested() ? GIT_EUSER : 0;
    };
    Handle<git_diff> diff;
    const int code = git_diff_tree_to_tree(diff.out(), repository.d().repository, *before, *after, &options);
    if (stop.stop_requested())
        return cancelled();
    if (code < 0)
        return missingObject(repository, newTree);
    std::vector<FileDelta> deltas;
    deltas.reserve(git_diff_num_deltas(diff));
    for (std::size_t i = 0; i < git_diff_num_deltas(diff); ++i)
        deltas.push_back(toDelta(*git_diff_get_delta(diff, i)));
    return deltas;
}

} // namespace

Result<std::vector<FileDelta>> Repository::diffTrees(const Oid &oldTree, const Oid &newTree, Renames renames,
                                                     std::stop_token stop) const
{
    auto deltas = compare(*this, oldTree, newTree, stop);
    if (!deltas)
        return deltas;
    const auto path = [](const FileDelta &delta) -> const std::string & { return delta.path(); };
    std::ranges::stable_sort(*deltas, {}, path);
    if (renames == Renames::Find) {
        if (auto found = findRenames(*this, *deltas, stop); !found)
            return std::unexpected(found.error());
    }
    return deltas;
}

} // namespace countersign::git
