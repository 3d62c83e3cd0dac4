// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "PathMatch.h"

#include "core/Error.h"
#include "core/Text.h"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

namespace countersign::reports
{

/// Which lines of a file can be run by tests, and which were: true.
using LineHits = std::map<LineNumber, bool>;

/// What a coverage report says about the files of a change.
struct LineCoverage {
    std::map<std::string, LineHits> files; ///< by path in the change
    std::size_t others = 0; ///< files of the report that are none of the change's, or cannot be told apart

    /// A line that any report ran was run.
    void merge(LineCoverage other);
};

inline constexpr std::size_t mostReportBytes = std::size_t{256} << 20U;

/// Reads a report of lcov (geninfo(1)), Cobertura (coverage-04.dtd) or JaCoCo (report.dtd 1.1), told apart by its beginning. Only
/// what concerns the change is kept. Errors: larger than 256 MiB, none of the three, broken XML, entities of its own, elements
/// nested too deep; where is "file:line".
[[nodiscard]] Result<LineCoverage> readCoverage(std::string_view bytes, const std::string &file, const PathMatch &paths);

} // namespace countersign::reports
