// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Record.h"

#include "core/Clock.h"
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

/// The ref whose tree holds records/<first two digits>/<id>.dsse.json and log/leaves; one commit for each record.
inline constexpr std::string_view ledgerRef = "refs/countersign/ledger";

/// One line of log/leaves: "index SP kind SP record id SP sha256(binary signature) LF".
struct LogLeaf {
    std::uint64_t index = 0; ///< 0-based
    RecordKind kind = RecordKind::Approve;
    std::string recordId;
    std::string signatureSha256;
    friend bool operator==(const LogLeaf &, const LogLeaf &) = default;
};
[[nodiscard]] std::string writeLeaf(const LogLeaf &leaf);

/// A logged record. Nothing in it was verified.
struct LedgerEntry {
    LogLeaf leaf;
    std::optional<std::string> envelope; ///< bytes of its file; nothing: the file is not there
};

/// The ledger as it stands in the ref.
struct Ledger {
    Oid tip; ///< null: there is no ledger yet
    std::vector<std::string> lines; ///< of log/leaves, with their line feeds
    std::vector<LedgerEntry> entries; ///< in the order of the log
    std::vector<Problem> problems; ///< of its structure: malformed or misnumbered lines, files that no line names

    /// Merkle root over the first @p size lines, each with its line feed.
    [[nodiscard]] LogHead headAt(std::uint64_t size) const;
    [[nodiscard]] LogHead head() const { return headAt(lines.size()); }
};

/// Errors: the repository cannot be read. A damaged ledger is no error here but has problems.
[[nodiscard]] Result<Ledger> readLedger(const git::Repository &repository, std::stop_token stop = {});

/// Where the next record of this key goes. Only records whose signature verifies count.
[[nodiscard]] SignerChain nextInChain(const Ledger &ledger, std::string_view fingerprint);

/// Appends a record: a new commit on the ledger ref, moved only from the value that was read; when somebody else was faster it
/// is tried again on the new state. Errors: the ledger has problems; the record is there already; its key has signed another
/// record meanwhile (make it again); the ref cannot be written.
[[nodiscard]] Result<LogLeaf> append(git::Repository &repository, const Record &record, const Clock &clock,
                                     std::stop_token stop = {});

} // namespace countersign::records
