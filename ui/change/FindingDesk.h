// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "FindingPanel.h"

#include "../diffview/Card.h"

#include <QObject>

#include <optional>
#include <string>

namespace countersign::ui
{

class DiffView;
class ReviewSession;

/// What the reviewer decides about findings, in the panel, on their cards and by key; all three end in the same saved decision.
/// GUI thread.
class FindingDesk : public QObject
{
    Q_OBJECT
public:
    FindingDesk(DiffView *view, FindingPanel *panel, ReviewSession *review, QObject *parent);

    void acknowledge(const std::string &finding);
    void reopen(const std::string &finding);
    /// Opens the panel where the reason is asked; nothing is saved yet.
    void prepare(const std::string &finding, review::FindingDecision decision);
    /// What was decided, on the cards.
    void show();

public slots:
    void acknowledgeCurrent(); ///< the finding whose card is current
    void waiveCurrent();
    void disputeCurrent();

signals:
    /// The panel must be in sight.
    void asks();

private:
    void save(const FindingChoice &choice);
    [[nodiscard]] std::optional<std::string> current() const;

    DiffView *m_view;
    FindingPanel *m_panel;
    ReviewSession *m_review;
};

} // namespace countersign::ui
