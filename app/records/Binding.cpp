// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Binding.h"

#include "Manifest.h"

#include "core/SafeText.h"
#include "core/Sha256.h"

#include <algorithm>

namespace countersign::records
{

namespace
{

Result<Oid> treeOf(const git::Repository &repository, const Oid &commit)
{
    if (commit.isNull())
        return Oid();
    if (const auto whole = repository.verifyObject(commit); !whole)
        return std::unexpected(whole.error());
    const auto read = repository.commit(commit);
    if (!read)
        return std::unexpected(read.error());
    if (const auto whole = repository.verifyObject(read->tree); !whole)
        return std::unexpected(whole.error());
    return read->tree;
}

std::vector<Oid> sorted(std::vector<Oid> ids)
{
    std::ranges::sort(ids);
    return ids;
}

/// Collects failures of one record; the first missing object ends what depends on it.
class BindingCheck
{
public:
    BindingCheck(const git::Repository &repository, const Statement &statement, std::string_view rosterId, std::stop_token stop)
        : m_repository(repository)
        , m_signed(statement)
        , m_rosterId(rosterId)
        , m_stop(std::move(stop))
    {
    }

    std::vector<Problem> run()
    {
        const auto identity = identify(m_repository, m_signed.change, m_stop, m_rosterId);
        if (!identity)
            missing(identity.error());
        else if (*identity != m_signed.repository)
            add(Failure::OtherRepository, Message(QT_TRANSLATE_NOOP("app", "The record is about another repository.")));
        const auto headTree = treeOf(m_repository, m_signed.change.head);
        const auto baseTree = treeOf(m_repository, m_signed.change.mergeBase);
        if (!headTree)
            missing(headTree.error());
        else if (*headTree != m_signed.change.headTree)
            add(Failure::HeadTreeMismatch,
                Message(QT_TRANSLATE_NOOP("app", "The tree in the record is not the tree of its head.")));
        if (!baseTree)
            missing(baseTree.error());
        if (headTree && baseTree && identity) {
            checkHistory();
            checkManifest(*baseTree, *headTree);
        }
        return std::move(m_problems);
    }

private:
    void add(Failure failure, Message what) { m_problems.push_back({failure, std::move(what)}); }
    void missing(const Error &error) { add(Failure::ObjectMissing, error.what); }

    void checkHistory()
    {
        const auto &change = m_signed.change;
        const auto base =
            change.base.isNull() ? std::optional<Oid>() : m_repository.mergeBase(change.base, change.head).value_or(std::nullopt);
        if (base.value_or(Oid()) != change.mergeBase)
            add(Failure::MergeBaseMismatch,
                Message(QT_TRANSLATE_NOOP("app", "The merge base in the record is not that of its base and head.")));
        const auto commits = m_repository.commitsBetween(change.mergeBase, change.head, m_stop);
        if (!commits)
            return missing(commits.error());
        std::vector<Oid> ids;
        for (const auto &commit : *commits)
            ids.push_back(commit.id);
        if (sorted(ids) != sorted(change.commits))
            add(Failure::CommitsMismatch,
                Message(
                    QT_TRANSLATE_NOOP("app", "The commits in the record are not those between its merge base and its head.")));
    }

    void checkManifest(const Oid &baseTree, const Oid &headTree)
    {
        const auto text = manifestText(m_repository, baseTree, headTree, m_stop);
        if (!text)
            return missing(text.error());
        const auto paths = static_cast<std::uint64_t>(std::ranges::count(*text, '\n'));
        if (sha256Hex(*text) != m_signed.change.manifestSha256 || paths != m_signed.change.manifestPaths)
            add(Failure::ManifestMismatch,
                Message(QT_TRANSLATE_NOOP("app", "The contents of the changed files are not those that were signed.")));
    }

    const git::Repository &m_repository;
    const Statement &m_signed;
    std::string_view m_rosterId;
    std::stop_token m_stop;
    std::vector<Problem> m_problems;
};

} // namespace

std::string branchOnItsHost(const std::string &ref)
{
    constexpr std::string_view remotes = "refs/remotes/";
    const auto slash = ref.find('/', remotes.size());
    return ref.starts_with(remotes) && slash != std::string::npos ? "refs/heads/" + ref.substr(slash + 1) : ref;
}

Result<RepositoryIdentity> identify(const git::Repository &repository, const BoundChange &change, std::stop_token stop,
                                    std::string_view rosterId)
{
    if (repository.isShallow())
        return fail(ErrorKind::Input, Message(QT_TRANSLATE_NOOP("app", "A shallow clone does not know which repository it is.")),
                    {}, Message(QT_TRANSLATE_NOOP("app", "Run “git fetch --unshallow”.")));
    auto roots = repository.rootCommits(change.base.isNull() ? change.head : change.base, std::move(stop));
    if (!roots)
        return std::unexpected(roots.error());
    std::ranges::sort(*roots);
    if (!rosterId.empty())
        return RepositoryIdentity{std::string(rosterId), std::move(*roots)};
    std::string text = "countersign repository\n";
    for (const auto &root : *roots)
        text += root.hex() + '\n';
    return RepositoryIdentity{sha256Hex(text).substr(0, 32), std::move(*roots)};
}

Result<BoundChange> bindChange(const git::Repository &repository, const Change &change, std::stop_token stop)
{
    if (!change.isStored)
        return fail(
            ErrorKind::Input,
            Message(QT_TRANSLATE_NOOP("app", "%1 is not stored in the repository, so a record cannot name it."),
                    {safeText(change.id)}),
            {}, Message(QT_TRANSLATE_NOOP("app", "Apply it on a branch first (git am, git fetch), then approve the branch.")));
    BoundChange bound;
    bound.name = change.ref.empty() ? change.id : change.ref;
    bound.targetRef = branchOnItsHost(change.targetRef);
    bound.base = change.base;
    bound.mergeBase = change.mergeBase;
    bound.head = change.head;
    for (const auto &commit : change.commits) {
        if (const auto whole = repository.verifyObject(commit.id); !whole)
            return std::unexpected(whole.error());
        bound.commits.push_back(commit.id);
    }
    const auto headTree = treeOf(repository, change.head);
    const auto baseTree = treeOf(repository, change.mergeBase);
    if (!headTree || !baseTree)
        return std::unexpected(headTree ? baseTree.error() : headTree.error());
    bound.headTree = *headTree;
    const auto text = manifestText(repository, *baseTree, *headTree, std::move(stop));
    if (!text)
        return std::unexpected(text.error());
    bound.manifestSha256 = sha256Hex(*text);
    bound.manifestPaths = static_cast<std::uint64_t>(std::ranges::count(*text, '\n'));
    return bound;
}

std::vector<Message> differences(const BoundChange &signedChange, const BoundChange &current)
{
    std::vector<Message> out;
    const auto compare = [&out](const Oid &then, const Oid &now, const char *text) {
        if (then != now)
            out.emplace_back(text, std::vector{then.shortHex(), now.shortHex()});
    };
    if (signedChange.targetRef != current.targetRef)
        out.emplace_back(QT_TRANSLATE_NOOP("app", "It was meant for %1, now for %2."),
                         std::vector{safeText(signedChange.targetRef), safeText(current.targetRef)});
    compare(signedChange.base, current.base, QT_TRANSLATE_NOOP("app", "The target branch moved from %1 to %2."));
    compare(signedChange.mergeBase, current.mergeBase, QT_TRANSLATE_NOOP("app", "The merge base was %1, now %2."));
    compare(signedChange.head, current.head, QT_TRANSLATE_NOOP("app", "The head was %1, now %2."));
    if (signedChange.head != current.head && signedChange.headTree == current.headTree)
        out.emplace_back(QT_TRANSLATE_NOOP("app", "The files at the head are the same."));
    compare(signedChange.headTree, current.headTree, QT_TRANSLATE_NOOP("app", "The files at the head differ (tree %1, now %2)."));
    if (sorted(signedChange.commits) != sorted(current.commits))
        out.emplace_back(QT_TRANSLATE_NOOP("app", "The commits differ (%1, now %2)."),
                         std::vector{std::to_string(signedChange.commits.size()), std::to_string(current.commits.size())});
    if (signedChange.manifestSha256 != current.manifestSha256 || signedChange.manifestPaths != current.manifestPaths)
        out.emplace_back(QT_TRANSLATE_NOOP("app", "What the change does to the files differs."));
    return out;
}

Result<std::vector<Problem>> checkBinding(const git::Repository &repository, const Statement &statement, std::stop_token stop,
                                          std::string_view rosterId)
{
    auto problems = BindingCheck(repository, statement, rosterId, stop).run();
    if (stop.stop_requested())
        return cancelled();
    return problems;
}

} // namespace countersign::records
