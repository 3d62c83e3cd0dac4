// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Analysis.h"
#include "records/AllowedSigners.h"
#include "records/Gate.h"
#include "records/Verifier.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <stop_token>
#include <string_view>

namespace countersign::workbench
{

/// Where the gate of a change stands, in one word, for lists.
enum class GateState : std::uint8_t {
    Open,
    Waiting, ///< an approval is missing
    Rejected,
    Stale, ///< something else was approved, or too long ago
    Error, ///< it cannot be decided, which means no
};
/// Stable lower-case names: "open", "waiting", "rejected", "stale", "error".
[[nodiscard]] std::string_view name(GateState state);
[[nodiscard]] Message label(GateState state);
[[nodiscard]] GateState stateOf(const records::GateReport &report);

/// The ledger of a repository, read and verified once, to judge many changes by. Immutable: threads may share it.
class Gatekeeper
{
public:
    /// @param allowedSigners empty: what git's configuration names; where that names none, no approval can count.
    /// A ledger with a roster is judged by that alone. @param now seconds since 1970. @param pin id of the first roster; empty:
    /// what is remembered here. Errors: the allowed_signers file or the ledger cannot be read; Cancelled.
    [[nodiscard]] static Result<Gatekeeper> open(const git::Repository &repository, const std::filesystem::path &allowedSigners,
                                                 std::int64_t now, const std::stop_token &stop = {}, const std::string &pin = {});

    /// @param pusher who brings it, where a hook knows; may be empty.
    /// Errors: the change is not stored in the repository; missing or damaged objects; Cancelled.
    [[nodiscard]] Result<records::GateReport> judge(const git::Repository &repository, const Analysis &analysis,
                                                    const std::stop_token &stop = {}, const std::string &pusher = {}) const;
    /// The same in one word; what cannot be judged is Error, a change without a place in the repository too.
    [[nodiscard]] GateState stateOf(const git::Repository &repository, const Analysis &analysis,
                                    const std::stop_token &stop = {}) const;

    [[nodiscard]] const records::AllowedSigners &signers() const { return m_signers; }
    [[nodiscard]] const records::LedgerVerdict &ledger() const { return m_ledger; }
    /// The policy in force, of the trust root and never of a head under review.
    [[nodiscard]] const records::Policy &policy() const { return records::policyInForce(m_ledger); }

private:
    Gatekeeper(records::AllowedSigners signers, records::LedgerVerdict ledger, std::int64_t now)
        : m_signers(std::move(signers))
        , m_ledger(std::move(ledger))
        , m_now(now)
    {
    }
    [[nodiscard]] bool isMentioned(const Change &change) const;

    records::AllowedSigners m_signers;
    records::LedgerVerdict m_ledger;
    std::int64_t m_now;
};

} // namespace countersign::workbench
