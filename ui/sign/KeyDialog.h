// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../Workspace.h"

#include <QDialog>

#include <memory>

namespace countersign::ui
{

class KeyBox;

/// Asks with which key something is signed.
class KeyDialog : public QDialog
{
    Q_OBJECT
public:
    KeyDialog(const std::shared_ptr<Workspace> &workspace, const QString &title, const QString &what, QWidget *parent = nullptr);

    [[nodiscard]] bool isBusy() const;

signals:
    /// As KeyBox::key() names it.
    void chosen(const QString &key);

private:
    KeyBox *m_key;
};

} // namespace countersign::ui
