// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "FindingDesk.h"

#include "ReviewSession.h"

#include "../diffview/DiffView.h"

#include "core/Clock.h"

#include <map>

namespace countersign::ui
{

FindingDesk::FindingDesk(DiffView *view, FindingPanel *panel, ReviewSession *review, QObject *parent)
    : QObject(parent)
    , m_view(view)
    , m_panel(panel)
    , m_review(review)
{
    connect(m_panel, &FindingPanel::decided, this, &FindingDesk::save);
}

void FindingDesk::save(const FindingChoice &choice)
{
    m_review->save([choice](workbench::ReviewDesk &desk) {
        return choice.decision ? desk.decide(choice.finding, *choice.decision, choice.reason, choice.expires)
                               : desk.withdrawDecision(choice.finding);
    });
}

void FindingDesk::acknowledge(const std::string &finding)
{
    save({finding, review::FindingDecision::Acknowledged, {}, {}});
}

void FindingDesk::reopen(const std::string &finding)
{
    save({finding, std::nullopt, {}, {}});
}

void FindingDesk::prepare(const std::string &finding, review::FindingDecision decision)
{
    emit asks();
    m_panel->prepare(finding, decision);
}

void FindingDesk::show()
{
    std::map<std::string, QString> decisions;
    const auto now = SystemClock().now();
    for (const auto &[id, state] : m_review->state().stored.findings) {
        if (state.isInForce(now))
            decisions.emplace(id, FindingPanel::decisionWords(state));
    }
    m_view->setDecisions(std::move(decisions));
}

/// The finding whose card is current; nothing: none.
std::optional<std::string> FindingDesk::current() const
{
    const auto &items = m_view->model().items();
    const auto at = static_cast<std::size_t>(m_view->currentItem());
    if (at >= items.size() || items[at].kind != DiffModel::Kind::Card)
        return std::nullopt;
    return m_view->model().finding(items[at]).id;
}

void FindingDesk::acknowledgeCurrent()
{
    if (const auto finding = current())
        acknowledge(*finding);
}

void FindingDesk::waiveCurrent()
{
    if (const auto finding = current())
        prepare(*finding, review::FindingDecision::Waived);
}

void FindingDesk::disputeCurrent()
{
    if (const auto finding = current())
        prepare(*finding, review::FindingDecision::Disputed);
}

} // namespace countersign::ui
