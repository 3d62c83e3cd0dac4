// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ReportCache.h"

#include "ChangeReport.h"

#include <algorithm>

namespace countersign::workbench
{

namespace
{

std::size_t bytesOf(const ChangeReport &report)
{
    std::size_t bytes = report.analysis.findings.size() * sizeof(Finding);
    for (const auto &file : report.files) {
        bytes += sizeof(FileChange) + file->oldText.bytes().size() + file->newText.bytes().size();
        bytes += (file->oldText.lineCount() + file->newText.lineCount()) * sizeof(std::uint32_t);
        bytes += file->rows.rows.size() * sizeof(Row) + file->rows.spans.size() * sizeof(file->rows.spans.front());
    }
    return bytes;
}

} // namespace

std::shared_ptr<const ChangeReport> ReportCache::find(std::string_view key)
{
    const std::scoped_lock lock(m_mutex);
    if (m_large.key == key)
        return m_large.report;
    const auto found = std::ranges::find(m_entries, key, &Entry::key);
    if (found == m_entries.end())
        return nullptr;
    m_entries.splice(m_entries.begin(), m_entries, found);
    return found->report;
}

void ReportCache::put(std::string key, std::shared_ptr<const ChangeReport> report)
{
    const std::size_t bytes = bytesOf(*report);
    const std::scoped_lock lock(m_mutex);
    if (bytes > m_mostBytes) {
        m_large = {std::move(key), std::move(report), bytes};
        return;
    }
    if (std::ranges::contains(m_entries, key, &Entry::key))
        return;
    m_entries.push_front({std::move(key), std::move(report), bytes});
    m_bytes += bytes;
    while (m_bytes > m_mostBytes) {
        m_bytes -= m_entries.back().bytes;
        m_entries.pop_back();
    }
}

} // namespace countersign::workbench
