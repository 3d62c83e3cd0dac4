// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "SshKey.h"

#include "Encoding.h"
#include "OpenPgp.h"
#include "Wire.h"

#include "core/Hex.h"
#include "core/SafeText.h"
#include "core/Sha256.h"

#include <algorithm>
#include <array>
#include <bit>

namespace countersign::records
{

namespace
{

constexpr std::array keyTypes{KeyType::Ed25519, KeyType::EcdsaP256, KeyType::Rsa, KeyType::SkEd25519, KeyType::SkEcdsaP256};
constexpr std::size_t leastRsaBits = 2048;
constexpr std::size_t mostRsaBits = 16384;

std::unexpected<Problem> malformed()
{
    return refuse(Failure::KeyMalformed, Message(QT_TRANSLATE_NOOP("app", "The public key is malformed.")));
}

/// @param magnitude big endian, not empty, without a leading zero.
std::size_t bitLength(std::string_view magnitude)
{
    return magnitude.size() * 8 - static_cast<std::size_t>(std::countl_zero(static_cast<unsigned char>(magnitude[0])));
}

/// True for an Ed25519 key that everybody can sign with (its point has a small order), or that is not in its only canonical form.
/// The encodings of all points of small order, sign bit cleared; y of p and p + 1 are among what is not canonical.
bool isWeakEd25519(std::string_view point)
{
    constexpr std::array<std::string_view, 5> smallOrder{"0000000000000000000000000000000000000000000000000000000000000000",
                                                         "0100000000000000000000000000000000000000000000000000000000000000",
                                                         "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
                                                         "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
                                                         "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"};
    std::string y(point);
    y.back() = static_cast<char>(y.back() & 0x7F);
    const auto hex = toHex(y);
    // p = 2^255 - 19, little endian: everything from it on is another form of a smaller number.
    const bool isFromP = y.back() == '\x7F' && static_cast<unsigned char>(y.front()) >= 0xED
        && std::all_of(y.begin() + 1, y.end() - 1, [](char c) { return c == '\xFF'; });
    return isFromP || std::ranges::contains(smallOrder, hex);
}

Checked<KeyType> keyType(std::string_view text)
{
    for (const KeyType type : keyTypes) {
        if (text == name(type))
            return type;
    }
    if (text.ends_with("-cert-v01@openssh.com"))
        return refuse(Failure::CertificateKey,
                      Message(QT_TRANSLATE_NOOP("app", "Certificates are not accepted; sign with the plain key.")));
    return refuse(
        Failure::UnsupportedKeyType,
        Message(QT_TRANSLATE_NOOP(
                    "app", "Keys of type “%1” are not accepted; use Ed25519, ECDSA P-256, RSA from 2048 bits, or a token key."),
                {safeText(text, 40)}));
}

} // namespace

std::string_view name(KeyType type)
{
    switch (type) {
    case KeyType::Ed25519:
        return "ssh-ed25519";
    case KeyType::EcdsaP256:
        return "ecdsa-sha2-nistp256";
    case KeyType::Rsa:
        return "ssh-rsa";
    case KeyType::SkEd25519:
        return "sk-ssh-ed25519@openssh.com";
    case KeyType::SkEcdsaP256:
        return "sk-ecdsa-sha2-nistp256@openssh.com";
    case KeyType::OpenPgp:
        return "openpgp";
    }
    return {};
}

Checked<PublicKey> PublicKey::fromBlob(std::string_view blob)
{
    WireReader reader(blob);
    const auto typeName = reader.string();
    if (!typeName)
        return malformed();
    const auto type = keyType(*typeName);
    if (!type)
        return std::unexpected(type.error());
    PublicKey key;
    key.m_type = *type;
    key.m_blob = blob;
    if (*type == KeyType::Rsa) {
        const auto exponent = reader.positiveInteger();
        const auto modulus = reader.positiveInteger();
        if (!exponent || !modulus || bitLength(*exponent) < 2 || bitLength(*exponent) > 64 || (exponent->back() & 1) == 0
            || (modulus->back() & 1) == 0 || bitLength(*modulus) > mostRsaBits)
            return malformed();
        if (bitLength(*modulus) < leastRsaBits)
            return refuse(Failure::WeakKey,
                          Message(QT_TRANSLATE_NOOP("app", "The RSA key has %1 bits; at least 2048 are needed."),
                                  {std::to_string(bitLength(*modulus))}));
        key.m_exponent = *exponent;
        key.m_modulus = *modulus;
    } else {
        const bool isCurveP256 = *type == KeyType::EcdsaP256 || *type == KeyType::SkEcdsaP256;
        if (isCurveP256 && reader.string() != "nistp256")
            return malformed();
        const auto point = reader.string();
        const std::size_t size = isCurveP256 ? 65 : 32;
        if (!point || point->size() != size || (isCurveP256 && point->front() != '\x04'))
            return malformed();
        if (!isCurveP256 && isWeakEd25519(*point))
            return refuse(Failure::WeakKey,
                          Message(QT_TRANSLATE_NOOP("app", "Everybody could sign with this Ed25519 key; make another one.")));
        key.m_point = *point;
    }
    if (key.isSecurityKey()) {
        const auto application = reader.string();
        if (!application || !application->starts_with("ssh:"))
            return malformed();
        key.m_application = *application;
    }
    if (!reader.atEnd())
        return malformed();
    std::string digest = toBase64(sha256(blob));
    digest.erase(digest.find('='));
    key.m_fingerprint = "SHA256:" + digest;
    return key;
}

Checked<PublicKey> PublicKey::fromLine(std::string_view line)
{
    while (!line.empty() && (line.back() == '\n' || line.back() == '\r' || line.back() == ' '))
        line.remove_suffix(1);
    const auto space = line.find(' ');
    if (space == std::string_view::npos)
        return malformed();
    const auto type = keyType(line.substr(0, space));
    if (!type)
        return std::unexpected(type.error());
    const auto rest = line.substr(space + 1);
    const auto blob = fromBase64(rest.substr(0, rest.find(' ')));
    if (!blob)
        return malformed();
    auto key = fromBlob(*blob);
    if (key && key->type() != *type)
        return malformed();
    return key;
}

Checked<PublicKey> PublicKey::fromOpenPgp(std::string_view bytes)
{
    auto facts = readOpenPgpKey(bytes);
    if (!facts)
        return std::unexpected(facts.error());
    PublicKey key;
    key.m_type = KeyType::OpenPgp;
    key.m_blob = bytes;
    key.m_fingerprint = "OPENPGP:" + facts->fingerprint;
    key.m_ownEnd = facts->end;
    return key;
}

std::string PublicKey::line() const
{
    return std::string(name(m_type)) + ' ' + toBase64(m_blob);
}

} // namespace countersign::records
