// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Error.h"

#include <QByteArray>
#include <QStringList>

#include <filesystem>
#include <functional>
#include <stop_token>
#include <string_view>

namespace countersign::git
{

/// Runs the git program on the repository in @p gitDirectory to its end, and hands on what it writes in pieces. For walks over
/// the history only, where libgit2 takes several times as long. The child gets a cleared environment, and no setting of the
/// repository makes it run a program or fetch: no replace refs, no signatures, no external diff, no pager, no lazy fetch. Any
/// thread.
/// @param command the command and its options; these must switch off textconv and the external diff where it has them.
/// Errors: git is not installed or says no (a shallow or broken repository); cancelled.
[[nodiscard]] Result<void> runGit(const std::filesystem::path &gitDirectory, const QStringList &command, const QByteArray &input,
                                  const std::function<void(std::string_view)> &piece, const std::stop_token &stop);

} // namespace countersign::git
