// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../Job.h"
#include "../Workspace.h"
#include "../diffview/DiffModel.h"

#include "workbench/ChangeReport.h"
#include "workbench/Definitions.h"

#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace countersign::ui
{

class DiffView;

/// What a reader asks about the line under the cursor: who brought it, where a name is defined, show it in my editor.
class LineTools : public QObject
{
    Q_OBJECT
public:
    LineTools(DiffView *view, QObject *parent);

    void setChange(std::shared_ptr<Workspace> workspace, std::shared_ptr<const workbench::ChangeReport> report);
    /// Another file is shown.
    void forget();
    /// What was found out last, to be shown under its line.
    [[nodiscard]] const std::optional<DiffComment> &blame() const { return m_blame; }
    [[nodiscard]] bool isBusy() const { return m_job.isRunning(); }

    /// The command with its arguments for a file and line: %f and %l stand for them, else the file goes last. No shell.
    [[nodiscard]] static QStringList editorCommand(const QString &command, const QString &file, LineNumber line);

public slots:
    void blameLine(); ///< a second time takes the answer away
    void goToDefinition(); ///< of the word that is selected
    void openInEditor();
    void chooseEditor();

signals:
    void said(const QString &text);
    void blamed();
    void placeFound(int file, countersign::Side side, countersign::LineNumber line);

private:
    void startEditor(const QString &file, LineNumber line);

    DiffView *m_view;
    std::shared_ptr<Workspace> m_workspace;
    std::shared_ptr<const workbench::ChangeReport> m_report;
    std::optional<DiffComment> m_blame;
    std::vector<workbench::Definition> m_definitions; ///< of m_word
    QString m_word;
    std::size_t m_nextDefinition = 0;
    Job m_job;
};

} // namespace countersign::ui
