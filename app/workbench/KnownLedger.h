// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/AllowedSigners.h"
#include "records/Verifier.h"

#include "core/Error.h"
#include "git/Repository.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace countersign::workbench
{

/// What a ledger is judged by besides itself.
struct LedgerChoice {
    std::filesystem::path allowedSigners; ///< for ledgers without a roster; empty: what git's configuration names, if anything
    std::string pin; ///< id of the first roster; empty: COUNTERSIGN_ROSTER, else what this machine remembers
    bool isBindingChecked = false; ///< also check what each record says about commits and files
    std::string timeAuthorities = {}; ///< certificates (PEM) that a time stamp has to lead to; empty: not checked
    ProgressCallback progress = {}; ///< told how many records were verified
};

/// The ledger of a repository as this machine knows it: read and verified against the pinned roster and the greatest log that was
/// seen here. A good one is remembered.
struct KnownLedger {
    records::Ledger ledger;
    records::LedgerVerdict verdict;
    records::AllowedSigners signers; ///< of a ledger without a roster
    std::string pin; ///< that was used
    bool isBindingChecked = false; ///< commits and files were looked at, too
};
/// Errors: the ledger, the allowed_signers file or the memory cannot be read; Cancelled.
[[nodiscard]] Result<KnownLedger> readKnownLedger(const git::Repository &repository, const LedgerChoice &choice, std::int64_t now,
                                                  const std::stop_token &stop = {});

/// The ledger of an audit bundle. Whoever made the bundle made its roster, too: that counts as pinned only where it is the one
/// that is remembered for @p repository (null: none), or that the choice names. Commits and files are not looked at.
/// Errors: the bundle cannot be read; without a roster also: it is not known who may sign; Cancelled.
[[nodiscard]] Result<KnownLedger> readKnownBundle(const std::filesystem::path &folder, const git::Repository *repository,
                                                  const LedgerChoice &choice, std::int64_t now, const std::stop_token &stop = {});

/// Pins the first roster of the ledger on this machine. Errors: there is none, it has another fingerprint, it does not verify.
[[nodiscard]] Result<void> pinRoster(const git::Repository &repository, const std::string &fingerprint,
                                     const std::stop_token &stop = {});

/// The trust root of a repository's ledger, whether pinned or not: for showing and for making the next version. Nothing: no
/// roster.
[[nodiscard]] Result<std::optional<records::TrustRoot>> readTrust(const git::Repository &repository,
                                                                  const std::stop_token &stop = {});

} // namespace countersign::workbench
