// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Repository.h"

#include <git2.h>

#include <filesystem>
#include <memory>
#include <string>

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
COUNTERSIGN_FREE(git_note, git_note_free)
COUNTERSIGN_FREE(git_signature, git_signature_free)
COUNTERSIGN_FREE(git_indexer, git_indexer_free)
#undef COUNTERSIGN_FREE

template<class T>
class Handle
{
public:
    [[nodiscard]] T **out()
    {
        m_pointer.reset();
        return &m_raw;
    }
    [[nodiscard]] T *get() const
    {
        // out() lends m_raw to libgit2; the first look takes it over.
        if (m_raw) {
            m_pointer.reset(m_raw);
            m_raw = nullptr;
        }
        return m_pointer.get();
    }
    operator T *() const { return get(); }
    Handle() = default;
    Handle(Handle &&other) noexcept
        : m_pointer(other.take())
    {
    }
    Handle &operator=(Handle &&other) noexcept
    {
        m_pointer = other.take();
        m_raw = nullptr;
        return *this;
    }
    ~Handle() { (void)get(); }

private:
    std::unique_ptr<T, Free<T>> take()
    {
        (void)get();
        return std::move(m_pointer);
    }
    mutable T *m_raw = nullptr;
    mutable std::unique_ptr<T, Free<T>> m_pointer;
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

class Repository::Private
{
public:
    Handle<git_repository> repository;
    std::shared_ptr<TemporaryObjects> overlay; ///< where new objects go instead of the repository, if any
    std::shared_ptr<TemporaryObjects> scratch; ///< the whole repository is temporary
};

/// libgit2's last error as one of ours; @p what says what was being done.
[[nodiscard]] std::unexpected<Error> libgitError(Message what, std::string where = {}, Message hint = {});
/// A missing object: says how to get it when the clone is shallow or partial.
[[nodiscard]] std::unexpected<Error> missingObject(const Repository &repository, const Oid &id);

[[nodiscard]] git_oid toGit(const Oid &id);
[[nodiscard]] Oid fromGit(const git_oid *id);
/// Starts libgit2 once for the process, with the options that we rely on.
void startLibGit();

} // namespace countersign::git
