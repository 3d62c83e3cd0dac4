// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "LineCoverage.h"

namespace countersign::reports
{

/// A tracefile of lcov: SF, DA and end_of_record; all other records are left alone.
[[nodiscard]] Result<LineCoverage> readLcov(std::string_view bytes, const std::string &file, const PathMatch &paths);
/// Cobertura (root element "coverage") or JaCoCo ("report").
[[nodiscard]] Result<LineCoverage> readXmlCoverage(std::string_view bytes, const std::string &file, const PathMatch &paths);

} // namespace countersign::reports
