// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QListWidget;
class QPushButton;

namespace countersign::ui
{

/// What is shown while no repository is open: what to do, what was opened before, what is being opened, or why it could not be.
class WelcomePage : public QWidget
{
    Q_OBJECT
public:
    explicit WelcomePage(QWidget *parent = nullptr);

    void setText(const QString &text);

    /// Folders that were opened before, to be opened again.
    void setRecent(const QStringList &paths);

signals:
    void openRequested();
    void repositoryChosen(const QString &path);
    void demoRequested();

private:
    QLabel *m_text;
    QListWidget *m_recent;
};

} // namespace countersign::ui
