// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "SshSignature.h"

#include "Encoding.h"
#include "Wire.h"

#include "core/SafeText.h"

namespace countersign::records
{

namespace
{

constexpr std::string_view header = "-----BEGIN SSH SIGNATURE-----\n";
constexpr std::string_view footer = "-----END SSH SIGNATURE-----";
constexpr std::size_t mostArmorBytes = 64 * 1024;
constexpr std::size_t mostLineLength = 76;

std::unexpected<Problem> malformed(const char *part)
{
    return refuse(Failure::SignatureMalformed, Message(QT_TRANSLATE_NOOP("app", "The SSH signature is malformed (%1)."), {part}));
}

Checked<std::string> readArmor(std::string_view armor)
{
    const auto refused = refuse(Failure::ArmorMalformed,
                                Message(QT_TRANSLATE_NOOP("app", "This is not one armored SSH signature with line feeds only.")));
    if (armor.size() > mostArmorBytes || !armor.starts_with(header))
        return refused;
    armor.remove_prefix(header.size());
    if (armor.ends_with('\n'))
        armor.remove_suffix(1);
    if (!armor.ends_with(footer))
        return refused;
    armor.remove_suffix(footer.size());
    std::string base64;
    while (!armor.empty()) {
        const auto end = armor.find('\n');
        if (end == std::string_view::npos || end == 0 || end > mostLineLength)
            return refused;
        base64 += armor.substr(0, end);
        armor.remove_prefix(end + 1);
    }
    auto blob = fromBase64(base64);
    if (!blob)
        return refused;
    return std::move(*blob);
}

bool algorithmFits(KeyType type, std::string_view algorithm)
{
    return type == KeyType::Rsa ? algorithm == "rsa-sha2-512" || algorithm == "rsa-sha2-256" : algorithm == name(type);
}

/// The last field of the signature: algorithm, its bytes and, for tokens, flags and counter.
Checked<void> readAlgorithmPart(std::string_view field, SshSignature &signature)
{
    WireReader reader(field);
    const auto algorithm = reader.string();
    const auto bytes = reader.string();
    if (!algorithm || !bytes)
        return malformed("signature");
    if (!algorithmFits(signature.key.type(), *algorithm))
        return refuse(Failure::SignatureAlgorithm,
                      Message(QT_TRANSLATE_NOOP("app", "The signature algorithm “%1” is not accepted for a key of type %2."),
                              {safeText(*algorithm, 40), std::string(name(signature.key.type()))}));
    signature.algorithm = *algorithm;
    signature.bytes = *bytes;
    if (signature.key.isSecurityKey()) {
        const auto flags = reader.byte();
        const auto counter = reader.uint32();
        if (!flags || !counter)
            return malformed("token");
        signature.flags = *flags;
        signature.counter = *counter;
    }
    if (!reader.atEnd())
        return malformed("trailing bytes");
    return {};
}

} // namespace

Checked<SshSignature> readSshSignature(std::string_view armor, std::string_view expectedNamespace)
{
    auto blob = readArmor(armor);
    if (!blob)
        return std::unexpected(blob.error());
    WireReader reader(*blob);
    if (reader.raw(6) != "SSHSIG")
        return malformed("magic");
    if (reader.uint32() != 1U)
        return refuse(Failure::SignatureVersion, Message(QT_TRANSLATE_NOOP("app", "The version of the SSH signature is not 1.")));
    const auto keyBlob = reader.string();
    const auto nameSpace = reader.string();
    const auto reserved = reader.string();
    const auto hash = reader.string();
    const auto field = reader.string();
    if (!keyBlob || !nameSpace || !reserved || !hash || !field || !reader.atEnd())
        return malformed("fields");
    if (*nameSpace != expectedNamespace)
        return refuse(Failure::WrongNamespace,
                      Message(QT_TRANSLATE_NOOP("app", "The signature was made for “%1”, not for “%2”."),
                              {safeText(*nameSpace, 60), std::string(expectedNamespace)}));
    if (!reserved->empty())
        return refuse(Failure::ReservedNotEmpty,
                      Message(QT_TRANSLATE_NOOP("app", "The reserved field of the SSH signature is not empty.")));
    if (*hash != "sha256" && *hash != "sha512")
        return refuse(
            Failure::UnsupportedHash,
            Message(QT_TRANSLATE_NOOP("app", "The hash “%1” of the signature is not accepted."), {safeText(*hash, 40)}));
    auto key = PublicKey::fromBlob(*keyBlob);
    if (!key)
        return std::unexpected(key.error());
    SshSignature signature;
    signature.key = std::move(*key);
    signature.nameSpace = *nameSpace;
    signature.hash = *hash;
    if (const auto read = readAlgorithmPart(*field, signature); !read)
        return std::unexpected(read.error());
    signature.blob = std::move(*blob);
    return signature;
}

} // namespace countersign::records
