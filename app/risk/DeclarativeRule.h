// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "FileFilter.h"
#include "Pattern.h"

#include "core/Band.h"
#include "core/FileChange.h"
#include "syntax/Syntax.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace countersign::risk
{

/// What the change must have done to a line for a rule to look at it.
enum class Direction : std::uint8_t {
    Added, ///< the pattern came in
    Removed, ///< the pattern went away
    Changed, ///< one pattern became another one, or a number moved
    Any, ///< any change of the file; a rule without patterns
};

/// What must still stand after the change for a removal to matter: taking the guard away together with what it guards is
/// harmless.
enum class Survivor : std::uint8_t {
    None, ///< nothing: the removal matters in any case
    File, ///< the file
    Line, ///< the line, without the match in it
    Next, ///< the definition that follows (of a decorator or annotation)
    Definition, ///< the definition around it (function, class, named entry), that it heads, or that it decorates
    Section, ///< the outermost block around it
};

/// How a captured value has to differ.
enum class Compare : std::uint8_t {
    None,
    Lowered, ///< a smaller number
    Raised, ///< a greater one
    Differs, ///< any other text
    Flipped, ///< any other text, but not from one count to another: neither was off
};

/// Something that speaks against a finding.
struct Counter {
    FileFilter files; ///< holds for findings in these files …
    std::vector<Pattern> patterns; ///< … for findings whose line one of these occurs in …
    std::vector<Pattern> parents; ///< … or whose nearest header above …
    std::vector<Pattern> unlessNear; ///< … for findings near which none of these occurs …
    std::vector<Pattern> near; ///< … for findings near which one of these does …
    /// … and for findings in whose hunks none of the first occurs in what came in, and none of the second in what went.
    std::vector<Pattern> unlessAdded;
    std::vector<Pattern> unlessRemoved;
    std::vector<Pattern> imports; ///< … or for a file that now has by import (group "key": the path) what it lost
    /// … or for findings whose line names something (group "key") of which every one of the first stands above it in the
    /// definition around it, and none of the second; "{key}" stands for the name.
    std::vector<Pattern> named;
    std::vector<std::string> above;
    std::vector<std::string> notAbove;
    std::optional<Severity> atMost; ///< what the finding falls to; without it, one step
    std::string text; ///< the counter-evidence in words
};

/// A change of one file that a rule must find something in, or must not.
struct RuleExample {
    std::string name; ///< what it shows; may be empty
    std::string file; ///< path
    std::string change; ///< lines of both sides (begin with a blank), of the old side (-), of the new side (+)
    bool finds = true;
};

/// One rule of a TOML file; resources/rules/destroy.toml explains every field. Several may share an id.
struct DeclarativeRule {
    std::string id;
    std::string title;
    std::string why;
    std::string check;
    Severity severity = Severity::Medium;
    Axis axis = Axis::Consequence;
    Direction direction = Direction::Added;
    Survivor survivor = Survivor::None;
    Compare compare = Compare::None;
    double factor = 1; ///< of compare raised or lowered: at least so many times as much or as little; units count
    FileFilter files;
    FileFilter notFiles;
    bool everyClass = false; ///< also documentation, translations, generated, vendored and lock files
    std::vector<Pattern> survivorHas; ///< of a removal, survivor definition: one occurs in what stands, decorators included
    bool remains = false; ///< of a removal: nothing is lost while the key stands anywhere in the new file
    std::uint8_t scopes = 0; ///< set of 1 << syntax::Scope
    std::vector<Pattern> patterns; ///< direction changed: what it was
    std::vector<Pattern> to; ///< direction changed: what it became
    std::vector<Pattern> except; ///< near misses: in the line …
    std::vector<Pattern> exceptMatch; ///< … in the key of the match …
    std::vector<Pattern> exceptParent; ///< … in the nearest header above, control statements included …
    std::vector<Pattern> exceptSubject; ///< … in the definition that follows …
    std::vector<std::string> exceptFile; ///< … anywhere in the file, "{key}" standing for the key …
    std::vector<Pattern> sections; ///< … under the nearest line above in which one of these occurs, if its key …
    std::vector<std::string> exceptSections; ///< … is one of these (lower case)
    bool lastLine = false; ///< only where nothing follows in the file or the block
    bool newSubjectLowers = false; ///< of an addition: one step down when what it concerns is new, too
    std::vector<Pattern> substitutes; ///< of a removal: what may have come in its place, in the same hunk
    std::vector<Counter> counters;
    std::vector<RuleExample> examples;
    std::string source; ///< name of the file that it stands in
    std::uint32_t line = 0; ///< of the file, 1-based

    /// Only rules for every class look at files of this one.
    [[nodiscard]] static bool isPassedOver(FileClass fileClass);
    /// True when the rule looks at this file at all.
    [[nodiscard]] bool looksAt(const FileChange &file) const;
    [[nodiscard]] bool inScope(syntax::Scope scope) const { return (scopes & (1U << static_cast<unsigned>(scope))) != 0; }
    /// True when any scope will do, so that none needs to be known.
    [[nodiscard]] bool anyScope() const { return scopes == 0b111; }
};

} // namespace countersign::risk
