// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Process.h"
#include "SshKey.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace countersign::records
{

// OpenPGP (RFC 9580) as the second kind of key beside SSH. What is signed are the same bytes; that a signature was made for an
// approval, a roster or a checkpoint is told by those bytes themselves ("DSSEv1 …" with its type, "countersign.dev/ledger/…"), as
// OpenPGP has no namespaces. Cryptography is GnuPG's: gpg signs, gpgv verifies.

/// Largest public key with its user ids, subkeys and their signatures, in bytes.
inline constexpr std::size_t mostOpenPgpKeyBytes = 16UL * 1024;

/// What of a binary OpenPGP public key we look at ourselves.
struct OpenPgpKeyFacts {
    std::string fingerprint; ///< 40 upper-case hexadecimal digits
    std::string userId; ///< the first one; text from outside
    std::optional<std::int64_t> end; ///< when the key says that it ends, seconds since 1970
};
/// One version 4 key, followed by user ids, subkeys and signatures only. Refuses secret keys, other versions, RSA under 2048 bits
/// and curves other than Ed25519 and NIST's for what signs, more than 16 KiB. Its own signatures are left for gpgv to check.
[[nodiscard]] Checked<OpenPgpKeyFacts> readOpenPgpKey(std::string_view bytes);

/// The binary key of a file as gpg exports it: armored (with headers or a checksum or without), or binary already.
[[nodiscard]] Checked<std::string> dearmorOpenPgpKey(std::string_view file);

/// A detached signature with the key that is said to have made it.
struct OpenPgpSignature {
    PublicKey key;
    std::string packet; ///< binary, version 4, over binary data, with SHA-256, SHA-384 or SHA-512
};
/// True for a text that begins as writeOpenPgpSignature()'s does.
[[nodiscard]] bool isOpenPgpSignature(std::string_view text);
/// The armored key, then the armored signature: what stands in envelopes and beside checkpoints, each line feed ended.
[[nodiscard]] std::string writeOpenPgpSignature(const OpenPgpSignature &signature);
/// Takes exactly what writeOpenPgpSignature() writes.
[[nodiscard]] Checked<OpenPgpSignature> readOpenPgpSignature(std::string_view text);
/// Asks gpgv, whose keyring is this one key, in a folder of its own that is empty otherwise. Good means: the primary key is this
/// one, SHA-2, a signing key of an accepted type, not revoked by itself. A key that has ended since is left to the roster, which
/// says when each key counts. gpgv missing or silent means no (Failure::OpenPgpUnavailable).
[[nodiscard]] Checked<void> verifyOpenPgpSignature(const OpenPgpSignature &signature, std::string_view message,
                                                   const ProcessRunner &runner = SystemProcessRunner());

} // namespace countersign::records
