// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Ledger.h"
#include "Random.h"
#include "Statement.h"

#include "core/Analysis.h"
#include "core/Clock.h"
#include "core/Error.h"
#include "git/Repository.h"

#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace countersign::records
{

/// What a review adds to the analysis; the review room and the workbench fill it.
struct ReviewFacts {
    Coverage coverage;
    Checklist checklist;
    std::vector<Waiver> waived;
    std::optional<BlastRadiusClaim> blastRadius; ///< nothing: ungraded
    std::optional<Rollout> rollout;
    std::string analysisSha256; ///< of the analysis as JSON
    std::optional<OverrideClaim> overrides = {}; ///< of an override, and of nothing else
};

/// Who signs and from where the parts come that no review decides.
struct SigningContext {
    Reviewer reviewer;
    const Clock &clock;
    Random &random;
    ChainMemory *memory = nullptr;
};

/// The part of the log that others have, too: up to refs/countersign/published where that is known; nothing of it in a clone that
/// has an origin and never fetched or pushed a ledger; all of it where there is nobody to share with. A record quotes no other
/// log than this one, so that it still fits after a push had to take in what others appended meanwhile.
inline constexpr std::string_view publishedRef = "refs/countersign/published";
[[nodiscard]] Result<LogHead> publishedHead(const git::Repository &repository, const Ledger &ledger,
                                            const std::stop_token &stop = {});

/// An approval, rejection or override of exactly the analysed change, for the next place in the ledger as it is now. It is shown
/// to the person as @c payload and then signed as it is. Errors: the change is not stored in the repository; missing or damaged
/// objects; a value that no record may hold.
[[nodiscard]] Result<StatementDraft> prepareRecord(const git::Repository &repository, RecordKind kind, const Analysis &analysis,
                                                   const ReviewFacts &review, const SigningContext &context,
                                                   std::stop_token stop = {});

/// A withdrawal of one's own record. Errors: it is somebody else's; it is a withdrawal itself.
[[nodiscard]] Result<StatementDraft> prepareWithdrawal(const git::Repository &repository, const Record &record,
                                                       const SigningContext &context, std::stop_token stop = {});

/// SHA-256 over "id SP rule LF" of each finding, sorted.
[[nodiscard]] std::string findingSetSha256(std::span<const Finding> findings);
/// SHA-256 over kind, source, commit, detail, tool and level of each piece of evidence, each field followed by a NUL.
[[nodiscard]] std::string evidenceSha256(std::span<const ProvenanceEvidence> evidence);

} // namespace countersign::records
