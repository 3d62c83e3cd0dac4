// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Ledger.h"
#include "Verifier.h"

#include <string>
#include <utility>
#include <vector>

namespace countersign::records
{

/// A name and what it is, as texts from outside (not yet escaped for any format).
using AuditFact = std::pair<std::string, std::string>;

/// The ledger in facts: repository, fingerprint, size, root, checkpoint, verdict; then its problems.
[[nodiscard]] std::vector<AuditFact> ledgerFacts(const LedgerVerdict &verdict);
/// One record's chain of evidence in facts: from what was signed to where it stands in the log.
[[nodiscard]] std::vector<AuditFact> recordFacts(const LedgerEntry &entry, const RecordVerdict &verdict);

} // namespace countersign::records
