// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/Repository.h"
#include "workbench/Engine.h"

#include <future>
#include <memory>
#include <mutex>
#include <string>

namespace countersign::ui
{

/// The opened repository that all pages work on; shared with their background work.
class Workspace
{
public:
    using Engine = Result<std::shared_ptr<const workbench::Engine>>;

    Workspace(git::Repository repository, std::shared_future<Engine> engine, git::Reference target)
        : m_repository(std::move(repository))
        , m_engine(std::move(engine))
        , m_target(std::move(target))
    {
    }

    /// Opens @p path. For worker threads.
    [[nodiscard]] static Result<std::shared_ptr<Workspace>> open(const std::string &path);

    /// A handle of the calling thread's own. Any thread.
    [[nodiscard]] Result<git::Repository> handle() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_repository.handle();
    }
    /// Loads it when it is asked for the first time: for worker threads.
    [[nodiscard]] Engine engine() const { return m_engine.get(); }
    [[nodiscard]] const git::Reference &target() const { return m_target; }
    [[nodiscard]] std::string name() const; ///< name of the repository's folder

private:
    mutable std::mutex m_mutex;
    git::Repository m_repository;
    std::shared_future<Engine> m_engine;
    git::Reference m_target;
};

} // namespace countersign::ui
