// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Problem.h"
#include "SshKey.h"

#include <string>
#include <string_view>

namespace countersign::records
{

/// A signature that was verified with the key that it carries. Whose key that is, is another question.
struct Signature {
    PublicKey key;
    std::string blob; ///< binary, without armor: the SSHSIG structure or the OpenPGP packet
};
/// Reads and verifies the signature of @p message: an armored SSH signature for @p nameSpace (SshSignature.h), or an OpenPGP key
/// and signature (OpenPgp.h).
[[nodiscard]] Checked<Signature> openSignature(std::string_view armor, std::string_view nameSpace, std::string_view message);

/// What standard tools take: file names end in ".sig" for ssh-keygen, in ".gpg" for gpgv.
struct SignatureFile {
    std::string ending;
    std::string bytes;
};
[[nodiscard]] SignatureFile signatureFile(std::string_view armor);
/// Where a bundle keeps an OpenPGP key of its roster: "keys/<fingerprint>.<digest>.gpg".
[[nodiscard]] std::string openPgpKeyFile(const PublicKey &key);
} // namespace countersign::records
