// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/Repository.h"
#include "workbench/ChangeReport.h"

#include <future>
#include <memory>
#include <mutex>
#include <stop_token>
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

    ~Workspace();

    /// Opens @p path, and begins to compare the lines of @p change (empty: of none), as somebody is about to ask for them. Rules
    /// are loaded afterwards, or beside it when it takes long, in another thread: the lines are shown first. For worker threads.
    [[nodiscard]] static Result<std::shared_ptr<Workspace>> open(const std::string &path, const std::string &change = {});

    /// The files of a change, compared. For worker threads.
    [[nodiscard]] Result<workbench::ComparedChange> compare(const std::string &change, const std::stop_token &stop,
                                                            const ProgressCallback &progress);

    /// A handle of the calling thread's own. Any thread.
    [[nodiscard]] Result<git::Repository> handle() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_repository.handle();
    }
    /// Waits until it is loaded: for worker threads.
    [[nodiscard]] Engine engine() const { return m_engine.get(); }
    [[nodiscard]] const git::Reference &target() const { return m_target; }
    [[nodiscard]] std::string name() const; ///< name of the repository's folder

private:
    void begin(const std::string &change, std::promise<void> compared);

    mutable std::mutex m_mutex;
    git::Repository m_repository;
    std::shared_future<Engine> m_engine;
    git::Reference m_target;
    std::string m_begun; ///< the change that is compared already; empty: none, or it was taken
    std::stop_source m_stopBegun;
    std::future<Result<workbench::ComparedChange>> m_lines;
};

} // namespace countersign::ui
