// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Band.h"
#include "core/Error.h"

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace countersign::records
{

/// So many different people with this role.
struct RoleCount {
    std::string role;
    std::uint64_t count = 1;
    friend bool operator==(const RoleCount &, const RoleCount &) = default;
};

/// Whose approvals count for nothing, because they wrote or brought the change.
enum class Involvement : std::uint8_t { Author, Committer, CoAuthor, Pusher };

/// When an approval of an earlier version still counts.
enum class StaleRule : std::uint8_t {
    Exact, ///< the same base, head and commits
    SameManifest, ///< every path has the same content before and after, and no commit came on top: survives a rebase
};

/// What an approver must have marked as read.
enum class CoverageRule : std::uint8_t { None, EveryAiLine, EveryRiskyHunk, All };

/// When a rule applies: everything that is given must hold. What is not known about a change counts as holding.
struct PolicyCondition {
    enum class Provenance : std::uint8_t { Any, Ai, AiOrUnknown } provenance = Provenance::Any;
    std::uint64_t aiMinLines = 1; ///< with provenance: so many such lines
    std::vector<std::string> paths; ///< globs: some changed file's old or new name fits one
    std::vector<std::string> targets; ///< globs over the target ref, "refs/heads/release/*"
    std::optional<Band> band; ///< at least
    std::optional<Band> blastRadius; ///< at least
    std::optional<Band> consequence; ///< at least
    std::optional<Band> likelihood; ///< at least
    std::optional<std::uint64_t> reversibility; ///< class R0 to R3, at least
    friend bool operator==(const PolicyCondition &, const PolicyCondition &) = default;
};

struct PolicyRule {
    std::string id; ///< [a-z0-9-]{1,64}
    PolicyCondition when;
    std::vector<RoleCount> require;
    CoverageRule coverage = CoverageRule::None;
    std::vector<std::string> checklist; ///< ids of questions that an approver must have answered well
    bool isRolloutStaged = false; ///< an approver's record names at least two stages and what triggers the way back
    friend bool operator==(const PolicyRule &, const PolicyRule &) = default;
};

/// Who must approve what. All rules that match add up; the defaults always apply.
struct Policy {
    std::uint64_t version = 1;
    std::vector<RoleCount> require; ///< for every change
    std::set<Involvement> distinctFrom; ///< author, committer and co-author unless it says otherwise
    StaleRule stale = StaleRule::Exact;
    std::int64_t maxAge = 14L * 24 * 60 * 60; ///< seconds that an approval counts
    std::vector<std::string> overrideRoles; ///< who may override; empty: nobody
    std::vector<PolicyRule> rules;
    std::string text; ///< as written
    std::string sha256; ///< hexadecimal, of the text
    friend bool operator==(const Policy &, const Policy &) = default;
};

/// Reads a policy (TOML). Errors: not TOML; a key or value that is not known anywhere in it (then none of it counts); a rule that
/// asks for nothing; an id twice; larger than 256 KiB. where is "file:line".
[[nodiscard]] Result<Policy> parsePolicy(std::string_view text, const std::string &file);

/// What a new roster begins with: the safeguards that DESIGN's field asks for.
[[nodiscard]] const Policy &defaultPolicy();
/// In force while a repository has no roster: nobody has another role than "reviewer" then.
[[nodiscard]] const Policy &rosterlessPolicy();

} // namespace countersign::records
