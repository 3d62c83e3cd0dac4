// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Workspace.h"

#include "core/Priority.h"

#include <chrono>
#include <utility>

namespace countersign::ui
{

namespace
{

/// How long rules wait for the lines: by then the window stands, and what is compared still leaves cores idle.
constexpr std::chrono::milliseconds headStart{120};

Result<workbench::ComparedChange> compareIn(Result<git::Repository> repository, const std::string &target, const std::string &id,
                                            const std::stop_token &stop, const ProgressCallback &progress)
{
    if (!repository)
        return std::unexpected(repository.error());
    git::ResolveOptions options;
    options.target = target;
    auto change = git::resolveChange(*repository, id, options, stop);
    if (!change)
        return std::unexpected(change.error());
    return workbench::compareChange(*repository, std::move(*change), stop, progress, workbench::allCores());
}

} // namespace

Workspace::~Workspace()
{
    m_stopBegun.request_stop();
}

Result<std::shared_ptr<Workspace>> Workspace::open(const std::string &path, const std::string &change)
{
    auto repository = git::Repository::open(path);
    if (!repository)
        return std::unexpected(repository.error());
    auto target = repository->targetBranch();
    if (!target)
        return std::unexpected(target.error());
    std::promise<void> compared;
    std::shared_future<Engine> engine = std::async(std::launch::async, [waiting = compared.get_future()] {
        waiting.wait_for(headStart);
        giveWay();
        return workbench::Engine::load();
    });
    auto workspace = std::make_shared<Workspace>(std::move(*repository), std::move(engine), std::move(*target));
    if (change.empty())
        compared.set_value();
    else
        workspace->begin(change, std::move(compared));
    return workspace;
}

void Workspace::begin(const std::string &change, std::promise<void> compared)
{
    m_begun = change;
    m_lines = std::async(std::launch::async, [this, change, compared = std::move(compared)]() mutable {
        auto lines = compareIn(handle(), m_target.name, change, m_stopBegun.get_token(), {});
        compared.set_value();
        return lines;
    });
}

Result<workbench::ComparedChange> Workspace::compare(const std::string &change, const std::stop_token &stop,
                                                     const ProgressCallback &progress)
{
    bool isBegun = false;
    {
        const std::scoped_lock lock(m_mutex);
        isBegun = !change.empty() && std::exchange(m_begun, {}) == change;
    }
    if (!isBegun)
        return compareIn(handle(), m_target.name, change, stop, progress);
    const std::stop_callback stopBegun(stop, [this] { m_stopBegun.request_stop(); });
    return m_lines.get();
}

std::string Workspace::name() const
{
    auto folder = m_repository.workDirectory().value_or(m_repository.gitDirectory());
    if (!folder.has_filename())
        folder = folder.parent_path();
    return folder.filename().string();
}

} // namespace countersign::ui
