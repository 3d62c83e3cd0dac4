// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Problem.h"

#include "core/Band.h"
#include "core/Error.h"
#include "core/Oid.h"
#include "core/Provenance.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace countersign::records
{

inline constexpr std::string_view inTotoType = "https://in-toto.io/Statement/v1";
inline constexpr std::string_view approvalPredicate = "https://countersign.dev/review-approval/v1";
/// Largest statement, so that its envelope stays under 1 MiB.
inline constexpr std::size_t mostStatementBytes = 700 * 1024;

/// Roster is the kind of a log line only: no statement has it.
enum class RecordKind : std::uint8_t { Approve, Reject, Withdraw, Override, Roster };
[[nodiscard]] std::string_view name(RecordKind kind);
[[nodiscard]] std::optional<RecordKind> recordKindFromName(std::string_view text);

/// Which repository: what survives cloning and moving.
struct RepositoryIdentity {
    std::string id; ///< 32 hexadecimal digits
    std::vector<Oid> rootCommits; ///< sorted
    friend bool operator==(const RepositoryIdentity &, const RepositoryIdentity &) = default;
};

/// Exactly what was reviewed. A null id is written as zeros.
struct BoundChange {
    std::string name; ///< full ref name of the head, or what the change is called where it has none
    std::string targetRef; ///< may be empty: unknown
    Oid base;
    Oid mergeBase;
    Oid head;
    Oid headTree;
    std::vector<Oid> commits; ///< every commit of the change, oldest first
    std::string manifestSha256; ///< of manifestText()
    std::uint64_t manifestPaths = 0;
    friend bool operator==(const BoundChange &, const BoundChange &) = default;
};

struct Reviewer {
    std::string id; ///< principal in allowed_signers
    std::string keyFingerprint;
    friend bool operator==(const Reviewer &, const Reviewer &) = default;
};

struct ProvenanceClaim {
    std::uint64_t aiLines = 0;
    std::uint64_t unknownLines = 0;
    std::uint64_t totalLines = 0;
    ProvenanceLevel level = ProvenanceLevel::Unknown;
    std::string evidenceSha256;
    friend bool operator==(const ProvenanceClaim &, const ProvenanceClaim &) = default;
};

struct RiskClaim {
    Band band = Band::Low;
    std::optional<std::uint64_t> likelihoodPercentile; ///< 0 to 100; nothing: ungraded, and not written
    std::string engine; ///< version
    std::string rulesSha256;
    std::string analysisSha256;
    friend bool operator==(const RiskClaim &, const RiskClaim &) = default;
};

struct BlastRadiusClaim {
    Band band = Band::Low;
    std::uint64_t dependents = 0;
    std::uint64_t modules = 0;
    friend bool operator==(const BlastRadiusClaim &, const BlastRadiusClaim &) = default;
};

struct ReadHunks {
    std::uint64_t total = 0;
    std::uint64_t read = 0;
    friend bool operator==(const ReadHunks &, const ReadHunks &) = default;
};

/// How fast the reviewer read, measured from one read mark to the next.
struct ReadingPace {
    std::uint64_t seconds = 0; ///< pauses are left out
    std::uint64_t linesPerHour = 0;
    friend bool operator==(const ReadingPace &, const ReadingPace &) = default;
};

/// What this reviewer has read. Lines are changed lines; an AI line is one that an AI wrote or may have written
/// (provenance AI or unknown: unknown counts as the worst case).
struct Coverage {
    std::uint64_t changedLines = 0;
    std::uint64_t readLines = 0;
    std::uint64_t aiLines = 0;
    std::uint64_t readAiLines = 0;
    std::vector<std::string> notDisplayed; ///< paths that could not be shown (binary, too large), raw bytes
    std::optional<ReadHunks> riskyHunks = {}; ///< hunks with a finding of medium severity or worse; nothing: not counted
    std::optional<ReadingPace> pace = {}; ///< nothing: not measured
    friend bool operator==(const Coverage &, const Coverage &) = default;
};

struct ChecklistAnswer {
    std::string id;
    std::string answer;
    std::string evidence;
    friend bool operator==(const ChecklistAnswer &, const ChecklistAnswer &) = default;
};

struct Checklist {
    std::string templateSha256;
    std::vector<ChecklistAnswer> answers;
    friend bool operator==(const Checklist &, const Checklist &) = default;
};

/// A finding that the reviewer accepts for a while.
struct Waiver {
    std::string id; ///< of the finding
    std::string rule;
    std::string reason;
    std::int64_t expires = 0; ///< seconds since 1970
    friend bool operator==(const Waiver &, const Waiver &) = default;
};

struct FindingsClaim {
    std::string setSha256; ///< findingSetSha256()
    std::uint64_t open = 0;
    std::vector<Waiver> waived;
    friend bool operator==(const FindingsClaim &, const FindingsClaim &) = default;
};

struct RolloutStage {
    std::string name;
    std::uint64_t percent = 0; ///< 0 to 100
    std::uint64_t bakeMinutes = 0;
    friend bool operator==(const RolloutStage &, const RolloutStage &) = default;
};

struct Rollout {
    std::vector<RolloutStage> stages;
    std::string rollbackTrigger;
    friend bool operator==(const Rollout &, const Rollout &) = default;
};

/// What an override lifts, and why.
struct OverrideClaim {
    std::vector<std::string> requirements; ///< ids as the gate names them, sorted
    std::string reason;
    friend bool operator==(const OverrideClaim &, const OverrideClaim &) = default;
};

/// Place of a record among all records of the same key.
struct SignerChain {
    std::uint64_t seq = 1; ///< 1 for the first
    std::string prev = std::string(64, '0'); ///< record id of the one before
    friend bool operator==(const SignerChain &, const SignerChain &) = default;
};

/// State of the log that the signer saw (RFC 6962).
struct LogHead {
    std::uint64_t size = 0;
    std::string root; ///< 32 raw bytes
    friend bool operator==(const LogHead &, const LogHead &) = default;
};

/// What a record says: an in-toto Statement v1 with our predicate.
struct Statement {
    RecordKind kind = RecordKind::Approve;
    std::string withdraws; ///< record id, only for Withdraw
    std::optional<OverrideClaim> overrides = {}; ///< only for Override, and always there
    RepositoryIdentity repository;
    BoundChange change;
    Reviewer reviewer;
    std::vector<std::string> authors; ///< addresses of authors and co-authors, sorted
    ProvenanceClaim provenance;
    RiskClaim risk;
    std::optional<BlastRadiusClaim> blastRadius; ///< nothing: ungraded
    Coverage coverage;
    Checklist checklist;
    FindingsClaim findings;
    std::optional<Rollout> rollout;
    std::string policySha256;
    std::int64_t reviewedAt = 0; ///< seconds since 1970; a claim of the signer
    std::int64_t expiresAt = 0;
    std::string nonce; ///< 32 hexadecimal digits
    SignerChain signerChain;
    LogHead logHead;
    std::string toolVersion;
    friend bool operator==(const Statement &, const Statement &) = default;
};

/// Deterministic JSON: fixed order of keys, no white space, whole numbers only. Errors: a text is not UTF-8.
[[nodiscard]] Result<std::string> writeStatement(const Statement &statement);
/// Reads exactly what writeStatement() can write, in any order of keys: every field there, none unknown, types, ranges, times and
/// ids checked, the subject the head of the change.
[[nodiscard]] Checked<Statement> readStatement(std::string_view bytes);

/// A statement as bytes, ready to be shown and then signed exactly so.
struct StatementDraft {
    Statement statement;
    std::string payload; ///< JSON
    std::string pae; ///< the bytes that get signed
    std::string id; ///< record id: hexadecimal SHA-256 of pae
};

/// Writes the statement and reads it back. Errors: it would not be accepted (a value is not allowed, or it is too large), with
/// what to change.
[[nodiscard]] Result<StatementDraft> draftStatement(Statement statement);

} // namespace countersign::records
