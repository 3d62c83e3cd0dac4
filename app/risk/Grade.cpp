// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Engine.h"

#include "Reversibility.h"
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

Message likelihoodReason(const Likelihood &likelihood)
{
    const std::string strongest =
        likelihood.contributions.empty() ? std::string() : likelihood.contributions.front().label.english();
    return likelihood.percentile ? Message(QT_TRANSLATE_NOOP("app", "More likely to bring a bug than %1 % of changes here: %2"),
                                           {std::to_string(*likelihood.percentile), strongest})
                                 : Message(QT_TRANSLATE_NOOP("app", "More likely than most to bring a bug: %1"), {strongest});
}

/// The band is the worst axis, and its reason. A finding on the likelihood side grades no axis, but it is not forgotten either:
/// it can raise the band of the change.
void weigh(Analysis &analysis)
{
    const Axes &axes = analysis.axes;
    const auto worst = std::ranges::max_element(analysis.findings, {}, &Finding::severity);
    const bool hasFinding = worst != analysis.findings.end();
    analysis.band = hasFinding ? bandOf(worst->severity) : Band::Low;
    analysis.bandReason = hasFinding ? worst->title : Message(QT_TRANSLATE_NOOP("app", "Nothing found"));
    const auto raise = [&analysis](const std::optional<Band> &band, const Message &reason) {
        if (!band || *band <= analysis.band)
            return;
        analysis.band = *band;
        analysis.bandReason = reason;
    };
    if (axes.blastRadiusDetail)
        raise(axes.blastRadius, axes.blastRadiusDetail->reason);
    if (axes.likelihoodDetail)
        raise(axes.likelihood, likelihoodReason(*axes.likelihoodDetail));
    if (axes.reversibility)
        raise(bandOf(static_cast<Reversal>(*axes.reversibility)), axes.reversibilityWhy);
    analysis.ungraded.clear();
    if (!axes.likelihood)
        analysis.ungraded.emplace_back("likelihood");
    if (!axes.blastRadius)
        analysis.ungraded.emplace_back("blastRadius");
    if (!axes.reversibility)
        analysis.ungraded.emplace_back("reversibility");
}

/// Summaries, consequence and band from the findings.
void gradeFindings(Analysis &analysis, std::span<const FileChange *const> files)
{
    analysis.files = summarize(files, analysis.findings);
    Band consequence = Band::Low;
    for (const Finding &finding : analysis.findings) {
        if (finding.axis == Axis::Consequence)
            consequence = std::max(consequence, bandOf(finding.severity));
    }
    analysis.axes.consequence = consequence;
    analysis.axes.consequenceFrom.clear();
    for (const Finding &finding : analysis.findings) {
        if (finding.axis == Axis::Consequence && consequence > Band::Low && bandOf(finding.severity) == consequence)
            analysis.axes.consequenceFrom.push_back(finding.id);
    }
    weigh(analysis);
}

std::vector<const FileChange *> pointers(std::span<const FileChange> files)
{
    std::vector<const FileChange *> all;
    std::ranges::transform(files, std::back_inserter(all), [](const FileChange &file) { return &file; });
    return all;
}

} // namespace

std::vector<FileSummary> summarizeFiles(std::span<const FileChange> files, const std::vector<Finding> &findings)
{
    return summarize(pointers(files), findings);
}

Analysis grade(const RuleSet &rules, Change change, std::span<const FileChange> files, Provenance provenance,
               std::vector<Finding> findings)
{
    Analysis analysis;
    analysis.engineVersion = engineVersion;
    analysis.rulesSha256 = rules.digest();
    analysis.change = std::move(change);
    analysis.provenance = std::move(provenance);
    analysis.findings = std::move(findings);
    const Reversibility reversibility = reversibilityOf(files, analysis.findings);
    analysis.axes.reversibility = static_cast<int>(reversibility.reversal);
    analysis.axes.reversibilityWhy = reversibility.why;
    gradeFindings(analysis, pointers(files));
    return analysis;
}

void gradeAgain(Analysis &analysis, std::span<const std::shared_ptr<const FileChange>> files)
{
    orderFindings(analysis.findings);
    std::vector<const FileChange *> all;
    std::ranges::transform(files, std::back_inserter(all), [](const auto &file) { return file.get(); });
    gradeFindings(analysis, all);
}

void addAxes(Analysis &analysis, SurroundingAxes axes)
{
    analysis.axes.likelihood = axes.likelihood ? axes.likelihoodBand : std::nullopt;
    analysis.axes.likelihoodDetail = std::move(axes.likelihood);
    analysis.axes.blastRadius = axes.blastRadius ? axes.blastRadius->band : std::nullopt;
    analysis.axes.blastRadiusDetail = std::move(axes.blastRadius);
    weigh(analysis);
}

} // namespace countersign::risk
