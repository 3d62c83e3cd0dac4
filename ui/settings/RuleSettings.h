// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../Job.h"
#include "../Workspace.h"

#include <QWidget>

#include <memory>

class QLabel;
class QLineEdit;
class QTableWidget;

namespace countersign::ui
{

/// The rules in force in a repository, read only: what each looks for, how severe, where it is from, whether reviewers' disputes
/// have made it speak more softly.
class RuleSettings : public QWidget
{
    Q_OBJECT
public:
    explicit RuleSettings(QWidget *parent = nullptr);

    void open(std::shared_ptr<Workspace> workspace);
    [[nodiscard]] bool isBusy() const { return m_reading.isRunning(); }

private:
    void filter(const QString &text);

    QTableWidget *m_table;
    QLineEdit *m_filter;
    QLabel *m_note;
    Job m_reading;
};

} // namespace countersign::ui
