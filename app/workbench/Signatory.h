// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/Repository.h"
#include "records/KeyList.h"
#include "records/Process.h"

#include <cstdint>
#include <filesystem>
#include <stop_token>
#include <string>

namespace countersign::workbench
{

/// What the user chose to sign with; what is empty comes from git's configuration.
struct SigningChoice {
    std::string key; ///< key file, its .pub, or "SHA256:…"; empty: user.signingKey
    std::string id; ///< who signs; empty: the key's owner in allowed_signers, else user.email
    std::filesystem::path allowedSigners; ///< empty: gpg.ssh.allowedSignersFile
};

/// A key and the person it belongs to.
struct Signatory {
    records::SigningKey key;
    std::string id;
};

/// Finds key and person. @param now seconds since 1970: the key must be valid then to name its owner.
/// Errors: no key is given or configured; it is nowhere; ssh-keygen is missing; Cancelled.
[[nodiscard]] Result<Signatory> findSignatory(const git::Repository &repository, const SigningChoice &choice,
                                              const records::ProcessRunner &runner, std::int64_t now,
                                              const std::stop_token &stop = {});

} // namespace countersign::workbench
