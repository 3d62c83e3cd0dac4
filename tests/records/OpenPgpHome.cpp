// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "OpenPgpHome.h"

#include "records/OpenPgp.h"
#include "records/OpenPgpSigner.h"

#include <QStandardPaths>

namespace countersign::test
{

OpenPgpHome::OpenPgpHome(Keyring &keyring)
    : m_keyring(keyring)
{
    m_keyring.environment["GNUPGHOME"] = m_folder.path().toStdString();
}

OpenPgpHome::~OpenPgpHome()
{
    if (isThere())
        m_keyring.run(QStringLiteral("gpgconf"), {QStringLiteral("--kill"), QStringLiteral("all")});
}

bool OpenPgpHome::isThere() const
{
    return !QStandardPaths::findExecutable(QStringLiteral("gpg")).isEmpty()
        && !QStandardPaths::findExecutable(QStringLiteral("gpgv")).isEmpty();
}

Keyring::Run OpenPgpHome::gpg(const QStringList &arguments, const std::string &input) const
{
    return m_keyring.run(QStringLiteral("gpg"),
                         QStringList{QStringLiteral("--batch"), QStringLiteral("--quiet"), QStringLiteral("--pinentry-mode"),
                                     QStringLiteral("loopback"), QStringLiteral("--passphrase"), QString()}
                             + arguments,
                         input);
}

records::SigningKey OpenPgpHome::make(const std::string &person, const QString &algorithm, const QString &expires)
{
    const auto made = gpg({QStringLiteral("--quick-generate-key"), QString::fromStdString("<" + person + ">"), algorithm,
                           QStringLiteral("sign"), expires});
    const auto keys = records::listOpenPgpKeys(m_keyring.runner, m_keyring.environment);
    if (made.exitCode != 0 || !keys || keys->empty())
        qFatal("gpg: %s", made.errors.c_str());
    return keys->back();
}

bool OpenPgpHome::accepts(const std::string &armor, const std::string &message) const
{
    const auto signature = records::readOpenPgpSignature(armor);
    if (!signature)
        return false;
    m_keyring.write("oracle.gpg", signature->key.blob());
    m_keyring.write("oracle.gpg.sig", signature->packet);
    return m_keyring
               .run(QStringLiteral("gpgv"),
                    {QStringLiteral("--keyring"), QString::fromStdString(m_keyring.file("oracle.gpg")),
                     QString::fromStdString(m_keyring.file("oracle.gpg.sig")), QStringLiteral("-")},
                    message)
               .exitCode
        == 0;
}

} // namespace countersign::test
