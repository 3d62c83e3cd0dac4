// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Message.h"

#include <optional>
#include <string_view>

namespace countersign {

/// How bad a finding is. Ordered: a later one is worse.
enum class Severity { Info, Low, Medium, High, Critical };

/// Which side of risk a finding speaks of: how probable trouble is, or how bad it would be.
enum class Axis { Consequence, Likelihood };

/// Verdict on one axis or on the whole change. Ordered: a later one is worse.
enum class Band { Low, Moderate, High, Critical };

/// Stable lower-case names as in JSON and rule files.
[[nodiscard]] std::string_view name(Severity severity);
[[nodiscard]] std::string_view name(Axis axis);
[[nodiscard]] std::string_view name(Band band);
[[nodiscard]] std::optional<Severity> severityFromName(std::string_view text);
[[nodiscard]] std::optional<Axis> axisFromName(std::string_view text);
[[nodiscard]] std::optional<Band> bandFromName(std::string_view text);
/// The same as a word for people, translatable.
[[nodiscard]] Message label(Severity severity);
[[nodiscard]] Message label(Axis axis);
[[nodiscard]] Message label(Band band);

/// The band that a finding of this severity puts its change in (info and low: low; medium: moderate).
[[nodiscard]] Band bandOf(Severity severity);

} // namespace countersign
