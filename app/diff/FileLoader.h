// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Diff.h"

#include "core/Error.h"
#include "core/FileChange.h"
#include "git/Repository.h"

#include <cstdint>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace countersign::diff
{

/// Reads both sides of a delta and computes its rows. The names told only a likely kind; the result's delta has the true one
/// (binary as git decides: a NUL in the first 8000 bytes of either side; but UTF-16 and UTF-32 are text, and their rows are
/// those of the text as UTF-8) and the sizes. Errors: an object is missing, cancelled.
[[nodiscard]] Result<FileChange> loadFile(const git::Repository &repository, const FileDelta &delta,
                                          const DiffOptions &options = {}, std::stop_token stop = {});

/// The same with encodings that a reader chose; empty: the one that is found. Further errors: the bytes are not of that encoding.
struct ChosenEncodings {
    std::optional<TextEncoding> oldSide;
    std::optional<TextEncoding> newSide;
    friend bool operator==(const ChosenEncodings &, const ChosenEncodings &) = default;
};
[[nodiscard]] Result<FileChange> loadFileAs(const git::Repository &repository, const FileDelta &delta,
                                            const ChosenEncodings &chosen, const DiffOptions &options = {},
                                            std::stop_token stop = {});

/// The text of one side as loadFile() would have it; nothing where that side's name or content is no text. Errors: an object is
/// missing.
[[nodiscard]] Result<std::optional<Text>> loadText(const git::Repository &repository, const FileSide &side, FileKind byName);

/// The bytes of both sides as they stand in the repository, for an image or a hex summary.
struct RawSides {
    std::optional<std::string> oldBytes; ///< nothing: the side does not exist or is a submodule
    std::optional<std::string> newBytes;
};
/// Errors: a side has more than @p most bytes; an object is missing.
[[nodiscard]] Result<RawSides> loadRawSides(const git::Repository &repository, const FileDelta &delta,
                                            std::uint64_t most = 64U << 20U);

/// Marks blocks that moved from one file to another (kinds MovedFrom/MovedTo, move numbers unique over all files):
/// git's rule for "blocks": at least 20 alphanumeric characters, indentation change allowed; lines edited inside such a
/// block keep their kind and get its number. Deterministic, whatever @p threads says.
/// @param threads to use at most, this one among them
void markMovesAcrossFiles(std::span<FileChange> files, std::stop_token stop = {}, unsigned threads = 1);

/// Brings the marks of blocks whose other end is in another file to rows of the same two texts under other options.
/// @param marked rows that markMovesAcrossFiles() has seen
/// @param rows as diffTexts() made them; their own moves are numbered anew, so that no number means two things
void carryMovesAcrossFiles(const FileRows &marked, FileRows &rows);

} // namespace countersign::diff
