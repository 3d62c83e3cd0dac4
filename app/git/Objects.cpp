// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "LibGit.h"

#include <algorithm>
#include <unordered_set>

namespace countersign::git
{

namespace
{

Signature toSignature(const git_signature *signature)
{
    if (!signature)
        return {};
    return {signature->name ? signature->name : "", signature->email ? signature->email : "", signature->when.time,
            signature->when.offset};
}

Commit toCommit(git_commit *raw)
{
    Commit commit;
    commit.id = fromGit(git_commit_id(raw));
    commit.tree = fromGit(git_commit_tree_id(raw));
    for (unsigned i = 0; i < git_commit_parentcount(raw); ++i)
        commit.parents.push_back(fromGit(git_commit_parent_id(raw, i)));
    commit.author = toSignature(git_commit_author(raw));
    commit.committer = toSignature(git_commit_committer(raw));
    const char *message = git_commit_message(raw);
    commit.message = message ? message : "";
    return commit;
}

Result<Handle<git_tree>> lookupTree(const Repository &repository, const Oid &id)
{
    Handle<git_tree> tree;
    const git_oid raw = toGit(id);
    if (git_tree_lookup(tree.out(), repository.d().repository, &raw) < 0)
        return missingObject(repository, id);
    return tree;
}

FileSide toSide(std::string path, const git_tree_entry *entry)
{
    FileSide side;
    side.path = std::move(path);
    side.blob = fromGit(git_tree_entry_id(entry));
    side.mode = static_cast<std::uint32_t>(git_tree_entry_filemode(entry));
    return side;
}

struct Walk {
    std::vector<FileSide> entries;
    std::stop_token stop;
};

} // namespace

Result<Commit> Repository::commit(const Oid &id) const
{
    Handle<git_commit> raw;
    const git_oid oid = toGit(id);
    if (git_commit_lookup(raw.out(), m_d->repository, &oid) < 0)
        return missingObject(*this, id);
    return toCommit(raw);
}

Result<std::string> Repository::blob(const Oid &id) const
{
    Handle<git_blob> blob;
    const git_oid oid = toGit(id);
    if (git_blob_lookup(blob.out(), m_d->repository, &oid) < 0)
        return missingObject(*this, id);
    return std::string(static_cast<const char *>(git_blob_rawcontent(blob)), git_blob_rawsize(blob));
}

Result<std::uint64_t> Repository::blobSize(const Oid &id) const
{
    Handle<git_odb> odb;
    std::size_t size = 0;
    git_object_t type = GIT_OBJECT_INVALID;
    const git_oid oid = toGit(id);
    if (git_repository_odb(odb.out(), m_d->repository) < 0 || git_odb_read_header(&size, &type, odb, &oid) < 0)
        return missingObject(*this, id);
    return size;
}

Result<void> Repository::verifyObject(const Oid &id) const
{
    Handle<git_odb> odb;
    Handle<git_odb_object> object;
    const git_oid oid = toGit(id);
    git_oid computed;
    if (git_repository_odb(odb.out(), m_d->repository) < 0 || git_odb_read(object.out(), odb, &oid) < 0
        || git_odb_hash(&computed, git_odb_object_data(object), git_odb_object_size(object), git_odb_object_type(object)) < 0)
        return missingObject(*this, id);
    if (git_oid_cmp(&computed, &oid) != 0)
        return fail(ErrorKind::Input,
                    Message(QT_TRANSLATE_NOOP("app", "Object %1 does not have the content that its name says."), {id.hex()}), {},
                    Message(QT_TRANSLATE_NOOP(
                        "app", "The repository is damaged or was tampered with. Run “git fsck” and fetch it anew.")));
    return {};
}

Result<std::optional<FileSide>> Repository::entry(const Oid &tree, std::string_view path) const
{
    auto raw = lookupTree(*this, tree);
    if (!raw)
        return std::unexpected(raw.error());
    Handle<git_tree_entry> found;
    const std::string name(path);
    if (git_tree_entry_bypath(found.out(), *raw, name.c_str()) < 0 || git_tree_entry_type(found) == GIT_OBJECT_TREE)
        return std::nullopt;
    return toSide(name, found);
}

Result<std::vector<FileSide>> Repository::entries(const Oid &tree, std::stop_token stop) const
{
    auto raw = lookupTree(*this, tree);
    if (!raw)
        return std::unexpected(raw.error());
    Walk walk{{}, std::move(stop)};
    const auto visit = [](const char *root, const git_tree_entry *entry, void *payload) {
        auto &state = *static_cast<Walk *>(payload);
        if (state.stop.stop_requested())
            return -1;
        if (git_tree_entry_type(entry) != GIT_OBJECT_TREE)
            state.entries.push_back(toSide(std::string(root) + git_tree_entry_name(entry), entry));
        return 0;
    };
    const int code = git_tree_walk(*raw, GIT_TREEWALK_PRE, visit, &walk);
    if (walk.stop.stop_requested())
        return cancelled();
    if (code < 0)
        return missingObject(*this, tree);
    std::ranges::sort(walk.entries, {}, &FileSide::path);
    return std::move(walk.entries);
}

Result<std::optional<Oid>> Repository::mergeBase(const Oid &a, const Oid &b) const
{
    git_oid out;
    const git_oid rawA = toGit(a);
    const git_oid rawB = toGit(b);
    const int code = git_merge_base(&out, m_d->repository, &rawA, &rawB);
    if (code == GIT_ENOTFOUND)
        return std::nullopt;
    if (code < 0)
        return missingObject(*this, b);
    return fromGit(&out);
}

Result<bool> Repository::isAncestor(const Oid &ancestor, const Oid &descendant) const
{
    if (ancestor == descendant)
        return true;
    const git_oid a = toGit(ancestor);
    const git_oid d = toGit(descendant);
    const int code = git_graph_descendant_of(m_d->repository, &d, &a);
    if (code < 0)
        return missingObject(*this, descendant);
    return code == 1;
}

Result<std::vector<Commit>> Repository::commitsBetween(const Oid &base, const Oid &head, std::stop_token stop) const
{
    Handle<git_revwalk> walk;
    const git_oid from = toGit(head);
    const git_oid to = toGit(base);
    if (git_revwalk_new(walk.out(), m_d->repository) < 0 || git_revwalk_push(walk, &from) < 0
        || (!base.isNull() && git_revwalk_hide(walk, &to) < 0))
        return missingObject(*this, head);
    git_revwalk_sorting(walk, GIT_SORT_TOPOLOGICAL | GIT_SORT_REVERSE);
    std::vector<Commit> commits;
    git_oid next;
    int code = 0;
    while ((code = git_revwalk_next(&next, walk)) == 0) {
        if (stop.stop_requested())
            return cancelled();
        auto one = commit(fromGit(&next));
        if (!one)
            return std::unexpected(one.error());
        commits.push_back(std::move(*one));
    }
    if (code != GIT_ITEROVER)
        return missingObject(*this, head);
    return commits;
}

Result<std::vector<Oid>> Repository::rootCommits(const Oid &head, std::stop_token stop) const
{
    Handle<git_revwalk> walk;
    const git_oid from = toGit(head);
    if (git_revwalk_new(walk.out(), m_d->repository) < 0 || git_revwalk_push(walk, &from) < 0)
        return missingObject(*this, head);
    std::vector<Oid> roots;
    git_oid next;
    while (git_revwalk_next(&next, walk) == 0) {
        if (stop.stop_requested())
            return cancelled();
        Handle<git_commit> raw;
        if (git_commit_lookup(raw.out(), m_d->repository, &next) < 0)
            return missingObject(*this, fromGit(&next));
        if (git_commit_parentcount(raw) == 0)
            roots.push_back(fromGit(&next));
    }
    std::ranges::sort(roots);
    return roots;
}

Result<std::vector<Oid>> Repository::reachable(const Oid &tip, std::span<const Oid> wanted, std::stop_token stop) const
{
    std::unordered_set<Oid> open(wanted.begin(), wanted.end());
    std::int64_t oldest = INT64_MAX;
    for (const auto &id : open) {
        auto one = commit(id);
        if (one)
            oldest = std::min(oldest, one->committer.time);
    }
    Handle<git_revwalk> walk;
    const git_oid from = toGit(tip);
    if (git_revwalk_new(walk.out(), m_d->repository) < 0 || git_revwalk_push(walk, &from) < 0)
        return missingObject(*this, tip);
    git_revwalk_sorting(walk, GIT_SORT_TIME);
    // Newest first, so the walk can end at commits older than every wanted one; a month allows for wrong clocks.
    constexpr std::int64_t slack = 31L * 86400;
    std::vector<Oid> found;
    git_oid next;
    while (!open.empty() && git_revwalk_next(&next, walk) == 0) {
        if (stop.stop_requested())
            return cancelled();
        if (open.erase(fromGit(&next)) != 0)
            found.push_back(fromGit(&next));
        Handle<git_commit> raw;
        if (git_commit_lookup(raw.out(), m_d->repository, &next) < 0)
            break; // a shallow clone ends here
        if (git_commit_time(raw) < oldest - slack)
            break;
    }
    std::ranges::sort(found);
    return found;
}

Result<Oid> Repository::writeBlob(std::string_view bytes)
{
    git_oid id;
    if (git_blob_create_from_buffer(&id, m_d->repository, bytes.data(), bytes.size()) < 0)
        return fail(ErrorKind::Environment, Message(QT_TRANSLATE_NOOP("app", "An object cannot be written.")),
                    git_error_last() ? git_error_last()->message : "",
                    Message(QT_TRANSLATE_NOOP("app", "Check that the repository can be written and that the disk is not full.")));
    return fromGit(&id);
}

Result<Oid> Repository::writeTree(const Oid &base, std::span<const TreeEdit> edits)
{
    Handle<git_tree> baseTree;
    if (!base.isNull()) {
        auto found = lookupTree(*this, base);
        if (!found)
            return std::unexpected(found.error());
        baseTree = std::move(*found);
    }
    std::vector<git_tree_update> updates;
    for (const auto &edit : edits) {
        git_tree_update update{};
        update.action = edit.blob.isNull() ? GIT_TREE_UPDATE_REMOVE : GIT_TREE_UPDATE_UPSERT;
        update.id = toGit(edit.blob);
        update.filemode = static_cast<git_filemode_t>(edit.mode);
        update.path = edit.path.c_str();
        updates.push_back(update);
    }
    git_oid id;
    if (git_tree_create_updated(&id, m_d->repository, baseTree, updates.size(), updates.data()) < 0)
        return libgitError(Message(QT_TRANSLATE_NOOP("app", "A tree cannot be written.")));
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
        raw.push_back(handle.get());
        parents.push_back(std::move(handle));
    }
    git_oid id;
    if (git_commit_create(&id, m_d->repository, nullptr, author, committer, nullptr, spec.message.c_str(), *tree, raw.size(),
                          raw.data())
        < 0)
        return libgitError(Message(QT_TRANSLATE_NOOP("app", "A commit cannot be written.")));
    return fromGit(&id);
}

} // namespace countersign::git
