// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "DiffSearch.h"

#include "SearchBar.h"

#include "../Words.h"
#include "../diffview/DiffView.h"

namespace countersign::ui
{

DiffSearch::DiffSearch(SearchBar *bar, DiffView *view, QObject *parent)
    : QObject(parent)
    , m_bar(bar)
    , m_view(view)
{
    connect(m_bar, &SearchBar::changed, this, &DiffSearch::run);
    connect(m_bar, &SearchBar::next, this, &DiffSearch::next);
    connect(m_bar, &SearchBar::previous, this, &DiffSearch::previous);
    connect(m_bar, &SearchBar::closed, this, [this] {
        stop();
        m_view->setHits({});
        m_view->setFocus();
    });
}

void DiffSearch::open()
{
    m_bar->open(m_view->selectedWord());
    run();
}

void DiffSearch::restart()
{
    stop();
    if (m_bar->isVisible())
        run();
}

void DiffSearch::stop()
{
    m_job.cancel();
    m_hits = 0;
}

void DiffSearch::run()
{
    if (!m_view->model().file() || m_bar->words().isEmpty()) {
        stop();
        m_view->setHits({});
        m_bar->say({});
        return;
    }
    m_job.start([file = m_view->model().sharedFile(), words = m_bar->words().toStdString(), options = m_bar->options()](
                    const std::stop_token &stop, const ProgressCallback &) { return diff::search(*file, words, options, stop); },
                [this](Result<diff::SearchHits> found) { show(std::move(found)); });
}

void DiffSearch::show(Result<diff::SearchHits> found)
{
    m_hits = found ? found->hits.size() : 0;
    m_isCutShort = found && found->isCutShort;
    if (!found) {
        m_view->setHits({});
        m_bar->say(words(found.error()));
        return;
    }
    m_view->setHits(std::move(found->hits));
    if (m_hits == 0)
        m_bar->say(tr("Not found"));
    else
        goTo(1);
}

void DiffSearch::goTo(int step)
{
    const int at = m_view->goToHit(step);
    if (at >= 0)
        m_bar->say(m_isCutShort ? tr("%1 of more than %2").arg(at + 1).arg(m_hits) : tr("%1 of %2").arg(at + 1).arg(m_hits));
}

void DiffSearch::next()
{
    goTo(1);
}

void DiffSearch::previous()
{
    goTo(-1);
}

} // namespace countersign::ui
