// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "LibGit.h"

#include <algorithm>
#include <map>

namespace countersign::git
{

namespace
{

std::unexpected<Error> notWritten()
{
    return fail(ErrorKind::Environment, Message(QT_TRANSLATE_NOOP("app", "An object cannot be written.")), lastMessage(),
                Message(QT_TRANSLATE_NOOP("app", "Check that the repository can be written and that the disk is not full.")));
}

/// The name is one that git refuses (".git" in any spelling), or the object does not exist.
std::unexpected<Error> notAnEntry(const std::string &name)
{
    return fail(ErrorKind::Input, Message(QT_TRANSLATE_NOOP("app", "“%1” cannot be put into a tree."), {name}), lastMessage());
}

/// Paths that could leave the tree, or nest without end, are refused before anything is written.
bool isSafePath(std::string_view path)
{
    constexpr std::size_t longest = 4096;
    if (path.size() > longest || path.contains('\0'))
        return false;
    while (true) {
        const auto slash = path.find('/');
        const auto part = path.substr(0, slash);
        if (part.empty() || part == "." || part == "..")
            return false;
        if (slash == std::string_view::npos)
            return true;
        path.remove_prefix(slash + 1);
    }
}

/// An edit, and what is left of its path below the folder at hand.
struct PathEdit {
    std::string_view path;
    const TreeEdit *edit;
};

Result<Oid> editTree(const Repository &repository, const Oid &base, const std::vector<PathEdit> &edits);

/// Puts the edits of one name into the folder @p builder: the name itself, or what is below it.
Result<void> editName(const Repository &repository, git_treebuilder *builder, const std::string &name,
                      const std::vector<PathEdit> &edits)
{
    std::vector<PathEdit> below;
    for (const auto &edit : edits) {
        if (!edit.path.empty()) {
            below.push_back(edit);
            continue;
        }
        if (git_treebuilder_get(builder, name.c_str()))
            git_treebuilder_remove(builder, name.c_str());
        const git_oid id = toGit(edit.edit->blob);
        if (!edit.edit->blob.isNull()
            && git_treebuilder_insert(nullptr, builder, name.c_str(), &id, static_cast<git_filemode_t>(edit.edit->mode)) < 0)
            return notAnEntry(name);
    }
    if (below.empty())
        return {};
    const git_tree_entry *there = git_treebuilder_get(builder, name.c_str());
    const bool isFolder = there && git_tree_entry_type(there) == GIT_OBJECT_TREE;
    auto folder = editTree(repository, isFolder ? fromGit(git_tree_entry_id(there)) : Oid(), below);
    if (!folder)
        return std::unexpected(folder.error());
    if (folder->isNull()) {
        if (isFolder)
            git_treebuilder_remove(builder, name.c_str());
        return {};
    }
    const git_oid id = toGit(*folder);
    if (git_treebuilder_insert(nullptr, builder, name.c_str(), &id, GIT_FILEMODE_TREE) < 0)
        return notAnEntry(name);
    return {};
}

/// @return the new tree, null when nothing is left in it (git keeps no empty folders).
Result<Oid> editTree(const Repository &repository, const Oid &base, const std::vector<PathEdit> &edits)
{
    Handle<git_tree> tree;
    if (!base.isNull()) {
        auto found = lookupTree(repository, base);
        if (!found)
            return std::unexpected(found.error());
        tree = std::move(*found);
    }
    Handle<git_treebuilder> builder;
    if (git_treebuilder_new(builder.out(), repository.d().repository, tree) < 0)
        return notWritten();
    std::map<std::string, std::vector<PathEdit>, std::less<>> byName;
    for (const auto &edit : edits) {
        const auto slash = edit.path.find('/');
        const auto rest = slash == std::string_view::npos ? std::string_view() : edit.path.substr(slash + 1);
        byName[std::string(edit.path.substr(0, slash))].push_back({rest, edit.edit});
    }
    for (const auto &[name, ofName] : byName) {
        if (auto done = editName(repository, builder, name, ofName); !done)
            return std::unexpected(done.error());
    }
    if (git_treebuilder_entrycount(builder) == 0)
        return Oid();
    git_oid id;
    if (git_treebuilder_write(&id, builder) < 0)
        return notWritten();
    return fromGit(&id);
}

/// A ref must not lead to an object that is gone when the program ends.
std::unexpected<Error> onlyTemporary(const std::string &reference)
{
    return fail(
        ErrorKind::Environment, Message(QT_TRANSLATE_NOOP("app", "%1 cannot be written."), {reference}), {},
        Message(QT_TRANSLATE_NOOP(
            "app", "A patch or bundle is open, whose objects are temporary. Apply or fetch it into the repository first.")));
}

} // namespace

Result<Oid> Repository::writeBlob(std::string_view bytes)
{
    git_oid id;
    if (git_blob_create_from_buffer(&id, m_d->repository, bytes.data(), bytes.size()) < 0)
        return notWritten();
    return fromGit(&id);
}

Result<Oid> Repository::writeTree(const Oid &base, std::span<const TreeEdit> edits)
{
    for (const auto &edit : edits) {
        if (!isSafePath(edit.path))
            return fail(ErrorKind::Input, Message(QT_TRANSLATE_NOOP("app", "“%1” cannot be a path in a tree."), {edit.path}));
    }
    std::vector<PathEdit> all;
    all.reserve(edits.size());
    for (const auto &edit : edits)
        all.push_back({edit.path, &edit});
    auto tree = editTree(*this, base, all);
    if (!tree || !tree->isNull())
        return tree;
    Handle<git_treebuilder> empty;
    git_oid id;
    if (git_treebuilder_new(empty.out(), m_d->repository, nullptr) < 0 || git_treebuilder_write(&id, empty) < 0)
        return notWritten();
    return fromGit(&id);
}

Result<Oid> Repository::writeCommit(const CommitSpec &spec)
{
    auto tree = lookupTree(*this, spec.tree);
    if (!tree)
        return std::unexpected(tree.error());
    Handle<git_signature> author;
    Handle<git_signature> committer;
    const auto make = [](Handle<git_signature> &out, const Signature &who) {
        return git_signature_new(out.out(), who.name.empty() ? "unknown" : who.name.c_str(),
                                 who.email.empty() ? "unknown" : who.email.c_str(), who.time, who.offsetMinutes);
    };
    if (make(author, spec.author) < 0 || make(committer, spec.committer) < 0)
        return libgitError(Message(QT_TRANSLATE_NOOP("app", "A commit needs a name and an address.")));
    std::vector<Handle<git_commit>> parents;
    std::vector<const git_commit *> raw;
    for (const auto &parent : spec.parents) {
        Handle<git_commit> handle;
        const git_oid id = toGit(parent);
        if (git_commit_lookup(handle.out(), m_d->repository, &id) < 0)
            return missingObject(*this, parent);
        raw.push_back(handle);
        parents.push_back(std::move(handle));
    }
    git_oid id;
    if (git_commit_create(&id, m_d->repository, nullptr, author, committer, nullptr, spec.message.c_str(), *tree, raw.size(),
                          raw.data())
        < 0)
        return libgitError(Message(QT_TRANSLATE_NOOP("app", "A commit cannot be written.")));
    return fromGit(&id);
}

Result<void> Repository::updateReference(std::string_view fullName, const Oid &target, const Oid &expected,
                                         std::string_view logMessage)
{
    const std::string name(fullName);
    if (m_d->overlay)
        return onlyTemporary(name);
    Handle<git_reference> reference;
    const git_oid to = toGit(target);
    const git_oid from = toGit(expected); // null: libgit2 too reads it as "does not exist", checked under the ref's lock
    const int code = git_reference_create_matching(reference.out(), m_d->repository, name.c_str(), &to, 1, &from,
                                                   std::string(logMessage).c_str());
    if (code == GIT_EMODIFIED || code == GIT_EEXISTS || code == GIT_ELOCKED)
        return fail(ErrorKind::Input, Message(QT_TRANSLATE_NOOP("app", "Somebody else moved %1 meanwhile."), {name}), {},
                    Message(QT_TRANSLATE_NOOP("app", "Try again; nothing is lost.")));
    if (code < 0)
        return fail(ErrorKind::Environment, Message(QT_TRANSLATE_NOOP("app", "%1 cannot be written."), {name}), lastMessage(),
                    Message(QT_TRANSLATE_NOOP("app", "Check that the repository can be written and that the disk is not full.")));
    return {};
}

Result<void> Repository::writeNote(std::string_view notesRef, const Oid &commit, std::string_view text, const Signature &who)
{
    if (m_d->overlay)
        return onlyTemporary(std::string(notesRef));
    Handle<git_signature> signature;
    const git_oid id = toGit(commit);
    git_oid note;
    if (git_signature_new(signature.out(), who.name.c_str(), who.email.c_str(), who.time, who.offsetMinutes) < 0
        || git_note_create(&note, m_d->repository, std::string(notesRef).c_str(), signature, signature, &id,
                           std::string(text).c_str(), 1)
            < 0)
        return fail(ErrorKind::Environment,
                    Message(QT_TRANSLATE_NOOP("app", "The note cannot be written under %1."), {std::string(notesRef)}),
                    lastMessage(), Message(QT_TRANSLATE_NOOP("app", "Check that the repository can be written.")));
    return {};
}

} // namespace countersign::git
