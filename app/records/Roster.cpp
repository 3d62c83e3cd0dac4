// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Roster.h"

#include "AllowedSigners.h"
#include "Checkpoint.h"
#include "Dsse.h"
#include "Encoding.h"
#include "JsonFields.h"
#include "OpenPgp.h"
#include "Signature.h"
#include "SignerOptions.h"
#include "SshSignature.h"
#include "StrictJson.h"

#include "core/Clock.h"
#include "core/SafeText.h"
#include "core/Sha256.h"

#include <algorithm>

namespace countersign::records
{

namespace
{

constexpr std::size_t mostSignatures = 64;
constexpr std::uint64_t mostVersions = 1'000'000;

using json = nlohmann::ordered_json;

bool isRole(std::string_view text)
{
    return !text.empty() && text.size() <= 32
        && std::ranges::all_of(text, [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; });
}

bool isAddress(std::string_view text)
{
    return !text.empty() && text.size() <= 254
        && std::ranges::all_of(text, [](char c) { return c > ' ' && c < '\x7F' && c != '"' && (c < 'A' || c > 'Z'); });
}

json writeKey(const RosterKey &key)
{
    json out;
    out["type"] = name(key.key.type());
    out["public"] = toBase64(key.key.blob());
    if (key.validAfter)
        out["validAfter"] = formatUtc(*key.validAfter);
    if (key.validBefore)
        out["validBefore"] = formatUtc(*key.validBefore);
    if (key.revokedAt) {
        out["revokedAt"] = formatUtc(*key.revokedAt);
        out["reason"] = key.reason;
    }
    return out;
}

json writePerson(const RosterPerson &person)
{
    json keys = json::array();
    for (const auto &key : person.keys)
        keys.push_back(writeKey(key));
    json out;
    out["id"] = person.id;
    out["roles"] = person.roles;
    out["addresses"] = person.addresses;
    out["keys"] = std::move(keys);
    return out;
}

RosterKey readKey(JsonFields &fields)
{
    RosterKey key;
    const auto type = fields.text("type", 64);
    const auto text = fields.text("public", 2 * mostOpenPgpKeyBytes);
    auto read = type == name(KeyType::OpenPgp) ? PublicKey::fromOpenPgp(fromBase64(text).value_or(std::string()))
                                               : PublicKey::fromLine(type + ' ' + text);
    if (read)
        key.key = std::move(*read);
    else
        fields.wrong("public");
    const auto time = [&fields](const char *field) {
        return fields.has(field) ? std::optional(fields.time(field)) : std::nullopt;
    };
    key.validAfter = time("validAfter");
    key.validBefore = time("validBefore");
    key.revokedAt = time("revokedAt");
    if (key.revokedAt)
        key.reason = fields.text("reason", 1000);
    if (key.validAfter && key.validBefore && *key.validAfter >= *key.validBefore)
        fields.wrong("validBefore");
    fields.finish();
    return key;
}

std::vector<std::string> readSorted(JsonFields &fields, const char *field, bool (*isAllowed)(std::string_view))
{
    auto values = fields.texts(field);
    const bool isSorted = std::ranges::adjacent_find(values, std::greater_equal()) == values.end();
    if (!isSorted || !std::ranges::all_of(values, isAllowed))
        fields.wrong(field);
    return values;
}

RosterPerson readPerson(JsonFields &fields)
{
    RosterPerson person;
    person.id = fields.text("id", 64);
    if (!isPrincipal(person.id))
        fields.wrong("id");
    person.roles = readSorted(fields, "roles", isRole);
    person.addresses = readSorted(fields, "addresses", isAddress);
    for (auto &key : fields.objects("keys"))
        person.keys.push_back(readKey(key));
    fields.finish();
    return person;
}

/// What concerns several people: order, keys that two have, a threshold that nobody can reach.
void checkPeople(JsonFields &fields, const Roster &roster)
{
    std::set<std::string> blobs;
    std::set<std::string> addresses;
    for (const auto &person : roster.people) {
        for (const auto &key : person.keys) {
            if (!blobs.insert(key.key.blob()).second)
                fields.wrong("people", Failure::KeyOfTwoPeople);
        }
        for (const auto &address : person.addresses) {
            if (!addresses.insert(address).second)
                fields.wrong("people");
        }
    }
    if (std::ranges::adjacent_find(roster.people, std::greater_equal(), &RosterPerson::id) != roster.people.end())
        fields.wrong("people");
    const auto maintainers =
        std::ranges::count_if(roster.people, [](const RosterPerson &one) { return one.has(maintainerRole); });
    if (roster.threshold < 1 || roster.threshold > static_cast<std::uint64_t>(maintainers))
        fields.wrong("threshold", Failure::RosterThreshold);
}

} // namespace

bool RosterKey::isValidAt(std::int64_t time) const
{
    return (!validAfter || time >= *validAfter) && (!validBefore || time < *validBefore) && (!revokedAt || time < *revokedAt);
}

bool RosterPerson::has(std::string_view role) const
{
    return std::ranges::contains(roles, role);
}

const RosterPerson *Roster::person(std::string_view id) const
{
    const auto found = std::ranges::find(people, id, &RosterPerson::id);
    return found == people.end() ? nullptr : &*found;
}

const RosterPerson *Roster::ownerOf(const PublicKey &key) const
{
    const auto found = std::ranges::find_if(
        people, [&key](const RosterPerson &one) { return std::ranges::contains(one.keys, key, &RosterKey::key); });
    return found == people.end() ? nullptr : &*found;
}

Result<std::string> writeRoster(const Roster &roster)
{
    json people = json::array();
    for (const auto &person : roster.people)
        people.push_back(writePerson(person));
    json out;
    out["_type"] = rosterType;
    out["version"] = roster.version;
    out["repository"] = roster.repositoryId;
    out["previous"] = roster.previous;
    out["issuedAt"] = formatUtc(roster.issuedAt);
    out["expiresAt"] = formatUtc(roster.expiresAt);
    out["threshold"] = roster.threshold;
    out["people"] = std::move(people);
    out["policy"]["sha256"] = roster.policySha256;
    try {
        auto text = out.dump();
        if (const auto read = readRoster(text); !read)
            return std::unexpected(toError(read.error()));
        return text;
    } catch (const json::exception &) {
        return fail(ErrorKind::Input, Message(QT_TRANSLATE_NOOP("app", "A text of the roster is not valid UTF-8.")));
    }
}

Checked<Roster> readRoster(std::string_view bytes)
{
    const auto parsed = parseStrictJson(bytes);
    if (!parsed)
        return std::unexpected(parsed.error());
    std::optional<Problem> problem;
    JsonFields fields(*parsed, {}, problem);
    Roster roster;
    fields.fixed("_type", rosterType);
    roster.version = fields.number("version", mostVersions);
    roster.repositoryId = fields.hex("repository", 32);
    roster.previous = fields.hex("previous", 64);
    if ((roster.version == 1) != (roster.previous == Roster().previous) || roster.version == 0)
        fields.wrong("version", Failure::RosterVersion);
    roster.issuedAt = fields.time("issuedAt");
    roster.expiresAt = fields.time("expiresAt");
    if (roster.expiresAt <= roster.issuedAt)
        fields.wrong("expiresAt");
    roster.threshold = fields.number("threshold", mostSignatures);
    for (auto &person : fields.objects("people"))
        roster.people.push_back(readPerson(person));
    auto policy = fields.object("policy");
    roster.policySha256 = policy.hex("sha256", 64);
    policy.finish();
    fields.finish();
    if (!problem)
        checkPeople(fields, roster);
    if (problem)
        return std::unexpected(*problem);
    return roster;
}

std::string rosterPae(std::string_view payload)
{
    return preAuthenticationEncoding(rosterPayloadType, payload);
}

Checked<SignedRoster> openRoster(std::string_view bytes)
{
    const auto envelope = readSignedEnvelope(bytes, rosterPayloadType, mostSignatures);
    if (!envelope)
        return std::unexpected(envelope.error());
    SignedRoster out;
    out.envelope = bytes;
    out.pae = rosterPae(envelope->payload);
    out.id = sha256Hex(out.pae);
    std::string blobs;
    for (const auto &one : envelope->signatures) {
        auto signature = openSignature(one.armor, rosterNamespace, out.pae);
        if (!signature)
            return std::unexpected(signature.error());
        if (one.keyId != signature->key.fingerprint())
            return refuse(Failure::KeyIdMismatch,
                          Message(QT_TRANSLATE_NOOP("app", "The envelope says that %1 signed, but it was %2."),
                                  {safeText(one.keyId, 80), signature->key.fingerprint()}));
        if (std::ranges::contains(out.signers, signature->key))
            return refuse(Failure::SignatureTwice,
                          Message(QT_TRANSLATE_NOOP("app", "The key %1 signed the roster twice."), {one.keyId}));
        blobs += signature->blob;
        out.signers.push_back(std::move(signature->key));
        out.armors.push_back(one.armor);
    }
    out.signaturesSha256 = sha256Hex(blobs);
    auto roster = readRoster(envelope->payload);
    if (!roster)
        return std::unexpected(roster.error());
    out.roster = std::move(*roster);
    return out;
}

std::set<std::string> maintainersWhoSigned(const Roster &roster, const SignedRoster &candidate)
{
    std::set<std::string> people;
    for (const auto &key : candidate.signers) {
        const auto *person = roster.ownerOf(key);
        if (!person || !person->has(maintainerRole))
            continue;
        const auto known = std::ranges::find(person->keys, key, &RosterKey::key);
        if (known->isValidAt(candidate.roster.issuedAt))
            people.insert(person->id);
    }
    return people;
}

std::string allowedSignersText(const Roster &roster)
{
    std::string text;
    for (const auto &person : roster.people) {
        for (const auto &key : person.keys) {
            if (key.key.isOpenPgp())
                continue; // gpgv's business
            auto end = key.validBefore;
            if (key.revokedAt)
                end = end ? std::min(*end, *key.revokedAt) : *key.revokedAt;
            if (end && key.validAfter && *end <= *key.validAfter)
                continue; // revoked before it began: ssh-keygen refuses a line that is never valid
            text += person.id + " namespaces=\"" + std::string(approvalNamespace) + ',' + std::string(rosterNamespace) + ','
                + std::string(checkpointNamespace) + '"';
            if (key.validAfter)
                text += ",valid-after=\"" + compactTime(*key.validAfter) + '"';
            if (end)
                text += ",valid-before=\"" + compactTime(*end) + '"';
            text += ' ' + key.key.line() + '\n';
        }
    }
    return text;
}

std::string revokedKeysText(const Roster &roster)
{
    std::string text;
    for (const auto &person : roster.people) {
        for (const auto &key : person.keys) {
            if (key.revokedAt && !key.key.isOpenPgp())
                text += key.key.line() + '\n';
        }
    }
    return text;
}

} // namespace countersign::records
