// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Ledger.h"
#include "Verifier.h"

#include <string>

namespace countersign::records
{

/// What an audit found out about a ledger, for people and programs: the ledger's own state, then each record with what it says,
/// who signed it with which key, its place in the log and in the signer's chain, and every failure. Deterministic: the time in it
/// is the latest that the ledger itself holds. Schema "countersign.audit/1", one line per key, with a line feed at the end.
[[nodiscard]] std::string auditJson(const Ledger &ledger, const LedgerVerdict &verdict);
/// One file without scripts, pictures or links; everything from outside is escaped.
[[nodiscard]] std::string auditHtml(const Ledger &ledger, const LedgerVerdict &verdict);
/// PDF 1.4 with the same text on A4 pages, in a font that every viewer has; what that font cannot show is written as \u{…}.
[[nodiscard]] std::string auditPdf(const Ledger &ledger, const LedgerVerdict &verdict);

} // namespace countersign::records
