// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "LibGit.h"

#include <algorithm>

namespace countersign::git
{

namespace
{

std::optional<Oid> peeled(git_reference *reference)
{
    Handle<git_object> object;
    if (git_reference_peel(object.out(), reference, GIT_OBJECT_COMMIT) == 0)
        return fromGit(git_object_id(object));
    Handle<git_reference> direct;
    if (git_reference_resolve(direct.out(), reference) < 0)
        return std::nullopt;
    return fromGit(git_reference_target(direct));
}

} // namespace

Result<std::optional<Oid>> Repository::reference(std::string_view fullName) const
{
    Handle<git_reference> reference;
    const int code = git_reference_lookup(reference.out(), m_d->repository, std::string(fullName).c_str());
    if (code == GIT_ENOTFOUND || code == GIT_EINVALIDSPEC)
        return std::nullopt;
    if (code < 0)
        return libgitError(Message(QT_TRANSLATE_NOOP("app", "The reference cannot be read.")), std::string(fullName));
    return peeled(reference);
}

Result<std::vector<Reference>> Repository::references(std::string_view prefix) const
{
    return matchingReferences(std::string(prefix) + "*");
}

Result<std::vector<Reference>> Repository::matchingReferences(const std::string &pattern) const
{
    Handle<git_reference_iterator> iterator;
    if (git_reference_iterator_glob_new(iterator.out(), m_d->repository, pattern.c_str()) < 0)
        return libgitError(Message(QT_TRANSLATE_NOOP("app", "The references cannot be read.")));
    std::vector<Reference> out;
    while (true) {
        Handle<git_reference> reference;
        const int code = git_reference_next(reference.out(), iterator);
        if (code == GIT_ITEROVER)
            break;
        if (code < 0)
            return libgitError(Message(QT_TRANSLATE_NOOP("app", "The references cannot be read.")));
        if (git_reference_type(reference) == GIT_REFERENCE_SYMBOLIC)
            continue;
        if (const auto target = peeled(reference))
            out.push_back({git_reference_name(reference), *target});
    }
    std::ranges::sort(out, {}, &Reference::name);
    return out;
}

std::optional<std::string> Repository::headReference() const
{
    Handle<git_reference> head;
    if (git_reference_lookup(head.out(), m_d->repository, "HEAD") < 0 || git_reference_type(head) != GIT_REFERENCE_SYMBOLIC)
        return std::nullopt;
    return git_reference_symbolic_target(head);
}

Result<Reference> Repository::targetBranch(std::string_view wanted) const
{
    const auto found = [this](const std::string &name) -> std::optional<Reference> {
        const auto target = reference(name);
        return target && *target ? std::optional(Reference{name, **target}) : std::nullopt;
    };
    if (!wanted.empty()) {
        const std::string name(wanted);
        for (const auto &candidate : {name, "refs/heads/" + name, "refs/remotes/" + name, "refs/remotes/origin/" + name}) {
            if (auto reference = found(candidate); reference && candidate.starts_with("refs/"))
                return *reference;
        }
        return fail(ErrorKind::Input, Message(QT_TRANSLATE_NOOP("app", "There is no branch “%1”."), {name}), {},
                    Message(QT_TRANSLATE_NOOP("app", "Give an existing branch with --target BRANCH.")));
    }
    std::vector<std::string> candidates;
    Handle<git_reference> remoteHead;
    if (git_reference_lookup(remoteHead.out(), m_d->repository, "refs/remotes/origin/HEAD") == 0
        && git_reference_type(remoteHead) == GIT_REFERENCE_SYMBOLIC)
        candidates.emplace_back(git_reference_symbolic_target(remoteHead));
    for (const char *folder : {"refs/heads/", "refs/remotes/origin/"}) {
        for (const char *name : {"main", "master", "trunk", "develop"})
            candidates.push_back(std::string(folder) + name);
    }
    if (const auto head = headReference())
        candidates.push_back(*head);
    for (const auto &candidate : candidates) {
        if (const auto reference = found(candidate))
            return *reference;
    }
    if (isEmpty())
        return fail(ErrorKind::Input, Message(QT_TRANSLATE_NOOP("app", "The repository has no commit yet.")), {},
                    Message(QT_TRANSLATE_NOOP("app", "Make a first commit, or open another repository.")));
    return fail(ErrorKind::Input, Message(QT_TRANSLATE_NOOP("app", "The branch that changes are meant for is not known.")), {},
                Message(QT_TRANSLATE_NOOP("app", "Give it with --target BRANCH.")));
}

Result<Oid> Repository::resolveCommit(std::string_view revision) const
{
    Handle<git_object> object;
    const int code = git_revparse_single(object.out(), m_d->repository, std::string(revision).c_str());
    if (code == GIT_EAMBIGUOUS)
        return fail(ErrorKind::Input, Message(QT_TRANSLATE_NOOP("app", "“%1” fits several objects."), {std::string(revision)}),
                    {}, Message(QT_TRANSLATE_NOOP("app", "Give more digits.")));
    Handle<git_object> commit;
    if (code < 0 || git_object_peel(commit.out(), object, GIT_OBJECT_COMMIT) < 0)
        return fail(ErrorKind::Input, Message(QT_TRANSLATE_NOOP("app", "There is no revision “%1”."), {std::string(revision)}),
                    {},
                    Message(QT_TRANSLATE_NOOP(
                        "app", "“git branch --all” lists the branches; fetch the change first if it is on a server.")));
    return fromGit(git_object_id(commit));
}

Result<void> Repository::updateReference(std::string_view fullName, const Oid &target, const Oid &expected,
                                         std::string_view logMessage)
{
    Handle<git_reference> reference;
    const git_oid to = toGit(target);
    const git_oid from = toGit(expected);
    const std::string name(fullName);
    const int code = expected.isNull()
        ? git_reference_create(reference.out(), m_d->repository, name.c_str(), &to, 0, std::string(logMessage).c_str())
        : git_reference_create_matching(reference.out(), m_d->repository, name.c_str(), &to, 1, &from,
                                        std::string(logMessage).c_str());
    if (code == GIT_EMODIFIED || code == GIT_EEXISTS)
        return fail(ErrorKind::Input, Message(QT_TRANSLATE_NOOP("app", "Somebody else moved %1 meanwhile."), {name}), {},
                    Message(QT_TRANSLATE_NOOP("app", "Try again; nothing is lost.")));
    if (code < 0)
        return fail(ErrorKind::Environment, Message(QT_TRANSLATE_NOOP("app", "%1 cannot be written."), {name}),
                    git_error_last() ? git_error_last()->message : "",
                    Message(QT_TRANSLATE_NOOP("app", "Check that the repository can be written and that the disk is not full.")));
    return {};
}

Result<std::optional<std::string>> Repository::note(std::string_view notesRef, const Oid &commit) const
{
    Handle<git_note> note;
    const git_oid id = toGit(commit);
    const int code = git_note_read(note.out(), m_d->repository, std::string(notesRef).c_str(), &id);
    if (code == GIT_ENOTFOUND)
        return std::nullopt;
    if (code < 0)
        return libgitError(Message(QT_TRANSLATE_NOOP("app", "The notes under %1 cannot be read."), {std::string(notesRef)}));
    return std::string(git_note_message(note));
}

Result<void> Repository::writeNote(std::string_view notesRef, const Oid &commit, std::string_view text, const Signature &who)
{
    Handle<git_signature> signature;
    const git_oid id = toGit(commit);
    git_oid note;
    if (git_signature_new(signature.out(), who.name.c_str(), who.email.c_str(), who.time, who.offsetMinutes) < 0
        || git_note_create(&note, m_d->repository, std::string(notesRef).c_str(), signature, signature, &id,
                           std::string(text).c_str(), 1)
            < 0)
        return fail(ErrorKind::Environment,
                    Message(QT_TRANSLATE_NOOP("app", "The note cannot be written under %1."), {std::string(notesRef)}),
                    git_error_last() ? git_error_last()->message : "",
                    Message(QT_TRANSLATE_NOOP("app", "Check that the repository can be written.")));
    return {};
}

} // namespace countersign::git
