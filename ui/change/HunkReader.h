// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/Coverage.h"

#include <vector>

namespace countersign::ui
{

class DiffPane;
class ReviewSession;

/// Read marks of the file that is shown: brings them from the review to the lines, and back when the reader marks some.
/// GUI thread.
class HunkReader
{
public:
    HunkReader(DiffPane *pane, ReviewSession *review)
        : m_pane(pane)
        , m_review(review)
    {
    }

    /// The hunks of the change, as the review counts them; null: no change is open. Must stay while it is set.
    void setCoverage(const review::CoverageMap *coverage) { m_coverage = coverage; }
    void show();
    /// Marks what the reader points at: the selected rows, or the current hunk.
    void setRead(bool read);

private:
    [[nodiscard]] const std::vector<review::CoverageMap::Hunk> *hunks() const;

    DiffPane *m_pane;
    ReviewSession *m_review;
    const review::CoverageMap *m_coverage = nullptr;
};

} // namespace countersign::ui
