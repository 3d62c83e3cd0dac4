// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Draft.h"

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

/// One of the patterns occurs in a line of one side that the finding's hunks brought or took.
bool occursInHunks(const std::vector<Pattern> &patterns, const FileChange &file, const Finding &finding, Side side)
{
    const Text &text = side == Side::Old ? file.oldText : file.newText;
    if (file.rows.hunks.empty()) { // nothing but the name is new: all of it stands where it did not stand
        for (LineNumber line = finding.startLine; side == finding.side && line <= finding.endLine; ++line) {
            if (occursInLine(patterns, text.line(line)))
                return true;
        }
        return false;
    }
    const auto reaches = [&finding](const Hunk &hunk) {
        const LineNumber start = finding.side == Side::Old ? hunk.oldStart : hunk.newStart;
        const std::uint32_t count = finding.side == Side::Old ? hunk.oldCount : hunk.newCount;
        return start <= finding.endLine && finding.startLine < start + std::max(count, 1U);
    };
    for (const Hunk &hunk : file.rows.hunks) {
        for (std::uint32_t i = 0; i < (reaches(hunk) ? hunk.rowCount : 0); ++i) {
            const Row &row = file.rows.rows[hunk.firstRow + i];
            const LineNumber line = side == Side::Old ? row.left : row.right;
            if (line != noLine && row.kind != RowKind::MovedFrom && occursInLine(patterns, text.line(line)))
                return true;
        }
    }
    return false;
}

/// The counter asks what came in or went, and none of what it asks about did.
bool isHarmless(const Counter &counter, const FileChange &file, const Finding &finding)
{
    return !(counter.unlessAdded.empty() && counter.unlessRemoved.empty())
        && !occursInHunks(counter.unlessAdded, file, finding, Side::New)
        && !occursInHunks(counter.unlessRemoved, file, finding, Side::Old);
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

void applyCounters(const DeclarativeRule &rule, const FileChange &file, Finding &finding)
{
    const Text &text = finding.side == Side::Old ? file.oldText : file.newText;
    const std::string_view line = text.line(finding.startLine);
    for (const Counter &counter : rule.counters) {
        const LineNumber parent = counter.parents.empty() ? noLine : enclosingHeader(text, finding.startLine);
        const bool holds = counter.files.matches(finding.file, file.fileClass) || occursInLine(counter.patterns, line)
            || (parent != noLine && occursInLine(counter.parents, text.line(parent)))
            || (!counter.unlessNear.empty() && !occursNear(counter.unlessNear, text, finding.startLine))
            || (!counter.near.empty() && occursNear(counter.near, text, finding.startLine)) || isHarmless(counter, file, finding);
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
