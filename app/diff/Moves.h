// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Text.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <stop_token>
#include <string_view>
#include <vector>

namespace countersign::diff
{

/// A line that only one side has, as the search for moved blocks sees it.
struct LooseLine {
    std::string_view content; ///< what is compared: with its line end, without its indentation
    std::string_view shown; ///< as it is in the file, without its line end
    LineNumber line = noLine;
    std::uint32_t indent = 0; ///< columns, tabs to the next multiple of eight
    std::uint32_t alphanumerics = 0;
    bool isBlank = false;
    std::uint32_t file = 0; ///< which file it is of
    std::uint32_t block =
        0; ///< which replaced block of that file it is in; lines of one block that follow each other are neighbours
};

/// With more loose lines than this, moves are not looked for.
inline constexpr std::size_t mostLooseLines = 400'000;

/// The line without the spaces and tabs in front.
[[nodiscard]] std::string_view withoutIndent(std::string_view line);
[[nodiscard]] LooseLine looseLine(const Text &text, LineNumber line, std::uint32_t file, std::uint32_t block);

/// Line @p i follows the one before it, in the same block; false past the end. @p i is at least 1.
[[nodiscard]] bool isNextLine(std::span<const LooseLine> lines, std::size_t i);

/// What became of a loose line.
struct MoveMark {
    std::uint32_t number = 0; ///< of its moved block, from 1; 0: it is in none
    bool isEdited = false; ///< inside the block, but not the same at its other end
    friend bool operator==(const MoveMark &, const MoveMark &) = default;
};

enum class MoveScope {
    InsideFile, ///< both ends in the same file; a block that was only indented where it stood has not moved
    AcrossFiles, ///< the ends are in different files
};

struct Moves {
    std::vector<MoveMark> a; ///< by line of a
    std::vector<MoveMark> b;
    std::uint32_t count = 0; ///< of moved blocks
    bool isCutShort = false; ///< there was too much to compare, or the caller asked to stop
};

/// Blocks of lines that left one place and came up at another, by git's rule for --color-moved=blocks with
/// --color-moved-ws=allow-indentation-change: at least 20 alphanumeric characters; the longest block for its first line. Unlike
/// git's, a block may have been edited a little on its way (see MovedEdits.h).
[[nodiscard]] Moves findMoves(const std::vector<LooseLine> &a, const std::vector<LooseLine> &b, MoveScope scope,
                              const std::stop_token &stop);

} // namespace countersign::diff
