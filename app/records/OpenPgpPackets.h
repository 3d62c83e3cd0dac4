// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace countersign::records
{

/// RFC 9580, section 5: the packets that keys and signatures are made of.
enum class OpenPgpTag : std::uint8_t { Signature = 2, PublicKey = 6, UserId = 13, PublicSubkey = 14 };

struct OpenPgpPacket {
    OpenPgpTag tag = OpenPgpTag::Signature;
    std::string_view body;
};
/// Takes the next packet off @p rest. Nothing: another tag than those above, a partial or indeterminate length, or too few bytes.
[[nodiscard]] std::optional<OpenPgpPacket> takeOpenPgpPacket(std::string_view &rest);

/// Body of a public key or subkey packet, version 4.
struct OpenPgpKeyPacket {
    std::int64_t created = 0; ///< seconds since 1970
    std::uint8_t algorithm = 0; ///< number of RFC 9580, section 9.1
    bool isAccepted = false; ///< an algorithm, size and curve that may sign here
};
[[nodiscard]] std::optional<OpenPgpKeyPacket> readOpenPgpKeyPacket(std::string_view body);
/// True for RSA, ECDSA and EdDSA: what makes signatures.
[[nodiscard]] bool isSigningAlgorithm(std::uint8_t algorithm);

/// Body of a signature packet, version 4.
struct OpenPgpSignaturePacket {
    std::uint8_t type = 0; ///< 0: over binary data; 0x10 to 0x13: over a user id; 0x1F: over the key
    std::uint8_t algorithm = 0;
    std::uint8_t hash = 0; ///< 8, 9, 10: SHA-256, SHA-384, SHA-512
    std::int64_t created = 0; ///< 0: not said
    std::int64_t keyLifetime = 0; ///< seconds from the key's creation; 0: without end
};
[[nodiscard]] std::optional<OpenPgpSignaturePacket> readOpenPgpSignaturePacket(std::string_view body);

/// 40 upper-case hexadecimal digits: SHA-1 over the key packet (RFC 9580, section 5.5.4.2).
[[nodiscard]] std::string openPgpFingerprint(std::string_view body);

/// "-----BEGIN PGP @p kind-----", an empty line, base64 in lines of 64, the checksum, the footer, each line feed ended.
[[nodiscard]] std::string openPgpArmor(std::string_view kind, std::string_view bytes);

} // namespace countersign::records
