// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace countersign::risk
{

/// Every text of the built-in rule files, so that the translation catalogue sees them. Made from resources/rules/*.toml:
/// a test fails when the two differ, and rewrites RuleTexts.cpp when COUNTERSIGN_UPDATE is set in its environment.
[[nodiscard]] std::span<const char *const> ruleTexts();

} // namespace countersign::risk
