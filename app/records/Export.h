// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "AllowedSigners.h"
#include "Ledger.h"
#include "Verifier.h"

#include "core/Error.h"

#include <filesystem>
#include <stop_token>

namespace countersign::records
{

/// Writes what an auditor needs who has only ssh-keygen and sha256sum: records/NNNNNN.dsse.json, .pae and .pae.sig (numbered from
/// 1 in the order of the log), log/leaves, allowed_signers and README.txt with the commands. Records that do not verify are
/// written, too, and listed with the reason. Errors: the folder is there and not empty (nothing is overwritten); it cannot be
/// written.
[[nodiscard]] Result<void> exportRecords(const Ledger &ledger, const LedgerVerdict &verdict, const AllowedSigners &signers,
                                         const std::filesystem::path &folder);

/// True for a folder that exportRecords() may have written.
[[nodiscard]] bool isExport(const std::filesystem::path &folder);
/// Reads such a folder back, to be verified as a whole. What is missing or added becomes a problem of the ledger.
/// Errors: the log or a record cannot be read; Cancelled.
[[nodiscard]] Result<Ledger> readExport(const std::filesystem::path &folder, const std::stop_token &stop = {});

} // namespace countersign::records
