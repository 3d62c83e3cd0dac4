// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Error.h"
#include "core/Oid.h"
#include "core/Progress.h"
#include "git/Repository.h"
#include "impact/History.h"

#include <cstdint>
#include <map>
#include <span>
#include <stop_token>
#include <vector>

namespace countersign::workbench
{

/// Bounds of a search: a history of any length ends it in minutes.
inline constexpr std::size_t mostTracedFixes = 1500; ///< the newest
inline constexpr std::size_t mostFilesOfFix = 10; ///< changed program files; wider commits are more than a fix
inline constexpr std::size_t mostLinesOfFix = 200; ///< deleted lines

/// Which changes brought a bug, as their repairs tell, and how that was found out.
struct FaultyChanges {
    std::map<Oid, std::int64_t> brought; ///< the change, and seconds until its first repair
    std::size_t trailers = 0; ///< commits whose "Fixes:" names the change
    std::size_t reverts = 0; ///< commits that take a change back
    std::size_t fixes = 0; ///< commits that speak of a fix and name no change
    std::size_t withIssue = 0; ///< of those, with the key of an issue
    std::size_t traced = 0; ///< of those, whose deleted lines lead to a change
    std::size_t tooLarge = 0; ///< of those, left out for their size
    std::size_t onlyAdding = 0; ///< of those, that delete no line of the program: nobody can be blamed
    std::size_t notLookedAt = 0; ///< of those, older than the newest mostTracedFixes
};

/// Finds them by SZZ (Śliwerski, Zimmermann, Zeller, MSR 2005) as it was refined since: the lines that a fix deletes are blamed
/// on the change that brought them, without comments, blank and lone-bracket lines, tests, lines that only moved, and white
/// space.
/// @param changes oldest first, as History::changesUpTo() has them; only these are blamed and looked at for fixes.
/// Deterministic. Errors: those of git::logMessages(); cancelled.
[[nodiscard]] Result<FaultyChanges> findFaultyChanges(const git::Repository &repository, const impact::History &history,
                                                      std::span<const impact::History::Index> changes, unsigned threads,
                                                      std::stop_token stop = {}, const ProgressCallback &progress = {});

} // namespace countersign::workbench
