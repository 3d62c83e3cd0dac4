// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Command.h"

#include "core/SafeText.h"
#include "reports/SarifExport.h"
#include "workbench/ForeignReports.h"
#include "workbench/Json.h"
#include "workbench/Markdown.h"
#include "workbench/Meetings.h"

#include <QCoreApplication>

#include <algorithm>
#include <filesystem>
#include <format>

namespace countersign::cli
{

namespace
{

std::string_view colourOf(Band band)
{
    switch (band) {
    case Band::Low:
        return "32";
    case Band::Moderate:
        return "33";
    case Band::High:
        return "1;33";
    case Band::Critical:
        return "1;31";
    }
    return "0";
}

std::string tr(const char *text)
{
    return QCoreApplication::translate("cli", text).toStdString();
}

void appendPoints(std::string &out, const std::string &heading, const std::vector<Message> &points)
{
    for (const auto &point : points)
        out += "    " + heading + " " + safeText(point.translated(), 400) + "\n";
}

std::string findingText(const Terminal &terminal, const Finding &finding)
{
    std::string out = "\n  " + terminal.styled(label(finding.severity).translated(), colourOf(bandOf(finding.severity))) + "  ";
    out += terminal.styled(finding.rule + "  " + safeText(finding.title.translated()), "1") + "\n";
    out += "    " + safeText(finding.file) + ":" + std::to_string(finding.startLine);
    if (finding.endLine != finding.startLine)
        out += "-" + std::to_string(finding.endLine);
    if (finding.side == Side::Old)
        out += " " + tr(QT_TRANSLATE_NOOP("cli", "(old side)"));
    out += "\n    " + safeText(finding.why.translated()) + "\n";
    appendPoints(out, tr(QT_TRANSLATE_NOOP("cli", "Check:")), {finding.check});
    appendPoints(out, tr(QT_TRANSLATE_NOOP("cli", "Evidence:")), finding.evidence);
    appendPoints(out, tr(QT_TRANSLATE_NOOP("cli", "Lowered by:")), finding.counterEvidence);
    return out;
}

std::string provenanceText(const Provenance &provenance)
{
    std::string out = label(provenance.level).translated();
    for (const auto &tool : provenance.tools)
        out += " · " + safeText(tool);
    return out + " · "
        + QCoreApplication::translate("cli", "%1 AI, %2 unknown of %3 added lines")
              .arg(provenance.aiLines)
              .arg(provenance.unknownLines)
              .arg(provenance.totalLines)
              .toStdString();
}

std::string countText(const char *text, std::uint32_t count)
{
    return QCoreApplication::translate("cli", text).arg(count).toStdString();
}

std::string ranked(const std::optional<int> &percentile)
{
    if (!percentile)
        return {};
    return " · " + QCoreApplication::translate("cli", "more than %1 % of recent changes").arg(*percentile).toStdString();
}

/// One line an axis: its band, and what it is made of.
std::string axesText(const Analysis &analysis)
{
    constexpr std::size_t shownFactors = 3;
    const Axes &axes = analysis.axes;
    std::string out;
    if (axes.likelihood && axes.likelihoodDetail) {
        out += tr(QT_TRANSLATE_NOOP("cli", "Likelihood:")) + " " + label(*axes.likelihood).translated()
            + ranked(axes.likelihoodDetail->percentile);
        const auto &contributions = axes.likelihoodDetail->contributions;
        for (std::size_t i = 0; i < std::min(shownFactors, contributions.size()); ++i)
            out += " · " + contributions[i].label.translated() + " (" + std::format("{:+.2f}", contributions[i].logOdds) + ")";
        if (axes.likelihoodDetail->isCalibrated)
            out += " · " + tr(QT_TRANSLATE_NOOP("cli", "weights of this repository"));
        out += "\n";
    }
    if (axes.consequence)
        out += tr(QT_TRANSLATE_NOOP("cli", "Consequence:")) + " " + label(*axes.consequence).translated() + "\n";
    if (axes.blastRadiusDetail) {
        const BlastRadius &blast = *axes.blastRadiusDetail;
        out += tr(QT_TRANSLATE_NOOP("cli", "Blast radius:")) + " ";
        out += axes.blastRadius ? label(*axes.blastRadius).translated() : tr(QT_TRANSLATE_NOOP("cli", "ungraded"));
        out += ranked(blast.percentile) + " · " + safeText(blast.reason.translated());
        out += " · " + countText(QT_TRANSLATE_NOOP("cli", "%1 direct dependents"), blast.directDependents);
        out += " · " + countText(QT_TRANSLATE_NOOP("cli", "%1 within three hops"), blast.transitiveDependents) + "\n";
    }
    if (axes.reversibility)
        out += tr(QT_TRANSLATE_NOOP("cli", "Reversibility:")) + " R" + std::to_string(*axes.reversibility) + " · "
            + safeText(axes.reversibilityWhy.translated()) + "\n";
    if (analysis.interactions) {
        for (const auto &one : *analysis.interactions)
            out += tr(QT_TRANSLATE_NOOP("cli", "Meets")) + " " + safeText(one.with) + ": " + label(one.kind).translated() + " · "
                + safeText(one.what) + " · " + safeText(one.here.file) + ":" + std::to_string(one.here.line) + " / "
                + safeText(one.there.file) + ":" + std::to_string(one.there.line) + "\n";
    }
    return out;
}

std::string coverageText(const CoveredShare &share)
{
    return QCoreApplication::translate("cli", "Tests run %1 of %2 added lines, %3 of %4 that an AI wrote")
               .arg(share.run)
               .arg(share.runnable)
               .arg(share.aiRun)
               .arg(share.aiRunnable)
               .toStdString()
        + "\n";
}

/// What another tool says: its name comes first.
std::string annotationText(const Annotation &annotation)
{
    std::string out =
        "\n  " + safeText(annotation.source) + "  " + safeText(annotation.rule) + "\n    " + safeText(annotation.file);
    if (annotation.startLine != noLine)
        out += ":" + std::to_string(annotation.startLine);
    return out + "\n    " + safeText(annotation.message, 400) + "\n";
}

std::string analysisText(const Terminal &terminal, const Analysis &analysis)
{
    const Change &change = analysis.change;
    std::string out = terminal.styled(safeText(change.title), "1") + "\n";
    out += safeText(change.id) + " · " + safeText(change.author) + " · " + change.mergeBase.shortHex() + ".."
        + change.head.shortHex() + "\n";
    out += terminal.styled(label(analysis.band).translated(), colourOf(analysis.band)) + ": "
        + safeText(analysis.bandReason.translated()) + "\n";
    out += tr(QT_TRANSLATE_NOOP("cli", "Provenance:")) + " " + provenanceText(analysis.provenance) + "\n";
    out += axesText(analysis);
    if (analysis.testCoverage)
        out += coverageText(analysis.testCoverage->total);
    if (!analysis.ungraded.empty()) {
        out += tr(QT_TRANSLATE_NOOP("cli", "Ungraded:"));
        for (const auto &axis : analysis.ungraded)
            out += " " + axis;
        out += "\n";
    }
    for (const auto &problem : analysis.provenance.problems)
        out += terminal.styled(tr(QT_TRANSLATE_NOOP("cli", "Problem:")), "33") + " " + safeText(problem.translated()) + "\n";
    for (const auto &problem : analysis.problems)
        out += terminal.styled(tr(QT_TRANSLATE_NOOP("cli", "Problem:")), "33") + " " + safeText(problem.translated()) + "\n";
    out += "\n";
    for (const auto &file : analysis.files) {
        out += "  " + fitted(file.worst ? label(*file.worst).translated() : std::string("-"), 9) + " ";
        out += fitted("+" + std::to_string(file.added) + " -" + std::to_string(file.removed), 13) + " "
            + safeText(file.delta.path());
        out += " (" + label(file.fileClass).translated() + ")\n";
    }
    for (const auto &finding : analysis.findings)
        out += findingText(terminal, finding);
    for (const auto &annotation : analysis.annotations)
        out += annotationText(annotation);
    if (analysis.findings.empty())
        out += "\n  " + tr(QT_TRANSLATE_NOOP("cli", "Nothing found.")) + "\n";
    return out;
}

/// What other programs found out, from the files that were named.
Result<void> addReports(const Arguments &arguments, workbench::ChangeReport &report)
{
    const auto paths = [&arguments](const char *option) {
        const auto values = arguments.values(option);
        return std::vector<std::filesystem::path>(values.begin(), values.end());
    };
    if (arguments.isSet("coverage")) {
        if (auto added = workbench::addCoverage(report, paths("coverage")); !added)
            return added;
    }
    return arguments.isSet("sarif") ? workbench::addSarif(report, paths("sarif")) : Result<void>();
}

} // namespace

Exit runAnalyze(const Terminal &terminal, const QStringList &words, std::stop_token stop)
{
    Arguments arguments(terminal, "analyze", 1, 1);
    arguments.addRepositoryOptions();
    arguments.addFormatOption("text|json|sarif|markdown");
    arguments.addOption(
        {QStringLiteral("sarif")},
        QT_TRANSLATE_NOOP("cli", "Results of a scanner or AI reviewer to show beside the findings (SARIF 2.1.0)."), "FILE");
    arguments.addOption({QStringLiteral("coverage")},
                        QT_TRANSLATE_NOOP("cli", "Report of the tests' coverage: lcov, Cobertura or JaCoCo."), "FILE");
    arguments.addOption({QStringLiteral("fail-on")},
                        QT_TRANSLATE_NOOP("cli", "Exit with 1 when the band is at least BAND: low, moderate, high or critical."),
                        "BAND");
    if (const auto stopNow = arguments.parse(words))
        return *stopNow;
    const auto limit = bandFromName(arguments.value("fail-on"));
    if (arguments.isSet("fail-on") && !limit)
        return arguments.wrongUsage(QCoreApplication::translate("cli", "--fail-on takes low, moderate, high or critical."));
    auto opened = openChange(terminal, arguments, stop);
    if (!opened)
        return terminal.fault(opened.error());
    if (auto added = addReports(arguments, opened->report); !added)
        return terminal.fault(added.error());
    auto met = workbench::findMeetings(opened->repository, opened->report, workbench::allCores(), stop, statusLine(terminal));
    terminal.status({});
    if (!met)
        opened->report.analysis.problems.push_back(met.error().what);
    const Analysis &analysis = opened->report.analysis;
    terminal.out(arguments.format() == "json"           ? workbench::analysisJson(analysis)
                     : arguments.format() == "sarif"    ? reports::sarifLog(analysis)
                     : arguments.format() == "markdown" ? workbench::analysisMarkdown(analysis)
                                                        : analysisText(terminal, analysis));
    return limit && analysis.band >= *limit ? Exit::No : Exit::Yes;
}

} // namespace countersign::cli
