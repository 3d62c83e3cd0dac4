// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Repository.h"

#include <stop_token>
#include <vector>

namespace countersign::git
{

/// Joins deletions and additions of @p deltas that are renames, as `git diff -M` does with its default limits.
/// Copies are not looked for. Blobs that are missing are similar to nothing. Errors: cancelled only.
[[nodiscard]] Result<void> findRenames(const Repository &repository, std::vector<FileDelta> &deltas, const std::stop_token &stop);

} // namespace countersign::git
