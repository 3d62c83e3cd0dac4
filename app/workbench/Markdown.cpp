// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Markdown.h"

#include "core/Joined.h"
#include "core/SafeText.h"

#include <algorithm>
#include <format>
#include <span>

namespace countersign::workbench
{

namespace
{

constexpr std::size_t mostDependents = 100; ///< rows of a table
constexpr std::size_t mostSentence = 400;

std::string words(const Message &message)
{
    return escapedWord(safeText(message.translated(), mostSentence));
}

std::string place(const std::string &file, LineNumber line)
{
    return escapedWord(file) + (line == noLine ? std::string() : ":" + std::to_string(line));
}

std::string list(std::span<const std::string> names)
{
    return joined(names, [](const std::string &name) { return escapedWord(name); });
}

std::string axisRow(const Message &axis, const std::optional<Band> &band, const std::string &why)
{
    const Message ungraded(QT_TRANSLATE_NOOP("app", "ungraded"));
    return "| " + words(axis) + " | " + words(band ? label(*band) : ungraded) + " | " + why + " |\n";
}

std::string likelihoodWhy(const Axes &axes)
{
    constexpr std::size_t shown = 3;
    std::string out;
    if (!axes.likelihoodDetail)
        return out;
    const auto &contributions = axes.likelihoodDetail->contributions;
    for (const Contribution &one : std::span(contributions).first(std::min(shown, contributions.size())))
        out += words(one.label) + std::format(" ({:+.2f}) · ", one.logOdds);
    return out
        + words(axes.likelihoodDetail->isCalibrated ? Message(QT_TRANSLATE_NOOP("app", "weights of this repository"))
                                                    : Message(QT_TRANSLATE_NOOP("app", "shipped weights")));
}

std::string axesTable(const Analysis &analysis)
{
    const Axes &axes = analysis.axes;
    std::string out = "| " + words(Message(QT_TRANSLATE_NOOP("app", "Axis"))) + " | "
        + words(Message(QT_TRANSLATE_NOOP("app", "Band"))) + " | " + words(Message(QT_TRANSLATE_NOOP("app", "Why"))) + " |\n"
        + "| --- | --- | --- |\n";
    out += axisRow(Message(QT_TRANSLATE_NOOP("app", "Likelihood")), axes.likelihood, likelihoodWhy(axes));
    out += axisRow(Message(QT_TRANSLATE_NOOP("app", "Consequence")), axes.consequence, {});
    out += axisRow(Message(QT_TRANSLATE_NOOP("app", "Blast radius")), axes.blastRadius,
                   axes.blastRadiusDetail ? words(axes.blastRadiusDetail->reason) : std::string());
    out += "| " + words(Message(QT_TRANSLATE_NOOP("app", "Reversibility"))) + " | ";
    out += axes.reversibility ? "R" + std::to_string(*axes.reversibility) : "";
    return out + " | " + words(axes.reversibilityWhy) + " |\n";
}

std::string dependentsTable(std::span<const Dependent> dependents)
{
    std::string out = "| " + words(Message(QT_TRANSLATE_NOOP("app", "Hops"))) + " | "
        + words(Message(QT_TRANSLATE_NOOP("app", "File"))) + " | " + words(Message(QT_TRANSLATE_NOOP("app", "Depends on")))
        + " | " + words(Message(QT_TRANSLATE_NOOP("app", "Owners"))) + " |\n| --- | --- | --- | --- |\n";
    for (const Dependent &one : dependents.first(std::min(mostDependents, dependents.size())))
        out += "| " + std::to_string(one.hops) + " | " + place(one.path, one.line) + " | " + escapedWord(one.via) + " | "
            + list(one.owners) + " |\n";
    if (dependents.size() > mostDependents)
        out += "\n"
            + words(Message(QT_TRANSLATE_NOOP("app", "And %1 more."), {std::to_string(dependents.size() - mostDependents)}))
            + "\n";
    return out;
}

std::string reachText(const BlastRadius &blast)
{
    std::string out;
    const auto line = [&out](const Message &what, std::span<const std::string> names) {
        if (!names.empty())
            out += "- " + words(what) + ": " + list(names) + "\n";
    };
    line(Message(QT_TRANSLATE_NOOP("app", "Entry points")), blast.entryPoints);
    line(Message(QT_TRANSLATE_NOOP("app", "Environments")), blast.environments);
    line(Message(QT_TRANSLATE_NOOP("app", "Data stores")), blast.dataStores);
    line(Message(QT_TRANSLATE_NOOP("app", "Services")), blast.services);
    line(Message(QT_TRANSLATE_NOOP("app", "Owners")), blast.owners);
    return out;
}

std::string findingText(const Finding &finding)
{
    std::string out = "- **" + words(label(finding.severity)) + "** " + finding.rule + " " + words(finding.title) + " — "
        + place(finding.file, finding.startLine) + "\n  " + words(finding.why) + " " + words(finding.check) + "\n";
    for (const Message &evidence : finding.counterEvidence)
        out += "  - " + words(evidence) + "\n";
    return out;
}

std::string heading(const Message &text)
{
    return "\n## " + words(text) + "\n\n";
}

} // namespace

std::string escapedWord(std::string_view text)
{
    std::string out;
    for (const char c : safeText(text, 4 * mostSentence)) {
        if (std::string_view("\\`*_[]<>#&!|").contains(c))
            out += '\\';
        out += c;
    }
    return out;
}

std::string analysisMarkdown(const Analysis &analysis)
{
    const Change &change = analysis.change;
    std::string out = "# " + escapedWord(change.title) + "\n\n" + escapedWord(change.id) + " · " + change.mergeBase.shortHex()
        + ".." + change.head.shortHex() + " · **" + words(label(analysis.band)) + "**: " + words(analysis.bandReason) + "\n\n"
        + axesTable(analysis);
    if (const auto &blast = analysis.axes.blastRadiusDetail; blast && blast->dependents) {
        std::string reach = reachText(*blast);
        if (!blast->dependents->empty())
            reach += (reach.empty() ? "" : "\n") + dependentsTable(*blast->dependents);
        if (!reach.empty())
            out += heading(Message(QT_TRANSLATE_NOOP("app", "Reach"))) + reach;
    }
    if (analysis.interactions && !analysis.interactions->empty()) {
        out += heading(Message(QT_TRANSLATE_NOOP("app", "Meets other open changes")));
        for (const Interaction &one : *analysis.interactions)
            out += "- " + escapedWord(one.with) + ": " + words(label(one.kind)) + " " + escapedWord(one.what) + " — "
                + place(one.here.file, one.here.line) + " / " + place(one.there.file, one.there.line) + "\n";
    }
    out += heading(Message(QT_TRANSLATE_NOOP("app", "Findings")));
    for (const Finding &finding : analysis.findings)
        out += findingText(finding);
    if (analysis.findings.empty())
        out += words(Message(QT_TRANSLATE_NOOP("app", "Nothing found."))) + "\n";
    if (!analysis.problems.empty()) {
        out += heading(Message(QT_TRANSLATE_NOOP("app", "Problems")));
        for (const Message &problem : analysis.problems)
            out += "- " + words(problem) + "\n";
    }
    return out;
}

std::string usersMarkdown(const std::string &what, const impact::Users &users)
{
    std::string out = "# " + words(Message(QT_TRANSLATE_NOOP("app", "Who depends on %1"), {safeText(what)})) + "\n\n";
    for (const std::string &definer : users.definers)
        out += "- " + words(Message(QT_TRANSLATE_NOOP("app", "Defined in %1"), {safeText(definer)})) + "\n";
    return out + "\n" + dependentsTable(users.dependents);
}

} // namespace countersign::workbench
