// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Keyring.h"

#include "records/Gate.h"
#include "records/Ledger.h"
#include "records/Verifier.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace countersign::test
{

inline const std::string alice = "alice@example.com";
inline const std::string carol = "carol@example.com";
inline const std::string bob = "bob@example.com"; ///< wrote the changes
inline const std::string mallory = "mallory@example.com"; ///< whose key nobody knows

/// The files of a ledger by path.
using LedgerFiles = std::map<std::string, std::string>;

/// A repository with two changes ("feature" and "other", both by bob, meant for main), people with real keys and a ledger, to
/// approve things in and then to meddle with.
class Scene
{
public:
    Scene();
    /// As made: branches, ledger and time; what was stored stays, but nothing leads to it.
    void reset();

    Keyring keyring;
    RepositoryBuilder builder;
    SetClock clock;
    CountingRandom random;

    [[nodiscard]] git::Repository &repository() { return *m_repository; }
    [[nodiscard]] records::SigningKey key(const std::string &person) { return keyring.make(person); }
    /// The lines of alice, carol and bob.
    [[nodiscard]] records::AllowedSigners signers();

    /// What a review of a branch says before it is signed.
    [[nodiscard]] records::Statement statement(const std::string &person, const std::string &branch = "feature",
                                               records::RecordKind kind = records::RecordKind::Approve);
    /// Signed for the next place in the ledger, not stored.
    [[nodiscard]] records::Record sign(const std::string &person, records::Statement statement);
    /// Signed and stored.
    records::Record add(const std::string &person, const std::string &branch = "feature",
                        records::RecordKind kind = records::RecordKind::Approve);
    records::Record withdraw(const records::Record &record);
    void append(const records::Record &record);

    [[nodiscard]] records::Ledger ledger();
    [[nodiscard]] records::LedgerVerdict verify();
    [[nodiscard]] records::LedgerVerdict verify(const records::AllowedSigners &signers);
    /// The gate of a branch whose lines are all known to be by people, with a low band.
    [[nodiscard]] records::GateReport gate(const std::string &branch = "feature");

    // What somebody with write access to the repository can do.
    [[nodiscard]] Oid tip();
    [[nodiscard]] LedgerFiles files();
    /// Replaces the ledger by one commit with these files.
    void rewrite(const LedgerFiles &files);
    void moveLedger(const Oid &commit);
    /// Stores an envelope without any of the checks of append().
    void inject(const std::string &envelope, records::RecordKind kind = records::RecordKind::Approve);

private:
    std::optional<git::Repository> m_repository;
    QByteArray m_branches; ///< commands of git update-ref that put them back
};

/// An envelope around any payload with a real signature of @p key.
std::string signedEnvelope(const Keyring &keyring, const records::SigningKey &key, const std::string &payload,
                           const std::string &nameSpace = "approval@countersign.dev");
/// The names of all failures of a ledger and its records, sorted, each once, with blanks between: "" is a good ledger.
std::string failures(const records::LedgerVerdict &verdict);
/// The same of one record, in the order in which they were found.
std::string failures(const records::RecordVerdict &verdict);
/// "accepted" or the name of the failure.
std::string nameOf(const auto &checked)
{
    return checked ? "accepted" : std::string(records::name(checked.error().failure));
}

} // namespace countersign::test
