// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../Job.h"
#include "../Workspace.h"

#include "core/Interaction.h"
#include "workbench/ChangeReport.h"

#include <QObject>
#include <QString>

#include <memory>
#include <vector>

namespace countersign::ui
{

/// Where the opened change meets other open ones: looked for in the background once the change is known. GUI thread.
class Meetings : public QObject
{
    Q_OBJECT
public:
    explicit Meetings(QObject *parent = nullptr);

    /// Looks for them, unless the same head was asked about last. @p report null: there is no change.
    void open(std::shared_ptr<Workspace> workspace, std::shared_ptr<const workbench::ChangeReport> report);
    /// Looks anew: other changes may have moved.
    void refresh();
    void cancel();
    [[nodiscard]] bool isBusy() const { return m_job.isRunning(); }

    [[nodiscard]] const std::vector<Interaction> &list() const { return m_list; }
    [[nodiscard]] const std::shared_ptr<Workspace> &workspace() const { return m_workspace; }
    [[nodiscard]] const std::shared_ptr<const workbench::ChangeReport> &report() const { return m_report; }
    /// What is known or going on, in a sentence.
    [[nodiscard]] const QString &status() const { return m_status; }

signals:
    void changed();
    void progressed(const countersign::Progress &progress);

private:
    void setStatus(const QString &status);

    std::shared_ptr<Workspace> m_workspace;
    std::shared_ptr<const workbench::ChangeReport> m_report;
    std::vector<Interaction> m_list;
    QString m_status;
    Job m_job;
};

/// "same function or type: month_total"
[[nodiscard]] QString meetingWords(const Interaction &meeting);
/// "src/report/totals.py:12"
[[nodiscard]] QString placeWords(const InteractionPlace &place);

} // namespace countersign::ui
