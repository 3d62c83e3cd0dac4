// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Change.h"
#include "core/Error.h"
#include "core/FileDelta.h"
#include "core/Oid.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace countersign::git
{

/// A reference and the object it leads to.
struct Reference {
    std::string name; ///< full name, "refs/heads/main"
    Oid target; ///< peeled to a commit where it leads to one
    friend bool operator==(const Reference &, const Reference &) = default;
};

/// One entry to set or remove in a tree. Paths may have folders.
struct TreeEdit {
    std::string path;
    Oid blob; ///< null: remove the path
    std::uint32_t mode = 0100644;
};

struct CommitSpec {
    Oid tree;
    std::vector<Oid> parents;
    Signature author;
    Signature committer;
    std::string message;
};

/// A git repository opened for reading, and for writing objects and refs of ours.
///
/// Moves, does not copy. One handle belongs to one thread at a time; handle() gives another thread its own
/// (it sees the same in-memory or temporary objects). Never runs a program that the repository configures: no
/// hooks, filters, textconv, fsmonitor, credential helpers. Replace refs are not followed; a repository with grafts is
/// refused, as libgit2 would follow them.
/// Every function that walks takes a stop_token and answers Error{Cancelled} when asked to stop.
class Repository
{
public:
    /// Opens @p path: a work tree (or a folder inside one), a bare repository, a linked worktree.
    /// Errors: not a repository, unreadable, a format that is not supported, grafts, owned by somebody else (says which
    /// safe.directory line to add).
    [[nodiscard]] static Result<Repository> open(const std::filesystem::path &path);
    /// Makes a new repository with an unborn @p branch. Errors: it exists already; the folder cannot be written.
    [[nodiscard]] static Result<Repository> create(const std::filesystem::path &path, const std::string &branch);
    Repository(Repository &&) noexcept;
    Repository &operator=(Repository &&) noexcept;
    ~Repository();

    /// A second handle on the same repository and the same temporary objects, for another thread.
    [[nodiscard]] Result<Repository> handle() const;

    [[nodiscard]] std::filesystem::path gitDirectory() const;
    [[nodiscard]] std::filesystem::path commonDirectory() const; ///< shared by all linked worktrees
    [[nodiscard]] std::optional<std::filesystem::path> workDirectory() const; ///< nothing when bare
    [[nodiscard]] bool isBare() const;
    [[nodiscard]] bool isShallow() const;
    [[nodiscard]] bool isEmpty() const; ///< no commit reachable from any ref

    /// Value of a configuration key ("user.email", "gpg.ssh.allowedSignersFile"), read only, never executed.
    /// A leading "~/" is expanded where @p isPath.
    [[nodiscard]] std::optional<std::string> config(std::string_view key, bool isPath = false) const;

    /// From now on new objects go to a temporary folder, shared with every handle() and removed with the last of them;
    /// nothing in the repository is touched, and refs and notes are refused.
    [[nodiscard]] Result<void> useTemporaryObjects();
    [[nodiscard]] std::filesystem::path temporaryObjects() const; ///< empty before useTemporaryObjects()

    // References
    [[nodiscard]] Result<std::optional<Oid>> reference(std::string_view fullName) const;
    [[nodiscard]] Result<std::vector<Reference>> references(std::string_view prefix) const; ///< sorted by name
    [[nodiscard]] Result<std::vector<Reference>> matchingReferences(const std::string &pattern) const; ///< glob with *
    [[nodiscard]] std::optional<std::string> headReference() const; ///< "refs/heads/main", also when unborn
    /// The branch that changes are meant for: @p wanted if given, else origin's HEAD, main, master, trunk,
    /// develop, then the checked-out branch. Errors: none of them exists (says --target).
    [[nodiscard]] Result<Reference> targetBranch(std::string_view wanted = {}) const;
    /// Any revision git understands that leads to a commit ("HEAD~2", "v1.0", a full or unique short id).
    /// Errors: unknown (suggests similar names), ambiguous, no commit, unborn branch, not in this shallow or partial clone.
    [[nodiscard]] Result<Oid> resolveCommit(std::string_view revision) const;

    // Objects
    [[nodiscard]] Result<Commit> commit(const Oid &id) const;
    /// Content of a blob; nothing is cut. Errors name a missing object and how to fetch it (partial clone).
    [[nodiscard]] Result<std::string> blob(const Oid &id) const;
    [[nodiscard]] Result<std::uint64_t> blobSize(const Oid &id) const;
    /// Hashes one object's bytes again: for what is signed. Errors: missing; the content does not fit the name.
    [[nodiscard]] Result<void> verifyObject(const Oid &id) const;
    /// Blob at @p path of a tree; nothing when the path is not there or is no blob.
    [[nodiscard]] Result<std::optional<FileSide>> entry(const Oid &tree, std::string_view path) const;
    /// The tree of the folder at @p path; nothing when the path is not there or is no folder.
    [[nodiscard]] Result<std::optional<Oid>> folder(const Oid &tree, std::string_view path) const;
    /// Every blob, symlink and submodule of a tree, sorted by path. Errors: more than @p most files and folders (a tree can name
    /// the same folder again and again, so that few bytes hold any number of paths); missing objects; Cancelled.
    [[nodiscard]] Result<std::vector<FileSide>> entries(const Oid &tree, std::size_t most, std::stop_token stop = {}) const;
    /// Merge base of two commits; nothing when they are unrelated.
    [[nodiscard]] Result<std::optional<Oid>> mergeBase(const Oid &a, const Oid &b) const;
    [[nodiscard]] Result<bool> isAncestor(const Oid &ancestor, const Oid &descendant) const;
    /// A shallow clone ends at this commit: it has parents, but none of them is here.
    [[nodiscard]] Result<bool> isCutOff(const Oid &commit) const;
    /// The commit on the first-parent line of @p tip that merged @p head, which @p tip has; nothing when @p head is itself
    /// on that line.
    [[nodiscard]] Result<std::optional<Oid>> mergeOf(const Oid &head, const Oid &tip, std::stop_token stop = {}) const;
    /// Commits reachable from @p head and not from @p base (null: from nothing), oldest first, topological.
    [[nodiscard]] Result<std::vector<Commit>> commitsBetween(const Oid &base, const Oid &head, std::stop_token stop = {}) const;
    /// All commits without a parent reachable from @p head.
    [[nodiscard]] Result<std::vector<Oid>> rootCommits(const Oid &head, std::stop_token stop = {}) const;

    /// Those of @p wanted that are reachable from @p tip, sorted.
    [[nodiscard]] Result<std::vector<Oid>> reachable(const Oid &tip, std::span<const Oid> wanted,
                                                     std::stop_token stop = {}) const;

    enum class Renames { Off, Find };
    /// Changed paths between two trees (null: the empty tree), sorted by path. Renames as git finds them (-M, 50 %): equal
    /// content, then the same file name in another folder, then the most similar pairs; beyond 1,000,000 pairs only the
    /// first two, and never where content is missing (partial clone). No setting of the repository has a say. FileKind comes from
    /// mode and name alone: a text may turn out binary (NUL in the first 8000 bytes, as git judges) when its content is read.
    [[nodiscard]] Result<std::vector<FileDelta>> diffTrees(const Oid &oldTree, const Oid &newTree, Renames renames,
                                                           std::stop_token stop = {}) const;

    /// Writes the files of HEAD into the empty work tree of a repository made by create(). No filter runs.
    [[nodiscard]] Result<void> checkOutHead();

    // Notes
    /// The note that @p notesRef ("refs/notes/ai") holds for a commit. Errors: the notes cannot be read.
    [[nodiscard]] Result<std::optional<std::string>> note(std::string_view notesRef, const Oid &commit) const;

    /// The content of the blob that a ref points at; nothing when there is no such ref or it points at something else.
    [[nodiscard]] Result<std::optional<std::string>> referencedBlob(std::string_view fullName) const;

    // Writing (objects and refs of ours only; never the index or the work tree)
    [[nodiscard]] Result<Oid> writeBlob(std::string_view bytes);
    /// A new tree: @p base (null: empty) with @p edits applied in order. Folders come and go as they are needed; removing what
    /// is not there is no error. Errors: a path that no tree can have; not writable.
    [[nodiscard]] Result<Oid> writeTree(const Oid &base, std::span<const TreeEdit> edits);
    [[nodiscard]] Result<Oid> writeCommit(const CommitSpec &spec);
    /// Moves a ref only when it still is at @p expected (null: must not exist yet); safe against other threads and
    /// processes. Errors: somebody else moved it; not writable; new objects are only temporary (useTemporaryObjects()).
    [[nodiscard]] Result<void> updateReference(std::string_view fullName, const Oid &target, const Oid &expected,
                                               std::string_view logMessage);
    /// Adds or replaces the note of ours for a commit under @p notesRef.
    [[nodiscard]] Result<void> writeNote(std::string_view notesRef, const Oid &commit, std::string_view text,
                                         const Signature &who);

    class Private; ///< libgit2 stays behind it; only this room sees it
    [[nodiscard]] Private &d() const { return *m_d; }

private:
    explicit Repository(std::unique_ptr<Private> d);
    std::unique_ptr<Private> m_d;
};

/// A repository in a temporary folder, for patches and bundles that need none.
[[nodiscard]] Result<Repository> openScratch();

} // namespace countersign::git
