// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Signature.h"

#include "OpenPgp.h"
#include "SshSignature.h"

#include "core/Sha256.h"
namespace countersign::records
{

Checked<Signature> openSignature(std::string_view armor, std::string_view nameSpace, std::string_view message)
{
    if (isOpenPgpSignature(armor)) {
        auto signature = readOpenPgpSignature(armor);
        if (!signature)
            return std::unexpected(signature.error());
        if (const auto valid = verifyOpenPgpSignature(*signature, message); !valid)
            return std::unexpected(valid.error());
        return Signature{std::move(signature->key), std::move(signature->packet)};
    }
    auto signature = readSshSignature(armor, nameSpace);
    if (!signature)
        return std::unexpected(signature.error());
    if (const auto valid = verifySignature(*signature, message); !valid)
        return std::unexpected(valid.error());
    return Signature{std::move(signature->key), std::move(signature->blob)};
}

SignatureFile signatureFile(std::string_view armor)
{
    const auto signature = isOpenPgpSignature(armor) ? readOpenPgpSignature(armor) : refuse(Failure::SignatureMalformed, {});
    return signature ? SignatureFile{".gpg", signature->packet} : SignatureFile{".sig", std::string(armor)};
}

std::string openPgpKeyFile(const PublicKey &key)
{
    constexpr std::size_t digits = 8; // the same key may be enrolled again with new subkeys
    const std::string_view fingerprint = key.fingerprint();
    return "keys/" + std::string(fingerprint.substr(fingerprint.find(':') + 1)) + '.' + sha256Hex(key.blob()).substr(0, digits)
        + ".gpg";
}

} // namespace countersign::records
