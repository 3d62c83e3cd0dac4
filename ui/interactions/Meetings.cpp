// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Meetings.h"

#include "../Words.h"

#include "workbench/Meetings.h"

#include <QCoreApplication>

namespace countersign::ui
{

Meetings::Meetings(QObject *parent)
    : QObject(parent)
{
    connect(&m_job, &Job::progressed, this, &Meetings::progressed);
    open(nullptr, nullptr);
}

void Meetings::open(std::shared_ptr<Workspace> workspace, std::shared_ptr<const workbench::ChangeReport> report)
{
    const bool isSame = report && m_report && workspace == m_workspace && report->analysis.change == m_report->analysis.change;
    m_workspace = std::move(workspace);
    m_report = std::move(report);
    if (isSame)
        return;
    m_job.cancel();
    m_list.clear();
    if (m_report)
        refresh();
    else
        setStatus(tr("No change is open."));
}

void Meetings::refresh()
{
    if (!m_report)
        return;
    m_job.start(
        [workspace = m_workspace, report = m_report](
            const std::stop_token &stop, const ProgressCallback &progress) -> Result<std::optional<std::vector<Interaction>>> {
            auto repository = workspace->handle();
            if (!repository)
                return std::unexpected(repository.error());
            workbench::ChangeReport copy = *report;
            // One thread: what the reader does meanwhile comes first.
            if (auto found = workbench::findMeetings(*repository, copy, 1, stop, progress); !found)
                return std::unexpected(found.error());
            return std::move(copy.analysis.interactions);
        },
        [this](Result<std::optional<std::vector<Interaction>>> found) {
            if (found)
                m_list = std::move(*found).value_or(std::vector<Interaction>());
            setStatus(!found ? words(found.error())
                          : m_list.empty()
                          ? tr("It meets no other open change.")
                          : tr("It meets other open changes in %n place(s).", nullptr, static_cast<int>(m_list.size())));
        });
    setStatus(tr("Comparing with other open changes …"));
}

void Meetings::cancel()
{
    if (!m_job.isRunning())
        return;
    m_job.cancel();
    setStatus(tr("Stopped. Press F5 to go on."));
}

void Meetings::setStatus(const QString &status)
{
    m_status = status;
    emit changed();
}

QString meetingWords(const Interaction &meeting)
{
    return QStringLiteral("%1: %2").arg(words(label(meeting.kind)), safe(meeting.what, 200));
}

QString placeWords(const InteractionPlace &place)
{
    const QString at = QStringLiteral("%1:%2").arg(safe(place.file, 300)).arg(place.line);
    return place.isOld ? QCoreApplication::translate("Meetings", "%1 (removed)").arg(at) : at;
}

} // namespace countersign::ui
