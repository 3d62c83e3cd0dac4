// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "AllowedSigners.h"
#include "Ledger.h"
#include "Verifier.h"

#include "core/Error.h"

#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

namespace countersign::records
{

/// What goes into an audit bundle beside the ledger itself.
struct BundleExtras {
    std::string allowedSigners; ///< of a ledger without a roster; with one they are generated
    std::vector<std::string> manifests; ///< manifestText() of each record's change, in the order of the log; empty: not known
    std::filesystem::path repositoryBundle; ///< a git bundle to be moved in; empty: none
};

/// Writes what an auditor needs who has only sha256sum, ssh-keygen, git and a shell: README.txt with the commands,
/// manifest.sha256, roster/NNNNNN.{dsse.json,pae,K.sig}, policy/, allowed_signers, revoked_keys,
/// records/NNNNNN.{dsse.json,pae,pae.sig} (numbered from 1 in the order of the log),
/// log/{leaves,checkpoint,checkpoint.sig,checkpoint.K.sig}, manifests/NNNNNN.txt, repo.bundle and report.{json,html,pdf}. Records
/// that do not verify are written, too, and listed with the reason. The manifest comes last. Errors: the folder is there and not
/// empty (nothing is overwritten); it cannot be written.
[[nodiscard]] Result<void> exportRecords(const Ledger &ledger, const LedgerVerdict &verdict, const BundleExtras &extras,
                                         const std::filesystem::path &folder);

/// True for a folder that exportRecords() may have written.
[[nodiscard]] bool isExport(const std::filesystem::path &folder);
/// True when such a folder holds rosters, so that nobody needs to say who may sign.
[[nodiscard]] bool hasRoster(const std::filesystem::path &folder);
/// Reads such a folder, or one that writeTar() packed, back, to be verified as a whole. What is missing, added or not what
/// manifest.sha256 says becomes a problem of the ledger; links are never followed; of an archive with anything odd in it
/// (unpackTar()) nothing but that is told. Errors: the log or a record cannot be read; Cancelled.
[[nodiscard]] Result<Ledger> readExport(const std::filesystem::path &bundle, const std::stop_token &stop = {});

} // namespace countersign::records
