// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "GateDesk.h"

#include "GatePanel.h"
#include "ReviewSession.h"

#include "../Words.h"
#include "../sign/SignDialog.h"

#include "core/Clock.h"

namespace countersign::ui
{

GateDesk::GateDesk(GatePanel *panel, ReviewSession *review, QWidget *window)
    : QObject(window)
    , m_panel(panel)
    , m_review(review)
    , m_window(window)
{
}

void GateDesk::open(std::shared_ptr<Workspace> workspace, std::shared_ptr<const workbench::ChangeReport> report)
{
    m_workspace = std::move(workspace);
    m_report = std::move(report);
    ask();
}

void GateDesk::close()
{
    m_judging.cancel();
    m_report.reset();
    m_panel->setUnknown(tr("Not asked yet"));
}

void GateDesk::ask()
{
    if (!m_report->analysis.change.isStored) {
        m_panel->setUnknown(
            tr("This change is in no repository, so nothing can be recorded about it. Apply it on a branch first."));
        return;
    }
    m_judging.start(
        [workspace = m_workspace, report = m_report](const std::stop_token &stop,
                                                     const ProgressCallback &) -> Result<records::GateReport> {
            auto repository = workspace->handle();
            if (!repository)
                return std::unexpected(repository.error());
            auto gatekeeper = workbench::Gatekeeper::open(*repository, {}, SystemClock().now(), stop);
            if (!gatekeeper)
                return std::unexpected(gatekeeper.error());
            return gatekeeper->judge(*repository, report->analysis, stop);
        },
        [this](const Result<records::GateReport> &report) { show(report); });
}

void GateDesk::show(const Result<records::GateReport> &report)
{
    if (report)
        m_panel->setReport(*report);
    else
        m_panel->setUnknown(words(report.error()));
    emit judged(report ? workbench::stateOf(*report) : workbench::GateState::Error);
}

void GateDesk::sign(records::RecordKind kind)
{
    if (!m_report || !m_review->isOpen() || !m_report->analysis.change.isStored)
        return;
    auto *dialog = new SignDialog({m_workspace, m_report, m_review->state(), kind, m_panel->report()}, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SignDialog::recorded, this, &GateDesk::ask);
    dialog->open();
}

} // namespace countersign::ui
