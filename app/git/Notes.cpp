// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "LibGit.h"

namespace countersign::git
{

namespace
{

/// The blob of a commit's note. Folders take two digits each off the name, as many as the writer wanted.
Result<std::optional<Oid>> findNote(const Repository &repository, const Oid &root, const std::string &hex)
{
    Oid folder = root;
    for (std::size_t digits = 0; digits < hex.size(); digits += 2) {
        auto tree = lookupTree(repository, folder);
        if (!tree)
            return std::unexpected(tree.error());
        const git_tree_entry *rest = git_tree_entry_byname(*tree, hex.c_str() + digits);
        if (rest && git_tree_entry_type(rest) == GIT_OBJECT_BLOB)
            return fromGit(git_tree_entry_id(rest));
        const git_tree_entry *below = git_tree_entry_byname(*tree, hex.substr(digits, 2).c_str());
        if (!below || git_tree_entry_type(below) != GIT_OBJECT_TREE)
            return std::nullopt;
        folder = fromGit(git_tree_entry_id(below));
    }
    return std::nullopt;
}

} // namespace

Result<std::optional<std::string>> Repository::note(std::string_view notesRef, const Oid &commitId) const
{
    // git_note_read() answers "no note" also when the note is there but its object is not: evidence must not vanish so.
    const auto unreadable = [&](const Error &reason) {
        return fail(ErrorKind::Input,
                    Message(QT_TRANSLATE_NOOP("app", "The notes under %1 cannot be read."), {std::string(notesRef)}),
                    reason.what.english(), reason.hint);
    };
    const auto tip = reference(notesRef);
    if (!tip)
        return unreadable(tip.error());
    if (!*tip)
        return std::nullopt;
    const auto top = commit(**tip);
    if (!top)
        return unreadable(top.error());
    const auto id = findNote(*this, top->tree, commitId.hex());
    if (!id)
        return unreadable(id.error());
    if (!*id)
        return std::nullopt;
    auto text = blob(**id);
    if (!text)
        return unreadable(text.error());
    return std::move(*text);
}

Result<std::optional<std::string>> Repository::referencedBlob(std::string_view fullName) const
{
    Handle<git_reference> reference;
    if (git_reference_lookup(reference.out(), m_d->repository, std::string(fullName).c_str()) < 0
        || git_reference_type(reference) != GIT_REFERENCE_DIRECT)
        return std::nullopt;
    const Oid target = fromGit(git_reference_target(reference));
    Handle<git_object> object;
    const git_oid id = toGit(target);
    if (git_object_lookup(object.out(), m_d->repository, &id, GIT_OBJECT_ANY) < 0)
        return missingObject(*this, target);
    if (git_object_type(object) != GIT_OBJECT_BLOB)
        return std::nullopt;
    auto text = blob(target);
    return text ? Result<std::optional<std::string>>(std::move(*text)) : std::unexpected(text.error());
}

} // namespace countersign::git
