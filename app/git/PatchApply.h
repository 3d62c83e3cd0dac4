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
    Oid base; ///< tip of the target, or the base commit that the first patch names; null: nothing
    Oid start; ///< commit the first one was applied on: base, or a commit on top of it that puts back what the patches change
    Oid head;
};

/// Applies the patches in memory on @p tip (null: the empty tree), or on the base commit that the first one names. Files whose
/// index line names a blob that the repository has, but @p tip no longer has there, start from that blob.
/// The repository itself is not written. Errors: a patch is corrupt or does not apply: file, hunk and line.
[[nodiscard]] Result<AppliedPatches> applyPatches(Repository &repository, std::span<const PatchMail> patches, const Oid &tip,
                                                  std::stop_token stop = {});

} // namespace countersign::git
