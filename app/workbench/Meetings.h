// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ChangeReport.h"

#include "git/ChangeResolver.h"
#include "impact/Interactions.h"

#include <stop_token>

namespace countersign::workbench
{

/// Open changes beyond this many, the longest untouched first, are not compared with; analysis.problems says so then.
inline constexpr std::size_t mostOtherChanges = 200;

/// What of an analysed change can meet others.
[[nodiscard]] impact::Footprint footprintOf(const ChangeReport &report);

/// Fills report.analysis.interactions with where the change meets the other open changes of its target, each read and compared on
/// up to @p threads threads, and adds a finding for each place (SCP-07), graded once more. Changes that cannot be read are left
/// out. Errors: the open changes cannot be listed; cancelled.
[[nodiscard]] Result<void> findMeetings(const git::Repository &repository, ChangeReport &report, unsigned threads,
                                        std::stop_token stop = {}, const ProgressCallback &progress = {});

} // namespace countersign::workbench
