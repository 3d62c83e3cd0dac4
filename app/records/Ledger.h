// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Record.h"

#include "core/Clock.h"
#include "core/Error.h"
#include "git/Repository.h"

#include <cstdint>
#include <map>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace countersign::records
{

/// The ref whose tree holds records/<first two digits>/<id>.dsse.json, roster/NNNNNN.dsse.json, policy/<sha256>.toml, log/leaves
/// and the checkpoint beside it (log/checkpoint, .sig, .tsr); one commit for each record.
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
    std::uint64_t place = 0; ///< 0-based line of the log that names it, whatever number that line claims
    std::optional<std::string> envelope; ///< bytes of its file; nothing: the file is not there, or was not asked for
    Oid blob; ///< its file in the repository; null: not there, or read from a bundle
};

/// A logged roster. Nothing in it was verified.
struct LedgerRoster {
    LogLeaf leaf;
    std::uint64_t place = 0;
    std::uint64_t version = 0; ///< of its file name
    std::string envelope;
};

/// The ledger as it stands in the ref.
struct Ledger {
    Oid tip; ///< null: there is no ledger yet
    std::vector<std::string> lines; ///< of log/leaves, with their line feeds
    std::vector<LedgerEntry> entries; ///< review records, in the order of the log
    std::vector<LedgerRoster> rosters; ///< in the order of the log
    std::map<std::string, std::string> policies; ///< by hexadecimal SHA-256 as their names claim it
    std::string checkpoint; ///< of log/checkpoint; empty: none
    std::string checkpointSignatures; ///< of log/checkpoint.sig
    std::string timestamp; ///< of log/checkpoint.tsr: an RFC 3161 response over the checkpoint
    std::vector<Problem> problems; ///< of its structure: malformed or misnumbered lines, files that no line names

    /// Merkle root over the first @p size lines, each with its line feed.
    [[nodiscard]] LogHead headAt(std::uint64_t size) const;
    [[nodiscard]] LogHead head() const { return headAt(lines.size()); }
};

/// What of a ledger is read: everything, or all but the contents of the review records (quick, for appending).
enum class LedgerDepth : std::uint8_t { Everything, Names };

/// Errors: the repository cannot be read. A damaged ledger is no error here but has problems.
[[nodiscard]] Result<Ledger> readLedger(const git::Repository &repository, std::stop_token stop = {},
                                        LedgerDepth depth = LedgerDepth::Everything);
/// The same as of an earlier or another commit of a ledger ref. @param tip null: an empty ledger.
[[nodiscard]] Result<Ledger> readLedgerAt(const git::Repository &repository, const Oid &tip, std::stop_token stop = {},
                                          LedgerDepth depth = LedgerDepth::Everything);

/// Remembers where each key's chain ended when a log had a certain size, so that only what is newer is looked through.
/// Nothing in it is trusted: an entry is checked against the record itself.
class ChainMemory
{
public:
    virtual ~ChainMemory() = default;
    struct Hint {
        std::uint64_t searched = 0; ///< of the log
        std::optional<std::uint64_t> place; ///< of the key's last record in it; nothing: it had none
        std::string recordId; ///< that stood there
    };
    [[nodiscard]] virtual std::optional<Hint> hint(std::string_view fingerprint) = 0;
    virtual void remember(std::string_view fingerprint, const Hint &hint) = 0;
};
/// Where the next record of this key goes. @param memory may be null. Errors: a record cannot be read; Cancelled.
[[nodiscard]] Result<SignerChain> nextInChain(const git::Repository &repository, const Ledger &ledger,
                                              std::string_view fingerprint, ChainMemory *memory = nullptr,
                                              const std::stop_token &stop = {});

/// Appends a record: a new commit on the ledger ref, moved only from the value that was read; when somebody else was faster it
/// is tried again on the new state. Errors: the ledger has problems; the record is there already; its key has signed another
/// record meanwhile (make it again); the ref cannot be written.
[[nodiscard]] Result<LogLeaf> append(git::Repository &repository, const Record &record, const Clock &clock,
                                     std::stop_token stop = {}, ChainMemory *memory = nullptr);

/// One more entry as a commit on top of @p ledger, the ref not moved: for appending several, and for what is no record.
struct LedgerAddition {
    std::vector<std::pair<std::string, std::string>> files; ///< path and content
    std::vector<LogLeaf> leaves; ///< numbered from ledger.lines.size()
    std::string who; ///< principal, for the commit
    std::string title; ///< of the commit
    std::vector<std::string> gone = {}; ///< paths that are taken away
};
/// Errors: objects cannot be written.
[[nodiscard]] Result<Oid> writeLedgerCommit(git::Repository &repository, const Ledger &ledger, const LedgerAddition &addition,
                                            const Clock &clock);
/// "records/ab/abcd….dsse.json"
[[nodiscard]] std::string recordPath(std::string_view id);

} // namespace countersign::records
