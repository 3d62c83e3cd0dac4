// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../Job.h"
#include "../Workspace.h"

#include "workbench/RosterDesk.h"

#include <QWidget>

#include <memory>

class QLabel;
class QListWidget;
class QPlainTextEdit;
class QPushButton;

namespace countersign::ui
{

/// The policy in force, read only: in words, as text, and where it comes from.
class PolicySettings : public QWidget
{
    Q_OBJECT
public:
    explicit PolicySettings(QWidget *parent = nullptr);

    void open(std::shared_ptr<Workspace> workspace);
    [[nodiscard]] bool isBusy() const { return m_reading.isRunning(); }

signals:
    /// There is no roster, and the user wants one.
    void setUpRequested();

private:
    void showStanding(const workbench::RosterStanding &standing);

    QLabel *m_origin;
    QPushButton *m_setUp;
    QListWidget *m_words;
    QPlainTextEdit *m_text;
    Job m_reading;
};

} // namespace countersign::ui
