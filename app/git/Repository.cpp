// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "LibGit.h"

#include <git2/sys/odb_backend.h>

#include <cstdlib>
#include <fstream>

namespace countersign::git
{

namespace
{

/// libgit2 says "repository path '/x/y/' is not owned by current user": the path to trust, which is not always the one given.
std::string foreignPath(const std::filesystem::path &path)
{
    const std::string said = lastMessage();
    const auto open = said.find('\'');
    const auto close = said.rfind('\'');
    std::string found = open < close && close != std::string::npos ? said.substr(open + 1, close - open - 1)
                                                                   : std::filesystem::absolute(path).string();
    if (found.size() > 1 && found.ends_with('/'))
        found.pop_back();
    return found;
}

std::unexpected<Error> openError(int code, const std::filesystem::path &path)
{
    if (code == GIT_EOWNER)
        return fail(ErrorKind::Environment, Message(QT_TRANSLATE_NOOP("app", "The repository belongs to another user.")),
                    path.string(),
                    Message(QT_TRANSLATE_NOOP("app", "If you trust it, run “git config --global --add safe.directory %1”."),
                            {foreignPath(path)}));
    if (code == GIT_ENOTFOUND)
        return fail(ErrorKind::Input, Message(QT_TRANSLATE_NOOP("app", "There is no git repository here.")), path.string(),
                    Message(QT_TRANSLATE_NOOP("app", "Give the repository with -C REPO, or try “countersign demo DIR”.")));
    const std::string said = lastMessage();
    if (said.contains("extension") || said.contains("object format") || said.contains("repository version"))
        return fail(ErrorKind::Input, Message(QT_TRANSLATE_NOOP("app", "The format of this repository is not supported.")), said,
                    Message(QT_TRANSLATE_NOOP(
                        "app", "Repositories with SHA-1 names and refs in files can be read; clone it into that format.")));
    return libgitError(Message(QT_TRANSLATE_NOOP("app", "The repository cannot be opened.")));
}

/// libgit2 follows grafts without a way to turn that off; a history that somebody rewrote locally cannot be reviewed.
bool hasGrafts(git_repository *repository)
{
    std::ifstream file(std::filesystem::path(git_repository_commondir(repository)) / "info" / "grafts");
    for (std::string line; std::getline(file, line);) {
        if (!line.empty() && !line.starts_with('#'))
            return true;
    }
    return false;
}

Result<Handle<git_repository>> openHandle(const std::filesystem::path &path)
{
    startLibGit();
    Handle<git_repository> handle;
    if (const int code = git_repository_open_ext(handle.out(), path.c_str(), 0, nullptr); code < 0)
        return openError(code, path);
    if (hasGrafts(handle))
        return fail(ErrorKind::Input, Message(QT_TRANSLATE_NOOP("app", "This repository shows another history than it has.")),
                    (std::filesystem::path(git_repository_commondir(handle)) / "info" / "grafts").string(),
                    Message(QT_TRANSLATE_NOOP("app", "Remove the file with the grafts, or review a fresh clone.")));
    return handle;
}

/// New objects of @p repository go to the folder, and are read from there first.
Result<void> attach(git_repository *repository, const TemporaryObjects &objects)
{
    Handle<git_odb> odb;
    git_odb_backend *backend = nullptr;
    const std::string folder = objects.folder().string();
    if (git_repository_odb(odb.out(), repository) < 0 || git_odb_backend_loose(&backend, folder.c_str(), 1, 0, 0, 0) < 0)
        return libgitError(Message(QT_TRANSLATE_NOOP("app", "Temporary objects cannot be kept.")));
    constexpr int beforeEverything = 1000;
    if (git_odb_add_backend(odb, backend, beforeEverything) < 0)
        return libgitError(Message(QT_TRANSLATE_NOOP("app", "Temporary objects cannot be kept.")));
    // Writing an object that is there already would touch its file's time: with nobody to freshen it, libgit2 only asks
    // whether it exists.
    for (std::size_t i = 0; i < git_odb_num_backends(odb); ++i) {
        if (git_odb_get_backend(&backend, odb, i) == 0)
            backend->freshen = nullptr;
    }
    if (git_odb_add_disk_alternate(odb, folder.c_str()) < 0) // packs of bundles
        return libgitError(Message(QT_TRANSLATE_NOOP("app", "Temporary objects cannot be kept.")));
    return {};
}

/// In a pre-receive hook, what is being pushed stands in a folder of its own below the repository's objects until the hook
/// agrees.
void seeQuarantine(git_repository *repository)
{
    const char *folder = std::getenv("GIT_QUARANTINE_PATH");
    if (!folder)
        return;
    std::error_code error;
    const auto objects =
        std::filesystem::weakly_canonical(std::filesystem::path(git_repository_commondir(repository)) / "objects", error);
    const auto inside = std::filesystem::weakly_canonical(folder, error).lexically_relative(objects);
    Handle<git_odb> odb;
    if (!inside.empty() && !inside.native().starts_with("..") && git_repository_odb(odb.out(), repository) == 0)
        git_odb_add_disk_alternate(odb, folder);
}

} // namespace

Handle<git_repository> IdleHandles::take()
{
    const std::scoped_lock lock(m_mutex);
    if (m_handles.empty())
        return {};
    Handle<git_repository> handle = std::move(m_handles.back());
    m_handles.pop_back();
    return handle;
}

void IdleHandles::put(Handle<git_repository> handle)
{
    constexpr std::size_t mostIdle = 4; // each keeps some of what it read
    const std::scoped_lock lock(m_mutex);
    if (m_handles.size() < mostIdle)
        m_handles.push_back(std::move(handle));
}

Repository::Private::~Private()
{
    if (repository)
        idle->put(std::move(repository));
}

Repository::Repository(std::unique_ptr<Private> d)
    : m_d(std::move(d))
{
}
Repository::Repository(Repository &&) noexcept = default;
Repository &Repository::operator=(Repository &&) noexcept = default;
Repository::~Repository() = default;

Result<Repository> Repository::open(const std::filesystem::path &path)
{
    auto handle = openHandle(path);
    if (!handle)
        return std::unexpected(handle.error());
    auto d = std::make_unique<Private>();
    d->repository = std::move(*handle);
    seeQuarantine(d->repository);
    return Repository(std::move(d));
}

Result<Repository> Repository::create(const std::filesystem::path &path, const std::string &branch)
{
    startLibGit();
    git_repository_init_options options;
    git_repository_init_options_init(&options, GIT_REPOSITORY_INIT_OPTIONS_VERSION);
    options.flags = GIT_REPOSITORY_INIT_MKDIR | GIT_REPOSITORY_INIT_MKPATH | GIT_REPOSITORY_INIT_NO_REINIT;
    options.initial_head = branch.c_str();
    auto d = std::make_unique<Private>();
    if (git_repository_init_ext(d->repository.out(), path.c_str(), &options) < 0)
        return fail(ErrorKind::Environment, Message(QT_TRANSLATE_NOOP("app", "The repository cannot be made.")), path.string(),
                    Message(QT_TRANSLATE_NOOP("app", "Give a folder that can be written.")));
    return Repository(std::move(d));
}

Result<Repository> openScratch()
{
    auto folder = TemporaryObjects::create();
    if (!folder)
        return std::unexpected(folder.error());
    auto repository = Repository::create((*folder)->folder() / "scratch", "main");
    if (repository)
        repository->d().scratch = std::move(*folder);
    return repository;
}

Result<void> Repository::useTemporaryObjects()
{
    if (m_d->overlay)
        return {};
    auto objects = TemporaryObjects::create();
    if (!objects)
        return std::unexpected(objects.error());
    if (auto attached = attach(m_d->repository, **objects); !attached)
        return attached;
    m_d->overlay = std::move(*objects);
    m_d->idle = std::make_shared<IdleHandles>(); // the others do not see these objects
    return {};
}

std::filesystem::path Repository::temporaryObjects() const
{
    return m_d->overlay ? m_d->overlay->folder() : std::filesystem::path();
}

Result<Repository> Repository::handle() const
{
    auto used = m_d->idle->take();
    const bool isUsed = used && !hasGrafts(used); // and sees the temporary objects already
    auto opened = isUsed ? Result<Handle<git_repository>>(std::move(used)) : openHandle(gitDirectory());
    if (!opened)
        return std::unexpected(opened.error());
    auto d = std::make_unique<Private>();
    d->repository = std::move(*opened);
    d->overlay = m_d->overlay;
    d->scratch = m_d->scratch;
    d->idle = m_d->idle;
    if (!isUsed) {
        seeQuarantine(d->repository);
        if (d->overlay) {
            if (auto attached = attach(d->repository, *d->overlay); !attached)
                return std::unexpected(attached.error());
        }
    }
    return Repository(std::move(d));
}

std::filesystem::path Repository::gitDirectory() const
{
    return git_repository_path(m_d->repository);
}

std::filesystem::path Repository::commonDirectory() const
{
    return git_repository_commondir(m_d->repository);
}

std::optional<std::filesystem::path> Repository::workDirectory() const
{
    const char *folder = git_repository_workdir(m_d->repository);
    return folder ? std::optional<std::filesystem::path>(folder) : std::nullopt;
}

bool Repository::isBare() const
{
    return git_repository_is_bare(m_d->repository) == 1;
}

bool Repository::isShallow() const
{
    return git_repository_is_shallow(m_d->repository) == 1;
}

bool Repository::isEmpty() const
{
    // git_repository_is_empty() is also about the name of the unborn branch.
    Handle<git_reference_iterator> iterator;
    const char *name = nullptr;
    return git_reference_iterator_new(iterator.out(), m_d->repository) == 0
        && git_reference_next_name(&name, iterator) == GIT_ITEROVER;
}

std::optional<std::string> Repository::config(std::string_view key, bool isPath) const
{
    Handle<git_config> config;
    if (git_repository_config_snapshot(config.out(), m_d->repository) < 0)
        return std::nullopt;
    const std::string name(key);
    if (isPath) {
        git_buf value = GIT_BUF_INIT;
        if (git_config_get_path(&value, config, name.c_str()) < 0)
            return std::nullopt;
        std::string out(value.ptr, value.size);
        git_buf_dispose(&value);
        return out;
    }
    const char *value = nullptr;
    if (git_config_get_string(&value, config, name.c_str()) < 0 || !value)
        return std::nullopt;
    return std::string(value);
}

Result<void> Repository::checkOutHead()
{
    git_checkout_options options;
    git_checkout_options_init(&options, GIT_CHECKOUT_OPTIONS_VERSION);
    options.checkout_strategy = GIT_CHECKOUT_SAFE;
    options.disable_filters = 1;
    if (git_checkout_head(m_d->repository, &options) < 0)
        return libgitError(Message(QT_TRANSLATE_NOOP("app", "The files of the repository cannot be written.")));
    return {};
}

} // namespace countersign::git
