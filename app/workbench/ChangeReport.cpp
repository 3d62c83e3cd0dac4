// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ChangeReport.h"

#include "core/SafeText.h"
#include "diff/FileLoader.h"
#include "provenance/FindProvenance.h"

#include <algorithm>
#include <atomic>
#include <map>
#include <mutex>
#include <optional>
#include <thread>

namespace countersign::workbench
{

namespace
{

/// What the threads that load files share.
class Loading
{
public:
    Loading(std::span<const FileDelta> deltas, const std::stop_token &stop, const ProgressCallback &progress)
        : m_deltas(deltas)
        , m_stop(stop)
        , m_progress(progress)
        , m_files(deltas.size())
        , m_errors(deltas.size())
    {
    }

    void work(const git::Repository &repository)
    {
        for (std::size_t index = m_next++; index < m_deltas.size() && !m_stop.stop_requested(); index = m_next++) {
            auto file = diff::loadFile(repository, m_deltas[index], {}, m_stop);
            if (file)
                m_files[index] = std::move(*file);
            else
                m_errors[index] = std::move(file.error());
            if (m_progress) {
                const std::scoped_lock lock(m_reporting);
                m_progress({++m_done, m_deltas.size(), Message(QT_TRANSLATE_NOOP("app", "Comparing files"))});
            }
        }
    }

    LoadedFiles finish()
    {
        LoadedFiles loaded;
        for (std::size_t i = 0; i < m_deltas.size(); ++i) {
            if (!m_errors[i])
                continue;
            const std::string &path = m_deltas[i].path();
            loaded.problems.emplace_back(QT_TRANSLATE_NOOP("app", "%1 could not be read: %2"),
                                         std::vector{safeText(path), m_errors[i]->what.english()});
            m_files[i] = {};
            m_files[i].delta = m_deltas[i];
            m_files[i].fileClass = classify(path);
        }
        loaded.files = std::move(m_files);
        return loaded;
    }

private:
    std::span<const FileDelta> m_deltas;
    const std::stop_token &m_stop;
    const ProgressCallback &m_progress;
    std::vector<FileChange> m_files;
    std::vector<std::optional<Error>> m_errors;
    std::atomic<std::size_t> m_next = 0;
    std::mutex m_reporting;
    std::size_t m_done = 0;
};

} // namespace

unsigned allCores()
{
    return std::max(1U, std::thread::hardware_concurrency());
}

Result<LoadedFiles> loadFiles(const git::Repository &repository, std::span<const FileDelta> deltas, unsigned threads,
                              std::stop_token stop, const ProgressCallback &progress)
{
    constexpr std::size_t worthAThread = 16; // files; opening a handle takes about as long
    Loading loading(deltas, stop, progress);
    std::vector<git::Repository> handles;
    for (std::size_t i = 1; i < std::min<std::size_t>(threads, deltas.size() / worthAThread); ++i) {
        auto handle = repository.handle();
        if (!handle)
            return std::unexpected(handle.error());
        handles.push_back(std::move(*handle));
    }
    {
        std::vector<std::jthread> workers;
        for (const auto &handle : handles)
            workers.emplace_back([&loading, &handle] { loading.work(handle); });
        loading.work(repository);
    }
    if (stop.stop_requested())
        return cancelled();
    LoadedFiles loaded = loading.finish();
    diff::markMovesAcrossFiles(loaded.files, stop);
    return loaded;
}

Result<ChangeReport> analyzeChange(const git::Repository &repository, const Engine &engine, Change change, std::stop_token stop,
                                   const ProgressCallback &progress, const risk::FindingsCallback &found, unsigned threads)
{
    auto deltas = repository.diffTrees(change.baseTree, change.headTree, git::Repository::Renames::Find, stop);
    if (!deltas)
        return std::unexpected(deltas.error());
    auto loaded = loadFiles(repository, *deltas, threads, stop, progress);
    if (!loaded)
        return std::unexpected(loaded.error());
    auto &[files, problems] = *loaded;
    auto provenance = provenance::findProvenance(repository, change, files, engine.markers, stop, progress);
    if (!provenance)
        return std::unexpected(provenance.error());
    auto findings = risk::findRisks(*engine.rules, change, files, stop, progress, found, threads);
    if (!findings)
        return std::unexpected(findings.error());

    ChangeReport report;
    report.analysis = risk::grade(*engine.rules, std::move(change), files, std::move(*provenance), std::move(*findings));
    report.analysis.problems.insert(report.analysis.problems.end(), problems.begin(), problems.end());
    report.coverage = review::CoverageMap(files, report.analysis.provenance, report.analysis.findings);
    std::map<std::string, std::shared_ptr<const FileChange>> byPath;
    for (auto &file : files) {
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
                                const risk::FindingsCallback &found, unsigned threads)
{
    auto change = git::resolveChange(repository, spec, options, stop);
    if (!change)
        return std::unexpected(change.error());
    return analyzeChange(repository, engine, std::move(*change), stop, progress, found, threads);
}

} // namespace countersign::workbench
