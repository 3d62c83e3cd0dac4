// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "KnownLedger.h"

#include "records/Process.h"

#include <filesystem>
#include <stop_token>

namespace countersign::workbench
{

/// Writes the audit bundle of a ledger that was read with KnownLedger: records::exportRecords() with the manifests of all changes
/// and a git bundle of the ledger and of every head that a record approved. What is not in this clone any more is left out and
/// shows up as the record's failure. @param out a new folder, or a new file whose name ends in .tar: all of it as one archive
/// (records::writeTar()). Errors: as records::exportRecords(); git is missing; Cancelled.
[[nodiscard]] Result<void> exportAudit(const git::Repository &repository, const KnownLedger &known,
                                       const std::filesystem::path &out, const records::ProcessRunner &runner,
                                       const std::stop_token &stop = {});

} // namespace countersign::workbench
