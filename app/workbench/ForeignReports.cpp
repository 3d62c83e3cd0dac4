// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ForeignReports.h"

#include "core/SafeText.h"
#include "diff/Diff.h"
#include "reports/CoverageReport.h"
#include "reports/SarifImport.h"

#include <QFile>

#include <algorithm>
#include <iterator>
#include <map>

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

void note(std::vector<Message> &problems, Message message)
{
    if (!std::ranges::contains(problems, message))
        problems.push_back(std::move(message));
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

Result<void> readSarif(ForeignReports &into, const ChangeReport &report, std::span<const std::filesystem::path> files)
{
    const reports::PathMatch paths = pathsOf(report);
    for (const auto &path : files) {
        const auto bytes = readReport(path);
        auto results = bytes ? reports::readSarif(*bytes, path.string(), paths) : std::unexpected(bytes.error());
        if (!results)
            return std::unexpected(results.error());
        if (results->refused > 0)
            note(into.problems,
                 Message(QT_TRANSLATE_NOOP("app", "%1: %2 results name a place outside of the repository and were left out."),
                         {safeText(path.string()), std::to_string(results->refused)}));
        std::ranges::move(results->annotations, std::back_inserter(into.annotations));
    }
    return {};
}

Result<void> readCoverage(ForeignReports &into, const ChangeReport &report, std::span<const std::filesystem::path> files)
{
    const reports::PathMatch paths = pathsOf(report);
    for (const auto &path : files) {
        const auto bytes = readReport(path);
        auto read = bytes ? reports::readCoverage(*bytes, path.string(), paths) : std::unexpected(bytes.error());
        if (!read)
            return std::unexpected(read.error());
        if (read->files.empty() && read->others > 0)
            note(into.problems,
                 Message(QT_TRANSLATE_NOOP("app", "%1: none of its %2 files belongs to the change."),
                         {safeText(path.string()), std::to_string(read->others)}));
        if (!into.coverage)
            into.coverage.emplace();
        into.coverage->merge(std::move(*read));
    }
    return {};
}

std::shared_ptr<const FileChange> newSideOf(const ChangeReport &report, const std::string &path)
{
    const auto found = std::ranges::find_if(
        report.files, [&path](const auto &file) { return file->delta.newSide.exists() && file->delta.newSide.path == path; });
    return found == report.files.end() ? nullptr : *found;
}

/// Where the lines of a file stand in a later version of it.
class LineSteps
{
public:
    LineSteps(const ChangeReport &then, const ChangeReport &now, const std::string &path, const std::stop_token &stop)
    {
        const auto before = newSideOf(then, path);
        const auto after = newSideOf(now, path);
        m_exists = before && after && !stop.stop_requested();
        if (m_exists && before->delta.newSide.blob != after->delta.newSide.blob)
            m_blocks = diff::diffBlocks(before->newText, after->newText, stop);
    }

    [[nodiscard]] bool exists() const { return m_exists; }

    /// noLine: the line was edited, or is gone.
    [[nodiscard]] LineNumber now(LineNumber then) const
    {
        if (!m_exists || then == noLine)
            return noLine;
        // The first block that does not end above the line.
        const auto next = std::ranges::partition_point(m_blocks, [then](const diff::Block &block) { return block.aEnd < then; });
        if (next != m_blocks.end() && next->aBegin < then)
            return noLine;
        if (next == m_blocks.begin())
            return then;
        const diff::Block &above = *std::prev(next);
        return then - above.aEnd + above.bEnd;
    }

private:
    bool m_exists = false;
    std::vector<diff::Block> m_blocks; ///< none: no line moved
};

} // namespace

void ForeignReports::merge(ForeignReports more)
{
    std::ranges::move(more.annotations, std::back_inserter(annotations));
    if (more.coverage)
        coverage = std::move(more.coverage);
    for (Message &problem : more.problems)
        note(problems, std::move(problem));
}

Result<ForeignReports> readReports(const ChangeReport &report, std::span<const std::filesystem::path> files)
{
    std::vector<std::filesystem::path> sorted(files.begin(), files.end());
    const auto others = std::ranges::stable_partition(sorted, beginsLikeJson);
    ForeignReports read;
    if (auto done = readSarif(read, report, {sorted.begin(), others.begin()}); !done)
        return std::unexpected(done.error());
    if (auto done = readCoverage(read, report, others); !done)
        return std::unexpected(done.error());
    return read;
}

ForeignReports carryOn(ForeignReports reports, const ChangeReport &then, const ChangeReport &now, const std::stop_token &stop)
{
    std::map<std::string, LineSteps, std::less<>> files;
    const auto stepsOf = [&](const std::string &path) -> const LineSteps & {
        const auto found = files.find(path);
        return found != files.end() ? found->second : files.try_emplace(path, then, now, path, stop).first->second;
    };
    std::vector<Annotation> still;
    for (Annotation &annotation : reports.annotations) {
        const LineSteps &steps = stepsOf(annotation.file);
        if (annotation.startLine != noLine) {
            const LineNumber first = steps.now(annotation.startLine);
            const LineNumber last = steps.now(annotation.endLine);
            if (first == noLine || last == noLine || last - first != annotation.endLine - annotation.startLine)
                continue;
            annotation.startLine = first;
            annotation.endLine = last;
        } else if (!steps.exists()) {
            continue;
        }
        still.push_back(std::move(annotation));
    }
    const std::size_t gone = reports.annotations.size() - still.size();
    reports.annotations = std::move(still);
    if (gone > 0)
        note(reports.problems,
             Message(QT_TRANSLATE_NOOP("app", "Results of other tools on lines that have been edited since, left out: %1"),
                     {std::to_string(gone)}));
    std::size_t lost = 0;
    reports::LineCoverage carried;
    for (const auto &[path, hits] : reports.coverage.value_or(reports::LineCoverage()).files) {
        const LineSteps &steps = stepsOf(path);
        for (const auto &[line, isRun] : hits) {
            if (const LineNumber place = steps.now(line); place != noLine)
                carried.files[path][place] = isRun;
            else
                ++lost;
        }
    }
    if (reports.coverage)
        reports.coverage = std::move(carried);
    if (lost > 0)
        note(reports.problems,
             Message(QT_TRANSLATE_NOOP("app", "Lines of the coverage report that have been edited since, left out: %1"),
                     {std::to_string(lost)}));
    return reports;
}

void addReports(ChangeReport &report, const ForeignReports &reports)
{
    Analysis &analysis = report.analysis;
    std::ranges::copy(reports.annotations, std::back_inserter(analysis.annotations));
    for (Annotation &annotation : analysis.annotations)
        annotation.isOnAddedLines = touchesAddedLines(analysis, annotation);
    reports::removeRepeats(analysis.annotations);
    for (const Message &problem : reports.problems)
        note(analysis.problems, problem);
    if (!reports.coverage)
        return;
    analysis.testCoverage = reports::shareOf(*reports.coverage, analysis, report.files);
    std::erase_if(analysis.findings, [](const Finding &finding) { return finding.rule == reports::uncoveredRule; });
    std::ranges::move(reports::uncoveredAiLines(*reports.coverage, analysis, report.files),
                      std::back_inserter(analysis.findings));
    gradeAgain(report);
}

Result<void> addSarif(ChangeReport &report, std::span<const std::filesystem::path> files)
{
    ForeignReports read;
    auto done = readSarif(read, report, files);
    if (done)
        addReports(report, read);
    return done;
}

Result<void> addCoverage(ChangeReport &report, std::span<const std::filesystem::path> files)
{
    ForeignReports read;
    auto done = readCoverage(read, report, files);
    if (done)
        addReports(report, read);
    return done;
}

} // namespace countersign::workbench
