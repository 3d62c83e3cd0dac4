// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Footprint.h"

#include "core/Error.h"
#include "git/MergeBases.h"
#include "git/Repository.h"

#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace countersign::impact
{

/// Where the changes of a queue meet, for each of them; every meeting stands on both, sorted by the other's id. Changes that
/// share a head are one. Texts are merged in memory, nothing is written. Errors: cancelled; a blob that cannot be read counts as
/// nothing that conflicts.
[[nodiscard]] Result<std::vector<std::vector<Interaction>>>
findInteractions(const git::Repository &repository, std::span<const Footprint *const> changes, std::stop_token stop = {});

/// The same where the merge bases are known already; with @p only, just where that change meets the others.
/// @param bases of the changes' heads at least
[[nodiscard]] Result<std::vector<std::vector<Interaction>>>
findInteractions(const git::Repository &repository, const git::MergeBases &bases, std::span<const Footprint *const> changes,
                 std::optional<std::size_t> only, std::stop_token stop = {});

} // namespace countersign::impact
