// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "LibGit.h"

#include <cstdlib>
#include <system_error>

namespace countersign::git
{

void startLibGit()
{
    static const bool started = [] {
        git_libgit2_init();
        // 1.8 to 1.2 times git's time on a range; what is signed is verified object by object (verifyObject()).
        git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, 0);
        git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, 1);
        return true;
    }();
    (void)started;
}

std::unexpected<Error> libgitError(Message what, std::string where, Message hint)
{
    if (where.empty()) {
        if (const git_error *last = git_error_last(); last && last->message)
            where = last->message;
    }
    return fail(ErrorKind::Input, std::move(what), std::move(where), std::move(hint));
}

std::unexpected<Error> missingObject(const Repository &repository, const Oid &id)
{
    Message hint(QT_TRANSLATE_NOOP("app", "Fetch it with “git fetch origin %1”."), {id.hex()});
    if (repository.isShallow())
        hint = Message(QT_TRANSLATE_NOOP("app", "This clone is shallow. Run “git fetch --unshallow” in it."));
    return fail(ErrorKind::Input, Message(QT_TRANSLATE_NOOP("app", "Object %1 is missing or damaged."), {id.shortHex()}), {},
                std::move(hint));
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
