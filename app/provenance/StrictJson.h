// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace countersign::provenance
{

/// Parses JSON from a note. Nothing for what no honest writer makes: invalid UTF-8, duplicate keys, more than 32 levels,
/// trailing bytes, a byte order mark. Values under the key "messages" (transcripts, private) are dropped while parsing.
[[nodiscard]] std::optional<nlohmann::json> parseStrictJson(std::string_view text);

/// The text under @p key of an object; empty when it is not there or not a text.
[[nodiscard]] std::string textAt(const nlohmann::json &object, const char *key);

} // namespace countersign::provenance
