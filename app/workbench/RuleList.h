// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Band.h"
#include "core/Message.h"
#include "risk/RuleSet.h"

#include <optional>
#include <string>
#include <vector>

namespace countersign::workbench
{

/// One rule id with all that goes by it.
struct ListedRule {
    std::string id;
    std::optional<Severity> severity; ///< the worst that its tables name; nothing for a rule that is part of the program
    std::string source; ///< file of its first table; empty for a rule that is part of the program
    Message purpose; ///< what it looks for
    bool isOfTeam = false; ///< from the repository's own rule files
};

/// Every rule of a set and every detector, by id.
[[nodiscard]] std::vector<ListedRule> listRules(const risk::RuleSet &rules);
/// The same as JSON, schema countersign.rules/1.
[[nodiscard]] std::string rulesJson(const risk::RuleSet &rules);

} // namespace countersign::workbench
