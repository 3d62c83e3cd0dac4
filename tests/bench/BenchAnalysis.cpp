// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Benches.h"

#include "core/Workers.h"
#include "provenance/FindProvenance.h"
#include "risk/DeclarativeRule.h"
#include "risk/Engine.h"
#include "risk/Matcher.h"
#include "risk/RulePass.h"
#include "workbench/ChangeReport.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <atomic>
#include <chrono>

namespace countersign::bench
{

namespace
{

/// What a session has loaded when a change is opened, but nothing kept from before.
const workbench::Engine &forgetful()
{
    static const workbench::Engine engine = [] {
        workbench::Engine loaded = *demand(workbench::Engine::load());
        loaded.reports.reset();
        return loaded;
    }();
    return engine;
}

/// Everything from the name of the range to the report, on all cores.
workbench::ChangeReport analyze(git::Repository &repository, const std::string &range, const risk::FindingsCallback &found = {},
                                const workbench::GradedCallback &graded = {})
{
    return demand(workbench::openChange(repository, forgetful(), range, {}, {}, {}, found, workbench::allCores(), graded));
}

/// Milliseconds until the first findings are there; until the end where nothing is found.
double firstFindings(git::Repository &repository, const std::string &range)
{
    using Clock = std::chrono::steady_clock;
    const auto start = Clock::now();
    std::atomic<double> first = -1;
    const auto elapsed = [&] { return std::chrono::duration<double, std::milli>(Clock::now() - start).count(); };
    (void)analyze(repository, range, [&](const std::vector<Finding> &) {
        if (first < 0)
            first = elapsed();
    });
    return first < 0 ? elapsed() : first.load();
}

/// Every changed line of a range, one a line.
std::string changedLines(const workbench::ChangeReport &report)
{
    std::string lines;
    const auto add = [&lines](const Text &text, LineNumber line) { lines.append(text.line(line)).append("\n"); };
    for (const auto &file : report.files) {
        for (const countersign::Row &row : file->rows.rows) {
            if (row.kind == RowKind::Changed || row.kind == RowKind::Removed)
                add(file->oldText, row.left);
            if (row.kind == RowKind::Changed || row.kind == RowKind::Added)
                add(file->newText, row.right);
        }
    }
    return lines;
}

/// The patterns of all rules, one a line, without the names of their groups: a pattern file must not name one twice.
std::string patternLines(const risk::RuleSet &rules)
{
    std::string lines;
    for (const auto &rule : rules.rules()) {
        for (const auto *patterns : {&rule->patterns, &rule->to}) {
            for (const auto &pattern : *patterns) {
                QString expression = QString::fromStdString(pattern.expression());
                expression.replace(QLatin1String("(?P<key>"), QLatin1String("(?:"));
                expression.replace(QLatin1String("(?P<value>"), QLatin1String("(?:"));
                lines += expression.toStdString() + "\n";
            }
        }
    }
    return lines;
}

/// Which patterns occur in each line: the sieve, then the exact match of what it let through.
std::size_t matchAll(const risk::RuleSet &rules, std::string_view lines)
{
    std::size_t hits = 0;
    std::vector<std::size_t> found;
    for (std::string_view rest = lines; !rest.empty();) {
        const auto end = std::min(rest.find('\n'), rest.size());
        const std::string_view line = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        rules.matcher().match(line, found);
        for (const std::size_t index : found) {
            const auto &place = rules.placeOf(index);
            const auto &rule = *rules.rules()[place.rule];
            hits += (place.isTo ? rule.to : rule.patterns)[place.pattern].occursIn(line) ? 1U : 0U;
        }
    }
    return hits;
}

/// What the rules that are made of patterns find in a range, on all cores.
std::size_t patternFindings(const risk::RuleSet &rules, std::span<const FileChange> files)
{
    risk::Survival survival(files, workbench::allCores());
    risk::RulePass pass(rules, files, survival, workbench::allCores());
    onThreads(files.size(), workbench::allCores(), [&](std::size_t i) { pass.scan(i, {}); });
    pass.pairUp();
    std::atomic<std::size_t> count = 0;
    onThreads(files.size(), workbench::allCores(), [&](std::size_t i) { count += pass.findingsIn(i, {}).size(); });
    return count;
}

void writeFile(const QString &path, const std::string &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("cannot write %s", qPrintable(path));
    file.write(content.data(), static_cast<qint64>(content.size()));
}

void benchMatching(const Options &options, Table &table, const workbench::ChangeReport &report)
{
    const auto rules = demand(risk::RuleSet::builtIn());
    const std::string lines = changedLines(report);
    const QString rg = QStandardPaths::findExecutable(QStringLiteral("rg"));
    table.head(QStringLiteral("Patterns over %1 KiB of changed lines").arg(lines.size() / 1024));
    if (rg.isEmpty()) {
        std::vector<double> times;
        for (int i = 0; i < options.rounds(); ++i)
            times.push_back(timed([&] { (void)matchAll(*rules, lines); }));
        table.add({QStringLiteral("every pattern (ripgrep is not installed)"), median(times), QStringLiteral("ms"), {}, {}});
    } else {
        const QTemporaryDir folder;
        writeFile(folder.filePath(QStringLiteral("patterns")), patternLines(*rules));
        writeFile(folder.filePath(QStringLiteral("lines")), lines);
        const Pair pair = alternated(
            options.rounds(), [&] { (void)matchAll(*rules, lines); },
            [&] {
                QProcess process;
                process.start(rg,
                              {QStringLiteral("--count"), QStringLiteral("--no-unicode"), QStringLiteral("-j1"),
                               QStringLiteral("-f"), folder.filePath(QStringLiteral("patterns")),
                               folder.filePath(QStringLiteral("lines"))});
                process.waitForFinished(-1);
                if (process.exitCode() > 1)
                    qFatal("rg: %s", process.readAllStandardError().constData());
            });
        table.add({QStringLiteral("every pattern (against rg with the same patterns)"),
                   pair.ours,
                   QStringLiteral("ms"),
                   pair.theirs,
                   {}});
    }
    const std::size_t size = options.isQuick ? 1000 : 1'000'000;
    for (const auto &[name, piece] :
         {std::pair("blanks", "    "), {"repeated words", "password = verify=False "}, {"one letter", "aaaaaaaaaaaaaaaa"}}) {
        std::string line;
        while (line.size() < size)
            line += piece;
        std::vector<double> times;
        for (int i = 0; i < options.rounds(); ++i)
            times.push_back(timed([&] { (void)matchAll(*rules, line); }));
        table.add(
            {QStringLiteral("hostile line of 1 MB: %1").arg(QLatin1String(name)), median(times), QStringLiteral("ms"), {}, 50.0});
    }
}

void benchAnalysisOf(const Options &options, Table &table, const QString &base)
{
    auto repository = demand(git::Repository::open(options.repository.toStdString()));
    const std::string range = base.toStdString() + "..HEAD";
    const auto numstat = [&] {
        (void)git(options.repository, {QStringLiteral("diff"), QStringLiteral("--numstat"), base, QStringLiteral("HEAD")});
    };
    const std::size_t before = residentKiB();
    const auto report = analyze(repository, range);
    table.head(QStringLiteral("Analysis of %1 files, %2 commits (%3)")
                   .arg(report.files.size())
                   .arg(report.analysis.change.commits.size())
                   .arg(base.left(10)));
    const auto row = [&](const QString &what, std::optional<double> mark, const std::function<void()> &work) {
        const Pair pair = alternated(options.rounds(), work, numstat);
        table.add({what, pair.ours, QStringLiteral("ms"), pair.theirs, mark});
    };
    const auto withoutAxes = [](const workbench::ChangeReport &) { return false; };
    row(QStringLiteral("rows, moves, masks, structure, rules and provenance, all cores"), 2.0,
        [&] { (void)analyze(repository, range, {}, withoutAxes); });
    row(QStringLiteral("the same with the axes"), {}, [&] { (void)analyze(repository, range); });
    const auto engine = demand(workbench::Engine::load());
    const auto &change = report.analysis.change;
    const auto deltas = demand(repository.diffTrees(change.baseTree, change.headTree, git::Repository::Renames::Find));
    const auto loaded = demand(workbench::loadFiles(repository, deltas, workbench::allCores()));
    row(QStringLiteral("  files and rows"), {},
        [&] { (void)demand(workbench::loadFiles(repository, deltas, workbench::allCores())); });
    row(QStringLiteral("  pattern rules alone"), 0.5, [&] { (void)patternFindings(*engine->rules, loaded.files); });
    row(QStringLiteral("  rules and detectors"), {},
        [&] { (void)demand(risk::findRisks(*engine->rules, change, loaded.files, {}, {}, {}, workbench::allCores())); });
    row(QStringLiteral("  provenance"), {}, [&] {
        (void)demand(
            provenance::findProvenance(repository, change, loaded.files, engine->markers, {}, {}, workbench::allCores()));
    });
    const auto again = [&] {
        (void)demand(workbench::openChange(repository, *engine, range, {}, {}, {}, {}, workbench::allCores()));
    };
    again();
    row(QStringLiteral("the same again in one session"), 0.2, again);
    std::vector<double> firsts;
    for (int i = 0; i < options.rounds(); ++i)
        firsts.push_back(firstFindings(repository, range));
    table.add({QStringLiteral("first findings"), median(firsts), QStringLiteral("ms"), {}, 300.0});
    table.add({QStringLiteral("resident memory, one report"),
               static_cast<double>(residentKiB() - before) / 1024,
               QStringLiteral("MiB"),
               {},
               {}});
    benchMatching(options, table, report);
}

} // namespace

void benchAnalysis(const Options &options, Table &table)
{
    for (const qsizetype files : options.isQuick ? std::vector<qsizetype>{1} : std::vector<qsizetype>{400, 2000}) {
        const QString base = baseOf(options.repository, files);
        if (base.isEmpty())
            table.head(QStringLiteral("No range of %1 files: the history is too short").arg(files));
        else
            benchAnalysisOf(options, table, base);
    }
}

} // namespace countersign::bench
