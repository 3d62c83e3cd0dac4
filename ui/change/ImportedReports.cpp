// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ImportedReports.h"

#include "../Words.h"

#include "workbench/ForeignReports.h"

#include <QFileDialog>

#include <algorithm>
#include <filesystem>

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
    m_job.cancel();
    m_report = std::move(report);
}

void ImportedReports::import()
{
    if (!m_report)
        return;
    std::vector<std::filesystem::path> files;
    for (const QString &file : m_choose(qobject_cast<QWidget *>(parent())))
        files.emplace_back(file.toStdString());
    if (files.empty())
        return;
    m_job.start(
        [report = m_report, files = std::move(files)](const std::stop_token &,
                                                      const ProgressCallback &) -> Result<workbench::ChangeReport> {
            workbench::ChangeReport with = *report;
            if (auto added = workbench::addReports(with, files); !added)
                return std::unexpected(added.error());
            return with;
        },
        [this](Result<workbench::ChangeReport> with) {
            if (with) {
                m_report = std::make_shared<const workbench::ChangeReport>(std::move(*with));
                emit imported(m_report);
            } else {
                emit failed(words(with.error()));
            }
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
