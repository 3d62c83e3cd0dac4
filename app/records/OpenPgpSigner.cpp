// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "OpenPgpSigner.h"

#include "OpenPgp.h"

#include "core/SafeText.h"

#include <algorithm>
#include <charconv>
#include <filesystem>

namespace countersign::records
{

namespace
{

constexpr std::string_view prefix = "OPENPGP:";
constexpr std::size_t mostKeys = 32;
constexpr std::chrono::seconds listTimeout{20};

/// A secret key as `gpg --with-colons` lists it.
struct SecretKey {
    std::string fingerprint;
    std::string userId;
    bool isUsable = false;
};

ProcessRequest gpg(std::vector<std::string> arguments, const Environment &environment)
{
    std::vector<std::string> all{"--batch", "--no-options", "--no-auto-key-locate", "--disable-dirmngr", "--quiet"};
    all.insert(all.end(), std::make_move_iterator(arguments.begin()), std::make_move_iterator(arguments.end()));
    return {"gpg", std::move(all), environment, {}, listTimeout};
}

/// gpg would make a home that is not there.
bool hasHome(const Environment &environment)
{
    std::error_code status;
    if (const auto own = environment.find("GNUPGHOME"); own != environment.end())
        return std::filesystem::is_directory(own->second, status);
    const auto home = environment.find("HOME");
    return home != environment.end() && std::filesystem::is_directory(home->second + "/.gnupg", status);
}

std::vector<std::string> fieldsOf(std::string_view line)
{
    std::vector<std::string> fields;
    for (;;) {
        const auto end = line.find(':');
        fields.emplace_back(line.substr(0, end));
        if (end == std::string_view::npos)
            return fields;
        line.remove_prefix(end + 1);
    }
}

std::vector<SecretKey> readColons(std::string_view text)
{
    constexpr std::size_t capabilities = 11;
    constexpr std::size_t value = 9;
    std::vector<SecretKey> keys;
    while (!text.empty()) {
        const auto line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
        const auto fields = fieldsOf(line);
        if (fields[0] == "sec" && fields.size() > capabilities) {
            // A capital S: some part of the key can sign now. Revoked, expired and disabled keys have none.
            keys.push_back({{}, {}, fields[capabilities].contains('S')});
        } else if (!keys.empty() && fields.size() > value) {
            if (fields[0] == "fpr" && keys.back().fingerprint.empty())
                keys.back().fingerprint = fields[value];
            else if (fields[0] == "uid" && keys.back().userId.empty())
                keys.back().userId = fields[value];
        }
    }
    std::erase_if(keys, [](const SecretKey &key) { return !key.isUsable || key.fingerprint.size() != 40; });
    return keys;
}

Result<std::vector<SecretKey>> secretKeys(const std::string &name, const ProcessRunner &runner, const Environment &environment,
                                          const std::stop_token &stop)
{
    if (!hasHome(environment))
        return std::vector<SecretKey>();
    std::vector<std::string> arguments{"--with-colons", "--list-secret-keys"};
    if (!name.empty())
        arguments.insert(arguments.end(), {"--", name});
    const auto outcome = runner.run(gpg(std::move(arguments), environment), stop);
    if (stop.stop_requested())
        return cancelled();
    return outcome && outcome->exitCode == 0 ? readColons(outcome->output) : std::vector<SecretKey>();
}

/// The public half, without other people's signatures. Nothing: no key that is accepted here.
std::optional<SigningKey> exported(const SecretKey &secret, const ProcessRunner &runner, const Environment &environment,
                                   const std::stop_token &stop)
{
    const auto outcome = runner.run(
        gpg({"--export-options", "export-minimal,no-export-attributes", "--export", "--", secret.fingerprint}, environment),
        stop);
    auto key = outcome && outcome->exitCode == 0 ? PublicKey::fromOpenPgp(outcome->output)
                                                 : Checked<PublicKey>(refuse(Failure::KeyMalformed, {}));
    if (!key || key->fingerprint() != std::string(prefix) + secret.fingerprint)
        return std::nullopt;
    return SigningKey{std::move(*key), secret.userId, {}, true};
}

std::string bareName(std::string_view name)
{
    if (name.starts_with(prefix))
        name.remove_prefix(prefix.size());
    if (name.starts_with("0x"))
        name.remove_prefix(2);
    return std::string(name);
}

/// GnuPG's error code in "[GNUPG:] FAILURE sign NUMBER"; 0: none.
unsigned errorCode(std::string_view status)
{
    constexpr std::string_view word = "[GNUPG:] FAILURE sign ";
    constexpr unsigned codeMask = 0xFFFF;
    unsigned number = 0;
    if (const auto at = status.find(word); at != std::string_view::npos)
        std::from_chars(status.data() + at + word.size(), status.data() + status.size(), number);
    return number & codeMask;
}

std::unexpected<Error> explain(const ProcessOutcome &outcome, const SigningKey &key)
{
    const auto error = [&outcome](Message what, Message hint) {
        return fail(ErrorKind::Environment, std::move(what), safeText(outcome.errors, 400), std::move(hint));
    };
    if (outcome.timedOut)
        return error(
            Message(QT_TRANSLATE_NOOP("app", "gpg did not finish in time, so nothing was signed.")),
            Message(QT_TRANSLATE_NOOP("app", "Touch the token or type the passphrase when asked; restart an agent that hangs.")));
    switch (errorCode(outcome.errors)) { // gpg-error.h
    case 11: // bad passphrase
    case 99: // cancelled
    case 198:
        return error(Message(QT_TRANSLATE_NOOP("app", "The passphrase for %1 is wrong."), {key.key.fingerprint()}),
                     Message(QT_TRANSLATE_NOOP("app", "Try again; nothing was signed.")));
    case 85: // pinentry
    case 86: // no pinentry
        return error(Message(QT_TRANSLATE_NOOP("app", "The key %1 has a passphrase, and there is no terminal to ask for it."),
                             {key.key.fingerprint()}),
                     Message(QT_TRANSLATE_NOOP(
                         "app", "Install a pinentry program, or set GPG_TTY=$(tty), or sign once with gpg before.")));
    case 9: // no public key
    case 17: // no secret key
        return error(Message(QT_TRANSLATE_NOOP("app", "There is no key “%1”."), {key.key.fingerprint()}),
                     Message(QT_TRANSLATE_NOOP("app", "“gpg --list-secret-keys” lists yours.")));
    default:
        return error(Message(QT_TRANSLATE_NOOP("app", "gpg could not sign.")),
                     Message(QT_TRANSLATE_NOOP("app", "Its words are above; check that the key or token is usable.")));
    }
}

} // namespace

Result<std::vector<SigningKey>> listOpenPgpKeys(const ProcessRunner &runner, const Environment &environment,
                                                const std::stop_token &stop)
{
    const auto found = secretKeys({}, runner, environment, stop);
    if (!found)
        return std::unexpected(found.error());
    std::vector<SigningKey> keys;
    for (const auto &secret : *found) {
        if (keys.size() == mostKeys)
            break;
        if (auto key = exported(secret, runner, environment, stop))
            keys.push_back(std::move(*key));
    }
    return keys;
}

bool isOpenPgpName(std::string_view name)
{
    const auto bare = bareName(name);
    return bare.size() >= 16 && bare.size() <= 40 && std::ranges::all_of(bare, [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
           });
}

Result<SigningKey> findOpenPgpKey(std::string_view name, const ProcessRunner &runner, const Environment &environment,
                                  const std::stop_token &stop)
{
    const auto found = secretKeys(bareName(name), runner, environment, stop);
    if (!found)
        return std::unexpected(found.error());
    auto key = found->size() == 1 ? exported(found->front(), runner, environment, stop) : std::nullopt;
    if (!key)
        return fail(ErrorKind::Environment, Message(QT_TRANSLATE_NOOP("app", "There is no key “%1”."), {safeText(name)}), {},
                    Message(QT_TRANSLATE_NOOP("app", "“gpg --list-secret-keys” lists yours.")));
    return std::move(*key);
}

Result<std::string> signWithOpenPgp(std::string_view bytes, const SigningKey &key, const ProcessRunner &runner,
                                    const SignOptions &options, std::stop_token stop)
{
    auto request = gpg({"--status-fd", "2", "--digest-algo", "SHA512", "--local-user",
                        key.key.fingerprint().substr(prefix.size()), "--output", "-", "--detach-sign"},
                       options.environment);
    request.input = bytes;
    request.timeout = options.timeout;
    auto outcome = runner.run(request, std::move(stop));
    if (!outcome)
        return std::unexpected(outcome.error());
    if (outcome->timedOut || outcome->exitCode != 0)
        return explain(*outcome, key);
    auto text = writeOpenPgpSignature({key.key, std::move(outcome->output)});
    const auto signature = readOpenPgpSignature(text);
    const auto valid = signature ? verifyOpenPgpSignature(*signature, bytes, runner) : std::unexpected(signature.error());
    if (!valid)
        return fail(ErrorKind::Environment,
                    Message(QT_TRANSLATE_NOOP("app", "gpg gave a signature that does not fit the record.")),
                    valid.error().what.english(),
                    Message(QT_TRANSLATE_NOOP("app", "Nothing was stored. If the key has a new subkey, enrol it again.")));
    return text;
}

} // namespace countersign::records
