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

std::string writeEnvelope(const Envelope &envelope)
{
    nlohmann::ordered_json signature;
    signature["keyid"] = envelope.keyId;
    signature["sig"] = toBase64(envelope.armor);
    nlohmann::ordered_json json;
    json["payload"] = toBase64(envelope.payload);
    json["payloadType"] = statementType;
    json["signatures"] = nlohmann::ordered_json::array({signature});
    return json.dump() + '\n';
}

Checked<Envelope> readEnvelope(std::string_view bytes)
{
    const auto parsed = parseStrictJson(bytes);
    if (!parsed)
        return std::unexpected(parsed.error());
    const auto &json = *parsed;
    if (!json.is_object() || json.size() != 3 || !hasTexts(json, {"payload", "payloadType"}) || !json.contains("signatures")
        || !json.at("signatures").is_array())
        return wrongShape();
    if (json.at("payloadType").get_ref<const std::string &>() != statementType)
        return refuse(
            Failure::WrongPayloadType,
            Message(QT_TRANSLATE_NOOP("app", "The payload type of the envelope is not %1."), {std::string(statementType)}));
    const auto &signatures = json.at("signatures");
    if (signatures.empty())
        return refuse(Failure::NoSignature, Message(QT_TRANSLATE_NOOP("app", "The envelope has no signature.")));
    if (signatures.size() > 1)
        return refuse(Failure::SeveralSignatures,
                      Message(QT_TRANSLATE_NOOP("app", "The envelope has %1 signatures; a record has exactly one."),
                              {std::to_string(signatures.size())}));
    const auto &signature = signatures.front();
    if (!signature.is_object() || signature.size() != 2 || !hasTexts(signature, {"keyid", "sig"}))
        return wrongShape();
    auto payload = fromBase64(json.at("payload").get_ref<const std::string &>());
    if (!payload)
        return badBase64("payload");
    auto armor = fromBase64(signature.at("sig").get_ref<const std::string &>());
    if (!armor)
        return badBase64("sig");
    return Envelope{std::move(*payload), signature.at("keyid").get<std::string>(), std::move(*armor)};
}

} // namespace countersign::records
