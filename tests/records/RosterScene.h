// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Scene.h"

#include "records/RosterEdit.h"
#include "records/TrustRoot.h"

#include <string>
#include <string_view>
#include <vector>

namespace countersign::test
{

/// A Scene whose ledger has rosters: alice is maintainer, senior and reviewer, carol senior and reviewer, bob (who wrote the
/// changes) all three.
class RosterScene : public Scene
{
public:
    explicit RosterScene(std::string policyText = std::string(records::rosterlessPolicy().text));

    /// The first version, not signed.
    [[nodiscard]] records::Roster first(std::uint64_t threshold = 1);
    /// Signed by these people's keys, whether they may or not.
    [[nodiscard]] records::SignedRoster signBy(const records::Roster &roster, const std::vector<std::string> &people);
    records::SignedRoster publish(const records::Roster &roster, const std::vector<std::string> &people);
    /// The version after the last one of the ledger.
    [[nodiscard]] records::Roster next();
    /// Puts a roster into the ledger without any of the checks.
    void injectRoster(const records::SignedRoster &roster);

    [[nodiscard]] std::string fingerprint(); ///< of the first roster
    /// Verifies with the roster pinned, or with another pin, and what was seen.
    [[nodiscard]] records::LedgerVerdict verifyPinned(std::optional<records::LogHead> seen = {});
    [[nodiscard]] records::GateReport gatePinned(records::GateRisk risk, const std::string &branch = "feature");

    std::string policy;
};

/// "every-change=satisfied no-rejection=satisfied"
std::string summary(const records::GateReport &report);
/// All reasons, remedies and notes, a line each.
std::string sentences(const records::GateReport &report);

} // namespace countersign::test
