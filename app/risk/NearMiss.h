// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "DeclarativeRule.h"

#include "core/Text.h"

namespace countersign::risk
{

/// True when the rule's exceptions cover this occurrence: what stands in its line, around it or elsewhere in its file
/// makes it harmless.
[[nodiscard]] bool isNearMiss(const DeclarativeRule &rule, const Text &text, LineNumber line, const Occurrence &occurrence);

/// True when one of the patterns occurs at most eight lines above or below @p line, or in it.
[[nodiscard]] bool occursNear(const std::vector<Pattern> &patterns, const Text &text, LineNumber line);

} // namespace countersign::risk
