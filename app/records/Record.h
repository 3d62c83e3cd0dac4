// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Dsse.h"
#include "SshSignature.h"
#include "Statement.h"

#include <string>
#include <string_view>

namespace countersign::records
{

/// A record whose signature was verified with the key that it carries. Whose key that is, is another question: AllowedSigners.
struct Record {
    std::string id; ///< hexadecimal SHA-256 of pae
    std::string envelope; ///< bytes of the .dsse.json file
    std::string pae; ///< the signed bytes
    std::string armor; ///< the armored signature
    std::string signatureSha256; ///< hexadecimal SHA-256 of the binary signature
    PublicKey key;
    Statement statement;
};

/// Envelope, signature, statement, in this order; then that keyid and the reviewer's fingerprint are those of the signing key.
[[nodiscard]] Checked<Record> openRecord(std::string_view envelope);

/// Takes one record apart for export though it may not verify: hexadecimal SHA-256 of the pre-authentication encoding, and that
/// text.
struct RawRecord {
    std::string id;
    std::string pae;
    std::string armor;
};
[[nodiscard]] Checked<RawRecord> readRawRecord(std::string_view envelope);

} // namespace countersign::records
