// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "AllowedSigners.h"
#include "Ledger.h"
#include "Record.h"

#include "core/Error.h"
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

/// What a record is judged by.
struct VerifyContext {
    const AllowedSigners &signers;
    std::int64_t now = 0; ///< seconds since 1970; set it to an earlier time to judge as of then (as ssh-keygen's -O verify-time)
    const git::Repository *repository = nullptr; ///< to check the claims about commits and files; may be absent
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

    /// No problem anywhere.
    [[nodiscard]] bool isValid() const;
};

/// Every record, that each is the one that was logged, each signer's chain, the log that each record quotes, nonces, and whom
/// withdrawals concern. A chain's failures are put on every record of that signer, too; a record that cannot be read or is not
/// the logged one is a problem of the whole ledger. Errors: Cancelled.
[[nodiscard]] Result<LedgerVerdict> verifyLedger(const Ledger &ledger, const VerifyContext &context, std::stop_token stop = {});

} // namespace countersign::records
