// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Problem.h"

#include <string>
#include <string_view>

namespace countersign::records
{

/// payloadType of every record: an in-toto statement.
inline constexpr std::string_view statementType = "application/vnd.in-toto+json";

/// DSSE 1.0.2 pre-authentication encoding: the bytes that are signed.
[[nodiscard]] std::string preAuthenticationEncoding(std::string_view payloadType, std::string_view payload);

/// A DSSE envelope with one signature. Nothing in it is trusted before the signature was verified.
struct Envelope {
    std::string payload; ///< bytes of the statement, exactly as signed
    std::string keyId; ///< "SHA256:…", only a claim
    std::string armor; ///< the armored SSH signature over the pre-authentication encoding
    friend bool operator==(const Envelope &, const Envelope &) = default;
};

/// One line of JSON with a line feed, keys in the order payload, payloadType, signatures.
[[nodiscard]] std::string writeEnvelope(const Envelope &envelope);
/// Strict: exactly the three fields, the right payload type, canonical base64, one signature with keyid and sig.
[[nodiscard]] Checked<Envelope> readEnvelope(std::string_view bytes);

} // namespace countersign::records
