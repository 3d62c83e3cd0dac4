// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Error.h"
#include "core/Finding.h"

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace countersign::risk
{

struct DeclarativeRule;
class Matcher;

/// One rule file, as read.
struct RuleFile {
    std::string name; ///< "destroy.toml"
    std::string content;
};

/// The declarative rules, compiled once; immutable and shared between threads.
class RuleSet
{
public:
    /// The rules built into the program (resources/rules/*.toml, compiled in as Qt resources under ":/countersign/rules").
    /// A broken rule there is a programming error that a test finds; it comes back as an error all the same.
    [[nodiscard]] static Result<std::shared_ptr<const RuleSet>> builtIn();
    /// The rules of these files only. Errors: not TOML, an unknown or missing field, a broken pattern (where: file and line).
    [[nodiscard]] static Result<std::shared_ptr<const RuleSet>> fromFiles(std::span<const RuleFile> files);
    /// The rule files built into the program, by name.
    [[nodiscard]] static std::vector<RuleFile> builtInFiles();

    /// 64 hexadecimal digits over all rule files and the names of the detectors.
    [[nodiscard]] const std::string &digest() const { return m_digest; }
    [[nodiscard]] const std::vector<std::unique_ptr<DeclarativeRule>> &rules() const { return m_rules; }

    /// Which pattern of which rule number @p index of the matcher is.
    struct PatternPlace {
        std::size_t rule = 0; ///< index into rules()
        std::size_t pattern = 0; ///< index into the rule's patterns, or its "to" patterns
        bool isTo = false;
    };
    /// All patterns of all rules at once.
    [[nodiscard]] const Matcher &matcher() const { return *m_matcher; }
    [[nodiscard]] const PatternPlace &placeOf(std::size_t index) const { return m_places[index]; }

    ~RuleSet();

private:
    RuleSet();
    std::vector<std::unique_ptr<DeclarativeRule>> m_rules;
    std::vector<PatternPlace> m_places;
    std::unique_ptr<Matcher> m_matcher;
    std::string m_digest;
};

} // namespace countersign::risk
