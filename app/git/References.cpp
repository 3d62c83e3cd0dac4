// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "LibGit.h"
#include "SimilarNames.h"

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

std::unexpected<Error> unknownRevision(const Repository &repository, const std::string &name)
{
    if (const auto id = Oid::fromHex(name))
        return fail(ErrorKind::Input, Message(QT_TRANSLATE_NOOP("app", "Object %1 is missing."), {name}), {},
                    howToFetch(repository, *id));
    const Message what(QT_TRANSLATE_NOOP("app", "There is no revision “%1”."), {name});
    const auto head = repository.headReference();
    if (head && name.starts_with("HEAD") && !repository.isEmpty()) {
        if (const auto tip = repository.reference(*head); tip && !*tip)
            return fail(ErrorKind::Input, Message(QT_TRANSLATE_NOOP("app", "The branch %1 has no commit yet."), {*head}), {},
                        Message(QT_TRANSLATE_NOOP("app", "Name another branch.")));
    }
    if (repository.isShallow() && name.find_first_of("~^") != std::string::npos)
        return fail(ErrorKind::Input, what, {}, howToFetch(repository, {}));
    if (const auto near = similarNames(repository, name); !near.empty())
        return fail(ErrorKind::Input, what, {}, Message(QT_TRANSLATE_NOOP("app", "Did you mean %1?"), {near}));
    return fail(
        ErrorKind::Input, what, {},
        Message(QT_TRANSLATE_NOOP("app", "“git branch --all” lists the branches; fetch the change first if it is on a server.")));
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
        std::vector<std::string> candidates{"refs/heads/" + name, "refs/remotes/" + name, "refs/remotes/origin/" + name};
        if (name.starts_with("refs/"))
            candidates.insert(candidates.begin(), name);
        for (const auto &candidate : candidates) {
            if (auto reference = found(candidate))
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
    const std::string name(revision);
    const int code = git_revparse_single(object.out(), m_d->repository, name.c_str());
    if (code == GIT_EAMBIGUOUS)
        return fail(ErrorKind::Input, Message(QT_TRANSLATE_NOOP("app", "“%1” fits several objects."), {name}), {},
                    Message(QT_TRANSLATE_NOOP("app", "Give more digits.")));
    if (code < 0)
        return unknownRevision(*this, name);
    Handle<git_object> commit;
    if (git_object_peel(commit.out(), object, GIT_OBJECT_COMMIT) < 0)
        return fail(ErrorKind::Input, Message(QT_TRANSLATE_NOOP("app", "“%1” is no commit."), {name}), lastMessage(),
                    Message(QT_TRANSLATE_NOOP("app", "Give a branch, a tag or a commit.")));
    return fromGit(git_object_id(commit));
}

} // namespace countersign::git
