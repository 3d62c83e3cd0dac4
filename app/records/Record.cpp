// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Record.h"

#include "Signature.h"
#include "core/SafeText.h"
#include "core/Sha256.h"

namespace countersign::records
{

Checked<RawRecord> readRawRecord(std::string_view envelope)
{
    auto read = readEnvelope(envelope);
    if (!read)
        return std::unexpected(read.error());
    RawRecord raw;
    raw.pae = preAuthenticationEncoding(statementType, read->payload);
    raw.id = sha256Hex(raw.pae);
    raw.armor = std::move(read->armor);
    return raw;
}

Checked<Record> openRecord(std::string_view bytes)
{
    const auto envelope = readEnvelope(bytes);
    if (!envelope)
        return std::unexpected(envelope.error());
    auto pae = preAuthenticationEncoding(statementType, envelope->payload);
    auto signature = openSignature(envelope->armor, approvalNamespace, pae);
    if (!signature)
        return std::unexpected(signature.error());
    const auto &fingerprint = signature->key.fingerprint();
    if (envelope->keyId != fingerprint)
        return refuse(Failure::KeyIdMismatch,
                      Message(QT_TRANSLATE_NOOP("app", "The envelope says that %1 signed, but it was %2."),
                              {safeText(envelope->keyId, 80), fingerprint}));
    auto statement = readStatement(envelope->payload);
    if (!statement)
        return std::unexpected(statement.error());
    if (statement->reviewer.keyFingerprint != fingerprint)
        return refuse(Failure::FingerprintMismatch,
                      Message(QT_TRANSLATE_NOOP("app", "The record names the key %1, but %2 signed it."),
                              {safeText(statement->reviewer.keyFingerprint, 80), fingerprint}));
    Record record;
    record.id = sha256Hex(pae);
    record.envelope = bytes;
    record.pae = std::move(pae);
    record.armor = envelope->armor;
    record.signatureSha256 = sha256Hex(signature->blob);
    record.key = std::move(signature->key);
    record.statement = std::move(*statement);
    return record;
}

} // namespace countersign::records
