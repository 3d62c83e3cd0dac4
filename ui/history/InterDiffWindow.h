// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../Job.h"
#include "../change/DiffPane.h"

#include "workbench/InterDiff.h"

#include <QDialog>

#include <memory>

class QCheckBox;
class QListWidget;

namespace countersign::ui
{

/// Two versions of a change, file by file: what the author did since, with what the rebase brought left out or put back in.
class InterDiffWindow : public QDialog
{
    Q_OBJECT
public:
    InterDiffWindow(workbench::InterDiff difference, const QString &title, QWidget *parent);

    [[nodiscard]] DiffPane *pane() const { return m_pane; }
    [[nodiscard]] bool isBusy() const { return m_comparing.isRunning() || m_pane->isBusy(); }

private:
    void showFile();

    const workbench::InterDiff m_difference;
    QListWidget *m_files;
    QCheckBox *m_onlyAuthors;
    DiffPane *m_pane;
    Job m_comparing;
};

} // namespace countersign::ui
