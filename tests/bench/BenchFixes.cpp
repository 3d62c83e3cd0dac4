// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Benches.h"

#include "core/SafeText.h"
#include "core/Workers.h"
#include "workbench/ChangeReport.h"

#include <QFile>

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>
#include <optional>
#include <ranges>

namespace countersign::bench
{

namespace
{

/// A line of fixes.tsv.
struct Fix {
    Oid commit;
    std::string kind;
    std::string path; ///< in the parent
    LineNumber line = noLine;
    std::string defect;
};

/// How grave the gravest finding at the defect is, once the fix is read backwards.
enum class Outcome : std::uint8_t { Missed, Low, Medium, High };

std::optional<Fix> readFix(const QByteArray &text)
{
    const QList<QByteArray> fields = text.trimmed().split('\t');
    constexpr qsizetype count = 5;
    if (text.startsWith('#') || fields.size() != count)
        return std::nullopt;
    const auto commit = Oid::fromHex(fields[1].toStdString());
    const qsizetype colon = fields[3].lastIndexOf(':');
    if (!commit || colon < 0)
        return std::nullopt;
    return Fix{*commit, fields[2].toStdString(), fields[3].left(colon).toStdString(), fields[3].mid(colon + 1).toUInt(),
               fields[4].toStdString()};
}

/// Those of the list whose commits are in the repository.
std::vector<Fix> fixesIn(const git::Repository &repository)
{
    QFile file(QStringLiteral(COUNTERSIGN_FIXES));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read", COUNTERSIGN_FIXES);
    std::vector<Fix> fixes;
    while (!file.atEnd()) {
        if (auto fix = readFix(file.readLine()); fix && repository.commit(fix->commit))
            fixes.push_back(std::move(*fix));
    }
    return fixes;
}

/// Intent, size and tests speak of the change as a whole, and not of the defect.
bool isOfTheChange(const std::string &rule)
{
    return rule.starts_with("SCP-") || rule.starts_with("TST-") || rule == "ERR-08";
}

/// The finding stands in one of the hunks at the line of the defect.
bool isAt(const Finding &finding, const FileChange &file, LineNumber line)
{
    constexpr LineNumber near = 2;
    const auto touches = [](LineNumber first, LineNumber last, LineNumber start, std::uint32_t count) {
        return first <= start + count + near && start <= last + near;
    };
    return std::ranges::any_of(file.rows.hunks, [&](const Hunk &hunk) {
        const bool isOld = finding.side == Side::Old;
        return touches(line, line, hunk.newStart, hunk.newCount)
            && touches(finding.startLine, finding.endLine, isOld ? hunk.oldStart : hunk.newStart,
                       isOld ? hunk.oldCount : hunk.newCount);
    });
}

Outcome judge(const git::Repository &repository, const workbench::Engine &engine, const Fix &fix)
{
    const Commit repaired = demand(repository.commit(fix.commit));
    const Commit broken = demand(repository.commit(repaired.parents.at(0)));
    Change change;
    change.title = "Update " + fix.path.substr(fix.path.rfind('/') + 1);
    change.baseTree = repaired.tree;
    change.headTree = broken.tree;
    const auto compared = demand(workbench::compareChange(repository, change));
    Outcome outcome = Outcome::Missed;
    for (const Finding &finding : demand(workbench::findRisks(repository, engine, compared))) {
        const auto file = std::ranges::find_if(*compared.files, [&finding](const FileChange &one) {
            return one.delta.oldSide.path == finding.file || one.delta.newSide.path == finding.file;
        });
        if (isOfTheChange(finding.rule) || file == compared.files->end() || file->path() != fix.path
            || !isAt(finding, *file, fix.line))
            continue;
        outcome = std::max(outcome,
                           finding.severity >= Severity::High         ? Outcome::High
                               : finding.severity == Severity::Medium ? Outcome::Medium
                                                                      : Outcome::Low);
    }
    return outcome;
}

} // namespace

void benchFixes(const Options &options, Table &table)
{
    workbench::Engine engine = *demand(workbench::Engine::load());
    engine.reports.reset();
    std::vector<git::Repository> handles;
    for (unsigned i = 0; i < workbench::allCores(); ++i)
        handles.push_back(demand(git::Repository::open(options.repository.toStdString())));
    const std::vector<Fix> fixes = fixesIn(handles.front());
    if (fixes.empty())
        return;
    std::vector<Outcome> outcomes(fixes.size());
    onThreads(handles, fixes.size(),
              [&](const git::Repository &handle, std::size_t i) { outcomes[i] = judge(handle, engine, fixes[i]); });
    std::map<std::string, std::array<int, 4>> counts;
    for (std::size_t i = 0; i < fixes.size(); ++i)
        ++counts[fixes[i].kind].at(static_cast<std::size_t>(outcomes[i]));
    const auto found = std::ranges::count_if(outcomes, [](Outcome one) { return one >= Outcome::Medium; });
    table.head(QStringLiteral("%1 fixes of %2, read backwards").arg(fixes.size()).arg(options.repository));
    table.add({QStringLiteral("defects with a finding of at least medium severity"),
               100.0 * static_cast<double>(found) / static_cast<double>(fixes.size()),
               QStringLiteral("%"),
               {},
               {}});
    std::printf("  %-16s %8s %8s %8s %8s\n", "defect", "high", "medium", "low", "missed");
    for (const auto &[kind, count] : counts)
        std::printf("  %-16s %8d %8d %8d %8d\n", kind.c_str(), count[3], count[2], count[1], count[0]);
    for (std::size_t i = 0; i < fixes.size(); ++i) {
        if (outcomes[i] == Outcome::Missed)
            std::printf("    missed %.10s %s:%u  %s\n", fixes[i].commit.hex().c_str(), safeText(fixes[i].path).c_str(),
                        fixes[i].line, safeText(fixes[i].defect).c_str());
    }
}

} // namespace countersign::bench
