// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "KnownLedger.h"

#include <cstddef>
#include <vector>

namespace countersign::workbench
{

/// A link of the chain from what a record says to why one can believe it.
enum class EvidenceLink : std::uint8_t {
    Signature, ///< envelope, signature and statement are well formed and belong together
    Person, ///< the key was somebody's who may sign
    Binding, ///< commits, trees and files are those of this repository
    Log, ///< it stands where the log says, in its signer's chain
    Checkpoint, ///< somebody signed a log that holds it
};
enum class EvidenceState : std::uint8_t { Holds, Fails, Unknown };

/// One link with what was found about it.
struct EvidenceStep {
    EvidenceLink link = EvidenceLink::Signature;
    EvidenceState state = EvidenceState::Unknown;
    Message title; ///< the link in a few words
    std::vector<Message> facts;
    std::vector<records::Problem> problems; ///< why it fails
};

/// The link that a failure breaks.
[[nodiscard]] EvidenceLink linkOf(records::Failure failure);
[[nodiscard]] Message label(EvidenceLink link);

/// The chain of evidence of one record of a ledger, from its signature to the checkpoint that holds it.
/// @param record index into known.verdict.records.
[[nodiscard]] std::vector<EvidenceStep> evidenceOf(const KnownLedger &known, std::size_t record);

} // namespace countersign::workbench
