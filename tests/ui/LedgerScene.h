// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/RosterScene.h"
#include "ui/Workspace.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace countersign::test
{

inline constexpr int patience = 30'000; ///< milliseconds that a test waits for work in the background

/// A repository with people, keys and a ledger, and a home folder of its own in the environment of this process: the window
/// reads keys, settings and what is pinned from there.
class LedgerScene : public RosterScene
{
public:
    LedgerScene()
    {
        // Settings and pins are kept outside the keyring, which holds ~/.ssh.
        qputenv("HOME", QByteArray::fromStdString(keyring.environment.at("HOME")));
        qputenv("XDG_CONFIG_HOME", m_folder.filePath(QStringLiteral("config")).toUtf8());
        qputenv("COUNTERSIGN_TRUST", m_folder.filePath(QStringLiteral("trust")).toUtf8());
        qputenv("COUNTERSIGN_STORE", m_folder.filePath(QStringLiteral("reviews.sqlite")).toUtf8());
        qputenv("GIT_CONFIG_GLOBAL", m_folder.filePath(QStringLiteral("gitconfig")).toUtf8());
        qunsetenv("SSH_AUTH_SOCK");
        qunsetenv("SSH_ASKPASS");
        qunsetenv("COUNTERSIGN_ROSTER");
        configure("user.email", alice);
        configure("user.signingKey", key(alice).privateFile.string());
    }

    void configure(const std::string &name, const std::string &value)
    {
        builder.git({QStringLiteral("config"), QString::fromStdString(name), QString::fromStdString(value)});
    }
    [[nodiscard]] std::shared_ptr<ui::Workspace> workspace()
    {
        auto opened = ui::Workspace::open(builder.path());
        if (!opened)
            qFatal("%s", opened.error().what.english().c_str());
        return std::move(*opened);
    }
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }

private:
    QTemporaryDir m_folder;
};

} // namespace countersign::test
