// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "PatchTree.h"

#include "ApplyHunks.h"
#include "LibGit.h"

#include <string_view>

namespace countersign::git
{

namespace
{

std::unexpected<Error> doesNotApply(const FilePatch &patch, const std::string &reason, const PatchTree::Source &source)
{
    return fail(
        ErrorKind::Input, Message(QT_TRANSLATE_NOOP("app", "The patch does not apply: %1."), {patch.path() + ": " + reason}),
        source.name,
        Message(QT_TRANSLATE_NOOP(
            "app", "Open the repository it was made for with -C REPO, and name the branch it is based on with --target.")));
}

std::unexpected<Error> hunkDoesNotFit(const FilePatch &patch, std::size_t hunk, const PatchTree::Source &source)
{
    return doesNotApply(patch,
                        "hunk " + std::to_string(hunk + 1) + " (" + placeInPatch(patch.hunks[hunk].line, source.firstLine)
                            + ") does not fit",
                        source);
}

/// "Subproject commit 0123…": how a diff shows the commit of a submodule.
std::optional<Oid> submoduleCommit(const FilePatch &patch)
{
    static constexpr std::string_view marker = "Subproject commit ";
    for (const auto &hunk : patch.hunks) {
        for (const auto &line : hunk.lines) {
            if (line.kind == '+' && line.text.starts_with(marker))
                return Oid::fromHex(std::string_view(line.text).substr(marker.size(), 40));
        }
    }
    return std::nullopt;
}

} // namespace

Result<std::optional<FileSide>> PatchTree::file(const std::string &path) const
{
    if (const auto found = m_changed.find(path); found != m_changed.end())
        return found->second.exists() ? std::optional(found->second) : std::nullopt;
    return unchanged(path);
}

Result<std::optional<FileSide>> PatchTree::unchanged(const std::string &path) const
{
    return m_tree.isNull() ? std::optional<FileSide>() : m_repository.entry(m_tree, path);
}

void PatchTree::set(const std::string &path, const Oid &blob, std::uint32_t mode)
{
    m_changed[path] = {path, blob, mode, 0};
}

Result<void> PatchTree::apply(std::span<const FilePatch> diff, const Source &source, const std::stop_token &stop)
{
    m_leaving.clear();
    for (const auto &patch : diff) {
        if (patch.oldPath != patch.newPath && !patch.isCopy)
            m_leaving.insert(patch.oldPath);
    }
    for (const auto &patch : diff) {
        if (stop.stop_requested())
            return cancelled();
        if (auto applied = applyFile(patch, source, stop); !applied)
            return applied;
    }
    return {};
}

/// The path of a new, renamed or copied file must not be in use, unless its file leaves too.
Result<void> PatchTree::checkFree(const FilePatch &patch, const Source &source) const
{
    if (patch.newPath.empty() || patch.newPath == patch.oldPath)
        return {};
    auto there = file(patch.newPath);
    if (!there)
        return std::unexpected(there.error());
    if (*there && (m_changed.contains(patch.newPath) || !m_leaving.contains(patch.newPath)))
        return doesNotApply(patch, "the file exists already", source);
    return {};
}

Result<void> PatchTree::applyFile(const FilePatch &patch, const Source &source, const std::stop_token &stop)
{
    const bool isMove = !patch.oldPath.empty() && !patch.newPath.empty() && patch.oldPath != patch.newPath;
    std::optional<FileSide> before;
    if (!patch.oldPath.empty()) {
        auto found = isMove ? unchanged(patch.oldPath) : file(patch.oldPath);
        if (!found)
            return std::unexpected(found.error());
        if (!*found)
            return doesNotApply(patch, "there is no file " + patch.oldPath, source);
        before = std::move(*found);
    }
    if (auto free = checkFree(patch, source); !free)
        return free;
    std::uint32_t mode = patch.newMode;
    if (mode == 0)
        mode = before ? before->mode : patch.oldMode != 0 ? patch.oldMode : 0100644U;
    auto after = content(patch, before, mode, source, stop);
    if (!after)
        return std::unexpected(after.error());
    const bool isTakenAgain = isMove && m_changed.contains(patch.oldPath);
    if (!patch.oldPath.empty() && !patch.isCopy && !isTakenAgain)
        remove(patch.oldPath);
    if (!patch.newPath.empty())
        set(patch.newPath, *after, mode);
    return {};
}

Result<Oid> PatchTree::content(const FilePatch &patch, const std::optional<FileSide> &before, std::uint32_t mode,
                               const Source &source, const std::stop_token &stop)
{
    constexpr std::uint32_t submodule = 0160000;
    if (mode == submodule || (before && before->mode == submodule)) {
        const auto commit = patch.newPath.empty() ? std::optional<Oid>(Oid()) : submoduleCommit(patch);
        return commit ? Result<Oid>(*commit)
            : before  ? Result<Oid>(before->blob)
                      : doesNotApply(patch, "it names no commit of the submodule", source);
    }
    if (!patch.binary.empty())
        return binaryContent(patch, before, source);
    if (before && patch.hunks.empty())
        return before->blob;
    std::string bytes;
    if (before) {
        auto read = m_repository.blob(before->blob);
        if (!read)
            return std::unexpected(read.error());
        bytes = std::move(*read);
    }
    auto applied = applyHunks(bytes, patch.hunks, LineEnds::Exact, stop);
    if (!applied && source.lostLineEnds)
        applied = applyHunks(bytes, patch.hunks, LineEnds::Lost, stop);
    if (stop.stop_requested())
        return cancelled();
    if (!applied)
        return hunkDoesNotFit(patch, applied.error(), source);
    if (patch.newPath.empty() && !applied->empty())
        return doesNotApply(patch, "the file to delete has other content", source);
    return patch.newPath.empty() ? Result<Oid>(Oid()) : m_repository.writeBlob(*applied);
}

Result<Oid> PatchTree::binaryContent(const FilePatch &patch, const std::optional<FileSide> &before, const Source &source)
{
    // libgit2 gets a diff about the one file of a small tree: whatever the names and prefixes are, they do not matter to it.
    const std::string none(40, '0');
    std::string text = "diff --git a/file b/file\n";
    text += !before ? "new file mode 100644\n" : patch.newPath.empty() ? "deleted file mode 100644\n" : "";
    text += "index " + (before ? before->blob.hex() : none) + ".." + (patch.newPath.empty() ? none : patch.newBlob);
    text += before && !patch.newPath.empty() ? " 100644\n" : "\n";
    text += patch.binary;
    std::vector<TreeEdit> edits;
    if (before)
        edits.push_back({"file", before->blob, 0100644});
    auto small = m_repository.writeTree(Oid(), edits);
    if (!small)
        return small;
    auto tree = lookupTree(m_repository, *small);
    if (!tree)
        return std::unexpected(tree.error());
    Handle<git_diff> diff;
    Handle<git_index> index;
    if (git_diff_from_buffer(diff.out(), text.data(), text.size()) < 0
        || git_apply_to_tree(index.out(), m_repository.d().repository, *tree, diff, nullptr) < 0)
        return doesNotApply(patch, lastMessage() + " (" + placeInPatch(patch.line, source.firstLine) + ")", source);
    const git_index_entry *entry = git_index_get_bypath(index, "file", 0);
    return entry ? fromGit(&entry->id) : Oid();
}

Result<Oid> PatchTree::write()
{
    std::vector<TreeEdit> edits;
    for (const auto &[path, side] : m_changed) // removals first, so that a folder can take the place of a file
        if (!side.exists())
            edits.push_back({path, Oid(), 0});
    for (const auto &[path, side] : m_changed)
        if (side.exists())
            edits.push_back({path, side.blob, side.mode});
    auto written = m_repository.writeTree(m_tree, edits);
    if (written) {
        m_tree = *written;
        m_changed.clear();
    }
    return written;
}

} // namespace countersign::git
