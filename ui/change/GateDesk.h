// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../Job.h"
#include "../Workspace.h"

#include "workbench/ChangeReport.h"
#include "workbench/Gatekeeper.h"

#include <QObject>

#include <memory>

namespace countersign::ui
{

class GatePanel;
class ReviewSession;

/// Where the opened change stands at the gate, asked in the background, and the way through it: signing. GUI thread.
class GateDesk : public QObject
{
    Q_OBJECT
public:
    /// @param window the parent of the sign dialog
    GateDesk(GatePanel *panel, ReviewSession *review, QWidget *window);

    /// judged() follows.
    void open(std::shared_ptr<Workspace> workspace, std::shared_ptr<const workbench::ChangeReport> report);
    void close();
    [[nodiscard]] bool isBusy() const { return m_judging.isRunning(); }
    /// Opens the sign dialog; does nothing where the change or its review is not there yet.
    void sign(records::RecordKind kind);

signals:
    void judged(countersign::workbench::GateState state);

private:
    void ask();
    void show(const Result<records::GateReport> &report);

    GatePanel *m_panel;
    ReviewSession *m_review;
    QWidget *m_window;
    std::shared_ptr<Workspace> m_workspace;
    std::shared_ptr<const workbench::ChangeReport> m_report;
    Job m_judging;
};

} // namespace countersign::ui
