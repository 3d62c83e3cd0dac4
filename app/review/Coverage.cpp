// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Coverage.h"

#include "core/Workers.h"
#include "diff/HunkKey.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <thread>

namespace countersign::review
{

namespace
{

/// Walks the runs of a file along with its lines, which come in ascending order inside a hunk and from hunk to hunk.
class RunCursor
{
public:
    explicit RunCursor(const FileProvenance *file)
        : m_file(file)
    {
    }

    const ProvenanceRun *runOf(LineNumber line)
    {
        if (!m_file)
            return nullptr;
        while (m_next < m_file->runs.size() && m_file->runs[m_next].lines.last < line)
            ++m_next;
        const bool holds = m_next < m_file->runs.size() && m_file->runs[m_next].lines.first <= line;
        return holds ? &m_file->runs[m_next] : nullptr;
    }

private:
    const FileProvenance *m_file;
    std::size_t m_next = 0;
};

CoverageMap::Origin originOf(LineNumber newLine, RunCursor &runs)
{
    if (newLine == noLine)
        return CoverageMap::Origin::Other;
    const ProvenanceRun *run = runs.runOf(newLine);
    if (run && run->isAi)
        return CoverageMap::Origin::Ai;
    const bool isUnknown = !run || run->level == ProvenanceLevel::Mixed || run->level == ProvenanceLevel::Unknown;
    return isUnknown ? CoverageMap::Origin::Unknown : CoverageMap::Origin::Other;
}

/// How much of a hunk is read.
CoverageCounts countRead(const CoverageMap::Hunk &hunk, const RowSet *rows)
{
    CoverageCounts counts{{hunk.changed, 0}, {hunk.ai, 0}, {hunk.unknown, 0}};
    if (!rows)
        return counts;
    counts.changed.read = rows->count(hunk.changed);
    if (rows->covers(hunk.changed)) {
        counts.ai.read = hunk.ai;
        counts.unknown.read = hunk.unknown;
        return counts;
    }
    for (std::uint32_t row = 0; row < hunk.origins.size(); ++row) {
        if (!rows->contains(row))
            continue;
        counts.ai.read += hunk.origins[row] == CoverageMap::Origin::Ai ? 1U : 0U;
        counts.unknown.read += hunk.origins[row] == CoverageMap::Origin::Unknown ? 1U : 0U;
    }
    return counts;
}

/// True when a finding of medium severity or worse touches a line of the hunk.
bool isRisky(const FileChange &file, const Hunk &hunk, std::span<const Finding> findings)
{
    return std::ranges::any_of(findings, [&](const Finding &finding) {
        const bool isNew = finding.side == Side::New;
        if (finding.severity < Severity::Medium || finding.file != (isNew ? file.delta.newSide : file.delta.oldSide).path)
            return false;
        for (std::uint32_t row = hunk.firstRow; row < hunk.firstRow + hunk.rowCount; ++row) {
            const LineNumber line = isNew ? file.rows.rows[row].right : file.rows.rows[row].left;
            if (line != noLine && line >= finding.startLine && line <= finding.endLine)
                return true;
        }
        return false;
    });
}

/// Other bytes, and yet no line to mark: another encoding, or a file that could not be read.
bool changedBehindItsLines(const FileChange &file)
{
    const FileDelta &delta = file.delta;
    return delta.kind == FileKind::Text && file.rows.hunks.empty() && delta.oldSide.exists() && delta.newSide.exists()
        && delta.oldSide.blob != delta.newSide.blob;
}

CoverageMap::File countFile(const FileChange &file, const FileProvenance *provenance, std::span<const Finding> findings)
{
    CoverageMap::File counted;
    counted.path = file.path();
    counted.isDisplayed =
        file.delta.kind != FileKind::Binary && file.delta.kind != FileKind::Image && !changedBehindItsLines(file);
    RunCursor runs(provenance);
    auto keys = diff::hunkKeys(file);
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const Hunk &hunk = file.rows.hunks[i];
        CoverageMap::Hunk &unit = counted.hunks.emplace_back();
        unit.key = std::move(keys[i]);
        unit.changed = hunk.rowCount;
        unit.isRisky = isRisky(file, hunk, findings);
        for (std::uint32_t row = hunk.firstRow; row < hunk.firstRow + hunk.rowCount; ++row) {
            const auto origin = originOf(file.rows.rows[row].right, runs);
            unit.ai += origin == CoverageMap::Origin::Ai ? 1U : 0U;
            unit.unknown += origin == CoverageMap::Origin::Unknown ? 1U : 0U;
            unit.origins.push_back(origin);
        }
    }
    return counted;
}

} // namespace

CoverageMap::CoverageMap(std::span<const FileChange> files, const Provenance &provenance, std::span<const Finding> findings)
{
    std::map<std::string_view, const FileProvenance *> byPath;
    for (const FileProvenance &file : provenance.files)
        byPath.emplace(file.path, &file);
    constexpr std::size_t worthAThread = 64; // files
    m_files.resize(files.size());
    const auto threads = std::min<std::size_t>(std::thread::hardware_concurrency(), files.size() / worthAThread);
    onThreads(files.size(), threads, [&](std::size_t i) {
        const auto found = byPath.find(files[i].path());
        m_files[i] = countFile(files[i], found == byPath.end() ? nullptr : found->second, findings);
    });
}

void CoverageMap::addUncounted(const FileChange &file)
{
    m_files.push_back(countFile(file, nullptr, {}));
    m_files.back().isCounted = false;
}

Coverage CoverageMap::coverage(const ReadRows &read) const
{
    Coverage result;
    for (const File &file : m_files) {
        FileCoverage &counts = result.files.emplace_back();
        counts.path = file.path;
        for (const Hunk &hunk : file.hunks) {
            const auto found = read.find(hunk.key);
            counts.lines += countRead(hunk, found == read.end() ? nullptr : &found->second);
            if (hunk.isRisky) {
                const bool isRead = found != read.end() && found->second.covers(hunk.changed);
                result.riskyHunks += ReadCount{1, isRead ? 1U : 0U};
            }
        }
        if (!file.isCounted)
            continue;
        result.total += counts.lines;
        if (!file.isDisplayed)
            result.notDisplayed.push_back(file.path);
    }
    return result;
}

} // namespace countersign::review
