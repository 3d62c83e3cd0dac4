// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "LibGit.h"
#include "Renames.h"
#include "TreeEntries.h"

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

FileSide toSide(const std::string &folder, const TreeEntry &entry)
{
    FileSide side;
    side.path = folder + std::string(entry.name);
    side.blob = entry.id;
    side.mode = entry.mode;
    return side;
}

/// Compares two trees of the repository, names and ids only. libgit2's own comparison needs twenty times as long where little
/// differs: half a millisecond goes into each before it looks at a tree.
class Comparison
{
public:
    Comparison(const Repository &repository, std::stop_token stop)
        : m_repository(repository)
        , m_stop(std::move(stop))
    {
    }

    /// A null id stands for the empty tree.
    Result<std::vector<FileDelta>> run(const Oid &oldTree, const Oid &newTree)
    {
        if (git_repository_odb(m_odb.out(), m_repository.d().repository) < 0)
            return missingObject(m_repository, newTree);
        if (oldTree != newTree)
            m_open.push_back({{}, oldTree, newTree});
        while (!m_open.empty()) {
            const Folder folder = std::move(m_open.back());
            m_open.pop_back();
            if (m_stop.stop_requested())
                return cancelled();
            if (auto compared = compare(folder); !compared)
                return std::unexpected(compared.error());
            if (m_deltas.size() + ++m_folders > mostPlaces)
                return fail(ErrorKind::Input,
                            Message(QT_TRANSLATE_NOOP("app", "More than %1 files differ."), {std::to_string(mostPlaces)}), {},
                            Message(QT_TRANSLATE_NOOP("app", "Choose versions that are closer to each other.")));
        }
        return std::move(m_deltas);
    }

private:
    static constexpr std::size_t mostPlaces = 1'000'000; ///< a tree of few objects can stand for any number of files and folders

    /// Folders that differ and are still to be looked into; a null id: that side has none.
    struct Folder {
        std::string path; ///< with a slash at its end; empty: the root
        Oid before;
        Oid after;
    };

    Result<TreeEntries> read(const Oid &id)
    {
        if (id.isNull())
            return TreeEntries();
        const git_oid raw = toGit(id);
        Handle<git_odb_object> object;
        if (git_odb_read(object.out(), m_odb, &raw) < 0)
            return missingObject(m_repository, id);
        auto entries = TreeEntries::parse(std::move(object));
        return entries ? Result<TreeEntries>(std::move(*entries)) : missingObject(m_repository, id);
    }

    Result<void> compare(const Folder &folder)
    {
        const auto before = read(folder.before);
        if (!before)
            return std::unexpected(before.error());
        const auto after = read(folder.after);
        if (!after)
            return std::unexpected(after.error());
        auto left = before->begin();
        auto right = after->begin();
        while (left != before->end() || right != after->end()) {
            const std::strong_ordering order = right == after->end() ? std::strong_ordering::less
                : left == before->end()                              ? std::strong_ordering::greater
                                                                     : *left <=> *right;
            if (order < 0)
                add(folder, &*left++, nullptr);
            else if (order > 0)
                add(folder, nullptr, &*right++);
            else
                add(folder, &*left++, &*right++);
        }
        return {};
    }

    /// What stands under one name, before and after; at least one is there, and both are folders or none is.
    void add(const Folder &folder, const TreeEntry *before, const TreeEntry *after)
    {
        if (before && after && before->mode == after->mode && before->id == after->id)
            return;
        if ((before ? before : after)->isFolder()) {
            m_open.push_back({folder.path + std::string((before ? before : after)->name) + "/", before ? before->id : Oid(),
                              after ? after->id : Oid()});
            return;
        }
        FileDelta delta;
        if (before)
            delta.oldSide = toSide(folder.path, *before);
        if (after)
            delta.newSide = toSide(folder.path, *after);
        delta.status = !before                                     ? DeltaStatus::Added
            : !after                                               ? DeltaStatus::Deleted
            : (before->mode ^ after->mode) & TreeEntry::kindOfMode ? DeltaStatus::TypeChange
                                                                   : DeltaStatus::Modified;
        delta.kind = kindOf(after ? delta.newSide : delta.oldSide);
        m_deltas.push_back(std::move(delta));
    }

    const Repository &m_repository;
    std::stop_token m_stop;
    Handle<git_odb> m_odb;
    std::vector<Folder> m_open;
    std::size_t m_folders = 0; ///< that were compared
    std::vector<FileDelta> m_deltas;
};

} // namespace

Result<std::vector<FileDelta>> Repository::diffTrees(const Oid &oldTree, const Oid &newTree, Renames renames,
                                                     std::stop_token stop) const
{
    auto deltas = Comparison(*this, stop).run(oldTree, newTree);
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
