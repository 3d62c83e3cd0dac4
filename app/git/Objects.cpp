// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "LibGit.h"

#include <QByteArrayView>
#include <QString>
#include <QStringDecoder>

#include <algorithm>

namespace countersign::git
{

namespace
{

/// Text of a commit that names another encoding, as UTF-8. Bytes of an encoding that nobody knows stay as they are.
std::string toUtf8(const char *text, const char *encoding)
{
    const std::string_view bytes = text ? text : "";
    if (!encoding || bytes.empty())
        return std::string(bytes);
    QStringDecoder decoder(encoding);
    if (!decoder.isValid())
        return std::string(bytes);
    return QString(decoder(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())))).toStdString();
}

Signature toSignature(const git_signature *signature, const char *encoding)
{
    if (!signature)
        return {};
    return {toUtf8(signature->name, encoding), toUtf8(signature->email, encoding), signature->when.time, signature->when.offset};
}

Commit toCommit(git_commit *raw)
{
    const char *encoding = git_commit_message_encoding(raw);
    Commit commit;
    commit.id = fromGit(git_commit_id(raw));
    commit.tree = fromGit(git_commit_tree_id(raw));
    for (unsigned i = 0; i < git_commit_parentcount(raw); ++i)
        commit.parents.push_back(fromGit(git_commit_parent_id(raw, i)));
    commit.author = toSignature(git_commit_author(raw), encoding);
    commit.committer = toSignature(git_commit_committer(raw), encoding);
    commit.message = toUtf8(git_commit_message(raw), encoding);
    return commit;
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
    std::size_t left; ///< how many more files and folders may come
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

namespace
{

/// What stands at a path, blob or folder.
Result<std::optional<FileSide>> find(const Repository &repository, const Oid &tree, std::string_view path)
{
    Oid folder = tree;
    std::string_view rest = path;
    while (true) {
        auto raw = lookupTree(repository, folder);
        if (!raw)
            return std::unexpected(raw.error());
        const auto slash = rest.find('/');
        const git_tree_entry *found = git_tree_entry_byname(*raw, std::string(rest.substr(0, slash)).c_str());
        if (!found)
            return std::nullopt;
        if (slash == std::string_view::npos)
            return toSide(std::string(path), found);
        if (git_tree_entry_type(found) != GIT_OBJECT_TREE)
            return std::nullopt;
        folder = fromGit(git_tree_entry_id(found));
        rest.remove_prefix(slash + 1);
    }
}

} // namespace

Result<std::optional<FileSide>> Repository::entry(const Oid &tree, std::string_view path) const
{
    auto found = find(*this, tree, path);
    return found && *found && (*found)->mode == GIT_FILEMODE_TREE ? Result<std::optional<FileSide>>(std::nullopt) : found;
}

Result<std::optional<Oid>> Repository::folder(const Oid &tree, std::string_view path) const
{
    const auto found = find(*this, tree, path);
    if (!found)
        return std::unexpected(found.error());
    return *found && (*found)->mode == GIT_FILEMODE_TREE ? std::optional((*found)->blob) : std::nullopt;
}

Result<std::vector<FileSide>> Repository::entries(const Oid &tree, std::size_t most, std::stop_token stop) const
{
    auto raw = lookupTree(*this, tree);
    if (!raw)
        return std::unexpected(raw.error());
    Walk walk{{}, most + 1, std::move(stop)};
    const auto visit = [](const char *root, const git_tree_entry *entry, void *payload) {
        auto &state = *static_cast<Walk *>(payload);
        if (--state.left == 0 || state.stop.stop_requested())
            return -1;
        if (git_tree_entry_type(entry) != GIT_OBJECT_TREE)
            state.entries.push_back(toSide(std::string(root) + git_tree_entry_name(entry), entry));
        return 0;
    };
    const int code = git_tree_walk(*raw, GIT_TREEWALK_PRE, visit, &walk);
    if (walk.stop.stop_requested())
        return cancelled();
    if (walk.left == 0)
        return fail(
            ErrorKind::Input,
            Message(QT_TRANSLATE_NOOP("app", "The tree %1 holds more than %2 files."), {tree.shortHex(), std::to_string(most)}));
    if (code < 0)
        return missingObject(*this, tree);
    std::ranges::sort(walk.entries, {}, &FileSide::path);
    return std::move(walk.entries);
}

} // namespace countersign::git
