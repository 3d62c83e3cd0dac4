// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Engine.h"

#include "Version.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <tuple>

namespace countersign::risk
{

namespace
{

std::uint32_t movedLines(const FileRows &rows)
{
    return static_cast<std::uint32_t>(std::ranges::count(rows.rows, RowKind::MovedTo, &Row::kind));
}

/// Summaries of all files: the worst finding first, then the most findings, then the most lines.
std::vector<FileSummary> summarize(std::span<const FileChange *const> files, const std::vector<Finding> &findings)
{
    std::map<std::string_view, std::vector<const Finding *>> findingsOf;
    for (const Finding &finding : findings)
        findingsOf[finding.file].push_back(&finding);

    std::vector<FileSummary> summaries;
    summaries.reserve(files.size());
    for (const auto *const each : files) {
        const FileChange &file = *each;
        FileSummary summary{.delta = file.delta,
                            .fileClass = file.fileClass,
                            .added = file.rows.added,
                            .removed = file.rows.removed,
                            .moved = movedLines(file.rows),
                            .worst = std::nullopt,
                            .findings = 0};
        const auto count = [&summary, &findingsOf](const FileSide &side, Side which) {
            const auto here = findingsOf.find(side.path);
            if (!side.exists() || here == findingsOf.end())
                return;
            for (const Finding *finding : here->second) {
                if (finding->side != which)
                    continue;
                ++summary.findings;
                summary.worst = std::max(summary.worst, std::optional(finding->severity));
            }
        };
        count(file.delta.oldSide, Side::Old);
        count(file.delta.newSide, Side::New);
        summaries.push_back(std::move(summary));
    }
    std::ranges::sort(summaries, [](const FileSummary &a, const FileSummary &b) {
        return std::tuple(b.worst, b.findings, b.added + b.removed, a.delta.path())
            < std::tuple(a.worst, a.findings, a.added + a.removed, b.delta.path());
    });
    return summaries;
}

/// Summaries, axes and band from the findings.
void gradeFindings(Analysis &analysis, std::span<const FileChange *const> files)
{
    analysis.files = summarize(files, analysis.findings);
    // A finding on the likelihood side is no grade of that axis (its factors are not computed), but it is not forgotten either:
    // it can raise the band of the change.
    const Finding *worst = nullptr;
    Band consequence = Band::Low;
    for (const Finding &finding : analysis.findings) {
        if (!worst || finding.severity > worst->severity)
            worst = &finding;
        if (finding.axis == Axis::Consequence)
            consequence = std::max(consequence, bandOf(finding.severity));
    }
    analysis.axes.consequence = consequence;
    analysis.axes.consequenceFrom.clear();
    for (const Finding &finding : analysis.findings) {
        if (finding.axis == Axis::Consequence && consequence > Band::Low && bandOf(finding.severity) == consequence)
            analysis.axes.consequenceFrom.push_back(finding.id);
    }
    analysis.band = worst ? std::max(consequence, bandOf(worst->severity)) : consequence;
    analysis.bandReason = worst ? worst->title : Message(QT_TRANSLATE_NOOP("app", "Nothing found"));
}

} // namespace

Analysis grade(const RuleSet &rules, Change change, std::span<const FileChange> files, Provenance provenance,
               std::vector<Finding> findings)
{
    Analysis analysis;
    analysis.engineVersion = engineVersion;
    analysis.rulesSha256 = rules.digest();
    analysis.change = std::move(change);
    analysis.provenance = std::move(provenance);
    analysis.findings = std::move(findings);
    analysis.ungraded = {"likelihood", "blastRadius", "reversibility"};
    std::vector<const FileChange *> all;
    std::ranges::transform(files, std::back_inserter(all), [](const FileChange &file) { return &file; });
    gradeFindings(analysis, all);
    return analysis;
}

void gradeAgain(Analysis &analysis, std::span<const std::shared_ptr<const FileChange>> files)
{
    orderFindings(analysis.findings);
    std::vector<const FileChange *> all;
    std::ranges::transform(files, std::back_inserter(all), [](const auto &file) { return file.get(); });
    gradeFindings(analysis, all);
}

} // namespace countersign::risk
