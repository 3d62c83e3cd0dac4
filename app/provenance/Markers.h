// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Change.h"
#include "core/Error.h"
#include "core/Provenance.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace countersign::provenance
{

/// One marker found on a commit or a branch. Text from outside: show through safeText().
struct MarkerHit {
    ProvenanceLevel level = ProvenanceLevel::Unknown; ///< of the marker alone; a squash lowers it later
    std::string tool; ///< slug; empty for an automation bot that has none
    std::string source; ///< "author", "committer", "trailer", "body", "branch"
    std::string detail; ///< what was read, at most 200 bytes
    friend bool operator==(const MarkerHit &, const MarkerHit &) = default;
};

/// The versioned data file of markers: what AI tools and bots leave on commits. Immutable once loaded; any thread.
/// Matches exact addresses, never names or domains. The format is described at the top of resources/provenance/markers.toml.
class Markers
{
public:
    /// The markers built into the program (":/countersign/provenance/markers.toml").
    [[nodiscard]] static Result<Markers> builtIn();
    /// @param file name for messages. Errors: not TOML, unknown, missing or wrongly typed fields; where is "file:line".
    [[nodiscard]] static Result<Markers> parse(std::string_view toml, const std::string &file);
    /// Adds the markers of another file, a user's or a team's. Same errors as parse(); nothing is added then.
    [[nodiscard]] Result<void> extend(std::string_view toml, const std::string &file);

    /// Every marker on a commit: author, committer and each line of the message (not only git's trailer block). No two alike.
    [[nodiscard]] std::vector<MarkerHit> inspect(const Commit &commit) const;
    /// The tool that a branch name hints at. @param ref full name ("refs/heads/claude/x"). The level is always unknown.
    [[nodiscard]] std::optional<MarkerHit> inspectBranch(std::string_view ref) const;
    /// Slug of a tool as notes name it ("Claude" -> "claude-code"); an unknown one as written, lower-cased, at most 40 bytes.
    [[nodiscard]] std::string slugOf(std::string_view toolName) const;
    /// True for a tool by its slug or one of its names.
    [[nodiscard]] bool isTool(std::string_view name) const;
    /// The repository does not want what an AI wrote: then a marker is itself a finding.
    [[nodiscard]] bool refusesAi() const { return m_refusesAi; }

private:
    struct Key {
        std::string name;
        std::string value; ///< empty: any value that is not empty; "<hex12>": 12 hexadecimal digits
    };
    struct Tool {
        std::string slug;
        std::vector<std::string> names;
        std::vector<std::string> authors;
        std::string authorSuffix;
        std::vector<std::string> trailers;
        std::vector<std::string> suggestions;
        std::vector<Key> keys;
        std::vector<std::string> lines;
        std::vector<std::string> urls;
        std::vector<std::string> branches;
        bool isAutomation = false;
    };
    class Scan;

    std::optional<MarkerHit> judgeValue(std::string_view value) const;
    bool areProductWords(std::string_view value) const;
    const Tool *toolNamed(std::string_view lowerName) const;

    std::vector<Tool> m_tools;
    std::vector<std::string> m_personKeys;
    std::vector<std::string> m_judgedKeys;
    std::vector<std::string> m_models;
    std::vector<std::string> m_qualifiers;
    bool m_refusesAi = false;
};

/// True for a commit into which a forge squashed several: the subject ends in "(#N)" and the body has two or more lines that
/// begin with "* " or "- " or are a rule of dashes.
[[nodiscard]] bool isSquash(const Commit &commit);

} // namespace countersign::provenance
