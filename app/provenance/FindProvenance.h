// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Markers.h"

#include "core/Change.h"
#include "core/Error.h"
#include "core/FileChange.h"
#include "core/Progress.h"
#include "core/Provenance.h"
#include "git/Repository.h"

#include <array>
#include <span>
#include <stop_token>
#include <string_view>

namespace countersign::provenance
{

/// The notes that evidence is read from.
inline constexpr std::array<std::string_view, 3> evidenceRefs{"refs/notes/ai", "refs/notes/ai-attribution",
                                                              "refs/notes/countersign"};

/// Reads what is recorded about who or what wrote the added lines of a change: markers on its commits, line notes of
/// refs/notes/ai (git-ai, standard 3.0.0) and our own tags. Never a guess: without evidence a line is unknown, never "human".
///
/// Every added line (new side, rows that are not equal) is traced to the commit of the change that brought it, and gets the
/// strongest evidence about it there: a line that a note records (intersected with what its commit really added), an agent as
/// author, a marker or a tag, a reviewer's suggestion, automation. A marker on a squash makes its lines mixed: none is
/// assigned to an AI by it. A line that a note assigns to a person has the level recorded and is not an AI's.
/// What cannot be read is named in Provenance::problems, the rest stands. Errors: cancelled.
/// @param files all files of the change; one FileProvenance comes back for each, in the same order. Deterministic.
/// @param threads lines are traced on up to so many, each with a repository handle of its own.
[[nodiscard]] Result<Provenance> findProvenance(const git::Repository &repository, const Change &change,
                                                std::span<const FileChange> files, const Markers &markers,
                                                std::stop_token stop = {}, const ProgressCallback &progress = {},
                                                unsigned threads = 1);

} // namespace countersign::provenance
