// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ForeignReports.h"

#include "core/SafeText.h"
#include "reports/CoverageReport.h"
#include "reports/SarifImport.h"

#include <QFile>

#include <algorithm>
#include <iterator>

namespace countersign::workbench
{

namespace
{

Result<std::string> readReport(const std::filesystem::path &path)
{
    QFile file(QString::fromStdString(path.string()));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Input, Message(QT_TRANSLATE_NOOP("app", "The report cannot be read.")), path.string());
    // One byte more than is taken tells that a pipe or device holds too much.
    return file.read(static_cast<qint64>(reports::mostReportBytes) + 1).toStdString();
}

reports::PathMatch pathsOf(const ChangeReport &report)
{
    std::vector<std::string> paths;
    for (const auto &file : report.files) {
        if (file->delta.newSide.exists())
            paths.push_back(file->path());
    }
    return reports::PathMatch(paths);
}

bool touchesAddedLines(const Analysis &analysis, const Annotation &annotation)
{
    const auto file = std::ranges::find(analysis.provenance.files, annotation.file, &FileProvenance::path);
    return file != analysis.provenance.files.end() && std::ranges::any_of(file->runs, [&annotation](const ProvenanceRun &run) {
               return annotation.startLine <= run.lines.last && run.lines.first <= annotation.endLine;
           });
}

void note(Analysis &analysis, const char *text, std::size_t count, const std::filesystem::path &path)
{
    Message message(text, std::vector{safeText(path.string()), std::to_string(count)});
    if (count > 0 && !std::ranges::contains(analysis.problems, message))
        analysis.problems.push_back(std::move(message));
}

/// SARIF is JSON; coverage comes as XML or as lines.
bool beginsLikeJson(const std::filesystem::path &path)
{
    constexpr qint64 looked = 4096;
    QFile file(QString::fromStdString(path.string()));
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const std::string begin = file.read(looked).toStdString();
    const std::size_t first = begin.find_first_not_of("\xEF\xBB\xBF \t\r\n");
    return first != std::string::npos && (begin[first] == '{' || begin[first] == '[');
}

} // namespace

Result<void> addReports(ChangeReport &report, std::span<const std::filesystem::path> files)
{
    std::vector<std::filesystem::path> sorted(files.begin(), files.end());
    const auto others = std::ranges::stable_partition(sorted, beginsLikeJson);
    const std::span<const std::filesystem::path> sarif(sorted.begin(), others.begin());
    if (auto added = addSarif(report, sarif); !added || others.empty())
        return added;
    return addCoverage(report, others);
}

Result<void> addSarif(ChangeReport &report, std::span<const std::filesystem::path> files)
{
    Analysis &analysis = report.analysis;
    const reports::PathMatch paths = pathsOf(report);
    for (const auto &path : files) {
        const auto bytes = readReport(path);
        auto results = bytes ? reports::readSarif(*bytes, path.string(), paths) : std::unexpected(bytes.error());
        if (!results)
            return std::unexpected(results.error());
        note(analysis, QT_TRANSLATE_NOOP("app", "%1: %2 results name a place outside of the repository and were left out."),
             results->refused, path);
        std::ranges::move(results->annotations, std::back_inserter(analysis.annotations));
    }
    for (Annotation &annotation : analysis.annotations)
        annotation.isOnAddedLines = touchesAddedLines(analysis, annotation);
    reports::removeRepeats(analysis.annotations);
    return {};
}

Result<void> addCoverage(ChangeReport &report, std::span<const std::filesystem::path> files)
{
    Analysis &analysis = report.analysis;
    const reports::PathMatch paths = pathsOf(report);
    reports::LineCoverage coverage;
    for (const auto &path : files) {
        const auto bytes = readReport(path);
        auto read = bytes ? reports::readCoverage(*bytes, path.string(), paths) : std::unexpected(bytes.error());
        if (!read)
            return std::unexpected(read.error());
        if (read->files.empty())
            note(analysis, QT_TRANSLATE_NOOP("app", "%1: none of its %2 files belongs to the change."), read->others, path);
        coverage.merge(std::move(*read));
    }
    analysis.testCoverage = reports::shareOf(coverage, analysis, report.files);
    std::erase_if(analysis.findings, [](const Finding &finding) { return finding.rule == reports::uncoveredRule; });
    std::ranges::move(reports::uncoveredAiLines(coverage, analysis, report.files), std::back_inserter(analysis.findings));
    gradeAgain(report);
    return {};
}

} // namespace countersign::workbench
