// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace countersign::ui
{

/// What is shown while no repository is open: what to do, what is being opened, or why it could not be.
class WelcomePage : public QWidget
{
    Q_OBJECT
public:
    explicit WelcomePage(QWidget *parent = nullptr);

    void setText(const QString &text);

signals:
    void openRequested();
    void demoRequested();

private:
    QLabel *m_text;
};

} // namespace countersign::ui
