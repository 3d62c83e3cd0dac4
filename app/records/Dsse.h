// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Problem.h"

#include <string>
#include <string_view>
#include <vector>

namespace countersign::records
{

/// payloadType of every record: an in-toto statement.
inline constexpr std::string_view statementType = "application/vnd.in-toto+json";

/// DSSE 1.0.2 pre-authentication encoding: the bytes that are signed.
[[nodiscard]] std::string preAuthenticationEncoding(std::string_view payloadType, std::string_view payload);

/// One signature of an envelope.
struct EnvelopeSignature {
    std::string keyId; ///< "SHA256:…", only a claim
    std::string armor; ///< the armored SSH signature over the pre-authentication encoding
    friend bool operator==(const EnvelopeSignature &, const EnvelopeSignature &) = default;
};

/// A DSSE envelope as it was read. Nothing in it is trusted before its signatures were verified.
struct SignedEnvelope {
    std::string payload; ///< bytes of the statement, exactly as signed
    std::vector<EnvelopeSignature> signatures; ///< at least one
    friend bool operator==(const SignedEnvelope &, const SignedEnvelope &) = default;
};

/// One line of JSON with a line feed, keys in the order payload, payloadType, signatures.
[[nodiscard]] std::string writeSignedEnvelope(const SignedEnvelope &envelope, std::string_view payloadType);
/// Strict: exactly the three fields, this payload type, canonical base64, 1 to @p mostSignatures signatures with keyid and sig.
[[nodiscard]] Checked<SignedEnvelope> readSignedEnvelope(std::string_view bytes, std::string_view payloadType,
                                                         std::size_t mostSignatures);

/// The envelope of a record: exactly one signature.
struct Envelope {
    std::string payload; ///< bytes of the statement, exactly as signed
    std::string keyId; ///< "SHA256:…", only a claim
    std::string armor; ///< the armored SSH signature over the pre-authentication encoding
    friend bool operator==(const Envelope &, const Envelope &) = default;
};

[[nodiscard]] std::string writeEnvelope(const Envelope &envelope);
[[nodiscard]] Checked<Envelope> readEnvelope(std::string_view bytes);

} // namespace countersign::records
