// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "OpenPgp.h"

#include "Encoding.h"
#include "OpenPgpPackets.h"

#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <vector>

namespace countersign::records
{

namespace
{

constexpr std::string_view keyKind = "PUBLIC KEY BLOCK";
constexpr std::string_view signatureKind = "SIGNATURE";
constexpr std::string_view keyBegin = "-----BEGIN PGP PUBLIC KEY BLOCK-----\n";
constexpr std::string_view signatureBegin = "-----BEGIN PGP SIGNATURE-----\n";
constexpr std::size_t mostSignatureBytes = 8UL * 1024;
constexpr std::chrono::seconds verifyTimeout{20};

std::unexpected<Problem> badKey()
{
    return refuse(Failure::KeyMalformed, Message(QT_TRANSLATE_NOOP("app", "This is not one OpenPGP public key of version 4.")));
}

std::unexpected<Problem> badSignature()
{
    return refuse(Failure::SignatureMalformed,
                  Message(QT_TRANSLATE_NOOP("app", "This is not one OpenPGP key with its detached signature.")));
}

/// Takes the key's newest statement about itself into account.
struct SelfSignature {
    std::int64_t created = -1;
    std::int64_t lifetime = 0;

    void see(const OpenPgpSignaturePacket &packet)
    {
        const bool isAboutKey = (packet.type >= 0x10 && packet.type <= 0x13) || packet.type == 0x1F;
        if (isAboutKey && packet.created > created) {
            created = packet.created;
            lifetime = packet.keyLifetime;
        }
    }
};

/// The base64 text between header and footer of an armor, line ends of either kind, headers and checksum left out.
std::string armoredText(std::string_view armor)
{
    std::string text;
    bool isBody = false;
    while (!armor.empty()) {
        auto line = armor.substr(0, armor.find('\n'));
        armor.remove_prefix(std::min(line.size() + 1, armor.size()));
        while (!line.empty() && (line.back() == '\r' || line.back() == ' ' || line.back() == '\t'))
            line.remove_suffix(1);
        if (line.starts_with("-----END ") || (isBody && line.starts_with('=')))
            break;
        if (isBody)
            text += line;
        isBody = isBody || line.empty();
    }
    return text;
}

/// What gpgv says about one signature on its status channel.
struct StatusLines {
    int good = 0;
    int valid = 0;
    bool isRefused = false;
    std::vector<std::string> validWords; ///< of VALIDSIG

    explicit StatusLines(std::string_view text)
    {
        constexpr std::string_view prefix = "[GNUPG:] ";
        while (!text.empty()) {
            auto line = text.substr(0, text.find('\n'));
            text.remove_prefix(std::min(line.size() + 1, text.size()));
            if (!line.starts_with(prefix))
                continue;
            line.remove_prefix(prefix.size());
            read(line);
        }
    }

private:
    void read(std::string_view line)
    {
        std::vector<std::string> words;
        while (!line.empty()) {
            const auto word = line.substr(0, line.find(' '));
            line.remove_prefix(std::min(word.size() + 1, line.size()));
            words.emplace_back(word);
        }
        if (words.empty())
            return;
        if (words[0] == "GOODSIG" || words[0] == "EXPKEYSIG") // its end is the roster's business
            ++good;
        else if (words[0] == "BADSIG" || words[0] == "ERRSIG" || words[0] == "EXPSIG" || words[0] == "REVKEYSIG")
            isRefused = true;
        else if (words[0] == "VALIDSIG") {
            ++valid;
            validWords = std::move(words);
        }
    }
};

bool isGood(const ProcessOutcome &outcome, const std::string &fingerprint)
{
    // VALIDSIG fingerprint date time expires version reserved algorithm hash class primary-fingerprint
    constexpr std::size_t wordsOfValid = 11;
    const StatusLines status(outcome.output);
    if (outcome.exitCode != 0 || status.isRefused || status.good != 1 || status.valid != 1
        || status.validWords.size() < wordsOfValid)
        return false;
    const auto &words = status.validWords;
    const auto isOneOf = [](const std::string &word, std::initializer_list<const char *> accepted) {
        return std::ranges::any_of(accepted, [&word](const char *one) { return word == one; });
    };
    return isOneOf(words[7], {"1", "19", "22"}) && isOneOf(words[8], {"8", "9", "10"}) && words[9] == "00"
        && words[10] == fingerprint;
}

bool writeFile(const QString &path, std::string_view bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly)
        && file.write(bytes.data(), static_cast<qint64>(bytes.size())) == static_cast<qint64>(bytes.size()) && file.flush();
}

} // namespace

Checked<OpenPgpKeyFacts> readOpenPgpKey(std::string_view bytes)
{
    if (bytes.size() > mostOpenPgpKeyBytes)
        return refuse(Failure::KeyMalformed,
                      Message(QT_TRANSLATE_NOOP("app",
                                                "The OpenPGP key has more than 16 KiB; export it without other people's "
                                                "signatures: gpg --export-options export-minimal --export")));
    OpenPgpKeyFacts facts;
    std::int64_t created = 0;
    SelfSignature self;
    bool isPrimary = true;
    for (bool isFirst = true; isFirst || !bytes.empty(); isFirst = false) {
        const auto packet = takeOpenPgpPacket(bytes);
        if (!packet || (packet->tag == OpenPgpTag::PublicKey) != isFirst)
            return badKey();
        if (packet->tag == OpenPgpTag::Signature) {
            const auto signature = readOpenPgpSignaturePacket(packet->body);
            if (signature && isPrimary)
                self.see(*signature);
            continue;
        }
        if (packet->tag == OpenPgpTag::UserId) {
            facts.userId = facts.userId.empty() ? std::string(packet->body) : facts.userId;
            continue;
        }
        const auto key = readOpenPgpKeyPacket(packet->body);
        if (!key)
            return badKey();
        if ((isFirst || isSigningAlgorithm(key->algorithm)) && !key->isAccepted)
            return refuse(Failure::WeakKey,
                          Message(QT_TRANSLATE_NOOP("app",
                                                    "The OpenPGP key has a part that is not accepted; Ed25519, NIST curves and "
                                                    "RSA from 2048 bits are.")));
        isPrimary = isFirst;
        if (isFirst) {
            facts.fingerprint = openPgpFingerprint(packet->body);
            created = key->created;
        }
    }
    if (self.lifetime > 0)
        facts.end = created + self.lifetime;
    return facts;
}

Checked<std::string> dearmorOpenPgpKey(std::string_view file)
{
    if (!file.contains("-----BEGIN PGP PUBLIC KEY BLOCK-----"))
        return std::string(file);
    file.remove_prefix(file.find("-----BEGIN"));
    auto bytes = fromBase64(armoredText(file));
    if (!bytes)
        return badKey();
    return std::move(*bytes);
}

bool isOpenPgpSignature(std::string_view text)
{
    return text.starts_with("-----BEGIN PGP ");
}

std::string writeOpenPgpSignature(const OpenPgpSignature &signature)
{
    return openPgpArmor(keyKind, signature.key.blob()) + openPgpArmor(signatureKind, signature.packet);
}

Checked<OpenPgpSignature> readOpenPgpSignature(std::string_view text)
{
    const auto second = text.find(signatureBegin);
    if (text.size() > 2 * (mostOpenPgpKeyBytes + mostSignatureBytes) || !text.starts_with(keyBegin)
        || second == std::string_view::npos)
        return badSignature();
    const auto keyBytes = fromBase64(armoredText(text.substr(0, second)));
    auto packetBytes = fromBase64(armoredText(text.substr(second)));
    if (!keyBytes || !packetBytes || packetBytes->size() > mostSignatureBytes)
        return badSignature();
    auto key = PublicKey::fromOpenPgp(*keyBytes);
    if (!key)
        return std::unexpected(key.error());
    OpenPgpSignature signature{std::move(*key), std::move(*packetBytes)};
    std::string_view rest = signature.packet;
    const auto packet = takeOpenPgpPacket(rest);
    const auto read =
        packet && packet->tag == OpenPgpTag::Signature && rest.empty() ? readOpenPgpSignaturePacket(packet->body) : std::nullopt;
    if (!read || writeOpenPgpSignature(signature) != text)
        return badSignature();
    if (read->type != 0)
        return refuse(Failure::SignatureVersion,
                      Message(QT_TRANSLATE_NOOP("app", "The OpenPGP signature is not one over binary data.")));
    if (read->hash < 8 || read->hash > 10)
        return refuse(
            Failure::UnsupportedHash,
            Message(QT_TRANSLATE_NOOP("app", "The hash “%1” of the signature is not accepted."), {std::to_string(read->hash)}));
    if (!isSigningAlgorithm(read->algorithm))
        return refuse(Failure::SignatureAlgorithm,
                      Message(QT_TRANSLATE_NOOP("app", "The signature algorithm “%1” is not accepted for a key of type %2."),
                              {std::to_string(read->algorithm), std::string(name(KeyType::OpenPgp))}));
    return signature;
}

Checked<void> verifyOpenPgpSignature(const OpenPgpSignature &signature, std::string_view message, const ProcessRunner &runner)
{
    const auto unavailable = refuse(
        Failure::OpenPgpUnavailable,
        Message(QT_TRANSLATE_NOOP("app", "The OpenPGP signature cannot be checked here: gpgv is missing or does not answer.")));
    const QTemporaryDir folder;
    const auto keyring = folder.filePath(QStringLiteral("key.gpg"));
    const auto detached = folder.filePath(QStringLiteral("signature.gpg"));
    if (!folder.isValid() || !writeFile(keyring, signature.key.blob()) || !writeFile(detached, signature.packet))
        return unavailable;
    const ProcessRequest request{"gpgv",
                                 {"--homedir", folder.path().toStdString(), "--status-fd", "1", "--weak-digest", "SHA1",
                                  "--keyring", keyring.toStdString(), "--", detached.toStdString(), "-"},
                                 {{"LC_ALL", "C"}, {"HOME", folder.path().toStdString()}},
                                 std::string(message),
                                 verifyTimeout};
    const auto outcome = runner.run(request, {});
    if (!outcome || outcome->timedOut)
        return unavailable;
    constexpr std::size_t prefix = std::string_view("OPENPGP:").size();
    if (!isGood(*outcome, signature.key.fingerprint().substr(prefix)))
        return refuse(Failure::SignatureInvalid, Message(QT_TRANSLATE_NOOP("app", "The signature does not fit the record.")));
    return {};
}

} // namespace countersign::records
