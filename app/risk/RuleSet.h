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
    bool isPartOfProgram = false; ///< its expressions are known to be right (a test compiles them)
    friend bool operator==(const RuleFile &, const RuleFile &) = default;
};

class RuleSet;

/// Built-in rules together with a team's.
struct TeamRules {
    std::shared_ptr<const RuleSet> rules;
    std::vector<Error> broken; ///< files that were left out; where is "file:line:column"
};

/// The declarative rules, compiled once; immutable and shared between threads.
class RuleSet
{
public:
    /// The rules built into the program (resources/rules/*.toml, compiled in as Qt resources under ":/countersign/rules").
    /// A broken rule there is a programming error that a test finds; it comes back as an error all the same.
    [[nodiscard]] static Result<std::shared_ptr<const RuleSet>> builtIn();
    /// The rules of these files only. Errors: not TOML, an unknown or missing field, a broken pattern (where:
    /// "file:line:column").
    [[nodiscard]] static Result<std::shared_ptr<const RuleSet>> fromFiles(std::span<const RuleFile> files);
    /// The built-in rules and a team's own. A file of the team that is broken, or that has a rule under a built-in id, is left
    /// out and named in TeamRules::broken; all others stand. Errors: as builtIn().
    [[nodiscard]] static Result<TeamRules> withTeam(std::span<const RuleFile> teamFiles);
    /// One set for each rule of a team's file, to try them one by one. Errors: as for TeamRules::broken.
    [[nodiscard]] static Result<std::vector<std::shared_ptr<const RuleSet>>> eachAlone(const RuleFile &file);
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
    /// All patterns of all rules at once: Vectorscan where COUNTERSIGN_MATCHER says so and it is there, else the sieve of RE2.
    [[nodiscard]] const Matcher &matcher() const { return *m_matcher; }
    [[nodiscard]] const PatternPlace &placeOf(std::size_t index) const { return m_places[index]; }

    ~RuleSet();

private:
    RuleSet();
    [[nodiscard]] static Result<std::shared_ptr<const RuleSet>> assemble(std::vector<std::unique_ptr<DeclarativeRule>> rules,
                                                                         std::string digest);
    std::vector<std::unique_ptr<DeclarativeRule>> m_rules;
    std::vector<PatternPlace> m_places;
    std::unique_ptr<Matcher> m_matcher;
    std::string m_digest;
};

} // namespace countersign::risk
