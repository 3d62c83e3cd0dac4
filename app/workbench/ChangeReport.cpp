// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ChangeReport.h"

#include "CommitMessages.h"
#include "DisputedRules.h"
#include "HeadTree.h"

#include "core/Memory.h"
#include "core/SafeText.h"
#include "core/Sha256.h"
#include "diff/FileLoader.h"
#include "provenance/FindProvenance.h"
#include "risk/HalfRead.h"

#include <algorithm>
#include <atomic>
#include <future>
#include <iterator>
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
    diff::markMovesAcrossFiles(loaded.files, stop, threads);
    return loaded;
}

namespace
{

/// Everything that the report of a change depends on.
std::string reportKey(const git::Repository &repository, const Engine &engine, const Change &change, const TeamFiles &team)
{
    Sha256 digest;
    const auto add = [&digest](std::string_view part) {
        digest.add(std::to_string(part.size()));
        digest.add(":");
        digest.add(part);
    };
    for (const std::string &part :
         {repository.gitDirectory().string(), change.id, change.ref, change.title, change.body, change.base.hex(),
          change.mergeBase.hex(), change.head.hex(), change.baseTree.hex(), change.headTree.hex(), engine.rules->digest(),
          engine.templates.digest(), team.markers.value_or("")})
        add(part);
    for (const std::string_view ref : provenance::evidenceRefs) {
        const auto tip = repository.reference(ref);
        add(tip && *tip ? (*tip)->hex() : std::string());
    }
    return digest.finish();
}

/// Where a repository refuses what an AI wrote: a finding on the first lines that say so, the evidence with it.
void addRefusal(const Engine &engine, std::span<const FileChange> files, const Provenance &provenance,
                std::vector<Finding> &findings)
{
    if (!engine.markers.refusesAi() || provenance.tools.empty())
        return;
    for (const bool onlyAi : {true, false}) { // a mixed squash assigns no line
        for (const FileChange &file : files) {
            const auto mine = std::ranges::find(provenance.files, file.path(), &FileProvenance::path);
            if (mine == provenance.files.end())
                continue;
            const auto run = std::ranges::find_if(mine->runs, [onlyAi](const ProvenanceRun &one) { return one.isAi || !onlyAi; });
            if (run == mine->runs.end())
                continue;
            Finding finding;
            finding.rule = "PRV-01";
            finding.severity = Severity::High;
            finding.file = file.path();
            finding.startLine = run->lines.first;
            finding.endLine = run->lines.last;
            finding.title = Message(QT_TRANSLATE_NOOP("app", "This repository does not want what an AI wrote"));
            finding.why =
                Message(QT_TRANSLATE_NOOP("app", "The project has decided so, and the change says that an AI took part."));
            finding.check =
                Message(QT_TRANSLATE_NOOP("app", "Does the author know the rule? Is there an exception for this change?"));
            constexpr std::size_t mostEvidence = 10;
            for (const ProvenanceEvidence &piece :
                 std::span(provenance.evidence).first(std::min(mostEvidence, provenance.evidence.size())))
                finding.evidence.emplace_back(piece.source + ": " + safeText(piece.detail, 120));
            const std::string text(file.newText.line(run->lines.first));
            finding.content = findingContent(finding.rule, Side::New, text);
            finding.id = findingId(finding.rule, finding.file, Side::New, text, 0);
            findings.push_back(std::move(finding));
            return;
        }
    }
}

using Files = std::shared_ptr<const std::vector<FileChange>>;

ChangeReport makeReport(Analysis analysis, const Files &files)
{
    ChangeReport report;
    report.analysis = std::move(analysis);
    std::map<std::string_view, std::shared_ptr<const FileChange>> byPath;
    for (const FileChange &file : *files)
        byPath.emplace(file.path(), std::shared_ptr<const FileChange>(files, &file));
    report.files.reserve(report.analysis.files.size());
    for (const auto &summary : report.analysis.files)
        report.files.push_back(byPath.at(summary.delta.path()));
    if (!report.analysis.change.commits.empty())
        report.messages = std::make_shared<const FileChange>(commitMessagesFile(report.analysis.change));
    return report;
}

/// What an analysis works with: the engine with the rules of the change's base, where known reports are, what is disputed.
struct Session {
    const Engine *engine;
    std::shared_ptr<const Engine> own; ///< of the team; null: the general one
    std::string key;
    std::map<std::string, unsigned> disputes; ///< by rule
};

Session beginSession(const git::Repository &repository, const Engine &general, const Change &change, const std::stop_token &stop)
{
    const TeamFiles team = readTeamFiles(repository, change.base);
    Session session{&general, team.isEmpty() ? nullptr : general.with(team), {}, {}};
    if (session.own)
        session.engine = session.own.get();
    session.key = reportKey(repository, *session.engine, change, team);
    if (general.disputed)
        session.disputes = general.disputed->in(repository, change, stop);
    return session;
}

/// The report of an earlier analysis of the same things; nothing: there is none.
std::optional<ChangeReport> knownReport(const Session &session, const Change &change, const risk::FindingsCallback &found)
{
    const auto known = session.engine->reports ? session.engine->reports->find(session.key) : nullptr;
    if (!known)
        return std::nullopt;
    ChangeReport report = *known;
    report.analysis.change = change;
    if (found)
        found(report.analysis.findings);
    stepDown(report, session.disputes);
    return report;
}

/// Provenance, findings and what follows from them; the axes that need the surroundings are ungraded.
Result<ChangeReport> judge(const git::Repository &repository, const Session &session, ComparedChange compared,
                           const std::stop_token &stop, const ProgressCallback &progress, const risk::FindingsCallback &found,
                           unsigned threads)
{
    const Engine &engine = *session.engine;
    auto handle = repository.handle();
    if (!handle)
        return std::unexpected(handle.error());
    std::atomic<bool> areRisksFound = false;
    const ProgressCallback afterRisks = [&](const Progress &step) {
        if (progress && areRisksFound)
            progress(step);
    };
    auto tracing = std::async(threads > 1 ? std::launch::async : std::launch::deferred, [&] {
        return provenance::findProvenance(*handle, compared.change, *compared.files, engine.markers, stop, afterRisks, threads);
    });
    auto findings = findRisks(repository, engine, compared, stop, progress, found, threads);
    areRisksFound = true;
    auto provenance = tracing.get();
    if (!findings)
        return std::unexpected(findings.error());
    if (!provenance)
        return std::unexpected(provenance.error());
    auto &[change, files, problems] = compared;
    auto halfRead = std::async(threads > 1 ? std::launch::async : std::launch::deferred,
                               [texts = files] { return risk::halfReadFiles(*texts); });
    addRefusal(engine, *files, *provenance, *findings);
    risk::orderFindings(*findings);
    ChangeReport report =
        makeReport(risk::grade(*engine.rules, std::move(change), *files, std::move(*provenance), std::move(*findings)), files);
    report.analysis.problems = std::move(problems);
    std::ranges::copy(engine.problems, std::back_inserter(report.analysis.problems));
    report.templates = std::make_shared<const review::Templates>(engine.templates);
    report.coverage = review::CoverageMap(*files, report.analysis.provenance, report.analysis.findings);
    if (report.messages)
        report.coverage.addUncounted(*report.messages);
    std::ranges::copy(halfRead.get(), std::back_inserter(report.analysis.problems));
    return report;
}

Result<ChangeReport> lookThrough(const git::Repository &repository, const Session &session, ComparedChange compared,
                                 const std::stop_token &stop, const ProgressCallback &progress,
                                 const risk::FindingsCallback &found, unsigned threads, const GradedCallback &graded)
{
    const Engine &engine = *session.engine;
    const Files files = compared.files;
    auto report = judge(repository, session, std::move(compared), stop, progress, found, threads);
    if (!report)
        return report;
    if (graded) {
        ChangeReport early = *report;
        stepDown(early, session.disputes);
        if (!graded(early))
            return early;
    }
    constexpr std::size_t wide = 1000; // files: what the rules have freed is worth the milliseconds
    if (files->size() >= wide)
        giveFreeMemoryBack();
    if (auto added = engine.surroundings->addAxes(repository, report->analysis, *files, threads, stop, progress); !added)
        return std::unexpected(added.error());
    if (engine.reports)
        engine.reports->put(session.key, std::make_shared<const ChangeReport>(*report));
    stepDown(*report, session.disputes);
    return report;
}

} // namespace

Result<ComparedChange> compareChange(const git::Repository &repository, Change change, std::stop_token stop,
                                     const ProgressCallback &progress, unsigned threads)
{
    auto deltas = repository.diffTrees(change.baseTree, change.headTree, git::Repository::Renames::Find, stop);
    if (!deltas)
        return std::unexpected(deltas.error());
    auto loaded = loadFiles(repository, *deltas, threads, stop, progress);
    if (!loaded)
        return std::unexpected(loaded.error());
    return ComparedChange{std::move(change), std::make_shared<const std::vector<FileChange>>(std::move(loaded->files)),
                          std::move(loaded->problems)};
}

void gradeAgain(ChangeReport &report)
{
    risk::gradeAgain(report.analysis, report.files);
    std::map<std::string_view, std::shared_ptr<const FileChange>> byPath;
    for (const auto &file : report.files)
        byPath.emplace(file->path(), file);
    std::ranges::transform(report.analysis.files, report.files.begin(),
                           [&byPath](const FileSummary &summary) { return byPath.at(summary.delta.path()); });
}

Result<std::vector<Finding>> findRisks(const git::Repository &repository, const Engine &engine, const ComparedChange &compared,
                                       std::stop_token stop, const ProgressCallback &progress,
                                       const risk::FindingsCallback &found, unsigned threads)
{
    const HeadTree head(repository, compared.change.headTree, stop, engine.words, threads);
    const auto pasts = engine.surroundings->pasts(repository, compared.change, *compared.files, stop);
    return risk::findRisks(*engine.rules, compared.change, *compared.files, stop, progress, found, threads, &head, pasts.get());
}

ChangeReport linesOf(const ComparedChange &compared)
{
    Analysis analysis;
    analysis.change = compared.change;
    analysis.files = risk::summarizeFiles(*compared.files, {});
    return makeReport(std::move(analysis), compared.files);
}

Result<ChangeReport> analyzeCompared(const git::Repository &repository, const Engine &engine, ComparedChange compared,
                                     std::stop_token stop, const ProgressCallback &progress, const risk::FindingsCallback &found,
                                     unsigned threads, const GradedCallback &graded)
{
    const Session session = beginSession(repository, engine, compared.change, stop);
    if (auto known = knownReport(session, compared.change, found))
        return std::move(*known);
    return lookThrough(repository, session, std::move(compared), stop, progress, found, threads, graded);
}

Result<ChangeReport> analyzeChange(const git::Repository &repository, const Engine &engine, Change change, std::stop_token stop,
                                   const ProgressCallback &progress, const risk::FindingsCallback &found, unsigned threads,
                                   const GradedCallback &graded)
{
    const Session session = beginSession(repository, engine, change, stop);
    if (auto known = knownReport(session, change, found))
        return std::move(*known);
    auto compared = compareChange(repository, std::move(change), stop, progress, threads);
    if (!compared)
        return std::unexpected(compared.error());
    return lookThrough(repository, session, std::move(*compared), stop, progress, found, threads, graded);
}

Result<ChangeReport> openChange(git::Repository &repository, const Engine &engine, std::string_view spec,
                                const git::ResolveOptions &options, std::stop_token stop, const ProgressCallback &progress,
                                const risk::FindingsCallback &found, unsigned threads, const GradedCallback &graded)
{
    auto change = git::resolveChange(repository, spec, options, stop);
    if (!change)
        return std::unexpected(change.error());
    return analyzeChange(repository, engine, std::move(*change), stop, progress, found, threads, graded);
}

} // namespace countersign::workbench
