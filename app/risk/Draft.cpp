// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Draft.h"

#include "HunkLines.h"
#include "NearMiss.h"
#include "Structure.h"

#include "core/SafeText.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace countersign::risk
{

namespace
{

constexpr std::size_t titleCharacters = 80;
constexpr std::size_t evidenceCharacters = 160;
constexpr std::size_t evidenceLines = 5; ///< of a joined finding
constexpr LineNumber joinReach = 4; ///< changed lines between two look-alikes that are still one

void keepWorst(std::vector<Draft> &drafts)
{
    std::set<std::pair<std::string_view, LineNumber>> became; // rule and old line
    std::map<std::tuple<std::string_view, Side, LineNumber>, Severity> worst;
    for (const Draft &draft : drafts) {
        if (draft.becameFrom != noLine)
            became.emplace(draft.finding.rule, draft.becameFrom);
        Severity &severity = worst[{draft.finding.rule, draft.finding.side, draft.finding.startLine}];
        severity = std::max(severity, draft.finding.severity);
    }
    std::vector<Draft> kept;
    for (const Draft &draft : drafts) {
        const Finding &finding = draft.finding;
        const auto place = worst.find({finding.rule, finding.side, finding.startLine});
        const bool said = finding.side == Side::Old && became.contains({finding.rule, finding.startLine});
        if (said || place == worst.end() || finding.severity != place->second)
            continue;
        kept.push_back(draft);
        worst.erase(place);
    }
    drafts = std::move(kept);
}

/// Nothing but changed lines between the two, and few of them.
bool touch(const Finding &above, const Finding &below, const FileContext &file)
{
    if (below.startLine > above.endLine + joinReach + 1)
        return false;
    for (LineNumber line = above.endLine + 1; line < below.startLine; ++line) {
        if (!file.isChanged(above.side, line))
            return false;
    }
    return true;
}

void take(std::vector<Message> &into, const std::vector<Message> &from)
{
    for (const Message &message : from) {
        if (into.size() < evidenceLines && !std::ranges::contains(into, message))
            into.push_back(message);
    }
}

bool occursInLine(const std::vector<Pattern> &patterns, std::string_view line)
{
    return std::ranges::any_of(patterns, [line](const Pattern &pattern) { return pattern.occursIn(line); });
}

} // namespace

Finding findingOf(const DeclarativeRule &rule, const FileContext &file, Side side, LineNumber first, LineNumber last,
                  const std::vector<std::string> &args)
{
    Finding finding;
    finding.rule = rule.id;
    finding.severity = rule.severity;
    finding.axis = rule.axis;
    finding.file = file.path(side);
    finding.side = side;
    finding.startLine = first;
    finding.endLine = last;
    finding.title = Message(rule.title, args);
    finding.why = Message(rule.why, args);
    finding.check = Message(rule.check, args);
    return finding;
}

std::string shownMatch(std::string_view text)
{
    return safeText(text.substr(0, 4 * titleCharacters), titleCharacters);
}

std::string shownLine(std::string_view line)
{
    return safeText(line.substr(0, 4 * evidenceCharacters), evidenceCharacters);
}

Severity lowered(Severity severity, int steps)
{
    const int floor = std::min(std::to_underlying(severity), std::to_underlying(Severity::Low));
    return static_cast<Severity>(std::max(std::to_underlying(severity) - steps, floor));
}

void applyCounters(const DeclarativeRule &rule, const FileChange &file, Finding &finding, std::span<const FileChange> files)
{
    const Text &text = finding.side == Side::Old ? file.oldText : file.newText;
    const std::string_view line = text.line(finding.startLine);
    for (const Counter &counter : rule.counters) {
        const LineNumber parent = counter.parents.empty() ? noLine : enclosingHeader(text, finding.startLine);
        const bool holds = counter.files.matches(finding.file, file.fileClass) || occursInLine(counter.patterns, line)
            || (parent != noLine && occursInLine(counter.parents, text.line(parent)))
            || (!counter.unlessNear.empty() && !occursNear(counter.unlessNear, text, finding.startLine))
            || (!counter.near.empty() && occursNear(counter.near, text, finding.startLine))
            || isHarmless(counter, rule, file, finding, files) || isImported(counter, file, files)
            || isToldAbove(counter, text, finding.startLine);
        if (!holds)
            continue;
        finding.severity = std::min(finding.severity, counter.atMost.value_or(lowered(finding.severity, 1)));
        finding.counterEvidence.emplace_back(counter.text);
    }
}

std::vector<Finding> findingsOf(std::vector<Draft> drafts, const FileContext &file)
{
    keepWorst(drafts);
    const auto kind = [](const Finding &finding) {
        return std::tuple(std::string_view(finding.rule), finding.side, finding.severity, std::string_view(finding.title.text()));
    };
    std::ranges::stable_sort(drafts, [&kind](const Draft &a, const Draft &b) {
        return std::tuple_cat(kind(a.finding), std::tuple(a.finding.startLine))
            < std::tuple_cat(kind(b.finding), std::tuple(b.finding.startLine));
    });
    std::vector<Finding> found;
    for (Draft &draft : drafts) {
        Finding &next = draft.finding;
        if (found.empty() || kind(found.back()) != kind(next) || !touch(found.back(), next, file)) {
            found.push_back(std::move(next));
            continue;
        }
        Finding &run = found.back();
        run.endLine = std::max(run.endLine, next.endLine);
        take(run.evidence, next.evidence);
        take(run.counterEvidence, next.counterEvidence);
    }
    return found;
}

} // namespace countersign::risk
