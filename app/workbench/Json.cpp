// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Json.h"

#include "core/Clock.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <set>

namespace countersign::workbench
{

namespace
{

using Json = nlohmann::ordered_json;

std::string dump(const Json &json)
{
    return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

Json texts(const std::vector<Message> &messages)
{
    Json out = Json::array();
    for (const auto &message : messages)
        out.push_back(message.english());
    return out;
}

/// "3-9,12": the lines of a file that some evidence assigns to an AI.
std::string aiLines(const FileProvenance &file)
{
    std::string out;
    LineRange open;
    const auto flush = [&out](const LineRange &range) {
        if (range.first == noLine)
            return;
        if (!out.empty())
            out += ',';
        out += std::to_string(range.first);
        if (range.last != range.first)
            out += "-" + std::to_string(range.last);
    };
    for (const auto &run : file.runs) {
        if (!run.isAi)
            continue;
        if (open.first != noLine && run.lines.first == open.last + 1) {
            open.last = run.lines.last;
            continue;
        }
        flush(open);
        open = run.lines;
    }
    flush(open);
    return out;
}

Json provenanceJson(const Provenance &provenance)
{
    Json files = Json::array();
    for (const auto &file : provenance.files) {
        std::set<std::string> tools;
        for (const auto &run : file.runs) {
            if (!run.tool.empty())
                tools.insert(run.tool);
        }
        files.push_back({{"path", file.path},
                         {"level", name(file.level)},
                         {"tools", tools},
                         {"aiLines", aiLines(file)},
                         {"lines", {{"ai", file.aiLines}, {"unknown", file.unknownLines}}}});
    }
    Json evidence = Json::array();
    for (const auto &piece : provenance.evidence) {
        evidence.push_back({{"kind", piece.kind},
                            {"source", piece.source},
                            {"commit", piece.commit},
                            {"detail", piece.detail},
                            {"tool", piece.tool},
                            {"level", name(piece.level)}});
    }
    return {{"level", name(provenance.level)},
            {"tools", provenance.tools},
            {"lines", {{"ai", provenance.aiLines}, {"unknown", provenance.unknownLines}, {"total", provenance.totalLines}}},
            {"files", std::move(files)},
            {"evidence", std::move(evidence)},
            {"problems", texts(provenance.problems)}};
}

Json annotationsJson(const std::vector<Annotation> &annotations)
{
    Json out = Json::array();
    for (const Annotation &annotation : annotations)
        out.push_back({{"source", annotation.source},
                       {"rule", annotation.rule},
                       {"level", name(annotation.level)},
                       {"message", annotation.message},
                       {"file", annotation.file},
                       {"startLine", annotation.startLine},
                       {"endLine", annotation.endLine},
                       {"onAddedLines", annotation.isOnAddedLines}});
    return out;
}

Json shareJson(const CoveredShare &share)
{
    return {{"runnable", share.runnable}, {"run", share.run}, {"aiRunnable", share.aiRunnable}, {"aiRun", share.aiRun}};
}

/// Null when no coverage report was given: not known is not zero.
Json testCoverageJson(const std::optional<TestCoverage> &coverage)
{
    if (!coverage)
        return nullptr;
    Json files = Json::array();
    for (const TestCoverage::File &file : coverage->files) {
        Json share = shareJson(file.share);
        share["path"] = file.path;
        files.push_back(std::move(share));
    }
    return {{"addedLines", shareJson(coverage->total)}, {"files", std::move(files)}};
}

Json findingJson(const Finding &finding)
{
    return {{"id", finding.id},
            {"content", finding.content},
            {"group", finding.group},
            {"rule", finding.rule},
            {"severity", name(finding.severity)},
            {"axis", name(finding.axis)},
            {"file", finding.file},
            {"side", name(finding.side)},
            {"startLine", finding.startLine},
            {"endLine", finding.endLine},
            {"title", finding.title.english()},
            {"why", finding.why.english()},
            {"check", finding.check.english()},
            {"evidence", texts(finding.evidence)},
            {"counterEvidence", texts(finding.counterEvidence)}};
}

Json textOrNull(const std::string &text)
{
    return text.empty() ? Json(nullptr) : Json(text);
}

Json dependentsJson(const std::vector<Dependent> &dependents)
{
    Json out = Json::array();
    for (const auto &one : dependents) {
        out.push_back({{"path", one.path},
                       {"hops", one.hops},
                       {"via", one.via},
                       {"kind", one.kind},
                       {"line", one.line == noLine ? Json(nullptr) : Json(one.line)},
                       {"module", one.module},
                       {"owners", one.owners},
                       {"isTest", one.isTest()},
                       {"usesChangedSymbol", one.usesChangedSymbol()},
                       {"reachedBySymbol", one.isReachedBySymbol},
                       {"symbols", one.symbols},
                       {"entryPoint", textOrNull(one.entryPoint)},
                       {"environment", textOrNull(one.environment)}});
    }
    return out;
}

/// An axis that was not computed is null and stands in "ungraded".
Json bandJson(const std::optional<Band> &band)
{
    return band ? Json{{"band", name(*band)}} : Json(nullptr);
}

Json percentileJson(const std::optional<int> &percentile)
{
    return percentile ? Json(*percentile) : Json(nullptr);
}

/// Numbers of three digits: the same on every machine.
double rounded(double value)
{
    constexpr double digits = 1000;
    return std::round(value * digits) / digits;
}

Json likelihoodJson(const Axes &axes)
{
    if (!axes.likelihoodDetail)
        return nullptr;
    const Likelihood &detail = *axes.likelihoodDetail;
    Json contributions = Json::array();
    for (const auto &one : detail.contributions)
        contributions.push_back({{"factor", one.factor}, {"logOdds", rounded(one.logOdds)}, {"text", one.label.english()}});
    return {
        {"band", name(*axes.likelihood)},    {"value", rounded(detail.value)}, {"percentile", percentileJson(detail.percentile)},
        {"calibrated", detail.isCalibrated}, {"weights", detail.origin},       {"contributions", std::move(contributions)}};
}

Json blastRadiusJson(const Axes &axes)
{
    if (!axes.blastRadiusDetail)
        return nullptr;
    const BlastRadius &detail = *axes.blastRadiusDetail;
    Json coChange = Json::array();
    for (const auto &one : detail.coChange)
        coChange.push_back(
            {{"file", one.file}, {"with", one.with}, {"confidence", rounded(one.confidence)}, {"shared", one.shared}});
    return {{"band", axes.blastRadius ? Json(name(*axes.blastRadius)) : Json(nullptr)},
            {"reason", detail.reason.english()},
            {"percentile", percentileJson(detail.percentile)},
            {"directDependents", detail.directDependents},
            {"transitiveDependents", detail.transitiveDependents},
            {"testDependents", detail.testDependents},
            {"symbolUsers", detail.symbolUsers},
            {"symbolReach", detail.symbolReach},
            {"changedSymbols", detail.changedSymbols},
            {"modules", detail.modules.size()},
            {"moduleNames", detail.modules},
            {"owners", detail.owners},
            {"services", detail.services},
            {"entryPoints", detail.entryPoints},
            {"environments", detail.environments},
            {"dataStores", detail.dataStores},
            {"unread", detail.unread},
            {"coChange", std::move(coChange)},
            {"dependents", dependentsJson(detail.dependents ? *detail.dependents : std::vector<Dependent>())}};
}

Json axesJson(const Axes &axes)
{
    Json consequence = bandJson(axes.consequence);
    if (axes.consequence)
        consequence["from"] = axes.consequenceFrom;
    Json reversibility = nullptr;
    if (axes.reversibility)
        reversibility = {{"class", "R" + std::to_string(*axes.reversibility)}, {"why", axes.reversibilityWhy.english()}};
    return {{"likelihood", likelihoodJson(axes)},
            {"consequence", std::move(consequence)},
            {"blastRadius", blastRadiusJson(axes)},
            {"reversibility", std::move(reversibility)}};
}

Json interactionsJson(const std::optional<std::vector<Interaction>> &interactions)
{
    if (!interactions)
        return Json::array();
    const auto place = [](const InteractionPlace &one) {
        return Json{{"file", one.file}, {"line", one.line}, {"side", one.isOld ? "old" : "new"}};
    };
    Json out = Json::array();
    for (const auto &one : *interactions)
        out.push_back({{"with", one.with},
                       {"kind", name(one.kind)},
                       {"what", one.what},
                       {"here", place(one.here)},
                       {"there", place(one.there)}});
    return out;
}

template<class Count>
std::uint64_t sum(const Analysis &analysis, Count FileSummary::*count)
{
    std::uint64_t total = 0;
    for (const auto &file : analysis.files)
        total += file.*count;
    return total;
}

Json spansJson(const FileRows &rows, std::size_t first, std::size_t count)
{
    Json out = Json::array();
    for (std::size_t i = first; i < first + count; ++i)
        out.push_back({rows.spans[i].begin, rows.spans[i].end});
    return out;
}

Json rowJson(const FileRows &rows, const Row &row)
{
    Json out = {{"left", row.left == noLine ? Json(nullptr) : Json(row.left)},
                {"right", row.right == noLine ? Json(nullptr) : Json(row.right)},
                {"kind", name(row.kind)}};
    if (row.move != 0)
        out["move"] = row.move;
    if (row.leftSpans != 0 || row.rightSpans != 0) {
        out["leftSpans"] = spansJson(rows, row.firstSpan, row.leftSpans);
        out["rightSpans"] = spansJson(rows, row.firstSpan + row.leftSpans, row.rightSpans);
    }
    return out;
}

} // namespace

std::string analysisJson(const Analysis &analysis)
{
    const Change &change = analysis.change;
    Json findings = Json::array();
    for (const auto &finding : analysis.findings)
        findings.push_back(findingJson(finding));
    return dump({{"schema", "countersign.analysis/1"},
                 {"engine", {{"version", analysis.engineVersion}, {"rulesSha256", analysis.rulesSha256}}},
                 {"change",
                  {{"id", change.id},
                   {"ref", change.ref},
                   {"target", change.targetRef},
                   {"base", change.base.hex()},
                   {"mergeBase", change.mergeBase.hex()},
                   {"head", change.head.hex()},
                   {"commits", change.commits.size()},
                   {"files", analysis.files.size()},
                   {"added", sum(analysis, &FileSummary::added)},
                   {"removed", sum(analysis, &FileSummary::removed)},
                   {"title", change.title},
                   {"author", change.author}}},
                 {"provenance", provenanceJson(analysis.provenance)},
                 {"findings", std::move(findings)},
                 {"annotations", annotationsJson(analysis.annotations)},
                 {"testCoverage", testCoverageJson(analysis.testCoverage)},
                 {"axes", axesJson(analysis.axes)},
                 {"interactions", interactionsJson(analysis.interactions)},
                 {"band", name(analysis.band)},
                 {"bandReason", analysis.bandReason.english()},
                 {"ungraded", analysis.ungraded},
                 {"problems", texts(analysis.problems)}});
}

std::string usersJson(const std::string &what, const impact::Users &users)
{
    return dump({{"schema", "countersign.impact/1"},
                 {"of", what},
                 {"definedIn", users.definers},
                 {"dependents", dependentsJson(users.dependents)}});
}

std::string queueJson(const std::string &targetRef, const std::vector<QueueEntry> &entries)
{
    Json changes = Json::array();
    for (const auto &entry : entries) {
        Json out = {{"id", entry.id}, {"ref", entry.ref}, {"base", nullptr}, {"head", entry.head.hex()}};
        if (!entry.analysis) {
            out["band"] = nullptr;
            out["error"] = entry.error ? Json(entry.error->what.english()) : Json(nullptr);
            changes.push_back(std::move(out));
            continue;
        }
        const Analysis &analysis = *entry.analysis;
        out["base"] = analysis.change.base.hex();
        out["title"] = analysis.change.title;
        out["author"] = analysis.change.author;
        out["updated"] = formatUtc(analysis.change.updated);
        out["files"] = analysis.files.size();
        out["added"] = sum(analysis, &FileSummary::added);
        out["removed"] = sum(analysis, &FileSummary::removed);
        out["provenance"] = {{"level", name(analysis.provenance.level)},
                             {"tools", analysis.provenance.tools},
                             {"aiLines", analysis.provenance.aiLines}};
        out["band"] = name(analysis.band);
        out["bandReason"] = analysis.bandReason.english();
        out["gate"] = entry.gate == GateState::Open ? "open" : "closed"; // not asked is never open
        out["gateState"] = entry.gate ? Json(name(*entry.gate)) : Json(nullptr);
        // Not computed is unknown, never zero.
        out["interactions"] = analysis.interactions ? Json(analysis.interactions->size()) : Json(nullptr);
        changes.push_back(std::move(out));
    }
    return dump({{"schema", "countersign.queue/1"}, {"target", targetRef}, {"changes", std::move(changes)}});
}

std::vector<RowSection> sections(const FileRows &rows, std::uint32_t context)
{
    std::vector<RowSection> out;
    if (context == wholeFile) {
        if (!rows.rows.empty())
            out.push_back({0, rows.rows.size()});
        return out;
    }
    for (const auto &hunk : rows.hunks) {
        const std::size_t first = hunk.firstRow - std::min<std::size_t>(hunk.firstRow, context);
        const std::size_t last = std::min<std::size_t>(rows.rows.size(), std::size_t{hunk.firstRow} + hunk.rowCount + context);
        if (!out.empty() && first <= out.back().last)
            out.back().last = last;
        else
            out.push_back({first, last});
    }
    return out;
}

std::string rowsJson(const std::vector<std::shared_ptr<const FileChange>> &files, std::uint32_t context)
{
    Json out = Json::array();
    for (const auto &file : files) {
        const FileDelta &delta = file->delta;
        Json hunks = Json::array();
        for (const auto &section : sections(file->rows, context)) {
            Json rows = Json::array();
            for (std::size_t i = section.first; i < section.last; ++i)
                rows.push_back(rowJson(file->rows, file->rows.rows[i]));
            hunks.push_back({{"rows", std::move(rows)}});
        }
        out.push_back({{"oldPath", delta.oldSide.exists() ? Json(delta.oldSide.path) : Json(nullptr)},
                       {"newPath", delta.newSide.exists() ? Json(delta.newSide.path) : Json(nullptr)},
                       {"status", name(delta.status)},
                       {"similarity", delta.similarity},
                       {"kind", name(delta.kind)},
                       {"hunks", std::move(hunks)}});
    }
    return dump({{"schema", "countersign.rows/1"}, {"files", std::move(out)}});
}

} // namespace countersign::workbench
