// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "SshKey.h"

#include "core/Error.h"

#include <filesystem>
#include <optional>
#include <string>

namespace countersign::records
{

/// The first 64 KiB of a regular file; nothing: it cannot be read.
[[nodiscard]] std::optional<std::string> readKeyFile(const std::filesystem::path &file);

/// The public half of somebody's key: the text of a line ("ssh-ed25519 AAAA…"), or the name of a file that holds one, or an
/// OpenPGP key as `gpg --export` writes it. Errors: the file cannot be read; it holds no key of a type that is accepted.
[[nodiscard]] Result<PublicKey> readPublicKey(const std::string &text);

} // namespace countersign::records
