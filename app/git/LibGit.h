// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Repository.h"

#include <git2.h>

#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

namespace countersign::git
{

/// Owns a libgit2 object: Handle<git_tree> tree; git_tree_lookup(tree.out(), …).
template<class T>
struct Free;
#define COUNTERSIGN_FREE(type, function)                                                                                         \
    template<>                                                                                                                   \
    struct Free<type> {                                                                                                          \
        void operator()(type *pointer) const                                                                                     \
        {                                                                                                                        \
            function(pointer);                                                                                                   \
        }                                                                                                                        \
    };
COUNTERSIGN_FREE(git_repository, git_repository_free)
COUNTERSIGN_FREE(git_object, git_object_free)
COUNTERSIGN_FREE(git_commit, git_commit_free)
COUNTERSIGN_FREE(git_tree, git_tree_free)
COUNTERSIGN_FREE(git_tree_entry, git_tree_entry_free)
COUNTERSIGN_FREE(git_blob, git_blob_free)
COUNTERSIGN_FREE(git_diff, git_diff_free)
COUNTERSIGN_FREE(git_reference, git_reference_free)
COUNTERSIGN_FREE(git_reference_iterator, git_reference_iterator_free)
COUNTERSIGN_FREE(git_revwalk, git_revwalk_free)
COUNTERSIGN_FREE(git_odb, git_odb_free)
COUNTERSIGN_FREE(git_odb_object, git_odb_object_free)
COUNTERSIGN_FREE(git_config, git_config_free)
COUNTERSIGN_FREE(git_index, git_index_free)
COUNTERSIGN_FREE(git_signature, git_signature_free)
COUNTERSIGN_FREE(git_treebuilder, git_treebuilder_free)
COUNTERSIGN_FREE(git_indexer, git_indexer_free)
#undef COUNTERSIGN_FREE

template<class T>
class Handle
{
public:
    Handle() = default;
    Handle(Handle &&other) noexcept
        : m_pointer(std::exchange(other.m_pointer, nullptr))
    {
    }
    Handle &operator=(Handle &&other) noexcept
    {
        std::swap(m_pointer, other.m_pointer);
        return *this;
    }
    ~Handle() { reset(); }

    /// Where libgit2 puts a new object; the old one is freed.
    [[nodiscard]] T **out()
    {
        reset();
        return &m_pointer;
    }
    operator T *() const { return m_pointer; }

private:
    void reset()
    {
        if (m_pointer)
            Free<T>()(std::exchange(m_pointer, nullptr));
    }
    T *m_pointer = nullptr;
};

/// A folder of temporary objects (patches, bundles), removed with its last user.
class TemporaryObjects
{
public:
    [[nodiscard]] static Result<std::shared_ptr<TemporaryObjects>> create();
    ~TemporaryObjects();
    TemporaryObjects(const TemporaryObjects &) = delete;
    TemporaryObjects &operator=(const TemporaryObjects &) = delete;
    [[nodiscard]] const std::filesystem::path &folder() const { return m_folder; }

private:
    explicit TemporaryObjects(std::filesystem::path folder)
        : m_folder(std::move(folder))
    {
    }
    std::filesystem::path m_folder;
};

/// Handles on one repository that nobody uses now: to open one takes milliseconds, and what it has read is gone with it.
/// Any thread.
class IdleHandles
{
public:
    /// Null: there is none.
    [[nodiscard]] Handle<git_repository> take();
    void put(Handle<git_repository> handle);

private:
    std::mutex m_mutex;
    std::vector<Handle<git_repository>> m_handles;
};

class Repository::Private
{
public:
    ~Private();

    Handle<git_repository> repository;
    std::shared_ptr<TemporaryObjects> overlay; ///< where new objects go instead of the repository, if any
    std::shared_ptr<TemporaryObjects> scratch; ///< the whole repository is temporary
    std::shared_ptr<IdleHandles> idle = std::make_shared<IdleHandles>(); ///< of all handles that see the same objects
};

/// What libgit2 said last; empty when nothing.
[[nodiscard]] std::string lastMessage();
/// libgit2's last error as one of ours; @p what says what was being done.
[[nodiscard]] std::unexpected<Error> libgitError(Message what, std::string where = {}, Message hint = {});
/// Object @p id, or one that reading it needs (libgit2's last error tells), is missing or damaged; says how to get it.
[[nodiscard]] std::unexpected<Error> missingObject(const Repository &repository, const Oid &id);
/// How to get object @p id into this clone: shallow, partial or neither.
[[nodiscard]] Message howToFetch(const Repository &repository, const Oid &id);

[[nodiscard]] Result<Handle<git_tree>> lookupTree(const Repository &repository, const Oid &id);
[[nodiscard]] git_oid toGit(const Oid &id);
[[nodiscard]] Oid fromGit(const git_oid *id);
/// Starts libgit2 once for the process, with the options that we rely on.
void startLibGit();

} // namespace countersign::git
