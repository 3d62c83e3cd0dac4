// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Signatory.h"

#include "KnownLedger.h"
#include "ReviewDesk.h"

#include "records/AllowedSigners.h"

#include <array>

namespace countersign::workbench
{

namespace
{

/// A key as the roster has it: the same OpenPGP key may have got new subkeys or a later end since it was enrolled.
records::PublicKey asEnrolled(const records::Roster &roster, records::PublicKey key)
{
    for (const auto &person : roster.people) {
        for (const auto &known : person.keys) {
            if (key.isOpenPgp() && known.key.fingerprint() == key.fingerprint())
                key = known.key;
        }
    }
    return key;
}

} // namespace

Result<Signatory> findSignatory(const git::Repository &repository, const SigningChoice &choice,
                                const records::ProcessRunner &runner, std::int64_t now, const std::stop_token &stop)
{
    const std::string keyName = choice.key.empty() ? repository.config("user.signingKey").value_or("") : choice.key;
    if (keyName.empty())
        return fail(ErrorKind::Environment, Message(QT_TRANSLATE_NOOP("app", "No key to sign with is given.")), {},
                    Message(QT_TRANSLATE_NOOP("app", "Give one with --key, or make one with “ssh-keygen -t ed25519”.")));
    auto key = records::findKey(keyName, runner, records::signingEnvironment(), stop);
    if (!key)
        return std::unexpected(key.error());
    std::string id = choice.id;
    if (id.empty() || key->key.isOpenPgp()) {
        const auto trust = readTrust(repository, stop);
        if (!trust)
            return std::unexpected(trust.error());
        if (*trust)
            key->key = asEnrolled((*trust)->roster(), std::move(key->key));
        const auto *person = *trust ? (*trust)->roster().ownerOf(key->key) : nullptr;
        const auto signers =
            *trust ? Result<records::AllowedSigners>() : records::findAllowedSigners(&repository, choice.allowedSigners);
        const std::array times{now};
        const auto owner = signers ? signers->ownerOf(key->key, times) : records::Checked<std::string>(std::string());
        if (id.empty())
            id = person ? person->id : owner && !owner->empty() ? *owner : reviewerOf(repository);
    }
    return Signatory{std::move(*key), std::move(id)};
}

} // namespace countersign::workbench
