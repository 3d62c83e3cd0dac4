// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Problem.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace countersign::records
{

/// The key types that may sign records.
enum class KeyType : std::uint8_t { Ed25519, EcdsaP256, Rsa, SkEd25519, SkEcdsaP256, OpenPgp };

/// Name in the SSH protocol: "ssh-ed25519"; "openpgp" for the last one.
[[nodiscard]] std::string_view name(KeyType type);

/// A public key as SSH has it (RFC 4253 section 6.6, PROTOCOL.u2f) or as OpenPGP does (OpenPgp.h), checked when it was read.
class PublicKey
{
public:
    /// @param blob the binary form. Refuses other types, certificates, RSA under 2048 bits, numbers that are not in their
    /// shortest form, and trailing bytes.
    [[nodiscard]] static Checked<PublicKey> fromBlob(std::string_view blob);
    /// @param line "ssh-ed25519 AAAA… comment", as in a .pub file. Never an OpenPGP key.
    [[nodiscard]] static Checked<PublicKey> fromLine(std::string_view line);

    /// @param bytes binary, as `gpg --export` writes it. Refuses what readOpenPgpKey() refuses.
    [[nodiscard]] static Checked<PublicKey> fromOpenPgp(std::string_view bytes);

    [[nodiscard]] KeyType type() const { return m_type; }
    [[nodiscard]] const std::string &blob() const { return m_blob; }
    /// "SHA256:" and unpadded base64, as ssh-keygen -l shows it; "OPENPGP:" and 40 hexadecimal digits, as gpg shows them.
    [[nodiscard]] const std::string &fingerprint() const { return m_fingerprint; }
    /// "ssh-ed25519 AAAA…", without a comment; "openpgp …" in the same form.
    [[nodiscard]] std::string line() const;
    [[nodiscard]] bool isOpenPgp() const { return m_type == KeyType::OpenPgp; }
    /// When the key itself says that it ends (OpenPGP only), seconds since 1970; nothing: it does not say.
    [[nodiscard]] const std::optional<std::int64_t> &ownEnd() const { return m_ownEnd; }
    /// True when the key lives in a hardware token.
    [[nodiscard]] bool isSecurityKey() const { return m_type == KeyType::SkEd25519 || m_type == KeyType::SkEcdsaP256; }

    // Parts for verification; empty where the type has none.
    [[nodiscard]] const std::string &point() const { return m_point; } ///< Ed25519 key (32 bytes) or P-256 point (65 bytes)
    [[nodiscard]] const std::string &modulus() const { return m_modulus; } ///< RSA, big endian, no leading zero
    [[nodiscard]] const std::string &exponent() const { return m_exponent; } ///< RSA
    [[nodiscard]] const std::string &application() const { return m_application; } ///< of a security key: "ssh:…"

    friend bool operator==(const PublicKey &a, const PublicKey &b) { return a.m_blob == b.m_blob; }

private:
    KeyType m_type = KeyType::Ed25519;
    std::string m_blob;
    std::string m_fingerprint;
    std::string m_point;
    std::string m_modulus;
    std::string m_exponent;
    std::string m_application;
    std::optional<std::int64_t> m_ownEnd;
};

} // namespace countersign::records
