// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Keyring.h"

#include <string>

namespace countersign::test
{

/// A GnuPG home of its own with throw-away keys, ended with its agent.
class OpenPgpHome
{
public:
    /// @param keyring its environment gets GNUPGHOME; must outlive the object.
    explicit OpenPgpHome(Keyring &keyring);
    ~OpenPgpHome();
    OpenPgpHome(const OpenPgpHome &) = delete;
    OpenPgpHome &operator=(const OpenPgpHome &) = delete;

    /// False when gpg or gpgv is not installed: the test skips.
    [[nodiscard]] bool isThere() const;
    /// Makes a key without a passphrase. @param expires as gpg takes it: "never", "1y".
    records::SigningKey make(const std::string &person, const QString &algorithm = QStringLiteral("ed25519"),
                             const QString &expires = QStringLiteral("never"));
    Keyring::Run gpg(const QStringList &arguments, const std::string &input = {}) const;
    /// gpgv's own answer, with the key of the signature as its keyring.
    [[nodiscard]] bool accepts(const std::string &armor, const std::string &message) const;

private:
    Keyring &m_keyring;
    QTemporaryDir m_folder; ///< not below a long path: the agent's socket stands in it
};

} // namespace countersign::test
