// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace countersign::records
{

/// The built-in policy, in force until a repository has one of its own. Its text is what records and reports quote by digest.
inline constexpr std::string_view builtInPolicy = R"([defaults]
require = [{ role = "reviewer", count = 1 }]
distinct_from = ["author", "committer", "coauthor"]
stale = "exact"
max_age_days = 14
[[rule]]
id = "ai-assisted"
when = { provenance = "ai-or-unknown", ai_min_lines = 1 }
coverage = "every-ai-line"
[[rule]]
id = "high-band"
when = { band = "high" }
require = [{ role = "reviewer", count = 2 }]
)";

/// An approval counts for so long, in seconds.
inline constexpr std::int64_t approvalLifetime = 14L * 24 * 60 * 60;

/// Hexadecimal SHA-256 of builtInPolicy.
[[nodiscard]] std::string policySha256();

} // namespace countersign::records
