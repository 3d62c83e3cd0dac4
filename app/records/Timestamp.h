// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Problem.h"
#include "Random.h"

#include "core/Error.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace countersign::records
{

/// Largest response of a time-stamp authority that is read, in bytes.
inline constexpr std::size_t mostTimestampBytes = 256UL * 1024;

/// What a time-stamp authority (RFC 3161) says: it saw the digest of some bytes at that time.
struct Timestamp {
    std::int64_t time = 0; ///< seconds since 1970
    std::string serial; ///< hexadecimal
    friend bool operator==(const Timestamp &, const Timestamp &) = default;
};

/// A request over the SHA-256 of @p data, with a fresh nonce, asking for the authority's certificates: DER, as
/// `openssl ts -query -cert` writes it. Errors: no source of randomness.
[[nodiscard]] Result<std::string> timestampQuery(std::string_view data, Random &random);

/// A response that was granted and is about @p data by SHA-256, SHA-384 or SHA-512. Its signature is NOT checked.
[[nodiscard]] Checked<Timestamp> readTimestamp(std::string_view response, std::string_view data);

/// The same, and its signature leads to one of @p authorities (certificates, PEM), each of them valid at the time that it states:
/// a token outlives the certificates of its authority. What this accepts, `openssl ts -verify -attime` accepts.
[[nodiscard]] Checked<Timestamp> verifyTimestamp(std::string_view response, std::string_view data, std::string_view authorities);

} // namespace countersign::records
