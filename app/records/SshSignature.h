// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "SshKey.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace countersign::records
{

/// The SSHSIG namespace of records: a signature made for anything else is never an approval.
inline constexpr std::string_view approvalNamespace = "approval@countersign.dev";

/// A parsed SSH signature (OpenSSH PROTOCOL.sshsig). Parsing proves nothing: see verifySignature().
struct SshSignature {
    PublicKey key;
    std::string nameSpace;
    std::string hash; ///< "sha256" or "sha512"
    std::string algorithm; ///< "ssh-ed25519", "rsa-sha2-512", …
    std::string bytes; ///< signature of the algorithm: 64 bytes, (r, s), or as long as the modulus
    std::uint8_t flags = 0; ///< of a security key
    std::uint32_t counter = 0; ///< of a security key
    std::string blob; ///< the whole binary signature, without armor
};

/// Stricter than ssh-keygen: version 1, empty reserved field, sha256 or sha512, the algorithm that belongs to the key, shortest
/// numbers, no byte before the header or after the footer line, line feeds only.
[[nodiscard]] Checked<SshSignature> readSshSignature(std::string_view armor, std::string_view expectedNamespace);

/// Verifies with OpenSSL. What this accepts, `ssh-keygen -Y verify` accepts. Token signatures need the user-presence flag.
[[nodiscard]] Checked<void> verifySignature(const SshSignature &signature, std::string_view message);
/// The algorithm alone: SshSignature::bytes are a signature of @p data itself, whatever it was signed for.
[[nodiscard]] bool isSignatureOf(const SshSignature &signature, std::string_view data);

} // namespace countersign::records
