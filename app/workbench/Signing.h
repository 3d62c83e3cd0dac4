// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ReviewDesk.h"
#include "Signatory.h"

#include "records/Gate.h"
#include "records/Ledger.h"
#include "records/Prepare.h"
#include "records/Signer.h"

#include <cstdint>
#include <stop_token>
#include <vector>

namespace countersign::workbench
{

/// What a review puts into the record of a change: coverage, answers, waivers in force.
/// @param now seconds since 1970; a waiver that has run out is left out.
[[nodiscard]] records::ReviewFacts reviewFacts(const Analysis &analysis, const ReviewState &state,
                                               const review::Templates &templates, std::int64_t now);

/// What the gate needs to know of the risk as it is now. A line of unknown origin counts as an AI's.
[[nodiscard]] records::GateRisk gateRisk(const Analysis &analysis);

/// What an approval given now would lack, a sentence each: lines not read, open questions, files that were not displayed.
[[nodiscard]] std::vector<Message> missingParts(const ReviewState &state);

/// What a person adds to a record when signing it, beyond the review.
struct RecordExtras {
    std::optional<records::Rollout> rollout;
    std::optional<records::OverrideClaim> overrides; ///< of an override, which must have it
};

/// The record as it would be signed now; it is shown to the person before. Errors: as records::prepareRecord().
[[nodiscard]] Result<records::StatementDraft> draftRecord(const git::Repository &repository, records::RecordKind kind,
                                                          const Analysis &analysis, const ReviewState &state,
                                                          const review::Templates &templates, const Signatory &signatory,
                                                          const std::stop_token &stop = {}, const RecordExtras &extras = {});

/// A withdrawal of the last record that this key has put into the ledger about the head of @p change, as it would be signed now.
/// Errors: there is none; as records::prepareWithdrawal().
[[nodiscard]] Result<records::StatementDraft> draftWithdrawal(const git::Repository &repository, const Change &change,
                                                              const Signatory &signatory, const std::stop_token &stop = {});

struct SignedRecord {
    records::Record record;
    records::LogLeaf leaf;
};

/// Signs exactly the bytes of @p draft and appends the record to the ledger. Errors: as records::sign() and records::append().
[[nodiscard]] Result<SignedRecord> signAndAppend(git::Repository &repository, const records::StatementDraft &draft,
                                                 const Signatory &signatory, const records::ProcessRunner &runner,
                                                 const records::SignOptions &options = {}, const std::stop_token &stop = {});

} // namespace countersign::workbench
