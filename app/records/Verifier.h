// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "AllowedSigners.h"
#include "Ledger.h"
#include "Record.h"
#include "Timestamp.h"
#include "TrustRoot.h"

#include "core/Error.h"
#include "core/Progress.h"
#include "git/Repository.h"

#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace countersign::records
{

/// Everything that was found out about one record.
struct RecordVerdict {
    std::string where; ///< file name, or record id of a logged one
    std::size_t index = 0; ///< place in the log; 0 for a single record
    std::optional<Record> record; ///< nothing when envelope, signature or statement are at fault
    std::string person; ///< whose key signed; empty when nobody's
    std::vector<Problem> problems; ///< every named failure; the first one is the reason to show

    [[nodiscard]] bool isValid() const { return problems.empty(); }
};

/// What a record is judged by. A ledger with rosters is judged by them, and by nothing else.
struct VerifyContext {
    const AllowedSigners &signers; ///< of ledgers without a roster
    std::int64_t now = 0; ///< seconds since 1970; set it to an earlier time to judge as of then (as ssh-keygen's -O verify-time)
    const git::Repository *repository = nullptr; ///< to check the claims about commits and files; may be absent
    std::string pin = {}; ///< id of the first roster as it is known here; empty: not known
    std::optional<LogHead> seen = {}; ///< greatest log that was ever seen here
    std::string timeAuthorities =
        {}; ///< certificates (PEM) that a time stamp has to lead to; empty: its signature is not checked
    ProgressCallback progress = {}; ///< told now and then how many records were looked at
};

/// One record: envelope, signature, statement; then who signed, that the key was valid both when the record says it was made and
/// at VerifyContext::now (the time in a record is only a claim, so a stolen expired key must not help), that it is not from the
/// future; and what it says about the repository. Errors: Cancelled.
[[nodiscard]] Result<RecordVerdict> verifyRecord(std::string_view envelope, std::string where, const VerifyContext &context,
                                                 std::stop_token stop = {});

/// A whole ledger. Removing its last records cannot be noticed without a checkpoint that somebody kept; @c notes says so.
struct LedgerVerdict {
    LogHead head;
    std::vector<RecordVerdict> records; ///< in the order of the log
    std::vector<Problem> problems; ///< of the ledger itself, beyond single records
    std::vector<Message> notes; ///< what was not checked
    std::optional<TrustRoot> trust; ///< nothing: the ledger has no roster, or one that does not count (then there is a problem)
    bool isPinned = false; ///< the first roster is the one that is known here
    std::optional<LogHead> checkpoint; ///< signed by at least one person of the roster
    std::vector<std::string> cosigners; ///< of the checkpoint, people
    std::optional<Timestamp> timestamp; ///< of the checkpoint: the log stood so no later than then
    bool isTimestampVerified = false; ///< its signature was checked, too
    /// No problem anywhere.
    [[nodiscard]] bool isValid() const;
};

/// Every record, that each is the one that was logged, each signer's chain, the log that each record quotes, nonces, whom
/// withdrawals concern; the rosters, the checkpoint, and that the log continues the greatest one seen. With a roster a key has to
/// be valid at the time that the record claims and at the latest time that stands before it in the log, so that nobody can date
/// a record back behind the end or revocation of a key; records stay good after their key has ended. A chain's failures are put
/// on every record of that signer, too; a record that cannot be read or is not the logged one is a problem of the whole ledger.
/// Errors: Cancelled.
[[nodiscard]] Result<LedgerVerdict> verifyLedger(const Ledger &ledger, const VerifyContext &context, std::stop_token stop = {});

} // namespace countersign::records
