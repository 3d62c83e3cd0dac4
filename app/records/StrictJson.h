// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Problem.h"

#include <nlohmann/json.hpp>

#include <string_view>

namespace countersign::records
{

/// Largest JSON text that is read, in bytes.
inline constexpr std::size_t mostJsonBytes = 1024 * 1024;

/// Parses JSON of records. Refuses what two parsers could read differently: duplicate keys (also escaped ones), a byte order
/// mark, invalid UTF-8, lone surrogates, trailing bytes, non-ASCII keys, fractions and exponents, -0, integers of 2^53 and more
/// in magnitude, NUL characters, more than 32 levels, more than 1 MiB.
[[nodiscard]] Checked<nlohmann::json> parseStrictJson(std::string_view text);

} // namespace countersign::records
