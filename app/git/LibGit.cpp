// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "LibGit.h"

#include <cstdlib>
#include <iterator>
#include <string_view>
#include <system_error>

/// Stands in for the function of Mbed TLS of this name, with which libgit2 reads all certificates of the system whenever it is
/// started (7 ms): nothing here ever opens a connection. A negative answer is an error there, which leaves it without any.
/// A libgit2 with another TLS library never asks.
extern "C" int mbedtls_x509_crt_parse_file(void *, const char *)
{
    constexpr int cannotBeRead = -0x2900; // MBEDTLS_ERR_X509_FILE_IO_ERROR
    return cannotBeRead;
}

namespace countersign::git
{

void startLibGit()
{
    static const bool started = [] {
        constexpr ssize_t largestCache = ssize_t{16} << 20; // bytes
        git_libgit2_init();
        // 1.8 to 1.2 times git's time on a range; what is signed is verified object by object (verifyObject()).
        git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, 0);
        git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, 1);
        // Trees of a long range are looked at once; the 256 MiB that are kept of them by default are not missed.
        git_libgit2_opts(GIT_OPT_SET_CACHE_MAX_SIZE, largestCache);
        // A partial clone can be read; what it lacks is named, never fetched behind the user's back.
        const char *readable[] = {"partialclone"};
        git_libgit2_opts(GIT_OPT_SET_EXTENSIONS, readable, std::size(readable));
        return true;
    }();
    (void)started;
}

std::string lastMessage()
{
    const git_error *last = git_error_last();
    return last && last->message ? last->message : "";
}

std::unexpected<Error> libgitError(Message what, std::string where, Message hint)
{
    return fail(ErrorKind::Input, std::move(what), where.empty() ? lastMessage() : std::move(where), std::move(hint));
}

Message howToFetch(const Repository &repository, const Oid &id)
{
    const bool partial = repository.config("extensions.partialclone") || repository.config("remote.origin.promisor");
    if (repository.isShallow() && !partial)
        return Message(QT_TRANSLATE_NOOP("app", "This clone is shallow. Run “git fetch --unshallow” in it."));
    return Message(QT_TRANSLATE_NOOP("app", "Fetch it with “git fetch origin %1”."), {id.hex()});
}

std::unexpected<Error> missingObject(const Repository &repository, const Oid &id)
{
    // "object not found - no match for id (0123…)": not always the object that was asked for.
    const std::string said = lastMessage();
    static constexpr std::string_view marker = "no match for id (";
    const auto at = said.find(marker);
    if (at == std::string::npos)
        return fail(ErrorKind::Input, Message(QT_TRANSLATE_NOOP("app", "Object %1 is missing or damaged."), {id.shortHex()}),
                    said, howToFetch(repository, id));
    const Oid missing = Oid::fromHex(std::string_view(said).substr(at + marker.size(), 40)).value_or(id);
    return fail(ErrorKind::Input, Message(QT_TRANSLATE_NOOP("app", "Object %1 is missing."), {missing.hex()}), {},
                howToFetch(repository, missing));
}

Result<Handle<git_tree>> lookupTree(const Repository &repository, const Oid &id)
{
    Handle<git_tree> tree;
    const git_oid raw = toGit(id);
    if (git_tree_lookup(tree.out(), repository.d().repository, &raw) < 0)
        return missingObject(repository, id);
    return tree;
}

git_oid toGit(const Oid &id)
{
    git_oid out;
    git_oid_fromraw(&out, id.raw().data());
    return out;
}

Oid fromGit(const git_oid *id)
{
    return id ? Oid::fromRaw(id->id) : Oid();
}

Result<std::shared_ptr<TemporaryObjects>> TemporaryObjects::create()
{
    std::error_code problem;
    const auto base = std::filesystem::temp_directory_path(problem);
    std::string pattern = (base / "countersign-XXXXXX").string();
    if (problem || !::mkdtemp(pattern.data()))
        return fail(ErrorKind::Environment, Message(QT_TRANSLATE_NOOP("app", "No temporary folder can be made.")), base.string(),
                    Message(QT_TRANSLATE_NOOP("app", "Set TMPDIR to a folder that can be written.")));
    std::filesystem::create_directory(pattern + "/pack", problem);
    return std::shared_ptr<TemporaryObjects>(new TemporaryObjects(pattern));
}

TemporaryObjects::~TemporaryObjects()
{
    std::error_code ignored;
    std::filesystem::remove_all(m_folder, ignored);
}

} // namespace countersign::git
