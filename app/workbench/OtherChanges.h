// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Error.h"
#include "core/Progress.h"
#include "git/Repository.h"
#include "impact/Footprint.h"

#include <optional>
#include <set>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace countersign::workbench
{

/// A change that others are compared with; nothing of it is shown.
struct OtherChange {
    std::string id;
    Oid base; ///< commit that its diff starts from; null: nothing
    Oid head;
};

/// What of each change can meet others, in their order, read on up to @p threads threads; files get hunks but no rows. Nothing
/// for one that cannot be read, or is so wide that it meets everything.
/// @param paths of the generated and lock files that matter; the others are not opened. Nothing: all of them.
/// Errors: cancelled; no handle.
[[nodiscard]] Result<std::vector<std::optional<impact::Footprint>>>
readFootprints(const git::Repository &repository, std::span<const OtherChange> changes,
               const std::optional<std::set<std::string>> &paths, unsigned threads, std::stop_token stop = {},
               const ProgressCallback &progress = {});

} // namespace countersign::workbench
