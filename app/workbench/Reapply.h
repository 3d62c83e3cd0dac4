// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Error.h"
#include "core/FileDelta.h"
#include "core/Text.h"
#include "git/Repository.h"

namespace countersign::workbench
{

/// One file in the four versions that two patch sets have: what each started from, and what each made of it.
struct FourSides {
    FileSide baseA;
    FileSide headA;
    FileSide baseB;
    FileSide headB;
};

/// True when both sides are the same file content and mode, or both are no file.
[[nodiscard]] bool isSameContent(const FileSide &a, const FileSide &b);

/// What a mere rebase would have made of a file, compared with what is there.
struct Reapplied {
    bool isAuthors = false; ///< something else is there: its author changed it in this push
    bool isConflict = false; ///< the two patches touch the same lines (or one deletes what the other changes): somebody decided
    /// Content that the rebase alone gives; the author's lines of patch set A where there is a conflict. Only when isAuthors.
    Text expected;
};

/// Applies what patch set A did to a file (baseA to headA) to what patch set B started from (baseB), as a three-way merge,
/// and compares the result with headB: content, mode and path. Errors: a blob cannot be read.
[[nodiscard]] Result<Reapplied> reapply(const git::Repository &repository, const FourSides &sides);

} // namespace countersign::workbench
