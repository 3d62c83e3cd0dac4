// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../Job.h"
#include "../Workspace.h"

#include "core/Change.h"
#include "provenance/Tag.h"

#include <QDialog>

#include <memory>
#include <optional>
#include <string>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;

namespace countersign::ui
{

/// States that a change, one of its files or some lines are AI-assisted: a note in this repository, in the name of the person
/// that git knows here.
class TagDialog : public QDialog
{
    Q_OBJECT
public:
    /// What the reader points at.
    struct Subject {
        std::shared_ptr<Workspace> workspace;
        Change change;
        std::string path; ///< of the file that is shown, at the head; empty: none
        std::optional<LineRange> lines; ///< of that file
    };
    explicit TagDialog(Subject subject, QWidget *parent = nullptr);
    [[nodiscard]] bool isBusy() const { return m_job.isRunning(); }

signals:
    void tagged();

private:
    void addScopes(QFormLayout *form);
    void save();

    Subject m_subject;
    QComboBox *m_tool;
    QLineEdit *m_model;
    QRadioButton *m_wholeChange;
    QRadioButton *m_file;
    QRadioButton *m_lines;
    QLabel *m_note;
    QPushButton *m_save;
    Job m_job;
};

} // namespace countersign::ui
