// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "OpenPgpPackets.h"

#include "Encoding.h"

#include "core/Hex.h"

#include <openssl/evp.h>

#include <algorithm>
#include <array>

namespace countersign::records
{

namespace
{

constexpr std::size_t leastRsaBits = 2048;

/// Object identifiers of the curves that may sign: Ed25519, NIST P-256, P-384, P-521.
constexpr std::array<std::string_view, 4> curves{"\x2B\x06\x01\x04\x01\xDA\x47\x0F\x01", "\x2A\x86\x48\xCE\x3D\x03\x01\x07",
                                                 "\x2B\x81\x04\x00\x22", "\x2B\x81\x04\x00\x23"};

/// Takes big-endian numbers and bytes; what is not there makes it fail for good.
class Bytes
{
public:
    explicit Bytes(std::string_view bytes)
        : m_rest(bytes)
    {
    }
    std::uint32_t number(std::size_t size)
    {
        std::uint32_t value = 0;
        for (const char c : raw(size))
            value = value << 8 | static_cast<unsigned char>(c);
        return value;
    }
    std::string_view raw(std::size_t size)
    {
        m_isWhole = m_isWhole && size <= m_rest.size();
        const auto out = m_isWhole ? m_rest.substr(0, size) : std::string_view();
        m_rest.remove_prefix(out.size());
        return out;
    }
    [[nodiscard]] std::string_view rest() const { return m_rest; }
    [[nodiscard]] bool isWhole() const { return m_isWhole; }

private:
    std::string_view m_rest;
    bool m_isWhole = true;
};

/// Length of a packet or subpacket in the newer form.
std::size_t newLength(Bytes &bytes, bool isPacket)
{
    const auto first = bytes.number(1);
    if (first < 192)
        return first;
    if (first == 255)
        return bytes.number(4);
    if (isPacket && first >= 224) { // a partial length
        static_cast<void>(bytes.raw(bytes.rest().size() + 1));
        return 0;
    }
    return (first - 192) * 256 + bytes.number(1) + 192;
}

void readSubpackets(Bytes area, OpenPgpSignaturePacket &out)
{
    constexpr std::uint8_t typeBits = 0x7F; // the highest bit says "critical"
    while (area.isWhole() && !area.rest().empty()) {
        Bytes one(area.raw(newLength(area, false)));
        const auto type = one.number(1) & typeBits;
        if (type == 2)
            out.created = one.number(4);
        else if (type == 9)
            out.keyLifetime = one.number(4);
    }
}

/// CRC-24 of RFC 9580, section 6.1.
std::string checksum(std::string_view bytes)
{
    std::uint32_t crc = 0xB704CEU;
    for (const char c : bytes) {
        crc ^= static_cast<std::uint32_t>(static_cast<unsigned char>(c)) << 16U;
        for (int i = 0; i < 8; ++i)
            crc = (crc & 0x800000U) != 0 ? (crc << 1U ^ 0x864CFBU) & 0xFFFFFFU : crc << 1U;
    }
    return {static_cast<char>(crc >> 16U & 0xFFU), static_cast<char>(crc >> 8U & 0xFFU), static_cast<char>(crc & 0xFFU)};
}

} // namespace

std::optional<OpenPgpPacket> takeOpenPgpPacket(std::string_view &rest)
{
    Bytes bytes(rest);
    const auto header = bytes.number(1);
    const bool isNew = (header & 0xC0U) == 0xC0U;
    if ((header & 0x80U) == 0 || (!isNew && (header & 3U) == 3))
        return std::nullopt;
    const auto tag = static_cast<OpenPgpTag>(isNew ? header & 0x3FU : header >> 2U & 0x0FU);
    if (tag != OpenPgpTag::Signature && tag != OpenPgpTag::PublicKey && tag != OpenPgpTag::UserId
        && tag != OpenPgpTag::PublicSubkey)
        return std::nullopt;
    const std::size_t size = isNew ? newLength(bytes, true) : bytes.number(std::size_t{1} << (header & 3U));
    const auto body = bytes.raw(size);
    if (!bytes.isWhole())
        return std::nullopt;
    rest = bytes.rest();
    return OpenPgpPacket{tag, body};
}

bool isSigningAlgorithm(std::uint8_t algorithm)
{
    return algorithm == 1 || algorithm == 19 || algorithm == 22;
}

std::optional<OpenPgpKeyPacket> readOpenPgpKeyPacket(std::string_view body)
{
    Bytes bytes(body);
    if (bytes.number(1) != 4)
        return std::nullopt;
    OpenPgpKeyPacket key;
    key.created = bytes.number(4);
    key.algorithm = static_cast<std::uint8_t>(bytes.number(1));
    if (key.algorithm == 1)
        key.isAccepted = bytes.number(2) >= leastRsaBits; // of the modulus
    else if (isSigningAlgorithm(key.algorithm))
        key.isAccepted = std::ranges::contains(curves, bytes.raw(bytes.number(1)));
    return bytes.isWhole() ? std::optional(key) : std::nullopt;
}

std::optional<OpenPgpSignaturePacket> readOpenPgpSignaturePacket(std::string_view body)
{
    Bytes bytes(body);
    if (bytes.number(1) != 4)
        return std::nullopt;
    OpenPgpSignaturePacket out;
    out.type = static_cast<std::uint8_t>(bytes.number(1));
    out.algorithm = static_cast<std::uint8_t>(bytes.number(1));
    out.hash = static_cast<std::uint8_t>(bytes.number(1));
    readSubpackets(Bytes(bytes.raw(bytes.number(2))), out);
    return bytes.isWhole() ? std::optional(out) : std::nullopt;
}

std::string openPgpFingerprint(std::string_view body)
{
    std::string bytes("\x99");
    bytes += static_cast<char>(body.size() >> 8U & 0xFFU);
    bytes += static_cast<char>(body.size() & 0xFFU);
    bytes += body;
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    std::size_t size = 0;
    if (EVP_Q_digest(nullptr, "SHA1", nullptr, bytes.data(), bytes.size(), digest.data(), &size) != 1)
        return {};
    auto hex = toHex({reinterpret_cast<const char *>(digest.data()), size});
    std::ranges::transform(hex, hex.begin(), [](char c) { return c >= 'a' ? static_cast<char>(c - 'a' + 'A') : c; });
    return hex;
}

std::string openPgpArmor(std::string_view kind, std::string_view bytes)
{
    constexpr std::size_t lineLength = 64;
    std::string out = "-----BEGIN PGP " + std::string(kind) + "-----\n\n";
    const auto base64 = toBase64(bytes);
    for (std::size_t i = 0; i < base64.size(); i += lineLength)
        out += base64.substr(i, lineLength) + '\n';
    return out + '=' + toBase64(checksum(bytes)) + "\n-----END PGP " + std::string(kind) + "-----\n";
}

} // namespace countersign::records
