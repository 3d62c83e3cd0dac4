// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "SubmoduleHistory.h"

#include "GitModules.h"
#include "LibGit.h"

#include <algorithm>
#include <optional>
#include <system_error>
#include <utility>

namespace countersign::git
{

namespace
{

constexpr std::uint32_t submoduleMode = 0160000;
constexpr std::uint64_t mostListBytes = 1U << 20U;

/// What .gitmodules of @p tree says of the submodule at @p path; nothing where there is no such file or no such entry.
Result<std::optional<GitModule>> listed(const Repository &repository, const Oid &tree, const std::string &path)
{
    if (tree.isNull())
        return std::nullopt;
    const auto file = repository.entry(tree, ".gitmodules");
    if (!file)
        return std::unexpected(file.error());
    if (!*file || ((*file)->mode & 0170000U) != 0100000U)
        return std::nullopt;
    const auto size = repository.blobSize((*file)->blob);
    if (!size || *size > mostListBytes)
        return std::nullopt;
    const auto bytes = repository.blob((*file)->blob);
    if (!bytes)
        return std::unexpected(bytes.error());
    const auto modules = parseGitModules(*bytes);
    const auto found = std::ranges::find(modules, path, &GitModule::path);
    return found != modules.end() ? std::optional(*found) : std::nullopt;
}

/// The repository at @p folder / @p path, and only there: not in a folder above, and not where a symbolic link leads out of
/// @p folder.
std::optional<Repository> openInside(const std::filesystem::path &folder, const std::string &path)
{
    if (!isSafeRelative(path))
        return std::nullopt;
    std::error_code problem;
    const auto base = std::filesystem::canonical(folder, problem);
    const auto place = problem ? std::filesystem::path() : std::filesystem::canonical(base / path, problem);
    if (problem || std::ranges::mismatch(base, place).in1 != base.end())
        return std::nullopt;
    Handle<git_repository> probe;
    if (git_repository_open_ext(probe.out(), place.c_str(), GIT_REPOSITORY_OPEN_NO_SEARCH, nullptr) < 0)
        return std::nullopt;
    auto opened = Repository::open(git_repository_path(probe));
    return opened ? std::optional(std::move(*opened)) : std::nullopt;
}

std::optional<Repository> findRepository(const Repository &repository, const std::string &name, const std::string &path)
{
    // git names a submodule after its path unless told otherwise.
    const std::string folderName = name.empty() ? path : name;
    if (auto kept = openInside(repository.commonDirectory() / "modules", folderName))
        return kept;
    const auto workTree = repository.workDirectory();
    return workTree ? openInside(*workTree, path) : std::nullopt;
}

/// Commits in the history of @p tip and not in that of @p without (may be null), newest first.
Result<std::vector<Commit>> commitsOf(const Repository &module, const Oid &tip, const Oid &without, std::size_t most, bool &isCut,
                                      const std::stop_token &stop)
{
    std::vector<Commit> commits;
    if (tip.isNull())
        return commits;
    Handle<git_revwalk> walk;
    const git_oid from = toGit(tip);
    const git_oid hidden = toGit(without);
    if (git_revwalk_new(walk.out(), module.d().repository) < 0 || git_revwalk_push(walk, &from) < 0
        || (!without.isNull() && git_revwalk_hide(walk, &hidden) < 0))
        return missingObject(module, tip);
    git_revwalk_sorting(walk, GIT_SORT_TIME);
    git_oid next;
    int code = 0;
    while ((code = git_revwalk_next(&next, walk)) == 0) {
        if (stop.stop_requested())
            return cancelled();
        if (commits.size() == most) {
            isCut = true;
            return commits;
        }
        auto one = module.commit(fromGit(&next));
        if (!one)
            return std::unexpected(one.error());
        commits.push_back(std::move(*one));
    }
    if (code != GIT_ITEROVER)
        return missingObject(module, tip);
    return commits;
}

Oid moduleCommit(const FileSide &side)
{
    return side.mode == submoduleMode ? side.blob : Oid();
}

} // namespace

Result<SubmoduleHistory> submoduleHistory(const Repository &repository, const Oid &oldTree, const Oid &newTree,
                                          const FileDelta &delta, std::size_t most, std::stop_token stop)
{
    const Oid before = moduleCommit(delta.oldSide);
    const Oid after = moduleCommit(delta.newSide);
    auto entry = listed(repository, after.isNull() ? oldTree : newTree, delta.path());
    if (!entry)
        return std::unexpected(entry.error());
    SubmoduleHistory history;
    if (*entry) {
        history.name = (*entry)->name;
        history.url = (*entry)->url;
    }
    const auto module = findRepository(repository, history.name, delta.path());
    if (!module)
        return history;
    const auto has = [&](const Oid &id) { return id.isNull() || module->commit(id).has_value(); };
    history.state = has(before) && has(after) ? SubmoduleHistory::State::Here : SubmoduleHistory::State::CommitMissing;
    if (history.state == SubmoduleHistory::State::CommitMissing)
        return history;

    auto added = commitsOf(*module, after, before, most, history.isCut, stop);
    auto removed = added ? commitsOf(*module, before, after, most, history.isCut, stop) : added;
    for (const auto *result : {&added, &removed}) {
        if (result->has_value())
            continue;
        if (result->error().kind == ErrorKind::Cancelled)
            return std::unexpected(result->error());
        history.state = SubmoduleHistory::State::CommitMissing; // of a shallow or damaged clone
        return history;
    }
    history.added = std::move(*added);
    history.removed = std::move(*removed);
    return history;
}

} // namespace countersign::git
