// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ImportedReports.h"

#include "../Words.h"

#include <QFileDialog>

#include <algorithm>
#include <optional>
#include <utility>

namespace countersign::ui
{

namespace
{

QStringList askForFiles(QWidget *parent)
{
    return QFileDialog::getOpenFileNames(parent, ImportedReports::tr("Import reports"), {},
                                         ImportedReports::tr("Reports (*.sarif *.json *.info *.lcov *.xml);;All files (*)"));
}

} // namespace

ImportedReports::ImportedReports(QObject *parent)
    : QObject(parent)
    , m_choose(askForFiles)
{
}

void ImportedReports::setReport(std::shared_ptr<const workbench::ChangeReport> report)
{
    if (report && report == m_shown)
        return;
    m_job.cancel();
    m_report = std::move(report);
    m_shown.reset();
    if (!m_report) {
        m_imported = {};
        m_of.reset();
        m_waiting.clear();
    }
    if (!m_imported.isEmpty() || !m_waiting.empty())
        bring();
}

void ImportedReports::import()
{
    if (!m_report)
        return;
    const QStringList files = m_choose(qobject_cast<QWidget *>(parent()));
    for (const QString &file : files)
        m_waiting.emplace_back(file.toStdString());
    if (!m_waiting.empty())
        bring();
}

/// Carries on what was imported, reads what waits, and shows the change with both.
void ImportedReports::bring()
{
    struct Brought {
        workbench::ForeignReports imported;
        std::optional<Error> error; ///< of the files that waited
        std::shared_ptr<const workbench::ChangeReport> shown;
    };
    m_job.start(
        [report = m_report, of = m_of, imported = m_imported, files = m_waiting](const std::stop_token &stop,
                                                                                 const ProgressCallback &) {
            Brought brought{of && of != report ? workbench::carryOn(imported, *of, *report, stop) : imported, {}, {}};
            if (auto read = workbench::readReports(*report, files))
                brought.imported.merge(std::move(*read));
            else
                brought.error = std::move(read.error());
            if (!brought.imported.isEmpty()) {
                auto with = std::make_shared<workbench::ChangeReport>(*report);
                workbench::addReports(*with, brought.imported);
                brought.shown = std::move(with);
            }
            return brought;
        },
        [this](Brought brought) {
            m_waiting.clear();
            m_imported = std::move(brought.imported);
            m_of = m_report;
            m_shown = std::move(brought.shown);
            if (m_shown)
                emit imported(m_shown);
            if (brought.error)
                emit failed(words(*brought.error));
        });
}

std::vector<DiffComment> ImportedReports::under(const Analysis &analysis, const FileChange &file)
{
    std::vector<DiffComment> notes;
    for (std::size_t i = 0; i < analysis.annotations.size(); ++i) {
        const Annotation &annotation = analysis.annotations[i];
        if (!file.delta.newSide.exists() || annotation.file != file.delta.newSide.path || file.newText.isEmpty())
            continue;
        const LineNumber last = std::max(annotation.startLine, annotation.endLine);
        DiffComment note{.id = "annotation-" + std::to_string(i),
                         .side = Side::New,
                         .line = std::clamp<LineNumber>(last, 1, file.newText.lineCount()),
                         .heading = {},
                         .paragraphs = {},
                         .isOpen = false};
        note.heading = annotation.rule.empty() ? safe(annotation.source, 80)
                                               : tr("%1 · %2").arg(safe(annotation.source, 80), safe(annotation.rule, 80));
        note.paragraphs << safe(annotation.message, 800);
        notes.push_back(std::move(note));
    }
    return notes;
}

} // namespace countersign::ui
