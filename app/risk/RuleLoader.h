// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "DeclarativeRule.h"
#include "RuleSet.h"

#include "core/Error.h"

#include <memory>
#include <vector>

namespace countersign::risk
{

/// The rules of one file, in its order. Errors: not TOML, an unknown, missing or wrongly typed field, a broken pattern or glob;
/// where is "file:line:column".
[[nodiscard]] Result<std::vector<std::unique_ptr<DeclarativeRule>>> readRules(const RuleFile &file);

} // namespace countersign::risk
