// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Sha256.h"

#include "Hex.h"

#include <openssl/evp.h>

#include <array>
#include <stdexcept>

namespace countersign
{

struct Sha256::Context {
    EVP_MD_CTX *md = EVP_MD_CTX_new();
    Context() = default;
    Context(const Context &) = delete;
    Context &operator=(const Context &) = delete;
    ~Context() { EVP_MD_CTX_free(md); }
};

namespace
{

/// Looked up once: that takes longer than hashing a short text.
const EVP_MD *algorithm()
{
    static EVP_MD *const fetched = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    return fetched;
}

} // namespace

Sha256::Sha256()
    : m_context(std::make_unique<Context>())
{
    // Only out of memory or a broken OpenSSL gets here: neither has a sensible way on.
    if (!m_context->md || EVP_DigestInit_ex2(m_context->md, algorithm(), nullptr) != 1)
        throw std::runtime_error("OpenSSL has no SHA-256");
}

Sha256::~Sha256() = default;
Sha256::Sha256(Sha256 &&) noexcept = default;
Sha256 &Sha256::operator=(Sha256 &&) noexcept = default;

void Sha256::add(std::string_view bytes)
{
    if (EVP_DigestUpdate(m_context->md, bytes.data(), bytes.size()) != 1)
        throw std::runtime_error("SHA-256 failed");
}

std::string Sha256::finish()
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int length = 0;
    if (EVP_DigestFinal_ex(m_context->md, digest.data(), &length) != 1)
        throw std::runtime_error("SHA-256 failed");
    return {reinterpret_cast<const char *>(digest.data()), length};
}

std::string sha256(std::string_view bytes)
{
    Sha256 digest;
    digest.add(bytes);
    return digest.finish();
}

std::string sha256Hex(std::string_view bytes)
{
    return toHex(sha256(bytes));
}

} // namespace countersign
