// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ChangeReport.h"

#include "core/SafeText.h"
#include "diff/FileLoader.h"
#include "provenance/FindProvenance.h"

#include <map>

namespace countersign::workbench
{

namespace
{

/// Reads and diffs every file; what cannot be read is named in @p problems.
Result<std::vector<FileChange>> loadFiles(const git::Repository &repository, const std::vector<FileDelta> &deltas,
                                          std::vector<Message> &problems, const std::stop_token &stop,
                                          const ProgressCallback &progress)
{
    std::vector<FileChange> files;
    files.reserve(deltas.size());
    for (const auto &delta : deltas) {
        if (stop.stop_requested())
            return cancelled();
        if (progress)
            progress({files.size(), deltas.size(), Message(QT_TRANSLATE_NOOP("app", "Comparing files"))});
        auto file = diff::loadFile(repository, delta, {}, stop);
        if (file) {
            files.push_back(std::move(*file));
            continue;
        }
        if (file.error().kind == ErrorKind::Cancelled)
            return std::unexpected(file.error());
        problems.push_back(
            Message(QT_TRANSLATE_NOOP("app", "%1 could not be read: %2"), {safeText(delta.path()), file.error().what.english()}));
        FileChange unread;
        unread.delta = delta;
        unread.fileClass = classify(delta.path());
        files.push_back(std::move(unread));
    }
    diff::markMovesAcrossFiles(files, stop);
    return files;
}

} // namespace

Result<ChangeReport> analyzeChange(const git::Repository &repository, const Engine &engine, Change change, std::stop_token stop,
                                   const ProgressCallback &progress, const risk::FindingsCallback &found)
{
    auto deltas = repository.diffTrees(change.baseTree, change.headTree, git::Repository::Renames::Find, stop);
    if (!deltas)
        return std::unexpected(deltas.error());
    std::vector<Message> problems;
    auto files = loadFiles(repository, *deltas, problems, stop, progress);
    if (!files)
        return std::unexpected(files.error());
    auto provenance = provenance::findProvenance(repository, change, *files, engine.markers, stop, progress);
    if (!provenance)
        return std::unexpected(provenance.error());
    auto findings = risk::findRisks(*engine.rules, change, *files, stop, progress, found);
    if (!findings)
        return std::unexpected(findings.error());

    ChangeReport report;
    report.analysis = risk::grade(*engine.rules, std::move(change), *files, std::move(*provenance), std::move(*findings));
    report.analysis.problems.insert(report.analysis.problems.end(), problems.begin(), problems.end());
    report.coverage = review::CoverageMap(*files, report.analysis.provenance);
    std::map<std::string, std::shared_ptr<const FileChange>> byPath;
    for (auto &file : *files) {
        const std::string path = file.path();
        byPath.emplace(path, std::make_shared<const FileChange>(std::move(file)));
    }
    report.files.reserve(report.analysis.files.size());
    for (const auto &summary : report.analysis.files)
        report.files.push_back(byPath.at(summary.delta.path()));
    return report;
}

Result<ChangeReport> openChange(git::Repository &repository, const Engine &engine, std::string_view spec,
                                const git::ResolveOptions &options, std::stop_token stop, const ProgressCallback &progress,
                                const risk::FindingsCallback &found)
{
    auto change = git::resolveChange(repository, spec, options, stop);
    if (!change)
        return std::unexpected(change.error());
    return analyzeChange(repository, engine, std::move(*change), stop, progress, found);
}

} // namespace countersign::workbench
