// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Provenance.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>

namespace countersign::provenance
{

/// What tags and records of Agent Trace 0.1.0 have in common. All of it is from outside.

/// A list under @p key of an object; an empty one when it is not there or something else.
[[nodiscard]] const nlohmann::json &listAt(const nlohmann::json &object, const char *key);
/// The same for an object.
[[nodiscard]] const nlohmann::json &objectAt(const nlohmann::json &object, const char *key);
/// start_line and end_line; nothing unless both are lines and in order.
[[nodiscard]] std::optional<LineRange> linesOf(const nlohmann::json &range);

/// What the type of a contributor means for its lines.
struct Contribution {
    ProvenanceLevel level = ProvenanceLevel::Asserted; ///< asserted, mixed or unknown
    bool isAi = false;
};
/// Nothing for a word that Agent Trace does not have.
[[nodiscard]] std::optional<Contribution> contributionOf(const std::string &type);

} // namespace countersign::provenance
