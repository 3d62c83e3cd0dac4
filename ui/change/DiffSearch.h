// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../Job.h"

#include "core/Error.h"
#include "diff/Search.h"

#include <QObject>

namespace countersign::ui
{

class DiffView;
class SearchBar;

/// Searches both sides of the file that is shown, in the background, and steps through the hits. GUI thread.
class DiffSearch : public QObject
{
    Q_OBJECT
public:
    DiffSearch(SearchBar *bar, DiffView *view, QObject *parent);

    [[nodiscard]] bool isBusy() const { return m_job.isRunning(); }
    /// Another file is shown, or other rows of it: old hits are gone, and what the open bar asks for is searched there.
    void restart();
    void stop();

public slots:
    void open();
    void next();
    void previous();

private:
    void run();
    void show(Result<diff::SearchHits> found);
    void goTo(int step);

    SearchBar *m_bar;
    DiffView *m_view;
    std::size_t m_hits = 0;
    bool m_isCutShort = false;
    Job m_job;
};

} // namespace countersign::ui
