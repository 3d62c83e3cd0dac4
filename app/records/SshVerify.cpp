// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "SshSignature.h"

#include "OpenSslHandle.h"
#include "Wire.h"

#include "core/Sha256.h"

#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>

#include <algorithm>
#include <array>
#include <memory>

namespace countersign::records
{

namespace
{

using KeyHandle = OpenSslHandle<EVP_PKEY, EVP_PKEY_free>;
using KeyContext = OpenSslHandle<EVP_PKEY_CTX, EVP_PKEY_CTX_free>;
using DigestContext = OpenSslHandle<EVP_MD_CTX, EVP_MD_CTX_free>;
using ParameterBuilder = OpenSslHandle<OSSL_PARAM_BLD, OSSL_PARAM_BLD_free>;
using Parameters = OpenSslHandle<OSSL_PARAM, OSSL_PARAM_free>;
using EcdsaSignature = OpenSslHandle<ECDSA_SIG, ECDSA_SIG_free>;

const unsigned char *bytes(std::string_view text)
{
    return reinterpret_cast<const unsigned char *>(text.data());
}

std::string digest(const char *algorithm, std::string_view message)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> out{};
    std::size_t size = 0;
    if (EVP_Q_digest(nullptr, algorithm, nullptr, message.data(), message.size(), out.data(), &size) != 1)
        return {};
    return {reinterpret_cast<const char *>(out.data()), size};
}

Number number(std::string_view magnitude)
{
    return Number(BN_bin2bn(bytes(magnitude), static_cast<int>(magnitude.size()), nullptr));
}

KeyHandle keyFrom(const char *algorithm, OSSL_PARAM *parameters)
{
    const KeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, algorithm, nullptr));
    EVP_PKEY *key = nullptr;
    if (!context || EVP_PKEY_fromdata_init(context.get()) != 1
        || EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, parameters) != 1)
        return {};
    return KeyHandle(key);
}

KeyHandle p256Key(const std::string &point)
{
    std::string group = "P-256";
    std::string copy = point;
    std::array parameters{OSSL_PARAM_construct_utf8_string(OSSL_PKEY_PARAM_GROUP_NAME, group.data(), group.size()),
                          OSSL_PARAM_construct_octet_string(OSSL_PKEY_PARAM_PUB_KEY, copy.data(), copy.size()),
                          OSSL_PARAM_construct_end()};
    return keyFrom("EC", parameters.data());
}

KeyHandle rsaKey(const PublicKey &key)
{
    const Number modulus = number(key.modulus());
    const Number exponent = number(key.exponent());
    const ParameterBuilder builder(OSSL_PARAM_BLD_new());
    if (!builder || OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, modulus.get()) != 1
        || OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, exponent.get()) != 1)
        return {};
    const Parameters parameters(OSSL_PARAM_BLD_to_param(builder.get()));
    return keyFrom("RSA", parameters.get());
}

bool verify(EVP_PKEY *key, const char *algorithm, std::string_view signature, std::string_view message)
{
    const DigestContext context(EVP_MD_CTX_new());
    return key && context && EVP_DigestVerifyInit_ex(context.get(), nullptr, algorithm, nullptr, nullptr, key, nullptr) == 1
        && EVP_DigestVerify(context.get(), bytes(signature), signature.size(), bytes(message), message.size()) == 1;
}

/// S of an Ed25519 signature must be below the order of the group, or S + L would be a second valid signature.
bool isCanonicalEd25519(std::string_view signature)
{
    constexpr std::array<unsigned char, 32> order{0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7,
                                                  0xa2, 0xde, 0xf9, 0xde, 0x14, 0,    0,    0,    0,    0,    0,
                                                  0,    0,    0,    0,    0,    0,    0,    0,    0,    0x10};
    if (signature.size() != 64)
        return false;
    const auto *s = bytes(signature) + 32;
    return std::lexicographical_compare(std::make_reverse_iterator(s + 32), std::make_reverse_iterator(s), order.rbegin(),
                                        order.rend());
}

bool verifyEd25519(const PublicKey &key, std::string_view signature, std::string_view message)
{
    if (!isCanonicalEd25519(signature))
        return false;
    const KeyHandle handle(EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, bytes(key.point()), key.point().size()));
    return verify(handle.get(), nullptr, signature, message);
}

bool verifyP256(const PublicKey &key, std::string_view signature, std::string_view message)
{
    WireReader reader(signature);
    const auto r = reader.positiveInteger();
    const auto s = reader.positiveInteger();
    if (!r || !s || r->size() > 32 || s->size() > 32 || !reader.atEnd())
        return false;
    const EcdsaSignature parts(ECDSA_SIG_new());
    if (!parts || ECDSA_SIG_set0(parts.get(), number(*r).release(), number(*s).release()) != 1)
        return false;
    unsigned char *encoded = nullptr;
    const int size = i2d_ECDSA_SIG(parts.get(), &encoded);
    if (size <= 0)
        return false;
    const std::string der(reinterpret_cast<const char *>(encoded), static_cast<std::size_t>(size));
    OPENSSL_free(encoded);
    return verify(p256Key(key.point()).get(), "SHA256", der, message);
}

bool verifyRsa(const SshSignature &signature, std::string_view message)
{
    if (signature.bytes.size() != signature.key.modulus().size())
        return false;
    const char *algorithm = signature.algorithm == "rsa-sha2-512" ? "SHA512" : "SHA256";
    return verify(rsaKey(signature.key).get(), algorithm, signature.bytes, message);
}

/// PROTOCOL.u2f: a token signs the hash of its application, its flags, its counter and the hash of the data.
std::string tokenMessage(const SshSignature &signature, std::string_view data)
{
    std::string out = sha256(signature.key.application());
    out += static_cast<char>(signature.flags);
    appendUint32(out, signature.counter);
    return out + sha256(data);
}

} // namespace

bool isSignatureOf(const SshSignature &signature, std::string_view data)
{
    switch (signature.key.type()) {
    case KeyType::Ed25519:
        return verifyEd25519(signature.key, signature.bytes, data);
    case KeyType::EcdsaP256:
        return verifyP256(signature.key, signature.bytes, data);
    case KeyType::Rsa:
        return verifyRsa(signature, data);
    case KeyType::SkEd25519:
        return verifyEd25519(signature.key, signature.bytes, tokenMessage(signature, data));
    case KeyType::SkEcdsaP256:
        return verifyP256(signature.key, signature.bytes, tokenMessage(signature, data));
    case KeyType::OpenPgp:
        break; // never in an SSH signature
    }
    return false;
}

Checked<void> verifySignature(const SshSignature &signature, std::string_view message)
{
    constexpr std::uint8_t userPresent = 0x01;
    if (signature.key.isSecurityKey() && (signature.flags & userPresent) == 0)
        return refuse(Failure::UserNotPresent,
                      Message(QT_TRANSLATE_NOOP("app", "The token signed without anybody touching it.")));
    std::string data = "SSHSIG";
    appendString(data, signature.nameSpace);
    appendString(data, {});
    appendString(data, signature.hash);
    appendString(data, digest(signature.hash == "sha256" ? "SHA256" : "SHA512", message));
    if (!isSignatureOf(signature, data))
        return refuse(Failure::SignatureInvalid, Message(QT_TRANSLATE_NOOP("app", "The signature does not fit the record.")));
    return {};
}

} // namespace countersign::records
