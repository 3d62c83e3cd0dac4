// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "KeyFile.h"

#include "OpenPgp.h"
#include "core/SafeText.h"

#include <fstream>

namespace countersign::records
{

std::optional<std::string> readKeyFile(const std::filesystem::path &file)
{
    constexpr std::size_t mostBytes = 64UL * 1024;
    std::error_code status;
    if (!std::filesystem::is_regular_file(file, status)) // a pipe would wait for ever
        return std::nullopt;
    std::ifstream stream(file, std::ios::binary);
    if (!stream)
        return std::nullopt;
    std::string text(mostBytes, '\0');
    stream.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(stream.gcount()));
    return text;
}

Result<PublicKey> readPublicKey(const std::string &text)
{
    if (auto literal = PublicKey::fromLine(text))
        return std::move(*literal);
    const auto bytes = readKeyFile(text);
    if (!bytes)
        return fail(ErrorKind::Input, Message(QT_TRANSLATE_NOOP("app", "This is no public key and no file with one.")),
                    safeText(text, 200),
                    Message(QT_TRANSLATE_NOOP("app", "It begins with “ssh-ed25519 AAAA…”, or is the name of a .pub file.")));
    auto key = dearmorOpenPgpKey(*bytes).and_then(&PublicKey::fromOpenPgp);
    if (!key && !bytes->starts_with("-----BEGIN PGP"))
        key = PublicKey::fromLine(bytes->substr(0, bytes->find_first_of("\r\n")));
    if (!key)
        return std::unexpected(toError(key.error(), text));
    return std::move(*key);
}

} // namespace countersign::records
