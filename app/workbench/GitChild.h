// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Error.h"
#include "core/Oid.h"
#include "git/Repository.h"
#include "records/Process.h"

#include <filesystem>
#include <map>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

class QTemporaryDir;

namespace countersign::workbench
{

/// Talks to a git remote through the git program, in an empty repository of its own that shares only the objects: no setting of
/// the repository under review is read, no hook of it runs.
class GitChild
{
public:
    /// @param remote name of a remote of @p repository, a URL or a path. Errors: a transport helper ("ext::…"), no such remote.
    [[nodiscard]] static Result<GitChild> open(const git::Repository &repository, const std::string &remote,
                                               const records::ProcessRunner &runner);
    /// For work without a remote.
    [[nodiscard]] static Result<GitChild> local(const git::Repository &repository, const records::ProcessRunner &runner);
    GitChild(GitChild &&) noexcept;
    ~GitChild();

    /// Where a ref of the remote leads; null: it is not there.
    [[nodiscard]] Result<Oid> remoteRef(std::string_view ref, const std::stop_token &stop) const;
    /// Brings a ref's objects into the repository.
    [[nodiscard]] Result<void> fetch(std::string_view ref, const std::stop_token &stop) const;
    /// Moves a ref of the remote only when it still is at @p expected (null: not there). False: somebody else was faster.
    [[nodiscard]] Result<bool> push(const Oid &commit, std::string_view ref, const Oid &expected,
                                    const std::stop_token &stop) const;

    /// Writes a git bundle with these refs and everything that they need. Errors: objects are missing (shallow clone); not
    /// writable.
    [[nodiscard]] Result<void> bundle(const std::map<std::string, Oid> &refs, const std::filesystem::path &file,
                                      const std::stop_token &stop) const;

private:
    GitChild(std::unique_ptr<QTemporaryDir> folder, const records::ProcessRunner &runner);
    [[nodiscard]] Result<records::ProcessOutcome> run(std::vector<std::string> arguments, const std::stop_token &stop) const;
    [[nodiscard]] std::unexpected<Error> failed(const records::ProcessOutcome &outcome) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    const records::ProcessRunner &m_runner;
    records::Environment m_environment;
    std::string m_url;
};

} // namespace countersign::workbench
