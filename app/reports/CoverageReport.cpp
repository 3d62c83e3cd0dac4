// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "CoverageReport.h"

#include <algorithm>
#include <map>

namespace countersign::reports
{

namespace
{

using Files = std::span<const std::shared_ptr<const FileChange>>;

const FileProvenance *provenanceOf(const Analysis &analysis, const std::string &path)
{
    const auto found = std::ranges::find(analysis.provenance.files, path, &FileProvenance::path);
    return found == analysis.provenance.files.end() ? nullptr : &*found;
}

/// Calls @p visit with every added line that can be run, whether it was, and whether an AI wrote it, top to bottom.
template<class Visit>
void forAddedLines(const FileProvenance &provenance, const LineHits &hits, Visit visit)
{
    for (const ProvenanceRun &run : provenance.runs) {
        for (auto line = hits.lower_bound(run.lines.first); line != hits.end() && line->first <= run.lines.last; ++line)
            visit(line->first, line->second, run.isAi);
    }
}

void add(CoveredShare &total, const CoveredShare &part)
{
    total.runnable += part.runnable;
    total.run += part.run;
    total.aiRunnable += part.aiRunnable;
    total.aiRun += part.aiRun;
}

std::string spanText(const Text &text, LineRange lines)
{
    std::string out;
    for (LineNumber line = lines.first; line <= std::min(lines.last, text.lineCount()); ++line)
        out.append(text.rawLine(line));
    return out;
}

Finding findingAt(const FileChange &file, LineRange lines, unsigned occurrence, bool isCritical)
{
    Finding finding;
    finding.rule = uncoveredRule;
    finding.severity = isCritical ? Severity::Medium : Severity::Low;
    finding.axis = Axis::Likelihood;
    finding.file = file.path();
    finding.startLine = lines.first;
    finding.endLine = lines.last;
    finding.title = Message(QT_TRANSLATE_NOOP("app", "Lines that an AI wrote are run by no test"));
    finding.why = Message(QT_TRANSLATE_NOOP("app", "Nobody has seen these lines work, and nobody thought them out."));
    finding.check = Message(QT_TRANSLATE_NOOP("app", "Is there a test that runs them and would fail if they were wrong?"));
    if (isCritical)
        finding.evidence.push_back(Message(QT_TRANSLATE_NOOP("app", "The file has a critical finding as well")));
    const std::string text = spanText(file.newText, lines);
    finding.content = findingContent(finding.rule, Side::New, text);
    finding.id = findingId(finding.rule, finding.file, Side::New, text, occurrence);
    return finding;
}

/// Runs of AI lines that no test ran; a line that was run, or is another author's, ends a run.
std::vector<LineRange> uncoveredRuns(const FileProvenance &provenance, const LineHits &hits)
{
    std::vector<LineRange> runs;
    bool isOpen = false;
    forAddedLines(provenance, hits, [&](LineNumber line, bool isRun, bool isAi) {
        const bool isUncovered = isAi && !isRun;
        if (isUncovered && isOpen)
            runs.back().last = line;
        else if (isUncovered)
            runs.push_back({line, line});
        isOpen = isUncovered;
    });
    return runs;
}

} // namespace

TestCoverage shareOf(const LineCoverage &coverage, const Analysis &analysis, Files files)
{
    TestCoverage result;
    for (const auto &file : files) {
        const auto hits = coverage.files.find(file->path());
        const FileProvenance *provenance = provenanceOf(analysis, file->path());
        if (hits == coverage.files.end() || !provenance)
            continue;
        CoveredShare share;
        forAddedLines(*provenance, hits->second, [&share](LineNumber, bool isRun, bool isAi) {
            add(share, {1, isRun ? 1U : 0U, isAi ? 1U : 0U, isAi && isRun ? 1U : 0U});
        });
        add(result.total, share);
        result.files.push_back({file->path(), share});
    }
    return result;
}

std::vector<Finding> uncoveredAiLines(const LineCoverage &coverage, const Analysis &analysis, Files files)
{
    std::vector<Finding> found;
    for (const auto &file : files) {
        const auto hits = coverage.files.find(file->path());
        const FileProvenance *provenance = provenanceOf(analysis, file->path());
        if (hits == coverage.files.end() || !provenance)
            continue;
        const bool isCritical = std::ranges::any_of(analysis.findings, [&file](const Finding &finding) {
            return finding.severity == Severity::Critical && finding.file == file->path();
        });
        std::map<std::string, unsigned> seen;
        for (const LineRange &lines : uncoveredRuns(*provenance, hits->second)) {
            const unsigned occurrence = seen[spanText(file->newText, lines)]++;
            found.push_back(findingAt(*file, lines, occurrence, isCritical));
        }
    }
    return found;
}

} // namespace countersign::reports
