// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Dsse.h"

#include "Encoding.h"
#include "StrictJson.h"

#include <initializer_list>

namespace countersign::records
{

namespace
{

std::unexpected<Problem> wrongShape()
{
    return refuse(Failure::EnvelopeShape,
                  Message(QT_TRANSLATE_NOOP(
                      "app", "The envelope does not have exactly the fields payload, payloadType and signatures (keyid, sig).")));
}

std::unexpected<Problem> badBase64(const char *field)
{
    return refuse(Failure::BadBase64,
                  Message(QT_TRANSLATE_NOOP("app", "The field %1 of the envelope is not standard, padded base64."), {field}));
}

bool hasTexts(const nlohmann::json &object, std::initializer_list<const char *> fields)
{
    for (const char *field : fields) {
        if (!object.contains(field) || !object.at(field).is_string())
            return false;
    }
    return true;
}

} // namespace

std::string preAuthenticationEncoding(std::string_view payloadType, std::string_view payload)
{
    std::string out = "DSSEv1 " + std::to_string(payloadType.size()) + ' ';
    out.append(payloadType).append(" ").append(std::to_string(payload.size())).append(" ").append(payload);
    return out;
}

std::string writeSignedEnvelope(const SignedEnvelope &envelope, std::string_view payloadType)
{
    nlohmann::ordered_json signatures = nlohmann::ordered_json::array();
    for (const auto &one : envelope.signatures) {
        nlohmann::ordered_json signature;
        signature["keyid"] = one.keyId;
        signature["sig"] = toBase64(one.armor);
        signatures.push_back(std::move(signature));
    }
    nlohmann::ordered_json json;
    json["payload"] = toBase64(envelope.payload);
    json["payloadType"] = payloadType;
    json["signatures"] = std::move(signatures);
    return json.dump() + '\n';
}

Checked<SignedEnvelope> readSignedEnvelope(std::string_view bytes, std::string_view payloadType, std::size_t mostSignatures)
{
    const auto parsed = parseStrictJson(bytes);
    if (!parsed)
        return std::unexpected(parsed.error());
    const auto &json = *parsed;
    if (!json.is_object() || json.size() != 3 || !hasTexts(json, {"payload", "payloadType"}) || !json.contains("signatures")
        || !json.at("signatures").is_array())
        return wrongShape();
    if (json.at("payloadType").get_ref<const std::string &>() != payloadType)
        return refuse(
            Failure::WrongPayloadType,
            Message(QT_TRANSLATE_NOOP("app", "The payload type of the envelope is not %1."), {std::string(payloadType)}));
    const auto &signatures = json.at("signatures");
    if (signatures.empty())
        return refuse(Failure::NoSignature, Message(QT_TRANSLATE_NOOP("app", "The envelope has no signature.")));
    if (signatures.size() > mostSignatures)
        return refuse(Failure::SeveralSignatures,
                      Message(QT_TRANSLATE_NOOP("app", "The envelope has %1 signatures; at most %2 are allowed."),
                              {std::to_string(signatures.size()), std::to_string(mostSignatures)}));
    SignedEnvelope envelope;
    auto payload = fromBase64(json.at("payload").get_ref<const std::string &>());
    if (!payload)
        return badBase64("payload");
    envelope.payload = std::move(*payload);
    for (const auto &signature : signatures) {
        if (!signature.is_object() || signature.size() != 2 || !hasTexts(signature, {"keyid", "sig"}))
            return wrongShape();
        auto armor = fromBase64(signature.at("sig").get_ref<const std::string &>());
        if (!armor)
            return badBase64("sig");
        envelope.signatures.push_back({signature.at("keyid").get<std::string>(), std::move(*armor)});
    }
    return envelope;
}

std::string writeEnvelope(const Envelope &envelope)
{
    return writeSignedEnvelope({envelope.payload, {{envelope.keyId, envelope.armor}}}, statementType);
}

Checked<Envelope> readEnvelope(std::string_view bytes)
{
    auto read = readSignedEnvelope(bytes, statementType, 1);
    if (!read)
        return std::unexpected(read.error());
    auto &signature = read->signatures.front();
    return Envelope{std::move(read->payload), std::move(signature.keyId), std::move(signature.armor)};
}

} // namespace countersign::records
