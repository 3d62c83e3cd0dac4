// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../Job.h"
#include "../Workspace.h"

#include "records/KeyList.h"

#include <QWidget>

class QComboBox;
class QPushButton;

namespace countersign::ui
{

/// The key that findSignatory() and findKey() are to use: the file where there is one, else the fingerprint.
[[nodiscard]] QString keyName(const records::SigningKey &key);
/// "alice@laptop · in the agent · SHA256:…"
[[nodiscard]] QString keyLabel(const records::SigningKey &key);

/// The key that was chosen in the settings, as keyName() names it; empty: none.
[[nodiscard]] QString defaultKey();
void setDefaultKey(const QString &name);

/// A choice among the keys that one can sign with: the one of the settings, git's, those of the agent and of ~/.ssh, a file.
/// The list is made in the background.
class KeyBox : public QWidget
{
    Q_OBJECT
public:
    /// @param prefix of the names of its widgets: "sign" makes "signKey" and "signKeyFile".
    explicit KeyBox(const QString &prefix, QWidget *parent = nullptr);

    /// changed() or failed() follows.
    void load(std::shared_ptr<Workspace> workspace);
    /// The chosen key; empty: git's user.signingKey.
    [[nodiscard]] QString key() const;
    [[nodiscard]] bool isBusy() const { return m_listing.isRunning(); }
    [[nodiscard]] Job &job() { return m_listing; }

signals:
    /// The list has come, or another key was chosen.
    void changed();
    void failed(const countersign::Error &error);

private:
    void chooseFile();

    QComboBox *m_keys;
    QPushButton *m_file;
    Job m_listing;
};

} // namespace countersign::ui
