// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "RosterChanges.h"
#include "Signatory.h"

#include "records/LedgerMemory.h"
#include "records/Random.h"
#include "records/RosterEdit.h"
#include "records/Signer.h"
#include "records/TrustRoot.h"

#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace countersign::workbench
{

/// Somebody else on the first roster.
struct InitPerson {
    std::string id; ///< principal
    std::vector<std::string> roles; ///< empty: reviewer
    records::PublicKey key;
};

/// What `countersign init` and the wizard ask.
struct InitChoice {
    std::string person; ///< principal of the first maintainer
    std::vector<std::string> roles; ///< empty: maintainer, reviewer and senior
    std::vector<std::string> addresses; ///< further addresses of theirs
    std::string policyText; ///< empty: the default policy
    std::int64_t lifetime = records::rosterLifetime; ///< seconds
    std::vector<InitPerson> others = {}; ///< besides the first maintainer
    std::uint64_t threshold = 1; ///< so many maintainers sign the first version and the next one
};

/// The first version, not signed yet. Its repository id is new and random, or the one that the ledger's records name already.
/// Errors: the ledger has a roster; the policy cannot be read.
[[nodiscard]] Result<records::Roster> draftFirstRoster(const git::Repository &repository, const InitChoice &choice,
                                                       const records::PublicKey &key, const Clock &clock, records::Random &random,
                                                       const std::stop_token &stop = {});

/// The trust root of a repository, and whether it is the one that is pinned on this machine.
struct RosterStanding {
    std::optional<records::TrustRoot> trust; ///< nothing: no roster
    bool isPinned = false;
};
/// Errors: the ledger, its rosters, or the memory of this machine cannot be read.
[[nodiscard]] Result<RosterStanding> readStanding(const git::Repository &repository, const std::stop_token &stop = {});

/// The version after the one in force with nothing changed yet, and that one. Errors: the repository has no roster.
struct RosterDraft {
    records::SignedRoster last; ///< in force
    records::Roster next; ///< for records::enrol() and the like
};
[[nodiscard]] Result<RosterDraft> draftNextRoster(const git::Repository &repository, const Clock &clock,
                                                  const std::stop_token &stop = {});

/// A roster with the signatures that it has so far.
struct RosterProposal {
    records::SignedRoster roster;
    records::MissingSignatures missing; ///< none: it stands in the ledger
    std::optional<records::LogLeaf> leaf; ///< its place
    std::vector<Message> changes; ///< rosterChanges(): what it does to the version in force
};

/// Signs @p next; where that suffices it is appended, and the first one is pinned on this machine. Otherwise the others sign what
/// is returned: cosignRoster(). Errors: as records::signBytes() and records::appendRoster(); the key is of no maintainer, or has
/// signed already.
[[nodiscard]] Result<RosterProposal> signRoster(git::Repository &repository, const records::Roster &next,
                                                const std::string &policyText, const records::SigningKey &key,
                                                const records::ProcessRunner &runner, const records::SignOptions &options = {},
                                                const std::stop_token &stop = {});
/// Reads a proposal and what it still lacks; nothing is signed. Errors: it does not verify, or does not follow the version in
/// force.
[[nodiscard]] Result<RosterProposal> openProposal(const git::Repository &repository, const std::string &envelope,
                                                  const std::stop_token &stop = {});
/// Adds one more signature to a proposal; otherwise the same. @param policyText empty: the ledger has the policy already.
[[nodiscard]] Result<RosterProposal> cosignRoster(git::Repository &repository, const std::string &envelope,
                                                  const std::string &policyText, const records::SigningKey &key,
                                                  const records::ProcessRunner &runner, const records::SignOptions &options = {},
                                                  const std::stop_token &stop = {});

} // namespace countersign::workbench
