// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Coverage.h"

#include "diff/HunkKey.h"

#include <algorithm>
#include <map>
#include <string_view>

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

CoverageMap::File countFile(const FileChange &file, const FileProvenance *provenance, std::span<const Finding> findings)
{
    CoverageMap::File counted;
    counted.path = file.path();
    counted.isDisplayed = file.delta.kind != FileKind::Binary && file.delta.kind != FileKind::Image;
    RunCursor runs(provenance);
    auto keys = diff::hunkKeys(file);
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const Hunk &hunk = file.rows.hunks[i];
        CoverageMap::Hunk &unit = counted.hunks.emplace_back();
        unit.key = std::move(keys[i]);
        unit.changed = hunk.rowCount;
        unit.isRisky = isRisky(file, hunk, findings);
        for (std::uint32_t row = hunk.firstRow; row < hunk.firstRow + hunk.rowCount; ++row) {
            const LineNumber line = file.rows.rows[row].right;
            if (line == noLine)
                continue;
            const ProvenanceRun *run = runs.runOf(line);
            if (run && run->isAi)
                ++unit.ai;
            else if (!run || run->level == ProvenanceLevel::Mixed || run->level == ProvenanceLevel::Unknown)
                ++unit.unknown;
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
    for (const FileChange &file : files) {
        const auto found = byPath.find(file.path());
        m_files.push_back(countFile(file, found == byPath.end() ? nullptr : found->second, findings));
    }
}

Coverage CoverageMap::coverage(const std::set<std::string> &readHunks) const
{
    Coverage result;
    for (const File &file : m_files) {
        FileCoverage &counts = result.files.emplace_back();
        counts.path = file.path;
        for (const Hunk &hunk : file.hunks) {
            const bool isRead = readHunks.contains(hunk.key);
            const auto count = [isRead](std::uint32_t lines) { return ReadCount{lines, isRead ? lines : 0}; };
            if (hunk.isRisky)
                result.riskyHunks += count(1);
            counts.lines.changed += count(hunk.changed);
            counts.lines.ai += count(hunk.ai);
            counts.lines.unknown += count(hunk.unknown);
        }
        result.total.changed += counts.lines.changed;
        result.total.ai += counts.lines.ai;
        result.total.unknown += counts.lines.unknown;
        if (!file.isDisplayed)
            result.notDisplayed.push_back(file.path);
    }
    return result;
}

} // namespace countersign::review
