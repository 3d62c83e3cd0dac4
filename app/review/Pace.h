// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Coverage.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>

namespace countersign::review
{

/// How fast somebody read, from one read mark to the next.
struct Pace {
    std::uint64_t seconds = 0; ///< spent reading; pauses of more than ten minutes are left out
    std::uint64_t lines = 0; ///< changed lines marked in that time
    std::uint64_t linesPerHour = 0;
    friend bool operator==(const Pace &, const Pace &) = default;
};

/// What people can really review, in lines an hour: faster than this, defects are overlooked (the field's figures are 200 to
/// 400).
inline constexpr std::uint64_t carefulLinesPerHour = 400;

/// The pace of the marks on hunks that are in the change. Nothing: fewer than two marks, or all in the same second.
/// @param readTimes seconds since 1970, by hunk key.
[[nodiscard]] std::optional<Pace> paceOf(const CoverageMap &map, const std::map<std::string, std::int64_t> &readTimes);

} // namespace countersign::review
