// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Process.h"
#include "SshKey.h"

#include "core/Error.h"

#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace countersign::records
{

/// A key that a person may sign with. Only its public half is known here.
struct SigningKey {
    PublicKey key;
    std::string comment; ///< text from outside
    std::filesystem::path privateFile; ///< empty: not on disk
    bool isInAgent = false; ///< always for OpenPGP keys
};

/// What the agent answers. Nothing: no agent runs, or it does not answer.
[[nodiscard]] Result<std::optional<std::vector<SigningKey>>> agentKeys(const ProcessRunner &runner,
                                                                       const Environment &environment, std::stop_token stop = {});

/// Keys of the agent and of ~/.ssh/*.pub (HOME of @p environment) whose private half is on disk or in the agent, agent first,
/// each once; then OpenPGP keys. Keys of other types are left out. Errors: Cancelled, no OpenSSH.
[[nodiscard]] Result<std::vector<SigningKey>> listKeys(const ProcessRunner &runner, const Environment &environment,
                                                       std::stop_token stop = {});

/// The key that a person named: the path of a private or a public key file ("~/" is expanded), a fingerprint "SHA256:…", or the
/// text of a public key ("ssh-ed25519 AAAA…", also "key::ssh-ed25519 …" as in git's user.signingKey), or an OpenPGP key
/// (isOpenPgpName()). The private half is never read. Errors: no such key; it is in no file and not in the agent (says whether an
/// agent runs); its type is not accepted.
[[nodiscard]] Result<SigningKey> findKey(std::string_view name, const ProcessRunner &runner, const Environment &environment,
                                         std::stop_token stop = {});

} // namespace countersign::records
