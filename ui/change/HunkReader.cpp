// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "HunkReader.h"

#include "DiffPane.h"
#include "ReviewSession.h"

#include <algorithm>

namespace countersign::ui
{

/// The hunks of the file that is shown.
const std::vector<review::CoverageMap::Hunk> *HunkReader::hunks() const
{
    const auto &file = m_pane->file();
    if (!file || !m_coverage)
        return nullptr;
    const auto &files = m_coverage->files();
    const auto found = std::ranges::find(files, file->path(), [](const auto &one) { return one.path; });
    return found == files.end() ? nullptr : &found->hunks;
}

void HunkReader::show()
{
    const auto *shown = hunks();
    if (!shown)
        return;
    const auto &marks = m_review->state().stored.read;
    RowsOfHunks read;
    for (std::size_t i = 0; i < shown->size(); ++i) {
        if (const auto found = marks.find((*shown)[i].key); found != marks.end())
            read.emplace(i, found->second);
    }
    m_pane->setRead(read);
}

void HunkReader::setRead(bool read)
{
    const auto *shown = hunks();
    if (!shown)
        return;
    review::ReadRows marks;
    for (const auto &[hunk, rows] : m_pane->pointedAt()) {
        const auto &unit = (*shown)[hunk];
        const auto &before = m_review->state().stored.read;
        const auto found = before.find(unit.key);
        review::RowSet now = found == before.end() ? review::RowSet() : found->second;
        if (read)
            now.add(rows);
        else
            now.remove(rows);
        marks.emplace(unit.key, now.covers(unit.changed) ? review::RowSet::all() : std::move(now));
    }
    m_review->setRead(marks);
    show();
}

} // namespace countersign::ui
