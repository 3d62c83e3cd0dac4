// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Error.h"
#include "risk/RuleSet.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace countersign::workbench
{

/// How one example of a rule came out.
struct ExampleResult {
    std::string rule; ///< id
    std::string where; ///< "file:line" of the rule
    std::string name; ///< of the example; its number where it has none
    bool isExpected = true; ///< a finding is expected
    bool isFound = true; ///< there is one
    [[nodiscard]] bool passed() const { return isExpected == isFound; }
};

struct RuleTestReport {
    std::vector<ExampleResult> results; ///< in the order of the files
    std::vector<std::string> lacking; ///< "TEAM-01 (file:line)": rules without an example that must be found, or that must not
    std::vector<Error> broken; ///< files that are no rule files
    [[nodiscard]] bool passed() const;
};

/// Runs every example of every rule in these files, each rule alone.
[[nodiscard]] RuleTestReport testRules(std::span<const risk::RuleFile> files);

} // namespace countersign::workbench
