// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Error.h"
#include "core/Finding.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace countersign::risk
{

class DeclarativeRule;

/// The declarative rules, compiled once; immutable and shared between threads.
class RuleSet
{
public:
    /// The rules built into the program (resources/rules/*.toml, compiled in as Qt resources under ":/countersign/rules").
    /// A broken rule there is a programming error that a test finds; it comes back as an error all the same.
    [[nodiscard]] static Result<std::shared_ptr<const RuleSet>> builtIn();

    /// 64 hexadecimal digits over all rule files and the names of the detectors.
    [[nodiscard]] const std::string &digest() const { return m_digest; }
    [[nodiscard]] const std::vector<std::unique_ptr<DeclarativeRule>> &rules() const { return m_rules; }

    ~RuleSet();

private:
    RuleSet();
    std::vector<std::unique_ptr<DeclarativeRule>> m_rules;
    std::string m_digest;
};

} // namespace countersign::risk
