// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "DeclarativeRule.h"

#include "core/Text.h"

namespace countersign::risk
{

/// True when the rule's exceptions cover this line: what stands in it or around it makes any match harmless.
[[nodiscard]] bool isNearMiss(const DeclarativeRule &rule, const Text &text, LineNumber line);

/// True when the rule's exceptions cover what was matched, or what the file says about it elsewhere.
[[nodiscard]] bool isNearMiss(const DeclarativeRule &rule, const Text &text, const Occurrence &occurrence);

/// True when one of the patterns occurs at most eight lines above or below @p line, or in it.
[[nodiscard]] bool occursNear(const std::vector<Pattern> &patterns, const Text &text, LineNumber line);

/// True when @p line names something, and what stands above it in the definition around it says of that what the counter asks.
[[nodiscard]] bool isToldAbove(const Counter &counter, const Text &text, LineNumber line);

} // namespace countersign::risk
