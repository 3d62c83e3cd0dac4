// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Error.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace countersign::git
{

struct HunkLine {
    char kind = ' '; ///< ' ', '-' or '+'
    std::string text; ///< with its line end, unless "\ No newline at end of file" follows
};

struct PatchHunk {
    std::size_t oldStart = 0; ///< 1-based; 0 in a file that does not exist
    std::size_t oldCount = 0;
    std::size_t newCount = 0;
    std::size_t line = 0; ///< 1-based line of its "@@" in the diff
    std::vector<HunkLine> lines;
};

/// What a diff says about one file. Paths are bytes without "a/" and "b/", not yet checked.
struct FilePatch {
    std::string oldPath; ///< empty: the file is new
    std::string newPath; ///< empty: the file is deleted
    bool isCopy = false;
    std::uint32_t oldMode = 0; ///< 0 where it is not stated
    std::uint32_t newMode = 0;
    std::string oldBlob; ///< first digits of its name; empty where it is not stated
    std::string newBlob;
    std::vector<PatchHunk> hunks;
    std::string binary; ///< "GIT binary patch" and what belongs to it; empty for text
    std::size_t line = 0; ///< 1-based line in the diff where it starts

    [[nodiscard]] const std::string &path() const { return newPath.empty() ? oldPath : newPath; }
};

/// Reads a diff in git's format, or a plain unified one.
/// Errors: corrupt (names the line, counted from @p firstLine; 0: unknown), binary content that is not in the patch, a merge's
/// combined diff.
[[nodiscard]] Result<std::vector<FilePatch>> readDiff(std::string_view diff, std::size_t firstLine);

/// "line 12 of the patch" for line @p line of a diff that starts at @p firstLine; counts within the diff when that is unknown.
[[nodiscard]] std::string placeInPatch(std::size_t line, std::size_t firstLine);

} // namespace countersign::git
