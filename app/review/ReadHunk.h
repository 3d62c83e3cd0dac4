// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Anchor.h"
#include "Coverage.h"
#include "RowSet.h"

#include "core/FileChange.h"

#include <span>
#include <string>
#include <vector>

namespace countersign::review
{

/// What a reviewer has read of one hunk.
struct ReadHunk {
    std::string key; ///< diff::hunkKey()
    RowSet rows;
    std::string path; ///< of the file, new side first; empty in marks of older versions of the program
    /// Of the hunk's rows; empty where there are more than mostFollowedRows, and in marks of older versions.
    std::vector<LineDigest> digests;

    friend bool operator==(const ReadHunk &, const ReadHunk &) = default;
};

/// Above this, an edit of the hunk makes all of it unread again. 32 digits a row must fit into a text of the store.
inline constexpr std::uint32_t mostFollowedRows = 20'000;

/// A mark of a hunk, with what it takes to find its rows again after an edit.
[[nodiscard]] ReadHunk readHunk(const FileChange &file, std::size_t hunk, std::string key, RowSet rows);

/// Reading follows content: finds, in the hunks of a file that were never marked, the rows that were read when their hunk was
/// still another one (before an edit, a rename, a rebase that joined or split it). Only rows whose removed and added text are
/// both the same count, each marked row for one row at most, and only where what is found again of a hunk is telling (git's rule
/// for moved blocks: 20 letters and digits). Pure and deterministic; any thread.
/// @param keys of the file's hunks, in order. @param known keys that are marked already.
/// @param before marks of hunks of this file that are not there any more.
[[nodiscard]] std::vector<ReadHunk> carryRead(const FileChange &file, const std::vector<CoverageMap::Hunk> &hunks,
                                              const ReadRows &known, std::span<const ReadHunk> before);

} // namespace countersign::review
