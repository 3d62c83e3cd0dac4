// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/Repository.h"
#include "records/KeyList.h"
#include "records/Problem.h"
#include "records/Signer.h"

#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace countersign::workbench
{

/// A key that one can sign with here, and whether what it signs counts.
struct KeyStanding {
    records::SigningKey key;
    std::string person; ///< it belongs to; empty: nobody's, or it does not count
    std::optional<std::int64_t> end; ///< when it stops counting, seconds since 1970
    std::optional<records::Problem> problem; ///< why it does not count; nothing: it does
    Message hint; ///< what to do about that
};

/// All keys of a person at a repository.
struct KeyReport {
    std::vector<KeyStanding> keys; ///< of the agent first
    bool hasAgent = false; ///< an SSH agent answers
    bool hasRoster = false; ///< people and keys are those of a roster; else of allowed_signers
    std::string configured; ///< git's user.signingKey
    std::vector<Message> advice; ///< what is missing altogether: no agent, no key
};

/// @param repository null: no repository is open, so no key is known to anybody. @param now seconds since 1970.
/// Errors: as records::listKeys(); the roster cannot be read; Cancelled.
[[nodiscard]] Result<KeyReport> reportKeys(const git::Repository *repository, const records::ProcessRunner &runner,
                                           const records::Environment &environment, std::int64_t now,
                                           const std::stop_token &stop = {});

/// The SSHSIG namespace of test signatures: nobody can take one for an approval.
inline constexpr std::string_view testNamespace = "test@countersign.dev";

/// One step of the way from a key to a signature that counts.
struct TestStep {
    bool isGood = false;
    Message what; ///< what holds, or what is missing
    std::string detail; ///< words of ssh-keygen; may be empty
    Message hint; ///< what to do; empty where it is good
};

/// Signs a throw-away statement with @p key (as records::findKey() understands it; empty: git's user.signingKey) and verifies it:
/// the key is there, ssh-keygen signs, the signature verifies, it would count here. Ends at the first step that fails.
/// Nothing is stored. Errors: Cancelled.
[[nodiscard]] Result<std::vector<TestStep>> testSigning(const git::Repository *repository, const std::string &key,
                                                        const records::ProcessRunner &runner, const records::SignOptions &options,
                                                        std::int64_t now, const std::stop_token &stop = {});

} // namespace countersign::workbench
