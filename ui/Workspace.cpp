// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Workspace.h"

namespace countersign::ui
{

Result<std::shared_ptr<Workspace>> Workspace::open(const std::string &path)
{
    // Rules take longer to load than lines to show: whoever needs them first loads them.
    std::shared_future<Engine> engine = std::async(std::launch::deferred, workbench::Engine::load);
    auto repository = git::Repository::open(path);
    if (!repository)
        return std::unexpected(repository.error());
    auto target = repository->targetBranch();
    if (!target)
        return std::unexpected(target.error());
    return std::make_shared<Workspace>(std::move(*repository), std::move(engine), std::move(*target));
}

std::string Workspace::name() const
{
    auto folder = m_repository.workDirectory().value_or(m_repository.gitDirectory());
    if (!folder.has_filename())
        folder = folder.parent_path();
    return folder.filename().string();
}

} // namespace countersign::ui
