// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "PathMatch.h"

#include "core/Annotation.h"
#include "core/Error.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace countersign::reports
{

/// What a SARIF file says about the files of a change.
struct SarifResults {
    std::vector<Annotation> annotations; ///< in the order of the file; isOnAddedLines is not set
    std::size_t elsewhere = 0; ///< results about files that the change does not touch
    std::size_t refused = 0; ///< results whose place leads out of the repository
    std::size_t suppressed = 0; ///< results that the tool itself does not stand by: suppressed, absent, or a check that passed
};

/// Reads a log of SARIF 2.1.0 (OASIS Standard, 27 March 2020). No file that it names is opened.
/// Errors: larger than 256 MiB, not valid JSON, more than 64 levels, not version 2.1.0, more than a million results.
[[nodiscard]] Result<SarifResults> readSarif(std::string_view bytes, const std::string &file, const PathMatch &paths);

/// Sorted by path and line, none twice: what several files, or several runs of one tool, say of the same lines in the same words
/// is said once.
void removeRepeats(std::vector<Annotation> &annotations);

} // namespace countersign::reports
