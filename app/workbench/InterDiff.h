// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Reapply.h"

#include "core/Error.h"
#include "core/FileChange.h"
#include "core/Message.h"
#include "core/Oid.h"
#include "core/Progress.h"
#include "git/Repository.h"

#include <cstddef>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace countersign::workbench
{

/// The two trees that a patch set leads between. A null tree is the empty one.
struct PatchSetTrees {
    Oid base;
    Oid head;
    friend bool operator==(const PatchSetTrees &, const PatchSetTrees &) = default;
};

/// What a push did to one file of the change.
enum class PushKind {
    Unchanged, ///< the same content, from the same base
    Author, ///< its author changed it; the base did not
    Rebase, ///< only the base changed: the file is what applying the earlier patch to the new base gives
    Both,
};
/// Stable lower-case names: "unchanged", "author", "rebase", "both".
[[nodiscard]] std::string_view name(PushKind kind);
/// Words for people, translatable.
[[nodiscard]] Message label(PushKind kind);

/// Where a line that differs between the two heads comes from.
enum class Origin : std::uint8_t {
    None, ///< no line on this side, or it does not differ
    Author,
    Rebase, ///< the new base brought it or took it away, or it only stands elsewhere
};
[[nodiscard]] std::string_view name(Origin origin);

struct RowOrigin {
    Origin left = Origin::None;
    Origin right = Origin::None;
    friend bool operator==(const RowOrigin &, const RowOrigin &) = default;
};

/// Lines that were added and removed.
struct LineCounts {
    std::size_t added = 0;
    std::size_t removed = 0;
    friend bool operator==(const LineCounts &, const LineCounts &) = default;
};

/// One file that either patch set touches.
struct InterFile {
    FileChange change; ///< from head A to head B; rows only when the content differs
    PushKind kind = PushKind::Unchanged;
    bool isConflict = false; ///< the rebase alone could not decide some lines: somebody did
    std::vector<RowOrigin> origins; ///< as long as change.rows.rows
    /// Lines that the author changed against what the rebase alone gives. Of a push that takes back what the new base brought,
    /// these are not all in the rows: head A never had those lines.
    LineCounts author;
    LineCounts rebase; ///< lines of the rows that are the rebase's
    Text expected; ///< what the rebase alone gives; only for author and both. Compared with head B it shows the author's part.
    std::string digestA; ///< patchDigest() of what each patch set does to it; empty: it does not touch the file
    std::string digestB;

    [[nodiscard]] const std::string &path() const { return change.path(); }
    [[nodiscard]] bool isAuthors() const { return kind == PushKind::Author || kind == PushKind::Both; }
};

/// Why nothing of a push is the author's.
enum class Proof {
    None, ///< something is
    EqualTrees, ///< both bases and both heads have the same content
    EqualPatches, ///< every file has the same removed and added lines at the same places: the digests are equal
    Reapplied, ///< the earlier patch applied to the new base gives exactly the new head
};
/// Stable lower-case names: "none", "equal-trees", "equal-patches", "reapplied".
[[nodiscard]] std::string_view name(Proof proof);
/// A sentence for people, translatable.
[[nodiscard]] Message label(Proof proof);

/// Two patch sets of one change, compared.
struct InterDiff {
    std::vector<InterFile> files; ///< of either patch set, sorted by path
    std::vector<std::string> broughtByBase; ///< paths that only the base changed, of neither patch set
    Proof proof = Proof::None;
    std::string digestA; ///< patchDigest() of the whole patch
    std::string digestB;

    [[nodiscard]] bool isNothingChanged() const { return proof != Proof::None; }
};

/// Compares what two patch sets do. Deterministic; the repository handle must be this thread's own. Errors: an object is missing;
/// cancelled.
[[nodiscard]] Result<InterDiff> interDiff(const git::Repository &repository, const PatchSetTrees &a, const PatchSetTrees &b,
                                          const std::stop_token &stop = {}, const ProgressCallback &progress = {});

} // namespace countersign::workbench
