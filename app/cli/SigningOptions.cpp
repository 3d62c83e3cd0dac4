// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "SigningOptions.h"

#include "core/Clock.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>

#include <fstream>

namespace countersign::cli
{

void addSigningOptions(Arguments &arguments)
{
    arguments.addRepositoryOptions();
    arguments.addOption({QStringLiteral("key")},
                        QT_TRANSLATE_NOOP("cli",
                                          "Key to sign with: a key file, its .pub, SHA256:…, or the fingerprint of an OpenPGP "
                                          "key (default: git's user.signingKey)."),
                        "KEY");
    arguments.addOption(
        {QStringLiteral("as")},
        QT_TRANSLATE_NOOP("cli", "Who signs, as allowed_signers names it (default: the key's owner there, else user.email)."),
        "ADDRESS");
    arguments.addOption({QStringLiteral("allowed-signers")},
                        QT_TRANSLATE_NOOP("cli", "Who may sign (default: git's gpg.ssh.allowedSignersFile)."), "FILE");
}

Result<workbench::Signatory> findSignatory(const Arguments &arguments, const git::Repository &repository,
                                           const records::ProcessRunner &runner, const std::stop_token &stop)
{
    return workbench::findSignatory(repository,
                                    {arguments.value("key"), arguments.value("as"), arguments.value("allowed-signers")}, runner,
                                    SystemClock().now(), stop);
}

void addTimeAuthorityOption(Arguments &arguments)
{
    arguments.addOption(
        {QStringLiteral("tsa-ca")},
        QT_TRANSLATE_NOOP("cli", "Certificates (PEM) of the time-stamp authorities that you trust, to check time stamps with."),
        "FILE");
}

Result<std::string> timeAuthorities(const Arguments &arguments)
{
    constexpr std::size_t mostBytes = 4UL * 1024 * 1024;
    return arguments.isSet("tsa-ca") ? readTextFile(arguments.value("tsa-ca"), mostBytes) : Result<std::string>();
}

std::vector<std::string> words(const std::string &list)
{
    std::vector<std::string> out;
    for (const auto &part : QString::fromStdString(list).split(QLatin1Char(','), Qt::SkipEmptyParts))
        out.push_back(part.trimmed().toStdString());
    return out;
}

Result<std::string> readTextFile(const std::string &path, std::size_t most)
{
    std::string bytes(most + 1, '\0');
    std::ifstream file(path, std::ios::binary);
    file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(file.gcount()));
    if (bytes.empty() || bytes.size() > most)
        return fail(ErrorKind::Input, Message(QT_TRANSLATE_NOOP("app", "The file cannot be read, or is too large.")), path,
                    Message(QT_TRANSLATE_NOOP("app", "Check its name and its permissions.")));
    return bytes;
}

} // namespace countersign::cli
