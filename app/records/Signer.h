// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "KeyList.h"
#include "Process.h"
#include "Record.h"

#include "core/Error.h"

#include <chrono>
#include <stop_token>
#include <string>
#include <string_view>

namespace countersign::records
{

struct SignOptions {
    /// What ssh-keygen sees. In a terminal it asks for a passphrase on /dev/tty by itself; a window sets SSH_ASKPASS to a program
    /// that asks and SSH_ASKPASS_REQUIRE to "force". Without either a key with a passphrase is refused.
    Environment environment = signingEnvironment();
    std::chrono::milliseconds timeout{std::chrono::minutes(2)}; ///< a person types a passphrase or touches a token meanwhile
};

/// The armored signature of @p bytes for one namespace, by `ssh-keygen -Y sign`, with the agent if it has the key, or by gpg with
/// an OpenPGP key (OpenPgpSigner.h); verified
/// before it is returned. The private key never enters this process. Errors as for sign().
[[nodiscard]] Result<std::string> signBytes(std::string_view bytes, std::string_view nameSpace, const SigningKey &key,
                                            const ProcessRunner &runner, const SignOptions &options = {},
                                            std::stop_token stop = {});

/// Signs exactly the bytes of @p draft with `ssh-keygen -Y sign`, with the agent if it has the key, and opens the finished record
/// before it returns. The private key never enters this process.
/// Errors, each with what to do: ssh-keygen missing, no such key, key file open to others, wrong passphrase, nobody to ask for
/// the passphrase, agent gone, agent without the key, time out, a signature that does not verify; Cancelled.
[[nodiscard]] Result<Record> sign(const StatementDraft &draft, const SigningKey &key, const ProcessRunner &runner,
                                  const SignOptions &options = {}, std::stop_token stop = {});

} // namespace countersign::records
