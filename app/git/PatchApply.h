// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Patch.h"
#include "Repository.h"

#include <span>
#include <stop_token>

namespace countersign::git
{

/// Commits made of patches, one on top of the other, as temporary objects.
struct AppliedPatches {
    Oid base; ///< commit the first one was applied on; null: nothing
    Oid head;
};

/// Applies the patches in memory on @p tip (null: the empty tree), or on the base commit that the first one names.
/// The repository itself is not written. Errors: a patch is corrupt or does not apply, with its number and the place.
[[nodiscard]] Result<AppliedPatches> applyPatches(Repository &repository, std::span<const PatchMail> patches, const Oid &tip,
                                                  std::stop_token stop = {});

} // namespace countersign::git
